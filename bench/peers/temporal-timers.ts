import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { inBatches } from './batches.js';
import type { Peer } from './peer.js';

const STARTED_AT_ONCE = 50;
const require = createRequire(import.meta.url);
const { version }: { version: string } = require('@temporalio/client/package.json');

Runtime.install({ logger: new DefaultLogger('ERROR') });

/** Temporal used as everybody first does: a workflow with a timer for each item. */
export const peer: Peer = {
  name: 'Temporal timer per item',
  version,
  settings: `${STARTED_AT_ONCE} starts at once, 100 activities at once, workflows cached`,
  needs: 'temporal',
  jobPerRung: false,
  share: 0.05,
  async open({ temporalAddress: address = '' }) {
    const taskQueue = `timers-${Date.now()}`;
    const connection = await Connection.connect({ address });
    const client = new Client({ connection });
    let stop: (() => Promise<void>) | undefined;
    return {
      schedule: (jobs) =>
        inBatches(jobs, 1, STARTED_AT_ONCE, ([job]) =>
          job === undefined
            ? Promise.resolve()
            : client.workflow.start('timer', {
                taskQueue,
                workflowId: `${taskQueue}-${job.obligationId}-${job.rung}`,
                args: [job.obligationId, job.at.getTime()],
              }),
        ),
      async work(deliver) {
        const native = await NativeConnection.connect({ address });
        const worker = await Worker.create({
          connection: native,
          taskQueue,
          workflowsPath: fileURLToPath(new URL('./timer.workflow.ts', import.meta.url)),
          activities: { deliver },
          maxConcurrentActivityTaskExecutions: 100,
          maxCachedWorkflows: 2_000,
        });
        const running = worker.run();
        stop = async () => {
          worker.shutdown();
          await running;
          await native.close();
        };
      },
      async close() {
        await stop?.();
        await connection.close();
      },
    };
  },
};
