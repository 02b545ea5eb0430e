import { setTimeout as pause } from 'node:timers/promises';

/** A transaction that lost to others is tried so often in all. */
export const MOST_TRIES = 5;
/** The pause before the second try; it doubles, and a random part keeps two losers from meeting again. */
const FIRST_PAUSE_MS = 10;

/** PostgreSQL: deadlock detected, could not serialize. Nothing of the transaction is left, so it may run again. */
const LOST_STATES: readonly unknown[] = ['40P01', '40001'];

/** Whether an error says that the transaction lost to another one and may simply run again. */
export function lostToAnother(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && LOST_STATES.includes(error.code);
}

/**
 * Runs a whole transaction, and again when it lost a deadlock. Lockers keep an order (project, obligation by id, case,
 * round), so this is the net below it, not a way of life.
 * @param transaction begins, works and commits; must leave nothing behind when it fails
 * @throws what it threw the last time
 */
export async function retried<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await transaction();
    } catch (error) {
      if (tries >= MOST_TRIES || !lostToAnother(error)) throw error;
      const longest = FIRST_PAUSE_MS * 2 ** tries;
      await pause(longest / 2 + (Math.random() * longest) / 2);
    }
  }
}
