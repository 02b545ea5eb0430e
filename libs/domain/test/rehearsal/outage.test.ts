import { engineAt, mergeOutages, type Outage } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const anyOutages: fc.Arbitrary<Outage[]> = fc.array(
  fc.tuple(fc.nat(100), fc.nat(30)).map(([at, length]) => ({ at, until: at + length })),
  { maxLength: 8 },
);

describe('outages', () => {
  it('overlapping or touching are one', () => {
    expect(
      mergeOutages([
        { at: 5, until: 9 },
        { at: 1, until: 3 },
        { at: 3, until: 6 },
      ]),
    ).toEqual([{ at: 1, until: 9 }]);
    expect(
      mergeOutages([
        { at: 1, until: 3 },
        { at: 4, until: 6 },
      ]),
    ).toHaveLength(2);
  });

  it('without length are none', () => {
    expect(mergeOutages([{ at: 3, until: 3 }])).toEqual([]);
  });

  it('cover the same instants merged as apart, and lie apart from each other', () => {
    fc.assert(
      fc.property(anyOutages, (outages) => {
        const merged = mergeOutages(outages);
        for (let t = 0; t <= 130; t++) {
          const covered = outages.some(({ at, until }) => at <= t && t < until);
          expect(merged.some(({ at, until }) => at <= t && t < until)).toBe(covered);
          const wakes = engineAt(merged, t);
          expect(wakes === t).toBe(!covered);
          expect(merged.some(({ at, until }) => at <= wakes && wakes < until)).toBe(false);
        }
        for (const [i, outage] of merged.entries()) {
          const next = merged[i + 1];
          if (next) expect(next.at).toBeGreaterThan(outage.until);
        }
      }),
    );
  });
});
