import { addDays, WorkCalendar } from '@duban/domain';
import fc from 'fast-check';

/** A day from 2025 to early 2029. */
export const anyDay = fc.integer({ min: 0, max: 1_500 }).map((n) => addDays('2025-01-01', n));

/** Calendars with random holidays and make-up days around 2026. */
export const anyCalendar = fc
  .record({
    publishedThrough: fc.constantFrom(2024, 2025, 2026, 2027),
    offDays: fc.array(anyDay, { maxLength: 40 }),
    makeupWorkdays: fc.array(anyDay, { maxLength: 15 }),
  })
  .map((table) => new WorkCalendar({ name: '表', ...table }));
