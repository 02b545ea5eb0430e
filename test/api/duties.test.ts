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

describe('many at once', () => {
  test('each with its version and outcome; what one may not see does not exist for one', async () => {
    const { items } = await get('/obligations?state=open&live=true&limit=20');
    const [mine, theirs] = items.filter((item: { cadence: string }) => item.cadence !== 'completion');
    const press = (body: object, as: WorldAccount = 'office') =>
      post('/obligations/batch', as, { do: 'press', why: '请抓紧', ...body });
    const given = [mine, theirs].map(({ obligationId, version }) => ({ obligationId, version }));
    const unknown = { obligationId: 987_654_321, version: 1 };
    expect((await press({ items: given }, 'unit_own')).status).toBe(403);
    const all = await press({ items: [...given, unknown], allOrNothing: true });
    expect(all.body).toMatchObject({
      status: 409,
      code: 'BATCH_REFUSED',
      errors: [{ path: 'items.2', obligationId: unknown.obligationId, code: 'NOT_FOUND' }],
    });
    const each = await press({ items: [...given, unknown] });
    expect(each.body).toMatchObject({ done: 2, refused: 1 });
    expect(each.body.items[2]).toMatchObject({ ok: false, code: 'NOT_FOUND', detail: '没有找到，或您无权查看' });
    const accept = { do: 'accept', items: given };
    expect(
      (await post('/obligations/batch', 'leader', accept)).body.items.map(({ code }: { code: string }) => code),
    ).toEqual(['FORBIDDEN', 'FORBIDDEN']);
    expect((await post('/obligations/batch', 'office', { do: 'return', items: given })).body).toMatchObject({
      status: 422,
      errors: [{ path: 'items.0.why' }, { path: 'items.1.why' }],
    });
    const twice = { do: 'accept', items: [given[0], given[0]] };
    expect((await post('/obligations/batch', 'office', twice)).status).toBe(422);
  });
});

describe('posts', () => {
  const holder = async (postId: number) =>
    (await get('/posts?limit=200')).items.find((item: { postId: number }) => item.postId === postId);

  test('an appointment begins on its day; it is listed, ended, and in the history of a post without a project', async () => {
    const [row]: { id: number }[] = await world.dataSource.query(
      `INSERT INTO post (organization_id, relation, title) SELECT id, 'office', '值班员' FROM organization WHERE kind = 'office'
       RETURNING id`,
    );
    const postId = row?.id ?? 0;
    const path = `/posts/${postId}/appointments`;
    expect((await get('/posts?vacant=true&limit=200')).items.map((item: { postId: number }) => item.postId)).toContain(
      postId,
    );
    const made = await post(path, 'office', {
      version: 1,
      newPerson: { name: '值班甲' },
      from: '2026-07-21',
      to: '2026-07-24',
    });
    expect(made.status).toBe(200);
    expect((await post(path, 'office', { version: 2, name: '乙', personId: 1 })).body.errors).toMatchObject([
      { path: 'personId' },
    ]);
    expect(
      (await post(path, 'office', { version: 2, name: '乙', from: '2026-07-20', to: '2026-07-22' })).body,
    ).toMatchObject({
      code: 'TENURE_TAKEN',
    });
    expect(await holder(postId)).toMatchObject({ holder: null });
    await world.setNow(at('2026-07-21T08:00'));
    expect(await holder(postId)).toMatchObject({ holder: '值班甲', heldTo: '2026-07-25T00:00:00+08:00' });
    const { items } = await get(path);
    expect(items).toMatchObject([{ name: '值班甲', heldFrom: '2026-07-21T00:00:00+08:00' }]);
    const end = (body: object) => post(`${path}/${items[0].appointmentId}/end`, 'office', body);
    expect((await end({ version: 1, why: '抽调' })).body.code).toBe('STALE_VERSION');
    expect((await end({ version: 2, why: '抽调' })).body).toEqual({ ok: true });
    expect(await holder(postId)).toMatchObject({ holder: null, version: 3 });
    const history = (await get('/history?limit=5')).items;
    expect(history.slice(0, 2)).toMatchObject([
      { act: 'end-appointment', projectId: null, data: { post: '值班员' }, why: '抽调' },
      { act: 'appoint', projectId: null, data: { post: '值班员', name: '值班甲' } },
    ]);
  });

  test('somebody’s holdings are seen and handed over; what was unread is the successor’s', async () => {
    const [row]: { id: number; person: number }[] = await world.dataSource.query(
      `SELECT t.id, a.person_id AS person FROM linkage l JOIN post t ON t.id = l.post_id
       JOIN appointment a ON a.post_id = t.id AND a.held_to IS NULL
       WHERE l.project_id = $1 AND l.relation = 'handler'`,
      [world.projectId],
    );
    if (!row) throw new Error('the project has no handler');
    const { obligationId } = await report();
    await world.setNow(at('2026-07-22T09:00'));
    await post(`/obligations/${obligationId}/press`, 'office', { text: '移交前' });
    const held = await get(`/people/${row.person}/holdings`);
    expect(held.openObligations).toBeGreaterThan(0);
    expect(held.unreadNotices).toBeGreaterThan(0);
    const given = held.posts.map(({ postId, version }: { postId: number; version: number }) => ({ postId, version }));
    const successor = { personId: world.accounts.unit_own.personId };
    const unread = async () => (await get('/notices?unread=true&limit=200', 'unit_own')).items.length;
    const before = await unread();
    const hand = (as: WorldAccount) =>
      post(`/people/${row.person}/handover`, as, { why: '调离', successor, posts: given });
    expect((await hand('unit_own')).status).toBe(404);
    expect((await hand('leader')).status).toBe(404);
    expect((await hand('office')).body).toMatchObject({ remaining: 0 });
    expect((await hand('office')).body.code).toBe('STALE_VERSION');
    expect(await unread()).toBe(before + held.unreadNotices);
    expect((await get(`/people/${row.person}/holdings`)).posts).toEqual([]);
    expect((await get('/history?limit=1')).items).toMatchObject([{ act: 'hand-over', why: '调离' }]);
    const { items } = await get(`/people?name=${encodeURIComponent(held.name)}`);
    expect(items.map(({ personId }: { personId: number }) => personId)).toContain(row.person);
  });
});

describe('an assignment', () => {
  const body = async () => {
    const { items } = await get('/projects?limit=200');
    const unitIds = [...new Set(items.map(({ unitId }: { unitId: number }) => unitId))];
    const mine = (await get('/session', 'unit_own')).organizationId;
    const other = unitIds.find((unitId) => unitId !== mine);
    return {
      title: '迎检准备',
      basis: '公文',
      documentNumber: '县委办〔2026〕8号',
      urgency: '加急',
      requirement: '备齐材料',
      withinWorkdays: 3,
      units: [
        { unitId: mine, role: 'lead' },
        { unitId: other, role: 'support' },
      ],
    };
  };

  test('is issued, signed for by each unit for itself, seen on the board, and called off', async () => {
    const given = await body();
    expect((await post('/assignments', 'unit_own', given)).status).toBe(403);
    expect((await post('/assignments', 'office', { ...given, withinHours: 3 })).body).toMatchObject({ status: 422 });
    const { withinWorkdays: _, ...byHours } = { ...given, withinHours: 3 };
    expect((await post('/assignments', 'office', byHours)).body.code).toBe('BAD_LIMIT');
    expect((await post('/assignments', 'office', { ...given, units: given.units.slice(1) })).body.code).toBe(
      'NO_LEAD_UNIT',
    );
    const made = await post('/assignments', 'office', given);
    expect(made).toMatchObject({
      status: 201,
      body: { state: 'open', units: [{ role: 'lead' }, { role: 'support' }] },
    });
    const { assignmentId, programmeId, obligations, version } = made.body;
    const add = (limit: object) =>
      post(`/assignments/${assignmentId}/units`, 'office', { version, unitId: given.units[0]?.unitId, ...limit });
    const refused = { status: 422, code: 'BAD_LIMIT' };
    expect((await add({ withinHours: 3 })).body).toMatchObject({ ...refused, errors: [{ path: 'withinHours' }] });
    expect((await add({ dueTime: '12:00' })).body).toMatchObject({ ...refused, errors: [{ path: 'dueTime' }] });
    for (const limit of [{}, { dueTime: '12:00', withinWorkdays: 4 }]) {
      expect((await add(limit)).body.code).toBe('UNIT_THERE');
    }
    expect(made.headers.get('location')).toBe(`/api/assignments/${assignmentId}`);
    expect(obligations).toHaveLength(2);
    const own = await get(`/assignments/${assignmentId}`, 'unit_own');
    expect(own.obligations).toHaveLength(1);
    expect((await get('/assignments', 'unit_none')).items).toEqual([]);
    const [mine] = own.obligations;
    expect(mine.mayDo).toContain('receive');
    expect(
      (await post(`/obligations/${mine.obligationId}/receive`, 'unit_own', { version: mine.version })).body.state,
    ).toBe('received');
    const theirs = obligations.find(({ obligationId }: { obligationId: number }) => obligationId !== mine.obligationId);
    expect((await post(`/obligations/${theirs.obligationId}/receive`, 'unit_own', { version: 1 })).status).toBe(404);
    expect((await get(`/programmes/${programmeId}/board`)).obligations.items.length).toBeGreaterThan(1);
    expect((await get('/history?limit=20')).items.map(({ act }: { act: string }) => act)).toContain('assign');
    expect(
      (await post(`/assignments/${assignmentId}/cancel`, 'office', { version: version + 3, why: '停' })).body,
    ).toMatchObject({
      code: 'STALE_VERSION',
      present: { assignmentId, version },
    });
    expect((await post(`/assignments/${assignmentId}/cancel`, 'office', { version, why: '停' })).body).toMatchObject({
      state: 'cancelled',
      cancelWhy: '停',
    });
    expect((await get('/assignments?state=cancelled')).items).toMatchObject([{ assignmentId }]);
  });

  test('its ladders can be changed, cadences it has none', async () => {
    const made = (await post('/assignments', 'office', await body())).body;
    const path = `/programmes/${made.programmeId}/rules`;
    const { revision, policies } = await get(path);
    const put = (given: object) =>
      world.send('PUT', `/api${path}`, { as: 'office', body: { revision, reason: '调整', ...given } });
    const cadence = {
      key: 'm',
      name: '月报',
      direction: 'up',
      every: 'month',
      profile: 'report',
      opens: { firstDay: true, at: '09:00' },
      due: { lastDay: true, at: '17:30' },
    };
    expect((await put({ cadences: [cadence] })).body.code).toBe('RULES_INVALID');
    expect((await put({ policies: policies.slice(0, 2) })).status).toBe(200);
  });
});
