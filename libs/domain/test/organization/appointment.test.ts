import { placeTenure, type Tenure } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const held = (id: number, from: number, to: number | null): Tenure => ({ id, from, to });
const code = (run: () => unknown): string => {
  try {
    run();
    return 'done';
  } catch (error) {
    return error instanceof Error && 'code' in error ? String(error.code) : 'other';
  }
};

describe('an appointment', () => {
  it('ends who holds the post at its beginning', () => {
    expect(placeTenure([held(1, 0, null)], { from: 50, to: null }, 50)).toEqual({ cut: [{ id: 1, to: 50 }], to: null });
  });

  it('that begins later leaves the present holder until then', () => {
    expect(placeTenure([held(1, 0, null)], { from: 90, to: null }, 50)).toEqual({ cut: [{ id: 1, to: 90 }], to: null });
  });

  it('without an end lasts until the one that is planned', () => {
    const placed = placeTenure([held(1, 0, 90), held(2, 90, null)], { from: 50, to: null }, 50);
    expect(placed).toEqual({ cut: [{ id: 1, to: 50 }], to: 90 });
  });

  it('that reaches into a planned one, or back over a past one, is refused', () => {
    const both = [held(1, 0, 90), held(2, 90, null)];
    expect(code(() => placeTenure(both, { from: 50, to: 95 }, 50))).toBe('TENURE_TAKEN');
    expect(code(() => placeTenure(both, { from: 50, to: 90 }, 50))).toBe('done');
    expect(code(() => placeTenure([held(1, 40, null)], { from: 30, to: null }, 50))).toBe('TENURE_TAKEN');
    expect(code(() => placeTenure([held(1, 40, null)], { from: 45, to: null }, 50))).toBe('done');
    expect(code(() => placeTenure([], { from: 50, to: 50 }, 50))).toBe('BAD_TENURE');
  });

  it('leaves one holder at a time, whatever is done in whatever order', () => {
    const step = fc.record({ from: fc.nat(100), length: fc.option(fc.integer({ min: 1, max: 40 })), now: fc.nat(100) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let tenures: Tenure[] = [];
        for (const [id, { from, length, now }] of steps.entries()) {
          const given = { from, to: length === null ? null : from + length };
          try {
            const { cut, to } = placeTenure(tenures, given, now);
            tenures = tenures.map((tenure) => ({
              ...tenure,
              to: cut.find((c) => c.id === tenure.id)?.to ?? tenure.to,
            }));
            tenures.push(held(id, from, to));
          } catch (error) {
            if (code(() => placeTenure(tenures, given, now)) === 'other') throw error;
          }
        }
        for (let at = 0; at <= 150; at += 1) {
          const holders = tenures.filter(({ from, to }) => from <= at && (to === null || to > at));
          expect(holders.length).toBeLessThanOrEqual(1);
        }
        expect(tenures.filter(({ to }) => to === null).length).toBeLessThanOrEqual(1);
      }),
    );
  });
});
