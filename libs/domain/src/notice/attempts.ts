/** After this many attempts a message is dead: about two days of working hours. */
export const MOST_SEND_ATTEMPTS = 20;

const FIRST_MS = 60_000;
const LONGEST_MS = 3_600_000;

/** How long to wait after an attempt that failed: a minute, doubling up to an hour. `attempts` counts those made. */
export function sendBackOffMs(attempts: number): number {
  return Math.min(FIRST_MS * 2 ** Math.min(Math.max(attempts - 1, 0), 20), LONGEST_MS);
}
