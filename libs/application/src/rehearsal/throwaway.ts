import { randomBytes } from 'node:crypto';
import { createDataSource, migrate } from '@duban/persistence';
import type { DataSource } from 'typeorm';

const PREFIX = 'rehearsal_';
/** Who holds this lock is at work in the schema of that name; it goes with the session, however that ends. */
const LOCK_CLASS = `hashtext('duban-rehearsal')`;

/** A migrated, empty record of its own in a schema of the same database, and what the real one's schema is called. */
export interface Throwaway {
  readonly dataSource: DataSource;
  readonly schema: string;
  readonly home: string;
}

/**
 * Works in a throwaway schema of the record's database: the real tables, without their foreign keys and without a word
 * to the poke relay. The schema is dropped afterwards, and by the next caller when this process is killed.
 */
export async function inThrowawaySchema<T>(record: DataSource, work: (throwaway: Throwaway) => Promise<T>): Promise<T> {
  await sweepThrowaways(record);
  const schema = `${PREFIX}${randomBytes(8).toString('hex')}`;
  const keeper = record.createQueryRunner();
  let dataSource: DataSource | undefined;
  try {
    await keeper.connect();
    const [place]: { home: string }[] = await keeper.query(
      `SELECT current_schema() AS home, pg_advisory_lock(${LOCK_CLASS}, hashtext($1))`,
      [schema],
    );
    await keeper.query(`CREATE SCHEMA ${schema}`);
    dataSource = createDataSource(urlOf(record), {
      poolSize: 2,
      applicationName: 'duban-rehearsal',
      schema,
      carefree: true,
    });
    await dataSource.initialize();
    await migrate(dataSource);
    await loosen(dataSource, schema);
    return await work({ dataSource, schema, home: place?.home ?? 'public' });
  } finally {
    if (dataSource?.isInitialized) await dataSource.destroy();
    await keeper.query(`DROP SCHEMA IF EXISTS ${schema} CASCADE`).finally(async () => {
      await keeper.query(`SELECT pg_advisory_unlock(${LOCK_CLASS}, hashtext($1))`, [schema]).catch(() => undefined);
      await keeper.release();
    });
  }
}

/**
 * Drops the schemas of rehearsals whose process is gone.
 * @returns how many
 */
export async function sweepThrowaways(record: DataSource): Promise<number> {
  const left: { name: string }[] = await record.query(
    `SELECT nspname AS name FROM pg_namespace WHERE nspname ~ '^${PREFIX}[0-9a-f]{16}$' ORDER BY nspname`,
  );
  let dropped = 0;
  for (const { name } of left) {
    await record.transaction(async (manager) => {
      const [lock]: { free: boolean }[] = await manager.query(
        `SELECT pg_try_advisory_xact_lock(${LOCK_CLASS}, hashtext($1)) AS free`,
        [name],
      );
      if (!lock?.free) return;
      await manager.query(`DROP SCHEMA IF EXISTS ${name} CASCADE`);
      dropped += 1;
    });
  }
  return dropped;
}

function urlOf({ options }: DataSource): string {
  if (options.type !== 'postgres' || options.url === undefined) throw new Error('the record has no URL');
  return options.url;
}

/** Only a part of the record is copied: what it refers to need not be there. Pokes are for the rehearsal alone. */
async function loosen(dataSource: DataSource, schema: string): Promise<void> {
  const keys: { name: string; table: string }[] = await dataSource.query(
    `SELECT quote_ident(c.conname) AS name, quote_ident(t.relname) AS table
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid JOIN pg_namespace n ON n.oid = c.connamespace
     WHERE c.contype = 'f' AND n.nspname = $1`,
    [schema],
  );
  for (const { name, table } of keys) await dataSource.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
  await dataSource.query('DROP TRIGGER poke_announced ON poke');
}
