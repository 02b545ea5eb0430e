import {
  addDays,
  type Cadence,
  type DayRule,
  dayOfInstant,
  type Every,
  instantAt,
  nextOpening,
  periodsOfYear,
  resolveDayRule,
  type Slot,
  slotOf,
  slotsOpening,
  WorkCalendar,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyCalendar, anyDay } from '../calendar/arbitraries.js';

const time = fc.constantFrom('00:00', '09:00', '17:30', '23:59:59');
const roll = fc.constantFrom('forward', 'back', 'none', undefined).map((r) => (r === undefined ? {} : { roll: r }));
const form = fc.oneof(
  fc.integer({ min: 1, max: 31 }).map((day) => ({ day })),
  fc.integer({ min: 1, max: 31 }).map((day) => ({ month: 1, day })),
  fc.constantFrom(1, 2, 20, 300, -1, -5, -300).map((workday) => ({ workday })),
  fc.constantFrom(1, 5, 30, 400).map((workdayAfter) => ({ workdayAfter })),
  fc.constant({ firstDay: true as const }),
  fc.constant({ lastDay: true as const }),
);
const anyRule: fc.Arbitrary<DayRule> = fc.tuple(form, roll, time).map(([f, r, at]) => ({ ...f, ...r, at }));
const WINDOWS = [
  { name: '走访', from: '10-20', to: '11-10' },
  { name: '跨年', from: '12-16', to: '01-20' },
];

const anyCadence: fc.Arbitrary<Cadence> = fc
  .record({
    every: fc.constantFrom<Every>('month', 'quarter', 'half', 'year', 'windows'),
    opens: anyRule,
    due: anyRule,
  })
  .map(({ every, opens, due }) => ({
    key: 'k',
    name: '频次',
    direction: 'up',
    profile: 'report',
    every,
    opens,
    due,
    ...(every === 'windows' ? { windows: WINDOWS } : {}),
  }));

/** Every slot of forty years, one after the other. */
function bruteForce(cadence: Cadence, calendar: WorkCalendar): Slot[] {
  const years = Array.from({ length: 40 }, (_, i) => 2005 + i);
  return years.flatMap((year) =>
    periodsOfYear(cadence, year).flatMap((period) => {
      try {
        return [slotOf(cadence, period, calendar)];
      } catch {
        return []; // no workday in the period
      }
    }),
  );
}

describe('the slots of a stretch of time', () => {
  it('are those that walking through forty years finds', () => {
    fc.assert(
      fc.property(
        anyCadence,
        anyCalendar,
        anyDay,
        fc.integer({ min: 0, max: 500 }),
        (cadence, calendar, first, length) => {
          const [from, to] = [instantAt(first, '09:00'), instantAt(addDays(first, length), '23:59')];
          const expected = bruteForce(cadence, calendar).filter(({ opensAt }) => opensAt >= from && opensAt <= to);
          const found = slotsOpening(cadence, calendar, from, to);
          const key = ({ period, opensAt, dueAt }: Slot) => `${opensAt} ${period.key} ${dueAt}`;
          expect(found.map(key).sort()).toEqual(expected.map(key).sort());
          expect(found.map(({ opensAt }) => opensAt)).toEqual(
            [...found.map(({ opensAt }) => opensAt)].sort((a, b) => a - b),
          );
        },
      ),
      { numRuns: 60 },
    );
  });

  it('agree with the next opening: nothing opens between an instant and its next opening', () => {
    fc.assert(
      fc.property(anyCadence, anyCalendar, anyDay, (cadence, calendar, day) => {
        const after = instantAt(day, '12:00');
        const next = nextOpening(cadence, calendar, after);
        if (next === undefined) {
          expect(bruteForce(cadence, calendar).filter((s) => s.opensAt > after)).toEqual([]);
          return;
        }
        expect(next).toBeGreaterThan(after);
        expect(slotsOpening(cadence, calendar, after + 1, next - 1)).toEqual([]);
        expect(slotsOpening(cadence, calendar, next, next).length).toBeGreaterThan(0);
      }),
      { numRuns: 60 },
    );
  });

  it('hold the period of January that a roll brings back into December', () => {
    const cadence: Cadence = {
      key: 'm',
      name: '月',
      direction: 'up',
      every: 'month',
      profile: 'report',
      opens: { firstDay: true, roll: 'back', at: '09:00' },
      due: { lastDay: true, at: '17:30' },
    };
    const calendar = new WorkCalendar({
      name: '表',
      publishedThrough: 2027,
      offDays: ['2027-01-01'],
      makeupWorkdays: [],
    });
    const opening = instantAt('2026-12-31', '09:00');
    expect(slotsOpening(cadence, calendar, opening, opening).map(({ period }) => period.key)).toEqual(['2027-01']);
    expect(nextOpening(cadence, calendar, opening - 1)).toBe(opening);
  });

  it('an opening exactly at either end is within', () => {
    const cadence: Cadence = {
      key: 'm',
      name: '月',
      direction: 'up',
      every: 'month',
      profile: 'report',
      opens: { day: 5, at: '09:00' },
      due: { lastDay: true, at: '17:30' },
    };
    fc.assert(
      fc.property(anyCalendar, (calendar) => {
        const opening = instantAt('2026-03-05', '09:00');
        expect(slotsOpening(cadence, calendar, opening, opening).map(({ period }) => period.key)).toEqual(['2026-03']);
        expect(slotsOpening(cadence, calendar, opening + 1, opening + 1)).toEqual([]);
      }),
      { numRuns: 5 },
    );
  });
});

describe('a day rule', () => {
  it('gives a workday of the period for `workday`, the end of counting for too many', () => {
    fc.assert(
      fc.property(
        anyCalendar,
        fc.integer({ min: 1, max: 12 }),
        fc.integer({ min: 1, max: 40 }),
        (calendar, month, n) => {
          const period = periodsOfYear({ every: 'month' }, 2026)[month - 1]!;
          const all = [...calendar.workdaysOf(period.first, period.last, 1)];
          if (all.length === 0) {
            expect(() => resolveDayRule({ workday: n, at: '09:00' }, period, calendar)).toThrow(RangeError);
            return;
          }
          const day = (workday: number) => dayOfInstant(resolveDayRule({ workday, at: '09:00' }, period, calendar));
          expect(day(n)).toBe(all[Math.min(n, all.length) - 1]);
          expect(day(-n)).toBe(all[Math.max(all.length - n, 0)]);
        },
      ),
    );
  });

  it('says in words when its day is, with the arithmetic', () => {
    fc.assert(
      fc.property(anyCadence, anyCalendar, (cadence, calendar) => {
        for (const slot of slotsOpening(
          cadence,
          calendar,
          instantAt('2026-01-01', '00:00'),
          instantAt('2026-12-31', '00:00'),
        )) {
          expect(slot.arithmetic.startsWith(`时限${dayOfInstant(slot.dueAt)}`)).toBe(true);
        }
      }),
      { numRuns: 20 },
    );
  });
});
