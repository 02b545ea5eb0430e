// The whole of time's side with nothing faked: real PostgreSQL, real Temporal, the real worker and API as processes.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource, type UseCases, useCases } from '@duban/application';
import { REASONS } from '@duban/domain';
import { Client, Connection } from '@temporalio/client';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureTemporal, type TemporalServer } from '../../scripts/servers/temporal.js';
import { type RunningApi, type Send, signedIn, startApi } from '../support/api.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { ladderOfSeconds, oneRound } from '../support/seconds.js';
import { makeCounty, OFFICE } from '../support/small-county.js';
import { eventually, type RunningWorker, startWorker } from '../support/worker.js';

let home: string;
let temporal: TemporalServer;
let database: FreshDatabase;
let record: DataSource;
let use: UseCases;
let api: RunningApi;
const workers: RunningWorker[] = [];

async function startTemporal(port?: number): Promise<TemporalServer> {
  delete process.env.TEMPORAL_ADDRESS;
  const started = await ensureTemporal({
    dataDir: home,
    log: () => undefined,
    ...(port === undefined ? {} : { port }),
  });
  if ('unavailable' in started) throw new Error(started.unavailable);
  return started;
}

function newWorker(graceSeconds = 300): RunningWorker {
  const worker = startWorker({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    DUBAN_LATE_GRACE_SECONDS: String(graceSeconds),
  });
  workers.push(worker);
  return worker;
}

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'duban-ladder-'));
  [temporal, database] = await Promise.all([startTemporal(), freshDatabase()]);
  record = createDataSource(database.url, { poolSize: 2 });
  await record.initialize();
  use = useCases(record);
  api = await startApi({ DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporal.address });
});

afterEach(async () => {
  for (const worker of workers.splice(0)) {
    worker.process.kill('SIGKILL');
    await worker.exited;
  }
});

afterAll(async () => {
  api?.process.kill('SIGKILL');
  await record?.destroy();
  await database?.drop();
  await temporal?.stop();
  rmSync(home, { recursive: true, force: true });
});

/** The office and the unit of the county, signed in to the API. */
async function people(): Promise<{ office: Send; unit: Send }> {
  const rows: { id: number; kind: string }[] = await record.query(
    `SELECT id, kind FROM organization WHERE kind IN ('county', 'unit') ORDER BY id`,
  );
  const of = (kind: string): number => rows.find((row) => row.kind === kind)?.id ?? 0;
  return {
    office: await signedIn(api, record, 'office', of('county')),
    unit: await signedIn(api, record, 'unit', of('unit')),
  };
}

interface Sent {
  readonly rung: string;
  readonly post: string;
  readonly late: boolean;
  readonly delivered: boolean;
}

async function notices(projectId: number): Promise<Sent[]> {
  return record.query(
    `SELECT n.rung_key AS rung, n.post, n.late, n.delivered_at IS NOT NULL AS delivered
     FROM notice n JOIN obligation o ON o.id = n.obligation_id
     WHERE o.project_id = $1 AND o.cadence_key <> 'rectification' ORDER BY n.rung_at, n.seq`,
    [projectId],
  );
}

const hasNotice = (projectId: number, rung: string) => async (): Promise<boolean> =>
  (await notices(projectId)).some((notice) => notice.rung === rung && notice.delivered);

async function obligationOf(projectId: number, cadenceKey: string): Promise<number | undefined> {
  const rows: { id: number }[] = await record.query(
    'SELECT id FROM obligation WHERE project_id = $1 AND cadence_key = $2',
    [projectId, cadenceKey],
  );
  return rows[0]?.id;
}

const WHOLE_LADDER = ['remind', 'blue', 'yellow', 'red', 'red', 'rectify'];
const soon = (seconds: number): number => Math.ceil(Date.now() / 1_000) * 1_000 + seconds * 1_000;

describe('a ladder of seconds', () => {
  it('climbs to the red slip and the rectification notice, each notice once, though the worker is killed half-way', async () => {
    const first = newWorker();
    await first.ready();
    const [opensAt, dueAt] = [soon(3), soon(9)];
    const policy = ladderOfSeconds({ remind: -4, blue: 2, yellow: 4, red: 14, propose: 16 });
    const rules = { policies: [policy], cadences: [oneRound('seconds', opensAt, dueAt)] };
    const { programmeId, projectIds } = await makeCounty(record, rules, 3, Date.now());
    const [diligent = 0, tardy = 0, other = 0] = projectIds;
    const { office, unit } = await people();
    expect((await office('POST', `/api/programmes/${programmeId}/launch`, {})).status).toBe(200);

    const owed = await eventually(() => obligationOf(diligent, 'seconds'), 30_000, first.output);
    const { version } = (await unit('GET', `/api/obligations/${owed}`)).body;
    const report = { version, progressPercent: 100, text: '已完成' };
    expect((await unit('POST', `/api/obligations/${owed}/submit`, report)).status).toBe(200);
    await eventually(hasNotice(tardy, 'yellow'), 60_000, first.output);
    first.process.kill('SIGKILL');
    expect(await first.exited).toBe('SIGKILL');

    const second = newWorker();
    await eventually(hasNotice(tardy, 'rectify'), 60_000, second.output);
    const proposed = await obligationOf(tardy, 'seconds');
    const issued = await office('POST', `/api/obligations/${proposed}/rectification`, { reason: REASONS[2] });
    expect(issued.body).toMatchObject({ projectId: tardy });
    const stage = await eventually(() => obligationOf(tardy, 'rectification'), 10_000);
    await eventually(async () => (await pendingEffects()) === 0, 30_000, second.output);

    for (const late of [tardy, other]) {
      const sent = await notices(late);
      expect(sent.map(({ rung }) => rung)).toEqual(WHOLE_LADDER);
      expect(sent.every(({ delivered }) => delivered)).toBe(true);
    }
    expect((await notices(diligent)).map(({ rung }) => rung)).toEqual([]);
    const told: { post: string }[] = await record.query(
      `SELECT post FROM notice WHERE obligation_id = $1 AND action = 'rectification-notice' ORDER BY ordinal`,
      [stage],
    );
    expect(told.map(({ post }) => post)).toEqual(['unit-head', 'handler', 'deputy-leader']);
    expect(await effectStates()).toEqual(['done']);

    const began = performance.now();
    second.process.kill('SIGTERM');
    expect(await second.exited).toBe(0);
    expect(performance.now() - began).toBeLessThan(30_000);
  }, 180_000);

  it('goes on when Temporal loses its data and when it is away: every clock comes back, nothing is sent twice', async () => {
    const first = newWorker();
    await first.ready();
    const [opensAt, dueAt] = [soon(3), soon(8)];
    const policy = ladderOfSeconds({ remind: -3, blue: 2, yellow: 14, red: 50, propose: 52 });
    const rules = { policies: [policy], cadences: [oneRound('lost', opensAt, dueAt)] };
    const { programmeId, projectIds } = await makeCounty(record, rules, 2, Date.now(), '丢失数据');
    const [one = 0, two = 0] = projectIds;
    await use.programmes.launch(OFFICE, programmeId, Date.now());
    await eventually(hasNotice(one, 'blue'), 60_000, first.output);
    const before = await runningIds();
    expect(before.filter((id) => id.startsWith('clock/')).length).toBeGreaterThan(0);

    // Lost while the worker lives: it is back before the worker gives up, and empty.
    await loseTemporalData();
    expect(await eventually(async () => same(await runningIds(), before), 60_000, first.output)).toBe(true);
    await eventually(hasNotice(one, 'yellow'), 60_000, first.output);

    // Away for longer: the worker says so by its exit code; the record takes writes meanwhile.
    const { port } = new URL(`http://${temporal.address}`);
    await temporal.stop();
    expect(await first.exited).toBe(1);
    await use.projects.appoint(OFFICE, two, 'lead-leader', { name: '新任领导' }, Date.now());
    removeTemporalData();
    temporal = await startTemporal(Number(port));
    const second = newWorker();
    await eventually(hasNotice(one, 'rectify'), 90_000, second.output);
    expect(same(await runningIds(), before)).toBe(true);

    for (const project of [one, two]) {
      expect((await notices(project)).map(({ rung }) => rung)).toEqual(WHOLE_LADDER);
    }
    const red: { name: string }[] = await record.query(
      `SELECT person_name AS name FROM notice n JOIN obligation o ON o.id = n.obligation_id
       WHERE o.project_id = $1 AND n.rung_key = 'red' AND n.post = 'lead-leader'`,
      [two],
    );
    expect(red).toEqual([{ name: '新任领导' }]);
  }, 240_000);
});

function removeTemporalData(): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(path.join(home, `temporal.db${suffix}`), { force: true });
}

async function loseTemporalData(): Promise<void> {
  const { port } = new URL(`http://${temporal.address}`);
  await temporal.stop();
  removeTemporalData();
  temporal = await startTemporal(Number(port));
}

async function runningIds(): Promise<string[]> {
  const connection = await Connection.connect({ address: temporal.address });
  try {
    const ids: string[] = [];
    const client = new Client({ connection, namespace: temporal.namespace });
    for await (const { workflowId } of client.workflow.list({ query: `ExecutionStatus = 'Running'` })) {
      ids.push(workflowId);
    }
    return ids.sort();
  } finally {
    await connection.close();
  }
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

async function pendingEffects(): Promise<number> {
  const rows: { count: number }[] = await record.query(`SELECT count(*)::int FROM effect WHERE state = 'pending'`);
  return rows[0]?.count ?? 0;
}

async function effectStates(): Promise<string[]> {
  const rows: { state: string }[] = await record.query('SELECT DISTINCT state FROM effect ORDER BY state');
  return rows.map(({ state }) => state);
}
