// One request followed through the real API and the real worker, and what their logs must not tell.
import { createDataSource, type DataSource } from '@duban/application';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunningApi, signedIn, startApi } from '../support/api.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { ladderOfSeconds, oneRound } from '../support/seconds.js';
import { devServerExecutable } from '../support/servers.js';
import { makeCounty } from '../support/small-county.js';
import { eventually, type RunningWorker, startWorker } from '../support/worker.js';

const PHONE = '13912345678';
let temporal: TestWorkflowEnvironment;
let database: FreshDatabase;
let dataSource: DataSource;
let api: RunningApi;
let worker: RunningWorker;

beforeAll(async () => {
  temporal = await TestWorkflowEnvironment.createLocal({ server: { executable: await devServerExecutable() } });
  database = await freshDatabase();
  dataSource = createDataSource(database.url);
  await dataSource.initialize();
  const env = { DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporal.address };
  [api, worker] = [await startApi(env), startWorker(env)];
  await worker.ready();
}, 180_000);

afterAll(async () => {
  api?.process.kill('SIGKILL');
  worker?.process.kill('SIGKILL');
  await worker?.exited;
  await dataSource?.destroy();
  await database?.drop();
  await temporal?.teardown();
});

const lines = (output: string): Record<string, unknown>[] =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line));

describe('a request', () => {
  it('can be followed by its id: API log, history, effect, worker log, notice; and no secret is in any log', async () => {
    const now = Date.now();
    const rules = {
      policies: [ladderOfSeconds({ remind: 3_000, blue: 4_000, yellow: 5_000, red: 6_000, propose: 7_000 })],
      cadences: [
        oneRound('seconds', Math.ceil(now / 1_000) * 1_000 + 2_000, Math.ceil(now / 1_000) * 1_000 + 3_600_000),
      ],
    };
    const county = await makeCounty(dataSource, rules, 1, now);
    await dataSource.query('UPDATE person SET phone = $1', [PHONE]);
    const [root]: { id: number }[] = await dataSource.query('SELECT id FROM organization WHERE parent_id IS NULL');
    const send = await signedIn(api, dataSource, 'office', root?.id ?? 0);
    const launched = await send('POST', `/api/programmes/${county.programmeId}/launch`, {});
    expect(launched.status).toBe(200);
    const obligationId = await eventually(
      async () => {
        const rows: { id: number }[] = await dataSource.query(
          `SELECT id FROM obligation WHERE state = 'open' AND cadence_key = 'seconds' LIMIT 1`,
        );
        return rows[0]?.id;
      },
      60_000,
      worker.output,
    );
    const pressed = await send('POST', `/api/obligations/${obligationId}/press`, { text: `请尽快，电话${PHONE}` });
    expect(pressed.status).toBe(200);
    const [history]: { requestId: string }[] = await dataSource.query(
      `SELECT request_id AS "requestId" FROM history WHERE obligation_id = $1 AND act = 'press'`,
      [obligationId],
    );
    const requestId = history?.requestId ?? '';
    expect(requestId).toMatch(/^[0-9a-f-]{36}$/);
    const listed = await send('GET', '/api/history?limit=5');
    expect(JSON.stringify(listed.body)).toContain(requestId);

    await eventually(
      async () => {
        const rows: unknown[] = await dataSource.query(
          'SELECT 1 FROM notice WHERE request_id = $1 AND delivered_at IS NOT NULL',
          [requestId],
        );
        return rows.length > 0;
      },
      60_000,
      worker.output,
    );
    expect(lines(api.output())).toContainEqual(
      expect.objectContaining({ requestId, route: '/api/obligations/:obligationId/press', status: 200 }),
    );
    const delivery = expect.objectContaining({ requestId, activity: 'performEffect', msg: 'activity done' });
    // The notice is committed a moment before its worker says so.
    const said = (): boolean =>
      lines(worker.output()).some((line) => line.msg === 'activity done' && line.requestId === requestId);
    await eventually(() => worker.output().includes('pokes delivered') && said(), 20_000);
    expect(lines(worker.output())).toContainEqual(delivery);
    const relayed = lines(worker.output()).filter(({ msg }) => msg === 'pokes delivered');
    expect(relayed.flatMap(({ requestIds }) => requestIds)).toContain(requestId);

    // What time itself does has no request.
    const [opened]: { requestId: string | null }[] = await dataSource.query(
      `SELECT request_id AS "requestId" FROM history WHERE obligation_id = $1 AND act = 'open'`,
      [obligationId],
    );
    expect(opened?.requestId).toBeNull();
  });

  it('leaves no secret, no name and no telephone number in the logs', async () => {
    const sessions: { hash: string }[] = await dataSource.query('SELECT token_hash AS hash FROM session');
    const people: { name: string }[] = await dataSource.query('SELECT name FROM person');
    const login = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: 'Bearer secret-bearer-text' },
      body: JSON.stringify({ login: '某人', password: 'Geheim-Passwort-77' }),
    });
    expect(login.status).toBe(401);
    const broken = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"login":"某人","password":"Geheim-Passwort-77"`,
    });
    expect(broken.status).toBe(400);
    const logs = api.output() + worker.output();
    const secrets = [
      PHONE,
      'Geheim-Passwort-77',
      'Qingshi-2026-ladder',
      'secret-bearer-text',
      '$argon2',
      ...sessions.map(({ hash }) => hash),
      ...people.map(({ name }) => name),
    ];
    expect(sessions.length).toBeGreaterThan(0);
    expect(people.length).toBeGreaterThan(3);
    expect(secrets.filter((secret) => logs.includes(secret))).toEqual([]);
    expect(logs).not.toMatch(/(?<![\da-f])1[3-9]\d{9}(?![\da-f])/);
    expect(new URL(database.url).password === '' || !logs.includes(new URL(database.url).password)).toBe(true);
  });
});
