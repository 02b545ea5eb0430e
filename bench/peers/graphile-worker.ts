import { Logger, makeWorkerUtils, type Runner, run } from 'graphile-worker';
import { inBatches, peerVersion } from './batches.js';
import type { Peer } from './peer.js';

const TASK = 'rung';
const ADDED_AT_ONCE = 2_000;
const FETCHED_AT_ONCE = 500;
const silent = new Logger(() => () => undefined);

/** graphile-worker on the shared pool. */
export const peer: Peer = {
  name: 'graphile-worker',
  version: peerVersion('graphile-worker'),
  settings: `addJobs of ${ADDED_AT_ONCE}, local queue of ${FETCHED_AT_ONCE}, completions in batches (0 ms), polling every 0.1 s`,
  jobPerRung: true,
  async open({ pool, concurrency }) {
    const utils = await makeWorkerUtils({ pgPool: pool, logger: silent });
    await utils.migrate();
    let runner: Runner | undefined;
    return {
      schedule: (jobs) =>
        inBatches(jobs, ADDED_AT_ONCE, 1, (batch) =>
          utils.addJobs(
            batch.map(({ obligationId, rung, at }) => ({
              identifier: TASK,
              payload: { obligationId, rung },
              runAt: at,
            })),
          ),
        ),
      async work(deliver) {
        runner = await run({
          pgPool: pool,
          logger: silent,
          concurrency,
          pollInterval: 100,
          noHandleSignals: true,
          preset: { worker: { localQueue: { size: FETCHED_AT_ONCE }, completeJobBatchDelay: 0 } },
          taskList: {
            [TASK]: (payload) => deliver((payload as { obligationId: number }).obligationId),
          },
        });
      },
      async close() {
        await runner?.stop();
        await utils.release();
      },
    };
  },
};
