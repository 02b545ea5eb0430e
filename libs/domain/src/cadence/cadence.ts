import {
  arithmeticInWords,
  type Day,
  dayInChinese,
  dayOfInstant,
  dayOfMonth,
  type Instant,
  instantAt,
  monthOf,
  newTrace,
  type TimeOfDay,
  type Trace,
  timeText,
  type WorkCalendar,
  yearOf,
} from '../calendar/index.js';
import { type Every, type Period, type PeriodScheme, periodsOfYear, type Window } from './period.js';

export type Roll = 'forward' | 'back' | 'none';

/** Which day of a period: exactly one of the five forms, then the roll and the time of day. */
export type DayRule = { readonly roll?: Roll; readonly at: TimeOfDay } & (
  | { readonly day: number; readonly month?: number }
  | { readonly workday: number }
  | { readonly workdayAfter: number }
  | { readonly firstDay: true }
  | { readonly lastDay: true }
);

/** Up is a report (月报告), down is a bulletin or an inspection (月通报、季督查): different flows, same clock. */
export type Direction = 'up' | 'down';

/** A cadence 频次: who owes what how often is data, never code. */
export interface Cadence extends PeriodScheme {
  readonly key: string;
  readonly name: string;
  readonly every: Every;
  readonly windows?: readonly Window[];
  readonly direction: Direction;
  /** Who has to do it: the responsible units unless the office does, as with a bulletin 通报 of its own. */
  readonly owedBy?: 'unit' | 'office';
  readonly profile: string;
  readonly opens: DayRule;
  readonly due: DayRule;
  /** Key of the policy that follows it up; the first policy when absent. */
  readonly policy?: string;
}

/** One period of one cadence, worked out: when it opens, when it is due, and why. */
export interface Slot {
  readonly period: Period;
  readonly opensAt: Instant;
  readonly dueAt: Instant;
  /** True when the opening or the due day asked about a day beyond the published holiday year. */
  readonly provisional: boolean;
  readonly arithmetic: string;
}

/** Keys that the engine gives to its own obligations; a cadence may not take them. */
export const COMPLETION = 'completion';
export const RECTIFICATION = 'rectification';
export const COMPLETION_PERIOD = '-';
export const DUE_TIME: TimeOfDay = '17:30';

/** `2026年9月30日`, with its time where that is not the usual one: `2026年9月30日02:19`. */
export function dueInChinese(dueAt: Instant): string {
  const time = timeText(dueAt);
  return `${dayInChinese(dayOfInstant(dueAt))}${time === DUE_TIME ? '' : time}`;
}

/** How many years after its period a slot may still open (`workdayAfter`). */
export const LONGEST_LAG_YEARS = 12;

/**
 * The day a rule means for a period, and the instant on it.
 * @throws RangeError when the rule counts workdays of a period that has none.
 */
export function resolveDayRule(rule: DayRule, period: Period, calendar: WorkCalendar, trace?: Trace): Instant {
  const day = dayOfRule(rule, period, calendar, trace);
  const roll = rule.roll ?? 'none';
  return instantAt(roll === 'none' ? day : calendar.roll(day, roll, trace), rule.at);
}

function dayOfRule(rule: DayRule, period: Period, calendar: WorkCalendar, trace?: Trace): Day {
  if ('day' in rule) {
    const from = rule.month === undefined ? period.last : period.first;
    return dayOfMonth(yearOf(from), monthOf(from) + (rule.month ?? 1) - 1, rule.day);
  }
  if ('workday' in rule) return nthWorkday(rule.workday, period, calendar, trace);
  if ('workdayAfter' in rule) return calendar.workday(period.last, rule.workdayAfter, trace);
  return 'firstDay' in rule ? period.first : period.last;
}

/** The n-th workday of the period, from its end when negative; with fewer, the last one reached. */
function nthWorkday(n: number, period: Period, calendar: WorkCalendar, trace?: Trace): Day {
  let found: Day | undefined;
  let left = Math.abs(n);
  for (const day of calendar.workdaysOf(period.first, period.last, n > 0 ? 1 : -1, trace)) {
    found = day;
    if (--left === 0) break;
  }
  if (found === undefined) throw new RangeError(`period ${period.key} has no workday`);
  return found;
}

/** Works out one period of a cadence. */
export function slotOf(cadence: Cadence, period: Period, calendar: WorkCalendar): Slot {
  const opening = newTrace();
  const due = newTrace();
  const opensAt = resolveDayRule(cadence.opens, period, calendar, opening);
  const dueAt = resolveDayRule(cadence.due, period, calendar, due);
  const words = arithmeticInWords(due, calendar);
  return {
    period,
    opensAt,
    dueAt,
    provisional: opening.provisional || due.provisional,
    arithmetic: `时限${dayOfInstant(dueAt)}${words ? `（${words}）` : ''}`,
  };
}

/** The slots of a cadence that open in [from, to], by opening instant. */
export function slotsOpening(cadence: Cadence, calendar: WorkCalendar, from: Instant, to: Instant): Slot[] {
  const found: Slot[] = [];
  for (const slot of slotsAround(cadence, calendar, from, yearOf(dayOfInstant(to)) + 1)) {
    if (slot.opensAt >= from && slot.opensAt <= to) found.push(slot);
  }
  return found.sort((a, b) => a.opensAt - b.opensAt);
}

/** The first instant after `after` at which a cadence opens a period; undefined when it never does again. */
export function nextOpening(cadence: Cadence, calendar: WorkCalendar, after: Instant): Instant | undefined {
  let next: Instant | undefined;
  for (const slot of slotsAround(cadence, calendar, after + 1, yearOf(dayOfInstant(after)) + 2)) {
    if (slot.opensAt > after && (next === undefined || slot.opensAt < next)) next = slot.opensAt;
  }
  return next;
}

/**
 * Every slot that could open at or after `from`, of periods keyed up to `lastYear`. A period opens at most a holiday
 * before it begins, but may open long after it has ended (`workdayAfter`): so the search goes back until a whole
 * year opens too early.
 */
function* slotsAround(cadence: Cadence, calendar: WorkCalendar, from: Instant, lastYear: number): Generator<Slot> {
  for (let year = lastYear, oldest = yearOf(dayOfInstant(from)) - LONGEST_LAG_YEARS; year >= oldest; year--) {
    const slots = slotsOfYear(cadence, calendar, year);
    yield* slots;
    if (slots.length > 0 && slots.every((slot) => slot.opensAt < from)) return;
  }
}

function slotsOfYear(cadence: Cadence, calendar: WorkCalendar, year: number): Slot[] {
  const slots: Slot[] = [];
  for (const period of periodsOfYear(cadence, year)) {
    try {
      slots.push(slotOf(cadence, period, calendar));
    } catch (error) {
      // A period without any workday has no such day; cadence validation has refused those that matter.
      if (!(error instanceof RangeError)) throw error;
    }
  }
  return slots;
}
