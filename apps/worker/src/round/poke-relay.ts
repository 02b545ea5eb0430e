import type { PokeBatch, PokeTarget } from '@duban/application';
import type { Logger } from '../logging.js';
import { Alarm } from '../pause.js';
import { isUnreachable, type WorkflowRunner, workflowIdOf } from '../temporal/workflow-runner.js';

const POLL_MS = 3_000;
/** 50 rows, 10 at once, 5 s each at worst: within the 30 s a transaction may idle. */
const LIMITS = { rows: 50, concurrency: 10 } as const;

/** Takes one batch of pokes after an id, delivers and deletes them; see `relayPokes`. */
export type TakeBatch = (
  afterId: number,
  deliver: (target: PokeTarget) => Promise<void>,
  limits: { readonly rows: number; readonly concurrency: number },
) => Promise<PokeBatch>;

export interface RelayCounts {
  delivered: number;
  failed: number;
}

/**
 * Turns the record's pokes into signals: when told that there are some, and every few seconds anyway. Any number of
 * relays may run; each row is taken by one.
 */
export class PokeRelay {
  readonly counts: RelayCounts = { delivered: 0, failed: 0 };
  private readonly alarm = new Alarm();
  private done: Promise<void> = Promise.resolve();
  private passed: () => void = () => undefined;
  /** Settles when what waited at the start has been tried once, whether or not it was delivered. */
  readonly firstPass = new Promise<void>((resolve) => {
    this.passed = resolve;
  });

  constructor(
    private readonly takeBatch: TakeBatch,
    private readonly runner: Pick<WorkflowRunner, 'poke'>,
    private readonly logger: Logger,
  ) {}

  start(): void {
    this.done = this.relayForEver();
  }

  /** Ends after the batch at hand. */
  async stop(): Promise<void> {
    this.alarm.stop();
    await this.done;
  }

  /** Look now. */
  readonly wake = (): void => this.alarm.wake();

  /** One pass over all rows that wait, in batches; one that failed is passed over until the next pass. */
  async pass(): Promise<void> {
    let batch: PokeBatch | undefined;
    do {
      batch = await this.takeBatch(batch?.lastId ?? 0, (target) => this.runner.poke(target), LIMITS);
      this.counts.delivered += batch.delivered;
      this.counts.failed += batch.failures.length;
      const { requestIds } = batch;
      if (requestIds.length > 0) this.logger.info({ requestIds }, 'pokes delivered');
      for (const { item, error } of batch.failures) {
        this.logger.warn(
          { workflowId: workflowIdOf(item), err: error },
          'poke not delivered; it stays for the next pass',
        );
      }
      if (batch.failures.some(({ error }) => isUnreachable(error))) return;
    } while (batch.taken === LIMITS.rows && !this.alarm.stopped);
  }

  private async relayForEver(): Promise<void> {
    while (!this.alarm.stopped) {
      try {
        await this.pass();
      } catch (error) {
        this.logger.warn({ err: error }, 'poke relay could not read the record; trying again');
      }
      this.passed();
      await this.alarm.wait(POLL_MS);
    }
    this.passed();
  }
}
