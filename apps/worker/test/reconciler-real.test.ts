// The reconciler between a real record and a real Temporal; nobody works on the workflows.
import { createDataSource, type DataSource, useCases, whatShouldRun } from '@duban/application';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.js';
import { ladderOfSeconds, oneRound } from '../../../test/support/seconds.js';
import { devServerExecutable } from '../../../test/support/servers.js';
import { makeCounty, OFFICE } from '../../../test/support/small-county.js';
import { eventually } from '../../../test/support/worker.js';
import { Reconciler } from '../src/round/reconciler.js';
import { ensureSearchAttributes } from '../src/temporal/connection.js';
import { TemporalRunner } from '../src/temporal/workflow-runner.js';

const NOW = Date.UTC(2026, 2, 2, 1);
const DAY_MS = 86_400_000;
const STARTED = 1; // temporal.api.enums.v1.EventType
const SIGNALLED = 26;

let env: TestWorkflowEnvironment;
let connection: NativeConnection;
let database: FreshDatabase;
let record: DataSource;
let programmeId: number;

beforeAll(async () => {
  [env, database] = await Promise.all([
    TestWorkflowEnvironment.createLocal({ server: { executable: await devServerExecutable() } }),
    freshDatabase(),
  ]);
  connection = await NativeConnection.connect({ address: env.address });
  record = createDataSource(database.url, { poolSize: 2 });
  await record.initialize();
  const policies = [ladderOfSeconds({ remind: -60, blue: 60, yellow: 120, red: 180, propose: 240 })];
  const rules = { policies, cadences: [oneRound('r', NOW, NOW + DAY_MS)] };
  ({ programmeId } = await makeCounty(record, rules, 2, NOW - 1_000));
  const use = useCases(record);
  await use.programmes.launch(OFFICE, programmeId, NOW - 1_000);
  await use.engine.openRounds(programmeId, NOW);
});

afterAll(async () => {
  await connection?.close();
  await env?.teardown();
  await record?.destroy();
  await database?.drop();
});

it('starts what the record wants, lets sleepers sleep until their wake, and wakes who sleeps past it', async () => {
  const runner = new TemporalRunner(new Client({ connection, namespace: 'default' }), {
    ensureSearchAttributes: () => ensureSearchAttributes(connection, 'default'),
    onWithoutSearchAttributes: () => undefined,
  });
  let now = NOW + 1_000;
  const silent = pino({ level: 'silent' });
  const reconciler = new Reconciler(
    () => whatShouldRun(record, now),
    runner,
    silent,
    () => now,
  );
  expect(await reconciler.reconcile()).toMatchObject({ required: 2, started: 2, woken: 0, failed: 0 });
  const running = await eventually(async () => {
    const all = await runner.listRunning();
    return all.length === 2 && all;
  }, 10_000);

  expect(await reconciler.reconcile()).toMatchObject({ started: 0, woken: 0, failed: 0 });
  now = NOW + DAY_MS; // the reminder was a minute ago: not yet past what is borne
  expect(await reconciler.reconcile()).toMatchObject({ woken: 0 });
  now += 30_000;
  expect(await reconciler.reconcile()).toMatchObject({ started: 0, stopped: 0, woken: 1, failed: 0 });

  const events = await Promise.all(
    running.map(async ({ workflowId }) => {
      const { events } = await env.client.workflow.getHandle(workflowId).fetchHistory();
      const types = (events ?? []).map(({ eventType }) => eventType);
      return [workflowId.split('/')[0], types.includes(STARTED), types.includes(SIGNALLED)];
    }),
  );
  expect(events.sort()).toEqual([
    ['clock', true, true],
    ['periods', true, false],
  ]);
  await record.query('UPDATE programme SET next_opening_at = $2 WHERE id = $1', [programmeId, new Date(NOW)]);
  expect(await reconciler.reconcile()).toMatchObject({ woken: 1 });
});
