import { addDays, isMonthDay, monthsTouched, periodByKey, periodsOfYear } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const EVERY = ['month', 'quarter', 'half', 'year'] as const;
const windows = (from: string, to: string) => ({ every: 'windows' as const, windows: [{ name: '窗', from, to }] });

describe('periods', () => {
  it('tile the year: the next begins on the day after the last, from 1 January to 31 December', () => {
    fc.assert(
      fc.property(fc.constantFrom(...EVERY), fc.integer({ min: 1990, max: 2100 }), (every, year) => {
        const periods = periodsOfYear({ every }, year);
        expect(periods[0]?.first).toBe(`${year}-01-01`);
        expect(periods.at(-1)?.last).toBe(`${year}-12-31`);
        for (const [i, period] of periods.entries()) {
          const next = periods[i + 1];
          if (next) expect(next.first).toBe(addDays(period.last, 1));
          expect(periodByKey({ every }, period.key)).toEqual(period);
        }
        expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
      }),
    );
  });

  it('are keyed as people write them', () => {
    expect(periodsOfYear({ every: 'month' }, 2026)[6]?.key).toBe('2026-07');
    expect(periodsOfYear({ every: 'quarter' }, 2026)[2]?.key).toBe('2026-Q3');
    expect(periodsOfYear({ every: 'half' }, 2026)[1]?.key).toBe('2026-H2');
    expect(periodsOfYear({ every: 'year' }, 2026)[0]?.key).toBe('2026');
  });

  it.each([
    ['month', '2026-13'],
    ['month', '2026-7'],
    ['month', '2026-Q1'],
    ['quarter', '2026-Q5'],
    ['half', '2026-H0'],
    ['year', '26'],
    ['year', '2026-01'],
    ['year', 'nonsense'],
  ] as const)('%s has none keyed %s', (every, key) => {
    expect(periodByKey({ every }, key)).toBeUndefined();
  });
});

describe('windows', () => {
  it('lie within their year, or run into the next one, keyed by the first', () => {
    expect(periodsOfYear(windows('10-20', '11-10'), 2026)).toEqual([
      { key: '2026/窗', first: '2026-10-20', last: '2026-11-10' },
    ]);
    expect(periodsOfYear(windows('12-16', '01-20'), 2026)).toEqual([
      { key: '2026/窗', first: '2026-12-16', last: '2027-01-20' },
    ]);
    expect(periodsOfYear(windows('05-01', '05-01'), 2026)[0]).toMatchObject({
      first: '2026-05-01',
      last: '2026-05-01',
    });
  });

  it('that end on 29 February end on the 28th where there is none', () => {
    expect(periodsOfYear(windows('02-01', '02-29'), 2028)[0]?.last).toBe('2028-02-29');
    expect(periodsOfYear(windows('02-01', '02-29'), 2026)[0]?.last).toBe('2026-02-28');
    expect([
      isMonthDay('02-29'),
      isMonthDay('02-30'),
      isMonthDay('13-01'),
      isMonthDay('2-1'),
      isMonthDay(null),
    ]).toEqual([true, false, false, false, false]);
  });

  it('touch as many months as the calendar shows', () => {
    const touched = (from: string, to: string) => monthsTouched(periodsOfYear(windows(from, to), 2026)[0]!);
    expect([
      touched('10-20', '11-10'),
      touched('12-16', '01-20'),
      touched('07-01', '07-31'),
      touched('11-20', '02-28'),
    ]).toEqual([2, 2, 1, 4]);
  });

  it('are found by their key, name and all', () => {
    expect(periodByKey(windows('12-16', '01-20'), '2026/窗')?.last).toBe('2027-01-20');
    expect(periodByKey(windows('12-16', '01-20'), '2026/门')).toBeUndefined();
  });
});
