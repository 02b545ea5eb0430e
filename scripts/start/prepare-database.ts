// What must be in the database before the apps start: the schema, and on the first start the sample county.
import { createDataSource, migrate } from '@duban/persistence';
import type { Log } from '../servers/paths.js';

export type Mode = 'sample' | 'production';

export interface SampleLogin {
  /** What the person does, e.g. 督查办主任. */
  readonly role: string;
  readonly login: string;
  readonly password: string;
}

export interface Upcoming {
  readonly at: Date;
  /** What will happen, in Chinese, e.g. “7月月报开启,28个项目”. */
  readonly what: string;
}

export interface Prepared {
  /** Empty in production, which has no sample logins. */
  readonly logins: readonly SampleLogin[];
  /** The next things the clocks will do, soonest first. */
  readonly upcoming: readonly Upcoming[];
}

export interface PrepareOptions {
  readonly url: string;
  readonly mode: Mode;
  readonly log: Log;
}

/** Migrates the database; in sample mode loads the sample county once. */
export async function prepareDatabase({ url }: PrepareOptions): Promise<Prepared> {
  const dataSource = createDataSource(url, { poolSize: 2, applicationName: 'duban-start' });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
    return { logins: [], upcoming: [] };
  } finally {
    await dataSource.destroy();
  }
}
