import {
  type Instant,
  type ObligationFacts,
  type ObligationState,
  type Profile,
  type ProjectState,
  RECTIFICATION,
} from '@duban/domain';
import type { EntityManager } from 'typeorm';
import {
  type ColumnsOf,
  insertAll,
  instantOf,
  instantOrNull,
  LAST_INSTANT,
  onlyRow,
  rowSource,
  stamp,
  updateAll,
} from '../bulk.js';

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

const COLUMNS = `id, clock_id, project_id, cadence_key, period_key, profile, owed_by, state, state_before, opened_at,
  due_at, original_due_at, due_revision, planned_at, swept_to, spent_rungs, yellow_at, next_wake_at, received_at, submitted_at,
  returned_at, return_count, suspended_at, ended_at, survives_close, provisional, late, case_id, version`;
const SELECT = `SELECT ${COLUMNS} FROM obligation`;

type Kept = Omit<ObligationRow, 'id' | 'version'>;

/** What changes in an obligation's life, all but when it ended. */
const FACT_COLUMNS: ColumnsOf<Kept> = {
  state: ['text', ({ facts }) => facts.state],
  state_before: ['text', ({ facts }) => facts.stateBefore],
  opened_at: ['timestamptz', ({ facts }) => stamp(facts.openedAt)],
  due_at: ['timestamptz', ({ facts }) => stamp(facts.dueAt)],
  original_due_at: ['timestamptz', ({ facts }) => stamp(facts.originalDueAt)],
  due_revision: ['integer', ({ facts }) => facts.dueRevision],
  planned_at: ['timestamptz', ({ facts }) => stamp(facts.plannedAt)],
  swept_to: ['timestamptz', ({ facts }) => stamp(facts.sweptTo)],
  yellow_at: ['timestamptz', (row) => stamp(row.yellowAt)],
  next_wake_at: ['timestamptz', (row) => stamp(row.nextWakeAt)],
  received_at: ['timestamptz', (row) => stamp(row.receivedAt)],
  submitted_at: ['timestamptz', ({ facts }) => stamp(facts.submittedAt)],
  returned_at: ['timestamptz', ({ facts }) => stamp(facts.returnedAt)],
  return_count: ['integer', ({ facts }) => facts.returnCount],
  suspended_at: ['timestamptz', ({ facts }) => stamp(facts.suspendedAt)],
  survives_close: ['boolean', (row) => row.survivesClose],
  late: ['boolean', (row) => row.late],
};

const INSERT_COLUMNS: ColumnsOf<NewObligation> = {
  clock_id: ['bigint', (row) => row.clockId],
  project_id: ['bigint', (row) => row.projectId],
  cadence_key: ['text', (row) => row.cadenceKey],
  period_key: ['text', (row) => row.periodKey],
  profile: ['text', ({ facts }) => facts.profile],
  owed_by: ['text', (row) => row.owedBy],
  ...FACT_COLUMNS,
  ended_at: ['timestamptz', ({ facts }) => (facts.ended ? stamp(facts.openedAt) : null)],
  provisional: ['boolean', (row) => row.provisional],
  arithmetic: ['text', (row) => row.arithmetic],
  case_id: ['bigint', (row) => row.caseId],
};

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

/** The same obligations by their ids alone, locked: for when one of them cannot be read. */
export async function lockDueIds(manager: EntityManager, clockId: number, now: Instant): Promise<number[]> {
  const rows: { id: number }[] = await manager.query(
    'SELECT id FROM obligation WHERE clock_id = $1 AND next_wake_at <= $2 ORDER BY id FOR NO KEY UPDATE',
    [clockId, stamp(now)],
  );
  return rows.map(({ id }) => id);
}

/** Obligations of a clock that would never wake, with what stands there as their wake, locked. */
export async function lockLost(manager: EntityManager, clockId: number): Promise<{ id: number; wake: string }[]> {
  return manager.query(
    `SELECT id, next_wake_at::text AS wake FROM obligation WHERE clock_id = $1 AND next_wake_at > ${LAST_INSTANT}
     ORDER BY id FOR NO KEY UPDATE`,
    [clockId],
  );
}

/** Obligations by their ids, in that order. @throws what reading any of them throws */
export async function readObligations(manager: EntityManager, ids: readonly number[]): Promise<ObligationRow[]> {
  const rows: Raw[] = await manager.query(`${SELECT} WHERE id = ANY($1::bigint[]) ORDER BY id`, [ids]);
  return rows.map(toRow);
}

/** Lets a locked obligation wake no more, whatever else it holds. @returns which one it is */
export async function stopWaking(
  manager: EntityManager,
  id: number,
): Promise<Pick<ObligationRow, 'id' | 'projectId' | 'cadenceKey' | 'periodKey'>> {
  await manager.query('UPDATE obligation SET next_wake_at = NULL WHERE id = $1', [id]);
  const rows: Pick<ObligationRow, 'id' | 'projectId' | 'cadenceKey' | 'periodKey'>[] = await manager.query(
    `SELECT id, project_id AS "projectId", cadence_key AS "cadenceKey", period_key AS "periodKey"
     FROM obligation WHERE id = $1`,
    [id],
  );
  return onlyRow(rows);
}

/** One obligation, locked; undefined when there is none. */
export async function lockObligation(manager: EntityManager, id: number): Promise<ObligationRow | undefined> {
  const rows: Raw[] = await manager.query(`${SELECT} WHERE id = $1 FOR NO KEY UPDATE`, [id]);
  return rows.map(toRow)[0];
}

/** What an act on an obligation stands on, all of it held until the transaction ends. */
export interface HeldObligation {
  readonly row: ObligationRow;
  readonly project: HeldProject;
  /** The version of the calendar that its programme runs under. */
  readonly calendarId: number;
}

export interface HeldProject {
  readonly id: number;
  readonly title: string;
  readonly state: ProjectState;
}

/**
 * Locks an obligation for an act and reads what the act needs, in the order of all lockers: first its project, shared,
 * so that it is neither launched, closed nor amended meanwhile; then the obligation, and of a rectification every stage
 * of its case by id, for a move of one stage may move another.
 *
 * Each is read by the statement that locks it, which gives it as it is after the wait. The calendar is read only once
 * the project is held: whoever changes a programme's calendar locks its projects first, so it stays what it is. Rows are
 * looked up by their keys, one in the other, not joined: to plan the join takes longer than to read them all.
 * @returns undefined when there is no such obligation
 */
export async function holdObligation(manager: EntityManager, id: number): Promise<HeldObligation | undefined> {
  const projects: (HeldProject & { programmeId: number; caseId: number | null })[] = await manager.query(
    `SELECT id, title, state, programme_id AS "programmeId", (SELECT case_id FROM obligation WHERE id = $1) AS "caseId"
     FROM project WHERE id = (SELECT project_id FROM obligation WHERE id = $1) FOR SHARE`,
    [id],
  );
  const [project] = projects;
  if (project === undefined) return undefined;
  if (project.caseId !== null) await lockStages(manager, project.id, project.caseId);
  const rows: (Raw & { calendar_id: number })[] = await manager.query(
    `SELECT ${COLUMNS}, (SELECT calendar_id FROM programme WHERE id = $2) FROM obligation WHERE id = $1 FOR NO KEY UPDATE`,
    [id, project.programmeId],
  );
  return rows.map((raw) => ({ row: toRow(raw), project, calendarId: raw.calendar_id }))[0];
}

async function lockStages(manager: EntityManager, projectId: number, caseId: number): Promise<void> {
  await manager.query(
    `SELECT 1 FROM obligation WHERE project_id = $1 AND cadence_key = '${RECTIFICATION}' AND case_id = $2
     ORDER BY id FOR NO KEY UPDATE`,
    [projectId, caseId],
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
       WHERE isfinite(o.next_wake_at) AND o.next_wake_at <= ${LAST_INSTANT} ORDER BY o.next_wake_at, o.id LIMIT $1`,
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
  return insertAll(
    manager,
    'obligation',
    INSERT_COLUMNS,
    obligations,
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
  await updateAll(manager, 'obligation', ({ id }) => id, changing(now), rows, people ? RAISED : '');
}

/**
 * Writes back what an act changed of one locked obligation.
 * @returns whether an extension request waits on it: nobody else can make or settle one now
 */
export async function saveActed(
  manager: EntityManager,
  row: ObligationRow,
  now: Instant,
): Promise<{ readonly requestPending: boolean }> {
  return onlyRow(
    await updateAll<{ requestPending: boolean }, ObligationRow>(
      manager,
      'obligation',
      ({ id }) => id,
      changing(now),
      [row],
      RAISED,
      `RETURNING (SELECT true FROM extension_request WHERE obligation_id = obligation.id AND state = 'pending')
         IS NOT NULL AS "requestPending"`,
    ),
  );
}

const RAISED = ', version = version + 1';

const changing = (now: Instant): ColumnsOf<ObligationRow> => ({
  ...FACT_COLUMNS,
  ended_at: ['timestamptz', ({ facts }) => (facts.ended ? stamp(now) : null)],
});

/** When an obligation wakes next. */
interface Sweep {
  readonly id: number;
  readonly nextWakeAt: Instant | null;
}

/** The engine's sweep touches two columns only: the cheapest write there is for a month-end. */
export async function saveSweep(manager: EntityManager, rows: readonly Sweep[], sweptTo: Instant): Promise<void> {
  if (rows.length === 0) return;
  const { from, parameters } = rowSource<Sweep>(
    {
      id: ['bigint', ({ id }) => id],
      wake: ['timestamptz', ({ nextWakeAt }) => stamp(nextWakeAt)],
      swept_to: ['timestamptz', () => stamp(sweptTo)],
    },
    rows,
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
  const rows: RawLive[] = await manager.query(
    `SELECT o.*, r.id AS round_id ${OF_PROGRAMME} ${lock ? 'FOR NO KEY UPDATE OF o' : ''}`,
    [programmeId],
  );
  return rows.map(toLive);
}

type RawLive = Raw & { round_id: number; arithmetic: string | null };

const OF_PROGRAMME = `FROM obligation o JOIN clock c ON c.id = o.clock_id JOIN round r ON r.id = c.round_id
  WHERE r.programme_id = $1 AND o.ended_at IS NULL ORDER BY o.id`;

const toLive = (raw: RawLive): LiveObligation => ({
  row: toRow(raw),
  roundId: raw.round_id,
  arithmetic: raw.arithmetic,
});

/** The same obligations by their ids alone, locked likewise: for when one of them cannot be read. */
export async function liveIds(manager: EntityManager, programmeId: number, lock: boolean): Promise<number[]> {
  const rows: { id: number }[] = await manager.query(
    `SELECT o.id ${OF_PROGRAMME} ${lock ? 'FOR NO KEY UPDATE OF o' : ''}`,
    [programmeId],
  );
  return rows.map(({ id }) => id);
}

/** Live obligations by their ids. @throws what reading any of them throws */
export async function readLive(manager: EntityManager, ids: readonly number[]): Promise<LiveObligation[]> {
  const rows: RawLive[] = await manager.query(
    `SELECT o.*, c.round_id FROM obligation o JOIN clock c ON c.id = o.clock_id WHERE o.id = ANY($1::bigint[]) ORDER BY o.id`,
    [ids],
  );
  return rows.map(toLive);
}

interface Replanned {
  readonly row: ObligationRow;
  readonly arithmetic: string | null;
  readonly seen: boolean;
}

const REPLANNED_COLUMNS: ColumnsOf<Replanned> = {
  opened_at: ['timestamptz', ({ row }) => stamp(row.facts.openedAt)],
  due_at: ['timestamptz', ({ row }) => stamp(row.facts.dueAt)],
  original_due_at: ['timestamptz', ({ row }) => stamp(row.facts.originalDueAt)],
  due_revision: ['integer', ({ row }) => row.facts.dueRevision],
  planned_at: ['timestamptz', ({ row }) => stamp(row.facts.plannedAt)],
  swept_to: ['timestamptz', ({ row }) => stamp(row.facts.sweptTo)],
  spent_rungs: ['jsonb', ({ row }) => (row.facts.spentRungs?.length ? row.facts.spentRungs : null)],
  yellow_at: ['timestamptz', ({ row }) => stamp(row.yellowAt)],
  next_wake_at: ['timestamptz', ({ row }) => stamp(row.nextWakeAt)],
  provisional: ['boolean', ({ row }) => row.provisional],
  arithmetic: ['text', ({ arithmetic }) => arithmetic],
};

/**
 * Writes back what a changed calendar makes of locked obligations, in one statement.
 * @param rows `seen`: people see a difference, so the row version rises
 */
export async function saveReplanned(manager: EntityManager, rows: readonly Replanned[]): Promise<void> {
  if (rows.length === 0) return;
  const assigned = Object.keys(REPLANNED_COLUMNS).map((name) => `${name} = r.${name}`);
  const { from, parameters } = rowSource<Replanned>(
    {
      id: ['bigint', ({ row }) => row.id],
      ...REPLANNED_COLUMNS,
      seen: ['integer', ({ seen }) => (seen ? 1 : 0)],
    },
    rows,
  );
  await manager.query(
    `UPDATE obligation o SET ${assigned.join(', ')}, version = o.version + r.seen FROM ${from} WHERE o.id = r.id`,
    parameters,
  );
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
