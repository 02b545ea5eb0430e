import { type Grid, type GridCell, type GridMerge, type GridSheet, type LedgerResult, readLedger } from '@duban/domain';

/** A cell of a test sheet: a text, a date cell, or nothing. */
export type TestCell = string | { day: string; precision: 'day' | 'month' } | null;

export const HEADER = [
  '序号',
  '类别',
  '工作任务',
  '目标任务',
  '方法举措',
  '牵头领导',
  '责任单位',
  '分管领导',
  '完成时限',
];
export const TITLE = '测试县2026年重点任务清单';
export const TODAY = '2026-01-15';

/** `B3:C4` → a merge. */
function merge(ref: string): GridMerge {
  const numbers = ref.split(':').map((part) => {
    const match = /^([A-Z]+)(\d+)$/u.exec(part)!;
    const col = [...match[1]!].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
    return { row: Number(match[2]), col };
  });
  const [from, to] = [numbers[0]!, numbers.at(-1)!];
  return { top: from.row, left: from.col, bottom: to.row, right: to.col };
}

/** A sheet from rows of texts; row 1 is the first. */
export function sheetOf(
  rows: readonly (readonly TestCell[])[],
  merges: string[] = [],
  more: Partial<GridSheet> = {},
): GridSheet {
  const cells: GridCell[] = rows.flatMap((row, r) =>
    row.flatMap((cell, c): GridCell[] => {
      if (cell === null || cell === '') return [];
      const at = { row: r + 1, col: c + 1 };
      return [typeof cell === 'string' ? { ...at, text: cell } : { ...at, text: cell.day, date: cell }];
    }),
  );
  return { name: 'Sheet1', cells, merges: merges.map(merge), hiddenRows: [], hiddenCols: [], ...more };
}

export const grid = (...sheets: GridSheet[]): Grid => sheets;

/** One good item row in the order of HEADER, with some cells changed. */
export function itemRow(changes: Record<string, TestCell> = {}): TestCell[] {
  const good: Record<string, TestCell> = {
    序号: '1',
    类别: '组织建设',
    工作任务: '联系点走访',
    目标任务: '每点走访2次',
    方法举措: '逐点登记',
    牵头领导: '赵某甲（县委副书记）',
    责任单位: '县委组织部',
    分管领导: '钱某乙（副部长）',
    完成时限: '9月底前',
  };
  return HEADER.map((word) => (word in changes ? changes[word]! : good[word]!));
}

/** Reads title, header and these rows (the first item row is row 3). */
export function read(rows: readonly (readonly TestCell[])[], merges: string[] = [], title = TITLE): LedgerResult {
  return readLedger([sheetOf([[title], HEADER, ...rows], merges)], { today: TODAY });
}

/** Reads one item row with these cells changed. */
export const readOne = (changes: Record<string, TestCell>, title = TITLE): LedgerResult =>
  read([itemRow(changes)], [], title);

/** The problems as `CODE@cell`, in the order they are reported. */
export const told = (result: LedgerResult): string[] =>
  result.problems.map(({ code, cell }) => (cell === null ? code : `${code}@${cell}`));
