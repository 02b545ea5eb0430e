import { parseInstant } from '@duban/application';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startWorld, type World } from './world.js';
import type { WorldAccount } from './world-accounts.js';

// Programmes, categories and projects made by hand, from the first line of a list to its archive.
const at = (text: string) => parseInstant(text) ?? 0;
let world: World;
let ownUnit: number;

beforeAll(async () => {
  world = await startWorld({ startAt: at('2026-07-01T08:30') });
  const { body } = await world.send('GET', `/api/projects/${world.projectId}`, { as: 'office' });
  ownUnit = body.unitId;
});
afterAll(() => world?.stop());

const send = (method: string, path: string, body?: unknown, as: WorldAccount = 'office') =>
  world.send(method, `/api${path}`, { as, body });

const GUARANTEES = { organization: '专班', talent: '选派', funds: '专款', technology: '平台', mechanism: '例会' };
const FULL = { objective: '达标', measures: '走访', source: '薄弱环节', guarantees: GUARANTEES };
const PEOPLE = {
  leadLeader: { name: '高某', duty: '县委副书记' },
  deputyLeader: { name: '林某' },
  handler: '何某',
};

async function newProgramme(title: string, more = {}): Promise<{ programmeId: number; categoryId: number }> {
  const made = await send('POST', '/programmes', { title, year: 2026, ...more });
  expect(made.status).toBe(201);
  const { programmeId, version } = made.body;
  const { body } = await send('POST', `/programmes/${programmeId}/categories`, { version, name: '组织建设' });
  return { programmeId, categoryId: body.categories[0].categoryId };
}

let named = 0;

async function newProject(programmeId: number, categoryId: number, more = {}, as: WorldAccount = 'office') {
  named += 1;
  const given = {
    title: `村级阵地达标之${named}`,
    categoryId,
    unitId: ownUnit,
    deadline: '2026-12-31',
    ...PEOPLE,
    ...more,
  };
  return send('POST', `/programmes/${programmeId}/projects`, given, as);
}

/** A project that was founded, reviewed and launched. */
async function launched(programmeId: number, categoryId: number, more = {}): Promise<number> {
  const { projectId } = (await newProject(programmeId, categoryId, { ...FULL, ...more })).body;
  await send('POST', `/projects/${projectId}/apply`, { version: 1 });
  await send('POST', `/projects/${projectId}/review`, { version: 2, decision: 'approve', opinion: '同意' });
  const { body } = await send('POST', `/projects/${projectId}/launch`, { version: 3 });
  expect(body.state).toBe('launched');
  return projectId;
}

test('a ledger’s list is held against what its title says of its size', async () => {
  const { body } = await send('GET', `/programmes/${world.programmeId}`);
  expect(body.totals).toMatchObject({ declaredCategories: 15, declaredProjects: 28, categories: 15, agrees: true });
});

describe('a programme', () => {
  test('is made, changed while a draft, and its totals held against what it says of itself', async () => {
    const given = { title: '年度清单', year: 2026, declaredCategories: 2, declaredProjects: 1 };
    const made = await send('POST', '/programmes', given);
    expect(made).toMatchObject({ status: 201, body: { state: 'draft', acceptanceRequired: true, version: 1 } });
    expect(made.headers.get('location')).toBe(`/api/programmes/${made.body.programmeId}`);
    expect((await send('POST', '/programmes', given)).body.code).toBe('PROGRAMME_EXISTS');
    const path = `/programmes/${made.body.programmeId}`;
    expect((await send('PATCH', path, { version: 1, title: '重点清单', year: 2027 })).body).toMatchObject({
      title: '重点清单',
      year: 2027,
      version: 2,
    });
    expect((await send('PATCH', path, { version: 1, title: '别的' })).body).toMatchObject({
      code: 'STALE_VERSION',
      present: { version: 2 },
    });
    await send('POST', `${path}/categories`, { version: 2, name: '甲' });
    const { body } = await send('POST', `${path}/categories`, { version: 3, name: '乙' });
    expect(body.totals).toMatchObject({ words: '2类0项', agrees: false, emptyCategories: 2 });
    await newProject(made.body.programmeId, body.categories[0].categoryId);
    expect((await send('GET', path)).body.totals).toMatchObject({
      words: '2类1项',
      agrees: true,
      byState: { proposed: 1 },
      emptyCategories: 1,
    });
  });

  test('keeps title and year once it has been launched; its settings may still change', async () => {
    const path = `/programmes/${world.programmeId}`;
    const { version, totals } = (await send('GET', path)).body;
    expect(totals.words).toMatch(/^\d+类28项$/);
    expect((await send('PATCH', path, { version, title: '改名' })).body.code).toBe('ALREADY_LAUNCHED');
    const changed = await send('PATCH', path, { version, planLights: { yellowFromPoints: 5, redOverPoints: 15 } });
    expect(changed.body.planLights).toEqual({ yellowFromPoints: 5, redOverPoints: 15 });
    for (const planLights of [
      { yellowFromPoints: 5, redOverPoints: 15 },
      { redOverPoints: 15, yellowFromPoints: 5 },
    ]) {
      const again = await send('PATCH', path, { version: changed.body.version, planLights });
      expect(again.body.code).toBe('NOTHING_CHANGED');
    }
  });

  test('is archived when all its projects have ended, and then takes nothing more', async () => {
    const { programmeId, categoryId } = await newProgramme('将归档');
    const { projectId } = (await newProject(programmeId, categoryId)).body;
    const archive = (version: number) => send('POST', `/programmes/${programmeId}/archive`, { version, why: '年终' });
    expect((await archive(2)).body).toMatchObject({ code: 'PROJECTS_OPEN', numbers: [1] });
    await send('POST', `/projects/${projectId}/cancel`, { version: 1, why: '不做' });
    expect((await archive(2)).body).toMatchObject({ state: 'archived', nextOpeningAt: null });
    expect((await archive(3)).body.code).toBe('PROGRAMME_ARCHIVED');
    expect((await newProject(programmeId, categoryId)).body.code).toBe('PROGRAMME_ARCHIVED');
    const acts: { act: string }[] = await world.dataSource.query(
      'SELECT act FROM history WHERE programme_id = $1 AND project_id IS NULL ORDER BY seq',
      [programmeId],
    );
    expect(acts.map(({ act }) => act)).toEqual(['create-programme', 'add-category', 'archive-programme']);
  });
});

test('categories are renamed, ordered and removed while empty', async () => {
  const { programmeId, categoryId } = await newProgramme('分类');
  const path = `/programmes/${programmeId}/categories`;
  const second = await send('POST', path, { version: 2, name: '服务群众' });
  expect(second.status).toBe(201);
  const other = second.body.categories[1].categoryId;
  expect((await send('POST', path, { version: 3, name: '服务群众' })).body.code).toBe('CATEGORY_EXISTS');
  expect((await send('PATCH', `${path}/${other}`, { version: 3, name: '组织建设' })).body.code).toBe('CATEGORY_EXISTS');
  await send('PATCH', `${path}/${other}`, { version: 3, name: '联系群众' });
  expect((await send('PUT', `${path}/order`, { version: 4, categoryIds: [other] })).body.code).toBe('CATEGORY_ORDER');
  const ordered = await send('PUT', `${path}/order`, { version: 4, categoryIds: [other, categoryId] });
  expect(ordered.body.categories.map(({ name }: { name: string }) => name)).toEqual(['联系群众', '组织建设']);
  await newProject(programmeId, categoryId);
  expect((await send('DELETE', `${path}/${categoryId}?version=5`)).body.code).toBe('CATEGORY_IN_USE');
  expect((await send('DELETE', `${path}/${other}?version=4`)).body.code).toBe('STALE_VERSION');
  expect((await send('DELETE', `${path}/${other}?version=5`)).body.categories).toHaveLength(1);
  expect((await send('DELETE', `/programmes/${world.programmeId}/categories/${categoryId}?version=2`)).status).not.toBe(
    200,
  );
});

describe('a project by hand', () => {
  test('is proposed, mended, handed in, returned, approved, launched, accepted and closed', async () => {
    const { programmeId, categoryId } = await newProgramme('立项');
    const made = await newProject(programmeId, categoryId);
    expect(made).toMatchObject({ status: 201, body: { state: 'proposed', origin: 'hand', number: 1, version: 1 } });
    const { projectId } = made.body;
    const path = `/projects/${projectId}`;
    expect((await send('POST', `${path}/launch`, { version: 1 })).body.code).toBe('NOT_FOUNDED');
    const refused = await send('POST', `${path}/apply`, { version: 1 });
    expect(refused.body.code).toBe('FOUNDING_INCOMPLETE');
    expect(refused.body.gaps).toHaveLength(8);
    await send('PATCH', path, { version: 1, why: '补全', ...FULL, level: '市级' });
    expect((await send('POST', `${path}/apply`, { version: 2 })).body.state).toBe('reviewing');
    expect((await send('PATCH', path, { version: 3, why: '再改', title: '别名' })).body.code).toBe('WRONG_STATE');
    const review = (version: number, decision: string, as: WorldAccount = 'office') =>
      send('POST', `${path}/review`, { version, decision, opinion: '目标要量化' }, as);
    expect((await review(3, 'approve', 'office_own')).status).toBe(403);
    expect((await review(3, 'return')).body).toMatchObject({
      state: 'returned',
      review: { opinion: '目标要量化', by: '账号office' },
    });
    await send('POST', `${path}/apply`, { version: 4 });
    expect((await review(5, 'approve')).body.state).toBe('draft');
    expect((await review(6, 'approve')).body.code).toBe('WRONG_STATE');
    expect((await send('POST', `${path}/launch`, { version: 6 })).body.state).toBe('launched');
    expect((await send('POST', `${path}/close`, { version: 7, why: '完成' })).body.code).toBe('NOT_ACCEPTED');
    const accept = (version: number, decision: string, as: WorldAccount = 'inspector') =>
      send('POST', `${path}/acceptance`, { version, decision, opinion: '现场核验' }, as);
    expect((await accept(7, 'pass', 'unit_own')).status).toBe(403);
    expect((await accept(7, 'fail')).body).toMatchObject({ state: 'launched', acceptance: { at: null } });
    expect((await accept(8, 'pass')).body).toMatchObject({ state: 'accepted', acceptance: { opinion: '现场核验' } });
    expect((await send('POST', `${path}/close`, { version: 9, why: '完成' })).body.state).toBe('closed');
    const { body } = await send('GET', `${path}/history`);
    const moves = body.items.map(({ act, from, to }: Record<string, string>) => `${act} ${from}>${to}`).reverse();
    expect(moves.filter((move: string) => /project|launch/.test(move))).toEqual([
      'create-project null>proposed',
      'apply-project proposed>reviewing',
      'return-project reviewing>returned',
      'apply-project returned>reviewing',
      'approve-project reviewing>draft',
      'launch draft>launched',
      'fail-acceptance-project launched>launched',
      'pass-acceptance-project launched>accepted',
      'close-project accepted>closed',
    ]);
  });

  test('still needs the “1+3” and the five fields to be launched', async () => {
    const { programmeId, categoryId } = await newProgramme('不全');
    const nobody = { leadLeader: null, deputyLeader: null, deadline: null };
    const { projectId } = (await newProject(programmeId, categoryId, { ...FULL, ...nobody })).body;
    await send('POST', `/projects/${projectId}/apply`, { version: 1 });
    await send('POST', `/projects/${projectId}/review`, { version: 2, decision: 'approve', opinion: '同意' });
    const { body } = await send('POST', `/projects/${projectId}/launch`, { version: 3 });
    expect(body.code).toBe('LAUNCH_INCOMPLETE');
    for (const word of ['牵头领导', '分管领导', '完成时限']) expect(body.detail).toContain(word);
  });

  test('of a unit is of that unit; a unit writes it only before it is settled', async () => {
    const { programmeId } = world;
    const [category] = (await send('GET', `/programmes/${programmeId}`)).body.categories;
    const foreign = await newProject(programmeId, category.categoryId, {}, 'unit_other');
    expect(foreign.body.code).toBe('UNKNOWN_ORGANIZATION');
    const made = await newProject(programmeId, category.categoryId, FULL, 'unit_own');
    expect(made.status).toBe(201);
    const path = `/projects/${made.body.projectId}`;
    expect((await send('PATCH', path, { version: 1, why: '改', title: '新名' }, 'unit_own')).status).toBe(200);
    expect((await send('POST', `${path}/apply`, { version: 2 }, 'unit_own')).body.state).toBe('reviewing');
    await send('POST', `${path}/review`, { version: 3, decision: 'approve', opinion: '同意' });
    const late = await send('PATCH', path, { version: 4, why: '改', title: '再改' }, 'unit_own');
    expect(late.body.code).toBe('WRONG_STATE');
    expect((await send('PATCH', path, { version: 4, why: '改', title: '再改' })).status).toBe(200);
  });

  test('is not decided by one who holds a post of its unit, whatever the account', async () => {
    const { programmeId, categoryId } = await newProgramme('回避');
    const { projectId } = (await newProject(programmeId, categoryId, FULL)).body;
    await send('POST', `/projects/${projectId}/apply`, { version: 1 });
    await send('POST', `/projects/${projectId}/appointments`, { version: 2, post: 'handler', name: '账号office' });
    const own = await send('POST', `/projects/${projectId}/review`, { version: 3, decision: 'approve', opinion: '可' });
    expect(own.body).toMatchObject({ status: 403, code: 'OWN_PROJECT' });
    await send('POST', `/projects/${projectId}/appointments`, { version: 3, post: 'handler', name: '何某' });
    const free = await send('POST', `/projects/${projectId}/review`, {
      version: 4,
      decision: 'approve',
      opinion: '可',
    });
    expect(free.body.state).toBe('draft');
  });
});

test('amendments are read field by field with who, when and why; a unit that lost the project reads nothing', async () => {
  const { programmeId, categoryId } = await newProgramme('变更');
  const projectId = await launched(programmeId, categoryId);
  const path = `/projects/${projectId}`;
  const amend = (body: object) => send('PATCH', path, { why: '专题会议', ...body });
  expect((await amend({ version: 4, title: '新名称', deadline: '2026-11-30' })).body).toMatchObject({
    title: '新名称',
    deadline: '2026-11-30',
    version: 5,
  });
  const unit = await world.dataSource.query(`SELECT organization_id AS id FROM account WHERE login = 'unit_other'`);
  const before = await send('GET', '/obligations?limit=200', undefined, 'unit_other');
  await amend({ version: 5, unitId: unit[0].id, handler: '接手人' });
  const { items } = (await send('GET', `${path}/amendments`)).body;
  expect(items.map(({ field }: { field: string }) => field)).toEqual(['responsibleUnit', 'title', 'deadline']);
  expect(items[2]).toMatchObject({
    before: '2026-12-31',
    after: '2026-11-30',
    why: '专题会议',
    actor: '账号office',
    at: '2026-07-01T08:30:00+08:00',
  });
  expect((await send('GET', path, undefined, 'unit_own')).status).toBe(404);
  expect((await send('GET', path, undefined, 'unit_other')).status).toBe(200);
  const after = await send('GET', '/obligations?limit=200', undefined, 'unit_other');
  expect(after.body.items.length).toBe(before.body.items.length + 1);
});

test('an item traces to the one above; relatives out of scope are not there', async () => {
  const { programmeId, categoryId } = await newProgramme('三级联抓');
  const top = (await newProject(programmeId, categoryId, { title: '县级清单' })).body.projectId;
  const unit = await world.dataSource.query(`SELECT organization_id AS id FROM account WHERE login = 'unit_other'`);
  const low = (await newProject(programmeId, categoryId, { title: '乡级清单', unitId: unit[0].id, parentId: top }))
    .body;
  expect(low.parent).toEqual({ projectId: top, title: '县级清单' });
  expect((await send('GET', `/projects/${top}`)).body.children).toEqual([
    { projectId: low.projectId, title: '乡级清单' },
  ]);
  expect((await send('GET', `/projects/${top}`, undefined, 'unit_own')).body.children).toEqual([]);
  expect((await send('GET', `/projects/${low.projectId}`, undefined, 'unit_other')).body.parent).toBeNull();
  const amend = (body: object) =>
    send('PATCH', `/projects/${low.projectId}`, { version: 1, why: '更正', ...body }, 'unit_other');
  for (const parentId of [null, top]) expect((await amend({ parentId })).body.code).toBe('UNKNOWN_PARENT');
  expect((await amend({ title: '乡级清单（更正）' })).body.code).toBeUndefined();
  expect((await send('GET', `/projects/${low.projectId}`)).body.parent?.projectId).toBe(top);
  await send('PATCH', `/projects/${low.projectId}`, { version: 2, why: '更正', title: '乡级清单' });
  const circle = await send('PATCH', `/projects/${top}`, { version: 1, why: '挂接', parentId: low.projectId });
  expect(circle.body.code).toBe('PARENT_CYCLE');
  const listed = (await send('GET', `/projects?parentId=${top}`)).body.items;
  expect(listed.map(({ projectId }: { projectId: number }) => projectId)).toEqual([low.projectId]);
});

test('a plan by months is compared with what was reported, and its versions are kept', async () => {
  const { programmeId, categoryId } = await newProgramme('序时进度');
  const projectId = await launched(programmeId, categoryId, { deadline: '2026-09-30' });
  const path = `/projects/${projectId}`;
  const lines = [
    { month: '2026-07', percent: 40, text: '摸底' },
    { month: '2026-08', percent: 70 },
    { month: '2026-09', percent: 100 },
  ];
  const lay = (body: object, as: WorldAccount = 'office') => send('PUT', `${path}/plan`, body, as);
  const broken = await lay({ version: 4, lines: [{ month: '2026-08', percent: 90 }] });
  expect(broken.body).toMatchObject({
    code: 'PLAN_INVALID',
    errors: [{ path: 'lines.0.percent' }, { path: 'lines.0.month' }],
  });
  expect((await lay({ version: 4, lines }, 'unit_own')).body.code).toBe('WRONG_STATE');
  expect((await lay({ version: 4, lines })).body).toMatchObject({ planVersion: 1, plannedPercent: 0, light: 'green' });
  const changed = lines.with(1, { month: '2026-08', percent: 60 });
  expect((await lay({ version: 5, lines: changed })).body.code).toBe('REASON_MISSING');
  expect((await lay({ version: 5, why: '汛期', lines: changed })).body).toMatchObject({
    planVersion: 2,
    versions: [
      { planVersion: 2, why: '汛期' },
      { planVersion: 1, madeBy: '账号office' },
    ],
  });

  await world.setNow(at('2026-08-01T09:00'));
  const seen = async () => (await send('GET', path)).body.progress;
  expect(await seen()).toEqual({ plannedPercent: 40, actualPercent: null, deviationPoints: -40, light: 'red' });
  const { body } = await send('GET', `/obligations?projectId=${projectId}`);
  const { obligationId } = body.items[0];
  const submit = (version: number, progressPercent: number) =>
    send('POST', `/obligations/${obligationId}/submit`, { version, progressPercent, text: '进展' }, 'unit_own');
  await submit(1, 30);
  expect(await seen()).toEqual({ plannedPercent: 40, actualPercent: 30, deviationPoints: -10, light: 'yellow' });
  const lit = async (planLight: string) =>
    (await send('GET', `/projects?programmeId=${programmeId}&planLight=${planLight}`)).body.items.length;
  expect([await lit('green'), await lit('yellow'), await lit('red')]).toEqual([0, 1, 0]);
  const { version } = (await send('GET', `/programmes/${programmeId}`)).body;
  await send('PATCH', `/programmes/${programmeId}`, {
    version,
    planLights: { yellowFromPoints: 11, redOverPoints: 15 },
  });
  expect([await lit('green'), await lit('yellow'), await lit('red')]).toEqual([1, 0, 0]);
  await send('PATCH', path, { version: 6, why: '提前', deadline: '2026-08-31' });
  expect((await send('GET', `${path}/plan`)).body).toMatchObject({ outdated: true, actualPercent: 30 });
  await world.setNow(at('2026-07-01T08:30'));
});

test('a moved deadline moves the plan’s last line in list, detail and plan alike', async () => {
  const { programmeId, categoryId } = await newProgramme('时限变更');
  const projectId = await launched(programmeId, categoryId, { deadline: '2026-08-20' });
  const path = `/projects/${projectId}`;
  const lines = [
    { month: '2026-07', percent: 40 },
    { month: '2026-08', percent: 100 },
  ];
  await send('PUT', `${path}/plan`, { version: 4, lines });
  /** What list, detail and plan say of the plan on a day. */
  const planned = async (day: string): Promise<number[]> => {
    await world.setNow(at(`${day}T09:00`));
    const { items } = (await send('GET', `/projects?programmeId=${programmeId}`)).body;
    const { progress } = (await send('GET', path)).body;
    const plan = (await send('GET', `${path}/plan`)).body;
    await world.setNow(at('2026-07-01T08:30'));
    return [items[0].progress.plannedPercent, progress.plannedPercent, plan.plannedPercent];
  };
  const move = async (version: number, deadline: string): Promise<void> => {
    expect((await send('PATCH', path, { version, why: '调整', deadline })).status).toBe(200);
  };
  expect([await planned('2026-08-20'), await planned('2026-08-21')]).toEqual([
    [40, 40, 40],
    [100, 100, 100],
  ]);
  await move(5, '2026-08-10');
  expect([await planned('2026-08-10'), await planned('2026-08-11')]).toEqual([
    [40, 40, 40],
    [100, 100, 100],
  ]);
  // In another month the line is the whole month's again.
  await move(6, '2026-09-15');
  expect([await planned('2026-08-31'), await planned('2026-09-01')]).toEqual([
    [40, 40, 40],
    [100, 100, 100],
  ]);
});

test('steps are set, moved with a reason and completed; overdue follows from the day', async () => {
  const { programmeId, categoryId } = await newProgramme('节点');
  const projectId = await launched(programmeId, categoryId);
  const add = (day: string) => send('POST', `/projects/${projectId}/milestones`, { day, text: '完成摸底' });
  expect((await add('2027-01-01')).body.code).toBe('MILESTONE_LATE');
  const made = await add('2026-07-10');
  expect(made).toMatchObject({ status: 201, body: { overdue: false, fromLedger: false, version: 1 } });
  const path = `/milestones/${made.body.milestoneId}`;
  const list = async (query: string) =>
    (await send('GET', `/milestones?programmeId=${programmeId}&${query}`)).body.items.map(
      ({ milestoneId }: { milestoneId: number }) => milestoneId,
    );
  await world.setNow(at('2026-07-11T09:00'));
  expect(await list('overdue=true')).toEqual([made.body.milestoneId]);
  expect((await send('PATCH', path, { version: 1, day: '2026-07-11' })).status).toBe(422);
  expect((await send('PATCH', path, { version: 1, day: '2026-07-11', why: '雨' })).body).toMatchObject({
    overdue: false,
  });
  expect((await send('PATCH', path, { version: 1, day: '2026-07-12', why: '雨' })).body.code).toBe('STALE_VERSION');
  expect(await list('overdue=true')).toEqual([]);
  const done = await send('POST', `${path}/complete`, { version: 2, evidence: '台账见附件' }, 'unit_own');
  expect(done.body).toMatchObject({ evidence: '台账见附件', completedAt: '2026-07-11T09:00:00+08:00' });
  expect((await send('POST', `${path}/complete`, { version: 3, evidence: '再' }, 'unit_own')).body.code).toBe(
    'WRONG_STATE',
  );
  expect(await list('completed=false')).toEqual([]);
  const { items } = (await send('GET', `/projects/${projectId}/amendments`)).body;
  expect(items[0]).toMatchObject({
    field: 'milestone',
    before: { day: '2026-07-10', text: '完成摸底' },
    after: { day: '2026-07-11', text: '完成摸底' },
    why: '雨',
  });
  await world.setNow(at('2026-07-01T08:30'));
});

test('projects and obligations are found by what people know of them', async () => {
  const found = async (path: string) => (await send('GET', path)).body.items;
  const one = (await send('GET', `/projects/${world.projectId}`)).body;
  const by = async (query: string) =>
    (await found(`/projects?programmeId=${world.programmeId}&limit=200&${query}`)).map(
      ({ projectId }: { projectId: number }) => projectId,
    );
  expect(await by(`categoryId=${one.categoryId}`)).toContain(one.projectId);
  expect(await by(`text=${encodeURIComponent(one.title.slice(1, 5))}`)).toContain(one.projectId);
  expect(await by('text=%25')).toEqual([]);
  const [leader]: { id: number }[] = await world.dataSource.query(
    `SELECT a.person_id AS id FROM linkage l JOIN appointment a ON a.post_id = l.post_id AND a.held_to IS NULL
     WHERE l.project_id = $1 AND l.relation = 'lead-leader'`,
    [world.projectId],
  );
  expect(await by(`personId=${leader?.id}`)).toContain(one.projectId);
  expect(await by('personId=999999')).toEqual([]);
  const dated = await found('/projects?limit=200&deadlineFrom=2026-09-01&deadlineTo=2026-10-31');
  expect(dated.length).toBeGreaterThan(0);
  expect(
    dated.every(({ deadline }: { deadline: string }) => deadline >= '2026-09-01' && deadline <= '2026-10-31'),
  ).toBe(true);

  const all = await found(`/obligations?programmeId=${world.programmeId}&limit=200`);
  const lights = ['red', 'yellow', 'green', 'blue', 'grey'];
  for (const light of lights) {
    const listed = await found(`/obligations?programmeId=${world.programmeId}&light=${light}&limit=200`);
    expect(listed.length).toBe(all.filter((item: { light: string }) => item.light === light).length);
  }
  const [first] = all;
  const day = first.dueAt.slice(0, 10);
  const due = await found(`/obligations?dueFrom=${day}&dueTo=${day}&limit=200`);
  expect(due.length).toBeGreaterThan(0);
  expect(due.every(({ dueAt }: { dueAt: string }) => dueAt.startsWith(day))).toBe(true);
  const own = await found(`/obligations?personId=${leader?.id}&text=${encodeURIComponent(one.title)}`);
  expect(own.map(({ projectId }: { projectId: number }) => projectId)).toContain(one.projectId);
});

describe('two of one title', () => {
  test('are one too many in a programme: a double click makes one, an amendment takes no other’s title', async () => {
    const { programmeId, categoryId } = await newProgramme('重名清单');
    const twice = await Promise.all([1, 2].map(() => newProject(programmeId, categoryId, { title: '双击项目' })));
    expect(twice.map(({ status }) => status).sort()).toEqual([201, 409]);
    expect(twice.find(({ status }) => status === 409)?.body).toMatchObject({
      code: 'DUPLICATE_TITLE',
      detail: '本专项第1项已经叫“双击项目”；如是同一件事，请办理那一项，否则请换一个名称',
    });
    const { projectId } = (await newProject(programmeId, categoryId)).body;
    const renamed = (title: string) => send('PATCH', `/projects/${projectId}`, { version: 1, title, why: '更名' });
    expect((await renamed('双击项目')).body.code).toBe('DUPLICATE_TITLE');
    expect((await renamed('另一个项目')).body).toMatchObject({ title: '另一个项目', version: 2 });
  });

  test('are two in two programmes', async () => {
    const [one, other] = [await newProgramme('重名清单甲'), await newProgramme('重名清单乙')];
    for (const { programmeId, categoryId } of [one, other]) {
      expect((await newProject(programmeId, categoryId, { title: '同名项目' })).status).toBe(201);
    }
  });
});

describe('namesakes', () => {
  const person = async (name: string): Promise<number> => {
    const rows: { id: number }[] = await world.dataSource.query(
      `INSERT INTO person (name, phone) VALUES ($1, '139 0000 5678') RETURNING id`,
      [name],
    );
    return rows[0]?.id ?? 0;
  };
  const holderOf = async (projectId: number): Promise<number | undefined> => {
    const rows: { id: number }[] = await world.dataSource.query(
      `SELECT a.person_id AS id FROM linkage l JOIN appointment a ON a.post_id = l.post_id AND a.held_to IS NULL
       WHERE l.project_id = $1 AND l.relation = 'handler'`,
      [projectId],
    );
    return rows[0]?.id;
  };

  test('are told apart by number where a project is made, with a refusal that lists them', async () => {
    const { programmeId, categoryId } = await newProgramme('重名');
    const [first, second] = [await person('重名甲'), await person('重名甲')];
    const refused = await newProject(programmeId, categoryId, { handler: '重名甲' });
    expect(refused).toMatchObject({
      status: 409,
      body: { code: 'AMBIGUOUS_PERSON', candidates: [{ personId: first }, { personId: second }] },
    });
    expect(JSON.stringify(refused.body)).not.toContain('0000 5678');
    const made = await newProject(programmeId, categoryId, { handler: { personId: second } });
    expect(made.status).toBe(201);
    expect(await holderOf(made.body.projectId)).toBe(second);
    const fresh = await newProject(programmeId, categoryId, { handler: { newPerson: { name: '重名甲' } } });
    expect([first, second, undefined]).not.toContain(await holderOf(fresh.body.projectId));
    const twice = { handler: { personId: first, name: '重名甲' } };
    expect((await newProject(programmeId, categoryId, twice)).body.code).toBe('INVALID');
    expect((await newProject(programmeId, categoryId, { handler: 7 })).body.detail).toContain('承办人应为姓名');
    expect((await newProject(programmeId, categoryId, { handler: '长'.repeat(51) })).body.detail).toContain(
      '最多50个字',
    );
  });

  test('are nobody to a unit that names a person of another unit by number: as unknown as one who is not there', async () => {
    const { programmeId, categoryId } = await newProgramme('重名外单位');
    const foreign = await person('外单位某');
    await newProject(programmeId, categoryId); // from now on the unit knows the programme
    const by = (personId: number, as: WorldAccount) =>
      newProject(programmeId, categoryId, { handler: { personId } }, as);
    const answers = [await by(foreign, 'unit_own'), await by(9_999_999, 'unit_own')];
    expect(answers.map(({ status, body }) => [status, body.code, body.detail])).toEqual(
      Array(2).fill([422, 'UNKNOWN_PERSON', '没有这个人员，请核对后再试']),
    );
    expect((await by(foreign, 'office')).status).toBe(201);
  });

  test('get no account by name, but by number', async () => {
    const [, second] = [await person('账号重名'), await person('账号重名')];
    const open = (who: object) =>
      send('POST', '/accounts', { login: 'chongming', role: 'unit', organizationId: ownUnit, ...who }, 'admin');
    expect((await open({ name: '账号重名' })).body).toMatchObject({ status: 409, code: 'AMBIGUOUS_PERSON' });
    expect((await open({})).body.code).toBe('INVALID');
    expect((await open({ personId: second })).status).toBe(201);
  });
});
