// A county whose people are told things: effects with notices, performed into the messages of a fake channel.
import {
  type Channel,
  createDataSource,
  type DataSource,
  enableChannels,
  performEffect,
  poolUse,
  type SendingParts,
  sendDue,
  useCases,
} from '@duban/application';
import { DEFAULT_POLICY, DEFAULT_SENDING_HOURS, type Instant, parseInstant, type SendingHours } from '@duban/domain';
import { type FreshDatabase, freshDatabase } from '../../../../test/support/database.js';
import { oneRound } from '../../../../test/support/seconds.js';
import { makeCounty, OFFICE } from '../../../../test/support/small-county.js';

export const instant = (text: string): Instant => parseInstant(text) ?? Number.NaN;

export interface MessageRow {
  readonly id: number;
  readonly state: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly lines: number;
  readonly address: string;
}

/** Everything is under a virtual clock: `now` stands still until it is moved. */
export class PostOffice {
  now: Instant;
  private constructor(
    readonly database: FreshDatabase,
    readonly record: DataSource,
    readonly obligations: readonly number[],
    readonly clockId: number,
    start: Instant,
  ) {
    this.now = start;
  }

  private told = 0;
  private channelId = 0;
  gatherMs = 0;
  hours: SendingHours = DEFAULT_SENDING_HOURS;

  static async open(start: Instant, projects = 1): Promise<PostOffice> {
    const database = await freshDatabase();
    const record = createDataSource(database.url, { poolSize: 8 });
    await record.initialize();
    const rules = { policies: [DEFAULT_POLICY], cadences: [oneRound('one', start + 1_000, start + 5 * 86_400_000)] };
    const { programmeId } = await makeCounty(record, rules, projects, start);
    const use = useCases(record);
    await use.programmes.launch(OFFICE, programmeId, start);
    await use.engine.openRounds(programmeId, start + 1_000);
    const rows: { id: number; clock_id: number }[] = await record.query(
      'SELECT id, clock_id FROM obligation ORDER BY id',
    );
    const office = new PostOffice(
      database,
      record,
      rows.map(({ id }) => id),
      rows[0]?.clock_id ?? 0,
      start + 1_000,
    );
    await record.query('DELETE FROM poke');
    return office;
  }

  async close(): Promise<void> {
    await this.record.destroy();
    await this.database.drop();
  }

  /** Switches the channel on. */
  async enable(name: string): Promise<void> {
    const [channel] = await enableChannels(this.record, [name], this.now);
    this.channelId = channel?.channelId ?? 0;
  }

  /** A person with an address of the channel; the address says how the other side behaves. */
  async person(address: string | null, channel = 'fake'): Promise<number> {
    const made: { id: number }[] = await this.record.query(`INSERT INTO person (name) VALUES ('某人') RETURNING id`);
    const id = made[0]?.id ?? 0;
    if (address !== null) {
      await this.record.query(
        'INSERT INTO address (person_id, channel, address, changed_at) VALUES ($1, $2, $3, now())',
        [id, channel, address],
      );
    }
    return id;
  }

  /** One wake tells a person something: an effect with this many notices, performed. */
  async tell(
    personId: number,
    options: { notices?: number; urgent?: boolean; action?: string; obligation?: number } = {},
  ) {
    const { notices = 1, urgent = false, action = 'slip-blue', obligation = this.obligations[0] } = options;
    const [effect]: { id: number }[] = await this.record.query(
      `INSERT INTO effect (kind, cause_key, clock_id, created_at) VALUES ('deliver-notices', $1, $2, $3) RETURNING id`,
      [`test ${++this.told}`, this.clockId, new Date(this.now)],
    );
    await this.record.query(
      `INSERT INTO notice (obligation_id, rung_key, cycle, due_revision, action, post, ordinal, channel, rung_at, at,
         due_at, effect_id, title, person_id, urgent)
       SELECT $1, 'r' || $2 || '-' || n, 'due:1', 1, $3, 'handler', 0, 'in-app', $4, $4, $4, $5,
         '【提醒】第' || $2 || '-' || n || '件', $6, $7 FROM generate_series(1, $8::int) AS n`,
      [obligation, String(this.told), action, new Date(this.now), effect?.id, personId, urgent, notices],
    );
    const outward = { channels: [{ channelId: this.channelId, name: 'fake' }], gatherMs: this.gatherMs };
    await performEffect(this.record, effect?.id ?? 0, this.now, outward);
  }

  /**
   * Whether any part of the engine holds or awaits a connection: the other lanes of a look have yet to find nothing.
   * Asked of the pool, since a session that is only just being opened has no state in pg_stat_activity yet.
   */
  busy(): boolean {
    const { busy, waiting } = poolUse(this.record);
    return busy > 0 || waiting > 0;
  }

  parts(channel: Channel): SendingParts {
    const settings = { hours: this.hours, gatherMs: this.gatherMs, publicUrl: 'https://duban.test' };
    return { dataSource: this.record, settings, channels: [channel], now: () => this.now };
  }

  /** One look. */
  async look(channel: Channel): Promise<Instant | null> {
    const { nextAt } = await sendDue(this.parts(channel), this.channelId);
    return nextAt;
  }

  /** Looks, goes to the next instant, looks again, until nothing more happens by itself or `until` is reached. */
  async drain(channel: Channel, until: Instant): Promise<number> {
    for (let looks = 1; ; looks++) {
      const next = await this.look(channel);
      if (next === null || next > until) return looks;
      this.now = Math.max(next, this.now + 1);
    }
  }

  async messages(): Promise<MessageRow[]> {
    return this.record.query(
      `SELECT m.id, m.state, m.attempts, m.reason, a.address,
              (SELECT count(*)::int FROM message_notice mn WHERE mn.message_id = m.id) AS lines
       FROM message m LEFT JOIN address a ON a.person_id = m.person_id AND a.channel = 'fake' ORDER BY m.id`,
    );
  }

  async states(): Promise<string[]> {
    return (await this.messages()).map(({ state }) => state);
  }

  /** The moves of a message, as they were written down. */
  async moves(messageId: number): Promise<string[]> {
    const rows: { act: string }[] = await this.record.query(
      'SELECT act FROM message_event WHERE message_id = $1 ORDER BY id',
      [messageId],
    );
    return rows.map(({ act }) => act);
  }

  /** Message ids whose written moves do not follow the table: always none. */
  async brokenChains(): Promise<number[]> {
    const rows: { message_id: number }[] = await this.record.query(
      `SELECT DISTINCT message_id FROM (
         SELECT message_id, state_from, lag(state_to) OVER (PARTITION BY message_id ORDER BY id) AS before
         FROM message_event) e WHERE state_from IS DISTINCT FROM before
       UNION SELECT m.id FROM message m WHERE m.state <> (
         SELECT state_to FROM message_event e WHERE e.message_id = m.id ORDER BY e.id DESC LIMIT 1)`,
    );
    return rows.map(({ message_id }) => message_id);
  }
}
