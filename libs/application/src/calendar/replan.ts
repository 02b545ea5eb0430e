import {
  type Cadence,
  DomainError,
  dayOfInstant,
  type Instant,
  movedDue,
  type Policy,
  underCalendar,
  type WorkCalendar,
  withMovedDue,
} from '@duban/domain';
import {
  isUnavailable,
  type LiveObligation,
  liveIds,
  liveObligations,
  type ObligationRow,
  readLive,
} from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { derived } from '../obligation/derived.js';
import { type ReadApart, readApart } from '../round/read-apart.js';
import type { Rules } from '../supervision/rules.js';
import { type DueSource, dueSources, type RuledDue, resumedDueAgain } from './due-source.js';

/** A round of a programme as it stands. */
export interface RoundRow {
  readonly id: number;
  readonly name: string;
  readonly cadenceKey: string;
  readonly periodKey: string;
  readonly policyId: number;
  readonly omitProposals: boolean;
  readonly provisional: boolean;
  readonly urgent: boolean;
  readonly arithmetic: string | null;
  /** The version of the cadence under which it was issued. */
  readonly cadence: Cadence | null;
}

/** The programme whose calendar changes, with the tables before and after. */
export interface Changing {
  readonly programmeId: number;
  readonly was: WorkCalendar;
  readonly is: WorkCalendar;
}

/** What a changed calendar makes of one obligation. */
export interface Replanned {
  readonly before: LiveObligation;
  readonly after: ObligationRow;
  readonly round: RoundRow;
  /** Its own arithmetic; null where its round's holds. */
  readonly arithmetic: string | null;
  readonly arithmeticBefore: string | null;
  readonly arithmeticAfter: string | null;
}

/** A round whose mark or arithmetic changes. */
export interface RoundUpdate {
  readonly id: number;
  readonly provisional: boolean;
  readonly arithmetic: string | null;
}

/** Every round of a programme, by id. */
export async function roundsOf(manager: EntityManager, programmeId: number): Promise<Map<number, RoundRow>> {
  const rows: RoundRow[] = await manager.query(
    `SELECT r.id, r.name, r.cadence_key AS "cadenceKey", r.period_key AS "periodKey", r.policy_id AS "policyId",
            r.omit_proposals AS "omitProposals", r.provisional, r.urgent, r.arithmetic, c.document AS cadence
     FROM round r LEFT JOIN cadence c ON c.id = r.cadence_id WHERE r.programme_id = $1 ORDER BY r.id`,
    [programmeId],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** An obligation that a change passes over: it cannot be read, or cannot be worked out under any calendar. */
export interface PassedOver {
  readonly obligationId: number;
  readonly error: unknown;
}

/**
 * Works every live obligation of a programme out again under a changed calendar. Reads only. What cannot be read, or not
 * be worked out under the present calendar either, is passed over.
 * @param lock keep everybody else off the obligations until the transaction ends
 * @returns the obligations of which anything changes, by id, and the rounds
 * @throws DomainError CALENDAR_INVALID when a period would have no workday left
 */
export async function replanAll(
  manager: EntityManager,
  rules: Rules,
  changing: Changing,
  rounds: ReadonlyMap<number, RoundRow>,
  now: Instant,
  lock: boolean,
): Promise<{ replanned: Replanned[]; roundUpdates: RoundUpdate[]; passedOver: PassedOver[] }> {
  const { was, is } = changing;
  const { read: live, unread } = await readableLive(manager, changing.programmeId, lock);
  const passedOver = unread.map(({ id, error }): PassedOver => ({ obligationId: id, error }));
  const sources = await dueSources(manager, live, (roundId) => rounds.get(roundId), was);
  const worked = new Map<string, RuledDue>();
  const updates = new Map<number, RoundUpdate>();
  const replanned: Replanned[] = [];
  for (const before of live) {
    const round = rounds.get(before.roundId);
    const source = sources.get(before.row.id);
    if (!round || !source) throw new Error(`obligation ${before.row.id} has no round`);
    const policy = await rules.policy(manager, round.policyId, round.omitProposals);
    const replannedUnder = (calendar: WorkCalendar, known: Map<string, RuledDue>) => {
      const ruled = ruledDue(before, source, round, { ...changing, is: calendar }, known);
      return { ruled, next: replan(before, source, ruled, round, policy, { was, is: calendar, now }) };
    };
    try {
      const { ruled, next } = replannedUnder(is, worked);
      if (source.kind === 'rule' && round.cadence !== null && ruled) {
        updates.set(round.id, { id: round.id, provisional: ruled.provisional, arithmetic: ruled.arithmetic });
      }
      if (differs(next)) replanned.push(next);
    } catch (error) {
      // What works today is the change's fault, and refuses it.
      if (works(() => replannedUnder(was, new Map()))) throw error;
      passedOver.push({ obligationId: before.row.id, error });
    }
  }
  const roundUpdates = [...updates.values()].filter((update) => roundDiffers(update, rounds));
  return { replanned, roundUpdates, passedOver: passedOver.sort((a, b) => a.obligationId - b.obligationId) };
}

async function readableLive(
  manager: EntityManager,
  programmeId: number,
  lock: boolean,
): Promise<ReadApart<LiveObligation>> {
  try {
    return { read: await liveObligations(manager, programmeId, lock), unread: [] };
  } catch (error) {
    if (isUnavailable(error)) throw error;
    return readApart(manager, await liveIds(manager, programmeId, lock), readLive, error);
  }
}

function works(trial: () => unknown): boolean {
  try {
    trial();
    return true;
  } catch {
    return false;
  }
}

/** Obligations of one round share their slot: it is worked out once. */
function ruledDue(
  { row }: LiveObligation,
  source: DueSource,
  round: RoundRow,
  { was, is }: Changing,
  worked: Map<string, RuledDue>,
): (RuledDue & { readonly opensAt?: Instant }) | null {
  if (source.kind === 'given') return null;
  if (source.kind === 'resumed') return resumedDueAgain(row.facts.dueAt, source.at, was, is);
  const key = round.cadence === null ? `obligation ${row.id}` : `round ${round.id}`;
  const known = worked.get(key);
  if (known) return known;
  try {
    const due = source.work(is);
    worked.set(key, due);
    return due;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const message = `按新的日历，“${round.name}”${round.periodKey} 这一期没有工作日，时限无法计算，请核对放假日期`;
    throw new DomainError('CALENDAR_INVALID', message, { cadence: round.cadenceKey, period: round.periodKey });
  }
}

function replan(
  before: LiveObligation,
  source: DueSource,
  ruled: (RuledDue & { readonly opensAt?: Instant }) | null,
  round: RoundRow,
  policy: Policy,
  { was, is, now }: { readonly was: WorkCalendar; readonly is: WorkCalendar; readonly now: Instant },
): Replanned {
  const { row } = before;
  const provisional =
    ruled?.provisional ?? (source.kind === 'given' && row.facts.dueRevision > 1 ? false : row.provisional);
  const common = { before, round, arithmeticBefore: before.arithmetic ?? round.arithmetic };
  if (row.facts.state === 'planned') {
    const arithmetic = ruled?.arithmetic ?? before.arithmetic;
    const after = { ...plannedAgain(row, ruled, policy, is, now), provisional };
    return { ...common, after, arithmetic, arithmeticAfter: arithmetic };
  }
  const dueAt = ruled === null ? row.facts.dueAt : movedDue(row.facts.dueAt, ruled.dueAt, now, is);
  const moved = withMovedDue(row.facts, dueAt, source.kind === 'rule', now);
  const facts = underCalendar(row.facts, moved, policy, was, is);
  const after = { ...row, provisional, facts, ...derived(facts, { policy, calendar: is }) };
  const arithmetic = ruled === null ? before.arithmetic : arithmeticOf(ruled, dueAt, row, round);
  const shared = round.cadence === null || ruled === null ? round.arithmetic : ruled.arithmetic;
  return { ...common, after, arithmetic, arithmeticAfter: arithmetic ?? shared };
}

/** A cadence's arithmetic stands in its round; an obligation has its own where it goes another way. */
function arithmeticOf(ruled: RuledDue, dueAt: Instant, row: ObligationRow, round: RoundRow): string | null {
  if (dueAt === ruled.dueAt) return round.cadence === null || row.facts.dueRevision > 1 ? ruled.arithmetic : null;
  const why =
    dueAt === row.facts.dueAt
      ? `原时限${dayOfInstant(dueAt)}不提前`
      : `提前的时限至少留到变更后的下一个工作日，故为${dayOfInstant(dueAt)}`;
  return `${ruled.arithmetic}；${why}`;
}

/** A look-back that has not opened: its opening moves as a deadline does, and its due follows. */
function plannedAgain(
  row: ObligationRow,
  ruled: (RuledDue & { readonly opensAt?: Instant }) | null,
  policy: Policy,
  is: WorkCalendar,
  now: Instant,
): ObligationRow {
  if (ruled?.opensAt === undefined) return row;
  const openedAt = movedDue(row.facts.openedAt, ruled.opensAt, now, is);
  const { dueAt } = ruled;
  const facts = {
    ...row.facts,
    openedAt,
    dueAt,
    originalDueAt: dueAt,
    plannedAt: openedAt,
    sweptTo: openedAt,
  };
  return { ...row, facts, yellowAt: derived(facts, { policy, calendar: is }).yellowAt, nextWakeAt: openedAt };
}

function differs({ before, after, arithmetic, arithmeticBefore, arithmeticAfter }: Replanned): boolean {
  const { row } = before;
  return (
    row.facts.dueAt !== after.facts.dueAt ||
    row.facts.openedAt !== after.facts.openedAt ||
    row.facts.sweptTo !== after.facts.sweptTo ||
    row.provisional !== after.provisional ||
    row.yellowAt !== after.yellowAt ||
    row.nextWakeAt !== after.nextWakeAt ||
    before.arithmetic !== arithmetic ||
    arithmeticBefore !== arithmeticAfter ||
    (row.facts.spentRungs ?? []).join() !== (after.facts.spentRungs ?? []).join()
  );
}

function roundDiffers(update: RoundUpdate, rounds: ReadonlyMap<number, RoundRow>): boolean {
  const round = rounds.get(update.id);
  return round?.provisional !== update.provisional || round.arithmetic !== update.arithmetic;
}
