// What must be in the database before the apps start: the schema, and on the first start the sample county (or, in
// production, the first administrator).
import { assertNoSampleAccounts, ensureFirstAdministrator, ensureSampleAccounts, useCases } from '@duban/application';
import { createDataSource, migrate } from '@duban/persistence';
import type { Log } from '../servers/paths.js';
import { loadSampleCounty } from './sample-county.js';

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
    return { logins, upcoming: await upcoming(dataSource, now) };
  } finally {
    await dataSource.destroy();
  }
}

async function sample(dataSource: DataSource, now: number, log: Log): Promise<readonly Login[]> {
  const launched = await loadSampleCounty(dataSource, now);
  if (launched > 0) log(`已载入示例县台账，下达${launched}个项目。`);
  return ensureSampleAccounts(dataSource, now);
}

async function production(dataSource: DataSource, now: number): Promise<readonly Login[]> {
  await assertNoSampleAccounts(dataSource);
  const made = await ensureFirstAdministrator(dataSource, now);
  if (made === undefined) return [];
  return [{ role: '首位管理员（一次性密码，只显示这一次）', login: made.login, password: made.oneTimePassword }];
}

const SHOWN = 5;

/** The next openings of rounds and the next instants at which reminders, lights or escalations are due. */
async function upcoming(dataSource: DataSource, now: number): Promise<Upcoming[]> {
  const { engine } = useCases(dataSource);
  const programmes: { id: number; title: string }[] = await dataSource.query(
    'SELECT id, title FROM programme WHERE launched_at IS NOT NULL ORDER BY id',
  );
  const openings: Upcoming[] = [];
  for (const { id, title } of programmes) {
    const { nextOpeningAt } = await engine.openRounds(id, now); // opens nothing that the worker would not open at once
    if (nextOpeningAt !== null) openings.push({ at: new Date(nextOpeningAt), what: `《${title}》开启下一轮` });
  }
  const wakes: { at: Date; name: string; count: number }[] = await dataSource.query(
    `SELECT o.next_wake_at AS at, r.name, count(*) AS count
     FROM obligation o JOIN clock c ON c.id = o.clock_id JOIN round r ON r.id = c.round_id
     WHERE o.next_wake_at > $1 GROUP BY o.next_wake_at, r.name ORDER BY o.next_wake_at, r.name LIMIT $2`,
    [new Date(now), SHOWN],
  );
  const looks = wakes.map(({ at, name, count }) => ({ at, what: `“${name}”有${count}项到提醒、亮灯或升级的时点` }));
  return [...openings, ...looks].sort((a, b) => a.at.getTime() - b.at.getTime()).slice(0, SHOWN);
}
