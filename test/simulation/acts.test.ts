import { afterAll, beforeAll, expect, it } from 'vitest';
import { inWords } from '../chaos/invariants.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { Simulation } from './acts.js';
import { KEPT_SEEDS } from './kept-seeds.js';

/** Each on a database of its own; while one waits for PostgreSQL the others go on. */
const LANES = 4;
const SEEDS = [
  ...KEPT_SEEDS.acts,
  ...Array.from({ length: Number(process.env.DUBAN_ACT_SEEDS ?? 200) }, (_, i) => i + 1),
];

const databases: FreshDatabase[] = [];
beforeAll(async () => {
  for (let lane = 0; lane < LANES; lane++) databases.push(await freshDatabase());
});
afterAll(async () => {
  for (const database of databases) await database.drop();
});

it.concurrent.each(Array.from({ length: LANES }, (_, lane) => lane))(
  'lane %i: whoever acts and whatever strikes, the promises hold',
  async (lane) => {
    const simulation = await Simulation.open(databases[lane]?.url ?? '');
    const mine = SEEDS.filter((_, i) => i % LANES === lane);
    const total = { met: 0, done: 0 };
    try {
      for (const seed of mine) {
        const { violations, met, done } = await simulation.run(seed);
        expect(inWords(violations), `seed ${seed}: npm run simulate -- ${seed} ${seed}`).toBe('');
        total.met += met;
        total.done += done;
      }
    } finally {
      await simulation.close();
    }
    expect(total.met).toBeGreaterThan(mine.length);
    expect(total.done).toBeGreaterThan(mine.length);
  },
  600_000,
);
