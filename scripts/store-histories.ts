// Stores histories of real runs for the replay tests: `node scripts/run.mjs` has no command for it, it is run by hand
// (`npx tsx --conditions=source scripts/store-histories.ts`) when a workflow gained a path worth keeping. Histories
// already stored stay as they are: they are what runs out there.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  CLOCK_WORKFLOW,
  type ClockLook,
  DELIVERY_WORKFLOW,
  JOB_TASK_QUEUE,
  JOB_WORKFLOW,
  type JobOutcome,
  PERIOD_WORKFLOW,
  POKE_SIGNAL,
  TASK_QUEUE,
} from '@duban/workflows';
import proto from '@temporalio/proto';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { Worker } from '@temporalio/worker';
import { projectRoot } from './servers/paths.js';
import { resolveTestServer } from './servers/temporal-tools.js';

const target = path.join(projectRoot, 'test/histories');
const HOUR_MS = 3_600_000;

const env = await TestWorkflowEnvironment.createTimeSkipping({
  client: { identity: 'operator' },
  server: { executable: { type: 'existing-path', path: (await resolveTestServer()).path } },
});

/** Each story is the looks a clock takes, hours apart, and which effects they leave. */
interface Story {
  readonly name: string;
  readonly type: string;
  readonly looks: readonly { readonly hours: number | null; readonly effects?: readonly number[]; closed?: boolean }[];
  readonly failsOnce?: boolean;
  readonly pokeAfterHours?: number;
}

const STORIES: readonly Story[] = [
  {
    name: 'clock-ladder',
    type: CLOCK_WORKFLOW,
    looks: [{ hours: 24 }, { hours: 24, effects: [1, 2] }, { hours: 48, effects: [3] }, { hours: null, closed: true }],
  },
  {
    name: 'clock-effects-together',
    type: CLOCK_WORKFLOW,
    looks: [
      { hours: 24, effects: [1, 2, 3] },
      { hours: 24, effects: [4] },
      { hours: null, closed: true },
    ],
  },
  {
    name: 'clock-poked',
    type: CLOCK_WORKFLOW,
    looks: [{ hours: 100 }, { hours: null, closed: true }],
    pokeAfterHours: 5,
  },
  {
    name: 'clock-effect-retried',
    type: CLOCK_WORKFLOW,
    looks: [
      { hours: 24, effects: [1] },
      { hours: null, closed: true },
    ],
    failsOnce: true,
  },
  {
    name: 'clock-long-sleep',
    type: CLOCK_WORKFLOW,
    looks: [{ hours: 1_000 }, { hours: 280 }, { hours: null, closed: true }],
  },
  {
    name: 'periods',
    type: PERIOD_WORKFLOW,
    looks: [{ hours: 24 }, { hours: 700 }, { hours: 100 }],
    pokeAfterHours: 30,
  },
  {
    name: 'delivery',
    type: DELIVERY_WORKFLOW,
    looks: [{ hours: 0.01 }, { hours: 14 }, { hours: null }, { hours: 20 }, { hours: null, closed: true }],
    pokeAfterHours: 40,
  },
  // Interrupted twice, then done: every look but the last leaves it queued.
  { name: 'job-interrupted', type: JOB_WORKFLOW, looks: [{ hours: 0 }, { hours: 0 }, { hours: null, closed: true }] },
  // Long enough to go on as a new run: what is stored is its first. One is from before effects were left behind.
  { name: 'clock-renewed', type: CLOCK_WORKFLOW, looks: renewed() },
  { name: 'clock-renewed-leaving-effects', type: CLOCK_WORKFLOW, looks: renewed() },
];

function renewed(): Story['looks'] {
  const looks = Array.from({ length: 260 }, (_, index) => ({ hours: 1, effects: index > 150 ? [1] : [] }));
  return [...looks, { hours: null, effects: [], closed: true }];
}

const INPUT: Readonly<Record<string, object>> = {
  [CLOCK_WORKFLOW]: { clockId: 1 },
  [PERIOD_WORKFLOW]: { programmeId: 1 },
  [DELIVERY_WORKFLOW]: { channelId: 1 },
  [JOB_WORKFLOW]: { jobId: 1 },
};

async function tell(story: Story): Promise<void> {
  let look = 0;
  let failed = false;
  const next = async (): Promise<ClockLook> => {
    const now = await env.currentTimeMs();
    const { hours, effects = [], closed = false } = story.looks[Math.min(look, story.looks.length - 1)] ?? { hours: 1 };
    look += 1;
    return { now, nextWakeAt: hours === null ? null : now + hours * HOUR_MS, closed, effectIds: effects };
  };
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TASK_QUEUE,
    identity: 'worker',
    workflowsPath: fileURLToPath(import.meta.resolve('@duban/workflows/workflows')),
    activities: {
      advanceClock: next,
      performEffect: async () => {
        if (story.failsOnce === true && !failed) {
          failed = true;
          throw new Error('mail server away');
        }
        return 'done';
      },
      // The second of them cannot be settled together and goes by itself.
      performEffects: async (effectIds: readonly number[]) => effectIds.slice(1),
      openRounds: async () => {
        const { now, nextWakeAt } = await next();
        return { now, nextOpeningAt: nextWakeAt, openedClockIds: [] };
      },
      sendDue: async () => {
        const { now, nextWakeAt, closed } = await next();
        return { now, nextAt: nextWakeAt, closed };
      },
    },
  });
  // Jobs have a task queue of their own, so that clocks never wait behind one.
  const jobs = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: JOB_TASK_QUEUE,
    identity: 'worker',
    activities: { runJob: async (): Promise<JobOutcome> => ((await next()).closed ? 'done' : 'queued') },
  });
  const run = async (): Promise<void> => {
    const handle = await env.client.workflow.start(story.type, {
      workflowId: `stored/${story.name}`,
      taskQueue: TASK_QUEUE,
      args: [INPUT[story.type]],
    });
    if (story.pokeAfterHours !== undefined) {
      await env.sleep(story.pokeAfterHours * HOUR_MS);
      await handle.signal(POKE_SIGNAL);
    }
    if (story.type === PERIOD_WORKFLOW) await env.sleep(1_000 * HOUR_MS);
    else await handle.result();
    const first = env.client.workflow.getHandle(handle.workflowId, handle.firstExecutionRunId);
    writeFileSync(path.join(target, `${story.name}.json`), asJson(await first.fetchHistory()));
  };
  await worker.runUntil(jobs.runUntil(run()));
}

/** Plain JSON; read back by `History.fromObject`. */
function asJson(history: proto.temporal.api.history.v1.IHistory): string {
  const { History } = proto.temporal.api.history.v1;
  const plain = History.toObject(History.fromObject(history), { longs: String, enums: String, bytes: String });
  return `${JSON.stringify(plain)}\n`;
}

mkdirSync(target, { recursive: true });
try {
  for (const story of STORIES) {
    if (existsSync(path.join(target, `${story.name}.json`))) continue;
    await tell(story);
    process.stderr.write(`stored ${story.name}\n`);
  }
} finally {
  await env.teardown();
}
