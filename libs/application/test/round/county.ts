import { type Actor, createDataSource, importLedger, type RuleSet, type UseCases, useCases } from '@duban/application';
import {
  BUNDLED_CALENDAR,
  type Cadence,
  type Instant,
  type LedgerItem,
  type Policy,
  parseInstant,
} from '@duban/domain';
import { findSlot } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { ledgerOf } from '../../../../test/rehearsal/run-engine.js';
import { freshDatabase } from '../../../../test/support/database.js';

export const OFFICE: Actor = { personId: null, name: '测试' };

/** Reads a Shanghai time such as `2026-03-02T09:00`. */
export function at(text: string): Instant {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`no instant: ${text}`);
  return instant;
}

/** March 2026 has no holiday: the 2nd is a Monday. */
export const MONTHLY: Cadence = {
  key: 'm',
  name: '月报',
  direction: 'up',
  every: 'month',
  profile: 'report',
  opens: { firstDay: true, roll: 'forward', at: '09:00' },
  due: { day: 20, at: '17:30' },
};

/** Opened on the 2nd, pressed on the 3rd, reminded on the 18th and 19th, slips on the 23rd and 25th, proposal on the 27th. */
export const LADDER: Policy = {
  key: 'p',
  rungs: [
    { key: 'early', anchor: 'due', offset: { workdays: -2 }, at: '09:00', action: 'remind', to: ['handler'] },
    { key: 'remind', anchor: 'due', offset: { workdays: -1 }, at: '09:00', action: 'remind', to: ['handler'] },
    { key: 'unsigned', anchor: 'opened', offset: { workdays: 1 }, at: '09:00', action: 'press', to: ['handler'] },
    { key: 'again', anchor: 'returned', offset: { workdays: 1 }, at: '09:00', action: 'press', to: ['handler'] },
    { key: 'blue', anchor: 'due', offset: { workdays: 1 }, at: '09:00', action: 'slip-blue', to: ['unit-head'] },
    { key: 'red', anchor: 'due', offset: { workdays: 3 }, at: '09:00', action: 'slip-red', to: ['lead-leader'] },
    {
      key: 'case',
      anchor: 'due',
      offset: { workdays: 5 },
      at: '09:00',
      action: 'propose-rectification',
      to: ['office'],
    },
  ],
};

export interface CountyOptions {
  readonly projects?: number;
  readonly deadline?: string | null;
  readonly rules?: Partial<RuleSet>;
  readonly graceMs?: number;
  readonly poolSize?: number;
  /** When to launch; null leaves the projects drafts. */
  readonly launchAt?: string | null;
}

/** Items of a small ledger: standing work unless there is a deadline. */
export function items(projects: number, deadline: string | null = null): LedgerItem[] {
  return [
    ...ledgerOf(
      Array.from({ length: projects }, (_, i) => ({
        number: i + 1,
        responsibleUnit: `单位${(i % 3) + 1}`,
        leadLeader: '张某',
        deputyLeader: '孙某',
        handler: `承办${i + 1}`,
        deadline,
        standing: deadline === null,
      })),
    ).items,
  ];
}

/** A county on a database of its own: imported, launched, with production's own use cases. */
export class County {
  private constructor(
    readonly url: string,
    readonly dataSource: DataSource,
    readonly use: UseCases,
    readonly programmeId: number,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(options: CountyOptions = {}): Promise<County> {
    const database = await freshDatabase();
    const dataSource = createDataSource(database.url, { poolSize: options.poolSize ?? 4 });
    await dataSource.initialize();
    const rules = { calendar: BUNDLED_CALENDAR, policies: [LADDER], cadences: [MONTHLY], ...options.rules };
    const list = items(options.projects ?? 1, options.deadline);
    const launchAt = options.launchAt === undefined ? '2026-03-01T08:00' : options.launchAt;
    const importedAt = at(launchAt ?? '2026-03-01T08:00');
    const ledger = { ...ledgerOf([]), items: list };
    const { programmeId } = await importLedger(
      dataSource,
      OFFICE,
      ledger,
      { fileName: 'l', sha256: '', rules },
      importedAt,
    );
    const use = useCases(dataSource, { graceMs: options.graceMs ?? 0 });
    if (launchAt !== null) await use.programmes.launch(OFFICE, programmeId ?? 0, importedAt);
    return new County(database.url, dataSource, use, programmeId ?? 0, database.drop);
  }

  /** The same county on a database of its own; nobody may be connected to the first one (`rest`). */
  async copy(): Promise<County> {
    const database = await freshDatabase(new URL(this.url).pathname.slice(1));
    const dataSource = createDataSource(database.url, { poolSize: 4 });
    await dataSource.initialize();
    return new County(database.url, dataSource, useCases(dataSource), this.programmeId, database.drop);
  }

  /** Lets go of every connection; the database stays. */
  async rest(): Promise<void> {
    await this.dataSource.destroy();
  }

  async close(): Promise<void> {
    if (this.dataSource.isInitialized) await this.dataSource.destroy();
    await this.drop();
  }

  async projectId(number = 1): Promise<number> {
    const rows: { id: number }[] = await this.dataSource.query(
      'SELECT id FROM project WHERE programme_id = $1 AND number = $2',
      [this.programmeId, number],
    );
    return one(rows).id;
  }

  async slot(period: string, cadence = 'm', number = 1) {
    const row = await findSlot(this.dataSource.manager, await this.projectId(number), cadence, period);
    if (!row) throw new Error(`no slot ${cadence} ${period}`);
    return row;
  }

  async clocks(): Promise<number[]> {
    const rows: { id: number }[] = await this.dataSource.query('SELECT id FROM clock ORDER BY id');
    return rows.map(({ id }) => id);
  }

  /** Advances every open clock and opens every round, once. */
  async advanceAll(now: string): Promise<void> {
    await this.use.engine.openRounds(this.programmeId, at(now));
    for (const clock of await this.clocks()) await this.use.engine.advanceClock(clock, at(now));
  }

  /** Notices of the ladder, in the order in which they were written. */
  async notices(): Promise<string[]> {
    const rows: { rung: string; post: string; late: boolean; times: number }[] = await this.dataSource.query(
      `SELECT rung_key AS rung, post, late, count(*)::int AS times FROM notice WHERE action NOT IN ('rectification-notice', 'return')
       GROUP BY rung_key, post, late, cycle, obligation_id ORDER BY min(seq)`,
    );
    return rows.map(({ rung, post, late, times }) => `${rung} ${post}${late ? ' late' : ''}${times > 1 ? '!' : ''}`);
  }

  /** One number per table that people and the engine write: equal when nothing was written. */
  async fingerprint(): Promise<string> {
    const tables = await this.dataSource.query<{ name: string }[]>(
      `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration' ORDER BY 1`,
    );
    // One statement for all: this is asked after every failure of every statement.
    const all = tables.map(
      ({ name }) => `SELECT '${name}' AS name, md5(string_agg(t::text, ' ' ORDER BY t::text)) AS hash FROM "${name}" t`,
    );
    const hashes: { name: string; hash: string | null }[] = await this.dataSource.query(all.join(' UNION ALL '));
    return hashes
      .map(({ name, hash }) => `${name}=${hash ?? '-'}`)
      .sort()
      .join('\n');
  }
}

export function one<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (rows.length !== 1 || row === undefined) throw new Error(`one row expected, got ${rows.length}`);
  return row;
}

/** The code of the DomainError that a promise is refused with; 'done' when it is not refused. */
export async function codeOf(promise: Promise<unknown>): Promise<string> {
  try {
    await promise;
    return 'done';
  } catch (error) {
    if (error instanceof Error && 'code' in error && typeof error.code === 'string') return error.code;
    throw error;
  }
}
