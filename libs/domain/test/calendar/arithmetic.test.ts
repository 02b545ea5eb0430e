import { arithmeticInWords, BUNDLED_CALENDAR, newTrace, WorkCalendar } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, anyDay } from './arbitraries.js';

const calendar = new WorkCalendar(BUNDLED_CALENDAR);

function words(day: string, n: number, c = calendar): string {
  const trace = newTrace();
  c.workday(day, n, trace);
  return arithmeticInWords(trace, c);
}

describe('the arithmetic of a day, in words', () => {
  it('names the days counted, and those that were not with the notice that set them', () => {
    const text = words('2026-09-30', 3);
    expect(text).toContain('10-08');
    expect(text).toContain(`10-10（调休上班，${BUNDLED_CALENDAR.notice}）`);
    for (const off of ['10-01', '10-02', '10-05', '10-06', '10-07']) {
      expect(text).toContain(`${off}（放假，${BUNDLED_CALENDAR.notice}）`);
    }
    expect(text).toContain('10-03（周末）');
  });

  it('names the calendar where there is no notice', () => {
    const c = new WorkCalendar({ name: '县历', publishedThrough: 2026, offDays: ['2026-03-03'], makeupWorkdays: [] });
    expect(words('2026-03-02', 1, c)).toContain('03-03（放假，县历）');
  });

  it('says that it is provisional, and only then', () => {
    expect(words('2026-12-31', 1)).toContain('暂定');
    expect(words('2026-12-30', 1)).not.toContain('暂定');
  });

  it('is empty when the calendar was not asked', () => {
    expect(arithmeticInWords(newTrace(), calendar)).toBe('');
  });

  it('names every day it asked about, each once, as long as they are few', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: -4, max: 4 }), (c, day, n) => {
        const trace = newTrace();
        c.workday(day, n, trace);
        const text = arithmeticInWords(trace, c);
        for (const asked of trace.skipped.length > 12 ? trace.counted : [...trace.counted, ...trace.skipped]) {
          expect(text.split(asked.slice(5))).toHaveLength(2);
        }
      }),
    );
  });

  it('counts what it does not name when they are many', () => {
    expect(words('2026-03-02', 20)).toContain('等20天');
  });
});
