import {
  dayNumberOfInstant,
  type Instant,
  instantOnDay,
  type TimeOfDay,
  timeOfDayMs,
  type WorkCalendar,
} from '../calendar/index.js';

/** 办公时间: when people are written to, on workdays. From `from` up to, not including, `to`. */
export interface SendingHours {
  readonly from: TimeOfDay;
  readonly to: TimeOfDay;
}

/** domain C.8: reminders only on workdays and in working hours; 特急 is exempt. */
export const DEFAULT_SENDING_HOURS: SendingHours = { from: '08:30', to: '17:30' };

/** Whether hours are hours: two times of day, the second later. */
export function areSendingHours(hours: SendingHours): boolean {
  try {
    return timeOfDayMs(hours.from) < timeOfDayMs(hours.to);
  } catch {
    return false;
  }
}

/** The first instant from `at` on, `at` included, at which people may be written to. */
export function sendableFrom(at: Instant, hours: SendingHours, calendar: WorkCalendar): Instant {
  const day = dayNumberOfInstant(at);
  const works = calendar.workdayNumber(day - 1, 1) === day;
  if (works && at < instantOnDay(day, hours.to)) return Math.max(at, instantOnDay(day, hours.from));
  return instantOnDay(calendar.workdayNumber(day, 1), hours.from);
}

const MINUTE_MS = 60_000;

/**
 * The first instant from `at` on whose minute of the hour is none of these. Some services are flooded at minutes 0 and
 * 30 by everybody's timers (domain C.9).
 */
export function outsideMinutes(at: Instant, avoid: readonly number[]): Instant {
  let found = at;
  for (let tries = 0; tries < 60 && avoid.includes(Math.floor(found / MINUTE_MS) % 60); tries++) {
    found = (Math.floor(found / MINUTE_MS) + 1) * MINUTE_MS;
  }
  return found;
}
