import { POKE_CHANNEL } from '@duban/application';
import pg from 'pg';
import type { Logger } from '../logging.js';
import { Alarm, backoffMs, pause } from '../pause.js';

const PING_EVERY_MS = 10_000;
const ANSWER_MS = 5_000;

/**
 * Hears when pokes are written, on a connection of its own that comes back by itself. It only makes pokes faster: what
 * it does not hear, the relay's poll finds.
 */
export class PokeListener {
  private readonly alarm = new Alarm();
  private done: Promise<void> = Promise.resolve();

  constructor(
    private readonly databaseUrl: string,
    private readonly onPoke: () => void,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.done = this.listenForEver();
  }

  async stop(): Promise<void> {
    this.alarm.stop();
    await this.done;
  }

  private async listenForEver(): Promise<void> {
    for (let failures = 0; !this.alarm.stopped; failures++) {
      try {
        await this.listen(() => {
          failures = 0;
        });
      } catch (error) {
        if (this.alarm.stopped) return;
        this.logger.warn({ err: error }, 'poke listener lost its connection; polling goes on');
      }
      await this.alarm.wait(backoffMs(failures, 500, 10_000));
    }
  }

  /** Listens until the connection is lost or stopped; a silent (half-open) one is found out by pinging. */
  private async listen(connected: () => void): Promise<void> {
    const client = new pg.Client({
      connectionString: this.databaseUrl,
      application_name: 'duban-poke-listener',
      connectionTimeoutMillis: ANSWER_MS,
      query_timeout: ANSWER_MS,
      keepAlive: true,
    });
    let lost: Error | undefined;
    const lose = (error: Error = new Error('connection ended')): void => {
      lost ??= error;
      this.alarm.wake();
    };
    client.on('error', lose);
    client.on('end', () => lose());
    client.on('notification', this.onPoke);
    try {
      await client.connect();
      await client.query(`LISTEN ${POKE_CHANNEL}`);
      connected();
      this.onPoke();
      while (lost === undefined && !this.alarm.stopped) {
        await this.alarm.wait(PING_EVERY_MS);
        if (lost === undefined && !this.alarm.stopped) await client.query('SELECT 1');
      }
      if (lost !== undefined) throw lost;
    } finally {
      client.off('notification', this.onPoke);
      await Promise.race([client.end().catch(() => undefined), pause(1_000)]);
    }
  }
}
