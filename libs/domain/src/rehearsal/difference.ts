import type { Instant } from '../calendar/index.js';

/** A notice that would be written, with what tells it from every other. */
export interface Told {
  readonly project: number;
  readonly projectTitle: string;
  readonly cadence: string;
  readonly period: string;
  readonly rung: string;
  /** What the rung counts by, e.g. `due:1`. */
  readonly cycle: string;
  readonly action: string;
  readonly post: string;
  readonly person: string | null;
  readonly at: Instant;
}

/** One notice that other rules bring, take away or move. */
export interface Change extends Omit<Told, 'at' | 'cycle'> {
  readonly change: 'more' | 'less' | 'earlier' | 'later';
  readonly before: Instant | null;
  readonly after: Instant | null;
}

export interface Counts {
  readonly before: number;
  readonly after: number;
  readonly same: number;
  readonly more: number;
  readonly less: number;
  readonly earlier: number;
  readonly later: number;
}

/** What two rehearsals of the same time differ in. */
export interface RehearsalDifference {
  readonly totals: Counts;
  readonly byRung: readonly (Counts & { readonly rung: string; readonly action: string; readonly post: string })[];
  readonly byRecipient: readonly (Counts & { readonly post: string; readonly person: string | null })[];
  /** By instant, then project. */
  readonly changes: readonly Change[];
}

interface Pair {
  readonly told: Told;
  readonly before: Instant | null;
  readonly after: Instant | null;
}

/** Compares what would be said under the present rules with what would be said under others. */
export function compareTold(before: readonly Told[], after: readonly Told[]): RehearsalDifference {
  const pairs = pairsOf(before, after);
  const changes = pairs.flatMap((pair): Change[] => {
    const change = changeOf(pair);
    const { at: _, cycle: __, ...told } = pair.told;
    return change === 'same' ? [] : [{ ...told, change, before: pair.before, after: pair.after }];
  });
  const first = (one: Change): number =>
    Math.min(one.before ?? Number.POSITIVE_INFINITY, one.after ?? Number.POSITIVE_INFINITY);
  return {
    totals: countsOf(pairs),
    byRung: grouped(pairs, ({ told: { rung, action, post } }) => ({ rung, action, post })),
    byRecipient: grouped(pairs, ({ told: { post, person } }) => ({ post, person })),
    changes: changes.sort((a, b) => first(a) - first(b) || a.project - b.project),
  };
}

function pairsOf(before: readonly Told[], after: readonly Told[]): Pair[] {
  const pairs = new Map<string, Pair>();
  const key = (t: Told): string => [t.project, t.cadence, t.period, t.rung, t.cycle, t.post].join('\u0001');
  for (const told of before) pairs.set(key(told), { told, before: told.at, after: null });
  for (const told of after)
    pairs.set(key(told), { told, before: pairs.get(key(told))?.before ?? null, after: told.at });
  return [...pairs.values()];
}

function changeOf({ before, after }: Pair): Change['change'] | 'same' {
  if (before === null) return 'more';
  if (after === null) return 'less';
  if (before === after) return 'same';
  return after < before ? 'earlier' : 'later';
}

function countsOf(pairs: readonly Pair[]): Counts {
  const counts = { before: 0, after: 0, same: 0, more: 0, less: 0, earlier: 0, later: 0 };
  for (const pair of pairs) {
    if (pair.before !== null) counts.before += 1;
    if (pair.after !== null) counts.after += 1;
    counts[changeOf(pair)] += 1;
  }
  return counts;
}

function grouped<K extends object>(pairs: readonly Pair[], keyOf: (pair: Pair) => K): (K & Counts)[] {
  const groups = new Map<string, { readonly key: K; readonly pairs: Pair[] }>();
  for (const pair of pairs) {
    const key = keyOf(pair);
    const name = JSON.stringify(key);
    const group = groups.get(name) ?? { key, pairs: [] };
    group.pairs.push(pair);
    groups.set(name, group);
  }
  return [...groups.values()].map(({ key, pairs: own }) => ({ ...key, ...countsOf(own) }));
}
