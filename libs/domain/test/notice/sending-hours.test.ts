import {
  areSendingHours,
  BUNDLED_CALENDAR,
  DEFAULT_SENDING_HOURS,
  formatInstant,
  outsideMinutes,
  parseInstant,
  sendableFrom,
  WorkCalendar,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const calendar = new WorkCalendar(BUNDLED_CALENDAR);
const at = (text: string): number => parseInstant(text) ?? Number.NaN;
const from = (text: string): string =>
  formatInstant(sendableFrom(at(text), DEFAULT_SENDING_HOURS, calendar)).slice(0, 16);

describe('when people may be written to', () => {
  it.each([
    ['a workday, within the hours: at once', '2026-07-15T09:00', '2026-07-15T09:00'],
    ['a workday, early: when the office opens', '2026-07-15T06:00', '2026-07-15T08:30'],
    ['a workday at the very opening', '2026-07-15T08:30', '2026-07-15T08:30'],
    ['a workday at the very end: the next morning', '2026-07-15T17:30', '2026-07-16T08:30'],
    ['a workday, late: the next morning', '2026-07-15T23:10', '2026-07-16T08:30'],
    ['Friday evening: Monday', '2026-07-17T18:00', '2026-07-20T08:30'],
    ['Saturday noon: Monday', '2026-07-18T12:00', '2026-07-20T08:30'],
    ['the day before the National Day holiday: the first workday after it', '2026-09-30T17:31', '2026-10-08T08:30'],
    ['a Saturday worked in exchange: at once', '2026-10-10T10:00', '2026-10-10T10:00'],
    ['a weekday off: after it', '2026-06-19T10:00', '2026-06-22T08:30'],
  ])('%s', (_, given, expected) => expect(from(given)).toBe(expected));

  it('is never before it was asked for, and what was found is found again', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01T00:00'), max: at('2027-12-31T00:00') }), (instant) => {
        const found = sendableFrom(instant, DEFAULT_SENDING_HOURS, calendar);
        expect(found).toBeGreaterThanOrEqual(instant);
        expect(sendableFrom(found, DEFAULT_SENDING_HOURS, calendar)).toBe(found);
      }),
    );
  });

  it('knows hours from what is none', () => {
    expect(areSendingHours({ from: '08:30', to: '17:30' })).toBe(true);
    expect(areSendingHours({ from: '17:30', to: '08:30' })).toBe(false);
    expect(areSendingHours({ from: '9', to: '17:30' })).toBe(false);
  });
});

describe('minutes that a service wants avoided', () => {
  it('are passed over, others are not', () => {
    expect(outsideMinutes(at('2026-07-15T09:00:10'), [0, 30])).toBe(at('2026-07-15T09:01'));
    expect(outsideMinutes(at('2026-07-15T09:29:59'), [0, 30])).toBe(at('2026-07-15T09:29:59'));
    expect(outsideMinutes(at('2026-07-15T09:30:00'), [30, 31])).toBe(at('2026-07-15T09:32'));
  });
});
