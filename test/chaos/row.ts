import type { World } from './world.js';

/** What a row of the matrix found. */
export interface Finding {
  /** How long it took to be back, in milliseconds; undefined where nothing was away. */
  readonly recoveredMs?: number;
  /** What else had to hold, and did not. */
  readonly broken?: readonly string[];
  /** Figures worth telling. */
  readonly note?: string;
}

export interface Row {
  readonly number: number;
  readonly fault: string;
  readonly how: string;
  /** What the row promises beyond the ten. */
  readonly holds: string;
  readonly boundMs: number;
  /** The api is started in it: what its undisturbed start takes on this machine is not counted. */
  readonly restarts?: true;
  /** Needs an installation of its own: it leaves nothing usable behind, or needs other files. */
  readonly own?: 'small-disk' | 'fresh';
  /** Takes part in the short form. */
  readonly short?: true;
  /** @param brief the short form: a fault once instead of again and again */
  readonly run: (world: World, random: () => number, brief: boolean) => Promise<Finding>;
}

/** The statements that do not hold. */
export function unless(facts: Readonly<Record<string, boolean>>): string[] {
  return Object.entries(facts).flatMap(([what, holds]) => (holds ? [] : [what]));
}

export const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** A generator of numbers in [0, 1) that a seed decides. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
