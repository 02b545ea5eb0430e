import { format, getFormatDateInfo } from 'numfmt';

/** How a number is shown: the format's pattern, and whether it shows dates, to the day or to the month, or only times. */
export interface NumberFormat {
  readonly pattern: string;
  readonly date: 'day' | 'month' | 'time' | null;
}

/**
 * The built-in formats as a Chinese Excel shows them (ECMA-376 part 1, 18.8.30: the common ones, and zh-CN for 27–36 and 50–58,
 * which files name by number only).
 */
const BUILT_IN: Readonly<Record<number, string>> = {
  0: 'General',
  1: '0',
  2: '0.00',
  3: '#,##0',
  4: '#,##0.00',
  9: '0%',
  10: '0.00%',
  11: '0.00E+00',
  12: '# ?/?',
  13: '# ??/??',
  14: 'yyyy/m/d',
  15: 'd-mmm-yy',
  16: 'd-mmm',
  17: 'mmm-yy',
  18: 'h:mm AM/PM',
  19: 'h:mm:ss AM/PM',
  20: 'h:mm',
  21: 'h:mm:ss',
  22: 'yyyy/m/d h:mm',
  27: 'yyyy"年"m"月"',
  28: 'm"月"d"日"',
  29: 'm"月"d"日"',
  30: 'm-d-yy',
  31: 'yyyy"年"m"月"d"日"',
  32: 'h"时"mm"分"',
  33: 'h"时"mm"分"ss"秒"',
  34: 'AM/PMh"时"mm"分"',
  35: 'AM/PMh"时"mm"分"ss"秒"',
  36: 'yyyy"年"m"月"',
  37: '#,##0;-#,##0',
  38: '#,##0;-#,##0',
  39: '#,##0.00;-#,##0.00',
  40: '#,##0.00;-#,##0.00',
  45: 'mm:ss',
  46: '[h]:mm:ss',
  47: 'mm:ss.0',
  48: '##0.0E+0',
  49: '@',
  50: 'yyyy"年"m"月"',
  51: 'm"月"d"日"',
  52: 'yyyy"年"m"月"',
  53: 'm"月"d"日"',
  54: 'm"月"d"日"',
  55: 'AM/PMh"时"mm"分"',
  56: 'AM/PMh"时"mm"分"ss"秒"',
  57: 'yyyy"年"m"月"',
  58: 'm"月"d"日"',
};

/**
 * Excel's marks of language and colour at the head of a format, in the language of the Excel that wrote them (`[ENG]` `[TWN]`
 * `[蓝色]`). They do not change what is shown; locales (`[$-804]`), conditions, numerals and elapsed times (`[h]`) are kept.
 */
const LANGUAGE_OR_COLOUR = /"[^"]*"|\\.|\[(?![$<>=]|DBNum\d|h+\]|m+\]|s+\])[^\]"]*\]/giu;

const withoutMarks = (pattern: string): string =>
  pattern.replace(LANGUAGE_OR_COLOUR, (found) => (found.startsWith('[') ? '' : found));

export const GENERAL: NumberFormat = { pattern: 'General', date: null };

/** The format of an id: the file's own pattern where it declares one, else the built-in one. */
export function numberFormat(id: number, declared: ReadonlyMap<number, string>): NumberFormat {
  const pattern = withoutMarks(declared.get(id) ?? BUILT_IN[id] ?? 'General').replaceAll('上午/下午', 'AM/PM');
  if (pattern === 'General' || pattern === '@') return { pattern, date: null };
  try {
    const { year, month, day, hours, minutes, seconds } = getFormatDateInfo(pattern);
    // In mm:ss the m are minutes, though no hour stands before them.
    const showsMonth = month && (year || !seconds);
    const showsTime = hours || minutes || seconds;
    return { pattern, date: day ? 'day' : showsMonth ? 'month' : showsTime ? 'time' : null };
  } catch {
    return GENERAL;
  }
}

/** A number as Excel shows it; whole numbers in a general cell keep all their digits (telephone numbers). */
export function showNumber(value: number, { pattern }: NumberFormat): string {
  if ((pattern === 'General' || pattern === '@') && Number.isSafeInteger(value)) return String(value);
  try {
    return format(pattern, value, { locale: 'zh-CN' }).trim();
  } catch {
    return String(value);
  }
}

const DAY_MS = 86_400_000;
/** 9999-12-31, the last day Excel knows. */
const LAST_SERIAL = 2_958_465;
const DAYS_1900_TO_1904 = 1_462;

/** A date serial as a day string; the time of day is dropped. Null outside of what Excel can show. */
export function serialDay(serial: number, date1904: boolean): string | null {
  const days = Math.floor(serial) + (date1904 ? DAYS_1900_TO_1904 : 0);
  if (days < 1 || days > LAST_SERIAL) return null;
  // Excel counts a 29 February 1900 that never was; serials before it are one day off the later count.
  const epoch = days < 60 ? Date.UTC(1899, 11, 31) : Date.UTC(1899, 11, 30);
  return new Date(epoch + days * DAY_MS).toISOString().slice(0, 10);
}
