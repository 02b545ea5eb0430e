import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';

export interface FreshDatabase {
  /** Connection URL of a migrated, empty database that only this caller knows. */
  readonly url: string;
  /** Ends every connection to it and removes it. */
  drop(): Promise<void>;
}

async function asAdmin(adminUrl: string, statement: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(statement);
  } finally {
    await admin.end();
  }
}

/**
 * A migrated database of the caller's own, copied from the run's template in some tens of milliseconds. Call it once
 * per test file (beforeAll), drop() in afterAll; what is not dropped goes with the run's cluster.
 * @param of another database to copy, to which nobody is connected
 */
export async function freshDatabase(of: string = 'duban_template'): Promise<FreshDatabase> {
  const answer = await fetch(inject('databaseBroker'));
  const adminUrl = await answer.text();
  if (!answer.ok) throw new Error(`No test database: ${adminUrl}`);
  const name = `duban_test_${randomBytes(6).toString('hex')}`;
  await asAdmin(adminUrl, `CREATE DATABASE ${name} TEMPLATE ${of}`);
  const url = new URL(adminUrl);
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => asAdmin(adminUrl, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`) };
}
