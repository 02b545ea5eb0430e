import { type Bucket, type Rate, takeToken, tokensAt, tokensFrom } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const START = 1_800_000_000_000;
const rates = fc.record({ perMinute: fc.integer({ min: 1, max: 600 }), burst: fc.integer({ min: 1, max: 12 }) });

/** Takes whatever there is at each of these moments: the instants at which a token was had. */
function greedy(rate: Rate, waits: readonly number[]): number[] {
  const taken: number[] = [];
  let bucket: Bucket = null;
  let now = START;
  for (const wait of waits) {
    now += wait;
    while (tokensAt(bucket, rate, now) > 0) {
      bucket = takeToken(bucket, rate, now);
      taken.push(now);
    }
  }
  return taken;
}

describe('a token bucket', () => {
  it('gives its burst, then one token each interval', () => {
    const rate = { perMinute: 20, burst: 3 };
    const seconds = Array.from({ length: 13 }, (_, second) => (second === 0 ? 0 : 1_000));
    expect(greedy(rate, seconds).map((at) => (at - START) / 1_000)).toEqual([0, 0, 0, 3, 6, 9, 12]);
  });

  it('is full again after a rest, and no fuller', () => {
    const rate = { perMinute: 60, burst: 5 };
    expect(greedy(rate, [0, 3_600_000])).toHaveLength(10);
  });

  it('never gives more than its burst and its rate in any span', () => {
    fc.assert(
      fc.property(rates, fc.array(fc.integer({ min: 0, max: 30_000 }), { maxLength: 12 }), (rate, waits) => {
        const taken = greedy(rate, waits);
        for (let first = 0; first < taken.length; first++) {
          for (let last = first; last < taken.length; last++) {
            const span = (taken[last] ?? 0) - (taken[first] ?? 0);
            expect(last - first + 1).toBeLessThanOrEqual(rate.burst + (span * rate.perMinute) / 60_000 + 1e-6);
          }
        }
      }),
    );
  });

  it('says when there will be tokens: not a millisecond before, and then for certain', () => {
    fc.assert(
      fc.property(rates, fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 10 }), (rate, takes, count) => {
        let bucket: Bucket = null;
        for (let n = 0; n < Math.min(takes, rate.burst); n++) bucket = takeToken(bucket, rate, START);
        const wanted = Math.min(count, rate.burst);
        const at = tokensFrom(bucket, rate, START, count);
        expect(tokensAt(bucket, rate, at)).toBeGreaterThanOrEqual(wanted);
        if (at > START) expect(tokensAt(bucket, rate, at - 1)).toBeLessThan(wanted);
      }),
    );
  });

  it('is at worst empty, though a worker with a clock an hour ahead had it', () => {
    const rate = { perMinute: 20, burst: 10 };
    const ahead = takeToken(null, rate, START + 3_600_000);
    expect(tokensAt(ahead, rate, START)).toBe(0);
    expect(tokensFrom(ahead, rate, START, 1) - START).toBe(3_000);
  });
});
