import { createDataSource, ENTITIES } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.js';

let database: FreshDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  dataSource = createDataSource(database.url, { poolSize: 1 });
  await dataSource.initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

const drift = async (): Promise<string[]> => {
  const { upQueries } = await dataSource.driver.createSchemaBuilder().log();
  return upQueries.map(({ query }) => query);
};

describe('the migrated schema', () => {
  it('is exactly what the entities say', async () => {
    expect(await drift()).toEqual([]);
  });

  it('would not be, were a column missing', async () => {
    await dataSource.query('ALTER TABLE poke RENAME COLUMN created_at TO made_at');
    expect(await drift()).not.toEqual([]);
    await dataSource.query('ALTER TABLE poke RENAME COLUMN made_at TO created_at');
    expect(await drift()).toEqual([]);
  });

  it('has a table for every entity, and no time without a zone', async () => {
    const tables: { name: string }[] = await dataSource.query(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
    );
    expect(tables.map(({ name }) => name).sort()).toEqual(
      ENTITIES.map((entity) => dataSource.getMetadata(entity).tableName).sort(),
    );
    const naive = await dataSource.query(
      `SELECT table_name, column_name FROM information_schema.columns
       WHERE table_schema = 'public' AND table_name <> 'migration' AND data_type = 'timestamp without time zone'`,
    );
    expect(naive).toEqual([]);
  });
});

describe('the history', () => {
  it('takes a new row', async () => {
    await dataSource.query(`INSERT INTO history (at, act) VALUES (now(), 'test')`);
    expect(await dataSource.query('SELECT act FROM history')).toEqual([{ act: 'test' }]);
  });

  it.each([
    ['UPDATE', `UPDATE history SET act = 'other'`],
    ['DELETE', 'DELETE FROM history'],
    ['TRUNCATE', 'TRUNCATE history'],
    ['TRUNCATE … CASCADE', 'TRUNCATE history CASCADE'],
  ])('refuses %s', async (_, statement) => {
    await expect(dataSource.query(statement)).rejects.toThrow(/append-only/);
    expect(await dataSource.query('SELECT act FROM history')).toEqual([{ act: 'test' }]);
  });
});

describe('ids and days', () => {
  it('come as numbers and as text, so that no time zone of the host touches a day', async () => {
    const [row]: Record<string, unknown>[] = await dataSource.query(
      `SELECT 9007199254740991::bigint AS id, '2026-03-01'::date AS day`,
    );
    expect(row).toEqual({ id: Number.MAX_SAFE_INTEGER, day: '2026-03-01' });
  });
});
