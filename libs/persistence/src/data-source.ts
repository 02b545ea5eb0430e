import 'reflect-metadata';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { Assignment, AssignmentUnit } from './assignment/entities.js';
import { CadenceVersion } from './cadence/entities.js';
import { Calendar, CalendarLayer } from './calendar/entities.js';
import { History } from './history/entities.js';
import { HistoryCheck, HistorySeal } from './history/seal.entities.js';
import { Audit } from './identity/audit.entities.js';
import { Account, Session } from './identity/entities.js';
import { Job, JobFile } from './job/entities.js';
import { LedgerImport } from './ledger/entities.js';
import { migrations } from './migrations/index.js';
import { SnakeNaming } from './naming.js';
import { Address, DeliveryChannel, Message, MessageEvent, MessageNotice } from './notice/delivery.entities.js';
import { Effect, Notice } from './notice/entities.js';
import { Obligation, Submission } from './obligation/entities.js';
import { ExtensionRequest } from './obligation/extension.entities.js';
import { Appointment, Organization, Person, PlannedHandover, Post } from './organization/entities.js';
import { Category, Programme, ProgrammePolicy } from './programme/entities.js';
import { Linkage, Milestone, PlanLineRow, Project, ProjectPlan } from './project/entities.js';
import { RecordSource } from './record-source.js';
import { CaseCounter, RectificationCase, RectificationProposal } from './rectification/entities.js';
import { KeptAnswer } from './request/entities.js';
import { Clock, Poke, Round, SetAside } from './round/entities.js';
import { PolicyVersion } from './supervision/entities.js';

/** Every table of the record. */
export const ENTITIES = [
  Organization,
  Person,
  Post,
  Appointment,
  PlannedHandover,
  Account,
  Session,
  Calendar,
  CalendarLayer,
  PolicyVersion,
  Programme,
  Category,
  ProgrammePolicy,
  CadenceVersion,
  Project,
  Linkage,
  Milestone,
  ProjectPlan,
  PlanLineRow,
  LedgerImport,
  Round,
  Clock,
  Poke,
  SetAside,
  Obligation,
  Submission,
  ExtensionRequest,
  RectificationCase,
  RectificationProposal,
  CaseCounter,
  Assignment,
  AssignmentUnit,
  Effect,
  Notice,
  DeliveryChannel,
  Address,
  Message,
  MessageNotice,
  MessageEvent,
  History,
  KeptAnswer,
  HistorySeal,
  HistoryCheck,
  Job,
  JobFile,
  Audit,
];

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

export interface DataSourceOptions {
  /** Most connections at once. */
  readonly poolSize?: number;
  /** A statement that runs longer is cancelled. */
  readonly statementTimeoutMs?: number;
  readonly applicationName?: string;
  /** Every table is looked for, and made, in this schema instead of the database's own. */
  readonly schema?: string;
  /** Commits do not wait for the disk: for what may be lost. */
  readonly carefree?: boolean;
}

/**
 * A data source for the record; not yet initialised. The schema is made by migrations only, never synchronised.
 * Ids (int8) are read as numbers and civil days as `YYYY-MM-DD` text, so no host time zone can touch them.
 */
export function createDataSource(url: string, options: DataSourceOptions = {}): DataSource {
  pg.types.setTypeParser(INT8, Number);
  pg.types.setTypeParser(DATE, (text: string) => text);
  pg.types.setTypeParser(TIMESTAMPTZ, parseStamp);
  return new RecordSource({
    type: 'postgres',
    url,
    entities: ENTITIES,
    migrations,
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'all',
    namingStrategy: new SnakeNaming(),
    poolSize: options.poolSize ?? 10,
    applicationName: options.applicationName ?? 'duban',
    ...(options.schema === undefined ? {} : { schema: options.schema }),
    extra: {
      ...settingsOf(options),
      statement_timeout: options.statementTimeoutMs ?? 30_000,
      lock_timeout: 10_000,
      idle_in_transaction_session_timeout: 30_000,
      connectionTimeoutMillis: 5_000,
      keepAlive: true,
      onConnect: hearErrors,
    },
  });
}

/**
 * A connection that dies as it is born tells so between the pool's listener and TypeORM's. An error that nobody hears
 * would end the process; whoever uses the connection next is told anyway.
 */
function hearErrors(client: pg.Client): void {
  client.on('error', () => undefined);
}

const REMEMBERED = 1_000;
const stamps = new Map<string, number>();
const parsePlain: (text: string) => unknown = pg.types.getTypeParser(TIMESTAMPTZ, 'text');

/** Instants fall together, so that most of a result's texts have been read before. */
function parseStamp(text: string): Date {
  const known = stamps.get(text);
  if (known !== undefined) return new Date(known);
  // Dates end at the year 275760, and `infinity` is none: better refused by name here than met as NaN further on.
  const parsed: unknown = parsePlain(text);
  if (!(parsed instanceof Date) || Number.isNaN(parsed.getTime())) {
    throw new RangeError(`数据库里有一个读不出的时间：${text}`);
  }
  if (stamps.size >= REMEMBERED) stamps.clear();
  stamps.set(text, parsed.getTime());
  return parsed;
}

function settingsOf({ schema, carefree = false }: DataSourceOptions): { options?: string } {
  const settings = [
    ...(schema === undefined ? [] : [`-c search_path=${schema}`]),
    ...(carefree ? ['-c synchronous_commit=off'] : []),
  ];
  return settings.length === 0 ? {} : { options: settings.join(' ') };
}

/** Brings the schema of an initialised data source up to date. */
export async function migrate(dataSource: DataSource): Promise<void> {
  await dataSource.runMigrations();
}
