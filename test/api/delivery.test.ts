// What did not arrive, who has read what, and where people want to be told: through the real API.
import { decideEffect, enableChannels, parseInstant, performEffect, sendDue } from '@duban/application';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fakeChannel } from '../support/fake-channel.js';
import { fingerprint, startWorld, type World } from './world.js';

const START = parseInstant('2026-07-01T08:30') ?? 0;
const MORNING = parseInstant('2026-07-21T09:00') ?? 0;
let world: World;
let noticeId: number;
let obligationId: number;
let channelId: number;

beforeAll(async () => {
  world = await startWorld({ startAt: START });
  await world.setNow(MORNING);
  const [channel] = await enableChannels(world.dataSource, ['email'], MORNING);
  channelId = channel?.channelId ?? 0;
  // A notice of the project of `unit_own`, addressed to the person of that account.
  await world.commands.engine.openRounds(world.programmeId, MORNING);
  const [obligation]: { id: number }[] = await world.dataSource.query(
    `SELECT id FROM obligation WHERE project_id = $1 AND state = 'open' ORDER BY id LIMIT 1`,
    [world.projectId],
  );
  obligationId = obligation?.id ?? 0;
  noticeId = await tell('slip-blue', 'first');
});
afterAll(() => world?.stop());

async function tell(action: string, rung: string): Promise<number> {
  const rows: { seq: number; effect_id: number }[] = await world.dataSource.query(
    `WITH e AS (INSERT INTO effect (kind, cause_key, clock_id, created_at)
                SELECT 'deliver-notices', $2, clock_id, $4 FROM obligation WHERE id = $1 RETURNING id)
     INSERT INTO notice (obligation_id, rung_key, cycle, due_revision, action, post, ordinal, channel, rung_at, at,
       due_at, effect_id, title, person_id, person_name)
     SELECT $1, $2, 'due:1', 1, $3, 'handler', 0, 'in-app', $4, $4, $4, e.id, '【蓝色督办单】甲', $5, '承办人' FROM e
     RETURNING seq, effect_id`,
    [obligationId, rung, action, new Date(MORNING), world.accounts.unit_own.personId],
  );
  const outward = { channels: [{ channelId, name: 'email' }], gatherMs: 0 };
  await performEffect(world.dataSource, rows[0]?.effect_id ?? 0, MORNING, outward);
  return rows[0]?.seq ?? 0;
}

function send(address: string) {
  const channel = fakeChannel('email', undefined, world.now);
  const settings = { hours: { from: '08:30', to: '17:30' }, gatherMs: 0, publicUrl: 'https://duban.test' };
  const parts = { dataSource: world.dataSource, settings, channels: [channel], now: world.now };
  return { channel, look: () => sendDue(parts, channelId), address };
}

const get = async (path: string, as: 'office' | 'unit_own' | 'admin' = 'office') =>
  (await world.send('GET', path, { as })).body;

describe('addresses', () => {
  it('a person sets the own one; a second writer who saw the old one is told', async () => {
    const put = (body: unknown) => world.send('PUT', '/api/addresses/email', { as: 'unit_own', body });
    expect((await put({ address: 'busy@test.cn' })).status).toBe(200);
    expect(await get('/api/addresses', 'unit_own')).toMatchObject({
      channels: ['email'],
      addresses: [{ channel: 'email', address: 'busy@test.cn', wanted: true, version: 1 }],
    });
    expect(await put({ address: 'other@test.cn' })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    expect((await put({ address: 'lost-after-text@test.cn', version: 1 })).status).toBe(200);
    const [row]: { data: unknown }[] = await world.dataSource.query(
      `SELECT data FROM history WHERE act = 'set-address' ORDER BY seq DESC LIMIT 1`,
    );
    expect(row?.data).toMatchObject({ address: 'lo***@test.cn', wanted: true });
  });

  it.each([
    ['email', { address: 'a@b.cn\r\nBcc: c@d.cn', version: 2 }, 422],
    ['email', { address: 'a@b.cn, c@d.cn', version: 2 }, 422],
    ['pigeon', { address: 'loft 3' }, 422],
    ['EMAIL', { address: 'a@b.cn' }, 422],
    ['email', { address: 'a@b.cn', version: 2, personId: 1 }, 422],
  ])('refuses %s %j', async (channel, body, status) => {
    const before = await fingerprint(world.dataSource);
    const answer = await world.send('PUT', `/api/addresses/${channel}`, { as: 'unit_own', body });
    expect(answer.status).toBe(status);
    expect(await fingerprint(world.dataSource)).toBe(before);
  });

  it('the office sets and reads anybody’s', async () => {
    const { personId } = world.accounts.leader;
    const path = `/api/people/${personId}/addresses`;
    expect(
      (await world.send('PUT', `${path}/email`, { as: 'office', body: { address: 'leader@test.cn' } })).status,
    ).toBe(200);
    expect((await get(path)).addresses).toMatchObject([{ address: 'leader@test.cn' }]);
    const gone = { address: null, version: 1 };
    expect((await world.send('PUT', `${path}/email`, { as: 'office', body: gone })).status).toBe(200);
    expect((await get(path)).addresses).toEqual([]);
  });
});

describe('what did not arrive', () => {
  it('an unknown message is listed with its reason, is sent again only by a person, and then leaves the list', async () => {
    await tell('slip-yellow', 'unknown');
    const first = send('lost-after-text@test.cn');
    await first.look();
    expect(first.channel.taken).toHaveLength(1);
    const { items } = await get('/api/messages');
    expect(items).toMatchObject([
      { state: 'unknown', person: expect.any(String), notices: 1, reason: expect.stringContaining('不自动重发') },
    ]);
    await first.look();
    expect(first.channel.taken).toHaveLength(1);

    const [{ messageId, version }] = items;
    const retry = (body: unknown) => world.send('POST', `/api/messages/${messageId}/retry`, { as: 'office', body });
    expect(await retry({ version: version - 1 })).toMatchObject({ status: 409, body: { code: 'STALE_VERSION' } });
    await world.dataSource.query(`UPDATE address SET address = 'good@test.cn'`);
    expect((await retry({ version })).status).toBe(200);
    expect(await retry({ version })).toMatchObject({ status: 409 });
    await first.look();
    expect(first.channel.taken.map(({ key }) => key)).toEqual([
      first.channel.taken[0]?.key,
      first.channel.taken[0]?.key,
    ]);
    expect((await get('/api/messages')).items).toEqual([]);
    const events = (await get(`/api/messages/${messageId}/events`)).items;
    expect(events.map(({ act }: { act: string }) => act)).toEqual([
      'queue',
      'claim',
      'begin',
      'lose',
      'retry',
      'claim',
      'begin',
      'deliver',
    ]);
    expect(events[4]).toMatchObject({ actor: expect.any(String), stateFrom: 'unknown', stateTo: 'queued' });
  });

  it('what comes later does not join a message that a person had sent again', async () => {
    await world.dataSource.query(`UPDATE address SET address = 'lost-after-text@test.cn'`);
    await tell('slip-red', 'joins-1');
    const sending = send('');
    await sending.look();
    const [{ messageId, version }] = (await get('/api/messages')).items;
    await world.send('POST', `/api/messages/${messageId}/retry`, { as: 'admin', body: { version } });
    await tell('slip-red', 'joins-2');
    await world.dataSource.query(`UPDATE address SET address = 'good@test.cn'`);
    await sending.look();
    expect(new Set(sending.channel.taken.map(({ key }) => key)).size).toBe(2);
  });

  it('a dead one can be given up, once', async () => {
    await world.dataSource.query(`UPDATE address SET address = 'refuses-text@test.cn'`);
    await tell('slip-red', 'dead');
    await send('').look();
    const [{ messageId, version, state }] = (await get('/api/messages', 'admin')).items;
    expect(state).toBe('dead');
    const giveUp = () => world.send('POST', `/api/messages/${messageId}/give-up`, { as: 'office', body: { version } });
    expect((await giveUp()).status).toBe(200);
    expect((await giveUp()).status).toBe(409);
    expect((await get('/api/messages?state=abandoned')).items).toMatchObject([{ messageId }]);
    const written: unknown[] = await world.dataSource.query(`SELECT 1 FROM history WHERE act = 'message-give-up'`);
    expect(written).toHaveLength(1);
  });

  it('a dead effect is listed, and performed when a person has it tried again', async () => {
    const [effect]: { id: number; clock_id: number }[] = await world.dataSource
      .query(
        `UPDATE effect SET state = 'dead', attempts = 10, last_error = '毒', done_at = now()
       WHERE id = (SELECT effect_id FROM notice WHERE seq = $1) RETURNING id, clock_id`,
        [noticeId],
      )
      .then(([rows]: [{ id: number; clock_id: number }[]]) => rows);
    await world.dataSource.query('UPDATE notice SET delivered_at = NULL WHERE seq = $1', [noticeId]);
    const effectId = effect?.id ?? 0;
    expect((await get('/api/dead-effects')).items).toMatchObject([
      { effectId, notices: 1, reason: '已执行10次，没有成功：毒', title: '【蓝色督办单】甲' },
    ]);
    expect((await world.send('POST', `/api/dead-effects/${effectId}/retry`, { as: 'office', body: {} })).status).toBe(
      200,
    );
    expect((await get('/api/dead-effects')).items).toEqual([]);
    expect(await performEffect(world.dataSource, effectId, MORNING)).toBe('done');
    await expect(
      decideEffect(world.dataSource, { personId: null, name: '督办室' }, effectId, 'retry', MORNING),
    ).rejects.toMatchObject({ code: 'WRONG_STATE' });
  });
});

describe('receipts', () => {
  it('the office sees when a notice was delivered and read; the recipient reads it', async () => {
    const receipt = async () =>
      (await get(`/api/obligations/${obligationId}/notices`)).items.find(
        (item: { noticeId: number }) => item.noticeId === noticeId,
      );
    expect(await receipt()).toMatchObject({ person: '承办人', readAt: null, deliveredAt: expect.any(String) });
    expect((await world.send('POST', `/api/notices/${noticeId}/read`, { as: 'unit_own' })).status).toBe(200);
    expect(await receipt()).toMatchObject({ readAt: '2026-07-21T09:00:00+08:00' });
    const sent = (await get(`/api/obligations/${obligationId}/notices`)).items.flatMap(
      ({ messages }: { messages: { state: string }[] }) => messages.map(({ state }) => state),
    );
    expect(sent).toContain('sent');
    expect(sent).toContain('abandoned');
  });
});
