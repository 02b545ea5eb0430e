/**
 * `npm run soak [-- --minutes 10]`: steady load on a real installation, each half minute on the obligations of a new round,
 * beside a round of reminders and slips; memory, connections and open files of api and worker are looked at every five
 * seconds, each time with the load at rest and after both were told to collect their garbage: what is counted is what they
 * hold on to, not what is being answered. Exit 1 when one of them grows, or when one of the ten promises did not hold.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { grown, type Measure, type Sample, WARM_UP } from '../test/chaos/growth.js';
import { inWords, verify } from '../test/chaos/invariants.js';
import type { App } from '../test/chaos/parts.js';
import { World } from '../test/chaos/world.js';

const EVERY_MS = 5_000;
const ROUND_EVERY_MS = 30_000;

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
  await world.load.rest();
  await Promise.all([world.api.collect(), world.worker.collect()]);
  for (const app of ['api', 'worker'] as const) {
    for (const [measure, value] of Object.entries(await ofProcess(world[app]))) values[`${app} ${measure}`] = value;
    values[`${app} connections`] = await world.count(
      'SELECT count(*)::int AS n FROM pg_stat_activity WHERE application_name LIKE $1',
      [app === 'api' ? 'duban-api' : 'duban-worker%'],
    );
  }
  world.load.resume();
  return { minute: (performance.now() - began) / 60_000, values };
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
        await world.moveLoad();
        await world.round({ projects: 5, opensIn: 2, dueIn: 6 });
      }
      samples.push(await sample(world, began));
      await new Promise((resolve) => setTimeout(resolve, EVERY_MS));
    }
    await world.drain();
    await world.load.rest();
    const judged = samples.filter(({ minute }) => minute > minutes * WARM_UP);
    const growth = grown(judged);
    for (const { name, bad, first, last, perMinute, most } of growth) {
      say(
        `${bad ? '✗' : '✓'} ${name}: ${first.toFixed(0)} → ${last.toFixed(0)}, ${perMinute.toFixed(2)} per minute (at most ${most})`,
      );
    }
    const violations = inWords(await verify(world.evidence()));
    say(
      `${world.load.acknowledged} writes acknowledged, ${world.mail.mails.length} mails received in ${minutes} minutes`,
    );
    if (violations !== '') say(violations);
    return growth.every(({ bad }) => !bad) && violations === '' && judged.length > 5;
  } finally {
    await world.close();
  }
}

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
process.exit((await soak(Number(values.minutes))) ? 0 : 1);
