import { DomainError } from '../error.js';
import { type Day, dayNumber, weekdayOf, yearOf } from './day.js';
import type { CalendarDocument, DayNote } from './work-calendar.js';

/** One day of a notice: off, or worked though it might not be. */
export interface NoticeDay {
  readonly day: Day;
  readonly off: boolean;
  /** What the day is, e.g. `国庆节`. */
  readonly name?: string;
}

/** A year's holiday notice. Its days may reach into the December before and the January after. */
export interface YearNotice {
  readonly kind: 'year';
  readonly year: number;
  /** The paper that says so, quoted in the arithmetic of every date that rests on it. */
  readonly notice: string;
  readonly days: readonly NoticeDay[];
}

/** A change in a year that is published already, such as the prolonged Spring Festival of 2020. */
export interface EmergencyChange {
  readonly kind: 'emergency';
  readonly notice: string;
  readonly days: readonly NoticeDay[];
}

/** Days of an organization and all below it, over the national table: 三月三, 藏历年 … */
export interface RegionalDays {
  readonly kind: 'regional';
  readonly organizationId: number;
  readonly name: string;
  readonly notice: string;
  readonly days: readonly NoticeDay[];
}

/** Everything that changes a table. */
export type TableChange = YearNotice | EmergencyChange | RegionalDays;

interface Entry {
  readonly works: boolean;
  readonly note?: DayNote;
}

/**
 * The table with a year's notice in it. Whatever an earlier notice of that year said is replaced; days of other years'
 * notices and emergency changes stay.
 * @throws DomainError CALENDAR_GAP when the year before is not published yet
 */
export function withYear(document: CalendarDocument, { year, notice, days }: YearNotice): CalendarDocument {
  if (year > document.publishedThrough + 1) {
    const missing = document.publishedThrough + 1;
    throw new DomainError(
      'CALENDAR_GAP',
      `${missing}年的放假安排还没有导入，请先导入${missing}年的，再导入${year}年的`,
    );
  }
  const entries = entriesOf(document);
  for (const [day, { note }] of entries) {
    if (note?.by !== 'emergency' && (note?.year ?? yearOf(day)) === year) entries.delete(day);
  }
  for (const { day, off, name } of days) {
    if (entries.get(day)?.note?.by === 'emergency') continue;
    entries.set(day, { works: !off, note: { day, by: 'year', year, notice, ...(name === undefined ? {} : { name }) } });
  }
  return documentOf({ ...document, publishedThrough: Math.max(document.publishedThrough, year) }, entries);
}

/**
 * The table with days changed by an emergency notice.
 * @throws DomainError CALENDAR_UNPUBLISHED when a day lies in a year whose plan is not published
 */
export function withEmergency(document: CalendarDocument, { notice, days }: EmergencyChange): CalendarDocument {
  const unpublished = days.find(({ day }) => yearOf(day) > document.publishedThrough);
  if (unpublished) {
    const year = yearOf(unpublished.day);
    throw new DomainError(
      'CALENDAR_UNPUBLISHED',
      `${year}年的放假安排还没有导入，请先导入${year}年的通知，再做应急调整`,
    );
  }
  const entries = entriesOf(document);
  for (const { day, off, name } of days) {
    const note: DayNote = { day, by: 'emergency', year: yearOf(day), notice, ...(name === undefined ? {} : { name }) };
    entries.set(day, { works: !off, note });
  }
  return documentOf(document, entries);
}

/** The table with an organization's own days over it. */
export function withRegion(
  document: CalendarDocument,
  { name, notice, days }: Omit<RegionalDays, 'kind' | 'organizationId'>,
): CalendarDocument {
  const entries = entriesOf(document);
  for (const day of days) {
    const note: DayNote = { day: day.day, by: 'region', year: yearOf(day.day), notice, name: day.name ?? name };
    entries.set(day.day, { works: !day.off, note });
  }
  return documentOf(document, entries);
}

/** Days on which an emergency change stands against what a year's notice says: they are left as they are. */
export function keptByEmergency(document: CalendarDocument, { days }: YearNotice): Day[] {
  const kept = new Set((document.notes ?? []).filter(({ by }) => by === 'emergency').map(({ day }) => day));
  return days.filter(({ day }) => kept.has(day)).map(({ day }) => day);
}

function entriesOf(document: CalendarDocument): Map<Day, Entry> {
  const notes = new Map((document.notes ?? []).map((note) => [note.day, note]));
  const makeup = new Set(document.makeupWorkdays);
  const off = new Set(document.offDays);
  const days = new Set([...notes.keys(), ...off, ...makeup]);
  return new Map(
    [...days].map((day) => {
      const note = notes.get(day);
      return [day, { works: makeup.has(day) || !off.has(day), ...(note ? { note } : {}) }];
    }),
  );
}

/** In one order, so that the same table is the same document. */
function documentOf(document: CalendarDocument, entries: ReadonlyMap<Day, Entry>): CalendarDocument {
  const days = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
  const weekend = (day: Day): boolean => weekdayOf(dayNumber(day)) > 5;
  return {
    ...document,
    offDays: days.filter(([, { works }]) => !works).map(([day]) => day),
    makeupWorkdays: days.filter(([day, { works }]) => works && weekend(day)).map(([day]) => day),
    notes: days.flatMap(([, { note }]) => note ?? []),
  };
}
