import { type Day, dayFromNumber, dayNumber, isDay } from './day.js';

/** A point in time, in milliseconds since 1970-01-01T00:00:00Z. */
export type Instant = number;

/** A wall-clock time of Asia/Shanghai, `HH:MM` or `HH:MM:SS`. */
export type TimeOfDay = string;

const DAY_MS = 86_400_000;
const ZONE_MS = 8 * 3_600_000;
const TIME_TEXT = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?$/;
const INSTANT_TEXT = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2}(?::\d{2})?)(?:\.(\d{1,3})\d*)?(Z|[+-]\d{2}:\d{2})?$/;

/** Whether the text is a time of day such as `17:30`. */
export function isTimeOfDay(text: unknown): text is TimeOfDay {
  return typeof text === 'string' && TIME_TEXT.test(text);
}

/** Milliseconds after midnight. Throws RangeError when the text is no time of day. */
export function timeOfDayMs(time: TimeOfDay): number {
  const parts = TIME_TEXT.exec(time);
  if (!parts) throw new RangeError(`not a time of day: ${time}`);
  return (Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3] ?? 0)) * 1000;
}

/** The instant of a Shanghai day at a time of day. */
export function instantAt(day: Day, time: TimeOfDay): Instant {
  return instantOnDay(dayNumber(day), time);
}

/** Number of the Shanghai day on which an instant falls (see `dayNumber`). */
export function dayNumberOfInstant(instant: Instant): number {
  return Math.floor((instant + ZONE_MS) / DAY_MS);
}

/** The instant of a Shanghai day, by its number, at a time of day. */
export function instantOnDay(day: number, time: TimeOfDay): Instant {
  return day * DAY_MS - ZONE_MS + timeOfDayMs(time);
}

/** The Shanghai day on which an instant falls. */
export function dayOfInstant(instant: Instant): Day {
  return dayFromNumber(dayNumberOfInstant(instant));
}

/** The instant on another day at the same Shanghai time of day. */
export function sameTimeOn(day: Day, instant: Instant): Instant {
  const sinceMidnight = (((instant + ZONE_MS) % DAY_MS) + DAY_MS) % DAY_MS;
  return dayNumber(day) * DAY_MS - ZONE_MS + sinceMidnight;
}

/** `2026-07-31T17:30:00+08:00`; fractions of a second are not shown. */
export function formatInstant(instant: Instant): string {
  return `${new Date(instant + ZONE_MS).toISOString().slice(0, 19)}+08:00`;
}

/** Shanghai time of day of an instant, `HH:MM`. */
export function timeText(instant: Instant): string {
  return new Date(instant + ZONE_MS).toISOString().slice(11, 16);
}

/** Reads `2026-07-31T17:30[:00][+08:00]`; without an offset it is Shanghai time. Undefined when it is no instant. */
export function parseInstant(text: unknown): Instant | undefined {
  if (typeof text !== 'string') return undefined;
  const parts = INSTANT_TEXT.exec(text);
  if (!parts) return undefined;
  const [, day, time, fraction, offset] = parts;
  if (!isDay(day) || !isTimeOfDay(time)) return undefined;
  const local = dayNumber(day) * DAY_MS + timeOfDayMs(time) + Number((fraction ?? '').padEnd(3, '0') || 0);
  return local - offsetMs(offset);
}

function offsetMs(offset: string | undefined): number {
  if (offset === undefined) return ZONE_MS;
  if (offset === 'Z') return 0;
  const [hours, minutes] = offset.slice(1).split(':').map(Number);
  return (offset.startsWith('-') ? -1 : 1) * ((hours ?? 0) * 60 + (minutes ?? 0)) * 60_000;
}
