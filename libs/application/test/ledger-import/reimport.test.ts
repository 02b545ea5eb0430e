import {
  applyForProject,
  createDataSource,
  createProject,
  type ImportOutcome,
  importLedger,
  reviewProject,
} from '@duban/application';
import type { LedgerItem } from '@duban/domain';
import type { DataSource } from 'typeorm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { freshDatabase } from '../../../../test/support/database.js';
import { FOUNDABLE, handMade } from '../project/hand-made.js';
import { at, County, codeOf, items, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

const NOW = at('2026-03-05T10:00');

function read(
  list: readonly LedgerItem[],
  options: { preview?: boolean; skipErrors?: boolean } = {},
): Promise<ImportOutcome> {
  const file = { fileName: 'again', sha256: 'x', ...options };
  return importLedger(county.dataSource, OFFICE, { ...ledgerOf([]), items: [...list] }, file, NOW);
}

const numbers = async (): Promise<string[]> => {
  const rows: { number: number; title: string }[] = await county.dataSource.query(
    'SELECT number, title FROM project ORDER BY number',
  );
  return rows.map(({ number, title }) => `${number} ${title}`);
};

describe('the same ledger again', () => {
  it('changes nothing at all', async () => {
    county = await County.open({ projects: 5, deadline: '2026-06-30' });
    const before = await county.fingerprint();
    const outcome = await read(items(5, '2026-06-30'));
    expect(outcome).toMatchObject({ added: [], changed: [], unchanged: 5, missing: [] });
    expect(await county.fingerprint()).toBe(before);
  });

  it('in another order of rows changes their numbers only', async () => {
    county = await County.open({ projects: 3, launchAt: null });
    const [a, b, c] = items(3);
    const turned = [c!, a!, b!].map((item, i) => ({ ...item, number: i + 1 }));
    const outcome = await read(turned);
    expect(outcome.changed.flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual([
      'number',
      'number',
      'number',
    ]);
    expect(await numbers()).toEqual(['1 事项3', '2 事项1', '3 事项2']);
  });
});

describe('a changed ledger', () => {
  const amended = (): LedgerItem[] => {
    const [first, second] = items(2);
    return [{ ...first!, objective: '新目标', handler: '新承办' }, second!];
  };

  it('is previewed field by field, and nothing is written', async () => {
    county = await County.open({ projects: 2, launchAt: null });
    const before = await county.fingerprint();
    const outcome = await read(amended(), { preview: true });
    expect(outcome.changed).toEqual([
      {
        number: 1,
        title: '事项1',
        fields: [
          { field: 'objective', before: '目标', after: '新目标' },
          { field: 'handler', before: '承办1', after: '新承办' },
        ],
      },
    ]);
    expect(await county.fingerprint()).toBe(before);
  });

  it('is applied as previewed, with what was before in the history', async () => {
    county = await County.open({ projects: 2, launchAt: null });
    const previewed = await read(amended(), { preview: true });
    const applied = await read(amended());
    expect(applied.changed).toEqual(previewed.changed);
    const rows: { data: unknown }[] = await county.dataSource.query("SELECT data FROM history WHERE act = 'amend'");
    expect(rows.map(({ data }) => data)).toEqual([{ fields: previewed.changed[0]!.fields }]);
    expect(await read(amended())).toMatchObject({ changed: [], unchanged: 2 });
  });

  it('adds what is new and leaves what it no longer names', async () => {
    county = await County.open({ projects: 2, launchAt: null });
    const [first, , third] = items(3);
    const outcome = await read([first!, third!]);
    expect(outcome).toMatchObject({ added: [3], unchanged: 1, missing: [{ number: 2, title: '事项2' }] });
    expect(await numbers()).toEqual(['1 事项1', '2 事项2', '3 事项3']);
  });

  it('from which a row was taken out moves the rest up; the project it no longer names makes room', async () => {
    county = await County.open({ projects: 3, launchAt: null });
    const [, second, third] = items(3);
    const outcome = await read([
      { ...second!, number: 1 },
      { ...third!, number: 2 },
    ]);
    expect(outcome.missing).toEqual([{ number: 1, title: '事项1' }]);
    expect(await numbers()).toEqual(['1 事项2', '2 事项3', '4 事项1']);
    expect(
      await read([
        { ...second!, number: 1 },
        { ...third!, number: 2 },
      ]),
    ).toMatchObject({ changed: [] });
  });
});

describe('the deadline of a launched project', () => {
  const later = (): LedgerItem[] => {
    const [first, second] = items(2, '2026-06-30');
    return [
      { ...first!, objective: '新目标' },
      { ...second!, deadline: '2026-07-31' },
    ];
  };

  it('is not moved by an import: refused, naming the item, with nothing written', async () => {
    county = await County.open({ projects: 2, deadline: '2026-06-30' });
    const before = await county.fingerprint();
    expect(await codeOf(read(later()))).toBe('LAUNCHED_DEADLINE');
    await expect(read(later())).rejects.toThrow(/第2项“事项2”.*延期/);
    expect(await codeOf(read(later(), { preview: true }))).toBe('LAUNCHED_DEADLINE');
    expect(await county.fingerprint()).toBe(before);
  });

  it('moves while the project is a draft', async () => {
    county = await County.open({ projects: 2, deadline: '2026-06-30', launchAt: null });
    expect((await read(later())).changed.map(({ number }) => number)).toEqual([1, 2]);
  });

  it('of one launched project does not keep its other fields from being amended', async () => {
    county = await County.open({ projects: 2, deadline: '2026-06-30' });
    const [first, second] = items(2, '2026-06-30');
    expect((await read([{ ...first!, objective: '新目标' }, second!])).changed).toHaveLength(1);
  });
});

describe('a preview on an empty record', () => {
  let dataSource: DataSource;
  let drop: () => Promise<void>;
  beforeEach(async () => {
    county = await County.open();
    const database = await freshDatabase();
    drop = database.drop;
    dataSource = createDataSource(database.url, { poolSize: 1 });
    await dataSource.initialize();
  });
  afterEach(async () => {
    await dataSource.destroy();
    await drop();
  });

  it('writes not even the county', async () => {
    const file = { fileName: 'first', sha256: 'x', preview: true };
    const outcome = await importLedger(dataSource, OFFICE, { ...ledgerOf([]), items: items(3) }, file, NOW);
    expect(outcome).toMatchObject({ programmeId: null, added: [1, 2, 3], changed: [], missing: [] });
    expect(await dataSource.query('SELECT * FROM organization')).toEqual([]);
  });
});

describe('a row that is faulty this time', () => {
  const faulty = (item: LedgerItem): LedgerItem => ({ ...item, faulty: true, deadline: null });

  it('leaves its project as it is, and does not call it missing', async () => {
    county = await County.open({ projects: 3, deadline: '2026-06-30', launchAt: null });
    const [a, b, c] = items(3, '2026-06-30');
    const outcome = await read([a!, faulty(b!), c!], { skipErrors: true });
    expect(outcome).toMatchObject({ added: [], changed: [], unchanged: 2, missing: [], skipped: [2] });
  });

  it('does not give its project away to a new row of the same number', async () => {
    county = await County.open({ projects: 2, deadline: '2026-06-30', launchAt: null });
    const [a, b] = items(2, '2026-06-30');
    const fresh = { ...b!, number: 2, title: '全新事项' };
    const outcome = await read([a!, fresh, { ...faulty(b!), number: 3 }], { skipErrors: true });
    expect(outcome).toMatchObject({ added: [2], changed: [], missing: [], skipped: [3] });
    expect(await numbers()).toEqual(['1 事项1', '2 全新事项', '3 事项2']);
  });

  it('whereas a project that the ledger no longer names is missing', async () => {
    county = await County.open({ projects: 2, launchAt: null });
    const outcome = await read(items(1));
    expect(outcome.missing).toEqual([{ number: 2, title: '事项2' }]);
  });
});

it('what has ended is not amended, and the preview says so too', async () => {
  county = await County.open({ projects: 2 });
  await county.use.projects.close(OFFICE, await county.projectId(1), NOW);
  const [a, b] = items(2);
  const changed = [{ ...a!, objective: '新目标' }, b!];
  const before = await county.fingerprint();
  expect(await codeOf(read(changed, { preview: true }))).toBe('PROJECT_CLOSED');
  expect(await codeOf(read(changed))).toBe('PROJECT_CLOSED');
  expect(await county.fingerprint()).toBe(before);
});

it('whereas its place in the list may change', async () => {
  county = await County.open({ projects: 2 });
  await county.use.projects.close(OFFICE, await county.projectId(1), NOW);
  const [a, b] = items(2);
  await read([
    { ...b!, number: 1 },
    { ...a!, number: 2 },
  ]);
  expect(await numbers()).toEqual(['1 事项2', '2 事项1']);
});

describe('a project made by hand whose title the ledger names', () => {
  const HAND = { title: '手工项目', objective: '原目标', measures: '原举措', ...FOUNDABLE };
  let projectId: number;
  beforeEach(async () => {
    county = await County.open({ projects: 1, launchAt: null });
    const [ids]: { categoryId: number; unitId: number }[] = await county.dataSource.query(
      'SELECT category_id AS "categoryId", unit_id AS "unitId" FROM project',
    );
    const people = { leadLeader: { name: '张某', duty: null }, deputyLeader: { name: '孙某', duty: null } };
    const fields = handMade({ ...HAND, ...ids! });
    projectId = await createProject(county.dataSource, OFFICE, county.programmeId, fields, people, NOW);
  });
  const state = async (): Promise<unknown> =>
    (await county.dataSource.query('SELECT state, objective FROM project WHERE id = $1', [projectId]))[0];
  /** The list with a row for the project made by hand. */
  const list = (objective: string, number = 2): LedgerItem[] => {
    const [first] = items(1);
    return [
      { ...first!, number: 3 - number },
      { ...first!, number, title: HAND.title, objective, handler: null },
    ];
  };
  const apply = () => applyForProject(county.dataSource, OFFICE, projectId, NOW);

  it('is not amended while it is judged, as by hand: refused, naming it, with nothing written', async () => {
    await apply();
    const before = await county.fingerprint();
    for (const preview of [true, false]) {
      await expect(read(list('新目标'), { preview })).rejects.toMatchObject({
        code: 'WRONG_STATE',
        message: '第2项“手工项目”正在审核，内容不能改动；请先审定或退回，再导入；本次没有导入任何内容',
        details: { numbers: [2] },
      });
    }
    expect(await county.fingerprint()).toBe(before);
  });

  it('takes what the ledger says while it is proposed or returned', async () => {
    await read(list('新目标'));
    expect(await state()).toEqual({ state: 'proposed', objective: '新目标' });
    await apply();
    await reviewProject(county.dataSource, OFFICE, projectId, 'return', NOW, { opinion: '补充' });
    await read(list('又一个目标'));
    expect(await state()).toEqual({ state: 'returned', objective: '又一个目标' });
  });

  it('may change its place in the list while it is judged', async () => {
    await read(list('原目标'));
    await apply();
    const { changed } = await read(list('原目标', 1));
    expect(changed.flatMap(({ fields }) => fields.map(({ field }) => field))).toEqual(['number', 'number']);
    expect(await numbers()).toEqual(['1 手工项目', '2 事项1']);
  });
});
