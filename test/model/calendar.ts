/** Workdays, and the memory of having asked about a year that is not published yet. */
import { addDays, addHours, dayOf, instant, weekday, yearOf } from './time.js';
import type { CalendarFile, Day, Instant, Offset } from './types.js';

/** More than any chain of days a rule may walk; a longer walk is a fault of the input. */
const FAR = 3000;

export class Calendar {
  private readonly off: Set<Day>;
  private readonly makeup: Set<Day>;
  private askedUnpublished = false;

  constructor(private readonly file: CalendarFile) {
    this.off = new Set(file.offDays);
    this.makeup = new Set(file.makeupWorkdays);
  }

  isWorkday(day: Day): boolean {
    const weekdays = weekday(day) >= 1 && weekday(day) <= 5;
    // A year past the published ones is plain Monday–Friday whatever the lists say.
    if (yearOf(day) > this.file.publishedThrough) {
      this.askedUnpublished = true;
      return weekdays;
    }
    // A make-up entry wins; then an off entry; then the weekday.
    if (this.makeup.has(day)) return true;
    return weekdays && !this.off.has(day);
  }

  /** n > 0: n-th workday after; n < 0: before; 0: the day itself or the last workday before it. */
  workday(day: Day, n: number): Day {
    if (n === 0) return this.roll(day, 'back');
    let found = day;
    let left = Math.abs(n);
    for (let i = 0; i < FAR && left > 0; i++) {
      found = addDays(found, Math.sign(n));
      if (this.isWorkday(found)) left -= 1;
    }
    return found;
  }

  roll(day: Day, way: 'forward' | 'back' | 'none'): Day {
    if (way === 'none') return day;
    let found = day;
    for (let i = 0; i < FAR && !this.isWorkday(found); i++) found = addDays(found, way === 'forward' ? 1 : -1);
    return found;
  }

  /** How many workdays lie in (after, upTo]. */
  countAfter(after: Day, upTo: Day): number {
    let n = 0;
    for (let day = addDays(after, 1); day <= upTo; day = addDays(day, 1)) if (this.isWorkday(day)) n += 1;
    return n;
  }

  /** A rung's instant from its anchor; `at` is the clock time for offsets in days. */
  offset(anchor: Instant, offset: Offset, at: string): Instant {
    // Hours are exact: no clock time, no rolling.
    if (offset.hours !== undefined) return addHours(anchor, offset.hours);
    if (offset.workdays !== undefined) return instant(this.workday(dayOf(anchor), offset.workdays), at);
    // Calendar days: off days roll back for n ≤ 0 and forward for n > 0.
    const days = offset.days ?? 0;
    return instant(this.roll(addDays(dayOf(anchor), days), days > 0 ? 'forward' : 'back'), at);
  }

  /** Runs `work` and tells whether it asked about a day of an unpublished year. */
  watch<T>(work: () => T): { value: T; provisional: boolean } {
    this.askedUnpublished = false;
    const value = work();
    return { value, provisional: this.askedUnpublished };
  }
}
