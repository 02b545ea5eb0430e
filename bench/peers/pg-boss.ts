import PgBoss from 'pg-boss';
import { inBatches, peerVersion } from './batches.js';
import type { Job, Peer } from './peer.js';

const QUEUE = 'rungs';
const INSERTED_AT_ONCE = 2_000;
const FETCHED_AT_ONCE = 500;

/** pg-boss on the shared pool. */
export const peer: Peer = {
  name: 'pg-boss',
  version: peerVersion('pg-boss'),
  settings: `insert() of ${INSERTED_AT_ONCE} jobs, batchSize ${FETCHED_AT_ONCE}, polling every 0.5 s (its least), no supervision`,
  jobPerRung: true,
  async open({ pool, concurrency }) {
    const boss = new PgBoss({
      db: { executeSql: (text, values) => pool.query(text, values) },
      supervise: false,
      schedule: false,
    });
    boss.on('error', (error) => process.stderr.write(`pg-boss: ${error.message}\n`));
    await boss.start();
    await boss.createQueue(QUEUE);
    return {
      schedule: (jobs) =>
        inBatches(jobs, INSERTED_AT_ONCE, 1, (batch) =>
          boss.insert(
            batch.map(({ obligationId, rung, at }) => ({
              name: QUEUE,
              data: { obligationId, rung },
              startAfter: at,
              keepUntil: new Date(at.getTime() + 30 * 86_400_000),
            })),
          ),
        ),
      async work(deliver) {
        await boss.work<Pick<Job, 'obligationId' | 'rung'>>(
          QUEUE,
          { batchSize: FETCHED_AT_ONCE, pollingIntervalSeconds: 0.5 },
          (jobs) => inBatches(jobs, 1, concurrency, async ([job]) => job && deliver(job.data.obligationId)),
        );
      },
      close: () => boss.stop({ graceful: false, close: false }),
    };
  },
};
