/** A date at the beginning of a clause. */
export interface DatePhrase {
  /** As written; null when the clause gives none. */
  readonly year: number | null;
  readonly month: number;
  readonly day: number | 'last';
  /** Characters it takes, together with the words 底 末 前 之前 以前 that follow. */
  readonly length: number;
  /** `9月前`: before the month or by its end? The last day of the month before is taken. */
  readonly ambiguous: boolean;
}

/** The clause begins like a date but is none that can be kept. */
export interface DatePhraseFault {
  readonly fault: 'unreadable' | 'range' | 'no-such-day';
}

const BEFORE = '(?:之前|以前|前)';
const END = '[底末]';
const QUARTERS = '一二三四';

/** In half-width text without white space; the year is optional wherever a word may carry one. */
const NUMERIC = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)(?:日)?/u;
const MONTH_DAY = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日/u;
const MONTH_PART = /^(?:(\d{4})年)?(\d{1,2})月份?([上中下])旬/u;
const MONTH = /^(?:(\d{4})年)?(\d{1,2})月份?/u;
const QUARTER = /^(?:(\d{4})年)?第?([一二三四1-4])季度/u;
const HALF = /^(?:(\d{4})年)?([上下])半年/u;
const YEAR = /^(?:(\d{4})年)?(?:年(?:底|末)|(?:全年|年内))/u;
const YEAR_END = /^(\d{4})年(?:底|末|内)/u;
const WITH_BEFORE = new RegExp(`^${END}?${BEFORE}`, 'u');
const WITH_END = new RegExp(`^${END}`, 'u');
const ONLY_BEFORE = new RegExp(`^${BEFORE}`, 'u');

/** What may not follow a date: it would make another date of it, a beginning, or a span. */
const SPOILS =
  /^(?:\d|[内份号日年]|左右|前后|以后|之后|以来|开始|起(?!草)|后(?!续|期|评)|中(?!期|心)|初(?![步评审核验稿选定]))/u;
const RANGE = /^(?:[-—–―~～]+|[至到](?=\d|年|第|[上下]半年|[一二三四]季度|月))/u;

/**
 * Reads the date at the beginning of a clause, for every form of the contract: a day, a month and its parts, a quarter, a half,
 * the year, each with an optional year and followed by 底 末 前 之前 以前 or by words.
 * @param text half-width, without white space
 * @returns null when the clause does not begin with a date at all
 */
export function readDatePhrase(text: string): DatePhrase | DatePhraseFault | null {
  const numeric = NUMERIC.exec(text);
  if (numeric) {
    return dated(text, numeric[0].length, numeric[1], Number(numeric[3]), Number(numeric[4]));
  }
  const day = MONTH_DAY.exec(text);
  if (day) return dated(text, day[0].length, day[1], Number(day[2]), Number(day[3]));
  const part = MONTH_PART.exec(text);
  if (part) {
    const last = part[3] === '上' ? 10 : part[3] === '中' ? 20 : 'last';
    return dated(text, part[0].length, part[1], Number(part[2]), last);
  }
  const month = MONTH.exec(text);
  if (month) return readMonth(text, month);
  const quarter = QUARTER.exec(text);
  if (quarter) {
    const number = QUARTERS.indexOf(quarter[2]!) + 1 || Number(quarter[2]);
    return period(text, quarter[0].length, quarter[1], number * 3);
  }
  const half = HALF.exec(text);
  if (half) return period(text, half[0].length, half[1], half[2] === '上' ? 6 : 12);
  const year = YEAR.exec(text) ?? YEAR_END.exec(text);
  if (!year) return null;
  // 年底前 yes, 全年前 or 年内前 no: 前 follows 底, 末 or a date.
  if (/[底末]$/u.test(year[0])) return dated(text, year[0].length, year[1], 12, 'last');
  return finish(text, year[0].length, year[1], 12, 'last', false);
}

/** 9月, 9月底, 9月末前 → its last day; 9月前 → the last day of the month before. */
function readMonth(text: string, match: RegExpExecArray): DatePhrase | DatePhraseFault {
  const rest = text.slice(match[0].length);
  const month = Number(match[2]);
  const withEnd = /^[底末](?:之前|以前|前)?/u.exec(rest);
  if (withEnd) return finish(text, match[0].length + withEnd[0].length, match[1], month, 'last', false);
  const before = /^前后/u.test(rest) ? null : ONLY_BEFORE.exec(rest);
  return finish(text, match[0].length + (before?.[0].length ?? 0), match[1], month, 'last', before !== null);
}

/** A quarter or half: 末 or 底, then perhaps 前; a bare 三季度前 could mean before it and is refused. */
function period(text: string, at: number, year: string | undefined, month: number): DatePhrase | DatePhraseFault {
  const rest = text.slice(at);
  const end = WITH_END.exec(rest)?.[0].length ?? 0;
  const before = ONLY_BEFORE.exec(rest.slice(end))?.[0].length ?? 0;
  if (end === 0 && before > 0) return { fault: 'unreadable' };
  return finish(text, at + end + before, year, month, 'last', false);
}

function dated(
  text: string,
  at: number,
  year: string | undefined,
  month: number,
  day: number | 'last',
): DatePhrase | DatePhraseFault {
  const rest = text.slice(at);
  const before = /^前后/u.test(rest) ? 0 : (WITH_BEFORE.exec(rest)?.[0].length ?? 0);
  return finish(text, at + before, year, month, day, false);
}

function finish(
  text: string,
  length: number,
  year: string | undefined,
  month: number,
  day: number | 'last',
  ambiguous: boolean,
): DatePhrase | DatePhraseFault {
  const rest = text.slice(length);
  if (RANGE.test(rest)) return { fault: 'range' };
  if (SPOILS.test(rest)) return { fault: 'unreadable' };
  if (month < 1 || month > 12) return { fault: 'no-such-day' };
  return { year: year === undefined ? null : Number(year), month, day, length, ambiguous };
}
