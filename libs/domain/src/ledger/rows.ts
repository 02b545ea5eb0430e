import { type CategoryHead, isNote, readCategory } from './category.js';
import { type GridCell, type SheetView } from './grid.js';
import { isHeaderRow, type LedgerField, type LedgerHeader } from './header.js';
import { parseCount, squeeze } from './text.js';

/** A row under the header, by what it is. */
export type TableRow =
  | { readonly kind: 'item'; readonly row: number }
  | { readonly kind: 'band'; readonly cell: GridCell; readonly head: CategoryHead; readonly afterNote: boolean };

/** What only an item has: its own text in one of these columns makes a row an item. */
const ITEM_FIELDS: readonly LedgerField[] = [
  'title',
  'objective',
  'measures',
  'leadLeader',
  'responsibleUnit',
  'supportingUnits',
  'deputyLeader',
  'deadline',
];

/**
 * Sorts the rows under the header into items and bands; blank rows, notes, sums and repeated headers are left out.
 * A band that no item follows is kept only if it looks like one (an ordinal or a count), else it was a remark.
 */
export function tableRows(view: SheetView, header: LedgerHeader): TableRow[] {
  const rows: TableRow[] = [];
  let afterNote = false;
  for (let row = header.bottom + 1; row <= view.lastRow; row += 1) {
    const own = view.ownCells(row).filter((cell) => squeeze(cell.text) !== '');
    const first = own[0];
    if (!first) continue;
    const band = bandCell(view, header, own);
    if (isNote(first.text) && (band !== undefined || !hasItemText(header, own) || !looksWhole(header, own))) {
      afterNote = true;
    } else if (band) {
      rows.push({ kind: 'band', cell: band, head: readCategory(band.text), afterNote });
    } else if (hasItemText(header, own) && !isHeaderRow(view, row)) {
      rows.push({ kind: 'item', row });
    }
  }
  return rows.filter((row, index) => {
    if (row.kind === 'item' || rows[index + 1]?.kind === 'item') return true;
    return !row.afterNote && (row.head.ordinal || row.head.count !== null);
  });
}

function hasItemText(header: LedgerHeader, own: readonly GridCell[]): boolean {
  return own.some((cell) => fieldAt(header, cell.col).some((field) => ITEM_FIELDS.includes(field)));
}

/** A row with most of an item's fields is an item, even when its first cell begins with 备注：. */
function looksWhole(header: LedgerHeader, own: readonly GridCell[]): boolean {
  const found = new Set(
    own.flatMap((cell) => fieldAt(header, cell.col)).filter((field) => ITEM_FIELDS.includes(field)),
  );
  return found.size >= 5;
}

function fieldAt(header: LedgerHeader, col: number): LedgerField[] {
  return [...header.columns].filter(([, cols]) => cols.includes(col)).map(([field]) => field);
}

/**
 * The text of a band row: one text over the width of the table (merged, or alone in the row without being an item's title); an
 * ordinal in a number column before it does not matter.
 */
function bandCell(view: SheetView, header: LedgerHeader, own: readonly GridCell[]): GridCell | undefined {
  const numberCols = header.columns.get('number') ?? [];
  const start = own[0];
  const inNumber = own.length > 1 && start && numberCols.includes(start.col) && !isWide(view, header, start);
  const texts = inNumber ? own.slice(1) : own;
  const cell = texts[0];
  if (!cell) return undefined;
  const beside = texts.slice(1);
  if (isWide(view, header, cell)) return hasItemText(header, beside) ? undefined : cell;
  if (beside.length > 0 || inNumber) return undefined;
  const fields = fieldAt(header, cell.col);
  if (fields.includes('number') || cell.col < header.firstCol) return parseCount(cell.text) === null ? cell : undefined;
  if (fields.includes('category')) return view.mergeAt(cell.row, cell.col) ? undefined : cell;
  const { ordinal, count } = readCategory(cell.text);
  return fields.includes('title') && !header.columns.has('category') && ordinal && count !== null ? cell : undefined;
}

/** Merged over half the table, or over three columns that only an item fills. */
function isWide(view: SheetView, header: LedgerHeader, cell: GridCell): boolean {
  const merge = view.mergeAt(cell.row, cell.col);
  if (!merge || merge.right === merge.left) return false;
  const itemCols = ITEM_FIELDS.flatMap((field) => header.columns.get(field) ?? []);
  const coveredItemCols = itemCols.filter((col) => col >= merge.left && col <= merge.right).length;
  const width = header.lastCol - header.firstCol + 1;
  return (merge.right - merge.left + 1) * 2 >= width || coveredItemCols >= 3;
}
