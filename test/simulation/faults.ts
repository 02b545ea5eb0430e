import type { DataSource, QueryRunner } from 'typeorm';

/**
 * What befalls a statement. `lost`: it never reaches the server. `unacknowledged`: it is carried out, the answer is lost.
 * `killed`: the server ends the connection before it.
 */
export type Fault = 'lost' | 'unacknowledged' | 'killed';

export class InjectedFault extends Error {
  /** As pg reports a connection that died under a statement. */
  readonly code = 'ECONNRESET';

  constructor(
    readonly fault: Fault,
    readonly statement: string,
  ) {
    super(`injected: ${fault}: ${statement.slice(0, 60)}`);
  }
}

/** Decides the fate of the next statement of a transaction; `COMMIT` and `START TRANSACTION` are statements too. */
export type Fate = (statement: string) => Fault | undefined;

/**
 * Puts faults between the statements of a data source's transactions. Statements outside transactions, and rollbacks,
 * are left alone.
 */
export class Faults {
  /** Statements of transactions seen since the last reset. */
  count = 0;
  /** What was injected last; undefined when nothing has been since the last reset. */
  injected: InjectedFault | undefined;
  private fate: Fate = () => undefined;

  constructor(
    dataSource: DataSource,
    private readonly kill: (pid: number) => Promise<void> = async () => undefined,
  ) {
    const create = dataSource.createQueryRunner.bind(dataSource);
    Object.defineProperty(dataSource, 'createQueryRunner', {
      value: (...args: Parameters<typeof create>) => this.wrap(create(...args)),
    });
  }

  /** From now on this decides. */
  reset(fate: Fate = () => undefined): void {
    this.count = 0;
    this.injected = undefined;
    this.fate = fate;
  }

  private wrap(runner: QueryRunner): QueryRunner {
    const original = runner.query;
    const query = (statement: string, ...rest: unknown[]): Promise<unknown> =>
      Reflect.apply(original, runner, [statement, ...rest]);
    const faulty = async (statement: string, ...rest: unknown[]): Promise<unknown> => {
      const counted = statement === 'START TRANSACTION' || runner.isTransactionActive;
      if (!counted || statement.startsWith('ROLLBACK') || statement.startsWith('SET TRANSACTION'))
        return query(statement, ...rest);
      this.count += 1;
      const fault = this.fate(statement);
      if (fault === undefined) return query(statement, ...rest);
      this.injected = new InjectedFault(fault, statement);
      if (fault === 'killed' && statement !== 'START TRANSACTION') {
        const [{ pid }] = (await query('SELECT pg_backend_pid() AS pid')) as [{ pid: number }];
        await this.kill(pid);
        return query(statement, ...rest);
      }
      // A connection that never learned that its transaction began would be broken; nobody would use it again.
      // The same holds of a savepoint: an answer gets lost only together with its connection.
      const opensOrKeeps = statement === 'START TRANSACTION' || statement.startsWith('RELEASE SAVEPOINT');
      if (fault === 'unacknowledged' && !opensOrKeeps) await query(statement, ...rest);
      throw this.injected;
    };
    Object.defineProperty(runner, 'query', { value: faulty });
    return runner;
  }
}
