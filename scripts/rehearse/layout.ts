import stringWidth from 'string-width';

/** Columns a line of the account may take; a Chinese character takes two. */
export const LINE_WIDTH = 100;

/** Pads with spaces to a width in terminal columns. */
export function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const gap = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + gap : gap + text;
}

/** Cuts to a width in columns, with an ellipsis where something is missing. */
export function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  let kept = '';
  for (const character of text) {
    if (stringWidth(kept + character) > width - 1) break;
    kept += character;
  }
  return `${kept}…`;
}

/** Dates, counts, numbers and Latin words stay whole; an opening mark stays with what it opens. */
const UNBROKEN = /[《（“]?(?:(?:\d+年)?\d+月(?:\d+日[\d:]*|：)?|\d+日(?:\d+件)?|\d+[件项人]|[\w:.+#/–-]+项?|.)/gu;

/** Marks that may not begin a line. */
const CLOSING = '，。；：、）》”！？%';

/**
 * Sets a text behind a lead-in, wrapped to the line; the lines that follow hang below the text.
 * @param lead what stands before the first line; its width is the indentation of the others
 */
export function hang(lead: string, text: string): string {
  const indent = ' '.repeat(stringWidth(lead));
  const room = LINE_WIDTH - indent.length;
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of text.match(UNBROKEN) ?? []) {
    const pieceWidth = stringWidth(piece);
    if (width + pieceWidth > room && line !== '' && !CLOSING.includes(piece)) {
      lines.push(line.trimEnd());
      [line, width] = ['', 0];
      if (piece === ' ') continue;
    }
    line += piece;
    width += pieceWidth;
  }
  lines.push(line);
  return lead + lines.join(`\n${indent}`);
}

/** A column of a table: its heading and where its cells stand. */
export interface Column {
  readonly title: string;
  readonly align?: 'left' | 'right';
}

/** A table whose columns line up though characters differ in width. The last column hangs when it is long. */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], indent = '  '): string[] {
  const widths = columns.map(({ title }, index) =>
    Math.max(stringWidth(title), ...rows.map((row) => stringWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[]): string => {
    const last = columns.length - 1;
    const lead = columns.slice(0, last).map(({ align }, index) => pad(cells[index] ?? '', widths[index] ?? 0, align));
    const before = indent + lead.map((cell) => `${cell}  `).join('');
    const text = cells[last] ?? '';
    const fits = stringWidth(before) + (widths[last] ?? 0) <= LINE_WIDTH;
    if (columns[last]?.align === 'right' && fits) return before + pad(text, widths[last] ?? 0, 'right');
    return hang(before, text);
  };
  return [line(columns.map(({ title }) => title)), ...rows.map(line)];
}

/** A heading of the account, with a rule below it. */
export function heading(title: string): string[] {
  return ['', title, '='.repeat(Math.min(LINE_WIDTH, stringWidth(title)))];
}
