import { appendFile, readFile } from 'node:fs/promises';
import { checkHistory, dayOfInstant, type Head, isNightChecked, readHeads, sealHistory } from '@duban/application';
import type { Logger } from '../logging.js';
import { Alarm } from '../pause.js';
import type { RecordSource } from '../tokens.js';

const EVERY_MS = 60_000;
/** The whole chain is gone along at night, Shanghai time. */
const NIGHT_MS = 3 * 3_600_000;

/**
 * Seals the history every minute and checks the whole chain once a night; the record says whether that was done, so a
 * worker that was away at night does it when it is back. Several workers may do so: they take turns.
 */
export class HistorySealer {
  readonly counts = { sealed: 0, faults: 0 };
  private readonly alarm = new Alarm();
  private done: Promise<void> = Promise.resolve();
  /** The night of which it is known that it is done: spares the record the question. */
  private checkedFor: string | undefined;

  /** @param log a file to which the chain's ends are appended, so that a chain rewritten as a whole shows */
  constructor(
    private readonly record: RecordSource,
    private readonly logger: Logger,
    private readonly log: string | undefined,
    private readonly now: () => number = Date.now,
  ) {}

  start(): void {
    this.done = this.sealForEver();
  }

  async stop(): Promise<void> {
    this.alarm.stop();
    await this.done;
  }

  /** One look: seals, and goes along the chain when a night has come that was not checked yet. */
  async look(): Promise<void> {
    const night = this.night();
    const newNight = night !== this.checkedFor && !(await isNightChecked(this.record, night));
    const { sealed, head } = await sealHistory(this.record, newNight);
    this.counts.sealed += sealed;
    if (sealed > 0 && head) await this.note(head);
    if (newNight) await this.check(night);
    this.checkedFor = night;
  }

  private async check(night: string): Promise<void> {
    const { fault, rows } = await checkHistory(this.record, night, await this.noted(), this.now());
    if (fault === undefined) return this.logger.info({ rows }, 'history checked: the chain is whole');
    this.counts.faults += 1;
    this.logger.fatal({ fault }, `历史核验不通过：${fault.message}。请保护现场并通知审计人员`);
  }

  private night(): string {
    return dayOfInstant(this.now() - NIGHT_MS);
  }

  private async note(head: Head): Promise<void> {
    this.logger.info({ head }, 'history sealed');
    if (this.log !== undefined) await appendFile(this.log, `${JSON.stringify(head)}\n`, { mode: 0o600 });
  }

  private async noted(): Promise<Head[]> {
    if (this.log === undefined) return [];
    return readHeads(await readFile(this.log, 'utf8').catch(() => ''));
  }

  private async sealForEver(): Promise<void> {
    while (!this.alarm.stopped) {
      try {
        await this.look();
      } catch (error) {
        this.logger.warn({ err: error }, 'history not sealed; trying again');
      }
      await this.alarm.wait(EVERY_MS);
    }
  }
}
