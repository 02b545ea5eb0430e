import {
  type Act,
  applyAct,
  BUNDLED_CALENDAR,
  DomainError,
  dayOfInstant,
  formatInstant,
  instantAt,
  type ObligationFacts,
  openedFacts,
  type Profile,
  rateText,
  sameTimeOn,
  TRANSITIONS,
  WorkCalendar,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoment } from '../supervision/arbitraries.js';

const calendar = new WorkCalendar(BUNDLED_CALENDAR);
const at = (day: string, time = '10:00') => instantAt(day, time);
const opened = (profile: Profile = 'report') =>
  openedFacts(profile, at('2026-03-20', '17:30'), at('2026-03-02', '09:00'));
const NOW = at('2026-03-10');

function after(facts: ObligationFacts, ...acts: (Act | Act['do'])[]): ObligationFacts {
  return acts.reduce<ObligationFacts>((now, act) => applyAct(now, asAct(act), NOW, calendar), facts);
}
const asAct = (act: Act | Act['do']): Act =>
  typeof act !== 'string' ? act : act === 'extend' ? { do: 'extend', newDue: '2026-03-25' } : { do: act };

function codeOf(work: () => unknown): string {
  try {
    work();
    return 'done';
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    expect(error.message).toMatch(/\p{Script=Han}/u);
    return error.code;
  }
}

const VERBS: Act['do'][] = ['receive', 'submit', 'accept', 'return', 'extend', 'suspend', 'resume', 'cancel'];
const anyWalk = fc.array(fc.constantFrom(...VERBS), { maxLength: 12 });

/** Any obligation, wherever some acts have brought it. */
const anywhere = fc
  .record({ profile: fc.constantFrom<Profile>('report', 'sign', 'verified-report', 'verification'), walk: anyWalk })
  .map(({ profile, walk }) => {
    let facts = opened(profile);
    for (const verb of walk) {
      try {
        facts = after(facts, verb);
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    return facts;
  });

describe('an act', () => {
  it('happens when the table has it, and else is refused and changes nothing', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...VERBS), (facts, verb) => {
        const before = structuredClone(facts);
        const allowed = !facts.ended && (TRANSITIONS[facts.profile][verb]?.from.includes(facts.state) ?? false);
        const late = { do: 'extend' as const, newDue: '2026-12-31' };
        const code = codeOf(() => after(facts, verb === 'extend' ? late : verb));
        const pastDue = (verb === 'extend' || verb === 'suspend') && NOW > facts.dueAt;
        expect(code).toBe(allowed ? (pastDue ? 'PAST_DUE' : 'done') : 'WRONG_STATE');
        expect(facts).toEqual(before);
      }),
    );
  });

  it('raises the due revision on extension and resumption only', () => {
    fc.assert(
      fc.property(anywhere, fc.constantFrom(...VERBS), (facts, verb) => {
        let moved: ObligationFacts;
        try {
          moved = after(facts, verb);
        } catch {
          return;
        }
        const replanned = verb === 'extend' || verb === 'resume';
        expect(moved.dueRevision - facts.dueRevision).toBe(replanned ? 1 : 0);
        expect(moved.plannedAt).toBe(replanned ? NOW : facts.plannedAt);
        expect(moved.originalDueAt).toBe(facts.originalDueAt);
      }),
    );
  });

  it('keeps the state before a suspension, and only during one', () => {
    fc.assert(
      fc.property(anywhere, (facts) => {
        if (facts.state === 'cancelled') return; // a cancelled one remembers what it was
        expect(facts.stateBefore !== null).toBe(facts.state === 'suspended');
      }),
    );
  });

  it('counts returns', () => {
    const facts = after(opened(), 'submit', 'return', 'submit', 'return');
    expect(facts).toMatchObject({ state: 'returned', returnCount: 2, returnedAt: NOW, submittedAt: NOW });
  });
});

describe('refusals', () => {
  it('come in the order of the rules: the state, then the due, then the new day', () => {
    const late = at('2026-03-20', '17:30') + 1;
    const extend = { do: 'extend' as const, newDue: '2026-03-01' };
    expect(codeOf(() => applyAct(after(opened(), 'submit'), extend, late, calendar))).toBe('WRONG_STATE');
    expect(codeOf(() => applyAct(opened(), extend, late, calendar))).toBe('PAST_DUE');
    expect(codeOf(() => applyAct(opened(), extend, late - 1, calendar))).toBe('NOT_LATER');
    expect(codeOf(() => applyAct(opened(), { do: 'extend', newDue: '2026-03-20' }, NOW, calendar))).toBe('NOT_LATER');
    expect(codeOf(() => applyAct(opened(), { do: 'extend', newDue: '2026-03-21' }, NOW, calendar))).toBe('done');
  });
});

describe('the words of a refusal', () => {
  const said = (facts: ObligationFacts, act: Act, now = NOW): string => {
    try {
      applyAct(facts, act, now, calendar);
      return 'done';
    } catch (error) {
      return error instanceof DomainError ? error.message : String(error);
    }
  };

  it('name the present state, what was asked, and what to do instead', () => {
    const sign = openedFacts('sign', at('2026-03-20', '17:30'), NOW);
    expect(said(opened(), { do: 'accept' })).toBe('这个事项待签收，不能办结；请先签收，或者直接报送');
    expect(said(sign, { do: 'submit' })).toBe('这个事项待签收，不能报送；请签收，签收即完成');
    expect(said(sign, { do: 'receive' })).toBe('done');
    const late = at('2026-03-20', '17:30') + 1;
    expect(said(opened(), { do: 'suspend' }, late)).toBe('已过办结时限，不能再中止；延期、中止须在到期前提出');
    expect(said(opened(), { do: 'suspend' }, late - 1)).toBe('done');
  });
});

describe('extension', () => {
  it('keeps the time of day and takes the day as given', () => {
    const facts = after(opened(), { do: 'extend', newDue: '2026-03-28' });
    expect(facts.dueAt).toBe(at('2026-03-28', '17:30'));
  });
});

describe('suspension', () => {
  it('preserves the working days that were left', () => {
    fc.assert(
      fc.property(
        anyMoment,
        fc.integer({ min: 0, max: 40 }),
        fc.integer({ min: 0, max: 60 }),
        (start, ahead, pause) => {
          const dueAt = start + ahead * 86_400_000;
          const resumeAt = start + pause * 86_400_000;
          const suspended = applyAct(openedFacts('report', dueAt, start), { do: 'suspend' }, start, calendar);
          const resumed = applyAct(suspended, { do: 'resume' }, resumeAt, calendar);
          const left = calendar.workdaysAfter(dayOfInstant(start), dayOfInstant(dueAt));
          expect(calendar.workdaysAfter(dayOfInstant(resumeAt), dayOfInstant(resumed.dueAt))).toBe(left);
          expect(resumed.dueAt).toBe(sameTimeOn(dayOfInstant(resumed.dueAt), dueAt));
          if (left === 0) expect(dayOfInstant(resumed.dueAt)).toBe(dayOfInstant(resumeAt));
          else expect(calendar.isWorkday(dayOfInstant(resumed.dueAt))).toBe(true);
          expect(resumed).toMatchObject({ state: 'open', stateBefore: null, suspendedAt: null, dueRevision: 2 });
        },
      ),
    );
  });

  // Wednesday 18 March to Friday 20 March 17:30, a limit that a person gave.
  const resumedBy = (
    given: 'hours' | 'days' | undefined,
    from: number,
    to: number,
    dueAt = at('2026-03-20', '17:30'),
  ) => {
    const suspended = applyAct(openedFacts('report', dueAt, from), { do: 'suspend' }, from, calendar);
    return formatInstant(applyAct(suspended, { do: 'resume', given }, to, calendar).dueAt).slice(5, 16);
  };

  it('of a limit in hours gives again the very time that was left, though the hour of the due has gone by', () => {
    const [from, to, dueAt] = [at('2026-03-20', '02:00'), at('2026-03-20', '02:30'), at('2026-03-20', '02:19')];
    expect(resumedBy('hours', from, to, dueAt)).toBe('03-20T02:49');
    expect(resumedBy('hours', from, from, dueAt)).toBe('03-20T02:19');
    expect(resumedBy(undefined, from, to, dueAt)).toBe('03-20T02:19'); // by the rule of the periods
  });

  it('of a limit that a person gave never makes it earlier, nor gives one that has passed', () => {
    const [saturday, wednesday] = [at('2026-03-21', '17:30'), at('2026-03-18', '10:00')];
    expect(resumedBy('days', wednesday, wednesday + 1000, saturday)).toBe('03-21T17:30');
    expect(resumedBy(undefined, wednesday, wednesday + 1000, saturday)).toBe('03-20T17:30');
    expect(resumedBy('days', at('2026-03-20', '10:00'), at('2026-03-20', '20:00'))).toBe('03-23T17:30');
    expect(resumedBy('days', at('2026-03-20', '10:00'), at('2026-03-20', '11:00'))).toBe('03-20T17:30');
    expect(resumedBy('days', at('2026-03-18', '10:00'), at('2026-03-25', '20:00'))).toBe('03-27T17:30');
  });
});

describe('a rate', () => {
  it('is rounded half up to one decimal, exactly', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), fc.nat(), (whole, n) => {
        const part = n % (whole + 1);
        const thousandth = (BigInt(part) * 10_000n) / BigInt(whole); // rounded down to two decimals, in hundredths
        const rest = (BigInt(part) * 10_000n) % BigInt(whole);
        const tenths = thousandth / 10n + (thousandth % 10n >= 5n ? 1n : 0n);
        expect(rateText(part, whole)).toBe(`${tenths / 10n}.${tenths % 10n}%`);
        expect(rest).toBeGreaterThanOrEqual(0n);
      }),
    );
  });

  it.each([
    [9, 12, '75.0%'],
    [8, 12, '66.7%'],
    [3, 16, '18.8%'],
    [1, 2000, '0.1%'],
    [0, 5, '0.0%'],
    [5, 5, '100.0%'],
    [0, 0, '—'],
  ])('of %i in %i is %s', (part, whole, text) => {
    expect(rateText(part, whole)).toBe(text);
  });
});
