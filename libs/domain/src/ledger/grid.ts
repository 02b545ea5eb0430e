/** One cell with something in it. Rows and columns count from 1. */
export interface GridCell {
  readonly row: number;
  readonly col: number;
  /** The text as Excel shows it, untrimmed. */
  readonly text: string;
  /** Only for a date cell: its day, and whether its number format shows the day or only year and month. */
  readonly date?: { readonly day: string; readonly precision: 'day' | 'month' };
}

/** A merged range, both ends included. */
export interface GridMerge {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

export interface GridSheet {
  readonly name: string;
  readonly cells: readonly GridCell[];
  readonly merges: readonly GridMerge[];
  readonly hiddenRows: readonly number[];
  /** Ranges of hidden columns, both ends included (Excel hides sixteen thousand at a stroke). */
  readonly hiddenCols: readonly (readonly [from: number, to: number])[];
  /** The whole sheet is hidden. */
  readonly hidden?: boolean;
  /** The sheet has more than the reader takes; the rest was not kept, so it must not be read as a ledger. */
  readonly tooLarge?: boolean;
}

/** A workbook as plain data, in the order of its sheets. */
export type Grid = readonly GridSheet[];

/** `A1`, `AB12` … */
export function cellRef(row: number, col: number): string {
  let letters = '';
  for (let n = col; n > 0; n = Math.floor((n - 1) / 26)) letters = String.fromCharCode(65 + ((n - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** A sheet that can be asked: what stands in a cell, and which cell holds the value of a merged range. */
export class SheetView {
  readonly #rows = new Map<number, Map<number, GridCell>>();
  readonly #mergesByCol = new Map<number, GridMerge[]>();
  readonly lastRow: number;
  readonly lastCol: number;

  constructor(readonly sheet: GridSheet) {
    let lastRow = 0;
    let lastCol = 0;
    for (const cell of sheet.cells) {
      const row = this.#rows.get(cell.row) ?? new Map<number, GridCell>();
      row.set(cell.col, cell);
      this.#rows.set(cell.row, row);
      lastRow = Math.max(lastRow, cell.row);
      lastCol = Math.max(lastCol, cell.col);
    }
    this.lastRow = lastRow;
    this.lastCol = lastCol;
    for (const merge of sheet.merges) {
      for (let col = merge.left; col <= Math.min(merge.right, lastCol); col += 1) {
        const list = this.#mergesByCol.get(col);
        if (list) list.push(merge);
        else this.#mergesByCol.set(col, [merge]);
      }
    }
    for (const list of this.#mergesByCol.values()) list.sort((a, b) => a.top - b.top);
  }

  /** The cells of a row that hold text themselves, from left to right (merged values of other rows are not among them). */
  ownCells(row: number): GridCell[] {
    return [...(this.#rows.get(row)?.values() ?? [])].sort((a, b) => a.col - b.col);
  }

  /** The merged range over a cell, if any. Ranges never overlap, so in one column they are ordered: binary search. */
  mergeAt(row: number, col: number): GridMerge | undefined {
    const list = this.#mergesByCol.get(col);
    if (!list) return undefined;
    let low = 0;
    let high = list.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const merge = list[middle]!;
      if (merge.bottom < row) low = middle + 1;
      else if (merge.top > row) high = middle - 1;
      else return merge;
    }
    return undefined;
  }

  /** Where the value of a cell stands: its own place, or the top left of its merged range. */
  anchor(row: number, col: number): { row: number; col: number } {
    const merge = this.mergeAt(row, col);
    return merge ? { row: merge.top, col: merge.left } : { row, col };
  }

  /** The cell that holds the value shown at this place; undefined when that is empty. */
  cellAt(row: number, col: number): GridCell | undefined {
    const at = this.anchor(row, col);
    return this.#rows.get(at.row)?.get(at.col);
  }
}
