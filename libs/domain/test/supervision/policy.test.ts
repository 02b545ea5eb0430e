import {
  addDays,
  DEFAULT_POLICY,
  dayOfInstant,
  formatInstant,
  instantAt,
  lightAt,
  offsetInstant,
  type PostRelation,
  Reader,
  readPolicies,
  recipientsOf,
  rectificationPolicy,
  yellowFrom,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyMoment, calendar, HOUR_MS } from './arbitraries.js';

const from = (day: string, offset: Parameters<typeof offsetInstant>[1]) =>
  formatInstant(offsetInstant(instantAt(day, '17:30'), offset, '09:00', calendar)).slice(0, 16);

describe('an offset', () => {
  it('in working days skips the holidays', () => {
    expect(from('2026-09-30', { workdays: 1 })).toBe('2026-10-08T09:00');
    expect(from('2026-10-08', { workdays: -1 })).toBe('2026-09-30T09:00');
    expect(from('2026-10-04', { workdays: 0 })).toBe('2026-09-30T09:00');
  });

  it('in days goes back to a workday for n ≤ 0 and forward for n > 0', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -20, max: 20 }), (anchor, days) => {
        const day = dayOfInstant(offsetInstant(anchor, { days }, '09:00', calendar));
        const plain = addDays(dayOfInstant(anchor), days);
        expect(calendar.isWorkday(day)).toBe(true);
        if (calendar.isWorkday(plain)) expect(day).toBe(plain);
        else expect(days > 0 ? day > plain : day < plain).toBe(true);
      }),
    );
  });

  it('in hours is exact', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -4_000, max: 4_000 }), (anchor, quarters) => {
        const hours = quarters / 4;
        expect(offsetInstant(anchor, { hours }, '09:00', calendar)).toBe(anchor + hours * HOUR_MS);
      }),
    );
  });
});

describe('a light', () => {
  const due = instantAt('2026-03-20', '17:30');
  const light = (at: number, state: 'open' | 'submitted' | 'suspended' | 'returned' = 'open') =>
    lightAt({ state, dueAt: due, yellowAt: yellowFrom(due, DEFAULT_POLICY, calendar) }, at);

  it('turns yellow at 00:00 three working days before the due day, and red after the due instant', () => {
    const yellow = instantAt('2026-03-17', '00:00');
    expect([light(yellow - 1), light(yellow), light(due), light(due + 1)]).toEqual([
      'green',
      'yellow',
      'yellow',
      'red',
    ]);
  });

  it('is blue when submitted and grey when suspended, however late', () => {
    fc.assert(
      fc.property(anyMoment, (at) => {
        expect([light(at, 'submitted'), light(at, 'suspended')]).toEqual(['blue', 'grey']);
      }),
    );
  });

  it('agrees with the plan of a rung that stands where yellow begins', () => {
    fc.assert(
      fc.property(anyMoment, fc.integer({ min: -9, max: 0 }), anyMoment, (dueAt, workdays, at) => {
        const policy = { key: 'p', lights: { yellow: { workdays } }, rungs: [] };
        const yellowAt = yellowFrom(dueAt, policy, calendar);
        expect(yellowAt).toBe(offsetInstant(dueAt, { workdays }, '00:00', calendar));
        const expected = at > dueAt ? 'red' : at >= yellowAt ? 'yellow' : 'green';
        expect(lightAt({ state: 'open', dueAt, yellowAt }, at)).toBe(expected);
      }),
    );
  });
});

describe('recipients', () => {
  const holders: Partial<Record<PostRelation, string>> = { handler: '卫某', 'lead-leader': '张某' };
  const to = (posts: readonly PostRelation[], owedBy: 'unit' | 'office' = 'unit', held = holders) =>
    recipientsOf(posts, owedBy, (post) => held[post] ?? null).map(({ post, name }) => `${post}=${name ?? '∅'}`);

  it('are the holders of the posts, in the order of the rung, each once', () => {
    expect(to(['lead-leader', 'handler', 'lead-leader'])).toEqual(['lead-leader=张某', 'handler=卫某']);
  });

  it('of a vacant post bring the office in, once, unless it is there already', () => {
    expect(to(['unit-head', 'deputy-leader'])).toEqual(['unit-head=∅', 'deputy-leader=∅', 'office=∅']);
    expect(to(['office', 'unit-head'])).toEqual(['office=∅', 'unit-head=∅']);
    expect(to(['unit-head'], 'unit', { office: '督办员' })).toEqual(['unit-head=∅', 'office=督办员']);
  });

  it('of the office’s own stages are the office for handler and unit head, once, at the first mention', () => {
    expect(
      to(['deputy-leader', 'handler', 'lead-leader', 'unit-head', 'office'], 'office', { office: '督办员' }),
    ).toEqual(['deputy-leader=∅', 'office=督办员', 'lead-leader=∅']);
  });
});

describe('the ladder of rectification', () => {
  const plain = { key: 'a', rungs: DEFAULT_POLICY.rungs };
  it('is the policy keyed so, else the first without its proposals', () => {
    const own = { key: 'rectification', rungs: DEFAULT_POLICY.rungs };
    expect(rectificationPolicy([plain, own])).toBe(own);
    expect(rectificationPolicy([plain]).rungs.map(({ key }) => key)).not.toContain('rectify');
    expect(rectificationPolicy([plain]).rungs).toHaveLength(plain.rungs.length - 1);
    expect(() => rectificationPolicy([])).toThrow(RangeError);
  });
});

describe('a policy file', () => {
  it('of the default reads as itself', () => {
    const reader = new Reader();
    expect(readPolicies(JSON.parse(JSON.stringify(DEFAULT_POLICY)), reader)).toEqual([DEFAULT_POLICY]);
    expect(reader.faults).toEqual([]);
  });

  it('refuses a policy or a rung named twice', () => {
    const twice = { ...DEFAULT_POLICY, rungs: [DEFAULT_POLICY.rungs[0], DEFAULT_POLICY.rungs[0]] };
    const reader = new Reader();
    readPolicies([DEFAULT_POLICY, twice], reader);
    expect(reader.faults.map(({ path }) => path)).toEqual(['$[1].rungs[1].key']);
    const again = new Reader();
    readPolicies([DEFAULT_POLICY, DEFAULT_POLICY], again);
    expect(again.faults.map(({ path }) => path)).toEqual(['$[1].key']);
  });

  it('notes faults and never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const reader = new Reader();
        const policies = readPolicies(value, reader);
        expect(reader.faults.length > 0 || policies.length > 0).toBe(true);
      }),
    );
  });
});
