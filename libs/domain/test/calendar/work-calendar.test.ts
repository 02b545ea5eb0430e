import { addDays, BUNDLED_CALENDAR, type Day, dayNumber, newTrace, WorkCalendar, weekdayOf } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, anyDay } from './arbitraries.js';

const calendar = new WorkCalendar(BUNDLED_CALENDAR);

/** The same question asked in the plainest way. */
function works(c: WorkCalendar, day: Day): boolean {
  const { publishedThrough, offDays, makeupWorkdays } = c.document;
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay() % 6 !== 0;
  if (Number(day.slice(0, 4)) > publishedThrough) return weekday;
  return makeupWorkdays.includes(day) || (weekday && !offDays.includes(day));
}

describe('a workday', () => {
  it.each([
    ['2026-10-01', false, 'a holiday'],
    ['2026-10-10', true, 'a Saturday at work'],
    ['2026-10-11', false, 'a Sunday'],
    ['2026-10-12', true, 'a Monday'],
    ['2027-01-01', true, 'a Friday of a year nobody has published'],
    ['2025-10-01', true, 'a Wednesday of a year before the table'],
  ])('%s is %s: %s', (day, expected) => {
    expect(calendar.isWorkday(day)).toBe(expected);
  });

  it('listed both as off and as made up is worked', () => {
    const both = new WorkCalendar({
      name: '表',
      publishedThrough: 2026,
      offDays: ['2026-03-02'],
      makeupWorkdays: ['2026-03-02'],
    });
    expect(both.isWorkday('2026-03-02')).toBe(true);
  });

  it('is what the plainest reading says', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (c, day) => {
        expect(c.isWorkday(day)).toBe(works(c, day));
      }),
    );
  });
});

describe('counting workdays', () => {
  it('never counts the day itself', () => {
    expect(calendar.workday('2026-09-30', 1)).toBe('2026-10-08');
    expect(calendar.workday('2026-10-08', -1)).toBe('2026-09-30');
    expect(calendar.workday('2026-10-04', 0)).toBe('2026-09-30');
    expect(calendar.workday('2026-10-08', 0)).toBe('2026-10-08');
  });

  it('agrees with walking day by day', () => {
    const walk = (c: WorkCalendar, day: Day, n: number): Day => {
      const step = n > 0 ? 1 : -1;
      let at = n === 0 && !works(c, day) ? addDays(day, -1) : day;
      if (n === 0) {
        while (!works(c, at)) at = addDays(at, -1);
        return at;
      }
      for (let left = Math.abs(n); left > 0; ) {
        at = addDays(at, step);
        if (works(c, at)) left -= 1;
      }
      return at;
    };
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -40, max: 40 }), (c, day, n) => {
        expect(c.workday(day, n)).toBe(walk(c, day, n));
      }),
    );
  });

  it('there and back again comes home, from a workday', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 60 }), (c, start, n) => {
        const day = c.workday(start, 0);
        expect(c.workday(c.workday(day, n), -n)).toBe(day);
        expect(c.workday(c.workday(day, -n), n)).toBe(day);
      }),
    );
  });

  it('counts between two days what it stepped over', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 60 }), (c, day, n) => {
        expect(c.workdaysAfter(day, c.workday(day, n))).toBe(n);
        expect(c.workdaysAfter(c.workday(day, n), day)).toBe(0);
      }),
    );
  });

  it('rolls to the nearest workday in its direction, and leaves a workday alone', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (c, day) => {
        const [forward, back] = [c.roll(day, 'forward'), c.roll(day, 'back')];
        expect(works(c, forward) && works(c, back)).toBe(true);
        expect(back <= day && day <= forward).toBe(true);
        if (works(c, day)) expect([forward, back]).toEqual([day, day]);
        else expect(c.workdaysAfter(back, addDays(forward, -1))).toBe(0);
      }),
    );
  });

  it('lists the workdays of a span from either end', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 0, max: 60 }), (c, first, length) => {
        const last = addDays(first, length);
        const all = Array.from({ length: length + 1 }, (_, i) => addDays(first, i)).filter((day) => works(c, day));
        expect([...c.workdaysOf(first, last, 1)]).toEqual(all);
        expect([...c.workdaysOf(first, last, -1)]).toEqual(all.reverse());
      }),
    );
  });

  it('gives up on a calendar that never works', () => {
    const start = dayNumber('2020-01-01');
    const offDays = Array.from({ length: 6_000 }, (_, i) => addDays('2020-01-01', i)).filter(
      (day) => weekdayOf(dayNumber(day)) <= 5,
    );
    const idle = new WorkCalendar({ name: '空', publishedThrough: 2999, offDays, makeupWorkdays: [] });
    expect(() => idle.workday('2020-01-01', 1)).toThrow(RangeError);
    expect(start).toBeGreaterThan(0);
  });

  it('refuses a table with a day that is none', () => {
    expect(
      () => new WorkCalendar({ name: '表', publishedThrough: 2026, offDays: ['2026-02-30'], makeupWorkdays: [] }),
    ).toThrow(RangeError);
  });
});

describe('a provisional result', () => {
  it('is one for which a day after the published year was asked about', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -30, max: 30 }), (c, day, n) => {
        const trace = newTrace();
        c.workday(day, n, trace);
        const asked = [...trace.counted, ...trace.skipped];
        expect(trace.provisional).toBe(asked.some((one) => Number(one.slice(0, 4)) > c.document.publishedThrough));
      }),
    );
  });

  it('is not one that merely ends in the last published days', () => {
    const trace = newTrace();
    calendar.workday('2026-12-30', 1, trace);
    expect(trace.provisional).toBe(false);
    calendar.workday('2026-12-31', 1, trace);
    expect(trace.provisional).toBe(true);
  });
});
