// The short form of `npm run chaos`: rows that together take about a minute, on one real installation.
import { afterAll, expect, it } from 'vitest';
import { seeded } from './row.js';
import { Installation, ROWS, told } from './run.js';

const SEED = Number(process.env.DUBAN_CHAOS_SEED ?? Math.floor(Math.random() * 1_000_000));
const installation = new Installation();
afterAll(() => installation.close(), 60_000);

const short = ROWS.filter(({ short }) => short);

it('has every row of the matrix', () => {
  expect(ROWS.map(({ number }) => number)).toEqual(Array.from({ length: 18 }, (_, i) => i + 1));
});

it.each(short.map((row) => [row.fault, row] as const))(
  `%s (seed ${SEED})`,
  async (_, row) => {
    const outcome = await installation.run(row, seeded(SEED + row.number), true);
    expect(outcome.ok, told(outcome)).toBe(true);
  },
  240_000,
);
