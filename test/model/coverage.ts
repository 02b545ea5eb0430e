/**
 * Counts what a run of seeds makes happen, so that the generator can be seen to reach every rule.
 * Run: npx tsx --conditions=source test/model/coverage.ts [seeds]
 */
import { output, runWorld } from './model.js';
import { scenario } from './scenarios.js';
import { readInstant } from './time.js';
import type { Behaviour, ModelInput } from './types.js';
import type { World } from './world.js';

export type Counts = Map<string, number>;

/** What happened in the scenarios of seeds 1 … `seeds`, by name. */
export function coverage(seeds: number): Counts {
  const counts: Counts = new Map();
  const count = (name: string, n = 1): void => {
    counts.set(name, (counts.get(name) ?? 0) + n);
  };
  for (let seed = 1; seed <= seeds; seed++) {
    const input = scenario(seed);
    countOne(input, runWorld(input), count);
  }
  return counts;
}

function countOne(input: ModelInput, world: World, count: (name: string, n?: number) => void): void {
  const closedAt = new Map<number, string>();
  for (const e of world.events) if (e.kind === 'moved' && e.to === 'cancelled') closedAt.set(e.project, e.at);
  const result = output(world, input);
  count('events printed', result.events.length);
  count('events before from', world.events.length - result.events.length);
  for (const e of world.events) {
    count(`event ${e.kind}`);
    if (e.kind === 'opened') {
      const what = e.cadence === 'rectification' ? `stage ${e.period!.replace(/^.*\//, '')}` : kindOf(e.cadence!);
      count(`opened ${what}${e.late ? ' late' : ''}${e.provisional ? ' provisional' : ''}`);
      if (e.due < e.at) count('opened overdue at once');
      if ((closedAt.get(e.project) ?? '9') < e.at) count(`opened after close ${what}`);
    }
    if (e.kind === 'notice') {
      count(`notice ${e.action}${e.late ? ' late' : ''}`);
      if (e.dueRevision > 1) count('notice of a later revision');
      if (e.to.some((t) => t.name === null)) count('notice to a vacant post');
    }
    if (e.kind === 'moved') count(`moved ${e.from} → ${e.to}`);
    if (e.kind === 'refused') count(`refused ${e.code} ${e.do}`);
  }
  for (const row of result.board) {
    count(`board ${row.state}`);
    count(`light ${row.light}`);
    if (row.cadence === 'rectification') count(`board stage ${row.light}`);
  }
  for (const row of result.rates) count(row.due === 0 ? 'rate —' : 'rate');
  for (const o of world.obligations) if (o.fired.size > 0) for (const f of o.fired) count(`fired ${f.split('/')[0]}`);
  for (const c of world.cases) count(`case attempt ${c.attempt}${c.closedOut ? ' closed out' : ''}`);
  count('outages', world.outages.length);
  const acts = (input.behaviour ?? []) as Behaviour[];
  const within = (t: number): boolean => world.outages.some((o) => o.from <= t && t < o.until);
  count('acts', acts.length);
  count('acts inside an outage', acts.filter((b) => b.do !== 'outage' && within(readInstant(b.at))).length);
  count(
    'acts outside the run',
    acts.filter((b) => readInstant(b.at) < world.launch || readInstant(b.at) > world.end).length,
  );
  if (world.outages.some((o) => o.until > world.end)) count('outage beyond the end');
}

function kindOf(cadence: string): string {
  return cadence === 'completion' ? cadence : 'slot';
}

if (process.argv[1]?.endsWith('coverage.ts')) {
  const seeds = Number(process.argv[2] ?? 300);
  for (const [name, n] of [...coverage(seeds)].sort(([a], [b]) => (a < b ? -1 : 1))) console.log(`${n}\t${name}`);
}
