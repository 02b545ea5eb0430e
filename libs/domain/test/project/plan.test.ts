import {
  DEFAULT_PLAN_LIGHTS,
  deviationPoints,
  type PlanLine,
  planFaults,
  planLight,
  planLineEnd,
  plannedPercent,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const line = (month: string, percent: number): PlanLine => ({ month, percent, text: null });
const PLAN = [line('2026-03', 20), line('2026-04', 20), line('2026-06', 100)];
const paths = (lines: readonly PlanLine[], deadline: string | null = '2026-06-20') =>
  planFaults(lines, deadline).map(({ path }) => path);

describe('a plan by months', () => {
  it('rises to the whole in the month of the deadline', () => {
    expect(paths(PLAN)).toEqual([]);
    expect(paths(PLAN, null)).toEqual([]);
  });

  it.each([
    ['is empty', [], 'lines'],
    ['falls', [line('2026-03', 30), line('2026-04', 20), line('2026-06', 100)], 'lines.1.percent'],
    ['names a month twice', [line('2026-03', 30), line('2026-03', 40), line('2026-06', 100)], 'lines.1.month'],
    ['stops short of the whole', [line('2026-06', 99)], 'lines.0.percent'],
    ['is whole too early', [line('2026-05', 100)], 'lines.0.month'],
    ['is whole too late', [line('2026-07', 100)], 'lines.0.month'],
    ['has no such month', [line('2026-13', 50), line('2026-06', 100)], 'lines.0.month'],
    ['is more than the whole', [line('2026-03', 101), line('2026-06', 101)], 'lines.0.percent'],
  ])('that %s is at fault', (_, lines, path) => {
    expect(paths(lines)).toContain(path);
  });
});

describe('what the plan asks for by a day', () => {
  it.each([
    ['2026-03-31', 0],
    ['2026-04-01', 20],
    ['2026-05-31', 20],
    ['2026-06-20', 20],
    ['2026-06-21', 100],
  ])('on %s is %i%%: a line counts once its last day is over', (day, percent) => {
    expect(plannedPercent(PLAN, '2026-06-20', day)).toBe(percent);
  });

  it('never falls from one day to the next', () => {
    const days = Array.from({ length: 120 }, (_, i) => new Date(Date.UTC(2026, 1, 20 + i)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { minLength: 3, maxLength: 3 }), (percents) => {
        const rising = [...percents].sort((a, b) => a - b);
        const lines = rising.map((percent, i) => line(`2026-0${i + 3}`, percent));
        const asked = days.map((day) => plannedPercent(lines, null, day));
        expect(asked).toEqual([...asked].sort((a, b) => a - b));
      }),
    );
  });

  it('ends at the deadline, not at the end of its month', () => {
    expect(planLineEnd(line('2026-06', 100), '2026-06-20')).toBe('2026-06-20');
    expect(planLineEnd(line('2026-02', 100), '2026-06-20')).toBe('2026-02-28');
  });
});

describe('the light of a deviation', () => {
  it.each([
    [0, 'green'],
    [-9, 'green'],
    [-10, 'yellow'],
    [-30, 'yellow'],
    [-31, 'red'],
    [40, 'green'],
  ] as const)('%i points is %s', (points, light) => {
    expect(planLight(points, DEFAULT_PLAN_LIGHTS)).toBe(light);
  });

  it('follows other limits where a programme has its own', () => {
    expect(planLight(-6, { yellowFromPoints: 5, redOverPoints: 15 })).toBe('yellow');
    expect(planLight(-16, { yellowFromPoints: 5, redOverPoints: 15 })).toBe('red');
  });

  it('takes nothing reported for nothing done', () => {
    expect(deviationPoints(40, null)).toBe(-40);
    expect(deviationPoints(40, 55)).toBe(15);
  });
});
