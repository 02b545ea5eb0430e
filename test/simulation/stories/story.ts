// A use case whose statements fail one after the other, and the story that it stands in.
import { expect } from 'vitest';
import { County, type CountyOptions } from '../../../libs/application/test/round/county.js';
import { evidenceOf } from '../../chaos/evidence.js';
import { INVARIANTS } from '../../chaos/invariants.js';
import { Faults, InjectedFault } from '../faults.js';

export interface Step {
  /** What happens, in words. */
  readonly does: string;
  /** The use case, by its name in `@duban/application`, with its class's place in `UseCases` before a dot. */
  readonly covers: string;
  /** Prepares the record once. */
  readonly first?: () => Promise<unknown>;
  /** Prepares the record before every try. */
  readonly each?: () => Promise<unknown>;
  readonly work: () => Promise<unknown>;
  /**
   * Tables that a failure may leave changed: a count of attempts that is meant to outlive it. `'all'` for work in several
   * transactions of which the first stay; then only the promises of the record are checked, and that it can be ended.
   */
  readonly leaves?: readonly string[] | 'all';
  /** Lets only every so manieth statement fail, where counting them beforehand is not possible. */
  readonly stride?: number;
  /** It tries again by itself so often: the same statement fails every time. */
  readonly tries?: number;
}

export interface Story {
  readonly name: string;
  readonly county: CountyOptions;
  /** In order: each finds what the one before left. */
  readonly steps: (county: County) => readonly Step[];
}

/** Of more statements than this, so many are let fail, evenly spread from the first to the COMMIT. */
const MOST_FAILURES = 60;
/** Promises that hold at every instant, whatever the hour: causes, once only, moves, the chain. */
const TIMELESS = ['I2', 'I3', 'I5', 'I6'];

/** Plays a story on a database of its own. */
export class Stage {
  private readonly faults: Faults;
  private constructor(readonly county: County) {
    this.faults = new Faults(county.dataSource);
  }

  static async open(options: CountyOptions): Promise<Stage> {
    return new Stage(await County.open(options));
  }

  close(): Promise<void> {
    return this.county.close();
  }

  /**
   * Lets the first, then the second … statement of a step fail, the COMMIT included, until it passes: after each failure
   * the record is as if nothing had been asked.
   * @returns how many times it failed
   */
  async failEach(step: Step): Promise<number> {
    const { first, each, tries = 1 } = step;
    await first?.();
    await each?.();
    const begin = await this.county.fingerprint();
    const stride =
      step.leaves === 'all' ? (step.stride ?? 1) : Math.ceil((await this.statements(step, begin)) / MOST_FAILURES);
    let before = begin;
    for (let failures = 0, n = 1; ; n += stride) {
      if (each || step.leaves) {
        await each?.();
        before = await this.county.fingerprint();
      }
      this.faults.reset(() => (this.faults.count % n === 0 && this.faults.count <= n * tries ? 'lost' : undefined));
      try {
        await step.work();
        expect(this.faults.injected, `a fault at statement ${n} stayed unseen`).toBeUndefined();
        this.faults.reset();
        expect(await this.county.fingerprint()).not.toBe(begin);
        await this.keepsPromises();
        return failures;
      } catch (error) {
        if (!(error instanceof InjectedFault)) throw error;
        this.faults.reset();
        failures += 1;
        await this.unchanged(step, before, `after statement ${n}: ${error.statement}`);
      }
    }
  }

  /** How many statements a step has: its COMMIT fails, and nothing is changed. */
  private async statements(step: Step, before: string): Promise<number> {
    this.faults.reset((statement) => (statement === 'COMMIT' ? 'lost' : undefined));
    const failed = await step.work().catch((error: unknown) => error);
    expect(failed, 'a use case says so when its COMMIT failed').toBeInstanceOf(InjectedFault);
    const { count } = this.faults;
    this.faults.reset();
    await this.unchanged(step, before, 'after a lost COMMIT');
    return count;
  }

  private async unchanged({ leaves = [] }: Step, before: string, message: string): Promise<void> {
    if (leaves === 'all') return this.keepsPromises();
    const rest = (fingerprint: string) =>
      fingerprint.split('\n').filter((line) => !leaves.includes(line.slice(0, line.indexOf('='))));
    expect(rest(await this.county.fingerprint()), message).toEqual(rest(before));
  }

  private async keepsPromises(): Promise<void> {
    const evidence = evidenceOf(this.county.dataSource, { drained: false });
    for (const { name, broken } of INVARIANTS.filter((promise) => TIMELESS.includes(promise.name))) {
      for (const [what, rows] of Object.entries(await broken(evidence))) expect(rows, `${name} ${what}`).toEqual([]);
    }
  }
}

/** The first number that a query gives. */
export async function number(county: County, query: string, parameters: unknown[] = []): Promise<number> {
  const rows: { n: number | string | null }[] = await county.dataSource.query(query, parameters);
  const n = rows[0]?.n;
  if (n == null) throw new Error(`no number: ${query}`);
  return Number(n);
}
