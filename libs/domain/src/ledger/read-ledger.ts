import { DomainError } from '../error.js';
import { isNote, readCategory } from './category.js';
import { cellRef, type Grid, type GridCell, SheetView } from './grid.js';
import { findHeader, type LedgerHeader } from './header.js';
import { ProblemList } from './problems.js';
import { cellReaders, type ItemFields, placeOf, readItem } from './read-item.js';
import type { LedgerItem, LedgerResult } from './result.js';
import { tableRows } from './rows.js';
import { cleanText, squeeze } from './text.js';
import { readTitle } from './title.js';

/** More items than this are refused: no office's list is that long, and what looks like one is another table. */
export const MAX_LEDGER_ITEMS = 20_000;

/** How a ledger is read. */
export interface ReadLedgerOptions {
  /** `YYYY-MM-DD`, the present day in Asia/Shanghai: for years that nobody wrote and for deadlines already past. */
  readonly today: string;
  /** The sheet to read; without it the first one with a header. */
  readonly sheet?: string | undefined;
}

/**
 * Reads an office's ledger from the plain cells of a workbook: the pure heart of the import. Every row that is an item is
 * returned, numbered and counted, faulty or not; everything that was not understood stands in `problems`.
 * @throws DomainError SHEET_NOT_FOUND when the named sheet does not exist, WORKBOOK_TOO_LARGE beyond 20,000 items
 */
export function readLedger(grid: Grid, options: ReadLedgerOptions): LedgerResult {
  const found = chooseSheet(grid, options.sheet);
  const problems = new ProblemList();
  if (!found) {
    const where = options.sheet === undefined ? '所有工作表' : `工作表“${options.sheet}”`;
    problems.error(
      'NO_HEADER',
      null,
      `${where}里都没有找到表头：需要有一行至少含4个认得的列名，如 序号、类别、工作任务、目标任务、方法举措、牵头领导、责任单位、分管领导、完成时限`,
    );
    return {
      title: null,
      year: null,
      declared: null,
      categories: [],
      items: [],
      problems: problems.list(),
      sheet: null,
    };
  }
  const { view, header } = found;
  const titleCell = findTitle(view, header);
  const title = titleCell ? cleanText(titleCell.text) : null;
  const { year, declared } = readTitle(title ?? '');

  const read = readRows(found, problems, { titleYear: year, today: options.today });
  if (declared) {
    const categories = read.categories.length;
    const items = read.items.length;
    if (categories !== declared.categories || items !== declared.items) {
      const at = titleCell ? cellRef(titleCell.row, titleCell.col) : null;
      const message = `${at}：标题写的是${declared.categories}类${declared.items}项，表中实有${categories}类${items}项，请核对标题或表格`;
      problems.error('COUNT_MISMATCH', at, message);
    }
  }
  for (const { cell, word } of header.unknown) {
    problems.notice('UNKNOWN_COLUMN', cell, `${cell}：不认识的列“${word}”，内容原样留作导入备注`);
  }
  reportHidden(found, problems);
  return { title, year, declared, ...read, problems: problems.list(), sheet: view.sheet.name };
}

interface Found {
  readonly view: SheetView;
  readonly header: LedgerHeader;
}

function chooseSheet(grid: Grid, name: string | undefined): Found | undefined {
  const named = name === undefined ? grid : grid.filter((sheet) => sheet.name === name);
  const wanted =
    named.length > 0 || name === undefined ? named : grid.filter((sheet) => squeeze(sheet.name) === squeeze(name));
  if (wanted.length === 0 && name !== undefined) {
    const names = grid.map((sheet) => `“${sheet.name}”`).join('、');
    throw new DomainError('SHEET_NOT_FOUND', `没有名为“${name}”的工作表，文件里有：${names}`, { sheet: name });
  }
  for (const sheet of wanted) {
    const view = new SheetView(sheet);
    const header = findHeader(view);
    if (!header) continue;
    if (sheet.tooLarge) throw tooLarge(sheet.name);
    return { view, header };
  }
  return undefined;
}

function tooLarge(sheet: string): DomainError {
  return new DomainError(
    'WORKBOOK_TOO_LARGE',
    `工作表“${sheet}”超过${MAX_LEDGER_ITEMS}行任务，不像一份督办台账；请删去多余的行，或分成几个文件导入`,
    { sheet },
  );
}

/** The title: the first text above the header that is neither an annex mark (附件1) nor a line of unit and date. */
function findTitle(view: SheetView, header: LedgerHeader): GridCell | undefined {
  for (let row = 1; row < header.top; row += 1) {
    for (const cell of view.ownCells(row)) {
      const plain = squeeze(cell.text);
      if (plain !== '' && !/^附(?:件|表)[\d０-９一二三四五六七八九十]*[:：]?$/u.test(plain) && !isNote(cell.text))
        return cell;
    }
  }
  return undefined;
}

/** A stretch of items under one band or one category cell, whose count may be declared. */
interface Group {
  readonly cell: string;
  readonly name: string;
  readonly declared: number | null;
  /** Items whose category this is. */
  count: number;
  /** Items below it: for a heading beside a category column also those that name another category. */
  below: number;
}

function readRows(
  { view, header }: Found,
  problems: ProblemList,
  years: { titleYear: number | null; today: string },
): { categories: { name: string; count: number }[]; items: LedgerItem[] } {
  const rows = tableRows(view, header);
  if (rows.filter((row) => row.kind === 'item').length > MAX_LEDGER_ITEMS) throw tooLarge(view.sheet.name);
  const groups: Group[] = [];
  const items: LedgerItem[] = [];
  const titles = new Map<string, string>();
  const { today } = years;
  const context = { view, header, problems, today, readers: cellReaders(years.titleYear, today) };
  let band: Group | null = null;
  for (const row of rows) {
    if (row.kind === 'band') {
      const { cell, head } = row;
      band = { cell: cellRef(cell.row, cell.col), name: head.name, declared: head.count, count: 0, below: 0 };
      groups.push(band);
      continue;
    }
    const { fields, faulty } = readItem(context, row.row);
    const group = groupOf(view, header, row.row, band, groups);
    if (group) group.count += 1;
    if (group && group !== band) group.below += 1;
    if (band) band.below += 1;
    const broken = [
      group ? false : reportNoCategory(header, fields, problems),
      reportDuplicate(titles, fields, problems),
    ].includes(true);
    const ownCategory = placeOf(view, header, row.row, 'category');
    const category = ownCategory.text === '' ? group?.cell : ownCategory.ref;
    const cells = category ? { ...fields.cells, category } : fields.cells;
    items.push({ number: items.length + 1, category: group?.name ?? null, ...fields, cells, faulty: faulty || broken });
  }
  for (const group of groups) {
    if (group.declared === null || group.declared === group.below) continue;
    const message = `${group.cell}：“${group.name}”写的是${group.declared}项，其下实有${group.below}项，请核对`;
    problems.error('COUNT_MISMATCH', group.cell, message);
  }
  return { categories: totals(groups, header), items };
}

/** The group an item belongs to: its category cell (merged, or the same words on consecutive rows), else the band above it. */
function groupOf(
  view: SheetView,
  header: LedgerHeader,
  row: number,
  band: Group | null,
  groups: Group[],
): Group | null {
  const place = placeOf(view, header, row, 'category');
  if (place.ref === null || place.text === '') return band;
  const last = groups.at(-1);
  if (last && last.cell === place.ref) return last;
  const head = readCategory(place.text);
  const merged = view.mergeAt(row, place.cell!.col) !== undefined;
  const same =
    last !== undefined && last.count > 0 && squeeze(last.name) === squeeze(head.name) && last.declared === head.count;
  if (same && !merged) return last;
  const group: Group = { cell: place.ref, name: head.name, declared: head.count, count: 0, below: 0 };
  groups.push(group);
  return group;
}

function totals(groups: readonly Group[], header: LedgerHeader): { name: string; count: number }[] {
  const byName = new Map<string, { name: string; count: number }>();
  for (const group of groups) {
    // Beside a category column, a heading that no item hangs from is a heading, not a category.
    if (group.count === 0 && header.columns.has('category')) continue;
    const known = byName.get(squeeze(group.name));
    if (known) known.count += group.count;
    else byName.set(squeeze(group.name), { name: group.name, count: group.count });
  }
  return [...byName.values()];
}

function reportNoCategory(header: LedgerHeader, fields: ItemFields, problems: ProblemList): true {
  const at = fields.cells.title ?? null;
  const hint = header.columns.has('category')
    ? '类别一格是空的，请填写类别（同类的行可以合并单元格）'
    : '上面没有类别行，表头也没有“类别”列；请加一列“类别”，或在任务上方加一行“一、××类（3项）”';
  problems.error('NO_CATEGORY', at, `${at ?? `第${fields.row}行`}：这项任务没有类别：${hint}`);
  return true;
}

/** Titles are the same only when their texts are: 甲 乙 and 甲乙 are two. */
function reportDuplicate(titles: Map<string, string>, fields: ItemFields, problems: ProblemList): boolean {
  if (fields.title === null) return false;
  const at = fields.cells.title ?? '';
  const earlier = titles.get(fields.title);
  if (earlier === undefined) {
    titles.set(fields.title, at);
    return false;
  }
  const message =
    earlier === at
      ? `${at}：工作任务“${fields.title}”合并了几行任务，请取消合并，给每行写上自己的工作任务，或把这几行并成一项`
      : `${at}：工作任务“${fields.title}”与${earlier}重复，请改名或删去一行`;
  problems.error('DUPLICATE_TITLE', at, message);
  return true;
}

function reportHidden({ view, header }: Found, problems: ProblemList): void {
  const rows = view.sheet.hiddenRows.filter((row) => row <= view.lastRow);
  const cols = view.sheet.hiddenCols.filter(([from]) => from <= header.lastCol);
  const parts = [
    ...(view.sheet.hidden ? [`工作表“${view.sheet.name}”是隐藏的`] : []),
    ...(rows.length > 0 ? [`隐藏的行：${rows.slice(0, 20).join('、')}${rows.length > 20 ? '…' : ''}`] : []),
    ...(cols.length > 0
      ? [`隐藏的列：${cols.map(([from, to]) => columnRange(from, Math.min(to, header.lastCol))).join('、')}`]
      : []),
  ];
  if (parts.length > 0)
    problems.notice('HIDDEN_ROWS', null, `${parts.join('；')}；其中的内容照常读取，请确认是否有意隐藏`);
}

function columnRange(from: number, to: number): string {
  const letters = (col: number): string => cellRef(1, col).slice(0, -1);
  return from === to ? letters(from) : `${letters(from)}至${letters(to)}`;
}
