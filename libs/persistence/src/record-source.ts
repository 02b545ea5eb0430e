import { AsyncLocalStorage } from 'node:async_hooks';
import { DataSource, type EntityManager, type QueryRunner, type ReplicationMode } from 'typeorm';
import { correlationId } from './request/correlation.js';
import { retried } from './retried.js';

type Run<T> = (manager: EntityManager) => Promise<T>;
type Isolation = Parameters<EntityManager['transaction']>[0];

/** The transaction that is held for whatever is called below. Open until it ends, not only until it is left. */
interface Held {
  readonly manager: EntityManager;
  open: boolean;
}

const held = new AsyncLocalStorage<Held>();

/**
 * A data source whose statements and transactions join the one that is held around them (`inOneTransaction`), if any:
 * use cases need not know whether they are the whole or a part. A transaction within one is a savepoint. Nothing takes
 * a second connection while one is held, so a request never waits for a connection that only another like it can give
 * back. A transaction that lost a deadlock runs again, whole.
 */
export class RecordSource extends DataSource {
  override transaction<T>(run: Run<T>): Promise<T>;
  override transaction<T>(isolation: Isolation, run: Run<T>): Promise<T>;
  override transaction<T>(isolationOrRun: Isolation | Run<T>, isolated?: Run<T>): Promise<T> {
    const outer = this.joined();
    if (typeof isolationOrRun === 'function') {
      const run = isolationOrRun as Run<T>;
      return outer ? outer.transaction(run) : retried(() => this.manager.transaction(marked(run)));
    }
    if (isolated === undefined) throw new Error('a transaction needs something to run');
    if (outer) throw new Error('a transaction within another cannot choose its isolation');
    return retried(() => this.manager.transaction(isolationOrRun, marked(isolated)));
  }

  override query<T>(query: string, parameters?: unknown[], runner?: QueryRunner): Promise<T> {
    return super.query(query, parameters, runner ?? this.joined()?.queryRunner);
  }

  override createQueryRunner(mode?: ReplicationMode): QueryRunner {
    if (this.joined()) throw new Error('a second connection was asked for inside a held transaction');
    return super.createQueryRunner(mode);
  }

  private joined(): EntityManager | undefined {
    const here = held.getStore();
    return here?.open && here.manager.dataSource === this ? here.manager : undefined;
  }
}

/** Tells the database which request the transaction serves; its rows are marked by default values. */
function marked<T>(run: Run<T>): Run<T> {
  const requestId = correlationId();
  if (requestId === null) return run;
  return async (manager) => {
    await manager.query(`SELECT set_config('duban.request_id', $1, true)`, [requestId]);
    return run(manager);
  };
}

/**
 * Runs everything that is called inside on one connection in one transaction, commits it when `run` succeeds.
 * What is started inside and not awaited must be started by `apart`, or it would write into this transaction.
 */
export function inOneTransaction<T>(dataSource: DataSource, run: Run<T>): Promise<T> {
  if (!(dataSource instanceof RecordSource)) throw new Error('this data source cannot hold a transaction');
  return dataSource.transaction(async (manager) => {
    const holding: Held = { manager, open: true };
    try {
      return await held.run(holding, () => run(manager));
    } finally {
      holding.open = false;
    }
  });
}

/** Connections of a pool: busy, idle, and how many callers wait for one. */
export interface PoolUse {
  readonly busy: number;
  readonly idle: number;
  readonly waiting: number;
}

export function poolUse(dataSource: DataSource): PoolUse {
  const pool: unknown = Reflect.get(dataSource.driver, 'master');
  if (typeof pool !== 'object' || pool === null) return { busy: 0, idle: 0, waiting: 0 };
  const count = (name: string): number => Number(Reflect.get(pool, name) ?? 0);
  return { busy: count('totalCount') - count('idleCount'), idle: count('idleCount'), waiting: count('waitingCount') };
}

/** Runs outside of any held transaction: for what goes on by itself after the caller has been answered. */
export function apart<T>(run: () => T): T {
  return held.exit(run);
}
