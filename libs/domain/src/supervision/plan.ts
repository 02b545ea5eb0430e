import type { Instant, WorkCalendar } from '../calendar/index.js';
import type { ObligationState } from '../obligation/transitions.js';
import type { Anchor, Policy, Rung } from './policy.js';
import { offsetInstant } from './policy.js';

/** The facts of an obligation from which its whole plan follows. No plan is ever stored. */
export interface LadderFacts {
  readonly state: ObligationState;
  readonly openedAt: Instant;
  readonly dueAt: Instant;
  /** When the plan was last made afresh: opening, extension or resumption. Earlier rungs are dropped. */
  readonly plannedAt: Instant;
  readonly returnedAt: Instant | null;
  /** Rungs before this instant have been judged: fired or spent. */
  readonly sweptTo: Instant;
  /** Rungs judged already that a changed calendar would bring again (see `underCalendar`). */
  readonly spentRungs?: readonly string[];
  /** True once the obligation can move no more, whatever its state. */
  readonly ended: boolean;
}

/** A rung with its instant. `order` is its place in the policy. */
export interface PlannedRung {
  readonly rung: Rung;
  readonly order: number;
  readonly at: Instant;
}

/** A rung that fires. `late` when the engine was not there at its instant. */
export interface Firing extends PlannedRung {
  readonly late: boolean;
}

const FIRES_WHILE: Record<Anchor, readonly ObligationState[]> = {
  due: ['open', 'received', 'returned'],
  opened: ['open'],
  returned: ['returned'],
};

/** In which states a rung may still fire later, once the state has changed back. */
const MAY_FIRE_FROM: Record<Anchor, readonly ObligationState[]> = {
  due: ['open', 'received', 'returned', 'submitted'],
  opened: ['open'],
  returned: ['returned'],
};

/**
 * The plan of an obligation: every rung's instant after the instant of planning, by instant, then policy order.
 * A rung at or before its planning is dropped; `returned` rungs are planned by the latest return.
 */
export function planOf(facts: LadderFacts, policy: Policy, calendar: WorkCalendar): PlannedRung[] {
  const plan: PlannedRung[] = [];
  for (const [order, rung] of policy.rungs.entries()) {
    const anchor = anchorInstant(rung.anchor, facts);
    if (anchor === null) continue;
    const at = offsetInstant(anchor, rung.offset, rung.at ?? '00:00', calendar);
    const plannedAt = rung.anchor === 'returned' ? Math.max(facts.plannedAt, anchor) : facts.plannedAt;
    if (at > plannedAt && !facts.spentRungs?.includes(spentMark(rung, facts))) plan.push({ rung, order, at });
  }
  return plan.sort((a, b) => a.at - b.at || a.order - b.order);
}

function anchorInstant(anchor: Anchor, facts: LadderFacts): Instant | null {
  if (anchor === 'due') return facts.dueAt;
  return anchor === 'opened' ? facts.openedAt : facts.returnedAt;
}

/** Whether a rung's condition holds in a state. */
export function firesWhile(anchor: Anchor, state: ObligationState): boolean {
  return FIRES_WHILE[anchor].includes(state);
}

/** The next instant at which a rung has to be judged; null when nothing is left to wait for. */
export function nextRungAt(facts: LadderFacts, policy: Policy, calendar: WorkCalendar): Instant | null {
  if (facts.ended) return null;
  const next = planOf(facts, policy, calendar).find(
    ({ at, rung }) => at >= facts.sweptTo && MAY_FIRE_FROM[rung.anchor].includes(facts.state),
  );
  return next?.at ?? null;
}

/**
 * Judges the rungs whose instants have come, in [sweptTo, now]. After an outage people are not flooded: of the missed
 * reminders and presses only the latest fires, and none once the obligation is past due; no other rung is skipped.
 * @param graceMs a rung this much behind still counts as on time (a wake is never to the millisecond)
 * @returns what fires, by instant, then policy order
 */
export function judge(
  facts: LadderFacts,
  policy: Policy,
  calendar: WorkCalendar,
  now: Instant,
  graceMs: number,
): Firing[] {
  if (facts.ended) return [];
  const fired = planOf(facts, policy, calendar)
    .filter(({ at, rung }) => at >= facts.sweptTo && at <= now && firesWhile(rung.anchor, facts.state))
    .map((planned): Firing => ({ ...planned, late: planned.at < now - graceMs }));
  const collapsing = fired.filter(({ late, rung }) => late && isReminder(rung));
  const kept = now > facts.dueAt ? undefined : collapsing.at(-1);
  return fired.filter((firing) => !collapsing.includes(firing) || firing === kept);
}

/** Reminders before due and presses: what is collapsed after an outage. Slips and proposals never are. */
export function isReminder(rung: Rung): boolean {
  return rung.action === 'remind' || rung.action === 'press';
}

/**
 * The facts of an obligation whose calendar changed. Rungs move with the days, yet each is judged once: what was judged
 * and would now come again is spent, and what was still to come and would now lie behind is looked at once more.
 * @param before,was the facts and the calendar so far
 * @param after,is the facts (their deadline moved already, if it moves) and the changed calendar
 */
export function underCalendar<F extends LadderFacts>(
  before: F,
  after: F,
  policy: Policy,
  was: WorkCalendar,
  is: WorkCalendar,
): F {
  const judged = new Set(before.spentRungs ?? []);
  for (const { rung, at } of planOf(before, policy, was)) {
    if (at < before.sweptTo) judged.add(spentMark(rung, before));
  }
  const { spentRungs: _, ...unspent } = after;
  const plan = planOf(unspent, policy, is).map(({ rung, at }) => ({ at, mark: spentMark(rung, after) }));
  const behind = plan.filter(({ at, mark }) => at < after.sweptTo && !judged.has(mark)).map(({ at }) => at);
  const sweptTo = Math.min(after.sweptTo, ...behind);
  const spentRungs = plan.filter(({ at, mark }) => at >= sweptTo && judged.has(mark)).map(({ mark }) => mark);
  return { ...after, sweptTo, spentRungs };
}

/** A rung by its key and the instant it counts from: another deadline, another return, another rung. */
function spentMark({ key, anchor }: Rung, facts: LadderFacts): string {
  return `${key}@${anchorInstant(anchor, facts)}`;
}
