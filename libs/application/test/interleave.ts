// Two transactions on one PostgreSQL, one of them stopped before a statement of its own while the other runs.
import type { DataSource, QueryRunner } from 'typeorm';

/** Stops a data source's transaction before its n-th statement, until it is let go. */
export class Gate {
  private seen = 0;
  private stopAt = 0;
  private arrive: () => void = () => undefined;
  private released: Promise<void> = Promise.resolve();
  private release: () => void = () => undefined;

  constructor(dataSource: DataSource) {
    const create = dataSource.createQueryRunner.bind(dataSource);
    Object.defineProperty(dataSource, 'createQueryRunner', {
      value: (...args: Parameters<typeof create>) => this.wrap(create(...args)),
    });
  }

  /** @returns what comes true when the transaction has come to its n-th statement and waits there */
  closeBefore(statement: number): Promise<void> {
    this.seen = 0;
    this.stopAt = statement;
    this.released = new Promise((resolve) => {
      this.release = resolve;
    });
    return new Promise((resolve) => {
      this.arrive = resolve;
    });
  }

  open(): void {
    this.stopAt = 0;
    this.release();
  }

  private wrap(runner: QueryRunner): QueryRunner {
    const original = runner.query;
    const query = async (statement: string, ...rest: unknown[]): Promise<unknown> => {
      if (runner.isTransactionActive) {
        this.seen += 1;
        if (this.seen === this.stopAt) {
          this.arrive();
          await this.released;
        }
      }
      return Reflect.apply(original, runner, [statement, ...rest]);
    };
    Object.defineProperty(runner, 'query', { value: query });
    return runner;
  }
}

/**
 * Runs `first` up to its n-th statement, then `second` until it is done or waits for a lock of the first's, then both to
 * their ends.
 * @returns false when the first has no n-th statement: then the second did not run
 */
export async function interleaved(
  gate: Gate,
  statement: number,
  first: () => Promise<unknown>,
  second: () => Promise<unknown>,
  observer: DataSource,
): Promise<boolean> {
  const arrived = gate.closeBefore(statement);
  const running = first();
  const reached = await Promise.race([arrived.then(() => true), running.then(() => false)]);
  if (reached) {
    const other = second();
    let done = false;
    const settled = other.finally(() => {
      done = true;
    });
    while (!done && !(await somebodyWaits(observer))) await Promise.race([settled, pause(2)]);
    gate.open();
    await Promise.all([running, settled]);
  }
  return reached;
}

async function somebodyWaits(observer: DataSource): Promise<boolean> {
  const rows: unknown[] = await observer.query(
    `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND cardinality(pg_blocking_pids(pid)) > 0`,
  );
  return rows.length > 0;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
