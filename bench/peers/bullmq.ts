import { Queue, Worker } from 'bullmq';
import { inBatches, peerVersion } from './batches.js';
import type { Peer } from './peer.js';

const ADDED_AT_ONCE = 2_000;

/** BullMQ on a redis-server of the bench's own; the jobs' SQL on the shared pool. */
export const peer: Peer = {
  name: 'BullMQ',
  version: peerVersion('bullmq'),
  settings: `addBulk of ${ADDED_AT_ONCE}, finished jobs removed at once; redis-server in memory only, so it promises less`,
  needs: 'redis',
  jobPerRung: true,
  async open({ redisPort, concurrency }) {
    const connection = { host: '127.0.0.1', port: redisPort ?? 0, maxRetriesPerRequest: null };
    const name = `rungs-${Date.now()}`;
    const queue = new Queue(name, {
      connection,
      defaultJobOptions: { removeOnComplete: true, removeOnFail: true },
    });
    await queue.waitUntilReady();
    let worker: Worker | undefined;
    return {
      schedule: (jobs) =>
        inBatches(jobs, ADDED_AT_ONCE, 2, (batch) =>
          queue.addBulk(
            batch.map(({ obligationId, rung, at }) => ({
              name: rung,
              data: { obligationId },
              opts: { delay: Math.max(0, at.getTime() - Date.now()) },
            })),
          ),
        ),
      async work(deliver) {
        worker = new Worker(name, (job) => deliver(job.data.obligationId), { connection, concurrency });
        await worker.waitUntilReady();
      },
      async close() {
        await worker?.close(true);
        await queue.obliterate({ force: true });
        await queue.close();
      },
    };
  },
};
