/** Periods of a cadence and the day a rule gives for one of them. */
import type { Calendar } from './calendar.js';
import { addDays, dayOfMonth, instant, monthEnd, monthStart } from './time.js';
import type { Cadence, Day, DayRule, Instant } from './types.js';

export interface Period {
  key: string;
  first: Day;
  last: Day;
}

/** All periods that begin in `year` (for windows: keyed by the year they begin in). */
export function periodsOf(cadence: Cadence, year: number): Period[] {
  const months = (key: string, from: number, to: number): Period => ({
    key,
    first: monthStart(year, from),
    last: monthEnd(year, to),
  });
  switch (cadence.every) {
    case 'month':
      return Array.from({ length: 12 }, (_, i) => months(`${year}-${String(i + 1).padStart(2, '0')}`, i + 1, i + 1));
    case 'quarter':
      return [1, 2, 3, 4].map((q) => months(`${year}-Q${q}`, q * 3 - 2, q * 3));
    case 'half':
      return [1, 2].map((h) => months(`${year}-H${h}`, h * 6 - 5, h * 6));
    case 'year':
      return [months(`${year}`, 1, 12)];
    case 'windows':
      return (cadence.windows ?? []).map((w) => ({
        key: `${year}/${w.name}`,
        first: `${year}-${w.from}`,
        // An end before the beginning lies in the next year.
        last: `${w.to < w.from ? year + 1 : year}-${w.to}`,
      }));
  }
}

/** The day before rolling. */
function found(rule: DayRule, period: Period, calendar: Calendar): Day {
  if (rule.workday !== undefined) return nthWorkday(period, rule.workday, calendar);
  if (rule.workdayAfter !== undefined) return calendar.workday(period.last, rule.workdayAfter);
  if (rule.firstDay) return period.first;
  if (rule.lastDay) return period.last;
  const day = rule.day ?? 1;
  // With a month: counted from the month the period begins in; without: the period's last month.
  return rule.month !== undefined ? dayOfMonth(period.first, rule.month - 1, day) : dayOfMonth(period.last, 0, day);
}

/** n-th workday from the front (n > 0) or the back (n < 0); if there are fewer, the last one reached. */
function nthWorkday(period: Period, n: number, calendar: Calendar): Day {
  const step = Math.sign(n);
  let left = Math.abs(n);
  let best: Day | undefined;
  for (let day = n > 0 ? period.first : period.last; day >= period.first && day <= period.last && left > 0; ) {
    if (calendar.isWorkday(day)) {
      best = day;
      left -= 1;
    }
    day = addDays(day, step);
  }
  if (best === undefined) throw new NoWorkday(period.key);
  return best;
}

/** The input fault "a period without any workday where a rule counts them". */
class NoWorkday extends Error {}

export interface Slot {
  cadence: Cadence;
  period: string;
  opens: Instant;
  due: Instant;
  provisional: boolean;
}

/** What one period of a cadence means on the calendar. */
export function slotOf(cadence: Cadence, period: Period, calendar: Calendar): Slot {
  const at = (rule: DayRule): Instant =>
    instant(calendar.roll(found(rule, period, calendar), rule.roll ?? 'none'), rule.at);
  // Provisional: working out the opening day or the due day asked about an unpublished year.
  const { value, provisional } = calendar.watch(() => ({ opens: at(cadence.opens), due: at(cadence.due) }));
  return { cadence, period: period.key, ...value, provisional };
}

/** Every slot of the cadence whose opening lies in [launch, end]; openings may lie well after the period. */
export function slotsOpening(cadence: Cadence, launch: Instant, end: Instant, calendar: Calendar): Slot[] {
  const slots: Slot[] = [];
  const firstYear = new Date(launch).getUTCFullYear() - 4;
  const lastYear = new Date(end).getUTCFullYear() + 2;
  for (let year = firstYear; year <= lastYear; year++) {
    for (const period of periodsOf(cadence, year)) {
      let slot: Slot;
      try {
        slot = slotOf(cadence, period, calendar);
      } catch (fault) {
        // Far from the run such a period is nobody's business; inside it the input would have been refused.
        if (fault instanceof NoWorkday) continue;
        throw fault;
      }
      if (slot.opens >= launch && slot.opens <= end) slots.push(slot);
    }
  }
  return slots;
}
