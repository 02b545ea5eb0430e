import { type Instant, JOB_NAMES } from '@duban/domain';
import { enabledChannels, openJobs } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { forEachBounded } from './bounded.js';

/** The channel on which the record announces that pokes were written. */
export const POKE_CHANNEL = 'duban_poke';

/** Who has to look again. The titles are for an operator's eyes. */
export type PokeTarget =
  | {
      readonly kind: 'clock';
      readonly clockId: number;
      readonly workflowId: string;
      readonly programmeId: number;
      readonly cadenceKey: string;
      readonly periodKey: string;
      readonly roundName: string;
      readonly programmeTitle: string;
    }
  | { readonly kind: 'periods'; readonly programmeId: number; readonly programmeTitle: string }
  | { readonly kind: 'delivery'; readonly channelId: number; readonly channelName: string }
  | { readonly kind: 'job'; readonly jobId: number; readonly jobName: string };

export interface PokeBatch {
  /** How many rows were taken; fewer than the limit means that no more are waiting behind `lastId`. */
  readonly taken: number;
  /** Where the next batch of this pass begins: rows that failed are left for the next pass and block nobody. */
  readonly lastId: number;
  readonly delivered: number;
  /** The requests whose pokes were delivered. */
  readonly requestIds: readonly string[];
  readonly failures: readonly { readonly item: PokeTarget; readonly error: unknown }[];
}

interface PokeRow {
  readonly id: number;
  readonly clockId: number | null;
  readonly programmeId: number | null;
  readonly channelId: number | null;
  readonly jobId: number | null;
  readonly requestId: string | null;
}

/**
 * Takes the oldest pokes after `afterId`, delivers one signal to each distinct target and deletes the rows of those
 * that were reached. Rows another relay holds are skipped. A crash in between delivers again, which is harmless.
 * @param deliver brings one poke to its workflow, starting it if need be; must give up by itself within seconds
 * @param limits.rows most rows in one batch; limits.concurrency most deliveries at once
 */
export async function relayPokes(
  dataSource: DataSource,
  afterId: number,
  deliver: (target: PokeTarget) => Promise<void>,
  limits: { readonly rows: number; readonly concurrency: number },
): Promise<PokeBatch> {
  return dataSource.transaction(async (manager) => {
    const rows: PokeRow[] = await manager.query(
      `SELECT id, clock_id AS "clockId", programme_id AS "programmeId", channel_id AS "channelId", job_id AS "jobId",
              request_id AS "requestId"
       FROM poke
       WHERE id > $1 ORDER BY id LIMIT $2 FOR UPDATE SKIP LOCKED`,
      [afterId, limits.rows],
    );
    if (rows.length === 0) return { taken: 0, lastId: afterId, delivered: 0, requestIds: [], failures: [] };
    const targets = await targetsOf(manager, rows);
    const failures = await forEachBounded(targets, limits.concurrency, deliver);
    const failed = new Set(failures.map(({ item }) => keyOf(item)));
    // A poke whose clock or running programme is gone asks nobody: it goes too.
    const settled = rows.filter((row) => !failed.has(keyOf(row)));
    await manager.query('DELETE FROM poke WHERE id = ANY($1)', [settled.map(({ id }) => id)]);
    const lastId = rows.at(-1)?.id ?? afterId;
    const requestIds = [...new Set(settled.flatMap(({ requestId }) => requestId ?? []))];
    return { taken: rows.length, lastId, delivered: targets.length - failures.length, requestIds, failures };
  });
}

/** Age of the oldest poke, in milliseconds; 0 when none is waiting. */
export async function pokeLagMs(dataSource: DataSource, now: Instant): Promise<number> {
  const rows: { oldest: Date | null }[] = await dataSource.query('SELECT min(created_at) AS oldest FROM poke');
  const oldest = rows[0]?.oldest;
  return oldest ? Math.max(0, now - oldest.getTime()) : 0;
}

interface Keys {
  readonly clockId?: number | null;
  readonly programmeId?: number | null;
  readonly channelId?: number | null;
  readonly jobId?: number | null;
}

/** What a poke or a target is for, as one text. */
function keyOf({ clockId, programmeId, channelId, jobId }: Keys): string {
  if (clockId != null) return `clock ${clockId}`;
  if (channelId != null) return `channel ${channelId}`;
  return jobId != null ? `job ${jobId}` : `programme ${programmeId}`;
}

async function targetsOf(manager: EntityManager, rows: readonly PokeRow[]): Promise<PokeTarget[]> {
  const clockIds = rows.flatMap(({ clockId }) => clockId ?? []);
  const channelIds = rows.flatMap(({ channelId }) => channelId ?? []);
  const programmeIds = rows.flatMap(({ clockId, programmeId }) => (clockId === null ? (programmeId ?? []) : []));
  const jobIds = rows.flatMap(({ jobId }) => jobId ?? []);
  return [
    ...(await clockTargets(manager, clockIds)),
    ...(await periodTargets(manager, programmeIds)),
    ...(await deliveryTargets(manager)).filter(({ channelId }) => channelIds.includes(channelId)),
    ...(jobIds.length === 0 ? [] : (await jobTargets(manager)).filter(({ jobId }) => jobIds.includes(jobId))),
  ];
}

/** The channels that are switched on, as targets. */
export async function deliveryTargets(manager: EntityManager): Promise<Extract<PokeTarget, { kind: 'delivery' }>[]> {
  const channels = await enabledChannels(manager);
  return channels.map(({ channelId, name }) => ({ kind: 'delivery', channelId, channelName: name }));
}

/** The jobs that have not ended, as targets. */
export async function jobTargets(manager: EntityManager): Promise<Extract<PokeTarget, { kind: 'job' }>[]> {
  const jobs = await openJobs(manager);
  return jobs.map(({ id, kind }) => ({ kind: 'job', jobId: id, jobName: `${JOB_NAMES[kind]} ${id}` }));
}

/** The given clocks, as targets. */
export async function clockTargets(manager: EntityManager, clockIds: readonly number[]): Promise<PokeTarget[]> {
  if (clockIds.length === 0) return [];
  return manager.query(
    `SELECT 'clock' AS kind, c.id AS "clockId", c.workflow_id AS "workflowId", r.programme_id AS "programmeId",
            r.cadence_key AS "cadenceKey", r.period_key AS "periodKey", r.name AS "roundName",
            p.title AS "programmeTitle"
     FROM clock c JOIN round r ON r.id = c.round_id JOIN programme p ON p.id = r.programme_id
     WHERE c.id = ANY($1) ORDER BY c.id`,
    [clockIds],
  );
}

async function periodTargets(manager: EntityManager, programmeIds: readonly number[]): Promise<PokeTarget[]> {
  if (programmeIds.length === 0) return [];
  return manager.query(
    `SELECT 'periods' AS kind, id AS "programmeId", title AS "programmeTitle"
     FROM programme WHERE id = ANY($1) AND launched_at IS NOT NULL AND archived_at IS NULL ORDER BY id`,
    [programmeIds],
  );
}
