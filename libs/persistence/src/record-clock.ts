import type { Instant } from '@duban/domain';
import type { DataSource } from 'typeorm';

const EVERY_MS = 15_000;
/** An answer that took longer says too little about when it was given. */
const SLOWEST_MS = 1_000;
/** Differences that the way of the answer explains are no news. */
const NOISE_MS = 20;

/**
 * The present instant by the record's own clock. All processes ask this one, so that a machine whose clock is wrong
 * neither fires early nor writes a time before its cause. Between looks it follows this process's steady clock.
 */
export class RecordClock {
  private known: { readonly instant: Instant; readonly steady: number } | undefined;
  private timer: NodeJS.Timeout | undefined;

  /** @param steady milliseconds that only go forward */
  constructor(
    private readonly dataSource: DataSource,
    private readonly steady: () => number = () => performance.now(),
  ) {}

  /** The present instant; before the first look, this machine's own. */
  readonly now = (): Instant =>
    this.known === undefined ? Date.now() : Math.round(this.known.instant + this.steady() - this.known.steady);

  /** Asks the record what time it is. @throws whatever the record throws when it cannot be reached */
  async look(): Promise<void> {
    const asked = this.steady();
    const rows: { now: Date }[] = await this.dataSource.query('SELECT clock_timestamp() AS now');
    const answered = this.steady();
    const told = rows[0]?.now.getTime();
    if (told === undefined || (answered - asked > SLOWEST_MS && this.known !== undefined)) return;
    const instant = told + (answered - asked) / 2;
    const guess = this.known && this.known.instant + answered - this.known.steady;
    if (guess !== undefined && Math.abs(guess - instant) <= NOISE_MS + (answered - asked) / 2) return;
    this.known = { instant, steady: answered };
  }

  /** Looks again every few seconds; a look that fails changes nothing. */
  start(): void {
    this.timer ??= setInterval(() => {
      this.look().catch(() => undefined);
    }, EVERY_MS);
    this.timer.unref();
  }

  stop(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }
}
