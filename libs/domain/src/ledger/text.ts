/** White space, and the invisible characters that Excel and WPS leave at the edges of cells and that `trim` does not know. */
const BLANK = /[\s\u200b-\u200d\u2060\ufeff]/u;
const BLANKS = /[\s\u200b-\u200d\u2060\ufeff]+/gu;

const BREAK = /[\r\u2028\u2029\u0085\v]/u;
const BREAKS = /\r\n?|[\u2028\u2029\u0085\v]/gu;

/** Most characters of a ledger are Chinese ones, which need no regular expression. */
function isBlank(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return !(code > 0x3000 && code < 0xfeff) && !(code > 0x20 && code < 0x7f) && BLANK.test(text.charAt(at));
}

/** Trims white space (ideographic, zero-width too) and makes every line break `\n`; the rest stays as it is. */
export function cleanText(text: string): string {
  const lines = BREAK.test(text) ? text.replace(BREAKS, '\n') : text;
  // By hand: a trimming regular expression takes quadratic time on a cell stuffed with blanks.
  let from = 0;
  let to = lines.length;
  while (from < to && isBlank(lines, from)) from += 1;
  while (to > from && isBlank(lines, to - 1)) to -= 1;
  return from === 0 && to === lines.length ? lines : lines.slice(from, to);
}

/** The text without any white space or line break: how header words, titles and names are compared. */
export function squeeze(text: string): string {
  return text.replace(BLANKS, '');
}

/** Full-width ASCII (digits, punctuation, letters) to half-width, one character for one, so positions stay the same. */
export function halfWidth(text: string): string {
  if (!/[\uff01-\uff5e\u3000]/u.test(text)) return text;
  return text
    .replace(/[\uff01-\uff5e]/gu, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');
}

/** True for what offices write into a cell that has nothing to say: 无, /, — and their kin. */
export function isNothing(text: string): boolean {
  return text.length < 60 && /^(?:无|[/\\—–―─-]+)$/u.test(squeeze(halfWidth(text)));
}

const HAN_DIGITS = '零一二三四五六七八九';

/**
 * A whole number written with digits (half or full width) or with Chinese numerals up to 999 (十五, 二十, 一百零八).
 * @returns the number, or null when the text is no number
 */
export function parseCount(text: string): number | null {
  const plain = squeeze(halfWidth(text)).replaceAll('〇', '零').replaceAll('两', '二');
  if (/^\d{1,6}$/u.test(plain)) return Number(plain);
  if (!/^[零一二三四五六七八九十百]{1,7}$/u.test(plain)) return null;
  let total = 0;
  let digit: number | null = null;
  for (const c of plain) {
    if (c === '百') total += (digit ?? 1) * 100;
    else if (c === '十') total += (digit ?? 1) * 10;
    if (c === '百' || c === '十') digit = null;
    else digit = HAN_DIGITS.indexOf(c);
  }
  return total + (digit ?? 0);
}

/** How a count may be written, as the source of a regular expression (half-width text). */
export const COUNT = '(?:\\d{1,6}|[零〇一二两三四五六七八九十百]{1,7})';

const OPENING = '（(【[〔';
const CLOSING = '）)】]〕';

/**
 * Splits at the given separators, but never inside brackets (`各乡镇（街道、园区）党委` stays whole).
 * @param isSeparator says whether one character separates
 */
export function splitOutsideBrackets(text: string, isSeparator: (char: string) => boolean): string[] {
  const parts: string[] = [];
  let depth = 0;
  let part = '';
  for (const char of text) {
    if (OPENING.includes(char)) depth += 1;
    else if (CLOSING.includes(char)) depth = Math.max(0, depth - 1);
    if (depth === 0 && isSeparator(char)) {
      parts.push(part);
      part = '';
    } else part += char;
  }
  parts.push(part);
  return parts;
}

/** True where a bracket of any width opens. */
export const isOpening = (char: string): boolean => OPENING.includes(char);
/** True where a bracket of any width closes. */
export const isClosing = (char: string): boolean => CLOSING.includes(char);
