import { describe, expect, it } from 'vitest';
import { grown, type Sample } from './growth.js';

/** Ten minutes of looks, six a minute, with a saw of so many MB as a collector leaves it. */
function looks(perMinute: number, saw = 0): Sample[] {
  return Array.from({ length: 60 }, (_, i) => ({
    minute: i / 6,
    values: { 'api heap MB': 60 + (perMinute * i) / 6 + (saw * (i % 4)) / 3 },
  }));
}
const bad = (samples: readonly Sample[]): boolean[] => grown(samples).map((growth) => growth.bad);

describe('growth of a process', () => {
  it('sees two megabytes a minute, alone and under a saw of eight', () => {
    expect(bad(looks(2))).toEqual([true]);
    expect(bad(looks(2, 8))).toEqual([true]);
    expect(grown(looks(2))[0]?.perMinute).toBeCloseTo(2);
  });

  it('does not take a saw, a little or a fall for growth', () => {
    expect(bad(looks(0, 8))).toEqual([false]);
    expect(bad(looks(0.5))).toEqual([false]);
    expect(bad(looks(-3))).toEqual([false]);
  });

  it('judges each figure by its own bound', () => {
    const samples = looks(0).map(({ minute }) => ({
      minute,
      values: { 'api resident MB': 200 + 4 * minute, 'worker files': 40 + 4 * minute, 'worker connections': 3 },
    }));
    expect(grown(samples).map(({ name, bad }) => [name, bad])).toEqual([
      ['api resident MB', false],
      ['worker files', true],
      ['worker connections', false],
    ]);
  });

  it('is not content with a figure that could not be read', () => {
    const samples = looks(0).map(({ minute }) => ({ minute, values: { 'api heap MB': Number.NaN } }));
    expect(bad(samples)).toEqual([true]);
  });
});
