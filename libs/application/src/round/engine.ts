import { type Firing, type Instant, judge, nextRungAt, type PostRelation } from '@duban/domain';
import {
  type ClockContext,
  clockOutlook,
  closeClock,
  ENGINE,
  type HistoryEntry,
  holdersOf,
  isUnavailable,
  lockDueIds,
  lockDueObligations,
  lockLost,
  lockRoundClocks,
  type NewNotice,
  type ObligationRow,
  pendingEffects,
  projectTitles,
  readClock,
  readObligations,
  saveObligations,
  saveSweep,
  writeHistory,
  writeNotices,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { noticesOf, subjectOf } from '../notice/compose.js';
import { changeEntry, derived, onceForAll, type Terms } from '../obligation/derived.js';
import { writeProposals } from '../rectification/proposals.js';
import { Rules } from '../supervision/rules.js';
import { type OpeningResult, openDueRounds } from './open-rounds.js';
import { type ReadApart, readApart } from './read-apart.js';
import { setAsideObligation } from './set-aside.js';

/** What an advance of a clock came to. */
export interface AdvanceResult {
  /** The next instant at which anything can happen; null when only people can make it happen. */
  readonly nextWakeAt: Instant | null;
  /** Nothing in the clock can move any more. */
  readonly closed: boolean;
  /** Effects to be performed, those left over from an earlier crash included. */
  readonly effectIds: number[];
}

export interface EngineOptions {
  /**
   * How far behind its instant a rung or an opening may be and still count as on time. Zero under a virtual clock;
   * in production a wake is never to the millisecond.
   */
  readonly graceMs?: number;
}

/**
 * The engine: time's side of every promise. Each call is one transaction and may be repeated at will: at the same
 * instant it changes nothing. The same code runs under Temporal, under the rehearsal's virtual clock and in tests.
 */
export class Engine {
  private readonly graceMs: number;

  constructor(
    private readonly dataSource: DataSource,
    options: EngineOptions = {},
    private readonly rules: Rules = new Rules(),
  ) {
    this.graceMs = options.graceMs ?? 0;
  }

  /**
   * Judges every obligation of a clock whose wake has come: planned ones open, rungs fire or are spent, notices and
   * their effects are written. Cost follows what is due, not what sleeps.
   * @param now the instant up to which time is judged, inclusive
   */
  async advanceClock(clockId: number, now: Instant): Promise<AdvanceResult> {
    return this.dataSource.transaction(async (manager) => {
      const { read: due, unread } = await lockDue(manager, clockId, now);
      // Only now: a calendar that changed while these were waited for is the one that holds.
      const clock = await readClock(manager, clockId);
      if (!clock || clock.closed) return ended(await pendingEffects(manager, clockId));
      for (const { id, error } of unread) await setAsideObligation(manager, clock.programmeId, id, error, now);
      if (due.length > 0) await this.judgeDue(manager, clock, due, now);
      let outlook = await clockOutlook(manager, clockId);
      if (outlook.lost) await setAsideLost(manager, clock, now);
      if (!outlook.alive) {
        // A launch may be putting an obligation into this clock: wait for it, and look again before closing.
        await lockRoundClocks(manager, clock.roundId);
        outlook = await clockOutlook(manager, clockId);
        if (!outlook.alive) await closeClock(manager, clockId, now);
      }
      const effectIds = await pendingEffects(manager, clockId);
      return { nextWakeAt: outlook.nextWakeAt, closed: !outlook.alive, effectIds };
    });
  }

  /** Opens every round of a programme whose opening has come; one that was missed opens late, it is never skipped. */
  async openRounds(programmeId: number, now: Instant): Promise<OpeningResult> {
    return this.dataSource.transaction((manager) => openDueRounds(manager, this.rules, programmeId, now, this.graceMs));
  }

  /**
   * Judges what is due; a row that cannot be judged is set aside and the rest goes on. Found by halving, so that the
   * common case is one set of statements.
   */
  private async judgeDue(
    manager: EntityManager,
    clock: ClockContext,
    due: readonly ObligationRow[],
    now: Instant,
  ): Promise<void> {
    try {
      await manager.transaction((inner) => this.judgeAll(inner, clock, due, now));
    } catch (error) {
      const [first] = due;
      if (isUnavailable(error) || first === undefined) throw error;
      if (due.length === 1) return setAsideObligation(manager, clock.programmeId, first.id, error, now);
      const half = Math.ceil(due.length / 2);
      await this.judgeDue(manager, clock, due.slice(0, half), now);
      await this.judgeDue(manager, clock, due.slice(half), now);
    }
  }

  private async judgeAll(
    manager: EntityManager,
    clock: ClockContext,
    due: readonly ObligationRow[],
    now: Instant,
  ): Promise<void> {
    const terms = await this.rules.terms(manager, clock);
    await this.openPlanned(manager, due.filter(isPlanned), terms, now);
    const sweptTo = now + 1;
    const judgement = onceForAll((facts) => ({
      firings: judge(facts, terms.policy, terms.calendar, now, this.graceMs),
      nextWakeAt: nextRungAt({ ...facts, sweptTo }, terms.policy, terms.calendar),
    }));
    const judged = due.filter((row) => !isPlanned(row)).map((row) => ({ row, ...judgement(row.facts) }));
    const firing = judged.filter(({ firings }) => firings.length > 0);
    await writeNotices(manager, clock.clockId, await noticesFor(manager, clock, firing, now, due[0]?.id ?? 0), now);
    await writeProposals(
      manager,
      firing.filter(({ firings }) => firings.some(({ rung }) => rung.action === 'propose-rectification')),
      now,
    );
    await saveSweep(
      manager,
      judged.map(({ row, nextWakeAt }) => ({ id: row.id, nextWakeAt })),
      sweptTo,
    );
  }

  /** A planned obligation opens: late when the engine was away at its instant, its due as if it had been in time. */
  private async openPlanned(
    manager: EntityManager,
    planned: readonly ObligationRow[],
    terms: Terms,
    now: Instant,
  ): Promise<void> {
    if (planned.length === 0) return;
    const history: HistoryEntry[] = [];
    const opened = planned.map((row): ObligationRow => {
      const opensAt = row.nextWakeAt ?? now;
      const late = opensAt < now - this.graceMs;
      const openedAt = late ? now : opensAt;
      const facts = { ...row.facts, state: 'open' as const, openedAt, plannedAt: openedAt, sweptTo: openedAt };
      const after = { ...row, late, facts, ...derived(facts, terms) };
      const data = row.provisional ? { provisional: true } : null;
      history.push({ ...changeEntry('open', ENGINE, null, after, openedAt, { late, data }), stateFrom: 'planned' });
      return after;
    });
    await saveObligations(manager, opened, now, true);
    await writeHistory(manager, history);
  }
}

/** Locks what is due. A row that cannot be read is told apart from the rest, which goes on without it. */
async function lockDue(manager: EntityManager, clockId: number, now: Instant): Promise<ReadApart<ObligationRow>> {
  try {
    return { read: await lockDueObligations(manager, clockId, now), unread: [] };
  } catch (error) {
    if (isUnavailable(error)) throw error;
    return readApart(manager, await lockDueIds(manager, clockId, now), readObligations, error);
  }
}

/** What would never wake is set aside, or it would be missed in silence. */
async function setAsideLost(
  manager: EntityManager,
  { clockId, programmeId }: ClockContext,
  now: Instant,
): Promise<void> {
  for (const { id, wake } of await lockLost(manager, clockId)) {
    await setAsideObligation(manager, programmeId, id, new RangeError(`下次推进的时间读不出：${wake}`), now);
  }
}

interface FiringRow {
  readonly row: ObligationRow;
  readonly firings: readonly Firing[];
}

/**
 * The notices of a wake.
 * @param firstId the first of its obligations names the wake: two wakes of one instant have no row in common
 */
async function noticesFor(
  manager: EntityManager,
  clock: ClockContext,
  firing: readonly FiringRow[],
  now: Instant,
  firstId: number,
): Promise<NewNotice[]> {
  if (firing.length === 0) return [];
  const projectIds = firing.map(({ row }) => row.projectId);
  const rungs = new Set(firing.flatMap(({ firings }) => firings.map(({ rung }) => rung)));
  // The office stands in for vacant posts and for the units' where it owes the work itself.
  const relations = new Set<PostRelation>(['office', ...[...rungs].flatMap(({ to }) => to)]);
  const holders = await holdersOf(manager, projectIds, now, [...relations]);
  const titles = await projectTitles(manager, projectIds);
  const wake = `${clock.clockId}/${now}/${firstId}`;
  return firing.flatMap(({ row, firings }) => {
    const subject = subjectOf(titles.get(row.projectId) ?? '', clock.roundName, row.periodKey);
    return firings.flatMap((fired) => noticesOf(row, fired, holders, subject, now, wake, clock.urgent));
  });
}

function isPlanned(row: ObligationRow): boolean {
  return row.facts.state === 'planned';
}

function ended(effectIds: number[]): AdvanceResult {
  return { nextWakeAt: null, closed: true, effectIds };
}
