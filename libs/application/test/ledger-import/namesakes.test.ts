import { checkAgainstRecord, type ImportOutcome, importLedger } from '@duban/application';
import type { LedgerItem } from '@duban/domain';
import { appoint, holdersOf, organizationNamed, postTitled } from '@duban/persistence';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { at, County, codeOf, items, OFFICE, one } from '../round/county.js';

const NOW = at('2026-03-05T10:00');

// 单位1 owes 事项1, 单位2 owes 事项2; the record's leaders are 张某 and 孙某.
let county: County;
beforeEach(async () => {
  county = await County.open({ projects: 2, launchAt: null });
});
afterEach(() => county.close());

async function person(name: string): Promise<number> {
  const made: { id: number }[] = await county.dataSource.query('INSERT INTO person (name) VALUES ($1) RETURNING id', [
    name,
  ]);
  return one(made).id;
}

/** Somebody who holds a post; the unit `null` is the county itself. */
async function holder(
  name: string,
  unit: string | null,
  relation: 'handler' | 'unit-head' | 'lead-leader' | 'deputy-leader',
  title: string,
): Promise<number> {
  const id = await person(name);
  await county.dataSource.transaction(async (manager) => {
    const [root]: { id: number }[] = await manager.query('SELECT id FROM organization WHERE parent_id IS NULL');
    const countyId = root?.id ?? 0;
    const where = unit === null ? countyId : await organizationNamed(manager, countyId, unit, 'unit');
    await appoint(manager, await postTitled(manager, where, relation, title), id, NOW - 1);
  });
  return id;
}

const ledger = (list: readonly LedgerItem[]) => ({ ...ledgerOf([]), items: [...list] });

function read(
  list: readonly LedgerItem[],
  how: { preview?: boolean; skipErrors?: boolean } = {},
): Promise<ImportOutcome> {
  return importLedger(county.dataSource, OFFICE, ledger(list), { fileName: 'again', sha256: 'x', ...how }, NOW);
}

/** The list with a third item of 单位2 whose handler is 李某. */
function withLi(handler = '李某', unit = '单位2'): LedgerItem[] {
  const [a, b, c] = items(3);
  return [a!, b!, { ...c!, responsibleUnit: unit, handler, cells: { handler: 'I5', leadLeader: 'F5' } }];
}

async function holds(
  number: number,
  relation: 'handler' | 'lead-leader' | 'deputy-leader',
): Promise<number | undefined> {
  const id = await county.projectId(number);
  return (await holdersOf(county.dataSource.manager, [id], NOW)).get(`${id}/${relation}`)?.personId;
}

describe('a name that several people bear', () => {
  it('means the one who holds a post of the unit that the row names', async () => {
    await holder('李某', '单位1', 'unit-head', '责任单位负责人');
    const meant = await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    await read(withLi());
    expect(await holds(3, 'handler')).toBe(meant);
  });

  it('means the same though that one came into the record later, or earlier', async () => {
    const meant = await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    await person('李某');
    await read(withLi());
    expect(await holds(3, 'handler')).toBe(meant);
  });

  it('among leaders means the one whose post has the title that the row names', async () => {
    await holder('钱某', null, 'lead-leader', '县委副书记（钱某）');
    const meant = await holder('钱某', null, 'deputy-leader', '副县长（钱某）');
    const [a, b, c] = items(3);
    await read([a!, b!, { ...c!, leadLeader: { name: '钱某', duty: '副县长' } }]);
    expect(await holds(3, 'lead-leader')).toBe(meant);
  });

  it('among leaders means the one who has a post of the county, before one of the unit', async () => {
    await holder('钱某', '单位3', 'handler', '承办人（钱某）');
    const meant = await holder('钱某', null, 'lead-leader', '县委副书记（钱某）');
    const [a, b, c] = items(3);
    await read([a!, b!, { ...c!, deputyLeader: { name: '钱某', duty: null } }]);
    expect(await holds(3, 'deputy-leader')).toBe(meant);
  });

  it('is no question where the post has its holder: nobody is deposed', async () => {
    const meant = await holder('李某', '单位2', 'handler', '承办人（李某）');
    await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    await read(withLi());
    expect(await holds(3, 'handler')).toBe(meant);
  });

  it('that one person alone bears means that person, wherever the posts are', async () => {
    const meant = await holder('李某', '单位1', 'unit-head', '责任单位负责人');
    await read(withLi());
    expect(await holds(3, 'handler')).toBe(meant);
  });
});

describe('a name that leaves open who is meant', () => {
  const unclear = {
    severity: 'error',
    code: 'AMBIGUOUS_PERSON',
    cell: 'I5',
    message:
      'I5：责任人“李某”在系统里有2人（单位1责任单位负责人；没有任职），看不出是哪一位；' +
      '请先把本人任命到“单位2”的岗位再导入，或把这一格留空，导入后在项目里任命',
  };
  beforeEach(async () => {
    await holder('李某', '单位1', 'unit-head', '责任单位负责人');
    await person('李某');
  });

  it('is a fault of its row, said by the check, and nothing is written', async () => {
    const before = await county.fingerprint();
    const checked = await checkAgainstRecord(county.dataSource, ledger(withLi()), NOW);
    expect(checked.problems).toEqual([unclear]);
    expect(checked.items.map(({ faulty }) => faulty)).toEqual([false, false, true]);
    expect(await county.fingerprint()).toBe(before);
  });

  it.each([{ preview: true }, {}])('refuses the whole ledger, asked %o', async (how) => {
    const before = await county.fingerprint();
    await expect(read(withLi(), how)).rejects.toMatchObject({
      code: 'LEDGER_ERRORS',
      details: { problems: [unclear] },
    });
    expect(await county.fingerprint()).toBe(before);
  });

  it('with skip-errors leaves its row out and imports the rest', async () => {
    const [a, b, c] = withLi();
    const list = [{ ...a!, objective: '新目标' }, b!, c!];
    const previewed = await read(list, { preview: true, skipErrors: true });
    expect(previewed).toMatchObject({ added: [], skipped: [3], problems: [unclear] });
    expect(await read(list, { skipErrors: true })).toEqual(previewed);
    expect(await county.dataSource.query('SELECT 1 FROM project WHERE number = 3')).toEqual([]);
  });

  it('is told once for a cell merged over several rows', async () => {
    const [a, b, c] = withLi();
    const list = [a!, b!, c!, { ...c!, number: 4, title: '事项4' }];
    const checked = await checkAgainstRecord(county.dataSource, ledger(list), NOW);
    expect(checked.problems).toEqual([unclear]);
    expect(checked.items.filter(({ faulty }) => faulty).map(({ number }) => number)).toEqual([3, 4]);
  });

  it('when two of them hold posts of the unit', async () => {
    await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    await holder('李某', '单位2', 'handler', '承办人');
    expect(await codeOf(read(withLi()))).toBe('LEDGER_ERRORS');
  });

  it('is none in a row that says what the record has: it is not touched', async () => {
    await read(withLi('王某'));
    await person('王某');
    expect(await read(withLi('王某'))).toMatchObject({ unchanged: 3, problems: [] });
  });

  it('is cured as the message says, by an appointment or by an empty cell', async () => {
    const [a, b, c] = withLi();
    expect(await read([a!, b!, { ...c!, handler: null }], { preview: true })).toMatchObject({ added: [3] });
    const meant = await holder('李某', '单位2', 'unit-head', '责任单位负责人');
    await read(withLi());
    expect(await holds(3, 'handler')).toBe(meant);
  });

  it('makes a row faulty whose project another row must not take over', async () => {
    const [a, b] = items(2);
    // 事项2 now names 李某 and has moved down; a new item stands at its number.
    const list = [a!, { ...b!, title: '新事项' }, { ...b!, number: 3, handler: '李某' }];
    const outcome = await read(list, { skipErrors: true });
    expect(outcome).toMatchObject({ added: [2], changed: [], skipped: [3], missing: [] });
  });
});

it('of a leader is cured by an appointment in the county', async () => {
  await holder('钱某', '单位1', 'handler', '承办人（钱某）');
  await person('钱某');
  const [a, b, c] = items(3);
  const list = [a!, b!, { ...c!, leadLeader: { name: '钱某', duty: null }, cells: { leadLeader: 'F5' } }];
  await expect(read(list)).rejects.toMatchObject({
    details: { problems: [{ cell: 'F5', message: expect.stringMatching(/牵头领导“钱某”.*任命到县里的岗位/u) }] },
  });
  const meant = await holder('钱某', null, 'lead-leader', '县委副书记（钱某）');
  await read(list);
  expect(await holds(3, 'lead-leader')).toBe(meant);
});
