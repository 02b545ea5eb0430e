// What must be in the database before the apps start: the schema, and on the first start the sample county (or, in
// production, the first administrator).
import { readFile } from 'node:fs/promises';
import {
  assertNoSampleAccounts,
  ensureFirstAdministrator,
  ensureSampleAccounts,
  loadSampleCounty,
  upcoming,
} from '@duban/application';
import { createDataSource, migrate } from '@duban/persistence';
import type { Log } from '../servers/paths.js';

export type Mode = 'sample' | 'production';

interface Login {
  /** Whose it is, in words. */
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

interface Upcoming {
  readonly at: Date;
  /** What will happen, in Chinese. */
  readonly what: string;
}

export interface Prepared {
  /** The sample logins; in production none, save the first administrator's one-time password on the first start. */
  readonly logins: readonly Login[];
  /** The next things the clocks will do, soonest first. */
  readonly upcoming: readonly Upcoming[];
}

export interface PrepareOptions {
  readonly url: string;
  readonly mode: Mode;
  readonly log: Log;
}

const SAMPLE_LEDGER = new URL('../../samples/sample-county.xlsx', import.meta.url);
const SHOWN = 6;

type DataSource = ReturnType<typeof createDataSource>;

/**
 * Migrates the database and puts in what a first start needs. May be repeated at will.
 *
 * @throws DomainError SAMPLE_ACCOUNTS in production on a database with sample logins or passwords
 */
export async function prepareDatabase({ url, mode, log }: PrepareOptions): Promise<Prepared> {
  const dataSource = createDataSource(url, { poolSize: 2, applicationName: 'duban-start' });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
    const now = Date.now();
    const logins = mode === 'sample' ? await sample(dataSource, now, log) : await production(dataSource, now);
    const next = await upcoming(dataSource, now, SHOWN);
    return { logins, upcoming: next.map(({ at, what }) => ({ at: new Date(at), what })) };
  } finally {
    await dataSource.destroy();
  }
}

async function sample(dataSource: DataSource, now: number, log: Log): Promise<readonly Login[]> {
  const launched = await loadSampleCounty(dataSource, await readFile(SAMPLE_LEDGER), now);
  if (launched > 0) log(`已载入示例县台账，下达${launched}个项目。`);
  return ensureSampleAccounts(dataSource, now);
}

async function production(dataSource: DataSource, now: number): Promise<readonly Login[]> {
  await assertNoSampleAccounts(dataSource);
  const made = await ensureFirstAdministrator(dataSource, now);
  if (made === undefined) return [];
  return [{ role: '首位管理员（一次性密码，只显示这一次）', login: made.login, password: made.oneTimePassword }];
}
