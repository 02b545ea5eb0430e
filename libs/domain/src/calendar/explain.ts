import { type Day, dayNumber, weekdayOf, yearOf } from './day.js';
import type { CalendarDocument, WorkCalendar } from './work-calendar.js';

/** A day of a calendar in words. */
export interface ExplainedDay {
  readonly day: Day;
  /** 1 = Monday … 7 = Sunday */
  readonly weekday: number;
  readonly works: boolean;
  readonly kind: 'workday' | 'weekend' | 'off' | 'makeup';
  /** What the day is, e.g. `国庆节`; null for an ordinary day. */
  readonly name: string | null;
  /** The notice that set it; null for an ordinary day. */
  readonly notice: string | null;
  readonly provisional: boolean;
}

/** What a day is, and by which notice. Days after the published years are plain and provisional. */
export function explainDay(calendar: WorkCalendar, day: Day): ExplainedDay {
  const { document } = calendar;
  const weekday = weekdayOf(dayNumber(day));
  const works = calendar.isWorkday(day);
  const provisional = yearOf(day) > document.publishedThrough;
  const listed = !provisional && (document.offDays.includes(day) || document.makeupWorkdays.includes(day));
  const note = provisional ? undefined : document.notes?.find((one) => one.day === day);
  const kind = works ? (weekday > 5 ? 'makeup' : 'workday') : weekday > 5 && !listed ? 'weekend' : 'off';
  return {
    day,
    weekday,
    works,
    kind,
    name: note?.name ?? null,
    notice: note || listed ? noticeOf(document, day) : null,
    provisional,
  };
}

/** The notice by which a day is what it is, for quoting. */
export function noticeOf(document: CalendarDocument, day: Day): string {
  return document.notes?.find((note) => note.day === day)?.notice ?? document.notice ?? document.name;
}
