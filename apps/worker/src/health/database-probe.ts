import { Alarm } from '../pause.js';
import type { RecordSource } from '../tokens.js';

const EVERY_MS = 5_000;
const ANSWER_MS = 3_000;

/** Asks the record every few seconds whether it is there. Pools recover by themselves: nothing is done about it. */
export class DatabaseProbe {
  private good = false;
  private readonly alarm = new Alarm();
  private done: Promise<void> = Promise.resolve();

  constructor(private readonly record: RecordSource) {}

  get ok(): boolean {
    return this.good;
  }

  start(): void {
    this.done = this.probeForEver();
  }

  async stop(): Promise<void> {
    this.alarm.stop();
    await this.done;
  }

  private async probeForEver(): Promise<void> {
    while (!this.alarm.stopped) {
      this.good = await this.answers();
      await this.alarm.wait(EVERY_MS);
    }
  }

  private async answers(): Promise<boolean> {
    let timer: NodeJS.Timeout | undefined;
    const tooLate = new Promise<boolean>((resolve) => {
      timer = setTimeout(() => resolve(false), ANSWER_MS);
    });
    const answer = this.record.query('SELECT 1').then(
      () => true,
      () => false,
    );
    try {
      return await Promise.race([answer, tooLate]);
    } finally {
      clearTimeout(timer);
    }
  }
}
