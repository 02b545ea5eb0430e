import { parseInstant } from '@duban/application';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.js';
import type { WorldAccount } from './world-accounts.js';

// What unit and office do with an obligation besides reporting, over HTTP: each thing allowed once and refused once.
const at = (text: string) => parseInstant(text) ?? 0;
let world: World;

beforeAll(async () => {
  world = await startWorld({ startAt: at('2026-07-01T08:30') });
  await world.commands.engine.openRounds(world.programmeId, at('2026-07-20T10:00'));
  await world.setNow(at('2026-07-20T12:00'));
});

afterAll(() => world?.stop());

const post = (path: string, as: WorldAccount, body: object) => world.send('POST', `/api${path}`, { as, body });
const get = async (path: string, as: WorldAccount = 'office') => (await world.send('GET', `/api${path}`, { as })).body;
const report = async (): Promise<{ obligationId: number; version: number; dueAt: string }> => {
  const { items } = await get(`/obligations?projectId=${world.projectId}&state=open`, 'unit_own');
  return items.find((item: { cadence: string }) => item.cadence !== 'completion');
};

describe('an extension', () => {
  const asked = { newDue: '2026-08-14', why: '汛情影响', progress: '已走访六个村', progressPercent: 60 };

  test('is applied for, seen by both sides, and approved by the office alone', async () => {
    const { obligationId, version } = await report();
    const path = `/obligations/${obligationId}`;
    expect((await post(`${path}/extension-requests`, 'unit_own', { ...asked, version })).body).toMatchObject({
      state: 'pending',
      newDue: '2026-08-14',
      progressPercent: 60,
    });
    expect((await post(`${path}/extension-requests`, 'unit_own', { ...asked, version })).body).toMatchObject({
      code: 'STALE_VERSION',
      present: { version: version + 1, pendingExtension: { newDue: '2026-08-14' } },
    });
    const again = await post(`${path}/extension-requests`, 'unit_own', { ...asked, version: version + 1 });
    expect(again.body.code).toBe('REQUEST_PENDING');
    const { items } = await get('/obligations?extensionPending=true');
    expect(items).toEqual([expect.objectContaining({ obligationId, pendingExtension: expect.anything() })]);
    const waiting = (await get('/extension-requests?state=pending')).items;
    expect(waiting).toHaveLength(1);
    expect((await get('/extension-requests', 'unit_other')).items).toEqual([]);
    const { requestId } = waiting[0];
    expect((await post(`/extension-requests/${requestId}/approve`, 'unit_own', { version: 1 })).status).toBe(403);
    expect((await post(`/extension-requests/${requestId}/approve`, 'unit_other', { version: 1 })).status).toBe(404);
    expect((await post(`/extension-requests/${requestId}/refuse`, 'office', { version: 1 })).body).toMatchObject({
      status: 422,
      errors: [{ path: 'why' }],
    });
    const approved = await post(`/extension-requests/${requestId}/approve`, 'office', { version: 1, why: '同意' });
    expect(approved.body).toMatchObject({ state: 'approved', grantedDue: '2026-08-14', decidedBy: '账号office' });
    expect((await post(`/extension-requests/${requestId}/approve`, 'office', { version: 1 })).body).toMatchObject({
      code: 'REQUEST_SETTLED',
      present: { state: 'approved', version: 2 },
    });
    const detail = await get(path, 'unit_own');
    expect(detail).toMatchObject({
      dueRevision: 2,
      pendingExtension: null,
      extensionRequests: [{ state: 'approved' }],
    });
    expect(detail.dueAt).toContain('2026-08-14');
    expect(detail.originalDueAt).not.toBe(detail.dueAt);
    const history = (await get(`${path}/history`)).items.map(({ act }: { act: string }) => act);
    expect(history.slice(0, 3)).toEqual(['extend', 'approve-extension', 'apply-extension']);
  });

  test('is withdrawn by the unit, not by the office', async () => {
    const { obligationId, version } = await report();
    const later = { ...asked, newDue: '2026-08-28', version };
    const { requestId } = (await post(`/obligations/${obligationId}/extension-requests`, 'unit_own', later)).body;
    const withdraw = (as: WorldAccount) => post(`/extension-requests/${requestId}/withdraw`, as, { version: 1 });
    expect((await withdraw('office')).status).toBe(403);
    expect((await withdraw('unit_own')).body).toMatchObject({ state: 'withdrawn' });
  });
});

test('a proposal is declined over HTTP, and then stands among the declined', async () => {
  const { obligationId } = await report();
  const decline = (why?: string) => post(`/obligations/${obligationId}/rectification/decline`, 'office', { why });
  expect((await decline('暂缓')).body.code).toBe('NO_PROPOSAL');
  await world.dataSource.query('INSERT INTO rectification_proposal (obligation_id, proposed_at) VALUES ($1, now())', [
    obligationId,
  ]);
  expect((await decline()).status).toBe(422);
  expect((await get('/rectification-proposals')).items).toHaveLength(1);
  expect((await decline('暂缓')).body).toEqual({ ok: true });
  expect((await get('/rectification-proposals')).items).toEqual([]);
  expect((await get('/rectification-proposals?state=declined')).items).toEqual([
    expect.objectContaining({ obligationId, state: 'declined', declineWhy: '暂缓', declinedBy: '账号office' }),
  ]);
});
