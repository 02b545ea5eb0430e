import { DBOS, DBOSClient } from '@dbos-inc/dbos-sdk';
import { inBatches, peerVersion } from './batches.js';
import type { Peer } from './peer.js';

const QUEUE = 'rungs';
const WORKFLOW = 'rung';
const ENQUEUED_AT_ONCE = 500;
const CONNECTIONS_ENQUEUEING = 4;

// DBOS keeps its workflows in the process: one registration serves every measurement.
let perform: (obligationId: number) => Promise<void> = async () => undefined;
DBOS.registerWorkflow((obligationId: number) => perform(obligationId), { name: WORKFLOW });

/** DBOS Transact on the shared pool. */
export const peer: Peer = {
  name: 'DBOS',
  version: peerVersion('@dbos-inc/dbos-sdk'),
  settings: `delayed enqueues, ${ENQUEUED_AT_ONCE} in one transaction on ${CONNECTIONS_ENQUEUEING} connections, queue polled every 0.1 s`,
  jobPerRung: true,
  share: 0.1,
  async open({ url, pool, concurrency }) {
    DBOS.setConfig({ name: 'bench', systemDatabaseUrl: url, systemDatabasePool: pool, logLevel: 'error' });
    await DBOS.launch();
    await DBOS.registerQueue(QUEUE, { workerConcurrency: concurrency, minPollingIntervalMs: 100 });
    const client = await DBOSClient.create({ systemDatabaseUrl: url, systemDatabasePool: pool });
    perform = () => new Promise(() => undefined); // nothing runs before the worker is told to
    return {
      schedule: (jobs) =>
        inBatches(jobs, ENQUEUED_AT_ONCE, CONNECTIONS_ENQUEUEING, async (batch) => {
          const connection = await pool.connect();
          try {
            await connection.query('BEGIN');
            for (const { obligationId, at } of batch) {
              const options = {
                queueName: QUEUE,
                workflowName: WORKFLOW,
                delaySeconds: Math.max(0.001, (at.getTime() - Date.now()) / 1_000),
              };
              await client.enqueueInTransaction<typeof perform>(connection, options, obligationId);
            }
            await connection.query('COMMIT');
          } finally {
            connection.release();
          }
        }),
      async work(deliver) {
        perform = deliver;
      },
      async close() {
        await client.destroy();
        await DBOS.shutdown();
      },
    };
  },
};
