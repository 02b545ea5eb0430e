import { createDataSource, MOST_TRIES, retried } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.js';

let database: FreshDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  dataSource = createDataSource(database.url, { poolSize: 4 });
  await dataSource.initialize();
  await dataSource.query(`INSERT INTO person (name) VALUES ('甲'), ('乙')`);
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('two transactions that lock crosswise both come to their end: the loser runs again, once', async () => {
  let tries = 0;
  let arrived = 0;
  let open = (): void => undefined;
  const bothHoldOne = new Promise<void>((resolve) => {
    open = resolve;
  });
  const crosswise = (first: string, second: string): Promise<void> =>
    dataSource.transaction(async (manager) => {
      tries += 1;
      await manager.query('UPDATE person SET phone = $2 WHERE name = $1', [first, `${first}先`]);
      arrived += 1;
      if (arrived === 2) open();
      await bothHoldOne;
      await manager.query('UPDATE person SET phone = $2 WHERE name = $1', [second, `${first}后`]);
    });
  await Promise.all([crosswise('甲', '乙'), crosswise('乙', '甲')]);
  expect(tries).toBe(3);
  const rows: { phone: string }[] = await dataSource.query('SELECT DISTINCT left(phone, 1) AS phone FROM person');
  expect(rows).toHaveLength(1); // one of them came last, whole
});

it('without it, one of them would be lost', async () => {
  let arrived = 0;
  let open = (): void => undefined;
  const bothHoldOne = new Promise<void>((resolve) => {
    open = resolve;
  });
  const crosswise = (first: string, second: string): Promise<void> =>
    dataSource.manager.transaction(async (manager) => {
      await manager.query('UPDATE person SET phone = NULL WHERE name = $1', [first]);
      arrived += 1;
      if (arrived === 2) open();
      await bothHoldOne;
      await manager.query('UPDATE person SET phone = NULL WHERE name = $1', [second]);
    });
  const ends = await Promise.allSettled([crosswise('甲', '乙'), crosswise('乙', '甲')]);
  const lost = ends.flatMap((end) => (end.status === 'rejected' ? [end.reason.code] : []));
  expect(lost).toEqual(['40P01']);
});

it('a serialization failure is tried again, any other error is not', async () => {
  const failing = (code: string, times: number) => {
    let tries = 0;
    return async (): Promise<number> => {
      tries += 1;
      if (tries <= times) throw Object.assign(new Error(code), { code });
      return tries;
    };
  };
  expect(await retried(failing('40001', 2))).toBe(3);
  await expect(retried(failing('23505', 1))).rejects.toThrow('23505');
  await expect(retried(failing('40P01', MOST_TRIES))).rejects.toThrow('40P01');
});
