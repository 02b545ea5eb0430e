// A county due at one real instant, looked after by the real worker on a real Temporal.
import { useCases } from '@duban/application';
import type { Policy } from '@duban/domain';
import { ENGINE } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { freePort } from '../../scripts/servers/ports.js';
import { eventually, type RunningWorker, startWorker } from '../../test/support/worker.js';
import { makeCounty, numberOf, withPast } from '../county.js';
import type { Database } from '../place.js';
import type { Run } from '../row.js';
import { lastCommit, untilNotices } from './notices.js';

const HOUR = 3_600_000;
/** How long after everything waits the instant lies. */
const LEAD_MS = 4_000;

/** The default ladder by the hour, so that its first rung can lie anywhere; it writes to the unit head. */
export const HOURLY: Policy = {
  key: 'hourly',
  rungs: [
    { key: 'remind', anchor: 'due', offset: { hours: -1 }, action: 'remind', to: ['unit-head'] },
    { key: 'remind-0', anchor: 'due', offset: { hours: 0 }, action: 'remind', to: ['handler', 'unit-head'] },
    { key: 'unsigned', anchor: 'opened', offset: { hours: 48 }, action: 'press', to: ['handler', 'unit-head'] },
    { key: 'returned', anchor: 'returned', offset: { hours: 48 }, action: 'press', to: ['handler', 'unit-head'] },
    { key: 'blue', anchor: 'due', offset: { hours: 24 }, action: 'slip-blue', to: ['unit-head'] },
    { key: 'orange', anchor: 'due', offset: { hours: 48 }, action: 'slip-orange', to: ['unit-head'] },
    { key: 'yellow', anchor: 'due', offset: { hours: 72 }, action: 'slip-yellow', to: ['unit-head', 'deputy-leader'] },
    { key: 'red', anchor: 'due', offset: { hours: 120 }, action: 'slip-red', to: ['lead-leader', 'office'] },
    { key: 'rectify', anchor: 'due', offset: { hours: 240 }, action: 'propose-rectification', to: ['office'] },
  ],
};

/** A launched county that sleeps; when its first rung comes is set by `wakeAllAt`. */
export async function realTimeCounty(dataSource: DataSource, size: number): Promise<void> {
  const now = Date.now();
  const programme = await makeCounty(dataSource, size, { policy: HOURLY, deadline: '2036-07-31', now });
  await useCases(dataSource).programmes.launch(ENGINE, programme, now);
  await withPast(dataSource);
  await dataSource.query('VACUUM FULL ANALYZE obligation');
}

/** Puts the first rung of everybody at an instant, as a change by people would: with pokes. */
export async function wakeAllAt(dataSource: DataSource, at: number): Promise<void> {
  await dataSource.query(
    `UPDATE obligation SET due_at = $1, original_due_at = $1, opened_at = $3, planned_at = $3, swept_to = $3, yellow_at = $3, next_wake_at = $2`,
    [new Date(at + HOUR), new Date(at), new Date(Date.now())],
  );
  await dataSource.query('VACUUM ANALYZE obligation');
  await dataSource.query('INSERT INTO poke (clock_id, created_at) SELECT id, now() FROM clock');
}

/** Starts the worker; it is ready when its health server says so. */
export async function readyWorker(url: string, temporalAddress: string): Promise<RunningWorker> {
  const port = await freePort();
  const worker = startWorker({
    DATABASE_URL: url,
    TEMPORAL_ADDRESS: temporalAddress,
    DUBAN_LOG_LEVEL: 'warn',
    DUBAN_WORKER_PORT: String(port),
  });
  const isReady = async () => (await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined))?.ok;
  await eventually(isReady, 90_000, worker.output);
  return worker;
}

/** Starts the worker and waits until every clock's workflow sleeps. */
export async function workerAtRest({ url, dataSource }: Database, temporalAddress: string): Promise<RunningWorker> {
  const worker = await readyWorker(url, temporalAddress);
  await untilPokesGone(dataSource);
  return worker;
}

export async function untilPokesGone(dataSource: DataSource, withinMs = 60_000): Promise<void> {
  const until = Date.now() + withinMs;
  while ((await numberOf(dataSource, 'SELECT count(*) FROM poke')) > 0) {
    if (Date.now() > until) throw new Error('the relay does not deliver the pokes');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

export async function stopWorker(worker: RunningWorker): Promise<void> {
  worker.process.kill('SIGTERM');
  const timer = setTimeout(() => worker.process.kill('SIGKILL'), 10_000);
  await worker.exited;
  clearTimeout(timer);
}

/** Milliseconds from the instant to the last commit of a notice. */
export async function dueThroughWorker(run: Run, database: Database, size: number): Promise<number> {
  const { dataSource } = database;
  return run.place.withTemporal(async ({ address }) => {
    const worker = await workerAtRest(database, address);
    try {
      const at = Date.now() + LEAD_MS + size * 0.2;
      await wakeAllAt(dataSource, at);
      await untilPokesGone(dataSource);
      if (Date.now() > at - 500) throw new Error('the clocks were told too late; the machine is too busy');
      await untilNotices(dataSource, size, 120_000);
      return (await lastCommit(dataSource)) - at;
    } finally {
      await stopWorker(worker);
    }
  });
}
