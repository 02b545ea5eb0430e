import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { checkLedger } from '@duban/application';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { xlsx } from './zip.js';

const TODAY = '2026-08-25';
const FIELDS = [
  '类别',
  '工作任务',
  '目标任务',
  '方法举措',
  '牵头领导',
  '责任单位',
  '配合单位',
  '分管领导',
  '责任人',
  '完成时限',
] as const;
type Field = (typeof FIELDS)[number];

interface Written {
  readonly category: number;
  readonly objective: string;
  readonly leader: number;
  readonly due: { day: string; as: 'text' | 'cell' | 'rich' | 'standing' };
  readonly supporting: number;
}

const dayOf = fc
  .integer({ min: 0, max: 365 })
  .map((days) => new Date(Date.UTC(2026, 8, 1) + days * 86_400_000).toISOString().slice(0, 10));
const item: fc.Arbitrary<Written> = fc.record({
  category: fc.integer({ min: 0, max: 3 }),
  objective: fc.constantFrom('完成率100%', '1.摸底；\n2.整改。', '_x000D_不是换行', '<b>&"引号"', '２０个'),
  leader: fc.integer({ min: 0, max: 1 }),
  due: fc.record({ day: dayOf, as: fc.constantFrom('text', 'cell', 'rich', 'standing') }),
  supporting: fc.integer({ min: 0, max: 2 }),
});
const LEADERS = ['赵某甲（县委副书记）', '县委常委、组织部部长 钱某乙'];
const SUPPORTING = ['', '县民政局', '县民政局、县财政局'];

function due(one: Written): ExcelJS.CellValue {
  const chinese = one.due.day.replace(/^(\d+)-0?(\d+)-0?(\d+)$/u, '$1年$2月$3日前');
  switch (one.due.as) {
    case 'standing':
      return '长期坚持';
    case 'cell':
      return new Date(`${one.due.day}T00:00:00Z`);
    case 'rich':
      return { richText: [{ text: chinese.slice(0, 3) }, { font: { bold: true }, text: chinese.slice(3) }] };
    case 'text':
      return chinese;
  }
}

/** Writes the items with ExcelJS in the given order of columns, categories sorted and merged downward. */
async function write(items: readonly Written[], order: readonly Field[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.addWorksheet('封面').addRow(['说明']);
  const sheet = workbook.addWorksheet('台账');
  sheet.addRow(['测试县2026年任务清单']);
  sheet.mergeCells('A1:J1');
  sheet.addRow(order);
  const col = (field: Field): number => order.indexOf(field) + 1;
  let groupFrom = 3;
  for (const [index, one] of items.entries()) {
    const values: Record<Field, ExcelJS.CellValue> = {
      类别: `类${one.category}`,
      工作任务: `任务${index}`,
      目标任务: one.objective,
      方法举措: '逐项落实',
      牵头领导: LEADERS[one.leader]!,
      责任单位: '县委组织部',
      配合单位: SUPPORTING[one.supporting]!,
      分管领导: '孙某丙',
      责任人: null,
      完成时限: due(one),
    };
    const row = sheet.addRow(order.map((field) => values[field]));
    row.getCell(col('完成时限')).numFmt = 'yyyy"年"m"月"d"日"';
    if (items[index + 1]?.category !== one.category) {
      if (row.number > groupFrom) sheet.mergeCells(groupFrom, col('类别'), row.number, col('类别'));
      groupFrom = row.number + 1;
    }
  }
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

it('reads back any ledger that ExcelJS writes', async () => {
  const order = fc.shuffledSubarray([...FIELDS], { minLength: FIELDS.length });
  await fc.assert(
    fc.asyncProperty(fc.array(item, { minLength: 1, maxLength: 12 }), order, async (unsorted, columns) => {
      const items = [...unsorted].sort((a, b) => a.category - b.category);
      const result = await checkLedger(await write(items, columns), { today: TODAY });
      expect(result.problems).toEqual([]);
      expect(result.categories.reduce((sum, category) => sum + category.count, 0)).toBe(items.length);
      expect(result.items).toMatchObject(
        items.map((one, index) => ({
          number: index + 1,
          category: `类${one.category}`,
          title: `任务${index}`,
          // ExcelJS does not guard such a text as Excel does, so it is what Excel would show: a line break.
          objective: one.objective.startsWith('_x000D_') ? '不是换行' : one.objective,
          leadLeader:
            one.leader === 0
              ? { name: '赵某甲', duty: '县委副书记' }
              : { name: '钱某乙', duty: '县委常委、组织部部长' },
          supportingUnits: SUPPORTING[one.supporting]!.split('、').filter((unit) => unit !== ''),
          deadline: one.due.as === 'standing' ? null : one.due.day,
          standing: one.due.as === 'standing',
        })),
      );
    }),
    { numRuns: 40 },
  );
});

describe('the sample county', () => {
  it('is a faultless ledger of 15 categories and 28 projects', async () => {
    const file = fileURLToPath(new URL('../../../../samples/sample-county.xlsx', import.meta.url));
    const result = await checkLedger(await readFile(file), { today: TODAY });
    expect(result.problems).toEqual([]);
    expect(result).toMatchObject({ year: 2026, declared: { categories: 15, items: 28 } });
    expect(result.categories).toHaveLength(15);
    expect(result.items).toHaveLength(28);
    expect(result.items.filter((one) => one.standing)).toHaveLength(3);
    expect(result.items.filter((one) => one.milestones.length > 0)).toHaveLength(1);
  });
});

describe('large files', () => {
  const header = `<row r="1">${['类别', '工作任务', '目标任务', '方法举措'].map((t) => `<c t="inlineStr"><is><t>${t}</t></is></c>`).join('')}</row>`;
  const rows = (count: number, cell: string): string => `<row>${cell.repeat(4)}</row>`.repeat(count);
  const text = '<c t="inlineStr"><is><t>x</t></is></c>';

  it('a hundred thousand blank styled rows cost nothing', async () => {
    const result = await checkLedger(xlsx({ sheet: header + rows(1, text) + rows(100_000, '<c s="1"/>') }), {
      today: TODAY,
    });
    expect(result.items).toHaveLength(1);
  });

  it('a hundred thousand filled rows are refused', async () => {
    const bytes = xlsx({ sheet: header + rows(100_000, text) });
    await expect(checkLedger(bytes, { today: TODAY })).rejects.toMatchObject({ code: 'WORKBOOK_TOO_LARGE' });
  });

  it('a huge sheet beside the ledger does not matter', async () => {
    const huge = `<worksheet><sheetData>${rows(100_000, '<c><v>1</v></c>')}</sheetData></worksheet>`;
    const types = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const more = {
      'xl/workbook.xml':
        '<workbook><sheets><sheet name="数据" id="rId9"/><sheet name="台账" id="rId1"/></sheets></workbook>',
      'xl/worksheets/sheet9.xml': huge,
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${types}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId9" Type="${types}/worksheet" Target="worksheets/sheet9.xml"/></Relationships>`,
    };
    const result = await checkLedger(xlsx({ sheet: header + rows(2, text), more }), { today: TODAY });
    expect(result.items).toHaveLength(2);
  });

  it('cells stuffed with blanks and marks do not hang the reader', async () => {
    const nasty = ['，', ' ', '（', '赵某、', '县民政局 ', '9月 '].map((bit) => bit.repeat(5_000).slice(0, 30_000));
    const head = `<row r="1">${['类别', '工作任务', '目标任务', '方法举措', '牵头领导', '责任单位', '分管领导', '完成时限', '配合单位'].map((t) => `<c t="inlineStr"><is><t>${t}</t></is></c>`).join('')}</row>`;
    const body = nasty
      .map((bit) => `<row>${`<c t="inlineStr"><is><t xml:space="preserve">${bit}x</t></is></c>`.repeat(9)}</row>`)
      .join('');
    const started = performance.now();
    const result = await checkLedger(xlsx({ sheet: head + body }), { today: TODAY });
    expect(result.items).toHaveLength(6);
    expect(performance.now() - started).toBeLessThan(5_000);
  });
});
