import { cellRef, type SheetView } from './grid.js';
import { halfWidth, squeeze } from './text.js';

/** A field that a ledger's column can carry. `kept` columns are known but only kept as imported notes. */
export type LedgerField =
  | 'number'
  | 'category'
  | 'title'
  | 'objective'
  | 'measures'
  | 'leadLeader'
  | 'responsibleUnit'
  | 'supportingUnits'
  | 'deputyLeader'
  | 'handler'
  | 'phone'
  | 'deadline'
  | 'kept';

/** The words of the offices, as the table of the ledger contract lists them (docs: the importer's columns). */
const WORDS: Readonly<Record<LedgerField, string>> = {
  number: '序号 编号',
  category: '类别 任务类别 分类 工作类别',
  title: '工作任务 重点任务 督办事项 任务名称 项目名称 重点事项',
  objective: '目标任务 工作目标 目标要求',
  measures: '方法举措 具体举措 工作措施 工作举措 推进举措',
  leadLeader: '牵头领导 牵头县级领导 县级牵头领导 联系领导 包抓领导',
  responsibleUnit: '责任单位 牵头单位 主办单位 承办单位 责任(牵头)单位',
  supportingUnits: '配合单位 协办单位 责任配合单位',
  deputyLeader: '分管领导 责任领导 分管负责人',
  handler: '责任人 承办人 联系人 具体责任人',
  phone: '联系电话 电话',
  deadline: '完成时限 完成时间 时限要求 办结时限',
  kept: '督导频次 报告频次 最新进展 进展情况 完成比例 存在问题 需协调事项 下步打算 亮灯 状态 备注',
};

const FIELD_BY_WORD = new Map<string, LedgerField>(
  (Object.entries(WORDS) as [LedgerField, string][]).flatMap(([field, words]) =>
    words.split(' ').map((word): [string, LedgerField] => [word, field]),
  ),
);

/** The words accepted for a field, for messages. */
export const headerWords = (field: LedgerField): string => WORDS[field].split(' ').join('、');

/** The field a header cell names; white space, line breaks and bracket width do not matter. */
export function fieldOf(headerText: string): LedgerField | undefined {
  if (headerText.length > 60) return undefined;
  return FIELD_BY_WORD.get(squeeze(halfWidth(headerText)));
}

/** A column whose content is kept as a note, known or not. */
export interface NoteColumn {
  readonly col: number;
  readonly word: string;
}

export interface LedgerHeader {
  /** First and last row of the header. */
  readonly top: number;
  readonly bottom: number;
  readonly firstCol: number;
  readonly lastCol: number;
  /** The columns of each field, from left to right; the first is the field's own, later ones only fill its gaps. */
  readonly columns: ReadonlyMap<LedgerField, readonly number[]>;
  readonly notes: readonly NoteColumn[];
  /** Header cells that no word of ours names. */
  readonly unknown: readonly { readonly cell: string; readonly word: string }[];
}

const MINIMUM_KNOWN = 4;
const MOST_HEADER_ROWS = 3;
/** Columns further right than this are not looked at. */
const MOST_COLUMNS = 256;

const lastCol = (view: SheetView): number => Math.min(view.lastCol, MOST_COLUMNS);

/** How many different known columns a row names, values of merged cells included. */
function knownIn(view: SheetView, row: number): number {
  const found = new Set<string>();
  for (let col = 1; col <= lastCol(view); col += 1) {
    const cell = view.cellAt(row, col);
    const field = cell && fieldOf(cell.text);
    if (cell && field) found.add(field === 'kept' ? squeeze(cell.text) : field);
  }
  return found.size;
}

/** True for a row that names at least four known columns: a header, or its repetition further down. */
export function isHeaderRow(view: SheetView, row: number): boolean {
  return view.ownCells(row).some((cell) => fieldOf(cell.text) !== undefined) && knownIn(view, row) >= MINIMUM_KNOWN;
}

/** Finds the first header of a sheet, of one row or more; undefined when no row names four known columns. */
export function findHeader(view: SheetView): LedgerHeader | undefined {
  for (let row = 1; row <= view.lastRow; row += 1) {
    if (isHeaderRow(view, row)) return headerAt(view, row);
  }
  return undefined;
}

function headerAt(view: SheetView, row: number): LedgerHeader {
  let top = row;
  let bottom = row;
  for (let col = 1; col <= lastCol(view); col += 1) {
    const merge = view.mergeAt(row, col);
    if (!merge || !view.cellAt(row, col)) continue;
    top = Math.min(top, merge.top);
    bottom = Math.max(bottom, Math.min(merge.bottom, row + MOST_HEADER_ROWS - 1));
  }
  if (top === row && completesAbove(view, row)) top = row - 1;
  if (bottom === row && completesBelow(view, row)) bottom = row + 1;
  return columnsOf(view, top, bottom);
}

/**
 * An unmerged second row: two header words (no item has those), or one that says nothing else below the columns that are known
 * already, or only children of parents merged across (本月 | 累计 under 进度).
 */
function completesBelow(view: SheetView, row: number): boolean {
  const cells = view.ownCells(row + 1).filter((cell) => squeeze(cell.text) !== '');
  const known = (text: string | undefined): boolean => text !== undefined && fieldOf(text) !== undefined;
  const words = cells.filter((cell) => known(cell.text)).length;
  const underParent = (col: number): boolean => {
    const merge = view.mergeAt(row, col);
    return merge !== undefined && merge.right > merge.left && view.cellAt(row, col) !== undefined;
  };
  return (
    words >= 2 ||
    (words === 1 && cells.every((cell) => known(cell.text) || !known(view.cellAt(row, cell.col)?.text))) ||
    (cells.length >= 2 && cells.every((cell) => underParent(cell.col) && !view.mergeAt(row + 1, cell.col)))
  );
}

/** An unmerged first row: it names columns that the header row leaves empty. */
function completesAbove(view: SheetView, row: number): boolean {
  return view.ownCells(row - 1).some((cell) => fieldOf(cell.text) !== undefined && !view.cellAt(row, cell.col));
}

function columnsOf(view: SheetView, top: number, bottom: number): LedgerHeader {
  const columns = new Map<LedgerField, number[]>();
  const notes: NoteColumn[] = [];
  const unknown = new Map<string, string>();
  const used: number[] = [];
  const seen = new Set<string>();
  for (let col = 1; col <= lastCol(view); col += 1) {
    const named = nameOf(view, top, bottom, col);
    if (!named) continue;
    used.push(col);
    const again = seen.has(named.cell);
    seen.add(named.cell);
    // A known parent over 姓名 | 职务 names its first column; the others are what they say themselves.
    const child = again && named.lowest.cell !== named.cell ? named.lowest : undefined;
    if (again && (!child || seen.has(child.cell))) continue;
    const { cell, word, field } = child ?? named;
    seen.add(cell);
    if (field === undefined) unknown.set(cell, word);
    if (field === undefined || field === 'kept') notes.push({ col, word });
    else {
      const list = columns.get(field);
      if (list) list.push(col);
      else columns.set(field, [col]);
    }
  }
  return {
    top,
    bottom,
    firstCol: used[0] ?? 1,
    lastCol: used.at(-1) ?? 1,
    columns,
    notes,
    unknown: [...unknown].map(([cell, word]) => ({ cell, word })),
  };
}

interface ColumnName {
  readonly cell: string;
  readonly word: string;
  readonly field: LedgerField | undefined;
}

/** A column's name: the lowest known word of its header cells, else the lowest text. */
function nameOf(
  view: SheetView,
  top: number,
  bottom: number,
  col: number,
): (ColumnName & { lowest: ColumnName }) | undefined {
  let lowest: ColumnName | undefined;
  for (let row = bottom; row >= top; row -= 1) {
    const cell = view.cellAt(row, col);
    if (!cell || cell.row < top || squeeze(cell.text) === '') continue;
    const named = { cell: cellRef(cell.row, cell.col), word: squeeze(cell.text), field: fieldOf(cell.text) };
    lowest ??= named;
    if (named.field) return { ...named, lowest };
  }
  return lowest && { ...lowest, lowest };
}
