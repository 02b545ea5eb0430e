import type { Instant, ObligationFacts, ObligationState, Profile } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { bulkInsert, instantOf, instantOrNull, rowSource, stamp } from '../bulk.js';

/** An obligation as the engine works with it: identity, facts, and what follows from them by rule. */
export interface ObligationRow {
  readonly id: number;
  readonly clockId: number;
  readonly projectId: number;
  readonly cadenceKey: string;
  readonly periodKey: string;
  readonly owedBy: 'unit' | 'office';
  readonly caseId: number | null;
  readonly survivesClose: boolean;
  readonly version: number;
  readonly nextWakeAt: Instant | null;
  readonly yellowAt: Instant;
  readonly receivedAt: Instant | null;
  readonly provisional: boolean;
  readonly late: boolean;
  readonly facts: ObligationFacts;
}

export type NewObligation = Omit<ObligationRow, 'id' | 'version'> & { readonly arithmetic: string | null };

interface Raw {
  id: number;
  clock_id: number;
  project_id: number;
  cadence_key: string;
  period_key: string;
  profile: Profile;
  owed_by: 'unit' | 'office';
  state: ObligationState;
  state_before: ObligationState | null;
  opened_at: Date;
  due_at: Date;
  original_due_at: Date;
  due_revision: number;
  planned_at: Date;
  swept_to: Date;
  spent_rungs: string[] | null;
  yellow_at: Date;
  next_wake_at: Date | null;
  received_at: Date | null;
  submitted_at: Date | null;
  returned_at: Date | null;
  return_count: number;
  suspended_at: Date | null;
  ended_at: Date | null;
  survives_close: boolean;
  provisional: boolean;
  late: boolean;
  case_id: number | null;
  version: number;
}

const SELECT = `SELECT id, clock_id, project_id, cadence_key, period_key, profile, owed_by, state, state_before, opened_at,
  due_at, original_due_at, due_revision, planned_at, swept_to, spent_rungs, yellow_at, next_wake_at, received_at, submitted_at,
  returned_at, return_count, suspended_at, ended_at, survives_close, provisional, late, case_id, version FROM obligation`;

const FACT_COLUMNS = {
  state: 'text',
  state_before: 'text',
  opened_at: 'timestamptz',
  due_at: 'timestamptz',
  original_due_at: 'timestamptz',
  due_revision: 'integer',
  planned_at: 'timestamptz',
  swept_to: 'timestamptz',
  yellow_at: 'timestamptz',
  next_wake_at: 'timestamptz',
  received_at: 'timestamptz',
  submitted_at: 'timestamptz',
  returned_at: 'timestamptz',
  return_count: 'integer',
  suspended_at: 'timestamptz',
  ended_at: 'timestamptz',
  survives_close: 'boolean',
  late: 'boolean',
} as const;

const INSERT_COLUMNS = {
  clock_id: 'bigint',
  project_id: 'bigint',
  cadence_key: 'text',
  period_key: 'text',
  profile: 'text',
  owed_by: 'text',
  ...FACT_COLUMNS,
  provisional: 'boolean',
  arithmetic: 'text',
  case_id: 'bigint',
} as const;

/** Obligations of a clock whose wake has come, locked, in the order of their ids so that lockers never cross. */
export async function lockDueObligations(
  manager: EntityManager,
  clockId: number,
  now: Instant,
): Promise<ObligationRow[]> {
  const rows: Raw[] = await manager.query(
    `${SELECT} WHERE clock_id = $1 AND next_wake_at <= $2 ORDER BY id FOR NO KEY UPDATE`,
    [clockId, stamp(now)],
  );
  return rows.map(toRow);
}

/** One obligation, locked; undefined when there is none. */
export async function lockObligation(manager: EntityManager, id: number): Promise<ObligationRow | undefined> {
  const rows: Raw[] = await manager.query(`${SELECT} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  return rows.map(toRow)[0];
}

/** Locks every obligation of a rectification case, by id: a move of one stage may move another. */
export async function lockStages(
  manager: EntityManager,
  { projectId, cadenceKey, caseId }: Pick<ObligationRow, 'projectId' | 'cadenceKey' | 'caseId'>,
): Promise<void> {
  await manager.query(
    `SELECT 1 FROM obligation WHERE project_id = $1 AND cadence_key = $2 AND case_id = $3
     ORDER BY id FOR NO KEY UPDATE`,
    [projectId, cadenceKey, caseId],
  );
}

/** One obligation as it is, not locked. */
export async function readObligation(manager: EntityManager, id: number): Promise<ObligationRow | undefined> {
  const rows: Raw[] = await manager.query(`${SELECT} WHERE id = $1`, [id]);
  return rows.map(toRow)[0];
}

/** The obligation of a slot: one per project, cadence and period by unique key. */
export async function findSlot(
  manager: EntityManager,
  projectId: number,
  cadenceKey: string,
  periodKey: string,
): Promise<ObligationRow | undefined> {
  const rows: Raw[] = await manager.query(`${SELECT} WHERE project_id = $1 AND cadence_key = $2 AND period_key = $3`, [
    projectId,
    cadenceKey,
    periodKey,
  ]);
  return rows.map(toRow)[0];
}

/** Every obligation of a project that has not ended, locked, by id. */
export async function lockLiveObligations(manager: EntityManager, projectId: number): Promise<ObligationRow[]> {
  const rows: Raw[] = await manager.query(
    `${SELECT} WHERE project_id = $1 AND ended_at IS NULL ORDER BY id FOR NO KEY UPDATE`,
    [projectId],
  );
  return rows.map(toRow);
}

/** An obligation that waits, with the versions of the rules it waits under. */
export interface WakingObligation {
  readonly obligation: ObligationRow;
  readonly roundName: string;
  readonly policyId: number;
  readonly omitProposals: boolean;
  readonly calendarId: number;
}

/** The obligations that wake soonest. */
export async function wakingObligations(manager: EntityManager, limit: number): Promise<WakingObligation[]> {
  const rows: (Raw & { round_name: string; policy_id: number; omit_proposals: boolean; calendar_id: number })[] =
    await manager.query(
      `SELECT o.*, r.name AS round_name, r.policy_id, r.omit_proposals, g.calendar_id
       FROM obligation o JOIN clock c ON c.id = o.clock_id JOIN round r ON r.id = c.round_id
       JOIN programme g ON g.id = r.programme_id
       WHERE o.next_wake_at IS NOT NULL ORDER BY o.next_wake_at, o.id LIMIT $1`,
      [limit],
    );
  return rows.map((raw) => ({
    obligation: toRow(raw),
    roundName: raw.round_name,
    policyId: raw.policy_id,
    omitProposals: raw.omit_proposals,
    calendarId: raw.calendar_id,
  }));
}

/** Inserts obligations in one statement. A slot that exists already is left as it is; returns those inserted. */
export async function insertObligations(
  manager: EntityManager,
  obligations: readonly NewObligation[],
): Promise<{ id: number; projectId: number; periodKey: string }[]> {
  const rows = obligations.map((obligation) => ({
    clock_id: obligation.clockId,
    project_id: obligation.projectId,
    cadence_key: obligation.cadenceKey,
    period_key: obligation.periodKey,
    profile: obligation.facts.profile,
    owed_by: obligation.owedBy,
    ...factColumns(obligation, obligation.facts.openedAt),
    provisional: obligation.provisional,
    arithmetic: obligation.arithmetic,
    case_id: obligation.caseId,
  }));
  return bulkInsert(
    manager,
    'obligation',
    INSERT_COLUMNS,
    rows,
    `ON CONFLICT ON CONSTRAINT obligation_slot DO NOTHING
     RETURNING id, project_id AS "projectId", period_key AS "periodKey"`,
  );
}

/**
 * Writes back what changed of any number of locked obligations in one statement.
 * @param people true when people see the change: it raises the row version; the engine's sweep does not
 */
export async function saveObligations(
  manager: EntityManager,
  rows: readonly ObligationRow[],
  now: Instant,
  people: boolean,
): Promise<void> {
  if (rows.length === 0) return;
  const columns = { id: 'bigint', ...FACT_COLUMNS };
  const assigned = Object.keys(FACT_COLUMNS).map((name) => `${name} = r.${name}`);
  const payload = rows.map((row) => ({ id: row.id, ...factColumns(row, now) }));
  const { from, parameters } = rowSource(columns, payload);
  await manager.query(
    `UPDATE obligation o SET ${assigned.join(', ')}${people ? ', version = o.version + 1' : ''}
     FROM ${from} WHERE o.id = r.id`,
    parameters,
  );
}

/** The engine's sweep touches two columns only: the cheapest write there is for a month-end. */
export async function saveSweep(
  manager: EntityManager,
  rows: readonly { readonly id: number; readonly nextWakeAt: Instant | null }[],
  sweptTo: Instant,
): Promise<void> {
  if (rows.length === 0) return;
  const { from, parameters } = rowSource(
    { id: 'bigint', wake: 'timestamptz', swept_to: 'timestamptz' },
    rows.map(({ id, nextWakeAt }) => ({ id, wake: stamp(nextWakeAt), swept_to: stamp(sweptTo) })),
  );
  await manager.query(
    `UPDATE obligation o SET swept_to = r.swept_to, next_wake_at = r.wake FROM ${from} WHERE o.id = r.id`,
    parameters,
  );
}

/** An obligation as a calendar change sees it. */
export interface LiveObligation {
  readonly row: ObligationRow;
  readonly roundId: number;
  readonly arithmetic: string | null;
}

/** Every obligation of a programme's rounds that has not ended, by id; `lock` keeps everybody else off them. */
export async function liveObligations(
  manager: EntityManager,
  programmeId: number,
  lock: boolean,
): Promise<LiveObligation[]> {
  const rows: (Raw & { round_id: number; arithmetic: string | null })[] = await manager.query(
    `SELECT o.*, r.id AS round_id FROM obligation o JOIN clock c ON c.id = o.clock_id JOIN round r ON r.id = c.round_id
     WHERE r.programme_id = $1 AND o.ended_at IS NULL ORDER BY o.id ${lock ? 'FOR NO KEY UPDATE OF o' : ''}`,
    [programmeId],
  );
  return rows.map((raw) => ({ row: toRow(raw), roundId: raw.round_id, arithmetic: raw.arithmetic }));
}

const REPLANNED_COLUMNS = {
  id: 'bigint',
  opened_at: 'timestamptz',
  due_at: 'timestamptz',
  original_due_at: 'timestamptz',
  due_revision: 'integer',
  planned_at: 'timestamptz',
  swept_to: 'timestamptz',
  spent_rungs: 'jsonb',
  yellow_at: 'timestamptz',
  next_wake_at: 'timestamptz',
  provisional: 'boolean',
  arithmetic: 'text',
  seen: 'integer',
} as const;

/**
 * Writes back what a changed calendar makes of locked obligations, in one statement.
 * @param rows `seen`: people see a difference, so the row version rises
 */
export async function saveReplanned(
  manager: EntityManager,
  rows: readonly { readonly row: ObligationRow; readonly arithmetic: string | null; readonly seen: boolean }[],
): Promise<void> {
  if (rows.length === 0) return;
  const { id: _, seen: __, ...columns } = REPLANNED_COLUMNS;
  const assigned = Object.keys(columns).map((name) => `${name} = r.${name}`);
  const payload = rows.map(({ row, arithmetic, seen }) => ({
    id: row.id,
    ...factColumns(row, row.facts.plannedAt),
    spent_rungs: row.facts.spentRungs?.length ? row.facts.spentRungs : null,
    provisional: row.provisional,
    arithmetic,
    seen: seen ? 1 : 0,
  }));
  const { from, parameters } = rowSource(REPLANNED_COLUMNS, payload);
  await manager.query(
    `UPDATE obligation o SET ${assigned.join(', ')}, version = o.version + r.seen FROM ${from} WHERE o.id = r.id`,
    parameters,
  );
}

function factColumns(
  row: Omit<ObligationRow, 'id' | 'version'>,
  now: Instant,
): Record<keyof typeof FACT_COLUMNS, unknown> {
  const { facts } = row;
  return {
    state: facts.state,
    state_before: facts.stateBefore,
    opened_at: stamp(facts.openedAt),
    due_at: stamp(facts.dueAt),
    original_due_at: stamp(facts.originalDueAt),
    due_revision: facts.dueRevision,
    planned_at: stamp(facts.plannedAt),
    swept_to: stamp(facts.sweptTo),
    yellow_at: stamp(row.yellowAt),
    next_wake_at: stamp(row.nextWakeAt),
    received_at: stamp(row.receivedAt),
    submitted_at: stamp(facts.submittedAt),
    returned_at: stamp(facts.returnedAt),
    return_count: facts.returnCount,
    suspended_at: stamp(facts.suspendedAt),
    ended_at: facts.ended ? stamp(now) : null,
    survives_close: row.survivesClose,
    late: row.late,
  };
}

function toRow(raw: Raw): ObligationRow {
  return {
    id: raw.id,
    clockId: raw.clock_id,
    projectId: raw.project_id,
    cadenceKey: raw.cadence_key,
    periodKey: raw.period_key,
    owedBy: raw.owed_by,
    caseId: raw.case_id,
    survivesClose: raw.survives_close,
    version: raw.version,
    nextWakeAt: instantOrNull(raw.next_wake_at),
    yellowAt: instantOf(raw.yellow_at),
    receivedAt: instantOrNull(raw.received_at),
    provisional: raw.provisional,
    late: raw.late,
    facts: {
      profile: raw.profile,
      state: raw.state,
      stateBefore: raw.state_before,
      openedAt: instantOf(raw.opened_at),
      dueAt: instantOf(raw.due_at),
      originalDueAt: instantOf(raw.original_due_at),
      dueRevision: raw.due_revision,
      plannedAt: instantOf(raw.planned_at),
      sweptTo: instantOf(raw.swept_to),
      ...(raw.spent_rungs === null ? {} : { spentRungs: raw.spent_rungs }),
      returnedAt: instantOrNull(raw.returned_at),
      returnCount: raw.return_count,
      suspendedAt: instantOrNull(raw.suspended_at),
      submittedAt: instantOrNull(raw.submitted_at),
      ended: raw.ended_at !== null,
    },
  };
}
