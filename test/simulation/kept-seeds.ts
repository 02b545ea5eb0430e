/** Seeds that once broke a promise: they stay, and run every time. None has so far. */
export const KEPT_SEEDS = {
  /** Of acts.test.ts; `npm run simulate` names the ones to write here. */
  acts: [] as readonly number[],
  /** Of random-faults.test.ts. */
  faults: [] as readonly number[],
};
