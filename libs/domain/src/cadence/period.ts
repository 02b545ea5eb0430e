import { type Day, dayOfMonth, daysInMonth, monthOf, yearOf } from '../calendar/index.js';
import { assertNever } from '../error.js';

/** How often a cadence comes round; `windows` are named spans of the year, such as the visits of contact points. */
export type Every = 'month' | 'quarter' | 'half' | 'year' | 'windows';

/** A named span of every year, `MM-DD` to `MM-DD`; `to` before `from` runs into the next year. */
export interface Window {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A period 周期: its key and its span, first and last day inclusive. */
export interface Period {
  readonly key: string;
  readonly first: Day;
  readonly last: Day;
}

/** What a cadence's periods depend on. */
export interface PeriodScheme {
  readonly every: Every;
  readonly windows?: readonly Window[];
}

const MONTHS_OF: Record<Exclude<Every, 'windows'>, number> = { month: 1, quarter: 3, half: 6, year: 12 };

/** The periods keyed by a year, in the order in which they begin (windows: in the order they are listed). */
export function periodsOfYear(scheme: PeriodScheme, year: number): Period[] {
  if (scheme.every === 'windows') return (scheme.windows ?? []).map((window) => windowPeriod(window, year));
  const months = MONTHS_OF[scheme.every];
  return Array.from({ length: 12 / months }, (_, index) => {
    const firstMonth = index * months + 1;
    return {
      key: periodKey(scheme.every, year, index + 1),
      first: dayOfMonth(year, firstMonth, 1),
      last: dayOfMonth(year, firstMonth + months - 1, 31),
    };
  });
}

/** The period with that key, or undefined when the scheme has none such. */
export function periodByKey(scheme: PeriodScheme, key: string): Period | undefined {
  const year = Number(/^(\d{4})(?:\D|$)/.exec(key)?.[1]);
  return year ? periodsOfYear(scheme, year).find((period) => period.key === key) : undefined;
}

/** How many calendar months a period touches: the range of a day rule's `month`. */
export function monthsTouched(period: Period): number {
  return (yearOf(period.last) - yearOf(period.first)) * 12 + monthOf(period.last) - monthOf(period.first) + 1;
}

function periodKey(every: Exclude<Every, 'windows'> | Every, year: number, ordinal: number): string {
  switch (every) {
    case 'month':
      return `${year}-${String(ordinal).padStart(2, '0')}`;
    case 'quarter':
      return `${year}-Q${ordinal}`;
    case 'half':
      return `${year}-H${ordinal}`;
    case 'year':
      return String(year);
    case 'windows':
      throw new RangeError('windows are keyed by name');
    default:
      return assertNever(every);
  }
}

function windowPeriod(window: Window, year: number): Period {
  const lastYear = window.to < window.from ? year + 1 : year;
  return { key: `${year}/${window.name}`, first: monthDay(year, window.from), last: monthDay(lastYear, window.to) };
}

/** 02-29 of a year without one means its 28th, as a day beyond a month's end does elsewhere. */
function monthDay(year: number, text: string): Day {
  return dayOfMonth(year, Number(text.slice(0, 2)), Number(text.slice(3)));
}

/** Whether the text is a month and day of some year, `MM-DD`. */
export function isMonthDay(text: unknown): text is string {
  if (typeof text !== 'string' || !/^\d{2}-\d{2}$/.test(text)) return false;
  const [month, day] = [Number(text.slice(0, 2)), Number(text.slice(3))];
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(2024, month);
}
