/**
 * `npm run soak [-- --minutes 10]`: steady load on a real installation, a round of reminders and slips every half minute;
 * memory, connections and open files of api and worker are looked at every five seconds, each time after both were told
 * to collect their garbage: what is counted is what they hold on to. Exit 1 when one of them grows, or when one of the ten promises did not hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { inWords, verify } from '../test/chaos/invariants.js';
import type { App } from '../test/chaos/parts.js';
import { World } from '../test/chaos/world.js';

const EVERY_MS = 5_000;
const ROUND_EVERY_MS = 30_000;
/** The first part of the time warms caches up and is not judged. */
const WARM_UP = 0.4;
/** Growth per minute that is taken for noise; resident memory, which the runtime seldom gives back, may grow more. */
const MOST_PER_MINUTE = { 'heap MB': 2, 'resident MB': 5, files: 1, connections: 0.5 } as const;

type Measure = keyof typeof MOST_PER_MINUTE;

interface Sample {
  readonly at: number;
  readonly values: Readonly<Record<string, number>>;
}

async function ofProcess({ pid, url }: App): Promise<Record<Exclude<Measure, 'connections'>, number>> {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8');
  const metrics = await (await fetch(`${url}/metrics`)).text();
  return {
    'heap MB': Number(/nodejs_heap_size_used_bytes (\d+)/.exec(metrics)?.[1]) / 1_048_576,
    'resident MB': Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) / 1_024,
    files: readdirSync(`/proc/${pid}/fd`).length,
  };
}

async function sample(world: World, began: number): Promise<Sample> {
  const values: Record<string, number> = {};
  await Promise.all([world.api.collect(), world.worker.collect()]);
  for (const app of ['api', 'worker'] as const) {
    for (const [measure, value] of Object.entries(await ofProcess(world[app]))) values[`${app} ${measure}`] = value;
    values[`${app} connections`] = await world.count(
      'SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE $1',
      [app === 'api' ? 'duban-api' : 'duban-worker%'],
    );
  }
  return { at: performance.now() - began, values };
}

type Point = readonly [minute: number, value: number];

/** Growth per minute by least squares. */
function slope(points: readonly Point[]): number {
  const mean = (pick: 0 | 1): number => points.reduce((sum, point) => sum + point[pick], 0) / points.length;
  const [x, y] = [mean(0), mean(1)];
  const spread = points.reduce((sum, [a]) => sum + (a - x) ** 2, 0);
  return spread === 0 ? 0 : points.reduce((sum, [a, b]) => sum + (a - x) * (b - y), 0) / spread;
}

async function soak(minutes: number): Promise<boolean> {
  const world = await World.open();
  const say = (line: string): boolean => process.stdout.write(`${line}\n`);
  try {
    await world.disturbed(async () => {
      await Promise.all([world.api.stop(), world.worker.stop()]);
      await Promise.all([world.api.start({ collects: true }), world.worker.start({ collects: true })]);
      await Promise.all([world.api.ready(), world.worker.ready()]);
    });
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
      const points = judged.map(({ at, values }): Point => [at / 60_000, values[name] ?? 0]);
      const grows = slope(points);
      const bad = grows > most;
      grew ||= bad;
      const [first, last] = [points[0]?.[1] ?? 0, points.at(-1)?.[1] ?? 0];
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
