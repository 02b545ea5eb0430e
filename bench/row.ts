import { median } from './measure.js';
import type { Peer } from './peers/peer.js';
import type { Place } from './place.js';
import type { Figure, RowOutcome, Verdict } from './result.js';

/** What a row is given to run. */
export interface Run {
  readonly place: Place;
  readonly peers: readonly Peer[];
  readonly repeats: number;
  /** Part of the full size: 1 for results that are kept, less for quick runs and the smoke test. */
  readonly scale: number;
  readonly say: (line: string) => void;
}

/** A line of quality's table of speeds. */
export interface Row {
  readonly id: string;
  readonly title: string;
  /** Items of a full run. */
  readonly size: number;
  run(run: Run, size: number): Promise<RowOutcome>;
}

export function figure(name: string, unit: Figure['unit'], values: readonly number[], note?: string): Figure {
  return {
    name,
    unit,
    values: values.map((value) => Number(value.toPrecision(5))),
    median: median(values),
    ...(note === undefined ? {} : { note }),
  };
}

/** A ratio held against a goal. */
export function ratio(
  what: string,
  value: number,
  goal: { readonly atMost: number; readonly text?: string } | { readonly atLeast: number; readonly text?: string },
): Verdict {
  const [met, sign, bound] =
    'atMost' in goal
      ? ([value <= goal.atMost, '≤', goal.atMost] as const)
      : ([value >= goal.atLeast, '≥', goal.atLeast] as const);
  return { what, measured: `${value.toPrecision(3)}×`, goal: goal.text ?? `${sign} ${bound}×`, met };
}

/** Throws when something that must be equal is not: a fast wrong answer is no answer. */
export function same(what: string, found: number, wanted: number): void {
  if (found !== wanted) throw new Error(`${what}: ${found} instead of ${wanted}`);
}
