import { DomainError, type GridCell, type GridMerge, type GridSheet } from '@duban/domain';
import { GENERAL, serialDay, showNumber } from './number-format.js';
import { StringItem, unescapeText } from './text.js';
import { isTrue, type Workbook } from './workbook.js';
import { type Attributes, type XmlHandlers } from './xml.js';

/** What one sheet may hold before it is marked too large to be a ledger. Blank cells cost nothing. */
export const SHEET_LIMITS = { rows: 30_000, cells: 1_000_000, characters: 50_000_000, merges: 200_000 } as const;
/** Excel's own limit is 32,767 characters in a cell. */
const CELL_CHARACTERS = 40_000;
const MAX_ROW = 1_048_576;
const MAX_COL = 16_384;

interface OpenCell {
  readonly row: number;
  readonly col: number;
  readonly type: string;
  readonly style: number;
  value: string;
}

/** Collects a worksheet part's cells, merges and hidden rows and columns from its XML events. */
export class SheetCollector implements XmlHandlers {
  readonly #cells: GridCell[] = [];
  readonly #merges: GridMerge[] = [];
  readonly #hiddenRows: number[] = [];
  readonly #hiddenCols: [number, number][] = [];
  readonly #inline = new StringItem();
  #row = 0;
  #col = 0;
  #cell: OpenCell | null = null;
  #reading: 'value' | 'inline' | null = null;
  #filledRows = 0;
  #lastFilled = 0;
  #characters = 0;
  #tooLarge = false;

  constructor(
    readonly name: string,
    readonly hidden: boolean,
    readonly workbook: Workbook,
  ) {}

  open(name: string, attributes: Attributes): void {
    if (this.#reading === 'inline') this.#inline.open(name);
    else if (name === 'row') this.#openRow(attributes);
    else if (name === 'c') this.#openCell(attributes);
    else if (name === 'v' && this.#cell) this.#reading = 'value';
    else if (name === 'is' && this.#cell) this.#reading = 'inline';
    else if (name === 'mergeCell') this.#merge(attributes.ref ?? '');
    else if (name === 'col' && (isTrue(attributes.hidden) || Number(attributes.width) === 0)) {
      this.#hiddenCols.push([Number(attributes.min), Number(attributes.max)]);
    }
  }

  close(name: string): void {
    if (this.#reading === 'inline' && name !== 'is') this.#inline.close(name);
    else if (name === 'v' || name === 'is') this.#closeValue(name);
    else if (name === 'c' && this.#cell) {
      this.#keep(this.#cell);
      this.#cell = null;
    }
  }

  text(value: string): void {
    if (this.#reading === 'inline') this.#inline.text(value);
    else if (this.#reading === 'value' && this.#cell) this.#cell.value += value;
  }

  done(): boolean {
    return this.#tooLarge;
  }

  sheet(): GridSheet {
    return {
      name: this.name,
      cells: this.#cells,
      merges: this.#merges,
      hiddenRows: this.#hiddenRows,
      hiddenCols: this.#hiddenCols,
      hidden: this.hidden,
      tooLarge: this.#tooLarge,
    };
  }

  /** Rows and cells may leave their place out: then they follow the one before. */
  #openRow({ r, hidden, ht }: Attributes): void {
    const row = r === undefined ? this.#row + 1 : Number(r);
    this.#row = Number.isInteger(row) && row > 0 && row <= MAX_ROW ? row : this.#row + 1;
    this.#col = 0;
    if (isTrue(hidden) || Number(ht) === 0) this.#hiddenRows.push(this.#row);
  }

  #openCell({ r, t, s }: Attributes): void {
    const place = r === undefined ? null : parseRef(r);
    this.#col = place?.col ?? this.#col + 1;
    this.#cell = { row: place?.row ?? this.#row, col: this.#col, type: t ?? 'n', style: Number(s ?? '0'), value: '' };
    this.#reading = null;
  }

  #closeValue(name: string): void {
    if (name === 'is' && this.#cell) this.#cell.value = this.#inline.take();
    this.#reading = null;
  }

  #keep(open: OpenCell): void {
    const shown = this.#show(open);
    if (shown === null || shown.text.trim() === '') return;
    if (shown.text.length > CELL_CHARACTERS) {
      throw new DomainError(
        'WORKBOOK_TOO_LARGE',
        `工作表“${this.name}”第${open.row}行有一格超过${CELL_CHARACTERS}字，请检查文件`,
      );
    }
    if (open.row !== this.#lastFilled) this.#filledRows += 1;
    this.#lastFilled = open.row;
    this.#characters += shown.text.length;
    this.#cells.push({ row: open.row, col: open.col, ...shown });
    this.#tooLarge ||=
      this.#filledRows > SHEET_LIMITS.rows ||
      this.#cells.length > SHEET_LIMITS.cells ||
      this.#characters > SHEET_LIMITS.characters;
  }

  /** The cell as Excel shows it; null when there is nothing (a formula without a cached value too). */
  #show({ type, value, style }: OpenCell): Pick<GridCell, 'text' | 'date'> | null {
    switch (type) {
      case 's':
        return { text: this.workbook.strings[Number(value)] ?? '' };
      case 'inlineStr':
        return { text: value };
      case 'str':
        return { text: unescapeText(value) };
      case 'b':
        return { text: isTrue(value.trim()) ? 'TRUE' : 'FALSE' };
      case 'e':
        return { text: value };
      case 'd':
        return this.#isoDate(value.trim(), style);
      default:
        return value.trim() === '' ? null : this.#number(Number(value), value, style);
    }
  }

  #number(value: number, written: string, style: number): Pick<GridCell, 'text' | 'date'> {
    const format = this.workbook.formats[style] ?? GENERAL;
    if (!Number.isFinite(value)) return { text: written };
    // A serial under 1 shown as a time is a time; from 1 on it has a day, though only its time is shown.
    if (format.date === null || (format.date === 'time' && value < 1)) return { text: showNumber(value, format) };
    const day = serialDay(value, this.workbook.date1904);
    if (day === null) return { text: '#######' };
    const serial = this.workbook.date1904 ? value + 1_462 : value;
    return { text: showNumber(serial, format), date: { day, precision: format.date === 'month' ? 'month' : 'day' } };
  }

  #isoDate(value: string, style: number): Pick<GridCell, 'text' | 'date'> {
    const day = /^\d{4}-\d{2}-\d{2}(?=$|T)/u.exec(value)?.[0];
    if (day === undefined) return { text: value };
    const precision = this.workbook.formats[style]?.date === 'month' ? 'month' : 'day';
    return { text: day, date: { day, precision } };
  }

  #merge(ref: string): void {
    const [from, to] = ref.split(':').map(parseRef);
    if (!from || !to) return;
    if (this.#merges.length >= SHEET_LIMITS.merges) {
      this.#tooLarge = true;
      return;
    }
    this.#merges.push({
      top: Math.min(from.row, to.row),
      left: Math.min(from.col, to.col),
      bottom: Math.max(from.row, to.row),
      right: Math.max(from.col, to.col),
    });
  }
}

function parseRef(ref: string): { row: number; col: number } | null {
  const match = /^\$?([A-Z]{1,3})\$?([1-9]\d{0,6})$/u.exec(ref.toUpperCase());
  if (!match) return null;
  let col = 0;
  for (const letter of match[1]!) col = col * 26 + letter.charCodeAt(0) - 64;
  const row = Number(match[2]);
  return row <= MAX_ROW && col <= MAX_COL ? { row, col } : null;
}
