import { dayOfInstant, type Instant, sameTimeOn, type WorkCalendar } from '../calendar/index.js';
import type { ObligationFacts } from './obligation.js';

/**
 * Where a changed calendar puts a deadline. A later one holds, also for what is overdue already: nobody could work on
 * days that turned out to be off. An earlier one never bites those who relied on the old one: what has passed stays,
 * and what comes nearer leaves at least until the workday after the change, or the old deadline if that is sooner.
 * @param present the deadline as it stands
 * @param ruled what its own rule gives under the changed calendar
 * @param now the instant of the change
 */
export function movedDue(present: Instant, ruled: Instant, now: Instant, calendar: WorkCalendar): Instant {
  if (ruled >= present || present < now) return Math.max(present, ruled);
  return Math.max(ruled, Math.min(present, soonestAfter(now, present, calendar)));
}

/** The first workday after the day of the change, at a deadline's own time of day. */
export function soonestAfter(now: Instant, timeOf: Instant, calendar: WorkCalendar): Instant {
  return sameTimeOn(calendar.workday(dayOfInstant(now), 1), timeOf);
}

/**
 * Where a changed calendar puts a deadline that a resumption gave: the workdays that were left then are counted again
 * from its day. None left meant the day itself, whatever day it is.
 */
export function resumedAgain(present: Instant, resumedAt: Instant, before: WorkCalendar, after: WorkCalendar): Instant {
  const from = dayOfInstant(resumedAt);
  const left = before.workdaysAfter(from, dayOfInstant(present));
  return left === 0 ? present : sameTimeOn(after.workday(from, left), present);
}

/**
 * The facts with a deadline that a changed calendar moved: a new due revision and a plan made afresh, so that nothing
 * fires from the old one.
 * @param byRule the deadline is the rule's own, not one that was extended or resumed: then the original moves with it
 */
export function withMovedDue(facts: ObligationFacts, dueAt: Instant, byRule: boolean, now: Instant): ObligationFacts {
  if (dueAt === facts.dueAt) return facts;
  const originalDueAt = byRule ? dueAt : facts.originalDueAt;
  return { ...facts, dueAt, originalDueAt, dueRevision: facts.dueRevision + 1, plannedAt: now };
}
