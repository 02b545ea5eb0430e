import { AsyncLocalStorage } from 'node:async_hooks';
import { createDataSource, Engine, readRehearsal, rehearse } from '@duban/application';
import pg from 'pg';
import type { DataSource, EntityManager } from 'typeorm';
import { expect, it, vi } from 'vitest';
import { type ModelInput, rehearseModel } from '../model/model.js';
import { Random } from '../model/random.js';
import { scenario } from '../model/scenarios.js';
import { plain } from '../rehearsal/lines.js';
import { ledgerOf } from '../rehearsal/run-engine.js';
import { freshDatabase } from '../support/database.js';
import { type Fate, type Fault, Faults } from './faults.js';
import { KEPT_SEEDS } from './kept-seeds.js';

/** DUBAN_FAULT_SEEDS=1000 for a night; DUBAN_FAULT_SEED=17 for one alone. */
const count = Number(process.env.DUBAN_FAULT_SEEDS ?? 40);
const only = process.env.DUBAN_FAULT_SEED;
const seeds = only ? [Number(only)] : [...KEPT_SEEDS.faults, ...Array.from({ length: count }, (_, i) => 1_001 + i)];
const LANES = 4;
/** One transaction in so many meets a fault, at one of its first statements or at its COMMIT. */
const RARITY = 4;
const STATEMENTS = 14;

/** While the engine is at work, an unacknowledged commit is simply asked again: an advance may be repeated at will. */
const engineAtWork = new AsyncLocalStorage<true>();
for (const method of ['advanceClock', 'openRounds'] as const) {
  const original = Engine.prototype[method];
  vi.spyOn(Engine.prototype, method).mockImplementation(function (this: Engine, id: number, now: number) {
    return engineAtWork.run(true, () => Reflect.apply(original, this, [id, now]));
  });
}

/** Every transaction is tried until it passes, as the activities' retry policies and people do. */
function retryTransactions(dataSource: DataSource, faults: Faults, draw: () => Fate): () => number {
  let met = 0;
  const once = dataSource.transaction.bind(dataSource);
  const patient = async (work: (manager: EntityManager) => Promise<unknown>): Promise<unknown> => {
    for (;;) {
      let answer: unknown;
      faults.reset(draw());
      try {
        return await once(async (manager) => (answer = await work(manager)));
      } catch (error) {
        if (faults.injected === undefined) throw error;
        met += 1;
        const { fault, statement } = faults.injected;
        // Whoever acted looks whether it was done before acting again; the engine need not look.
        if (fault === 'unacknowledged' && statement === 'COMMIT' && !engineAtWork.getStore()) return answer;
      } finally {
        faults.reset();
      }
    }
  };
  Object.defineProperty(dataSource, 'transaction', { value: patient });
  return () => met;
}

async function disturbed(input: ModelInput, seed: number): Promise<{ output: unknown; met: number; broken: unknown }> {
  const database = await freshDatabase();
  const admin = new pg.Client({ connectionString: database.url });
  await admin.connect();
  const dataSource = createDataSource(database.url, { poolSize: 2 });
  await dataSource.initialize();
  const faults = new Faults(dataSource, async (pid) => {
    await admin.query('SELECT pg_terminate_backend($1)', [pid]);
  });
  const random = new Random(seed);
  const fate = (): Fate => {
    if (random.int(1, RARITY) !== 1) return () => undefined;
    const fault = random.pick<Fault>(['lost', 'lost', 'unacknowledged', 'unacknowledged', 'killed']);
    const place = random.int(1, STATEMENTS);
    const atCommit = random.int(1, 3) === 1;
    return (statement) => {
      const here = atCommit ? statement === 'COMMIT' : faults.count === place;
      return here ? fault : undefined;
    };
  };
  const met = retryTransactions(dataSource, faults, fate);
  try {
    const output = plain(await rehearse(dataSource, read(input)));
    return { output, met: met(), broken: await invariants(admin) };
  } finally {
    await dataSource.destroy();
    await admin.end();
    await database.drop();
  }
}

function read(input: ModelInput) {
  const named = (name: string, json: unknown) => (json === undefined ? undefined : { name, json });
  return readRehearsal({
    ledger: { name: 'ledger', result: ledgerOf(input.items) },
    cadences: named('cadences', input.cadences),
    policy: named('policy', input.policies),
    calendar: named('calendar', input.calendar),
    behaviour: named('behaviour', input.behaviour),
    from: input.from,
    to: input.to,
    launch: input.launch,
  }).input;
}

/** What must hold in the record whatever happened; each query gives the rows that break a promise. */
async function invariants(admin: pg.Client): Promise<unknown> {
  const broken: Record<string, string> = {
    'a move that does not begin where the one before ended': `SELECT * FROM (
       SELECT seq, act, state_from, lag(state_to) OVER (PARTITION BY obligation_id ORDER BY seq) AS was
       FROM history WHERE obligation_id IS NOT NULL) h
       WHERE act <> 'open' AND state_from IS DISTINCT FROM was`,
    'an obligation that is not as its history left it': `SELECT o.id, o.state, h.state_to FROM obligation o
       JOIN LATERAL (SELECT * FROM history WHERE obligation_id = o.id ORDER BY seq DESC LIMIT 1) h ON true
       WHERE h.state_to <> o.state OR h.due_at <> o.due_at OR h.due_revision <> o.due_revision
          OR h.ended <> (o.ended_at IS NOT NULL)`,
    'an obligation without its opening, or with two': `SELECT o.id FROM obligation o WHERE o.state <> 'planned' AND
       (SELECT count(*) FROM history h WHERE h.obligation_id = o.id AND h.act = 'open') <> 1`,
    'a notice without an effect, or an effect without a notice': `SELECT n.seq, e.id FROM notice n
       FULL JOIN effect e ON e.id = n.effect_id WHERE n.seq IS NULL OR e.id IS NULL`,
    'a notice twice': `SELECT obligation_id, rung_key, cycle, post FROM notice GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
    'a wake left behind': `SELECT id FROM obligation WHERE ended_at IS NOT NULL AND next_wake_at IS NOT NULL`,
    'cases numbered with a gap': `SELECT year FROM rectification_case GROUP BY year HAVING max(number) <> count(*)`,
  };
  const found: Record<string, unknown> = {};
  for (const [name, query] of Object.entries(broken)) {
    const { rows } = await admin.query(query);
    if (rows.length > 0) found[name] = rows;
  }
  return found;
}

it.concurrent.each(Array.from({ length: LANES }, (_, lane) => lane))(
  'lane %i gives what an undisturbed run gives, whatever befalls its statements',
  async (lane) => {
    const mine = seeds.filter((_, i) => i % LANES === lane);
    let all = 0;
    for (const seed of mine) {
      const input = scenario(seed);
      const { output, met, broken } = await disturbed(input, seed);
      all += met;
      expect(broken, `seed ${seed}`).toEqual({});
      expect(output, `seed ${seed}`).toEqual(plain(rehearseModel(input)));
    }
    expect(all).toBeGreaterThanOrEqual(mine.length);
  },
  120_000 + count * 3_000,
);
