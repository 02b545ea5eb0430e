import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createDataSource, type DataSource, DomainError, once, parseInstant } from '@duban/application';
import { inOneTransaction } from '@duban/persistence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeApi } from '../../apps/api/src/describe.js';
import { type Sending, startWorld, type World } from './world.js';

const START = parseInstant('2026-07-01T08:30') ?? 0;
let world: World;

beforeAll(async () => {
  world = await startWorld({ startAt: START });
});

afterAll(() => world?.stop());

const keyed = (key: string, sending: Sending) =>
  world.send('POST', '/api/accounts', { as: 'admin', ...sending, headers: { 'idempotency-key': key } });
const account = (login: string) => ({ login, name: '新人', role: 'unit', organizationId: 1 });
const count = async (sql: string, dataSource: DataSource = world.dataSource): Promise<number> => {
  const [row]: { n: number }[] = await dataSource.query(`SELECT count(*)::int AS n FROM ${sql}`);
  return row?.n ?? -1;
};
const accounts = (login: string) => count(`account WHERE login = '${login}'`);

describe('a request with an idempotency key', () => {
  test('is done once; sent again it gets the same answer, Location and secret included', async () => {
    const key = randomUUID();
    const first = await keyed(key, { body: account('once.a') });
    const second = await keyed(key, { body: account('once.a') });
    expect(first.status).toBe(201);
    expect(first.headers.get('idempotency-replayed')).toBeNull();
    expect(second.status).toBe(201);
    expect(second.body).toEqual(first.body);
    expect(second.body.oneTimePassword).toMatch(/\S{8,}/);
    expect(second.headers.get('location')).toBe(`/api/accounts/${first.body.accountId}`);
    expect(first.headers.get('location')).toBe(second.headers.get('location'));
    expect(second.headers.get('idempotency-replayed')).toBe('true');
    expect(await accounts('once.a')).toBe(1);
  });

  test('without a key the same request is a new one', async () => {
    const send = () => world.send('POST', '/api/accounts', { as: 'admin', body: account('once.b') });
    expect((await send()).status).toBe(201);
    expect((await send()).body.code).toBe('LOGIN_TAKEN');
  });

  test('with another body or another address the key is refused, and nothing is done', async () => {
    const key = randomUUID();
    expect((await keyed(key, { body: account('once.c') })).status).toBe(201);
    const other = await keyed(key, { body: account('once.d') });
    expect(other.body).toMatchObject({ status: 422, code: 'KEY_REUSED' });
    expect(other.body.detail).toMatch(/\p{Script=Han}/u);
    expect(await accounts('once.d')).toBe(0);
    const spare = world.accounts.unit_none.accountId;
    const elsewhere = await world.send('POST', `/api/accounts/${spare}/enable`, {
      as: 'admin',
      headers: { 'idempotency-key': key },
    });
    expect(elsewhere.body.code).toBe('KEY_REUSED');
  });

  test('keys of different accounts have nothing to do with each other', async () => {
    const key = randomUUID();
    const press = (as: 'office' | 'leader', body: object) =>
      world.send('POST', `/api/projects/${world.projectId}/appointments`, {
        as,
        body,
        headers: { 'idempotency-key': key },
      });
    const [project]: { version: number }[] = await world.dataSource.query('SELECT version FROM project WHERE id = $1', [
      world.projectId,
    ]);
    const body = { version: project?.version, post: 'handler', name: '接任的人' };
    expect((await press('office', body)).status).toBe(200);
    expect((await press('leader', body)).status).toBe(403);
    expect((await keyed(key, { body: account('once.e') })).status).toBe(201);
  });

  test('a refusal is not kept: the same key may be used when the reason is gone', async () => {
    const key = randomUUID();
    const body = { ...account('once.f'), organizationId: 987_654 };
    expect((await keyed(key, { body })).body.code).toBe('UNKNOWN_ORGANIZATION');
    await world.dataSource.query(
      `INSERT INTO organization (id, parent_id, name, kind) OVERRIDING SYSTEM VALUE VALUES (987654, 1, '后来的', 'unit')`,
    );
    expect((await keyed(key, { body })).status).toBe(201);
  });

  test.each(['short', 'with a space in it', '钥匙'.repeat(10).replace(/./g, '\u00e9')])(
    'a key like “%s” is refused',
    async (key) => {
      const answer = await keyed(key, { body: account('once.never') });
      expect(answer.body).toMatchObject({ status: 400, code: 'BAD_IDEMPOTENCY_KEY' });
      expect(await accounts('once.never')).toBe(0);
    },
  );

  test('sent many times at once it is done once, and all get the one answer', async () => {
    const key = randomUUID();
    const answers = await Promise.all(Array.from({ length: 8 }, () => keyed(key, { body: account('once.g') })));
    const bodies = new Set(answers.map(({ status, body }) => `${status} ${JSON.stringify(body)}`));
    expect(bodies.size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(await accounts('once.g')).toBe(1);
  });

  test('a key expires after a day, and what expired is swept', async () => {
    const key = randomUUID();
    const before = world.now();
    expect((await keyed(key, { body: account('once.h') })).status).toBe(201);
    await world.setNow(before + 23 * 3_600_000);
    expect((await keyed(key, { body: account('once.h') })).status).toBe(201);
    await world.setNow(before + 25 * 3_600_000);
    expect((await keyed(key, { body: account('once.h') })).body.code).toBe('LOGIN_TAKEN');
    expect((await keyed(randomUUID(), { body: account('once.i') })).status).toBe(201);
    expect(await count(`kept_answer WHERE kept_at < '${new Date(before + 3_600_000).toISOString()}'`)).toBe(0);
    await world.setNow(before);
  });

  test('the record holds neither the key nor the answer in clear', async () => {
    const key = randomUUID();
    const { body } = await keyed(key, { body: account('once.j') });
    const rows = await world.dataSource.query(
      `SELECT key_hash, fingerprint, encode(body, 'escape') AS body FROM kept_answer`,
    );
    const text = JSON.stringify(rows);
    expect(rows.length).toBeGreaterThan(0);
    expect(text).not.toContain(key);
    expect(text).not.toContain(body.oneTimePassword);
    expect(text).not.toContain('oneTimePassword');
  });

  test('a file is part of the request: another one under the same name is another request', async () => {
    const sample = readFileSync(new URL('../../samples/sample-county.xlsx', import.meta.url));
    const upload = (bytes: Uint8Array, key: string) => {
      const form = new FormData();
      form.set('file', new Blob([bytes as Uint8Array<ArrayBuffer>]), '台账.xlsx');
      return world.send('POST', '/api/ledger/check', { as: 'office', body: form, headers: { 'idempotency-key': key } });
    };
    const key = randomUUID();
    const first = await upload(sample, key);
    expect(first.status).toBe(200);
    expect((await upload(sample, key)).body).toEqual(first.body);
    expect((await upload(Buffer.concat([sample, Buffer.from([0])]), key)).body.code).toBe('KEY_REUSED');
  });

  test('the document offers the key to every write but the few that say why not', async () => {
    const document: { paths: Record<string, Record<string, { parameters?: { name: string }[] }>> } = JSON.parse(
      await describeApi(),
    );
    const without = Object.entries(document.paths).flatMap(([path, item]) =>
      Object.entries(item).flatMap(([method, { parameters = [] }]) =>
        method === 'get' || parameters.some(({ name }) => name === 'Idempotency-Key') ? [] : [`${method} ${path}`],
      ),
    );
    expect(without.sort()).toEqual([
      'delete /api/session',
      'post /api/calendars/{calendarId}/changes/preview',
      'post /api/session',
      'post /api/session/password',
    ]);
  });
});

describe('carrying out once, at the record', () => {
  const request = (key: string) => ({
    accountId: world.accounts.admin.accountId,
    key,
    fingerprint: 'f',
    now: world.now(),
  });
  const done = { status: 200, location: null, body: '{"ok":true}' };

  test('with one connection in the pool a request with everything inside it needs no second', async () => {
    const single = createDataSource(String(Reflect.get(world.dataSource.options, 'url')), { poolSize: 1 });
    await single.initialize();
    try {
      const act = async () => {
        await single.transaction((manager) => manager.query(`INSERT INTO person (name) VALUES ('一个连接')`));
        await single.query(`INSERT INTO person (name) VALUES ('一个连接')`);
        await single.manager.query(`INSERT INTO person (name) VALUES ('一个连接')`);
        return done;
      };
      const key = randomUUID();
      const many = await Promise.all(Array.from({ length: 4 }, () => once(single, request(key), act)));
      expect(many.map(({ replayed }) => replayed).sort()).toEqual([false, true, true, true]);
      expect(await count(`person WHERE name = '一个连接'`, single)).toBe(3);
      await expect(
        inOneTransaction(single, async () => single.manager.transaction(async () => undefined)),
      ).rejects.toThrow(/second connection/);
    } finally {
      await single.destroy();
    }
  });

  test('what fails inside takes everything with it; what fails and is caught inside takes only itself', async () => {
    const { dataSource } = world;
    const person = (name: string) => dataSource.query('INSERT INTO person (name) VALUES ($1)', [name]);
    const refused = once(dataSource, request(randomUUID()), async () => {
      await person('全退');
      await dataSource.transaction(() => person('全退'));
      throw new DomainError('WRONG_STATE', '不行');
    });
    await expect(refused).rejects.toThrow('不行');
    expect(await count(`person WHERE name = '全退'`)).toBe(0);
    await once(dataSource, request(randomUUID()), async () => {
      await person('留下');
      await dataSource
        .transaction(async () => {
          await person('留下');
          await dataSource.query('SELECT 1/0');
        })
        .catch(() => undefined);
      return done;
    });
    expect(await count(`person WHERE name = '留下'`)).toBe(1);
  });

  test('while one request with the key goes on, another waits for a while, then is told to come back', async () => {
    const key = randomUUID();
    let finish: () => void = () => undefined;
    let first: Promise<unknown> = Promise.resolve();
    await new Promise<void>((running) => {
      first = once(world.dataSource, request(key), async () => {
        await new Promise<void>((resolve) => {
          finish = resolve;
          running();
        });
        return done;
      });
    });
    await expect(once(world.dataSource, request(key), async () => done)).rejects.toMatchObject({
      code: 'KEY_IN_USE',
      details: { retryAfterSeconds: 1 },
    });
    finish();
    expect(await first).toMatchObject({ replayed: false });
    expect(await once(world.dataSource, request(key), async () => done)).toMatchObject({ replayed: true });
  });
});
