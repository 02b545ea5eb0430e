import {
  addMilestone,
  changeMilestone,
  completeMilestone,
  createProject,
  type ImportOutcome,
  importLedger,
} from '@duban/application';
import type { LedgerItem } from '@duban/domain';
import { afterEach, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { handMade } from '../project/hand-made.js';
import { at, County, items, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

const NOW = at('2026-03-05T10:00');
const step = (day: string, text: string) => ({ day, text, source: '' });

/** The ledger's first item with the steps given. */
function withSteps(...milestones: { day: string; text: string }[]): LedgerItem {
  const [item] = items(1, '2026-09-30');
  if (!item) throw new Error('no item');
  return { ...item, milestones };
}

function read(...list: LedgerItem[]): Promise<ImportOutcome> {
  const ledger = { ...ledgerOf([]), items: list };
  return importLedger(county.dataSource, OFFICE, ledger, { fileName: 'again', sha256: 'x' }, NOW);
}

async function steps(): Promise<string[]> {
  const rows: { day: string; text: string; done: boolean; of: string }[] = await county.dataSource.query(
    `SELECT day, text, completed_at IS NOT NULL AS done, CASE WHEN ledger_day IS NULL THEN 'hand' ELSE 'ledger' END AS of
     FROM milestone ORDER BY ordinal`,
  );
  return rows.map(({ day, text, done, of }) => `${day} ${text} ${of}${done ? ' done' : ''}`);
}

const stepNamed = async (text: string): Promise<number> => {
  const rows: { id: number }[] = await county.dataSource.query('SELECT id FROM milestone WHERE text = $1', [text]);
  return rows[0]?.id ?? 0;
};

it('a ledger that names the same steps again leaves those moved, completed and made by hand as they are', async () => {
  county = await County.open({ launchAt: null, deadline: '2026-09-30' });
  await read(withSteps(step('2026-04-30', '摸底'), step('2026-06-30', '整改')));
  const projectId = await county.projectId();
  await changeMilestone(county.dataSource, OFFICE, await stepNamed('摸底'), { day: '2026-05-15' }, NOW, {
    why: '汛期',
  });
  await completeMilestone(county.dataSource, OFFICE, await stepNamed('整改'), '见附件', NOW);
  await addMilestone(county.dataSource, OFFICE, projectId, { day: '2026-08-01', text: '验收准备' }, NOW);
  const before = ['2026-05-15 摸底 ledger', '2026-06-30 整改 ledger done', '2026-08-01 验收准备 hand'];
  expect(await steps()).toEqual(before);
  const again = await read(withSteps(step('2026-04-30', '摸底'), step('2026-06-30', '整改')));
  expect(again.unchanged).toBe(1);
  expect(await steps()).toEqual(before);
});

it('a ledger that names other steps changes its own, and drops none that somebody has touched', async () => {
  county = await County.open({ launchAt: null, deadline: '2026-09-30' });
  await read(withSteps(step('2026-04-30', '摸底'), step('2026-05-31', '动员'), step('2026-06-30', '整改')));
  await completeMilestone(county.dataSource, OFFICE, await stepNamed('整改'), '见附件', NOW);
  await read(withSteps(step('2026-07-31', '总结'), step('2026-04-30', '摸底')));
  expect(await steps()).toEqual(['2026-07-31 总结 ledger', '2026-04-30 摸底 ledger', '2026-06-30 整改 hand done']);
});

it('a project made by hand gives way with its number, and is not taken for the row that has it', async () => {
  county = await County.open({ launchAt: null, deadline: '2026-09-30' });
  const [category]: { id: number; unit: number }[] = await county.dataSource.query(
    'SELECT category_id AS id, unit_id AS unit FROM project LIMIT 1',
  );
  const fields = handMade({ categoryId: category?.id ?? 0, unitId: category?.unit ?? 0, standing: false });
  await createProject(county.dataSource, OFFICE, county.programmeId, fields, {}, NOW);
  const outcome = await read(...items(2, '2026-09-30'));
  expect(outcome).toMatchObject({ added: [2], changed: [], missing: [{ title: '手工项目' }] });
  const rows: { number: number; title: string }[] = await county.dataSource.query(
    'SELECT number, title FROM project ORDER BY number',
  );
  expect(rows.map(({ number, title }) => `${number} ${title}`)).toEqual(['1 事项1', '2 事项2', '3 手工项目']);
});
