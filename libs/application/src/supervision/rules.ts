import { type Policy, WorkCalendar, withoutProposals } from '@duban/domain';
import { type ClockContext, readClock } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import type { Terms } from '../obligation/derived.js';

/** Versions and rounds' choices of them are immutable, so what was read once holds for good. Kept small: a county has few. */
const CACHED = 256;

/**
 * The rules under which rounds run, by the id of their version: calendars and policies. One instance for each data
 * source; reading a version twice costs nothing.
 */
export class Rules {
  private readonly calendars = new Map<number, WorkCalendar>();
  private readonly policies = new Map<number, Policy>();
  private readonly clocks = new Map<number, Pick<ClockContext, 'policyId' | 'omitProposals'>>();

  /** What a round fixes for all its obligations. @throws Error when a version is not in the record */
  async terms(
    manager: EntityManager,
    { policyId, omitProposals, calendarId }: Pick<ClockContext, 'policyId' | 'omitProposals' | 'calendarId'>,
  ): Promise<Terms> {
    return {
      policy: await this.policy(manager, policyId, omitProposals),
      calendar: await this.calendar(manager, calendarId),
    };
  }

  /**
   * What holds for the obligations of a clock. A clock stays in its round and a round keeps its policy; only the
   * calendar of its programme changes.
   * @throws Error when the clock or a version is not in the record
   */
  async termsOfClock(manager: EntityManager, clockId: number, calendarId: number): Promise<Terms> {
    const round = await cached(this.clocks, clockId, async () => {
      const { policyId, omitProposals } = found(await readClock(manager, clockId), `clock ${clockId}`);
      return { policyId, omitProposals };
    });
    return this.terms(manager, { ...round, calendarId });
  }

  /** @throws Error when there is no such calendar */
  async calendar(manager: EntityManager, id: number): Promise<WorkCalendar> {
    return cached(this.calendars, id, async () => {
      const rows: { document: WorkCalendar['document'] }[] = await manager.query(
        'SELECT document FROM calendar WHERE id = $1',
        [id],
      );
      return new WorkCalendar(found(rows[0], `calendar ${id}`).document);
    });
  }

  /**
   * A policy version.
   * @param omitProposals without its rungs that propose a rectification
   * @throws Error when there is no such policy
   */
  async policy(manager: EntityManager, id: number, omitProposals = false): Promise<Policy> {
    return cached(this.policies, omitProposals ? -id : id, async () => {
      const rows: { document: Policy }[] = await manager.query('SELECT document FROM policy WHERE id = $1', [id]);
      const { document } = found(rows[0], `policy ${id}`);
      return omitProposals ? withoutProposals(document) : document;
    });
  }
}

async function cached<T>(cache: Map<number, T>, id: number, read: () => Promise<T>): Promise<T> {
  const known = cache.get(id);
  if (known !== undefined) return known;
  const value = await read();
  if (cache.size >= CACHED) cache.clear();
  cache.set(id, value);
  return value;
}

function found<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`${what} is not in the record`);
  return value;
}
