import { Denials, parseInstant } from '@duban/application';
import { writeHistory } from '@duban/persistence';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.js';
import { PASSWORD } from './world-accounts.js';

let world: World;

beforeAll(async () => {
  world = await startWorld({ startAt: parseInstant('2026-07-01T08:30') ?? 0 });
});

afterAll(() => world?.stop());

interface Entry {
  readonly act: string;
  readonly login: string | null;
  readonly accountId: number | null;
  readonly [other: string]: unknown;
}

const audit = async (query = ''): Promise<Entry[]> =>
  (await world.send('GET', `/api/audit?limit=200${query}`, { as: 'admin' })).body.items;
const mine = (name: keyof World['accounts']) => audit(`&accountId=${world.accounts[name].accountId}`);
const enter = (login: string, password: string) => world.send('POST', '/api/session', { body: { login, password } });

describe('the audit', () => {
  test('has one row for each refusal, with who, what, where and the request', async () => {
    const { leader } = world.accounts;
    const before = (await mine('leader')).length;
    const hidden = await world.send('GET', '/api/obligations/987654', { as: 'leader' });
    const refused = await world.send('POST', `/api/projects/${world.projectId}/launch`, { as: 'leader', body: {} });
    const [second, first, ...rest] = await mine('leader');
    expect(rest).toHaveLength(before);
    expect(first).toMatchObject({
      act: 'denied',
      accountId: leader.accountId,
      login: 'leader',
      action: 'obligation.read',
      target: 'GET /api/obligations/987654',
      code: 'NOT_FOUND',
      requestId: hidden.headers.get('x-request-id'),
      more: 0,
    });
    expect(second).toMatchObject({
      action: 'project.launch',
      code: 'FORBIDDEN',
      requestId: refused.headers.get('x-request-id'),
    });
  });

  test('has no row for what was allowed, nor for what nobody signed in asked', async () => {
    const before = (await audit()).length;
    expect((await world.send('GET', '/api/projects', { as: 'leader' })).status).toBe(200);
    expect((await world.send('GET', '/api/projects')).status).toBe(401);
    expect(await audit()).toHaveLength(before);
  });

  test('knows sign-ins, good and bad, the lock, signing out, and who changed an account', async () => {
    const { unit_none: account } = world.accounts;
    for (let n = 0; n < 5; n += 1) expect((await enter('unit_none', 'wrong wrong')).status).toBe(401);
    expect((await enter('unit_none', PASSWORD)).status).toBe(401);
    expect((await world.send('POST', `/api/accounts/${account.accountId}/enable`, { as: 'admin' })).status).toBe(200);
    const { body } = await enter('unit_none', PASSWORD);
    const headers = { authorization: `Bearer ${body.token}` };
    expect((await world.send('DELETE', '/api/session', { headers })).status).toBe(200);
    const acts = (await mine('unit_none')).map(({ act, code, by }) => [act, code ?? by].filter(Boolean).join(' '));
    expect(acts.slice(0, 11)).toEqual([
      'sign-out',
      'sign-in',
      'enable-account 账号admin',
      'sign-in-failed LOCKED',
      'account-locked',
      ...Array.from({ length: 5 }, () => 'sign-in-failed SIGN_IN_FAILED'),
      'sign-in',
    ]);
  });

  test('does not write down what was typed in place of a login', async () => {
    expect((await enter('my-secret-password', 'x')).status).toBe(401);
    expect((await audit())[0]).toMatchObject({ act: 'sign-in-failed', login: null, accountId: null });
    expect(JSON.stringify(await audit())).not.toContain('my-secret-password');
  });

  test('and the office’s history show every row of the history, each of them in one place', async () => {
    const { admin, leader } = world.accounts;
    const path = `/api/people/${leader.personId}/addresses/email`;
    expect((await world.send('PUT', path, { as: 'office', body: { address: 'a@test.cn' } })).status).toBe(200);
    const name = 'sweep';
    const ownUnitId = (await world.send('GET', `/api/projects/${world.projectId}`, { as: 'office' })).body.unitId;
    const body = { login: name, role: 'unit', organizationId: ownUnitId, newPerson: { name } };
    expect((await world.send('POST', '/api/accounts', { as: 'admin', body })).status).toBe(201);
    const now = world.now();
    await writeHistory(
      world.dataSource.manager,
      [
        { act: 'message-retry', data: { messageId: 1, recipient: '某人' } },
        { act: 'message-give-up', data: { messageId: 1, recipient: '某人' } },
        { act: 'effect-retry', data: { effectId: 1, kind: 'deliver' } },
        { act: 'effect-give-up', data: { effectId: 1, kind: 'deliver' } },
        { act: 'start-job', data: { jobId: 1, kind: 'import' } },
        { act: 'end-job', data: null },
      ].map((entry) => ({ at: now, actor: { personId: admin.personId, name }, ...entry })),
    );
    const all: { seq: number; act: string }[] = await world.dataSource.query(
      'SELECT seq, act FROM history ORDER BY seq',
    );
    const shown = async (first: string, as: 'office' | 'admin'): Promise<Entry[]> => {
      const rows: Entry[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page: { items: Entry[]; next: string | null } = (
          await world.send('GET', `${first}?limit=200${next && `&cursor=${next}`}`, { as })
        ).body;
        rows.push(...page.items);
        next = page.next;
      }
      return rows;
    };
    const ofOffice = await shown('/api/history', 'office');
    const ofAdmin = (await shown('/api/audit', 'admin')).filter(({ seq }) => all.some((row) => row.seq === seq));
    expect(ofOffice.map(({ act }) => act)).toEqual(
      expect.arrayContaining(['set-address', 'message-retry', 'start-job']),
    );
    expect(ofAdmin.map(({ act }) => act)).toContain('create-account');
    const seqs = [...ofOffice, ...ofAdmin].map(({ seq }) => Number(seq)).sort((a, b) => a - b);
    expect(seqs).toEqual(all.map(({ seq }) => seq));
  });

  test.each(['office', 'leader', 'inspector', 'unit_own'] as const)('is not for %s', async (as) => {
    expect((await world.send('GET', '/api/audit', { as })).status).toBe(403);
  });

  test.each([`UPDATE audit SET act = 'other'`, 'DELETE FROM audit', 'TRUNCATE audit'])(
    'refuses %s',
    async (statement) => {
      await expect(world.dataSource.query(statement)).rejects.toThrow(/append-only/);
    },
  );

  test('a flood of refusals makes a bounded number of rows, and the next minute tells how many there were', async () => {
    const denials = new Denials(world.dataSource, 3);
    const denial = { accountId: 4711, login: 'flood', action: 'project.launch', code: 'FORBIDDEN' };
    const now = world.now();
    for (let n = 0; n < 10; n += 1) await denials.note(denial, now + n);
    const rows = () => audit('&accountId=4711');
    expect(await rows()).toHaveLength(3);
    await denials.note(denial, now + 60_000);
    expect((await rows()).map(({ more }) => more)).toEqual([7, 0, 0, 0]);
  });
});
