// The poke relay on real PostgreSQL; Temporal is a fake by the relay's own interface.
import { createDataSource, type PokeTarget, relayPokes, useCases } from '@duban/application';
import { DEFAULT_POLICY } from '@duban/domain';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.js';
import { oneRound } from '../../../test/support/seconds.js';
import { makeCounty, OFFICE } from '../../../test/support/small-county.js';
import { eventually } from '../../../test/support/worker.js';
import { PokeListener } from '../src/round/poke-listener.js';
import { PokeRelay } from '../src/round/poke-relay.js';
import { workflowIdOf } from '../src/temporal/workflow-runner.js';
import type { RecordSource } from '../src/tokens.js';

const logger = pino({ level: 'silent' });
let database: FreshDatabase;
let record: RecordSource;
let programmeId: number;
let clockIds: number[];

beforeAll(async () => {
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 6 });
  await record.initialize();
  const now = Date.now();
  const opens = Math.ceil(now / 1_000) * 1_000 + 1_000;
  const cadences = ['one', 'two', 'three'].map((key) => oneRound(key, opens, opens + 60_000));
  ({ programmeId } = await makeCounty(record, { policies: [DEFAULT_POLICY], cadences }, 1, now));
  const use = useCases(record);
  await use.programmes.launch(OFFICE, programmeId, now);
  clockIds = (await use.engine.openRounds(programmeId, opens + 1)).openedClockIds;
});

afterAll(async () => {
  await record?.destroy();
  await database?.drop();
});

beforeEach(async () => {
  await record.query('DELETE FROM poke');
});

const poke = (clockId: number | null, programme: number | null = null) =>
  record.query('INSERT INTO poke (clock_id, programme_id, created_at) VALUES ($1, $2, now())', [clockId, programme]);

const waiting = async (): Promise<number> => {
  const rows: { count: number }[] = await record.query('SELECT count(*)::int FROM poke');
  return rows[0]?.count ?? -1;
};

/** A relay whose signals are collected; `fails` refuses some of them. */
function relayTo(signals: string[], fails: (target: PokeTarget) => boolean = () => false): PokeRelay {
  return new PokeRelay(
    (after, deliver, limits) => relayPokes(record, after, deliver, limits),
    {
      poke: async (target) => {
        if (fails(target)) throw new Error('refused');
        signals.push(workflowIdOf(target));
      },
    },
    logger,
  );
}

describe('one pass of the relay', () => {
  it('signals every clock once, however often it was poked, and the period clock of a programme', async () => {
    const [one = 0, two = 0] = clockIds;
    for (const clockId of [one, two, one, one]) await poke(clockId);
    await poke(null, programmeId);
    const signals: string[] = [];
    await relayTo(signals).pass();
    expect(signals.sort()).toEqual([
      expect.stringMatching(/^clock\/p\d+\/one\//),
      expect.stringMatching(/^clock\/p\d+\/two\//),
      `periods/p${programmeId}`,
    ]);
    expect(await waiting()).toBe(0);
  });

  it('keeps what could not be delivered, for the next pass', async () => {
    const [one = 0, two = 0] = clockIds;
    await poke(one);
    await poke(two);
    const signals: string[] = [];
    await relayTo(signals, (target) => target.kind === 'clock' && target.clockId === one).pass();
    expect(signals).toHaveLength(1);
    expect(await waiting()).toBe(1);
    await relayTo(signals).pass();
    expect(signals).toHaveLength(2);
    expect(await waiting()).toBe(0);
  });

  it('is not held up by poison, though it fills the oldest batches', async () => {
    const [one = 0, two = 0] = clockIds;
    for (let row = 0; row < 120; row++) await poke(one);
    await poke(two);
    const signals: string[] = [];
    await relayTo(signals, (target) => target.kind === 'clock' && target.clockId === one).pass();
    expect(signals).toEqual([expect.stringMatching(/\/two\//)]);
    expect(await waiting()).toBe(120);
  });

  it('is told of when it is over, delivered or not, and not before', async () => {
    await poke(clockIds[0] ?? 0);
    for (const outcome of [() => Promise.reject(new Error('refused')), () => Promise.resolve()]) {
      let answer: () => void = () => undefined;
      const asked = new Promise<void>((resolve) => {
        answer = resolve;
      });
      const relay = new PokeRelay(
        (after, deliver, limits) => relayPokes(record, after, deliver, limits),
        { poke: () => asked.then(outcome) },
        logger,
      );
      let over = false;
      void relay.firstPass.then(() => {
        over = true;
      });
      relay.start();
      await new Promise((resolve) => setTimeout(resolve, 100));
      expect(over).toBe(false);
      answer();
      await relay.firstPass;
      await relay.stop();
    }
    expect(await waiting()).toBe(0);
  });

  it('is over, for who waits for it, when the relay is stopped before it began', async () => {
    const relay = relayTo([]);
    await relay.stop();
    relay.start();
    await relay.firstPass;
  });

  it('drops pokes for what is not there', async () => {
    await poke(999_999);
    await poke(null, 999_999);
    const signals: string[] = [];
    await relayTo(signals).pass();
    expect(signals).toEqual([]);
    expect(await waiting()).toBe(0);
  });

  it('shares the rows with a second relay: each is taken by one', async () => {
    for (let row = 0; row < 200; row++) await poke(clockIds[row % 3] ?? 0);
    const taken: number[] = [];
    const relay = (): PokeRelay =>
      new PokeRelay(
        async (after, deliver, limits) => {
          const batch = await relayPokes(record, after, deliver, limits);
          taken.push(batch.taken);
          return batch;
        },
        { poke: async () => new Promise((resolve) => setTimeout(resolve, 5)) },
        logger,
      );
    await Promise.all([relay().pass(), relay().pass()]);
    expect(taken.reduce((sum, count) => sum + count, 0)).toBe(200);
    expect(await waiting()).toBe(0);
  });

  it('loses nothing when the record breaks in the middle: the signal is repeated, which is harmless', async () => {
    const [one = 0] = clockIds;
    await poke(one);
    const signals: string[] = [];
    const breaking = new PokeRelay(
      (after, deliver, limits) =>
        relayPokes(
          record,
          after,
          async (target) => {
            await deliver(target);
            await record.query(
              `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
               WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle in transaction'`,
            );
          },
          limits,
        ),
      { poke: async (target) => void signals.push(workflowIdOf(target)) },
      logger,
    );
    await expect(breaking.pass()).rejects.toThrow();
    expect(await waiting()).toBe(1);
    await relayTo(signals).pass();
    expect(signals).toHaveLength(2);
    expect(await waiting()).toBe(0);
  });
});

describe('the relay beside the record', () => {
  let stop: (() => Promise<void>)[] = [];
  afterEach(async () => {
    await Promise.all(stop.map((each) => each()));
    stop = [];
  });

  it('hears of a poke within a moment, also after its connection was cut', async () => {
    const signals: string[] = [];
    const relay = relayTo(signals);
    const wakes: number[] = [];
    const listener = new PokeListener(
      database.url,
      () => {
        wakes.push(Date.now());
        relay.wake();
      },
      logger,
    );
    stop = [() => listener.stop(), () => relay.stop()];
    listener.start();
    relay.start();
    await eventually(() => wakes.length > 0, 5_000);
    const began = performance.now();
    await poke(clockIds[0] ?? 0);
    await eventually(() => signals.length === 1, 2_000);
    expect(performance.now() - began).toBeLessThan(1_500);

    const before = wakes.length;
    await record.query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
       WHERE datname = current_database() AND application_name = 'duban-poke-listener'`,
    );
    await eventually(() => wakes.length > before, 10_000);
    const heard = wakes.length;
    await poke(clockIds[1] ?? 0);
    await eventually(() => wakes.length > heard && signals.length === 2, 5_000);
  });

  it('finds pokes by itself when it hears nothing', async () => {
    const signals: string[] = [];
    const relay = relayTo(signals);
    stop = [() => relay.stop()];
    relay.start();
    await eventually(async () => (await waiting()) === 0, 5_000);
    await poke(clockIds[0] ?? 0);
    await eventually(() => signals.length === 1, 10_000);
  });
});
