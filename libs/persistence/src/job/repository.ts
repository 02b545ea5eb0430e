import { createHash } from 'node:crypto';
import type { Instant, JobKind, JobState } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { onlyRow, stamp } from '../bulk.js';

/** A job as whoever runs it needs it. */
export interface JobRow {
  readonly id: number;
  readonly kind: JobKind;
  readonly state: JobState;
  readonly params: Readonly<Record<string, unknown>>;
  readonly programmeId: number | null;
  readonly personId: number | null;
  readonly actorName: string;
  readonly attempts: number;
  readonly cancelAskedAt: Date | null;
  readonly errorText: string | null;
}

/** How far a job is: what it is doing, and how much of how much (null: unknown). */
export interface JobProgress {
  readonly text: string;
  readonly done: number;
  readonly total: number | null;
}

export interface JobBytes {
  readonly name: string;
  readonly sha256: string;
  readonly bytes: Buffer;
}

const ROW = `id, kind, state, params, programme_id AS "programmeId", person_id AS "personId", actor_name AS "actorName",
  attempts, cancel_asked_at AS "cancelAskedAt", error_text AS "errorText"`;

export async function insertJob(
  manager: EntityManager,
  job: Pick<JobRow, 'kind' | 'params' | 'programmeId' | 'personId' | 'actorName'>,
  now: Instant,
): Promise<number> {
  const rows: { id: number }[] = await manager.query(
    `INSERT INTO job (kind, params, programme_id, person_id, actor_name, created_at, progress_text)
     VALUES ($1, $2, $3, $4, $5, $6, '排队等待') RETURNING id`,
    [job.kind, JSON.stringify(job.params), job.programmeId, job.personId, job.actorName, stamp(now)],
  );
  return onlyRow(rows).id;
}

/** Keeps a job's input or result; a result written again replaces the one before. */
export async function putJobFile(
  manager: EntityManager,
  jobId: number,
  role: 'input' | 'result',
  { name, bytes }: Pick<JobBytes, 'name' | 'bytes'>,
  now: Instant,
): Promise<void> {
  await manager.query(
    `INSERT INTO job_file (job_id, role, name, sha256, bytes, created_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (job_id, role) DO UPDATE SET name = EXCLUDED.name, sha256 = EXCLUDED.sha256, bytes = EXCLUDED.bytes,
       created_at = EXCLUDED.created_at`,
    [jobId, role, name, createHash('sha256').update(bytes).digest('hex'), bytes, stamp(now)],
  );
}

export async function jobFile(
  manager: EntityManager,
  jobId: number,
  role: 'input' | 'result',
): Promise<JobBytes | undefined> {
  const rows: JobBytes[] = await manager.query(
    'SELECT name, sha256, bytes FROM job_file WHERE job_id = $1 AND role = $2',
    [jobId, role],
  );
  return rows[0];
}

/** Asks the worker to look at a job. */
export async function pokeJob(manager: EntityManager, jobId: number, now: Instant): Promise<void> {
  await manager.query('INSERT INTO poke (job_id, created_at) VALUES ($1, $2)', [jobId, stamp(now)]);
}

export async function lockJob(manager: EntityManager, jobId: number): Promise<JobRow | undefined> {
  const rows: JobRow[] = await manager.query(`SELECT ${ROW} FROM job WHERE id = $1 FOR UPDATE`, [jobId]);
  return rows[0];
}

/**
 * Takes a job that waits, or whose holder let its lease run out. Leases are judged by the database's own clock: workers'
 * clocks may differ.
 * @returns undefined when it has ended or somebody else holds it
 */
export async function claimJob(
  manager: EntityManager,
  jobId: number,
  lease: string,
  leaseMs: number,
  now: Instant,
): Promise<JobRow | undefined> {
  const [rows]: [JobRow[], number] = await manager.query(
    `UPDATE job SET state = 'running', lease = $2, lease_until = clock_timestamp() + $3 * interval '1 millisecond',
       attempts = attempts + 1, started_at = coalesce(started_at, $4)
     WHERE id = $1 AND (state = 'queued' OR (state = 'running' AND lease_until < clock_timestamp())) RETURNING ${ROW}`,
    [jobId, lease, leaseMs, stamp(now)],
  );
  return rows[0];
}

/**
 * Writes how far the holder is and keeps its lease.
 * @returns `lost` when the lease is another's or the job has ended, `cancel` when its owner wants it to stop
 */
export async function keepJob(
  manager: EntityManager,
  jobId: number,
  lease: string,
  leaseMs: number,
  { text, done, total }: JobProgress,
): Promise<'kept' | 'cancel' | 'lost'> {
  const [rows]: [{ asked: boolean }[], number] = await manager.query(
    `UPDATE job SET lease_until = clock_timestamp() + $3 * interval '1 millisecond', progress_text = $4,
       progress_done = $5, progress_total = $6
     WHERE id = $1 AND state = 'running' AND lease = $2 RETURNING cancel_asked_at IS NOT NULL AS asked`,
    [jobId, lease, leaseMs, text, done, total],
  );
  return rows[0] === undefined ? 'lost' : rows[0].asked ? 'cancel' : 'kept';
}

export interface JobEnd {
  readonly state: Exclude<JobState, 'running'>;
  readonly text: string;
  readonly error?: { readonly code: string; readonly text: string; readonly details: unknown };
}

/**
 * Ends a running job, or puts it back into the queue, in the caller's transaction.
 * @returns false when the caller's lease is not the job's any more: then nothing it did may be committed
 */
export async function leaveJob(
  manager: EntityManager,
  jobId: number,
  lease: string,
  { state, text, error }: JobEnd,
  now: Instant,
): Promise<boolean> {
  const [, changed]: [unknown[], number] = await manager.query(
    `UPDATE job SET state = $3, lease = NULL, lease_until = NULL, progress_text = $4,
       progress_done = CASE WHEN $3 = 'done' THEN coalesce(progress_total, progress_done) ELSE progress_done END,
       ended_at = CASE WHEN $3 = 'queued' THEN NULL ELSE $5::timestamptz END,
       error_code = $6, error_text = $7, error_details = $8
     WHERE id = $1 AND state = 'running' AND lease = $2`,
    [
      jobId,
      lease,
      state,
      text,
      stamp(now),
      error?.code ?? null,
      error?.text ?? null,
      error === undefined ? null : JSON.stringify(error.details),
    ],
  );
  return changed === 1;
}

/** Jobs that wait or run. */
export async function openJobs(manager: EntityManager): Promise<{ id: number; kind: JobKind }[]> {
  return manager.query(`SELECT id, kind FROM job WHERE state IN ('queued', 'running') ORDER BY id`);
}

/** Deletes the files of ended jobs: inputs after some days, results later. What the jobs were stays on record. */
export async function tidyJobFiles(
  manager: EntityManager,
  before: { readonly inputs: Instant; readonly results: Instant },
): Promise<number> {
  const [, deleted]: [unknown[], number] = await manager.query(
    `DELETE FROM job_file f USING job j
     WHERE j.id = f.job_id AND j.ended_at IS NOT NULL
       AND f.created_at < CASE f.role WHEN 'input' THEN $1::timestamptz ELSE $2::timestamptz END`,
    [stamp(before.inputs), stamp(before.results)],
  );
  return deleted;
}
