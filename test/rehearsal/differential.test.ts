import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { type ModelInput, rehearseModel } from '../model/model.js';
import { scenario } from '../model/scenarios.js';
import { shrink } from '../model/shrink.js';
import { freshDatabase } from '../support/database.js';
import { KEPT_SEEDS } from './kept-seeds.js';
import { plain } from './lines.js';
import { runEngine } from './run-engine.js';

/** DUBAN_SEEDS=500 looks at more; DUBAN_SEED=17 at one alone. */
const count = Number(process.env.DUBAN_SEEDS ?? 60);
const only = process.env.DUBAN_SEED;
const seeds = only ? [Number(only)] : [...new Set([...KEPT_SEEDS, ...Array.from({ length: count }, (_, i) => i + 1)])];
const LANES = 6;
const TEN_SEEDS_MS = 60_000;

async function engineAnswer(input: ModelInput): Promise<unknown> {
  const database = await freshDatabase();
  try {
    return plain(await runEngine(database.url, input));
  } finally {
    await database.drop();
  }
}

const differs = async (input: ModelInput): Promise<boolean> =>
  !isDeepStrictEqual(await engineAnswer(input), plain(rehearseModel(input)));

it.concurrent.each(Array.from({ length: LANES }, (_, lane) => lane))(
  'the engine does what the model says, in every scenario of lane %i',
  async (lane) => {
    for (const seed of seeds.filter((_, i) => i % LANES === lane)) {
      const input = scenario(seed);
      if (!(await differs(input))) continue;
      const small = await shrink(input, (smaller) => differs(smaller).catch(() => false));
      process.stderr.write(`seed ${seed} differs; a small case of it:\n${JSON.stringify(small)}\n`);
      expect(await engineAnswer(small), `seed ${seed}`).toEqual(plain(rehearseModel(small)));
    }
  },
  TEN_SEEDS_MS + (count * TEN_SEEDS_MS) / 10,
);
