// B7: a large ledger in and out, against the library reading and writing the same cells.
import { checkLedger, exportLedger, importLedger } from '@duban/application';
import ExcelJS from 'exceljs';
import type { DataSource } from 'typeorm';
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
  title: '导入、导出台账',
  size: 10_000,
  async run({ place, repeats, say }, size) {
    const bytes = await workbook(size);
    const empty = await place.template(async () => undefined);
    const full = await place.template(async (dataSource) => {
      await importAll(dataSource, bytes);
    });
    const exported = await place.withCopy(full, ({ dataSource }) => exportAll(dataSource));
    const written = await valuesOf(exported);
    const sides: Sides = {
      'the library reads the cells': () => timed(() => cells(bytes, size)),
      'Duban reads and checks them': () => timed(() => checkLedger(bytes, { today: '2026-06-01' })),
      'Duban imports the file': () =>
        place.withCopy(empty, async ({ dataSource }) => {
          const took = await timed(() => importAll(dataSource, bytes));
          same('projects', await numberOf(dataSource, 'SELECT count(*) FROM project'), size);
          return took;
        }),
      'bare SQL writes its projects and links': () =>
        place.withCopy(full, ({ dataSource }) => writeRows(dataSource, size)),
      'the library writes the cells of the export': () => timed(() => writeAll(written)),
      'Duban exports the programme': () =>
        place.withCopy(full, async ({ dataSource }) => {
          let out = exported;
          const took = await timed(async () => {
            out = await exportAll(dataSource);
          });
          same('bytes exported', out.length, exported.length);
          return took;
        }),
    };
    const values = await takeTurns(repeats, sides, say);
    same('rows exported', written.filter(([first]) => typeof first === 'number').length, size);
    await place.drop(empty);
    await place.drop(full);
    return outcome(values);
  },
};

async function importAll(dataSource: DataSource, bytes: Buffer): Promise<void> {
  const checked = await checkLedger(bytes, { today: '2026-06-01' });
  await importLedger(dataSource, OFFICE, checked, { fileName: 'b7.xlsx', sha256: '' }, NOW);
}

async function exportAll(dataSource: DataSource): Promise<Buffer> {
  const { stream } = await exportLedger(dataSource, await numberOf(dataSource, 'SELECT max(id) FROM programme'), NOW);
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Six of the seven rows that an import writes, as fast as their tables take them: nothing read, nothing checked. */
async function writeRows(dataSource: DataSource, size: number): Promise<number> {
  const runner = dataSource.createQueryRunner();
  try {
    await runner.query('CREATE TEMP TABLE p AS TABLE project');
    await runner.query('CREATE TEMP TABLE l AS TABLE linkage');
    await runner.query('TRUNCATE project, linkage CASCADE');
    const took = await timed(async () => {
      await runner.startTransaction();
      await runner.query('INSERT INTO project OVERRIDING SYSTEM VALUE SELECT * FROM p ORDER BY id');
      await runner.query('INSERT INTO linkage SELECT * FROM l ORDER BY project_id');
      await runner.commitTransaction();
    });
    same('links', await numberOf(dataSource, 'SELECT count(*) FROM linkage'), size * 5);
    return took;
  } finally {
    await runner.release();
  }
}

/** What stands in the cells of a workbook's first sheet, row by row. */
async function valuesOf(bytes: Buffer): Promise<ExcelJS.CellValue[][]> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(new Uint8Array(bytes).buffer as ArrayBuffer);
  const rows: ExcelJS.CellValue[][] = [];
  book.worksheets[0]?.eachRow((row) => {
    rows.push((row.values as ExcelJS.CellValue[]).slice(1));
  });
  return rows;
}

/** The bare cells: no look, no merges, no widths, which Duban's export has. */
async function writeAll(rows: readonly ExcelJS.CellValue[][]): Promise<void> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('督办台账');
  for (const row of rows) sheet.addRow(row);
  await book.xlsx.writeBuffer();
}

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
      ratio(
        'import against the library reading the cells and bare SQL writing most of the rows',
        of('Duban imports the file') /
          (of('the library reads the cells') + of('bare SQL writes its projects and links')),
        { atMost: 2 },
      ),
      ratio(
        'export against the library writing the same cells',
        of('Duban exports the programme') / of('the library writes the cells of the export'),
        { atMost: 2 },
      ),
    ],
    notes: [
      'The library is ExcelJS, reading and writing bare cells. Duban reads workbooks with its own guarded reader and writes them with borders, wrapped text, merges and a frozen header.',
      'An import writes seven rows for each of the ledger, and PostgreSQL checks thirteen references of them; the library writes none.',
    ],
  };
}
