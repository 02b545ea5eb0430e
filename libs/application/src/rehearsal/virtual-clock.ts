import type { Instant } from '@duban/domain';
import { clockOutlook, stamp } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import type { Engine } from '../round/engine.js';

/**
 * What Temporal does in production, without waiting: it knows when each clock and each programme has to be looked at,
 * and looks. Effects are done without doing them, so nothing is sent.
 */
export class VirtualClock {
  /** The next wake of every open clock. */
  private readonly wakes = new Map<number, Instant>();
  /** The next opening of every programme. */
  private readonly openings = new Map<number, Instant>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
  ) {}

  /** Begins to look after a programme. */
  watch(programmeId: number, from: Instant): void {
    this.openings.set(programmeId, from);
  }

  /** The soonest instant at which anything can happen; infinite when nothing can. */
  nextWake(): Instant {
    return Math.min(Number.POSITIVE_INFINITY, ...this.openings.values(), ...this.wakes.values());
  }

  /** The engine's part at an instant: rounds open, clocks that are due are advanced. */
  async advance(now: Instant): Promise<void> {
    for (const [programmeId, opening] of this.openings) {
      if (opening > now) continue;
      const { nextOpeningAt } = await this.engine.openRounds(programmeId, now);
      if (nextOpeningAt === null) this.openings.delete(programmeId);
      else this.openings.set(programmeId, nextOpeningAt);
      await this.hearPokes(now);
    }
    const due = [...this.wakes].filter(([, wake]) => wake <= now).map(([clockId]) => clockId);
    for (const clockId of due) {
      const { nextWakeAt, effectIds } = await this.engine.advanceClock(clockId, now);
      if (effectIds.length > 0) await this.deliverNothing(effectIds, now);
      this.note(clockId, nextWakeAt);
    }
  }

  /** The relay's part: what became earlier is looked at again. */
  async hearPokes(now: Instant): Promise<void> {
    const [pokes]: [{ clock_id: number | null; programme_id: number | null }[], number] = await this.dataSource.query(
      'DELETE FROM poke RETURNING clock_id, programme_id',
    );
    for (const clockId of new Set(pokes.flatMap(({ clock_id }) => clock_id ?? []))) {
      this.note(clockId, (await clockOutlook(this.dataSource.manager, clockId)).nextWakeAt);
    }
    for (const { programme_id } of pokes) {
      if (programme_id !== null && (this.openings.get(programme_id) ?? 0) > now) this.openings.set(programme_id, now);
    }
  }

  /** Left pending, effects would be handed out again at every look. */
  private async deliverNothing(effectIds: readonly number[], now: Instant): Promise<void> {
    await this.dataSource.query(`UPDATE effect SET state = 'done', done_at = $2 WHERE id = ANY($1::bigint[])`, [
      effectIds,
      stamp(now),
    ]);
  }

  private note(clockId: number, nextWakeAt: Instant | null): void {
    if (nextWakeAt === null) this.wakes.delete(clockId);
    else this.wakes.set(clockId, nextWakeAt);
  }
}
