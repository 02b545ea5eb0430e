import {
  ASSIGNMENT,
  arithmeticInWords,
  type Cadence,
  type Counted,
  countedDue,
  dayOfInstant,
  formatInstant,
  type Instant,
  lookBackOpensAt,
  newTrace,
  periodByKey,
  RECTIFICATION,
  readStagePeriod,
  resumedAgain,
  slotOf,
  stageDue,
  type Trace,
  type WorkCalendar,
} from '@duban/domain';
import { instantOf, instantOrNull, type LiveObligation } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { SAME_LIMIT } from '../assignment/units.js';

/** A deadline worked out by its own rule. */
export interface RuledDue {
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly arithmetic: string;
}

/** When a planned obligation opens, worked out. */
export interface RuledOpening extends RuledDue {
  readonly opensAt: Instant;
}

/** Where a deadline comes from, and so what a changed calendar does to it. */
export type DueSource =
  /** By its cadence or its stage, or counted in working days from an assignment. */
  | { readonly kind: 'rule'; readonly work: (calendar: WorkCalendar) => RuledDue }
  /** The workdays that were left at a suspension, counted again from the resumption. */
  | { readonly kind: 'resumed'; readonly at: Instant }
  /** A look-back that has not opened. */
  | { readonly kind: 'planned'; readonly work: (calendar: WorkCalendar) => RuledOpening }
  /** A person gave the day: an approved extension, a project's own deadline, an assignment's stated day. */
  | { readonly kind: 'given' };

/** What of a round tells where its deadlines come from. */
interface IssuedBy {
  readonly cadence: Cadence | null;
  readonly urgent: boolean;
}

interface CaseFacts {
  readonly issuedAt: Instant;
  readonly closedOutAt: Instant | null;
  readonly withinWorkdays: number;
  /** Working days given to later attempts, by attempt. */
  readonly again: Readonly<Record<string, number>>;
}

/** Finds out where each deadline comes from: from its round's cadence, its case, and what people did to it. */
export async function dueSources(
  manager: EntityManager,
  live: readonly LiveObligation[],
  roundOf: (roundId: number) => IssuedBy | undefined,
  was: WorkCalendar,
): Promise<Map<number, DueSource>> {
  const acts = await lastDueActs(manager, live);
  const cases = await caseFacts(manager, live);
  const limits = await countedAssignments(manager, live);
  return new Map(
    live.map((one) => {
      const act = acts.get(one.row.id);
      const round = roundOf(one.roundId);
      // 特急 is resumed by the hour, whatever the days are.
      const counted = act?.act === 'resume' && !(one.row.cadenceKey === ASSIGNMENT && round?.urgent);
      if (act) return [one.row.id, counted ? { kind: 'resumed', at: act.at } : { kind: 'given' }];
      if (one.row.cadenceKey === RECTIFICATION) return [one.row.id, stageSource(one, cases, was)];
      if (one.row.cadenceKey === ASSIGNMENT) return [one.row.id, assignmentSource(one, limits.get(one.row.projectId))];
      return [one.row.id, slotSource(one, round?.cadence ?? null)];
    }),
  );
}

/** What a resumption's deadline becomes, with its arithmetic. */
export function resumedDueAgain(present: Instant, at: Instant, was: WorkCalendar, is: WorkCalendar): RuledDue {
  const dueAt = resumedAgain(present, at, was, is);
  const trace = newTrace();
  const left = was.workdaysAfter(dayOfInstant(at), dayOfInstant(present));
  if (left > 0) is.workday(dayOfInstant(at), left, trace);
  return { dueAt, provisional: trace.provisional, arithmetic: words(dueAt, trace, is) };
}

function slotSource({ row }: LiveObligation, cadence: Cadence | null): DueSource {
  const period = cadence === null ? undefined : periodByKey(cadence, row.periodKey);
  if (cadence === null || period === undefined) return { kind: 'given' };
  return { kind: 'rule', work: (calendar) => slotOf(cadence, period, calendar) };
}

function stageSource({ row }: LiveObligation, cases: ReadonlyMap<number, CaseFacts>, was: WorkCalendar): DueSource {
  const place = readStagePeriod(row.periodKey);
  const facts = row.caseId === null ? undefined : cases.get(row.caseId);
  if (!place || !facts) return { kind: 'given' };
  const { stage, attempt } = place;
  if (row.facts.state === 'planned') {
    const { closedOutAt } = facts;
    return closedOutAt === null ? { kind: 'given' } : { kind: 'planned', work: (c) => lookBack(closedOutAt, c) };
  }
  const within = attempt === 1 ? facts.withinWorkdays : facts.again[String(attempt)];
  if (stage === 'report' && within === undefined) return { kind: 'given' };
  return {
    kind: 'rule',
    work: (calendar) => {
      const trace = newTrace();
      const dueAt = stageDue(stage, countedFrom(row, place, facts, was), within ?? 0, calendar, trace);
      return { dueAt, provisional: trace.provisional, arithmetic: words(dueAt, trace, calendar) };
    },
  };
}

/** A limit in working days is counted again; one that was stated by day or by hours is what a person gave. */
function assignmentSource({ row, arithmetic }: LiveObligation, counted: Counted | undefined): DueSource {
  if (!counted) return { kind: 'given' };
  const same = arithmetic === SAME_LIMIT;
  return {
    kind: 'rule',
    work: (calendar) => {
      const due = countedDue(counted, formatInstant(row.facts.dueAt).slice(11, 19), calendar);
      return same ? { ...due, arithmetic: SAME_LIMIT } : due;
    },
  };
}

/** The instant from whose day a stage's workdays are counted: a fact, whatever calendar came after. */
function countedFrom(
  row: LiveObligation['row'],
  { stage, attempt }: { readonly stage: string; readonly attempt: number },
  { issuedAt, closedOutAt }: CaseFacts,
  was: WorkCalendar,
): Instant {
  if (stage === 'sign' || stage === 'plan' || (stage === 'report' && attempt === 1)) return issuedAt;
  // A look-back that opened late is counted as if it had opened in time.
  if (stage === 'look-back' && row.late && closedOutAt !== null) return lookBackOpensAt(closedOutAt, was);
  return row.facts.openedAt;
}

function lookBack(closedOutAt: Instant, calendar: WorkCalendar): RuledOpening {
  const trace = newTrace();
  const opensAt = lookBackOpensAt(closedOutAt, calendar, trace);
  const dueAt = stageDue('look-back', opensAt, 0, calendar, trace);
  return { opensAt, dueAt, provisional: trace.provisional, arithmetic: words(dueAt, trace, calendar) };
}

/** The latest act by which a person gave each deadline; an earlier change of the calendar is none. */
async function lastDueActs(
  manager: EntityManager,
  live: readonly LiveObligation[],
): Promise<Map<number, { act: string; at: Instant }>> {
  const ids = live.filter(({ row }) => row.facts.dueRevision > 1).map(({ row }) => row.id);
  if (ids.length === 0) return new Map();
  const rows: { obligation_id: number; act: string; at: Date }[] = await manager.query(
    `SELECT DISTINCT ON (obligation_id) obligation_id, act, at FROM (
       SELECT DISTINCT ON (obligation_id, due_revision) obligation_id, due_revision, act, at
       FROM history WHERE obligation_id = ANY($1::bigint[]) AND due_revision > 1
       ORDER BY obligation_id, due_revision, seq) revised
     WHERE act <> $2 ORDER BY obligation_id, due_revision DESC`,
    [ids, MOVE_DUE],
  );
  return new Map(rows.map(({ obligation_id, act, at }) => [obligation_id, { act, at: instantOf(at) }]));
}

/** The act by which a changed calendar moves a deadline. */
export const MOVE_DUE = 'move-due';

/** How the limits of assigned projects are counted, by project; those that were stated otherwise are missing. */
async function countedAssignments(
  manager: EntityManager,
  live: readonly LiveObligation[],
): Promise<Map<number, Counted>> {
  const ids = live.filter(({ row }) => row.cadenceKey === ASSIGNMENT).map(({ row }) => row.projectId);
  if (ids.length === 0) return new Map();
  const rows: { project_id: number; counted_from: Date; within_workdays: number; by_default: boolean }[] =
    await manager.query(
      `SELECT u.project_id, u.counted_from, u.within_workdays,
              u.counted_from = a.assigned_at AND a.within_workdays IS NULL AS by_default
       FROM assignment_unit u JOIN assignment a ON a.id = u.assignment_id
       WHERE u.project_id = ANY($1::bigint[]) AND u.counted_from IS NOT NULL`,
      [ids],
    );
  return new Map(
    rows.map((row) => [
      row.project_id,
      { from: instantOf(row.counted_from), workdays: row.within_workdays, byDefault: row.by_default },
    ]),
  );
}

async function caseFacts(manager: EntityManager, live: readonly LiveObligation[]): Promise<Map<number, CaseFacts>> {
  const ids = [...new Set(live.flatMap(({ row }) => row.caseId ?? []))];
  if (ids.length === 0) return new Map();
  const rows: {
    id: number;
    issued_at: Date;
    closed_out_at: Date | null;
    within_workdays: number;
    again: Record<string, number> | null;
  }[] = await manager.query(
    `SELECT k.id, k.issued_at, k.closed_out_at, k.within_workdays,
       (SELECT jsonb_object_agg(h.data->>'attempt', h.data->'withinWorkdays') FROM history h
        WHERE h.project_id = k.project_id AND h.act = 'next-attempt'
          AND h.data->>'case' = k.year || '-' || k.number) AS again
     FROM rectification_case k WHERE k.id = ANY($1::bigint[])`,
    [ids],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        issuedAt: instantOf(row.issued_at),
        closedOutAt: instantOrNull(row.closed_out_at),
        withinWorkdays: row.within_workdays,
        again: row.again ?? {},
      },
    ]),
  );
}

/** `时限2026-07-31（工作日：…）`. */
function words(dueAt: Instant, trace: Trace, calendar: WorkCalendar): string {
  const arithmetic = arithmeticInWords(trace, calendar);
  return `时限${dayOfInstant(dueAt)}${arithmetic ? `（${arithmetic}）` : ''}`;
}
