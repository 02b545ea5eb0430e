import {
  archiveProgramme,
  changeProgramme,
  createProgramme,
  createProject,
  DEFAULT_RULES,
  importLedger,
} from '@duban/application';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { handMade } from '../project/hand-made.js';
import { at, County, codeOf, items, OFFICE, one } from '../round/county.js';

const NOW = at('2026-03-02T10:00');
const TITLE = '交办事项';

let county: County;
beforeEach(async () => {
  county = await County.open({ projects: 1 });
});
afterEach(() => county.close());

async function assign(): Promise<void> {
  const { id } = one(await county.dataSource.query<{ id: number }[]>('SELECT unit_id AS id FROM project LIMIT 1'));
  await county.use.assignments.create(
    OFFICE,
    {
      title: '防汛物资',
      basis: '其他',
      urgency: '平件',
      requirement: '清点',
      limit: { workdays: 5 },
      units: [{ unitId: id, role: 'lead' }],
    },
    NOW,
  );
}
interface Row {
  id: number;
  title: string;
  kind: string;
  cadences: number;
}
const programmes = (): Promise<Row[]> =>
  county.dataSource.query(
    `SELECT id, title, kind, (SELECT count(*)::int FROM cadence WHERE programme_id = g.id) AS cadences
     FROM programme g WHERE id <> $1 ORDER BY id`,
    [county.programmeId],
  );
const countyId = async (): Promise<number> =>
  one(await county.dataSource.query<{ id: number }[]>('SELECT id FROM organization WHERE parent_id IS NULL')).id;
const createList = async (title: string): Promise<number> =>
  createProgramme(county.dataSource, OFFICE, await countyId(), { title, year: 2026 }, DEFAULT_RULES, NOW);
const read = (title: string, preview = false) =>
  importLedger(
    county.dataSource,
    OFFICE,
    { ...ledgerOf([]), title, items: items(1) },
    { fileName: 'l', sha256: 'x', preview },
    NOW,
  );

describe('the programme of a year’s assignments', () => {
  it('is made with the first and found again by its kind', async () => {
    await assign();
    await assign();
    expect(await programmes()).toEqual([{ id: expect.any(Number), title: TITLE, kind: 'assignments', cadences: 0 }]);
  });

  it('is its own, beside a list of that title made by hand or by a ledger before', async () => {
    await createList(TITLE);
    await read(`${TITLE}（2）`);
    await assign();
    await assign();
    expect((await programmes()).map(({ title, kind }) => `${title} ${kind}`)).toEqual([
      `${TITLE} list`,
      `${TITLE}（2） list`,
      `${TITLE}（3） assignments`,
    ]);
    const [lists]: { n: number }[] = await county.dataSource.query(
      `SELECT count(*)::int AS n FROM project p JOIN programme g ON g.id = p.programme_id
       WHERE g.kind = 'list' AND p.title = '防汛物资'`,
    );
    expect(lists?.n).toBe(0);
  });

  it('is not renamed, put into another year or archived; what else it says may change', async () => {
    await assign();
    const { id } = one(await programmes());
    const refused = async (attempt: () => Promise<unknown>, cure: string): Promise<void> => {
      const before = await county.fingerprint();
      await expect(attempt()).rejects.toMatchObject({
        code: 'ASSIGNMENTS_ONLY',
        message: expect.stringContaining(cure),
      });
      expect(await county.fingerprint()).toBe(before);
    };
    const { dataSource } = county;
    await refused(() => changeProgramme(dataSource, OFFICE, id, { title: '别的' }, NOW), '名称和年度不能更改');
    await refused(() => changeProgramme(dataSource, OFFICE, id, { year: 2027 }, NOW), '名称和年度不能更改');
    await refused(() => archiveProgramme(dataSource, OFFICE, id, NOW), '不能归档');
    await changeProgramme(dataSource, OFFICE, id, { declaredProjects: 9 }, NOW);
    await assign();
    expect(await programmes()).toHaveLength(1);
    const list = await createList('空的清单');
    await changeProgramme(dataSource, OFFICE, list, { title: '改了名的清单' }, NOW);
    await archiveProgramme(dataSource, OFFICE, list, NOW);
  });

  it('takes no project of a list, by hand or by a ledger of its title, nor a second programme of that title', async () => {
    await assign();
    const { id } = one(await programmes());
    const fields = handMade({
      categoryId: one(
        await county.dataSource.query<{ id: number }[]>('SELECT id FROM category WHERE programme_id = $1', [id]),
      ).id,
      unitId: one(await county.dataSource.query<{ id: number }[]>('SELECT unit_id AS id FROM project LIMIT 1')).id,
    });
    const before = await county.fingerprint();
    for (const attempt of [
      () => createProject(county.dataSource, OFFICE, id, fields, {}, NOW),
      () => read(TITLE),
      () => read(TITLE, true),
      () => createList(TITLE),
    ]) {
      expect(await codeOf(attempt())).toBe('ASSIGNMENTS_ONLY');
    }
    expect(await county.fingerprint()).toBe(before);
    const category = one(
      await county.dataSource.query<{ id: number }[]>('SELECT id FROM category WHERE programme_id = $1', [
        county.programmeId,
      ]),
    ).id;
    await createProject(county.dataSource, OFFICE, county.programmeId, { ...fields, categoryId: category }, {}, NOW);
    expect(await read(`${TITLE}台账`)).toMatchObject({ added: [1] });
  });
});
