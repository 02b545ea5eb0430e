// Whether a process holds on to ever more, judged from looks at it over some minutes.

/** The first part of the time warms caches up and is not judged. */
export const WARM_UP = 0.4;
/** Growth per minute that is taken for noise; resident memory, which the runtime seldom gives back, may grow more. */
const MOST_PER_MINUTE = { 'heap MB': 1, 'resident MB': 5, files: 1, connections: 0.5 } as const;

export type Measure = keyof typeof MOST_PER_MINUTE;

const MEASURES = Object.keys(MOST_PER_MINUTE) as readonly Measure[];

/** One look: when, in minutes since the beginning, and each figure by `<process> <measure>`. */
export interface Sample {
  readonly minute: number;
  readonly values: Readonly<Record<string, number>>;
}

export interface Growth {
  readonly name: string;
  readonly first: number;
  readonly last: number;
  /** By least squares over all looks. */
  readonly perMinute: number;
  readonly most: number;
  readonly bad: boolean;
}

/** @returns for each figure how it grew, and whether that is more than noise; a figure of no known measure may not grow */
export function grown(samples: readonly Sample[]): Growth[] {
  return Object.keys(samples[0]?.values ?? {}).map((name) => {
    const measure = MEASURES.find((known) => name.endsWith(known));
    const most = measure === undefined ? 0 : MOST_PER_MINUTE[measure];
    const points = samples.map(({ minute, values }): Point => [minute, values[name] ?? Number.NaN]);
    const perMinute = slope(points);
    // Not "more than": what could not be read is no figure, and no reason to be content.
    const bad = !(perMinute <= most);
    return { name, first: points[0]?.[1] ?? 0, last: points.at(-1)?.[1] ?? 0, perMinute, most, bad };
  });
}

type Point = readonly [minute: number, value: number];

function slope(points: readonly Point[]): number {
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / spread;
}
