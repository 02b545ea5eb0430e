// A county over HTTP: the sample ledger imported and launched, accounts of every role, the API on a port of its own.
import { readFileSync } from 'node:fs';
import {
  checkLedger,
  createDataSource,
  type DataSource,
  importLedger,
  type UseCases,
  useCases,
} from '@duban/application';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { createApp } from '../../apps/api/src/app.js';
import { type Config, readConfig } from '../../apps/api/src/config/config.js';
import type { FreshDatabase } from '../support/database.js';
import { assertDocumented } from './documented.js';
import { beginAccounts, type WorldAccount } from './world-accounts.js';

export const OFFICE = { personId: null, name: '督办室' };
const SAMPLE = new URL('../../samples/sample-county.xlsx', import.meta.url);

export interface World {
  readonly url: string;
  readonly app: NestFastifyApplication;
  readonly dataSource: DataSource;
  readonly commands: UseCases;
  readonly programmeId: number;
  readonly accounts: Readonly<Record<WorldAccount, { accountId: number; personId: number; token: string }>>;
  /** A launched project of the unit that `unit_own` belongs to. */
  readonly projectId: number;
  now(): number;
  /** Moves the clock; sessions that are open stay open. */
  setNow(instant: number): Promise<void>;
  /** Sends a request; `as` an account of the world, or nobody. */
  send(method: string, path: string, options?: Sending): Promise<Answer>;
  stop(): Promise<void>;
}

export interface Sending {
  readonly as?: WorldAccount | undefined;
  readonly body?: unknown;
  readonly headers?: Record<string, string>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: answers of every shape are looked into by tests
  readonly body: any;
}

export interface WorldOptions {
  readonly startAt: number;
  readonly environment?: Readonly<Record<string, string>>;
}

/** Opens the county on a migrated, empty database, which goes with it. */
export async function openWorld(database: FreshDatabase, { startAt, environment = {} }: WorldOptions): Promise<World> {
  const dataSource = createDataSource(database.url, { poolSize: 6 });
  await dataSource.initialize();
  let now = startAt;
  const commands = useCases(dataSource);
  const ledger = await checkLedger(readFileSync(SAMPLE), { today: '2026-06-01' });
  const { programmeId } = await importLedger(
    dataSource,
    OFFICE,
    ledger,
    { fileName: 'sample-county.xlsx', sha256: '0' },
    now,
  );
  if (programmeId === null) throw new Error('nothing imported');
  await commands.programmes.launch(OFFICE, programmeId, now);
  const [project]: { id: number }[] = await dataSource.query(
    `SELECT id FROM project WHERE programme_id = $1 AND state = 'launched' ORDER BY number LIMIT 1`,
    [programmeId],
  );
  const projectId = project?.id ?? 0;
  const config: Config = readConfig({
    DATABASE_URL: database.url,
    DUBAN_MODE: 'sample',
    DUBAN_API_PORT: '0',
    DUBAN_LOG_LEVEL: 'silent',
    ...environment,
  });
  const app = await createApp({ config, dataSource, clock: () => now, logger: pino({ level: 'silent' }) });
  await app.listen(0, '127.0.0.1');
  const url = (await app.getUrl()).replace('[::1]', '127.0.0.1');
  const accounts = await beginAccounts(dataSource, projectId, now);
  const send: World['send'] = async (method, path, { as, body, headers = {} } = {}) => {
    const answer = await fetch(`${url}${path}`, {
      method,
      headers: {
        ...(as === undefined ? {} : { authorization: `Bearer ${accounts[as].token}` }),
        ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined
        ? {}
        : { body: body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    const json = answer.headers.get('content-type')?.includes('json') ?? false;
    const said = json ? JSON.parse(text) : text;
    assertDocumented(method, path, answer.status, said);
    return { status: answer.status, headers: answer.headers, body: said };
  };
  return {
    url,
    app,
    dataSource,
    commands,
    programmeId,
    accounts,
    projectId,
    now: () => now,
    setNow: async (instant) => {
      now = instant;
      await dataSource.query(
        `UPDATE session SET last_seen_at = $1::timestamptz, expires_at = $1::timestamptz + interval '12 hours'
         WHERE ended_at IS NULL`,
        [new Date(instant).toISOString()],
      );
    },
    send,
    stop: async () => {
      await app.close();
      await dataSource.destroy();
      await database.drop();
    },
  };
}

/** The state of everything that people can change: unchanged after a denial. */
export async function fingerprint(dataSource: DataSource): Promise<string> {
  const [row]: { mark: string }[] = await dataSource.query(
    `SELECT md5(concat_ws('|',
       (SELECT string_agg(o::text, ',' ORDER BY id) FROM obligation o),
       (SELECT string_agg(p::text, ',' ORDER BY id) FROM project p),
       (SELECT string_agg(g::text, ',' ORDER BY id) FROM programme g),
       (SELECT string_agg(c::text, ',' ORDER BY id) FROM category c),
       (SELECT string_agg(m::text, ',' ORDER BY id) FROM milestone m), (SELECT count(*) FROM project_plan),
       (SELECT string_agg(a::text, ',' ORDER BY id) FROM account a),
       (SELECT string_agg(n::text, ',' ORDER BY seq) FROM notice n),
       (SELECT count(*) FROM history), (SELECT string_agg(e::text, ',' ORDER BY id) FROM effect e),
       (SELECT string_agg(m::text, ',' ORDER BY id) FROM message m),
       (SELECT string_agg(d::text, ',' ORDER BY d::text) FROM address d), (SELECT count(*) FROM poke),
       (SELECT count(*) FROM submission), (SELECT count(*) FROM rectification_case), (SELECT count(*) FROM programme),
       (SELECT count(*) FROM appointment), (SELECT string_agg(g::text, ',' ORDER BY id) FROM assignment g),
       (SELECT string_agg(q::text, ',' ORDER BY id) FROM extension_request q),
       (SELECT count(*) FROM rectification_proposal WHERE declined_at IS NOT NULL), (SELECT count(*) FROM session WHERE ended_at IS NOT NULL))) AS mark`,
  );
  return row?.mark ?? '';
}
