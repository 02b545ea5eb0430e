// A time-skipping Temporal with our workflows, and activities that are faked by the same interfaces.
import { fileURLToPath } from 'node:url';
import type { ClockActivities, DeliveryActivities, PeriodActivities } from '@duban/workflows';
import {
  CLOCK_WORKFLOW,
  clockWorkflowId,
  DELIVERY_WORKFLOW,
  deliveryWorkflowId,
  PERIOD_WORKFLOW,
  periodWorkflowId,
  TASK_QUEUE,
} from '@duban/workflows';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import {
  bundleWorkflowCode,
  DefaultLogger,
  makeTelemetryFilterString,
  Runtime,
  Worker,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';
import { testServerExecutable } from '../support/servers.js';

export type Activities = ClockActivities & PeriodActivities & DeliveryActivities;

export const WORKFLOWS_PATH = fileURLToPath(new URL('../../libs/workflows/src/workflows.ts', import.meta.url));
const quiet = new DefaultLogger('ERROR');

let bundle: Promise<WorkflowBundleWithSourceMap> | undefined;

/** The workflows, bundled once per test file. */
export function workflowBundle(): Promise<WorkflowBundleWithSourceMap> {
  bundle ??= bundleWorkflowCode({ workflowsPath: WORKFLOWS_PATH, logger: quiet });
  return bundle;
}

/** Starts the server; its clock is global, so each test file has its own and runs its tests one after another. */
export async function timeSkipping(): Promise<TestWorkflowEnvironment> {
  Runtime.install({
    logger: quiet,
    telemetryOptions: { logging: { filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
  });
  return TestWorkflowEnvironment.createTimeSkipping({ server: { executable: await testServerExecutable() } });
}

/** Activities that fail the test when they are called though nobody expected it. */
export function strict(expected: Partial<Activities>): Activities {
  const unexpected = (name: string) => async (): Promise<never> => {
    throw new Error(`unexpected call of ${name}`);
  };
  return {
    advanceClock: unexpected('advanceClock'),
    performEffect: unexpected('performEffect'),
    performEffects: unexpected('performEffects'),
    openRounds: unexpected('openRounds'),
    sendDue: unexpected('sendDue'),
    ...expected,
  };
}

/** Runs `work` beside a worker with these activities. */
export async function withWorker<T>(
  env: TestWorkflowEnvironment,
  activities: Partial<Activities>,
  work: () => Promise<T>,
): Promise<T> {
  const worker = await Worker.create({
    connection: env.nativeConnection,
    taskQueue: TASK_QUEUE,
    workflowBundle: await workflowBundle(),
    activities: strict(activities),
  });
  return worker.runUntil(work);
}

const key = (clockId: number) => ({ programmeId: 1, cadenceKey: 'test', periodKey: `k${clockId}`, shard: 1 });

export function startClock(env: TestWorkflowEnvironment, clockId: number) {
  return env.client.workflow.start(CLOCK_WORKFLOW, {
    workflowId: clockWorkflowId(key(clockId)),
    taskQueue: TASK_QUEUE,
    args: [{ clockId }],
  });
}

export function startPeriods(env: TestWorkflowEnvironment, programmeId: number) {
  return env.client.workflow.start(PERIOD_WORKFLOW, {
    workflowId: periodWorkflowId(programmeId),
    taskQueue: TASK_QUEUE,
    args: [{ programmeId }],
  });
}

export function startDelivery(env: TestWorkflowEnvironment, channelId: number) {
  return env.client.workflow.start(DELIVERY_WORKFLOW, {
    workflowId: deliveryWorkflowId(`c${channelId}`),
    taskQueue: TASK_QUEUE,
    args: [{ channelId }],
  });
}

export const DAY_MS = 86_400_000;
