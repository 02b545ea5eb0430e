import { DEFAULT_POLICY } from '@duban/domain';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.js';
import { oneRound } from '../../../../test/support/seconds.js';
import { makeCounty, OFFICE } from '../../../../test/support/small-county.js';
import { clockHealth, createDataSource, useCases, whatShouldRun } from '../../src/index.js';

let database: FreshDatabase;
let record: DataSource;
const NOW = Math.ceil(Date.now() / 1_000) * 1_000;
const MINUTE_MS = 60_000;

beforeAll(async () => {
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 3 });
  await record.initialize();
});

afterAll(async () => {
  await record?.destroy();
  await database?.drop();
});

async function names(now: number): Promise<string[]> {
  const { required } = await whatShouldRun(record, now);
  return required.map((target) => (target.kind === 'clock' ? target.cadenceKey : 'periods'));
}

describe('what should run', () => {
  it('is every launched programme and every open clock, and a clock that still has effects to perform', async () => {
    const cadences = ['one', 'two'].map((key) => oneRound(key, NOW + 1_000, NOW + MINUTE_MS));
    const { programmeId } = await makeCounty(record, { policies: [DEFAULT_POLICY], cadences }, 1, NOW);
    const use = useCases(record);
    expect(await names(NOW)).toEqual([]);
    await use.programmes.launch(OFFICE, programmeId, NOW);
    expect(await names(NOW)).toEqual(['periods']);
    const { openedClockIds } = await use.engine.openRounds(programmeId, NOW + 1_000);
    expect(await names(NOW)).toEqual(['periods', 'one', 'two']);

    const [one] = openedClockIds;
    await record.query('UPDATE clock SET closed_at = $2 WHERE id = $1', [one, new Date(NOW)]);
    expect(await names(NOW)).toEqual(['periods', 'two']);
    expect((await whatShouldRun(record, NOW + MINUTE_MS)).closing).toHaveLength(1);
    expect((await whatShouldRun(record, NOW + 60 * MINUTE_MS)).closing).toEqual([]);

    await record.query(
      `INSERT INTO effect (kind, cause_key, clock_id, created_at) VALUES ('deliver-notices', 'left over', $1, $2)`,
      [one, new Date(NOW)],
    );
    expect(await names(NOW)).toEqual(['periods', 'one', 'two']);
    await record.query(`UPDATE effect SET state = 'dead'`);
    expect(await names(NOW)).toEqual(['periods', 'two']);
  });

  it('shows an operator the clocks that are behind their time, beyond the grace', async () => {
    await record.query('UPDATE obligation SET next_wake_at = $1', [new Date(NOW)]);
    const grace = 5 * MINUTE_MS;
    expect(await clockHealth(record, NOW + grace, grace)).toMatchObject({ openClocks: 1, clocksBehind: 0 });
    expect(await clockHealth(record, NOW + grace + 1, grace)).toMatchObject({
      clocksBehind: 1,
      furthestBehindMs: grace + 1,
      deadEffects: 1,
      setAside: 0,
      messagesWaiting: 0,
      messagesUnknown: 0,
      messagesDead: 0,
      pendingEffects: 0,
      oldestPendingEffectMs: 0,
    });
  });
});
