import { type Day, dayFromNumber, dayNumber, weekdayOf } from './day.js';

/** The table of a work calendar: what the yearly notice of the State Council says, as data. */
export interface CalendarDocument {
  readonly name: string;
  /** The last year the table speaks for; days after it are plain Monday–Friday and provisional (暂定). */
  readonly publishedThrough: number;
  /** Days off, weekdays and weekends alike. */
  readonly offDays: readonly Day[];
  /** Weekend days that are worked in exchange. */
  readonly makeupWorkdays: readonly Day[];
  /** The notice that set the table, quoted in every computed date's arithmetic. */
  readonly notice?: string;
  /** Days that a later notice, an emergency or a region set, by day: they quote their own notice. */
  readonly notes?: readonly DayNote[];
}

/** Who set a day: a year's notice, an emergency change within a published year, or a region's own days. */
export interface DayNote {
  readonly day: Day;
  readonly by: 'year' | 'emergency' | 'region';
  /** The year of the notice, which for days of late December may be the next one. */
  readonly year: number;
  readonly notice: string;
  readonly name?: string;
}

/** What a computation asked of the calendar: the material of its arithmetic in words. */
export interface Trace {
  /** True once it was asked whether a day after `publishedThrough` is a workday. */
  provisional: boolean;
  readonly counted: Day[];
  readonly skipped: Day[];
}

/** An empty trace, to be handed to the functions of a calendar. */
export function newTrace(): Trace {
  return { provisional: false, counted: [], skipped: [] };
}

/** A rule that counts workdays gives up after this many days without one: a calendar that never works is a fault. */
const LONGEST_BREAK_DAYS = 3660;

/** Counts of workdays remembered, and a factor that keeps a day and a count apart in one key. */
const REMEMBERED = 20_000;
const KEY_SPAN = 100_003;

/**
 * Workdays of one version of the table. Pure: the same table gives the same days for ever.
 * Counting follows the field's convention (domain B): the first day is not counted, the last one is.
 */
export class WorkCalendar {
  private readonly off: ReadonlySet<number>;
  private readonly makeup: ReadonlySet<number>;
  private readonly firstUnpublished: number;
  private readonly counted = new Map<number, number>();

  /** @throws RangeError when a listed day is no real day. */
  constructor(readonly document: CalendarDocument) {
    this.off = new Set(document.offDays.map(dayNumber));
    this.makeup = new Set(document.makeupWorkdays.map(dayNumber));
    this.firstUnpublished = Date.UTC(document.publishedThrough + 1, 0, 1) / 86_400_000;
  }

  /** Whether a day is worked. Days of years after `publishedThrough` are Monday–Friday, whatever the lists say. */
  isWorkday(day: Day, trace?: Trace): boolean {
    return this.works(dayNumber(day), trace);
  }

  /**
   * n > 0: the n-th workday after `day`, which itself never counts. n < 0: the |n|-th workday before it.
   * n = 0: `day` if it is a workday, else the last workday before it.
   */
  workday(day: Day, n: number, trace?: Trace): Day {
    const start = dayNumber(day);
    return dayFromNumber(trace ? this.count(start, n, trace) : this.workdayNumber(start, n));
  }

  /**
   * The same on day numbers (see `dayNumber`), remembered: a month-end asks the same few questions for every
   * obligation of a round.
   */
  workdayNumber(start: number, n: number): number {
    const key = start * KEY_SPAN + n;
    const known = this.counted.get(key);
    if (known !== undefined) return known;
    const found = this.count(start, n);
    if (this.counted.size >= REMEMBERED) this.counted.clear();
    this.counted.set(key, found);
    return found;
  }

  /** The day itself when worked, else the next (`forward`) or last (`back`) workday. */
  roll(day: Day, direction: 'forward' | 'back', trace?: Trace): Day {
    if (this.isWorkday(day, trace)) return day;
    return this.workday(day, direction === 'forward' ? 1 : -1, trace);
  }

  /** Number of workdays after the day `after` up to and including `through`; 0 when `through` is not later. */
  workdaysAfter(after: Day, through: Day): number {
    let count = 0;
    for (let n = dayNumber(after) + 1, last = dayNumber(through); n <= last; n++) if (this.works(n)) count++;
    return count;
  }

  /** The workdays of [first, last] lazily, from the front (`1`) or from the end (`-1`). */
  *workdaysOf(first: Day, last: Day, direction: 1 | -1, trace?: Trace): Generator<Day> {
    const [a, b] = [dayNumber(first), dayNumber(last)];
    for (let n = direction === 1 ? a : b; n >= a && n <= b; n += direction) {
      if (this.works(n, trace)) yield dayFromNumber(n);
    }
  }

  private count(start: number, n: number, trace?: Trace): number {
    if (n !== 0) return this.step(start, n > 0 ? 1 : -1, Math.abs(n), trace);
    return this.works(start, trace) ? start : this.step(start, -1, 1, trace);
  }

  private step(start: number, direction: 1 | -1, count: number, trace?: Trace): number {
    let left = count;
    let idle = 0;
    for (let n = start + direction; ; n += direction) {
      if (this.works(n, trace)) {
        idle = 0;
        if (--left === 0) return n;
      } else if (++idle > LONGEST_BREAK_DAYS) {
        throw new RangeError(`no workday within ten years of ${dayFromNumber(start)}`);
      }
    }
  }

  private works(n: number, trace?: Trace): boolean {
    const result = this.judge(n, trace);
    if (trace) (result ? trace.counted : trace.skipped).push(dayFromNumber(n));
    return result;
  }

  private judge(n: number, trace?: Trace): boolean {
    const weekday = weekdayOf(n) <= 5;
    if (n >= this.firstUnpublished) {
      if (trace) trace.provisional = true;
      return weekday;
    }
    return this.makeup.has(n) || (weekday && !this.off.has(n));
  }
}
