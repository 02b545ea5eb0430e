import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { checkLedger, createDataSource, exportLedger, importLedger, useCases } from '@duban/application';
import { hasErrors, instantAt, type LedgerItem } from '@duban/domain';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.js';
import { codeOf } from '../round/county.js';

const OFFICE = { personId: null, name: '督办室' };
const NOW = instantAt('2026-07-20', '10:00');
const FILE = { fileName: 'x.xlsx', sha256: '0' };
const SAMPLE = new URL('../../../../samples/sample-county.xlsx', import.meta.url);

let database: FreshDatabase;
let record: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 2 });
  await record.initialize();
});
afterAll(async () => {
  await record?.destroy();
  await database?.drop();
});

async function exported(programmeId: number): Promise<Buffer> {
  const { stream } = await exportLedger(record, programmeId, NOW);
  return buffer(stream);
}

const reread = async (bytes: Buffer) => checkLedger(bytes, { today: '2026-07-20' });

/** What an import of the exported file would change. */
async function difference(bytes: Buffer): Promise<unknown> {
  const ledger = await reread(bytes);
  expect(ledger.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { added, changed, missing } = await importLedger(record, OFFICE, ledger, { ...FILE, preview: true }, NOW);
  return { added, changed, missing };
}
const NOTHING = { added: [], changed: [], missing: [] };

async function opened(bytes: Buffer): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const [sheet] = book.worksheets;
  if (!sheet) throw new Error('no sheet');
  return sheet;
}

describe('the sample county', () => {
  let programmeId: number;
  beforeAll(async () => {
    const ledger = await checkLedger(readFileSync(SAMPLE), { today: '2026-06-01' });
    programmeId = (await importLedger(record, OFFICE, ledger, FILE, instantAt('2026-06-20', '09:00'))).programmeId ?? 0;
  });

  it('exported and read again is no difference, before and after its launch, with what happened since', async () => {
    expect(await difference(await exported(programmeId))).toEqual(NOTHING);
    const use = useCases(record);
    await use.programmes.launch(OFFICE, programmeId, instantAt('2026-06-25', '09:00'));
    await use.engine.openRounds(programmeId, NOW);
    const [owed]: { id: number; number: number }[] = await record.query(
      `SELECT o.id, p.number FROM obligation o JOIN project p ON p.id = o.project_id
       WHERE o.state = 'open' ORDER BY o.cadence_key = 'completion', p.number DESC LIMIT 1`,
    );
    await use.obligations.act(OFFICE, owed?.id ?? 0, { do: 'submit' }, NOW, {
      submission: { progressPercent: 60, text: '=HYPERLINK("http://x")' },
    });
    const bytes = await exported(programmeId);
    expect(await difference(bytes)).toEqual(NOTHING);
    const sheet = await opened(bytes);
    const words = (sheet.getRow(4).values as unknown[]).map(String);
    const at = (word: string): string =>
      String(sheet.getRow((owed?.number ?? 0) + 4).getCell(words.indexOf(word)).value ?? '');
    expect(at('当前完成比例')).toBe('60%');
    expect(at('当前进展')).toBe('=HYPERLINK("http://x")');
    expect(at('当前亮灯')).toMatch(/^[红黄绿蓝]$/);
    expect(at('当前状态')).toMatch(/正在推进|滞后|长期坚持/);
  });

  it('has the offices’ layout: title over all, merged header and categories, wrapped text, landscape, print titles', async () => {
    const sheet = await opened(await exported(programmeId));
    expect(sheet.getCell('A1').isMerged).toBe(true);
    expect(String(sheet.getCell('A2').value)).toContain('填报时间');
    expect(sheet.getCell('F3').value).toBe('责任落实');
    expect(sheet.getCell('G3').master.address).toBe('F3');
    expect(sheet.getCell('B4').master.address).toBe('B3');
    const merged = sheet.getColumn(2).values.length - 5;
    const categories = new Set<string>();
    for (let row = 5; row < 5 + merged; row++) categories.add(sheet.getCell(`B${row}`).master.address);
    expect(categories.size).toBe(15);
    expect(sheet.getCell('C5').alignment).toMatchObject({ wrapText: true });
    expect(sheet.pageSetup).toMatchObject({ orientation: 'landscape', paperSize: 8, printTitlesRow: '1:4' });
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  });

  it('carries the programme’s name and the day; an unknown programme has nothing', async () => {
    const { fileName } = await exportLedger(record, programmeId, NOW);
    expect(fileName).toMatch(/^云溪县.*_2026-07-20\.xlsx$/);
    expect(await codeOf(exportLedger(record, 999_999, NOW))).toBe('NOT_FOUND');
    expect(await codeOf(exportLedger(record, programmeId, NOW, { unitId: 999_999 }))).toBe('NOTHING_TO_EXPORT');
  });
});

const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+86',
    '-',
    '@sum',
    '_x000D_',
    'a\nb',
    '<b>&"\'',
    '𠮷野家',
    '\tx',
    '第一，第二；第三',
    '_x005F_',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 20 }),
);
/** What a ledger's cell can hold: trimmed by the importer's own measure, and storable. */
const cell = text
  .map((value) => value.replace(/[\p{Cc}\s\u200b-\u200d\u2060\ufeff]+/gu, ' ').trim())
  .filter((value) => value !== '' && !/\p{Surrogate}/u.test(value) && !/[\u2028\u2029\ufffe\uffff]/u.test(value));
const person = fc.constantFrom(
  { name: '张某', duty: null },
  { name: '李某某', duty: '县委常委、组织部部长' },
  { name: '欧阳某', duty: '县委副书记（兼）' },
  { name: '王某', duty: '县级领导' },
);
const deadline = fc.constantFrom(
  { deadline: '2026-09-30', standing: false, milestones: [] },
  { deadline: null, standing: true, milestones: [] },
  {
    deadline: '2026-12-31',
    standing: false,
    milestones: [
      { day: '2026-06-30', text: '完成方案' },
      { day: '2026-12-31', text: '建成' },
    ],
  },
);
const facts = fc.record({
  objective: cell,
  measures: cell,
  leadLeader: person,
  deputyLeader: person,
  deadline,
  unit: fc.constantFrom('县委组织部', '各乡镇（街道）党（工）委', '县民政局'),
  supportingUnits: fc.constantFrom([], ['县财政局'], ['县财政局', '县教育局（牵头股）', '县司法局']),
  handler: fc.constantFrom(null, '赵某', '赵某 13800000000'),
  category: fc.constantFrom('组织建设类', '治理类'),
  notes: fc.dictionary(fc.constantFrom('备注', '督导频次', '亮灯'), cell, { maxKeys: 2 }),
});

it('whatever a ledger can say, export → import gives no difference', async () => {
  let round = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(facts, { minLength: 1, maxLength: 5 }), async (rows) => {
      round += 1;
      const [blank] = ledgerOf([
        {
          number: 1,
          leadLeader: 'x',
          deputyLeader: 'y',
          responsibleUnit: 'z',
          handler: 'h',
          deadline: null,
          standing: true,
        },
      ]).items;
      const items = rows.map(({ deadline: when, unit, ...rest }, index): LedgerItem => {
        return { ...blank!, ...rest, ...when, responsibleUnit: unit, number: index + 1, title: `事项${index + 1}` };
      });
      const ledger = { ...ledgerOf([]), title: `测试县2026年清单之${'甲'.repeat(round)}`, items };
      const { programmeId } = await importLedger(record, OFFICE, ledger, FILE, NOW);
      const bytes = await exported(programmeId ?? 0);
      expect(hasErrors(await reread(bytes))).toBe(false);
      expect(await difference(bytes)).toEqual(NOTHING);
    }),
    { numRuns: 40 },
  );
});
