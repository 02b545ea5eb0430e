import { DomainError, parseInstant } from '@duban/domain';
import { createDataSource } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.js';
import {
  AddressThrottle,
  assertNoSampleAccounts,
  authenticate,
  changePassword,
  createAccount,
  ensureFirstAdministrator,
  ensureSampleAccounts,
  resetPassword,
  SAMPLE_PASSWORD,
  SESSION_LIMITS,
  setAccountDisabled,
  signIn,
  signOut,
} from '../../src/identity/index.js';

const NOW = parseInstant('2026-07-01T09:00') ?? 0;
const MINUTE = 60_000;
const ACTOR = { personId: null, name: '测试' };
const PASSWORD = '晨光-照亮-2026-山路';

let database: FreshDatabase;
let dataSource: DataSource;
let organizationId: number;

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = createDataSource(database.url, { poolSize: 4 });
  await dataSource.initialize();
  const [row]: { id: number }[] = await dataSource.query(
    `INSERT INTO organization (name, kind) VALUES ('示例县', 'county') RETURNING id`,
  );
  organizationId = row?.id ?? 0;
});

afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

const account = (login: string, password?: string) =>
  createAccount(
    dataSource,
    ACTOR,
    {
      login,
      role: 'unit',
      organizationId,
      person: { name: `${login}某` },
      ...(password === undefined ? {} : { password }),
    },
    NOW,
  );

const enter = (
  login: string,
  password: string,
  now = NOW,
  options: { allowSample?: boolean; throttle?: AddressThrottle } = {},
) =>
  signIn(dataSource, { login, password, address: '127.0.0.1' }, now, {
    throttle: options.throttle ?? new AddressThrottle(),
    allowSample: options.allowSample ?? true,
  });

async function codeOf(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'none';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}

test('the right password opens a session, a wrong one does not, and no password or token is stored', async () => {
  await account('wang.yi', PASSWORD);
  const { token } = await enter(' Wang.Yi ', PASSWORD);
  expect(await authenticate(dataSource, token, NOW)).toMatchObject({ login: 'wang.yi', role: 'unit', organizationId });
  expect(await codeOf(enter('wang.yi', `${PASSWORD}x`))).toBe('SIGN_IN_FAILED');
  const stored = JSON.stringify(
    await dataSource.query('SELECT * FROM account a LEFT JOIN session s ON s.account_id = a.id'),
  );
  expect(stored).not.toContain(token);
  expect(stored).not.toContain(PASSWORD);
  expect(stored).toContain('$argon2id$');
});

test('a session ends by sign-out, by idleness and by age; until then it holds', async () => {
  await account('timer', PASSWORD);
  const one = await enter('timer', PASSWORD);
  const { idleMs, absoluteMs } = SESSION_LIMITS;
  expect(await authenticate(dataSource, one.token, NOW + idleMs - 1)).toBeDefined();
  expect(await authenticate(dataSource, one.token, NOW + 3 * idleMs)).toBeUndefined();
  const two = await enter('timer', PASSWORD);
  for (let now = NOW; now < NOW + absoluteMs; now += idleMs / 2) {
    expect(await authenticate(dataSource, two.token, now)).toBeDefined();
  }
  expect(await authenticate(dataSource, two.token, NOW + absoluteMs)).toBeUndefined();
  const three = await enter('timer', PASSWORD);
  const who = await authenticate(dataSource, three.token, NOW);
  if (!who) throw new Error('nobody is signed in');
  await signOut(dataSource, who, NOW);
  expect(await authenticate(dataSource, three.token, NOW)).toBeUndefined();
});

test('five failures lock the account for a quarter of an hour, four do not', async () => {
  await account('four', PASSWORD);
  await account('five', PASSWORD);
  for (let n = 0; n < 4; n += 1) await codeOf(enter('four', 'wrong wrong'));
  for (let n = 0; n < 5; n += 1) await codeOf(enter('five', 'wrong wrong'));
  expect(await codeOf(enter('four', PASSWORD))).toBe('none');
  expect(await codeOf(enter('five', PASSWORD))).toBe('SIGN_IN_FAILED');
  expect(await codeOf(enter('five', PASSWORD, NOW + 15 * MINUTE + 1))).toBe('none');
});

test('an unknown login gets the very answer of a wrong password', async () => {
  await account('known', PASSWORD);
  const answer = (login: string) => enter(login, 'not the password').catch((error: unknown) => error);
  const [known, unknown] = [await answer('known'), await answer('nobody')];
  expect(unknown).toEqual(known);
  expect(unknown).toBeInstanceOf(DomainError);
});

test('an address that tried too often waits; another does not', async () => {
  const throttle = new AddressThrottle(2, MINUTE);
  for (let n = 0; n < 2; n += 1) throttle.failed('10.0.0.9', NOW);
  expect(throttle.waitMs('10.0.0.9', NOW)).toBe(MINUTE);
  expect(throttle.waitMs('10.0.0.8', NOW)).toBe(0);
  expect(throttle.waitMs('10.0.0.9', NOW + MINUTE)).toBe(0);
});

test('a password change ends every other session; the old password is dead, the new one works', async () => {
  await account('changer', PASSWORD);
  const old = await enter('changer', PASSWORD);
  const who = await authenticate(dataSource, old.token, NOW);
  if (!who) throw new Error('no session');
  const next = '另一个-足够长-的口令9';
  expect(await codeOf(changePassword(dataSource, who, 'wrong', next, NOW))).toBe('WRONG_PASSWORD');
  expect(await codeOf(changePassword(dataSource, who, PASSWORD, 'short', NOW))).toBe('WEAK_PASSWORD');
  expect(await codeOf(changePassword(dataSource, who, PASSWORD, SAMPLE_PASSWORD, NOW))).toBe('WEAK_PASSWORD');
  const fresh = await changePassword(dataSource, who, PASSWORD, next, NOW);
  expect(await authenticate(dataSource, old.token, NOW)).toBeUndefined();
  expect(await authenticate(dataSource, fresh.token, NOW)).toBeDefined();
  expect(await codeOf(enter('changer', PASSWORD))).toBe('SIGN_IN_FAILED');
  expect(await codeOf(enter('changer', next))).toBe('none');
});

test('disabling ends sessions and shuts the door, enabling opens it; both stand in the history', async () => {
  const { accountId } = await account('leaver', PASSWORD);
  const { token } = await enter('leaver', PASSWORD);
  await setAccountDisabled(dataSource, ACTOR, accountId, true, NOW);
  expect(await authenticate(dataSource, token, NOW)).toBeUndefined();
  expect(await codeOf(enter('leaver', PASSWORD))).toBe('SIGN_IN_FAILED');
  await setAccountDisabled(dataSource, ACTOR, accountId, false, NOW);
  expect(await codeOf(enter('leaver', PASSWORD))).toBe('none');
  const acts: { act: string; actor_name: string }[] = await dataSource.query(
    `SELECT act, actor_name FROM history WHERE (data->>'accountId')::bigint = $1 ORDER BY seq`,
    [accountId],
  );
  expect(acts.map(({ act }) => act)).toEqual(['create-account', 'disable-account', 'enable-account']);
  expect(acts.every(({ actor_name }) => actor_name === ACTOR.name)).toBe(true);
});

test('a reset gives a one-time password that must be changed', async () => {
  const { accountId } = await account('forgot', PASSWORD);
  const once = await resetPassword(dataSource, ACTOR, accountId, NOW);
  const { token } = await enter('forgot', once);
  expect(await authenticate(dataSource, token, NOW)).toMatchObject({ mustChangePassword: true });
});

test('the first run makes one administrator, the second none', async () => {
  const first = await ensureFirstAdministrator(dataSource, NOW);
  expect(await codeOf(enter(first?.login ?? '', first?.oneTimePassword ?? ''))).toBe('none');
  expect(await ensureFirstAdministrator(dataSource, NOW)).toBeUndefined();
  const { accountId } = { accountId: (await dataSource.query(`SELECT id FROM account WHERE role = 'admin'`))[0].id };
  expect(await codeOf(setAccountDisabled(dataSource, ACTOR, accountId, true, NOW))).toBe('LAST_ADMINISTRATOR');
});

test('production starts without sample accounts and refuses with them, and refuses their logins', async () => {
  expect(await codeOf(assertNoSampleAccounts(dataSource))).toBe('none');
  const logins = await ensureSampleAccounts(dataSource, NOW);
  expect(logins.map(({ login }) => login)).toEqual(expect.arrayContaining(['office', 'leader', 'inspector']));
  expect(await ensureSampleAccounts(dataSource, NOW)).toEqual(logins);
  expect(await codeOf(enter('office', SAMPLE_PASSWORD))).toBe('none');
  expect(await codeOf(enter('office', SAMPLE_PASSWORD, NOW, { allowSample: false }))).toBe('SIGN_IN_FAILED');
  expect(await codeOf(assertNoSampleAccounts(dataSource))).toBe('SAMPLE_ACCOUNTS');
});
