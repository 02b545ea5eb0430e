// The nightly check of the history's chain, by workers that come and go.
import { createDataSource, type DataSource } from '@duban/application';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.js';
import { HistorySealer } from '../src/history/sealer.js';

let database: FreshDatabase;
let record: DataSource;
let logged: string[];
beforeEach(async () => {
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 2 });
  await record.initialize();
  await record.query(`INSERT INTO history (at, act) VALUES (now(), 'something')`);
  logged = [];
});
afterEach(async () => {
  await record.destroy();
  await database.drop();
});

/** A worker that is started, looks at each of these times of Shanghai, and is stopped. */
async function worker(...times: string[]): Promise<HistorySealer> {
  const logger = pino({ level: 'info' }, { write: (line: string) => logged.push(JSON.parse(line).msg) });
  let now = 0;
  const sealer = new HistorySealer(record, logger, undefined, () => now);
  for (const time of times) {
    now = Date.parse(`${time}:00+08:00`);
    await sealer.look();
  }
  return sealer;
}
const checks = (): number => logged.filter((line) => line.startsWith('history checked')).length;

describe('the chain over the history', () => {
  it('is checked by a worker that is switched off each night, once for each', async () => {
    await worker('2026-03-02T09:00', '2026-03-02T18:00');
    expect(checks()).toBe(1);
    await worker('2026-03-03T09:00', '2026-03-03T09:01');
    expect(checks()).toBe(2);
  });

  it('is checked at 03:00 by one that runs through, and not again by one started later that day', async () => {
    await worker('2026-03-02T23:00', '2026-03-03T02:59');
    expect(checks()).toBe(1);
    await worker('2026-03-03T02:59', '2026-03-03T03:00', '2026-03-03T03:01');
    expect(checks()).toBe(2);
    await worker('2026-03-03T10:00', '2026-03-04T02:59');
    expect(checks()).toBe(2);
  });

  it('tells of a change at the first look after the night, and keeps what it found', async () => {
    await worker('2026-03-02T09:00');
    await record.transaction(async (manager) => {
      await manager.query(`SET LOCAL session_replication_role = 'replica'`);
      await manager.query(`UPDATE history SET act = 'another'`);
    });
    expect((await worker('2026-03-03T09:00')).counts.faults).toBe(1);
    expect((await worker('2026-03-03T10:00')).counts.faults).toBe(0);
    expect(await record.query('SELECT night::text, fault IS NULL AS whole FROM history_check ORDER BY 1')).toEqual([
      { night: '2026-03-02', whole: true },
      { night: '2026-03-03', whole: false },
    ]);
  });
});
