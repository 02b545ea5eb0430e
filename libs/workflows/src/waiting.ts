import type { Instant } from '@duban/domain';
import { workflowInfo } from '@temporalio/workflow';

const SHORTEST_WAIT_MS = 1;

/**
 * What is due is decided for every clock before anything is delivered for one: at a month's end hundreds of effects
 * stand in the same queue. 1 goes first, 5 last.
 */
export const DECISIONS_FIRST = { priorityKey: 1 } as const;
export const EFFECTS_LAST = { priorityKey: 5 } as const;

/** A worker that gives no sign of life for so long is taken for dead, and its work is given to another. */
export const MISSED_AFTER = '8 seconds';

/** However far away the next wake is, and when there is none: after this long the record is asked again. */
export const LONGEST_WAIT_MS = 30 * 86_400_000;

/** A run with more events than this goes on as a new one, whatever the server suggests: replay stays short. */
const LONG_HISTORY_EVENTS = 2_000;

const SHANGHAI_MS = 8 * 3_600_000;

/**
 * How long to wait, in milliseconds. The distance is taken between two instants of the activity's clock, so that a
 * worker whose clock differs from the Temporal server's neither wakes late nor spins; the time that has passed in the
 * workflow since that look is taken off.
 */
export function waitMs(nextAt: Instant | null, lookedAt: Instant, passedMs: number): number {
  if (nextAt === null) return LONGEST_WAIT_MS;
  return Math.min(Math.max(nextAt - lookedAt - passedMs, SHORTEST_WAIT_MS), LONGEST_WAIT_MS);
}

/** Whether the run should go on as a new one. */
export function historyIsLong(): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  return continueAsNewSuggested || historyLength > LONG_HISTORY_EVENTS;
}

/** An instant for an operator's eyes, `2026-07-29 09:00:00` Shanghai time. */
export function shanghaiText(instant: Instant): string {
  return new Date(instant + SHANGHAI_MS).toISOString().slice(0, 19).replace('T', ' ');
}
