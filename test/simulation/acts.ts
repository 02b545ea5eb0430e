// A month of an office, drawn from a seed: people act, time passes, people are replaced, the calendar changes, and faults
// strike between any two statements. There is no oracle but the ten promises.
import {
  createDataSource,
  type DataSource,
  type EntityManager,
  importLedger,
  type UseCases,
  useCases,
} from '@duban/application';
import { BUNDLED_CALENDAR, type Instant } from '@duban/domain';
import pg from 'pg';
import { items, LADDER, MONTHLY, OFFICE } from '../../libs/application/test/round/county.js';
import { performAll } from '../chaos/drive.js';
import { evidenceOf, type Outage, type Violation } from '../chaos/evidence.js';
import { verify } from '../chaos/invariants.js';
import { Random } from '../model/random.js';
import { ledgerOf } from '../rehearsal/run-engine.js';
import { type Fate, type Fault, Faults } from './faults.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const START = Date.UTC(2026, 2, 1, 0); // 08:00 in Shanghai
const STEPS = 14;
const PROJECTS = 3;
const RARITY = 3;
const MONTHS_PER_TRUNCATION = 20;

const ACTS = ['receive', 'submit', 'accept', 'return', 'suspend', 'resume', 'extend'] as const;
const RELATIONS = ['unit-head', 'handler', 'lead-leader'] as const;

export interface SeedResult {
  readonly violations: Violation[];
  /** Faults that struck. */
  readonly met: number;
  /** Acts that were done. */
  readonly done: number;
}

/** A database that seeds use one after another: each finds it empty. */
export class Simulation {
  private readonly faults: Faults;
  private use: UseCases;
  private met = 0;
  private months = 0;

  private constructor(
    private readonly record: DataSource,
    private readonly admin: pg.Client,
    private readonly tables: readonly string[],
  ) {
    this.faults = new Faults(record, async (pid) => {
      await admin.query('SELECT pg_terminate_backend($1)', [pid]);
    });
    this.use = useCases(record);
  }

  /** @param url of a migrated, empty database of its own */
  static async open(url: string): Promise<Simulation> {
    const record = createDataSource(url, { poolSize: 2 });
    await record.initialize();
    const admin = new pg.Client({ connectionString: url });
    admin.on('error', () => undefined);
    await admin.connect();
    const { rows } = await admin.query<{ name: string }>(
      `SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'migration'`,
    );
    return new Simulation(
      record,
      admin,
      rows.map(({ name }) => name),
    );
  }

  async close(): Promise<void> {
    await this.record.destroy();
    await this.admin.end();
  }

  /** Lives through the month of a seed. */
  async run(seed: number): Promise<SeedResult> {
    await this.empty();
    const random = new Random(seed);
    const restore = this.strike(random);
    const outages: Outage[] = [];
    let now = START;
    let done = 0;
    try {
      const ledger = { ...ledgerOf([]), items: items(PROJECTS) };
      const rules = { calendar: BUNDLED_CALENDAR, policies: [LADDER], cadences: [MONTHLY] };
      const { programmeId = 0 } = await importLedger(
        this.record,
        OFFICE,
        ledger,
        { fileName: 'l', sha256: '', rules },
        now,
      );
      await this.use.programmes.launch(OFFICE, programmeId ?? 0, now);
      await this.look(programmeId ?? 0, now); // a launch pokes the programme's clock
      for (let step = 0; step < STEPS; step++) {
        const from = now;
        now +=
          random.weighted([
            [3, HOUR_MS],
            [4, DAY_MS],
            [2, 3 * DAY_MS],
            [1, 12 * DAY_MS],
          ]) ?? DAY_MS;
        if (random.chance(0.5)) await this.waitUntil(programmeId ?? 0, now);
        else outages.push({ from, to: now }); // nobody was there
        await this.look(programmeId ?? 0, now);
        for (let n = random.int(0, 3); n > 0; n--) done += await this.somebody(random, now + n);
      }
      await this.look(programmeId ?? 0, now + 10);
    } finally {
      restore();
      this.faults.reset();
    }
    const settled = now + 10;
    await performAll(this.record, settled);
    await this.admin.query('DELETE FROM poke');
    // A rung waits for the next look, and a look for the next step: what the outages do not explain is a fault.
    const violations = await verify(evidenceOf(this.record, { outages, now: settled, boundMs: 60_000 }));
    return { violations, met: this.met, done };
  }

  /** A truncation makes every file anew, which costs as much as a month: mostly the few rows are deleted instead. */
  private async empty(): Promise<void> {
    this.met = 0;
    this.faults.reset();
    const clear =
      this.months++ % MONTHS_PER_TRUNCATION === 0
        ? `TRUNCATE ${this.tables.join(', ')} CASCADE`
        : this.tables.map((table) => `DELETE FROM ${table}`).join(';');
    // As a replica, neither foreign keys nor the triggers that keep the history from deletion say anything.
    await this.admin.query(`SET session_replication_role = 'replica'; ${clear};
      SELECT setval(format('%I.%I', schemaname, sequencename)::regclass, start_value, false) FROM pg_sequences
      WHERE schemaname = 'public' AND last_value IS NOT NULL;
      SET session_replication_role = 'origin'`);
    this.use = useCases(this.record); // what was read of the rules is of another county
  }

  /** Goes from wake to wake up to an instant, as the clocks would. */
  private async waitUntil(programmeId: number, end: Instant): Promise<void> {
    for (let now = 0; now < end; ) {
      const { rows } = await this.admin.query<{ at: Date | null }>(
        `SELECT min(at) AS at FROM (SELECT min(next_wake_at) AS at FROM obligation
         UNION ALL SELECT min(next_opening_at) FROM programme) w`,
      );
      now = rows[0]?.at?.getTime() ?? end;
      if (now < end) await this.look(programmeId, now);
    }
  }

  private async look(programmeId: number, now: Instant): Promise<void> {
    await this.use.engine.openRounds(programmeId, now);
    const { rows } = await this.admin.query<{ id: string }>(
      `SELECT c.id FROM clock c WHERE EXISTS (SELECT FROM obligation o WHERE o.clock_id = c.id AND o.next_wake_at <= $1)`,
      [new Date(now)],
    );
    for (const { id } of rows) await this.use.engine.advanceClock(Number(id), now);
  }

  /** Somebody does something; what the rules refuse is refused. @returns 1 when it was done */
  private async somebody(random: Random, now: Instant): Promise<number> {
    const what =
      random.weighted([
        [12, 'act'],
        [4, 'request'],
        [2, 'appoint'],
        [1, 'close'],
        [1, 'calendar'],
      ] as const) ?? 'act';
    const projectId = random.int(1, PROJECTS);
    try {
      if (what === 'act') await this.act(random, now);
      if (what === 'request') await this.request(random, now);
      if (what === 'appoint') {
        const who = random.chance(0.2) ? null : { name: `新任${random.int(1, 5)}` };
        await this.use.projects.appoint(OFFICE, projectId, random.pick(RELATIONS), who, now);
      }
      if (what === 'close') await this.use.projects.close(OFFICE, projectId, now);
      if (what === 'calendar') await this.changeCalendar(random, now);
      return 1;
    } catch (error) {
      if (error instanceof Error && error.name === 'DomainError') return 0;
      throw error;
    }
  }

  private async act(random: Random, now: Instant): Promise<void> {
    const { rows } = await this.admin.query<{ id: string; due: Date }>(
      'SELECT id, due_at AS due FROM obligation ORDER BY id',
    );
    if (rows.length === 0) return;
    const { id, due } = random.pick(rows);
    const verb = random.pick(ACTS);
    const act =
      verb === 'extend'
        ? ({
            do: verb,
            newDue: new Date(due.getTime() + random.int(1, 10) * DAY_MS).toISOString().slice(0, 10),
          } as const)
        : ({ do: verb } as const);
    await this.use.obligations.act(OFFICE, Number(id), act, now);
  }

  /** Somebody asks for more time, or settles what was asked for. */
  private async request(random: Random, now: Instant): Promise<void> {
    const { rows: asked } = await this.admin.query<{ id: string }>(
      `SELECT id FROM extension_request WHERE state = 'pending' ORDER BY id`,
    );
    const { rows: owed } = await this.admin.query<{ id: string; due: Date }>(
      `SELECT id, due_at AS due FROM obligation WHERE state IN ('open', 'received', 'returned') ORDER BY id`,
    );
    const { extensions } = this.use;
    if (asked.length > 0 && random.chance(0.6)) {
      const id = Number(random.pick(asked).id);
      const verb = random.pick(['approve', 'refuse', 'withdraw'] as const);
      await extensions[verb](OFFICE, id, { why: '研究决定' }, now);
    } else if (owed.length > 0) {
      const { id, due } = random.pick(owed);
      const newDue = new Date(due.getTime() + random.int(1, 10) * DAY_MS).toISOString().slice(0, 10);
      await extensions.apply(OFFICE, Number(id), { newDue, why: '材料未齐', progress: '过半' }, now);
    }
  }

  /** A day of the month is off, or worked, all of a sudden. */
  private async changeCalendar(random: Random, now: Instant): Promise<void> {
    const { rows } = await this.admin.query<{ id: string }>('SELECT max(id) AS id FROM calendar WHERE base_id IS NULL');
    const day = `2026-03-${String(random.int(10, 31)).padStart(2, '0')}`;
    const days = [{ day, off: random.chance(0.7), name: '应急' }];
    const change = { kind: 'emergency', notice: '应急通知', days } as const;
    const request = { calendarId: Number(rows[0]?.id), change, reason: '应急' };
    const { token } = await this.use.calendars.preview(request, now);
    await this.use.calendars.apply(OFFICE, request, token, now);
  }

  /** From now on some transactions meet a fault, and every one is tried until it passes. @returns ends it */
  private strike(random: Random): () => void {
    const once = this.record.transaction.bind(this.record);
    type Work = (manager: EntityManager) => Promise<unknown>;
    const patient = async (...given: [Work] | ['REPEATABLE READ', Work]): Promise<unknown> => {
      const work = given[1] ?? given[0];
      if (typeof work === 'string') throw new Error('a transaction without work');
      for (;;) {
        let answer: unknown;
        this.faults.reset(this.fate(random));
        try {
          const observed = async (manager: EntityManager): Promise<unknown> => {
            answer = await work(manager);
            return answer;
          };
          return await (given.length === 2 ? once(given[0], observed) : once(observed));
        } catch (error) {
          if (this.faults.injected === undefined) throw error;
          this.met += 1;
          // Whoever acted looks whether it was done before acting again.
          if (this.faults.injected.fault === 'unacknowledged' && this.faults.injected.statement === 'COMMIT')
            return answer;
        } finally {
          this.faults.reset();
        }
      }
    };
    Object.defineProperty(this.record, 'transaction', { value: patient, configurable: true });
    return () => Object.defineProperty(this.record, 'transaction', { value: once, configurable: true });
  }

  private fate(random: Random): Fate {
    if (random.int(1, RARITY) !== 1) return () => undefined;
    const fault = random.pick<Fault>(['lost', 'lost', 'unacknowledged', 'unacknowledged', 'killed']);
    const place = random.int(1, 12);
    const atCommit = random.chance(0.3);
    return (statement) => ((atCommit ? statement === 'COMMIT' : this.faults.count === place) ? fault : undefined);
  }
}
