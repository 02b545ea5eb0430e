import { afterAll, beforeAll, expect, it } from 'vitest';
import { inWords } from '../chaos/invariants.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { Simulation } from './acts.js';

/** Seeds that once broke a promise: they stay. */
const KEPT: readonly number[] = [];
const LANES = 2;
const SEEDS = [...KEPT, ...Array.from({ length: Number(process.env.DUBAN_ACT_SEEDS ?? 80) }, (_, i) => i + 1)];

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
    const total = { met: 0, done: 0 };
    try {
      for (const seed of SEEDS.filter((_, i) => i % LANES === lane)) {
        const { violations, met, done } = await simulation.run(seed);
        expect(inWords(violations), `seed ${seed}: npm run simulate -- ${seed} ${seed}`).toBe('');
        total.met += met;
        total.done += done;
      }
    } finally {
      await simulation.close();
    }
    expect(total.met).toBeGreaterThan(SEEDS.length / LANES);
    expect(total.done).toBeGreaterThan(SEEDS.length / LANES);
  },
  600_000,
);
