// The API as a process, killed around the commit of a keyed request.
import { randomUUID } from 'node:crypto';
import { createAccount, createDataSource, type DataSource } from '@duban/application';
import { organizationNamed } from '@duban/persistence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type RunningApi, startApi } from '../support/api.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { eventually } from '../support/worker.js';

const PASSWORD = 'Qingshi-2026-ladder';
let database: FreshDatabase;
let dataSource: DataSource;
let api: RunningApi;
let token: string;
let organizationId: number;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = createDataSource(database.url, { poolSize: 3 });
  await dataSource.initialize();
  organizationId = await organizationNamed(dataSource.manager, null, '某县', 'county');
  const person = { name: '管理员' };
  const admin = { login: 'boss', role: 'admin' as const, organizationId, person, password: PASSWORD };
  await createAccount(dataSource, { personId: null, name: '测试' }, admin, Date.now());
  await start();
  const answer = await fetch(`${api.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ login: 'boss', password: PASSWORD }),
  });
  const session: { token: string } = JSON.parse(await answer.text());
  token = session.token;
});

afterAll(async () => {
  api?.process.kill('SIGKILL');
  await dataSource?.destroy();
  await database?.drop();
});

async function start(): Promise<void> {
  // One connection: what is held must be enough.
  api = await startApi({ DATABASE_URL: database.url, DUBAN_DB_POOL: '1' });
}

async function killed(): Promise<void> {
  const gone = new Promise((resolve) => api.process.once('exit', resolve));
  api.process.kill('SIGKILL');
  await gone;
}

function create(login: string, key: string, signal?: AbortSignal): Promise<Response> {
  return fetch(`${api.url}/api/accounts`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, 'idempotency-key': key },
    body: JSON.stringify({ login, role: 'unit', organizationId, name: '新人' }),
    ...(signal ? { signal } : {}),
  });
}

const count = async (of: string): Promise<number> => {
  const [row]: { n: number }[] = await dataSource.query(`SELECT count(*)::int AS n FROM ${of}`);
  return row?.n ?? -1;
};

describe('kill -9', () => {
  test('after the commit, before the answer was seen: the same key gives the same answer, done once', async () => {
    const key = randomUUID();
    const leaving = new AbortController();
    const unseen = create('killed.after', key, leaving.signal).catch(() => undefined);
    await eventually(async () => (await count('kept_answer')) === 1, 20_000);
    leaving.abort();
    await killed();
    await unseen;
    await start();
    const again = await create('killed.after', key);
    const body: { accountId: number; oneTimePassword: string } = JSON.parse(await again.text());
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBe('true');
    expect(await count(`account WHERE login = 'killed.after' AND id = ${body.accountId}`)).toBe(1);
    expect(await count(`history WHERE act = 'create-account' AND data->>'login' = 'killed.after'`)).toBe(1);
    const enter = await fetch(`${api.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login: 'killed.after', password: body.oneTimePassword }),
    });
    expect(enter.status).toBe(201);
  });

  test('before the commit: nothing is left, and the same key carries it out', async () => {
    const key = randomUUID();
    const holder = dataSource.createQueryRunner();
    await holder.startTransaction();
    // The insert of the account waits here; the request has begun and holds its key.
    await holder.query('LOCK TABLE account IN SHARE MODE');
    const cut = create('killed.before', key).catch(() => undefined);
    await eventually(
      async () => (await count(`pg_locks WHERE locktype = 'advisory' AND granted`)) > 0,
      20_000,
      () => api.output(),
    );
    await killed();
    await cut;
    await holder.rollbackTransaction();
    await holder.release();
    await eventually(async () => (await count(`pg_locks WHERE locktype = 'advisory'`)) === 0, 20_000);
    expect(await count(`account WHERE login = 'killed.before'`)).toBe(0);
    await start();
    const again = await create('killed.before', key);
    expect(again.status).toBe(201);
    expect(again.headers.get('idempotency-replayed')).toBeNull();
    expect(await count(`account WHERE login = 'killed.before'`)).toBe(1);
  });
});
