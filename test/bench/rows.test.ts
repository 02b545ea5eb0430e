// Every row of the bench at a tiny size, without its peers: that it runs, and that its own checks (counts, nobody
// missed or told twice) hold. No time is looked at. Row S starts the whole product, which other tests do.
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { picture } from '../../bench/picture.js';
import { Place } from '../../bench/place.js';
import { KEPT_RESULTS, readResults } from '../../bench/result.js';
import { ROWS } from '../../bench/rows.js';
import { PAGE, pageWithResults } from '../../bench/write-docs.js';

let place: Place;
beforeAll(async () => {
  place = await Place.open(() => undefined);
}, 120_000);
afterAll(() => place.close(), 120_000);

const SIZES: Readonly<Record<string, number>> = { B1: 60, B2: 60, B3: 600, B7: 30, B8: 10, M: 20, C: 200 };

it.each(ROWS.filter(({ id }) => id !== 'S'))(
  '$id $title',
  async (row) => {
    const size = SIZES[row.id] ?? 40;
    const outcome = await row.run({ place, peers: [], repeats: 1, scale: size / row.size, say: () => undefined }, size);
    expect(outcome.figures.length).toBeGreaterThan(0);
    for (const { name, median } of outcome.figures) expect(median, name).not.toBeNaN();
    for (const { what, goal, measured } of outcome.verdicts) {
      if (goal === '0') expect(measured, what).toBe('0');
    }
  },
  300_000,
);

it('what docs/performance.md shows is what was measured', () => {
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toBe(pageWithResults(page, readResults(KEPT_RESULTS)));
});

it('draws every point of a curve', () => {
  const points = [
    { size: 1_000, value: 3 },
    { size: 1_000_000, value: 4 },
  ];
  const svg = picture('growth', [{ name: 'a < b', unit: 'ms', points }]);
  expect(svg.match(/<circle/g)).toHaveLength(2);
  expect(svg).toContain('a &lt; b');
  expect(svg).not.toContain('NaN');
});
