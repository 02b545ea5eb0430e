// What must be in the database before the apps start: the schema, and on the first start the sample county.
import { readFile } from 'node:fs/promises';
import {
  assertNoSampleAccounts,
  ensureFirstAdministrator,
  ensureSampleAccounts,
  loadSampleCounty,
  type SampleLogin,
  upcoming,
} from '@duban/application';
import { createDataSource, migrate } from '@duban/persistence';
import type { Log } from '../servers/paths.js';

export type Mode = 'sample' | 'production';

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

const SAMPLE_LEDGER = new URL('../../samples/sample-county.xlsx', import.meta.url);
const UPCOMING_READ = 20;

/** Migrates the database; in sample mode loads the sample county once, in production sees that no sample login is left. */
export async function prepareDatabase({ url, mode, log }: PrepareOptions): Promise<Prepared> {
  const dataSource = createDataSource(url, { poolSize: 2, applicationName: 'duban-start' });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
    const now = Date.now();
    let logins: readonly SampleLogin[] = [];
    if (mode === 'sample') {
      if (await loadSampleCounty(dataSource, await readFile(SAMPLE_LEDGER), now)) log('示例县的台账已导入并下达');
      logins = await ensureSampleAccounts(dataSource, now);
    } else {
      await assertNoSampleAccounts(dataSource);
      const first = await ensureFirstAdministrator(dataSource, now);
      if (first)
        log(`首位管理员：${first.login}，一次性密码：${first.oneTimePassword}（只显示这一次，首次登录须改密）`);
    }
    const next = await upcoming(dataSource, now, UPCOMING_READ);
    return { logins, upcoming: next.map(({ at, what }) => ({ at: new Date(at), what })) };
  } finally {
    await dataSource.destroy();
  }
}
