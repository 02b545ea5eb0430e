import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.js';
import { createDataSource, RecordClock } from '../src/index.js';

const HOUR_MS = 3_600_000;
let database: FreshDatabase;
let record: DataSource;

beforeAll(async () => {
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 1 });
  await record.initialize();
});
afterAll(async () => {
  await record?.destroy();
  await database?.drop();
});

/** A record that says what it is told to say, so many steady milliseconds after it was asked. */
function recordSaying(say: () => number, steady: { at: number }, tookMs = 0): DataSource {
  const query = async (): Promise<unknown> => {
    steady.at += tookMs;
    return [{ now: new Date(say()) }];
  };
  return Object.assign(Object.create(record) as DataSource, { query });
}

it('is right when the machine’s own clock is an hour off', async () => {
  const real = Date.now();
  const wrong = vi.spyOn(Date, 'now').mockReturnValue(real - HOUR_MS);
  const clock = new RecordClock(record);
  expect(clock.now()).toBe(real - HOUR_MS);
  await clock.look();
  wrong.mockRestore();
  expect(Math.abs(clock.now() - Date.now())).toBeLessThan(5_000);
});

it('goes on by the steady clock between looks, and follows the record at the next', async () => {
  const steady = { at: 100 };
  let says = 1_000_000;
  const clock = new RecordClock(
    recordSaying(() => says, steady),
    () => steady.at,
  );
  await clock.look();
  steady.at += 250;
  expect(clock.now()).toBe(1_000_250);
  says = 1_000_260; // within the noise
  await clock.look();
  expect(clock.now()).toBe(1_000_250);
  says = 1_005_000;
  await clock.look();
  expect(clock.now()).toBe(1_005_000);
});

it('takes half the way for the answer’s, and gives nothing for an answer that was long on its way', async () => {
  const steady = { at: 0 };
  const clock = new RecordClock(
    recordSaying(() => 1_000_000, steady, 400),
    () => steady.at,
  );
  await clock.look();
  expect(clock.now()).toBe(1_000_200);
  const slow = new RecordClock(
    recordSaying(() => 9_000_000, steady, 3_000),
    () => steady.at,
  );
  await slow.look(); // the first is better than nothing
  expect(slow.now()).toBe(9_001_500);
  await slow.look();
  expect(slow.now()).toBe(9_004_500);
});
