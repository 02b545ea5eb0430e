import {
  BUNDLED_CALENDAR,
  judge,
  type LadderFacts,
  nextRungAt,
  type Policy,
  underCalendar,
  WorkCalendar,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoment, anyPolicy, HOUR_MS, START } from './arbitraries.js';

const END = START + 200 * 24 * HOUR_MS;
const days = Array.from({ length: 70 }, (_, i) => new Date(START + i * 24 * HOUR_MS).toISOString().slice(0, 10));
const anyTable = fc.record({
  offDays: fc.subarray(days, { maxLength: 20 }),
  makeupWorkdays: fc.subarray(days, { maxLength: 8 }),
});
const tableOf = (table: { offDays: string[]; makeupWorkdays: string[] }): WorkCalendar =>
  new WorkCalendar({ name: '表', publishedThrough: 2027, ...table });

/** Lives from one wake to the next until `to`; the keys of what fired, in order. */
function live(
  facts: LadderFacts,
  policy: Policy,
  calendar: WorkCalendar,
  to: number,
): { facts: LadderFacts; fired: string[] } {
  const fired: string[] = [];
  let current = facts;
  for (;;) {
    const wake = nextRungAt(current, policy, calendar);
    if (wake === null || wake > to) return { facts: current, fired };
    const now = Math.max(wake, current.sweptTo);
    fired.push(...judge(current, policy, calendar, now, END).map(({ rung }) => rung.key));
    current = { ...current, sweptTo: now + 1 };
  }
}

describe('a ladder under a changed calendar', () => {
  it('fires every rung once: none again, none left out', () => {
    fc.assert(
      fc.property(anyPolicy, anyTable, anyTable, anyMoment, anyMoment, (policy, before, after, dueAt, changeAt) => {
        const facts: LadderFacts = {
          state: 'open',
          openedAt: START,
          dueAt,
          plannedAt: START,
          returnedAt: null,
          sweptTo: START,
          ended: false,
        };
        const [was, is] = [tableOf(before), tableOf(after)];
        const first = live(facts, policy, was, changeAt);
        const changed = underCalendar(first.facts, first.facts, policy, was, is);
        const second = live(changed, policy, is, END);
        const fired = [...first.fired, ...second.fired];
        expect(new Set(fired).size).toBe(fired.length);
        // What both calendars place after the opening fires, whichever of them held at the time.
        const [inOld, inNew] = [was, is].map((calendar) => new Set(live(facts, policy, calendar, END).fired));
        for (const { key } of policy.rungs) {
          if (inOld?.has(key) && inNew?.has(key)) expect(fired).toContain(key);
        }
      }),
    );
  });

  it('that stays as it was is judged as before', () => {
    const calendar = new WorkCalendar(BUNDLED_CALENDAR);
    fc.assert(
      fc.property(anyPolicy, anyMoment, anyMoment, (policy, dueAt, changeAt) => {
        const facts: LadderFacts = {
          state: 'open',
          openedAt: START,
          dueAt,
          plannedAt: START,
          returnedAt: null,
          sweptTo: START,
          ended: false,
        };
        const { facts: lived } = live(facts, policy, calendar, changeAt);
        const { spentRungs, ...same } = underCalendar(lived, lived, policy, calendar, calendar);
        expect(same).toEqual(lived);
        expect(spentRungs).toEqual([]);
      }),
    );
  });

  it('a slip that fired and would come again does not; without the mark it would', () => {
    const policy: Policy = {
      key: 'p',
      rungs: [
        { key: 'blue', anchor: 'due', offset: { workdays: 1 }, at: '09:00', action: 'slip-blue', to: ['unit-head'] },
      ],
    };
    const facts: LadderFacts = {
      state: 'open',
      openedAt: START,
      dueAt: Date.parse('2026-09-17T17:30:00+08:00'),
      plannedAt: START,
      returnedAt: null,
      sweptTo: START,
      ended: false,
    };
    const was = tableOf({ offDays: [], makeupWorkdays: [] });
    const is = tableOf({ offDays: ['2026-09-18', '2026-09-21'], makeupWorkdays: [] });
    const { facts: lived, fired } = live(facts, policy, was, Date.parse('2026-09-18T12:00:00+08:00'));
    expect(fired).toEqual(['blue']);
    expect(live(lived, policy, is, END).fired).toEqual(['blue']);
    expect(live(underCalendar(lived, lived, policy, was, is), policy, is, END).fired).toEqual([]);
  });
});
