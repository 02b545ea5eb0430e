import { DomainError, type Instant, JOB_FILE_DAYS, JOB_NAMES, JOB_RESULT_DAYS, type JobKind } from '@duban/domain';
import {
  type Actor,
  insertJob,
  lockJob,
  pokeJob,
  putJobFile,
  stamp,
  tidyJobFiles,
  writeHistory,
} from '@duban/persistence';
import type { DataSource } from 'typeorm';

/** Most jobs of one account that wait or run at once: a double click is no reason to read one ledger ten times. */
export const MOST_OPEN_JOBS = 5;
const DAY_MS = 86_400_000;

export interface NewJob {
  readonly kind: JobKind;
  readonly params?: Readonly<Record<string, unknown>>;
  readonly programmeId?: number | null;
  readonly input?: { readonly name: string; readonly bytes: Uint8Array };
}

/**
 * Puts a job into the queue; the worker takes it up within moments, or as soon as it is back.
 * @returns the job's id
 * @throws DomainError TOO_MANY_JOBS
 */
export async function startJob(dataSource: DataSource, actor: Actor, job: NewJob, now: Instant): Promise<number> {
  return dataSource.transaction(async (manager) => {
    // One account's jobs are counted one after the other.
    await manager.query(`SELECT pg_advisory_xact_lock(hashtext('duban-job'), $1::int)`, [actor.personId ?? 0]);
    const open: unknown[] = await manager.query(
      `SELECT 1 FROM job WHERE person_id IS NOT DISTINCT FROM $1 AND state IN ('queued', 'running')`,
      [actor.personId],
    );
    if (open.length >= MOST_OPEN_JOBS) {
      throw new DomainError('TOO_MANY_JOBS', `您已有${open.length}个作业在排队或处理，请等它们完成或取消后再提交`);
    }
    const { kind, params = {}, programmeId = null, input } = job;
    const owner = { personId: actor.personId, actorName: actor.name };
    const jobId = await insertJob(manager, { kind, params, programmeId, ...owner }, now);
    if (input) {
      await putJobFile(manager, jobId, 'input', { name: input.name, bytes: Buffer.from(input.bytes) }, now);
    }
    await pokeJob(manager, jobId, now);
    await writeHistory(manager, [
      { at: now, act: 'start-job', actor, programmeId, why: JOB_NAMES[kind], data: { jobId, kind } },
    ]);
    return jobId;
  });
}

/**
 * Cancels a job. One that waits is cancelled at once; one that runs is told to stop at its next step, and may yet come
 * to its end before that.
 * @returns the state in which it is now
 * @throws DomainError NOT_FOUND, JOB_ENDED
 */
export async function cancelJob(
  dataSource: DataSource,
  actor: Actor,
  jobId: number,
  now: Instant,
): Promise<'cancelled' | 'running'> {
  return dataSource.transaction(async (manager) => {
    const job = await lockJob(manager, jobId);
    if (!job) throw new DomainError('NOT_FOUND', '没有这个作业');
    if (job.state !== 'queued' && job.state !== 'running') {
      throw new DomainError('JOB_ENDED', '这个作业已经结束，不能取消', { state: job.state });
    }
    const { programmeId, kind } = job;
    if (job.state === 'running') {
      await manager.query('UPDATE job SET cancel_asked_at = coalesce(cancel_asked_at, $2) WHERE id = $1', [
        jobId,
        stamp(now),
      ]);
    } else {
      await manager.query(
        `UPDATE job SET state = 'cancelled', cancel_asked_at = $2, ended_at = $2, progress_text = '已取消，没有写入任何内容'
         WHERE id = $1`,
        [jobId, stamp(now)],
      );
    }
    await writeHistory(manager, [
      { at: now, act: 'cancel-job', actor, programmeId, why: JOB_NAMES[kind], data: { jobId, kind } },
    ]);
    return job.state === 'running' ? 'running' : 'cancelled';
  });
}

/** Deletes files of jobs long ended: uploads after a week, results after a month. */
export async function tidyJobs(dataSource: DataSource, now: Instant): Promise<number> {
  return tidyJobFiles(dataSource.manager, {
    inputs: now - JOB_FILE_DAYS * DAY_MS,
    results: now - JOB_RESULT_DAYS * DAY_MS,
  });
}
