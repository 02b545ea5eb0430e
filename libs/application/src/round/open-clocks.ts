import type { Instant } from '@duban/domain';
import { LAST_INSTANT, onlyRow } from '@duban/persistence';
import { jobWorkflowId } from '@duban/workflows';
import type { DataSource } from 'typeorm';
import { clockTargets, deliveryTargets, jobTargets, type PokeTarget } from './pokes.js';

/** A workflow of a clock that closed this recently may still be on its way to its end. */
const CLOSING_MS = 5 * 60_000;

/** A wake or an opening that passed this long ago should have been attended to. */
const BEHIND_MS = 60_000;

/** What Temporal should be running, by the record. */
export interface ShouldRun {
  /** Must be there: open clocks, clocks with effects to perform, launched programmes not archived, channels, jobs not yet ended. */
  readonly required: readonly PokeTarget[];
  /** Workflow ids of clocks that closed just now: their workflows end by themselves. */
  readonly closing: readonly string[];
  /** Of the required: those whose next instant passed a while ago. Their workflows may be asleep for too long. */
  readonly behind: readonly PokeTarget[];
}

/** The one table of what should run, read in one go. Clocks come in the order of their ids. */
export async function whatShouldRun(dataSource: DataSource, now: Instant): Promise<ShouldRun> {
  return dataSource.transaction('REPEATABLE READ', async (manager) => {
    const open: { id: number }[] = await manager.query(
      `SELECT id FROM clock WHERE closed_at IS NULL
       UNION SELECT clock_id FROM effect WHERE state = 'pending' ORDER BY id`,
    );
    const clocks = await clockTargets(
      manager,
      open.map(({ id }) => id),
    );
    const before = new Date(now - BEHIND_MS);
    // An opening that no clock can wait for is damage; whoever looks again sets it right.
    const programmes: (PokeTarget & { behind: boolean })[] = await manager.query(
      `SELECT 'periods' AS kind, id AS "programmeId", title AS "programmeTitle",
              coalesce(next_opening_at < $1 OR next_opening_at > ${LAST_INSTANT}, false) AS behind
       FROM programme WHERE launched_at IS NOT NULL AND archived_at IS NULL ORDER BY id`,
      [before],
    );
    const late: { id: number }[] = await manager.query(
      `SELECT c.id FROM clock c WHERE c.closed_at IS NULL
         AND EXISTS (SELECT 1 FROM obligation o WHERE o.clock_id = c.id AND o.next_wake_at < $1)`,
      [before],
    );
    const lateClocks = new Set(late.map(({ id }) => id));
    const closing: { workflowId: string }[] = await manager.query(
      `SELECT workflow_id AS "workflowId" FROM clock WHERE closed_at > $1`,
      [new Date(now - CLOSING_MS)],
    );
    const periods = programmes.map(({ behind: _, ...target }): PokeTarget => target);
    const jobs = await jobTargets(manager);
    const endedJobs: { id: number }[] = await manager.query('SELECT id FROM job WHERE ended_at > $1', [
      new Date(now - CLOSING_MS),
    ]);
    return {
      required: [...periods, ...clocks, ...(await deliveryTargets(manager)), ...jobs],
      closing: [...closing.map(({ workflowId }) => workflowId), ...endedJobs.map(({ id }) => jobWorkflowId(id))],
      behind: [
        ...periods.filter((_, i) => programmes[i]?.behind),
        ...clocks.filter((target) => target.kind === 'clock' && lateClocks.has(target.clockId)),
      ],
    };
  });
}

/** Whether the clocks keep up: for the operator's metrics. */
export interface ClockHealth {
  readonly openClocks: number;
  /** Open clocks whose next wake passed more than the grace ago. */
  readonly clocksBehind: number;
  /** How far the furthest of them is behind, in milliseconds. */
  readonly furthestBehindMs: number;
  readonly pendingEffects: number;
  readonly deadEffects: number;
  /** Obligations and openings that the engine went past, to be tried again by hand. */
  readonly setAside: number;
  readonly oldestPendingEffectMs: number;
  /** Messages on their way out, and those that wait for a person: of unknown fate, or given up. */
  readonly messagesWaiting: number;
  readonly messagesUnknown: number;
  readonly messagesDead: number;
}

/** @param graceMs a wake this much behind is still on time */
export async function clockHealth(dataSource: DataSource, now: Instant, graceMs: number): Promise<ClockHealth> {
  const rows: (Omit<ClockHealth, 'furthestBehindMs' | 'oldestPendingEffectMs'> & {
    furthest: Date | null;
    oldest: Date | null;
  })[] = await dataSource.query(
    `WITH wake AS (
       SELECT c.id, (SELECT min(o.next_wake_at) FROM obligation o
                     WHERE o.clock_id = c.id AND o.next_wake_at IS NOT NULL) AS at
       FROM clock c WHERE c.closed_at IS NULL)
     SELECT (SELECT count(*)::int FROM wake) AS "openClocks",
            (SELECT count(*)::int FROM wake WHERE at < $1) AS "clocksBehind",
            (SELECT min(at) FROM wake WHERE at < $1 AND isfinite(at)) AS furthest,
            (SELECT count(*)::int FROM effect WHERE state = 'pending') AS "pendingEffects",
            (SELECT count(*)::int FROM effect WHERE state = 'dead') AS "deadEffects",
            (SELECT count(*)::int FROM set_aside WHERE resolved_at IS NULL) AS "setAside",
            (SELECT count(*)::int FROM message WHERE state IN ('queued', 'sending')) AS "messagesWaiting",
            (SELECT count(*)::int FROM message WHERE state = 'unknown') AS "messagesUnknown",
            (SELECT count(*)::int FROM message WHERE state = 'dead') AS "messagesDead",
            (SELECT min(created_at) FROM effect WHERE state = 'pending') AS oldest`,
    [new Date(now - graceMs)],
  );
  const { furthest, oldest, ...counts } = onlyRow(rows);
  const age = (at: Date | null): number => (at ? Math.max(0, now - at.getTime()) : 0);
  return { ...counts, furthestBehindMs: age(furthest), oldestPendingEffectMs: age(oldest) };
}
