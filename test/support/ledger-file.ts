// Ledgers of any size, made with the library that offices' tools use too.
import ExcelJS from 'exceljs';

export interface LedgerFile {
  readonly title: string;
  readonly rows: number;
  readonly categories?: number;
}

/** A ledger in the offices' layout: title, header, merged category cells, one item in each row. */
export async function ledgerFile({ title, rows, categories = 15 }: LedgerFile): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('台账');
  sheet.addRow([title]);
  const header = '序号 类别 重点任务 目标任务 方法举措 牵头领导 责任单位 配合单位 分管领导 责任人 完成时限';
  sheet.addRow(header.split(' '));
  const each = Math.ceil(rows / categories);
  for (let row = 0; row < rows; row++) {
    const unit = row % 120;
    sheet.addRow([
      row + 1,
      row % each === 0 ? `第${row / each + 1}方面工作类` : null,
      `第${row + 1}项重点任务`,
      `完成第${row + 1}项的目标，并形成长效机制`,
      '一是摸清底数；二是分类施策；\n三是定期调度',
      `张${NAMES[row % 30]}（县委常委）`,
      `县${NAMES[unit % 30]}${Math.floor(unit / 30)}局`,
      '县委办公室、县民政局',
      `李${NAMES[(row + 7) % 30]}（副局长）`,
      `王${NAMES[(row + 11) % 30]}`,
      '2026年9月30日前',
    ]);
  }
  for (let from = 0; from < rows; from += each) {
    sheet.mergeCells(from + 3, 2, Math.min(from + each, rows) + 2, 2);
  }
  return new Uint8Array(await book.xlsx.writeBuffer());
}

const NAMES = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红梅建国'];
