import { performance } from 'node:perf_hooks';

/** One of the things that take turns; gives its figure (milliseconds, unless the row says otherwise). */
export type Side = () => Promise<number>;

/** Sides by name, in the order of their turns. */
export type Sides = Readonly<Record<string, Side>>;

/**
 * Lets the sides take turns (A B A B …), so that whatever else the machine does falls on all of them.
 * @returns every side's figures, in the order of the repeats
 */
export async function takeTurns(
  repeats: number,
  sides: Sides,
  say: (line: string) => void,
): Promise<Record<string, number[]>> {
  const figures: Record<string, number[]> = Object.fromEntries(Object.keys(sides).map((name) => [name, []]));
  for (let turn = 1; turn <= repeats; turn++) {
    for (const [name, side] of Object.entries(sides)) {
      const figure = await side();
      figures[name]?.push(figure);
      say(`  ${turn}/${repeats} ${name}: ${figure.toPrecision(4)}`);
    }
  }
  return figures;
}

/** Milliseconds that a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle one; of an even number the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** A quantile, interpolated. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (sorted.length - 1) * q;
  const [low, high] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  if (low === undefined || high === undefined) return Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** Does the work for all items, so many at once. */
export async function inParallel<T>(
  items: readonly T[],
  atOnce: number,
  work: (item: T) => Promise<unknown>,
): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}
