/** Days in a month of the Gregorian calendar; month counts from 1. */
export function lastDayOfMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** The day string `YYYY-MM-DD`, or null when there is no such day. Ledger years run from 2000 to 2099. */
export function dayString(year: number, month: number, day: number): string | null {
  if (year < 2000 || year > 2099 || month < 1 || month > 12 || day < 1 || day > lastDayOfMonth(year, month))
    return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** The last day of a month as a day string. */
export function monthEnd(year: number, month: number): string | null {
  return dayString(year, month, lastDayOfMonth(year, month));
}
