import {
  DEFAULT_POLICY,
  firesWhile,
  instantAt,
  isReminder,
  judge,
  type LadderFacts,
  nextRungAt,
  type Policy,
  planOf,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyFacts, anyMoment, anyPolicy, calendar, START } from './arbitraries.js';

const at = (day: string, time = '09:00') => instantAt(day, time);
const facts = (more: Partial<LadderFacts> = {}): LadderFacts => ({
  state: 'open',
  openedAt: at('2026-03-02'),
  dueAt: at('2026-03-20', '17:30'),
  plannedAt: at('2026-03-02'),
  returnedAt: null,
  sweptTo: at('2026-03-02'),
  ended: false,
  ...more,
});
const fired = (f: LadderFacts, now: number, policy: Policy = DEFAULT_POLICY): string[] =>
  judge(f, policy, calendar, now, 0).map(({ rung, late }) => `${rung.key}${late ? ' late' : ''}`);

describe('a plan', () => {
  it('holds no instant at or before its planning', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (f, policy) => {
        for (const { at: when, rung } of planOf(f, policy, calendar)) {
          expect(when).toBeGreaterThan(f.plannedAt);
          if (rung.anchor === 'returned') expect(when).toBeGreaterThan(f.returnedAt ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it('drops a rung at the very instant of planning, and keeps one a millisecond later', () => {
    const keys = (plannedAt: number) =>
      planOf(facts({ plannedAt }), DEFAULT_POLICY, calendar).map(({ rung }) => rung.key);
    expect(keys(at('2026-03-04'))).not.toContain('unsigned');
    expect(keys(at('2026-03-04') - 1)).toContain('unsigned');
  });

  it('is in the order of time, then of the policy', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (f, policy) => {
        const plan = planOf(f, policy, calendar);
        const sorted = [...plan].sort(
          (a, b) => a.at - b.at || policy.rungs.indexOf(a.rung) - policy.rungs.indexOf(b.rung),
        );
        expect(plan).toEqual(sorted);
      }),
    );
  });

  it('without a return has no rung of one', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (f, policy) => {
        const plan = planOf({ ...f, returnedAt: null }, policy, calendar);
        expect(plan.some(({ rung }) => rung.anchor === 'returned')).toBe(false);
      }),
    );
  });

  it('of the default ladder is the one of the sources', () => {
    const plan = planOf(facts({ returnedAt: at('2026-03-10') }), DEFAULT_POLICY, calendar);
    expect(
      plan.map(({ rung, at: when }) => `${rung.key} ${new Date(when + 8 * 3_600_000).toISOString().slice(5, 16)}`),
    ).toEqual([
      'unsigned 03-04T09:00',
      'returned 03-12T09:00',
      'remind-3 03-17T09:00',
      'remind-1 03-19T09:00',
      'remind-0 03-20T09:00',
      'blue 03-23T09:00',
      'yellow 03-25T09:00',
      'red 03-27T09:00',
      'rectify 04-03T09:00',
    ]);
  });
});

describe('judging', () => {
  it('swept in any partition of time fires each rung once, as in one stroke at each instant', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, fc.array(anyMoment, { maxLength: 6 }), (f, policy, stops) => {
        const instants = [...new Set(planOf(f, policy, calendar).map(({ at: when }) => when))];
        const run = (wakes: readonly number[]): string[] => {
          let sweptTo = f.sweptTo;
          return [...wakes]
            .sort((a, b) => a - b)
            .flatMap((now) => {
              const keys = judge({ ...f, sweptTo }, policy, calendar, now, 0).map(({ rung }) => rung.key);
              sweptTo = Math.max(sweptTo, now + 1);
              return keys;
            });
        };
        const whole = run(instants);
        expect(new Set(whole).size).toBe(whole.length);
        expect(run([...instants, ...stops])).toEqual(whole); // wakes that come too early are harmless
        expect(run([...instants, ...instants])).toEqual(whole);
        const expected = planOf(f, policy, calendar).filter(
          ({ rung, at: when }) => when >= f.sweptTo && firesWhile(rung.anchor, f.state),
        );
        expect(whole).toEqual(expected.map(({ rung }) => rung.key));
      }),
    );
  });

  it('in few strokes never fires a rung twice, and skips no slip', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, fc.array(anyMoment, { minLength: 1, maxLength: 6 }), (f, policy, stops) => {
        let sweptTo = f.sweptTo;
        const last = Math.max(...stops);
        const firings = [...stops]
          .sort((a, b) => a - b)
          .flatMap((now) => {
            const result = judge({ ...f, sweptTo }, policy, calendar, now, 0);
            sweptTo = Math.max(sweptTo, now + 1);
            return result;
          });
        const keys = firings.map(({ rung }) => rung.key);
        expect(new Set(keys).size).toBe(keys.length);
        const unskippable = planOf(f, policy, calendar).filter(
          ({ rung, at: when }) =>
            !isReminder(rung) && when >= f.sweptTo && when <= last && firesWhile(rung.anchor, f.state),
        );
        for (const { rung } of unskippable) expect(keys).toContain(rung.key);
      }),
    );
  });

  it('after an outage lets through at most one missed reminder, the latest, and none past due', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyMoment, (f, policy, now) => {
        const firings = judge(f, policy, calendar, now, 0);
        const late = firings.filter(({ rung, late: isLate }) => isLate && isReminder(rung));
        const missed = planOf(f, policy, calendar).filter(
          ({ rung, at: when }) =>
            isReminder(rung) && when >= f.sweptTo && when < now && firesWhile(rung.anchor, f.state),
        );
        expect(late.map(({ rung }) => rung.key)).toEqual(
          now > f.dueAt ? [] : missed.slice(-1).map(({ rung }) => rung.key),
        );
        expect(firings.map(({ at: when }) => when)).toEqual(
          [...firings.map(({ at: when }) => when)].sort((a, b) => a - b),
        );
      }),
    );
  });

  it('fires nothing of what has ended', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, anyMoment, (f, policy, now) => {
        expect(judge({ ...f, ended: true }, policy, calendar, now, 0)).toEqual([]);
        expect(nextRungAt({ ...f, ended: true }, policy, calendar)).toBeNull();
      }),
    );
  });

  it('names the next wake: nothing fires before it, and it lies in the plan', () => {
    fc.assert(
      fc.property(anyFacts, anyPolicy, (f, policy) => {
        const next = nextRungAt(f, policy, calendar);
        const before = (next ?? START + 1e12) - 1;
        expect(judge(f, policy, calendar, before, 0)).toEqual([]);
        if (next !== null) expect(planOf(f, policy, calendar).map(({ at: when }) => when)).toContain(next);
      }),
    );
  });

  it('at the due instant is not past due yet; a millisecond later it is', () => {
    expect(fired(facts(), at('2026-03-20', '17:30'))).toEqual(['remind-0 late']);
    expect(fired(facts(), at('2026-03-20', '17:30') + 1)).toEqual([]);
  });

  it('judges what stands where the last sweep ended, and nothing before it', () => {
    expect(fired(facts({ sweptTo: at('2026-03-04') }), at('2026-03-04'))).toEqual(['unsigned']);
    expect(fired(facts({ sweptTo: at('2026-03-04') + 1 }), at('2026-03-04') + 1)).toEqual([]);
  });

  it('within the grace counts as in time', () => {
    const one = judge(facts(), DEFAULT_POLICY, calendar, at('2026-03-04') + 1_000, 1_000);
    expect(one.map(({ rung, late }) => [rung.key, late])).toEqual([['unsigned', false]]);
    const late = judge(facts(), DEFAULT_POLICY, calendar, at('2026-03-04') + 1_001, 1_000);
    expect(late.map(({ rung, late: isLate }) => [rung.key, isLate])).toEqual([['unsigned', true]]);
  });

  it('wakes a submitted one for its due rungs, so that they are spent', () => {
    const submitted = facts({ state: 'submitted' });
    expect(nextRungAt(submitted, DEFAULT_POLICY, calendar)).toBe(at('2026-03-17'));
    expect(fired(submitted, at('2026-03-17'))).toEqual([]);
    expect(nextRungAt(facts({ state: 'suspended' }), DEFAULT_POLICY, calendar)).toBeNull();
  });
});
