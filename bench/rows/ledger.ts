// B7: a large ledger in, against the library reading the same cells.
import { checkLedger, importLedger } from '@duban/application';
import ExcelJS from 'exceljs';
import { numberOf } from '../county.js';
import { median, type Sides, takeTurns, timed } from '../measure.js';
import type { RowOutcome } from '../result.js';
import { figure, type Row, ratio, same } from '../row.js';

const OFFICE = { personId: null, name: '督办室' };
const NOW = Date.UTC(2026, 5, 1);
const HEADER = [
  '序号',
  '类别',
  '重点任务',
  '目标任务',
  '方法举措',
  '牵头领导',
  '责任单位',
  '分管领导',
  '承办人',
  '完成时限',
];

export const ledger: Row = {
  id: 'B7',
  title: '导入台账',
  size: 10_000,
  async run({ place, repeats, say }, size) {
    const bytes = await workbook(size);
    const empty = await place.template(async () => undefined);
    const read = () => timed(() => cells(bytes, size));
    const sides: Sides = {
      'the library reads the cells': read,
      'Duban reads and checks them': () => timed(() => checkLedger(bytes, { today: '2026-06-01' })),
      'Duban imports the file': () =>
        place.withCopy(empty, async ({ dataSource }) => {
          const took = await timed(async () => {
            const checked = await checkLedger(bytes, { today: '2026-06-01' });
            await importLedger(dataSource, OFFICE, checked, { fileName: 'b7.xlsx', sha256: '' }, NOW);
          });
          same('projects', await numberOf(dataSource, 'SELECT count(*) FROM project'), size);
          return took;
        }),
    };
    const values = await takeTurns(repeats, sides, say);
    await place.drop(empty);
    return outcome(values);
  },
};

async function workbook(size: number): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow(['基准县2026年重点任务清单']);
  sheet.mergeCells('A1:J1');
  sheet.addRow(HEADER);
  for (let n = 1; n <= size; n++) {
    const unit = `单位${(n % 40) + 1}`;
    sheet.addRow([
      n,
      `${(n % 15) + 1}类`,
      `第${n}项重点任务`,
      '年底前全面完成建设任务',
      '1.摸清底数；\n2.制定方案；\n3.逐项落实。',
      `领导${(n % 12) + 1}`,
      unit,
      `分管${(n % 40) + 1}`,
      `承办${(n % 40) + 1}`,
      '2026年12月31日',
    ]);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

async function cells(bytes: Buffer, size: number): Promise<void> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer);
  let texts = 0;
  book.worksheets[0]?.eachRow((row) =>
    row.eachCell((cell) => {
      if (cell.text !== '') texts += 1;
    }),
  );
  if (texts < size * HEADER.length) throw new Error(`only ${texts} cells`);
}

function outcome(values: Record<string, number[]>): RowOutcome {
  const of = (name: string) => median(values[name] ?? []);
  return {
    figures: Object.entries(values).map(([name, all]) => figure(name, 'ms', all)),
    verdicts: [
      ratio(
        'import against the library reading the same cells',
        of('Duban imports the file') / of('the library reads the cells'),
        { atMost: 2 },
      ),
    ],
    notes: [
      'The library is ExcelJS; Duban reads workbooks with its own guarded reader. The export is measured once there is one.',
    ],
  };
}
