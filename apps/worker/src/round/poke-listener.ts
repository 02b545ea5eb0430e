import { POKE_CHANNEL } from '@duban/application';
import pg from 'pg';
import type { Logger } from '../logging.js';
import { backoffMs, pause } from '../pause.js';

const PING_EVERY_MS = 10_000;
const ANSWER_MS = 5_000;

/**
 * Hears when pokes are written, on a connection of its own that comes back by itself. It only makes pokes faster: what
 * it does not hear, the relay's poll finds.
 */
export class PokeListener {
  private readonly stopping = new AbortController();
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
    this.stopping.abort();
    await this.done;
  }

  private async listenForEver(): Promise<void> {
    for (let failures = 0; !this.stopping.signal.aborted; failures++) {
      try {
        await this.listen(() => {
          failures = 0;
        });
      } catch (error) {
        if (this.stopping.signal.aborted) return;
        this.logger.warn({ err: error }, 'poke listener lost its connection; polling goes on');
      }
      await pause(backoffMs(failures, 500, 10_000), this.stopping.signal);
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
    const lost = new AbortController();
    client.on('error', () => lost.abort());
    client.on('end', () => lost.abort());
    client.on('notification', this.onPoke);
    try {
      await client.connect();
      await client.query(`LISTEN ${POKE_CHANNEL}`);
      connected();
      this.onPoke();
      const either = AbortSignal.any([lost.signal, this.stopping.signal]);
      while (!either.aborted) {
        await pause(PING_EVERY_MS, either);
        if (!either.aborted) await client.query('SELECT 1');
      }
      if (lost.signal.aborted && !this.stopping.signal.aborted) throw new Error('connection lost');
    } finally {
      client.off('notification', this.onPoke);
      await Promise.race([client.end().catch(() => undefined), pause(1_000)]);
    }
  }
}
