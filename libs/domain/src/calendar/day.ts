/**
 * A civil day, written `YYYY-MM-DD`. Days are plain text on every edge and day numbers inside, so that no
 * time zone can creep in. The engine's zone is Asia/Shanghai, a fixed +08:00 (no daylight saving since 1991).
 */
export type Day = string;

const DAY_MS = 86_400_000;
const DAY_TEXT = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Days since 1970-01-01. Throws RangeError when the text is no real day. */
export function dayNumber(day: Day): number {
  const parts = DAY_TEXT.exec(day);
  if (parts) {
    const [year, month, date] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
    if (month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(year, month)) {
      return Date.UTC(year, month - 1, date) / DAY_MS;
    }
  }
  throw new RangeError(`not a day: ${day}`);
}

/** The day with that number of days since 1970-01-01. */
export function dayFromNumber(n: number): Day {
  return new Date(n * DAY_MS).toISOString().slice(0, 10);
}

/** Whether the text is a real day such as `2026-02-28`. */
export function isDay(text: unknown): text is Day {
  if (typeof text !== 'string') return false;
  try {
    dayNumber(text);
    return true;
  } catch {
    return false;
  }
}

/** The day `n` calendar days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return dayFromNumber(dayNumber(day) + n);
}

/** Calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4));
}

/** Month of a day, 1–12. */
export function monthOf(day: Day): number {
  return Number(day.slice(5, 7));
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function weekdayOf(n: number): number {
  return ((((n + 3) % 7) + 7) % 7) + 1;
}

/** Number of days of a month (1–12). */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Day `date` of a month; a date beyond the month's end means its last day. Months beyond 12 run into next year. */
export function dayOfMonth(year: number, month: number, date: number): Day {
  const y = year + Math.floor((month - 1) / 12);
  const m = ((((month - 1) % 12) + 12) % 12) + 1;
  const d = Math.min(date, daysInMonth(y, m));
  return `${String(y).padStart(4, '0')}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}
