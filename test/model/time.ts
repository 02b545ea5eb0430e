/** Shanghai days and instants. The zone is +08:00 all year, so plain arithmetic is enough. */
import type { Day, Instant } from './types.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const ZONE = 8 * HOUR;

/** `day` at clock time `at` ('HH:MM' or 'HH:MM:SS'). */
export function instant(day: Day, at: string): Instant {
  return Date.parse(`${day}T${at}+08:00`);
}

/** The Shanghai day an instant lies in. */
export function dayOf(t: Instant): Day {
  return new Date(t + ZONE).toISOString().slice(0, 10);
}

/** Milliseconds since that day's midnight: "the time of day stays". */
export function timeOfDay(t: Instant): number {
  return t - instant(dayOf(t), '00:00');
}

export function atTimeOfDay(day: Day, milliseconds: number): Instant {
  return instant(day, '00:00') + milliseconds;
}

export function addDays(day: Day, n: number): Day {
  return new Date(Date.parse(`${day}T00:00:00Z`) + n * DAY).toISOString().slice(0, 10);
}

export function addHours(t: Instant, n: number): Instant {
  return t + n * HOUR;
}

/** 0 Sunday … 6 Saturday. */
export function weekday(day: Day): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay();
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

export function print(t: Instant): string {
  return `${new Date(t + ZONE).toISOString().slice(0, 19)}+08:00`;
}

/** An input instant; one without an offset is Shanghai time. */
export function readInstant(text: string): Instant {
  const hasOffset = /(Z|[+-]\d\d:\d\d)$/.test(text);
  return Date.parse(hasOffset ? text : `${text}+08:00`);
}

/** The first day of the month `offset` months after January of `year`. */
export function monthStart(year: number, month: number): Day {
  return new Date(Date.UTC(year, month - 1, 1)).toISOString().slice(0, 10);
}

export function monthEnd(year: number, month: number): Day {
  return addDays(monthStart(year, month + 1), -1);
}

/** Day `d` of a month given by any of its days; past the month's end it is the last day. */
export function dayOfMonth(anyDay: Day, monthsLater: number, d: number): Day {
  const month = Number(anyDay.slice(5, 7)) + monthsLater;
  const wanted = addDays(monthStart(yearOf(anyDay), month), d - 1);
  const last = monthEnd(yearOf(anyDay), month);
  if (wanted > last) return last;
  return wanted;
}

/** Text order by code point (not by UTF-16 unit). */
export function byCodePoint(a: string, b: string): number {
  const x = [...a].map((c) => c.codePointAt(0)!);
  const y = [...b].map((c) => c.codePointAt(0)!);
  for (let i = 0; i < Math.min(x.length, y.length); i++) {
    if (x[i] !== y[i]) return x[i]! - y[i]!;
  }
  return x.length - y.length;
}
