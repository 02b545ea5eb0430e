import { buffer } from 'node:stream/consumers';
import {
  applyForProject,
  checkLedger,
  createProject,
  exportLedger,
  importLedger,
  reviewProject,
} from '@duban/application';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { FOUNDABLE, handMade } from '../project/hand-made.js';
import { at, County, OFFICE, one } from '../round/county.js';

const NOW = at('2026-03-05T10:00');

let county: County;
beforeEach(async () => {
  county = await County.open({ projects: 2, launchAt: null });
});
afterEach(() => county.close());

async function make(title: string, named: boolean): Promise<number> {
  const ids = one(
    await county.dataSource.query<{ categoryId: number; unitId: number }[]>(
      'SELECT category_id AS "categoryId", unit_id AS "unitId" FROM project WHERE number = 1',
    ),
  );
  const said = { title, objective: '目标', measures: '举措', deadline: '2026-12-31', standing: false };
  const fields = handMade({ ...ids, ...said, ...FOUNDABLE });
  const people = {
    leadLeader: { name: '高某', duty: '县委副书记' },
    deputyLeader: { name: '林某', duty: null },
    handler: { name: '何某' },
  };
  return createProject(county.dataSource, OFFICE, county.programmeId, fields, named ? people : {}, NOW);
}

/** The exported sheet: by title its state and handler, and what an import of it would do. */
async function roundTrip(): Promise<{ rows: string[]; outcome: unknown }> {
  const { stream } = await exportLedger(county.dataSource, county.programmeId, NOW);
  const bytes = await buffer(stream);
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const sheet = one(book.worksheets);
  const words = [3, 4].flatMap((row) => (sheet.getRow(row).values as unknown[]).map((word, at) => ({ word, at })));
  const column = (name: string) => words.findLast(({ word }) => word === name)?.at ?? 0;
  const rows: string[] = [];
  for (let row = 5; row <= sheet.rowCount; row += 1) {
    const cell = (name: string) => String(sheet.getRow(row).getCell(column(name)).value ?? '');
    rows.push([cell('重点任务'), cell('当前状态'), cell('牵头领导'), cell('责任单位'), cell('责任人')].join(' '));
  }
  const ledger = await checkLedger(bytes, { today: '2026-03-05' });
  expect(ledger.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const file = { fileName: 'x', sha256: 'x', preview: true };
  const { added, changed, missing } = await importLedger(county.dataSource, OFFICE, ledger, file, NOW);
  return { rows, outcome: { added, changed, missing } };
}
const NOTHING = { added: [], changed: [], missing: [] };

it('made by hand, with people named then or appointed later, in whatever state: exported, it is no difference', async () => {
  const first = await make('手工一', true);
  const second = await make('手工二', false);
  for (const [post, name] of [
    ['lead-leader', '任某'],
    ['deputy-leader', '任二'],
    ['handler', '任三'],
  ] as const) {
    await county.use.projects.appoint(OFFICE, second, post, { name }, NOW);
  }
  expect(await roundTrip()).toEqual({
    rows: [
      '事项1 未启动 张某 单位1 承办1',
      '事项2 未启动 张某 单位2 承办2',
      '手工一 拟立项 高某（县委副书记） 单位1 何某',
      '手工二 拟立项 任某 单位1 任三',
    ],
    outcome: NOTHING,
  });
  await applyForProject(county.dataSource, OFFICE, first, NOW);
  await applyForProject(county.dataSource, OFFICE, second, NOW);
  await reviewProject(county.dataSource, OFFICE, second, 'return', NOW, { opinion: '补充' });
  const later = await roundTrip();
  expect(later.rows.slice(2).map((row) => row.split(' ')[1])).toEqual(['立项审核中', '立项已退回']);
  expect(later.outcome).toEqual(NOTHING);
});

it('given to another unit, it has that unit’s handler or none; whom the ledger named otherwise stays', async () => {
  const { id: unitId } = one(
    await county.dataSource.query<{ id: number }[]>(`SELECT id FROM organization WHERE name = '单位2'`),
  );
  const amend = (handler?: { name: string }) => ({ why: '划转', ...(handler && { handler }) });
  await county.use.amendments.amend(OFFICE, await county.projectId(1), { unitId }, NOW, amend());
  await county.use.projects.appoint(OFFICE, await county.projectId(2), 'handler', { name: '新任' }, NOW);
  expect(await roundTrip()).toEqual({
    rows: ['事项1 未启动 张某 单位2 ', '事项2 未启动 张某 单位2 承办2'],
    outcome: NOTHING,
  });
  await county.use.projects.appoint(OFFICE, await county.projectId(1), 'handler', { name: '接手' }, NOW);
  expect(await roundTrip()).toEqual({
    rows: ['事项1 未启动 张某 单位2 接手', '事项2 未启动 张某 单位2 承办2'],
    outcome: NOTHING,
  });
});
