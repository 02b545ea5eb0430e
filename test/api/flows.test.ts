import { readFileSync } from 'node:fs';
import { JOB_HANDLERS, parseInstant, runJob } from '@duban/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.js';

// What an office does in a month, over HTTP: each step allowed once and refused once.
const at = (text: string) => parseInstant(text) ?? 0;
let world: World;
let report: number;

beforeAll(async () => {
  world = await startWorld({ startAt: at('2026-07-01T08:30') });
  await world.commands.engine.openRounds(world.programmeId, at('2026-07-20T10:00'));
  await world.setNow(at('2026-07-20T12:00'));
  const { body } = await world.send('GET', `/api/obligations?projectId=${world.projectId}&state=open`, {
    as: 'unit_own',
  });
  report = body.items.find((item: { cadence: string }) => item.cadence !== 'completion').obligationId;
});

afterAll(() => world?.stop());

const read = async () => (await world.send('GET', `/api/obligations/${report}`, { as: 'office' })).body;
const act = (name: string, as: 'office' | 'unit_own' | 'inspector' | 'leader', body: object, id = report) =>
  world.send('POST', `/api/obligations/${id}/${name}`, { as, body });

test('receive, submit, return, submit again, accept: each step with its version, person and history', async () => {
  const opened = await read();
  expect(opened).toMatchObject({ state: 'open', version: 1 });
  expect(opened.dueAt).toMatch(/^2026-07-\d\dT17:30:00\+08:00$/);
  expect((await act('receive', 'unit_own', { version: 1 })).body).toMatchObject({ state: 'received', version: 2 });

  const stale = await act('submit', 'unit_own', { version: 1, text: '进展' });
  expect(stale).toMatchObject({
    status: 409,
    body: { code: 'STALE_VERSION', present: { state: 'received', version: 2 } },
  });

  const submission = { version: 2, progressPercent: 60, text: '完成走访', problems: '经费不足', nextSteps: '八月完成' };
  const submitted = await act('submit', 'unit_own', submission);
  expect(submitted.body).toMatchObject({
    state: 'submitted',
    light: 'blue',
    submissions: [{ progressPercent: 60, problems: '经费不足' }],
  });
  expect((await act('return', 'office', { version: 3 })).status).toBe(422);
  expect((await act('return', 'office', { version: 3, why: '数据不实', withinWorkdays: 5 })).status).toBe(422);
  expect((await act('return', 'office', { version: 3, why: '数据不实' })).body).toMatchObject({
    state: 'returned',
    returnCount: 1,
  });
  expect((await act('accept', 'office', { version: 4 })).body).toMatchObject({ status: 409, code: 'WRONG_STATE' });
  await act('submit', 'unit_own', { version: 4, text: '已改正' });
  expect((await act('accept', 'office', { version: 5 })).body).toMatchObject({
    state: 'accepted',
    light: null,
    mayDo: ['issue-rectification'],
  });

  const { body } = await world.send('GET', `/api/obligations/${report}/history`, { as: 'unit_own' });
  expect(body.items.map(({ act: done }: { act: string }) => done)).toEqual([
    'accept',
    'submit',
    'return',
    'submit',
    'receive',
    'open',
  ]);
  expect(body.items[0]).toMatchObject({ actor: '账号office', from: 'submitted', to: 'accepted' });
  expect(body.items[2]).toMatchObject({ why: '数据不实' });
});

test('extension needs a later day before due, and keeps both limits; suspension gives the days back', async () => {
  const { body } = await world.send('GET', '/api/obligations?state=open&live=true&limit=50', { as: 'office' });
  const other = body.items.find((item: { unitId: number; cadence: string }) => item.cadence !== 'completion');
  const id: number = other.obligationId;
  const day: string = other.dueAt.slice(0, 10);
  expect((await act('extend', 'office', { version: 1, newDue: day, why: '汛情' }, id)).body.code).toBe('NOT_LATER');
  expect((await act('extend', 'office', { version: 1, newDue: '2026-02-30', why: '汛情' }, id)).body).toMatchObject({
    code: 'INVALID',
    errors: [{ path: 'newDue' }],
  });
  const extended = (await act('extend', 'office', { version: 1, newDue: '2026-08-14', why: '汛情' }, id)).body;
  expect(extended).toMatchObject({ dueRevision: 2, originalDueAt: other.dueAt });
  expect(extended.dueAt).toContain('2026-08-14');
  expect((await act('suspend', 'office', { version: 2, why: '专班抽调' }, id)).body).toMatchObject({
    state: 'suspended',
    light: 'grey',
  });
  expect((await act('resume', 'office', { version: 3 }, id)).body).toMatchObject({ state: 'open', dueRevision: 3 });
});

test('a leader presses once a day; the press is a notice in the inbox of who handles it', async () => {
  const { body } = await world.send('GET', '/api/obligations?state=open&limit=1', { as: 'leader' });
  const id: number = body.items[0].obligationId;
  expect((await act('press', 'leader', { text: '请抓紧' }, id)).status).toBe(200);
  expect((await act('press', 'leader', {}, id)).body.code).toBe('PRESSED_ALREADY');
  const notices: { title: string; action: string }[] = await world.dataSource.query(
    `SELECT title, action FROM notice WHERE obligation_id = $1 AND rung_key = 'manual-press'`,
    [id],
  );
  expect(notices.length).toBeGreaterThan(0);
  expect(notices[0]).toMatchObject({ action: 'press' });
  expect(notices[0]?.title).toContain('请抓紧');
});

test('a rectification goes through every stage; the unit never verifies its own', async () => {
  const { projectId } = world;
  const issue = (body: object) =>
    world.send('POST', `/api/projects/${projectId}/rectifications`, { as: 'office', body });
  const { version } = (await world.send('GET', `/api/projects/${projectId}`, { as: 'office' })).body;
  const wordless = await issue({ version, reason: '其他' });
  expect(wordless.body).toMatchObject({ status: 422, errors: [{ path: 'reasonText' }] });
  const issued = await issue({ version, reason: '工作不重视', withinWorkdays: 10 });
  const again = await issue({ version, reason: '工作不重视', withinWorkdays: 10 });
  expect(again.body).toMatchObject({ status: 409, code: 'STALE_VERSION', present: { version: version + 1 } });
  expect(issued).toMatchObject({
    status: 201,
    body: { key: '2026-1', stages: [{ period: '2026-1/sign', state: 'open' }] },
  });
  const { caseId } = issued.body;
  const stages = async () => (await world.send('GET', `/api/rectifications/${caseId}`, { as: 'office' })).body.stages;
  const stage = async (name: string) =>
    (await stages()).find(({ period }: { period: string }) => period === `2026-1/${name}`);
  const on = async (name: string, what: string, as: 'office' | 'unit_own' | 'inspector', more: object = {}) => {
    const { obligationId, version } = await stage(name);
    return act(what, as, { version, ...more }, obligationId);
  };
  expect((await on('sign', 'receive', 'unit_own')).body.state).toBe('accepted');
  await on('plan', 'submit', 'unit_own', { text: '整改方案' });
  expect((await on('plan', 'accept', 'office')).body.state).toBe('accepted');
  await on('report', 'submit', 'unit_own', { text: '整改报告' });
  expect((await on('report', 'accept', 'office')).body.code).toBe('WRONG_STATE');
  expect((await on('verify', 'accept', 'unit_own')).status).toBe(403);
  expect((await on('verify', 'return', 'inspector', { why: '没有到位', withinWorkdays: 5 })).status).toBe(200);
  await on('report#2', 'submit', 'unit_own', { text: '再报' });
  expect((await on('verify#2', 'accept', 'inspector')).body.state).toBe('accepted');
  const closed = (await world.send('GET', `/api/rectifications/${caseId}`, { as: 'unit_own' })).body;
  expect(closed.closedOutAt).not.toBeNull();
});

test('a rectification is withdrawn by the office, with a reason, once; the unit reads why', async () => {
  const { projectId } = world;
  const { version } = (await world.send('GET', `/api/projects/${projectId}`, { as: 'office' })).body;
  const body = { version, reason: '工作不重视' };
  const issued = await world.send('POST', `/api/projects/${projectId}/rectifications`, { as: 'office', body });
  const path = `/api/rectifications/${issued.body.caseId}`;
  const withdraw = (given: object) => world.send('POST', `${path}/withdraw`, { as: 'office', body: given });
  expect((await withdraw({ version: issued.body.version })).status).toBe(422);
  expect((await withdraw({ why: '下达有误' })).status).toBe(422);
  const sign = `/api/obligations/${issued.body.stages[0].obligationId}/receive`;
  expect((await world.send('POST', sign, { as: 'unit_own', body: { version: 1 } })).status).toBe(200);
  const stale = await withdraw({ version: issued.body.version, why: '下达有误' });
  expect(stale.body).toMatchObject({ status: 409, code: 'STALE_VERSION', present: { version: 2, state: 'open' } });
  expect(await withdraw({ version: 2, why: '下达有误' })).toMatchObject({
    status: 200,
    body: { withdrawWhy: '下达有误', version: 3 },
  });
  expect((await withdraw({ version: 3, why: '再撤' })).body).toMatchObject({ status: 409, code: 'WRONG_STATE' });
  const seen = (await world.send('GET', path, { as: 'unit_own' })).body;
  expect([seen.withdrawWhy, seen.withdrawnAt === null]).toEqual(['下达有误', false]);
});

test('closing takes a reason and the present version, and a closed project takes nothing more', async () => {
  const { body } = await world.send('GET', '/api/projects?state=launched&limit=200', { as: 'office' });
  const { projectId, version } = body.items.at(-1);
  const close = (given: object) =>
    world.send('POST', `/api/projects/${projectId}/close`, { as: 'office', body: given });
  expect((await close({ version })).status).toBe(422);
  expect((await close({ version: version + 7, why: '完成' })).body).toMatchObject({
    code: 'STALE_VERSION',
    present: { version },
  });
  expect((await close({ version, why: '完成' })).body).toMatchObject({ state: 'closed' });
  expect((await close({ version: version + 1, why: '完成' })).body.code).toBe('PROJECT_CLOSED');
});

test('an appointment holds from now on', async () => {
  const path = `/api/projects/${world.projectId}/appointments`;
  const project = `/api/projects/${world.projectId}`;
  const { version } = (await world.send('GET', project, { as: 'office' })).body;
  const appoint = (body: object) => world.send('POST', path, { as: 'office', body: { version, ...body } });
  const { body } = await appoint({ post: 'unit-head', name: '新任某' });
  expect(body.posts).toContainEqual(expect.objectContaining({ relation: 'unit-head', holder: '新任某' }));
  expect((await appoint({ post: 'unit-head', name: '另一人' })).body).toMatchObject({
    status: 409,
    code: 'STALE_VERSION',
    present: { version: version + 1 },
  });
  expect((await appoint({ post: 'mayor', name: '某' })).status).toBe(422);
});

test('an appointment to a post holds for all its projects; on an older sight it is refused', async () => {
  const { items } = (await world.send('GET', '/api/posts', { as: 'office' })).body;
  const post = items.find(({ relation }: { relation: string }) => relation === 'lead-leader');
  const appoint = (name: string) =>
    world.send('POST', `/api/posts/${post.postId}/appointments`, {
      as: 'office',
      body: { version: post.version, name },
    });
  expect((await appoint('接任领导')).status).toBe(200);
  expect((await appoint('别的领导')).body).toMatchObject({
    status: 409,
    code: 'STALE_VERSION',
    present: { version: post.version + 1, holder: '接任领导' },
  });
});

test('the board tells any past instant: what is red now was green then', async () => {
  await world.setNow(at('2026-08-20T12:00'));
  const board = (query = '') =>
    world.send('GET', `/api/programmes/${world.programmeId}/board${query}`, { as: 'office' });
  const now = (await board()).body;
  const then = (await board('?asOf=2026-07-20T11:00')).body;
  expect(now.lights.red).toBeGreaterThan(0);
  expect(then.lights.red).toBe(0);
  expect(then.asOf).toBe('2026-07-20T11:00:00+08:00');
  expect(now.obligations.items.find(({ light }: { light: string }) => light === 'red').overdueWorkdays).toBeGreaterThan(
    0,
  );
  expect(now.rates.length).toBeGreaterThan(3);
  expect((await board('?asOf=2027-01-01T00:00')).body).toMatchObject({ status: 422, code: 'INVALID' });
  const own = (await world.send('GET', `/api/programmes/${world.programmeId}/board`, { as: 'unit_own' })).body;
  expect(own.byUnit.length).toBe(1);
  expect(own.rates.length).toBe(1);
});

test('a ledger is checked without a trace, and imported once', async () => {
  const form = () => {
    const data = new FormData();
    const bytes = readFileSync(new URL('../../samples/sample-county.xlsx', import.meta.url));
    data.set('file', new Blob([bytes]), 'sample-county.xlsx');
    return data;
  };
  const check = await world.send('POST', '/api/ledger/check', { as: 'office', body: form() });
  expect(check.body.items.length).toBe(28);
  const again = await world.send('POST', '/api/ledger/import', { as: 'office', body: form() });
  expect(again).toMatchObject({ status: 200, body: { added: [], changed: [], unchanged: 28 } });
  const junk = new FormData();
  junk.set('file', new Blob(['not a workbook']), 'x.xlsx');
  expect((await world.send('POST', '/api/ledger/check', { as: 'office', body: junk })).body).toMatchObject({
    status: 422,
    code: 'NOT_XLSX',
  });
});

test('policies and cadences change from the next round on, faults are named by their path', async () => {
  const path = `/api/programmes/${world.programmeId}/rules`;
  const { revision, policies, cadences } = (await world.send('GET', path, { as: 'office' })).body;
  const put = (body: object) => world.send('PUT', path, { as: 'office', body });
  const broken = [
    {
      ...policies[0],
      rungs: [{ key: 'x', anchor: 'due', offset: { workdays: 1 }, at: '25:00', action: 'remind', to: [] }],
    },
  ];
  const refused = await put({ revision, policies: broken });
  expect(refused.body).toMatchObject({ status: 422, code: 'RULES_INVALID' });
  expect(refused.body.errors.map(({ path: at }: { path: string }) => at)).toEqual(
    expect.arrayContaining(['$[0].rungs[0].at', '$[0].rungs[0].to']),
  );
  const fewer = [{ ...policies[0], rungs: policies[0].rungs.slice(0, 2) }];
  const changed = await put({ revision, policies: fewer });
  expect(changed.body.policies[0].rungs).toHaveLength(2);
  expect((await put({ revision, policies })).body).toMatchObject({
    code: 'STALE_VERSION',
    present: { revision: changed.body.revision },
  });
  const later = await put({ revision: changed.body.revision, cadences: cadences.slice(0, 1), reason: '减负' });
  expect(later.body.cadences).toHaveLength(1);
  const lastVersions = async () => {
    const history = await world.send('GET', '/api/history', { as: 'office' });
    return history.body.items.find(({ act }: { act: string }) => act === 'replace-rules');
  };
  // What is the same goes on as it is; what differs is a new version.
  expect(await lastVersions()).toMatchObject({ why: '减负', data: { after: { cadences: { 'monthly-report': 1 } } } });
  const [monthly] = later.body.cadences;
  const renamed = await put({ revision: later.body.revision, cadences: [{ ...monthly, name: '每月一报' }] });
  expect(renamed.body.cadences).toEqual([{ ...monthly, name: '每月一报' }]);
  expect(await lastVersions()).toMatchObject({ data: { after: { cadences: { 'monthly-report': 2 } } } });
});

test('a rehearsal that cannot be is refused at once, with every fault; one that can be is a job', async () => {
  const start = (body: object) =>
    world.send('POST', `/api/programmes/${world.programmeId}/rehearsals`, { as: 'office', body });
  const span = { from: '2026-08-01', to: '2026-08-31' };
  for (const [wrong, says] of [
    [{ from: '2026-09-01', to: '2026-08-31' }, '早于开始日'],
    [{ from: '2026-08-01', to: '2036-08-31' }, '最多3年'],
    [{ ...span, behaviour: [{}] }, '行为 '],
    [{ ...span, cadences: [{}] }, '频次 '],
    [{ ...span, policies: [{}] }, '督办规则 '],
  ] as const) {
    const refused = await start(wrong);
    expect(refused.body).toMatchObject({ status: 422, code: 'REHEARSAL_INPUT' });
    expect(refused.body.detail).toContain(says);
  }
  expect((await start(span)).status).toBe(202);
});

test('new rules are tried in the background before they hold', async () => {
  const path = `/api/programmes/${world.programmeId}/rules`;
  const { revision, policies } = (await world.send('GET', path, { as: 'office' })).body;
  const to = new Date(world.now() + 40 * 86_400_000).toISOString().slice(0, 10);
  const preview = (body: object) => world.send('POST', `${path}/preview`, { as: 'office', body });
  expect((await preview({ revision, policies, to: '2099-01-01' })).body.code).toBe('REHEARSAL_INPUT');
  expect((await preview({ revision, policies: [{}], to })).body.code).toBe('RULES_INVALID');
  const fewer = [{ ...policies[0], rungs: policies[0].rungs.slice(0, 1) }];
  const started = await preview({ revision, policies: fewer, to });
  expect([started.status, started.headers.get('location')]).toEqual([202, `/api/jobs/${started.body.jobId}`]);
  await runJob(world.dataSource, JOB_HANDLERS, started.body.jobId, { now: () => world.now() });
  const { status, body } = await world.send('GET', `/api/jobs/${started.body.jobId}/result`, { as: 'office' });
  expect(status).toBe(200);
  expect(body.totals).toMatchObject({ more: 0, earlier: 0, later: 0 });
  expect(body.totals.before - body.totals.after).toBe(body.totals.less);
  expect((await world.send('GET', path, { as: 'office' })).body.revision).toBe(revision);
});

test('answers that depend on the clocks say that they stand still', async () => {
  const { headers, body } = await world.send('GET', `/api/obligations/${report}`, { as: 'office' });
  expect(headers.get('duban-clocks')).toBe('stopped');
  expect(body.clocks).toMatchObject({ running: false, reason: expect.stringContaining('Temporal') });
  const ready = await world.send('GET', '/readyz');
  expect(ready).toMatchObject({ status: 200, body: { ready: true, clocks: { running: false } } });
});
