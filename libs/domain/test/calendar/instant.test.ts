import {
  addDays,
  dayFromNumber,
  dayInChinese,
  dayNumber,
  dayOfInstant,
  dayOfMonth,
  daysInMonth,
  formatInstant,
  instantAt,
  isDay,
  isTimeOfDay,
  parseInstant,
  sameTimeOn,
  timeText,
  weekdayOf,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const anyInstant = fc.integer({ min: Date.UTC(1990, 0, 1), max: Date.UTC(2100, 0, 1) });
const anyNumber = fc.integer({ min: -30_000, max: 60_000 });

describe('days', () => {
  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '2026-04-31', '2026-4-1', '', '20260401', null, 5])(
    '%s is none',
    (text) => expect(isDay(text)).toBe(false),
  );

  it.each(['2028-02-29', '2026-12-31', '2000-02-29'])('%s is one', (text) => expect(isDay(text)).toBe(true));

  it('have numbers that lead back', () => {
    fc.assert(
      fc.property(anyNumber, (n) => {
        expect(dayNumber(dayFromNumber(n))).toBe(n);
      }),
    );
  });

  it('know their weekday, 1 Monday to 7 Sunday', () => {
    fc.assert(
      fc.property(anyNumber, (n) => {
        expect(weekdayOf(n)).toBe(new Date(n * 86_400_000).getUTCDay() || 7);
      }),
    );
  });

  it('beyond a month’s end mean its last, and months beyond December the next year’s', () => {
    expect(dayOfMonth(2026, 2, 31)).toBe('2026-02-28');
    expect(dayOfMonth(2028, 2, 31)).toBe('2028-02-29');
    expect(dayOfMonth(2026, 14, 1)).toBe('2027-02-01');
    expect(dayOfMonth(2026, 0, 5)).toBe('2025-12-05');
    expect(daysInMonth(2100, 2)).toBe(28);
  });

  it('in Chinese have no leading zeros', () => {
    expect(dayInChinese('2026-09-05')).toBe('2026年9月5日');
  });
});

describe('instants', () => {
  it('print and are read back to the second', () => {
    fc.assert(
      fc.property(anyInstant, (instant) => {
        const whole = Math.floor(instant / 1000) * 1000;
        expect(parseInstant(formatInstant(whole))).toBe(whole);
      }),
    );
  });

  it('without an offset are Shanghai time', () => {
    expect(parseInstant('2026-08-03T10:00')).toBe(Date.UTC(2026, 7, 3, 2));
    expect(parseInstant('2026-08-03T10:00:30Z')).toBe(Date.UTC(2026, 7, 3, 10, 0, 30));
    expect(parseInstant('2026-08-03T10:00-05:30')).toBe(Date.UTC(2026, 7, 3, 15, 30));
    expect(parseInstant('2026-08-03T10:00:00.5')).toBe(Date.UTC(2026, 7, 3, 2, 0, 0, 500));
  });

  it.each([
    '2026-08-03',
    '2026-08-03T24:00',
    '2026-08-03T10:60',
    '2026-02-30T10:00',
    '2026-08-03 10:00',
    'soon',
    '',
    null,
  ])('%s is none', (text) => expect(parseInstant(text)).toBeUndefined());

  it('lie on the Shanghai day, not on that of Greenwich', () => {
    expect(dayOfInstant(Date.UTC(2026, 7, 3, 15, 59, 59))).toBe('2026-08-03');
    expect(dayOfInstant(Date.UTC(2026, 7, 3, 16))).toBe('2026-08-04');
  });

  it('keep their time of day on another day', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: -400, max: 400 }), (instant, n) => {
        const day = addDays(dayOfInstant(instant), n);
        expect(sameTimeOn(day, instant)).toBe(instant + n * 86_400_000);
        expect(dayOfInstant(sameTimeOn(day, instant))).toBe(day);
      }),
    );
  });

  it('are made of a day and a time', () => {
    expect(formatInstant(instantAt('2026-08-03', '17:30'))).toBe('2026-08-03T17:30:00+08:00');
    expect(timeText(instantAt('2026-08-03', '00:05:59'))).toBe('00:05');
    expect(isTimeOfDay('23:59:59')).toBe(true);
    expect(['24:00', '9:00', '09:60', '0900', null].some(isTimeOfDay)).toBe(false);
    expect(() => instantAt('2026-08-03', '25:00')).toThrow(RangeError);
  });
});
