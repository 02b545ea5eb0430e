import { appointToPost, createAccount, createProject, type PersonChoice, type ProjectFields } from '@duban/application';
import { appoint, holdersOf, organizationNamed, postTitled } from '@duban/persistence';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { handMade } from '../project/hand-made.js';
import { at, County, codeOf, OFFICE, one } from '../round/county.js';

const NOW = at('2026-03-05T10:00');

// 单位1 owes 事项1, 单位2 owes 事项2; the record's leaders are 张某 and 孙某.
let county: County;
let countyId: number;
let named = 0;
beforeEach(async () => {
  county = await County.open({ projects: 2, launchAt: null });
  countyId = await idOf('SELECT id FROM organization WHERE parent_id IS NULL');
});
afterEach(() => county.close());

async function idOf(sql: string, parameters: readonly unknown[] = []): Promise<number> {
  const rows: { id: number }[] = await county.dataSource.query(sql, [...parameters]);
  return one(rows).id;
}

const person = (name: string, phone: string | null = null) =>
  idOf('INSERT INTO person (name, phone) VALUES ($1, $2) RETURNING id', [name, phone]);
const unit = (name: string) => idOf('SELECT id FROM organization WHERE name = $1', [name]);

/** Somebody who holds a post; the unit `null` is the county itself. */
async function holder(
  name: string,
  where: string | null,
  relation: 'handler' | 'unit-head' | 'lead-leader',
  title: string,
): Promise<number> {
  const id = await person(name, '139 0000 1234');
  await county.dataSource.transaction(async (manager) => {
    const organization = where === null ? countyId : await organizationNamed(manager, countyId, where, 'unit');
    await appoint(manager, await postTitled(manager, organization, relation, title), id, NOW - 1);
  });
  return id;
}

async function fieldsFor(unitId: number): Promise<ProjectFields> {
  named += 1;
  const categoryId = await idOf('SELECT min(id) AS id FROM category');
  return handMade({ title: `手工项目${named}`, categoryId, unitId });
}

const make = async (people: Parameters<typeof createProject>[4], where = '单位2', byUnit = false) =>
  createProject(county.dataSource, OFFICE, county.programmeId, await fieldsFor(await unit(where)), people, NOW, {
    byUnit,
  });
const holds = async (projectId: number, relation: 'handler' | 'lead-leader'): Promise<number | undefined> =>
  (await holdersOf(county.dataSource.manager, [projectId], NOW)).get(`${projectId}/${relation}`)?.personId;
const handles = async (projectId: number) => holds(projectId, 'handler');

describe('a project made by hand', () => {
  it('means by a shared name the one who holds a post of its unit, as a ledger does', async () => {
    await holder('李某', '单位1', 'unit-head', '责任单位负责人');
    const meant = await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    expect(await handles(await make({ handler: { name: '李某' } }))).toBe(meant);
  });

  it('means by a name that one person alone bears that person, wherever the posts are', async () => {
    const meant = await holder('李某', '单位1', 'unit-head', '责任单位负责人');
    expect(await handles(await make({ handler: { name: '李某' } }))).toBe(meant);
  });

  it('where that is left open is refused with the candidates and what to do, and nothing is written', async () => {
    const head = await holder('李某', '单位1', 'unit-head', '责任单位负责人');
    const other = await person('李某', '8012');
    const before = await county.fingerprint();
    await expect(make({ handler: { name: '李某' } })).rejects.toMatchObject({
      code: 'AMBIGUOUS_PERSON',
      message:
        `有2个人叫“李某”：单位1责任单位负责人（人员编号${head}，电话尾号1234）；没有任职（人员编号${other}）。` +
        '请用人员编号 personId 指明是哪一位；都不是的，用 newPerson 另建一个',
      details: {
        candidates: [
          { personId: head, posts: ['单位1责任单位负责人'], phone: '*** **** 1234' },
          { personId: other, posts: [], phone: null },
        ],
      },
    });
    expect(await county.fingerprint()).toBe(before);
    expect(await handles(await make({ handler: { personId: other } }))).toBe(other);
  });

  it('among leaders goes by the post of the county; a new person is somebody else', async () => {
    await holder('钱某', '单位1', 'handler', '承办人（钱某）');
    const meant = await holder('钱某', null, 'lead-leader', '县委副书记（钱某）');
    const named = await make({ leadLeader: { name: '钱某', duty: '副县长' } });
    expect(await holds(named, 'lead-leader')).toBe(meant);
    const fresh = await make({ leadLeader: { newPerson: { name: '钱某' }, duty: null } });
    expect([meant, undefined]).not.toContain(await holds(fresh, 'lead-leader'));
  });

  it('whose handler is chosen by number, while a namesake holds the post of that title, deposes nobody', async () => {
    const first = await holder('李某', '单位2', 'handler', '承办人（李某）');
    const second = await person('李某');
    const [byName, byNumber] = [
      await make({ handler: { name: '李某' } }),
      await make({ handler: { personId: second } }),
    ];
    expect([await handles(byName), await handles(byNumber)]).toEqual([first, second]);
  });

  it('of a unit that proposes it takes by number only people of the unit and leaders of the county', async () => {
    const own = await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    const leader = await holder('钱某', null, 'lead-leader', '县委副书记（钱某）');
    const foreign = await holder('吴某', '单位1', 'unit-head', '责任单位负责人');
    const made = await make(
      { handler: { personId: own }, leadLeader: { personId: leader, duty: null } },
      '单位2',
      true,
    );
    expect([await handles(made), await holds(made, 'lead-leader')]).toEqual([own, leader]);
    const refusal = (personId: number) =>
      make({ handler: { personId } }, '单位2', true).catch((error: Error) => error.message);
    expect(await refusal(foreign)).toBe('没有这个人员，请核对后再试');
    expect(await refusal(999_999)).toBe(await refusal(foreign));
    expect(await handles(await make({ handler: { personId: foreign } }))).toBe(foreign);
  });

  it('of a unit is told nothing of namesakes elsewhere but how many they are', async () => {
    await holder('李某', '单位1', 'unit-head', '责任单位负责人');
    await person('李某');
    await expect(make({ handler: { name: '李某' } }, '单位2', true)).rejects.toMatchObject({
      message: '有2个人叫“李某”：另有2人不在本单位任职。不在其中的先留空，请督办室任命',
      details: { candidates: [] },
    });
  });
});

describe('a project given to another unit', () => {
  const give = async (handler: PersonChoice) => {
    const id = await county.projectId(1);
    const changes = { unitId: await unit('单位2') };
    await county.use.amendments.amend(OFFICE, id, changes, NOW, { why: '职能划转', handler });
    return handles(id);
  };

  it('tells its new handler from a namesake by the unit, or by number', async () => {
    const meant = await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    await person('李某');
    expect(await give({ name: '李某' })).toBe(meant);
  });

  it('at once with another fills the vacant post once: neither deposes the other', async () => {
    const { dataSource, use } = county;
    const unitId = await dataSource.transaction(async (manager) => {
      const id = await organizationNamed(manager, countyId, '单位3', 'unit');
      await postTitled(manager, id, 'handler', '承办人（周某）');
      return id;
    });
    const ids = [await county.projectId(1), await county.projectId(2)];
    const handler = { newPerson: { name: '周某' } };
    await Promise.all(ids.map((id) => use.amendments.amend(OFFICE, id, { unitId }, NOW, { why: '划转', handler })));
    expect(await dataSource.query('SELECT 1 FROM appointment WHERE held_to IS NOT NULL')).toEqual([]);
    expect(new Set(await Promise.all(ids.map(handles))).size).toBe(2);
  });

  it('is refused where that leaves it open', async () => {
    await person('李某');
    const second = await person('李某');
    expect(await codeOf(give({ name: '李某' }))).toBe('AMBIGUOUS_PERSON');
    expect(await give({ personId: second })).toBe(second);
  });
});

describe('an account', () => {
  const open = async (login: string, whose: PersonChoice) => {
    const account = { login, role: 'unit', organizationId: await unit('单位2'), person: whose } as const;
    const { accountId } = await createAccount(county.dataSource, OFFICE, account, NOW);
    return idOf('SELECT person_id AS id FROM account WHERE id = $1', [accountId]);
  };

  it('by a name that several bear is refused, whichever is of its organization, and made by number', async () => {
    const one = await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    const two = await person('李某');
    const before = await county.fingerprint();
    await expect(open('li', { name: '李某' })).rejects.toMatchObject({
      code: 'AMBIGUOUS_PERSON',
      details: { candidates: [{ personId: one }, { personId: two }] },
    });
    expect(await county.fingerprint()).toBe(before);
    expect(await open('li', { personId: two })).toBe(two);
    const fresh = await open('li2', { newPerson: { name: '李某' } });
    expect([one, two]).not.toContain(fresh);
  });

  it('by a name that one bears is that one’s, and by a new name a new person’s', async () => {
    const one = await holder('李某', '单位1', 'unit-head', '责任单位负责人');
    expect(await open('li', { name: '李某' })).toBe(one);
    expect(await open('zhou', { name: '周某' })).toBeGreaterThan(one);
  });
});

it('an appointment to a post of one project does not take the first of a name either', async () => {
  const id = await county.projectId(1);
  const [first, second] = [await person('李某'), await person('李某')];
  const put = (who: PersonChoice) => county.use.projects.appoint(OFFICE, id, 'handler', who, NOW);
  expect(await codeOf(put({ name: '李某' }))).toBe('AMBIGUOUS_PERSON');
  await put({ personId: second });
  expect(await handles(id)).toBe(second);
  const post = await idOf(`SELECT post_id AS id FROM linkage WHERE project_id = $1 AND relation = 'handler'`, [id]);
  const whole = (who: PersonChoice) => appointToPost(county.dataSource, OFFICE, post, { person: who }, NOW + 1);
  expect(await codeOf(whole({ name: '李某' }))).toBe('AMBIGUOUS_PERSON');
  await whole({ personId: first });
  expect((await holdersOf(county.dataSource.manager, [id], NOW + 2)).get(`${id}/handler`)?.personId).toBe(first);
});
