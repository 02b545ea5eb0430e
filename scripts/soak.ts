/**
 * `npm run soak [-- --minutes 10]`: steady load on a real installation, a round of reminders and slips every half minute;
 * memory, connections and open files of api and worker are looked at every five seconds. Exit 1 when one of them grows.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inWords, verify } from '../test/chaos/invariants.js';
import { World } from '../test/chaos/world.js';

const EVERY_MS = 5_000;
const ROUND_EVERY_MS = 30_000;
/** The first part of the time warms caches up and is not judged. */
const WARM_UP = 0.25;
/** Growth that is taken for noise: a leak shows in the slope over minutes, garbage not yet collected does not. */
const MOST_PER_MINUTE = { 'memory MB': 3, files: 1, connections: 0.5 } as const;

type Measure = keyof typeof MOST_PER_MINUTE;

interface Sample {
  readonly at: number;
  readonly values: Readonly<Record<string, number>>;
}

function ofProcess(pid: number): Record<Exclude<Measure, 'connections'>, number> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  return {
    'memory MB': Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024,
    files: readdirSync(`/proc/${pid}/fd`).length,
  };
}

async function sample(world: World, began: number): Promise<Sample> {
  const values: Record<string, number> = {};
  for (const app of ['api', 'worker'] as const) {
    for (const [measure, value] of Object.entries(ofProcess(world[app].pid))) values[`${app} ${measure}`] = value;
    values[`${app} connections`] = await world.count(
      'SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE $1',
      [app === 'api' ? 'duban-api' : 'duban-worker%'],
    );
  }
  return { at: performance.now() - began, values };
}

/** Growth per minute by least squares. */
function slope(samples: readonly Sample[], name: string): number {
  const points = samples.map(({ at, values }) => [at / 60_000, values[name] ?? 0] as const);
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / spread;
}

async function soak(minutes: number): Promise<boolean> {
  const world = await World.open();
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  try {
    const began = performance.now();
    const samples: Sample[] = [];
    let roundAt = 0;
    while (performance.now() - began < minutes * 60_000) {
      if (performance.now() - began >= roundAt) {
        roundAt += ROUND_EVERY_MS;
        await world.round({ projects: 5, opensIn: 2, dueIn: 6 });
      }
      samples.push(await sample(world, began));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    await world.drain();
    await world.load.rest();
    const judged = samples.filter(({ at }) => at > minutes * 60_000 * WARM_UP);
    let grew = false;
    for (const name of Object.keys(judged[0]?.values ?? {})) {
      const measure = Object.keys(MOST_PER_MINUTE).find((known): known is Measure => name.endsWith(known));
      const most = measure === undefined ? 0 : MOST_PER_MINUTE[measure];
      const grows = slope(judged, name);
      const bad = grows > most;
      grew ||= bad;
      const [first, last] = [judged[0]?.values[name] ?? 0, judged.at(-1)?.values[name] ?? 0];
      say(
        `${bad ? '✗' : '✓'} ${name}: ${first.toFixed(0)} → ${last.toFixed(0)}, ${grows.toFixed(2)} per minute (at most ${most})`,
      );
    }
    const violations = inWords(await verify(world.evidence()));
    say(
      `${world.load.acknowledged} writes acknowledged, ${world.mail.mails.length} mails received in ${minutes} minutes`,
    );
    if (violations !== '') say(violations);
    return !grew && violations === '' && judged.length > 5;
  } finally {
    await world.close();
  }
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
process.exit((await soak(Number(values.minutes))) ? 0 : 1);
