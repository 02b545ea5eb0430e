import { randomUUID } from 'node:crypto';
import { DomainError, type Instant, type JobKind, MOST_JOB_ATTEMPTS } from '@duban/domain';
import {
  claimJob,
  type JobEnd,
  type JobProgress,
  type JobRow,
  jobFile,
  keepJob,
  leaveJob,
  putJobFile,
  writeHistory,
} from '@duban/persistence';
import type { JobOutcome } from '@duban/workflows';
import type { DataSource, EntityManager } from 'typeorm';
import { type JobContext, type JobHandler, JobStopped } from './contract.js';

/** A holder that has not been heard of for so long is gone. */
const LEASE_MS = 15_000;
const HEARTBEAT_MS = 3_000;
const PROGRESS_EVERY_MS = 250;

export interface RunOptions {
  readonly now: () => Instant;
  /** Called every few seconds while the job is held. */
  readonly heartbeat?: () => void;
  /** Aborted when the process has to end: the job goes back into the queue. */
  readonly signal?: AbortSignal;
  readonly leaseMs?: number;
  /** Told what broke the work, for the log: the row is for who asked, and holds no internals. */
  readonly onBreak?: (error: unknown) => void;
}

/**
 * Takes one job up and works on it until it ends. Killed at any instant, it leaves a job whose lease runs out, to be
 * taken up again; begun too often, the job ends as failed and says so.
 * @throws JobHeld while another worker holds it: try again later; infrastructure errors after the job was put back
 */
export async function runJob(
  dataSource: DataSource,
  handlers: Readonly<Record<JobKind, JobHandler>>,
  jobId: number,
  options: RunOptions,
): Promise<JobOutcome> {
  const lease = randomUUID();
  const leaseMs = options.leaseMs ?? LEASE_MS;
  const job = await claimJob(dataSource.manager, jobId, lease, leaseMs, options.now());
  if (job === undefined) return outcomeOf(dataSource, jobId);
  const hold = new Hold(dataSource, job, lease, leaseMs, options);
  if (job.cancelAskedAt !== null) return hold.leave(CANCELLED);
  if (job.attempts > MOST_JOB_ATTEMPTS) return hold.leave(givenUp(job));
  hold.begin();
  try {
    await handlers[job.kind](hold.context());
    return 'done';
  } catch (error) {
    return await hold.leave(endAfter(error, job, options.onBreak));
  } finally {
    hold.stop();
  }
}

/** Another worker holds the job. */
export class JobHeld extends Error {
  override readonly name = 'JobHeld';
}

async function outcomeOf(dataSource: DataSource, jobId: number): Promise<JobOutcome> {
  const rows: { state: JobRow['state'] }[] = await dataSource.query('SELECT state FROM job WHERE id = $1', [jobId]);
  const state = rows[0]?.state;
  if (state === 'running') throw new JobHeld(`job ${jobId} is held by another worker`);
  return state ?? 'cancelled';
}

const CANCELLED: JobEnd = { state: 'cancelled', text: '已取消，没有写入任何内容' };

/** A rule that says no is final; whatever else is thrown is tried again. */
function endAfter(error: unknown, job: JobRow, onBreak: RunOptions['onBreak']): JobEnd {
  if (error instanceof JobStopped) {
    return error.why === 'cancel' ? CANCELLED : { state: 'queued', text: '处理中断，等待重新开始' };
  }
  if (error instanceof DomainError) {
    const { code, message, details } = error;
    return { state: 'failed', text: '没有完成', error: { code, text: message, details } };
  }
  onBreak?.(error);
  if (job.attempts >= MOST_JOB_ATTEMPTS) return givenUp(job);
  const text = '处理时出错，稍后自动重试';
  return { state: 'queued', text, error: { code: 'JOB_INTERRUPTED', text, details: {} } };
}

function givenUp(job: JobRow): JobEnd {
  const text = `处理时连续中断${Math.min(job.attempts, MOST_JOB_ATTEMPTS)}次，已停止，没有写入任何内容；请重新提交，仍不行请联系管理员`;
  return { state: 'failed', text: '没有完成', error: { code: 'JOB_GIVEN_UP', text, details: {} } };
}

/** The holding of one job: keeps the lease alive, and knows whether it still is ours. */
class Hold {
  private timer: NodeJS.Timeout | undefined;
  private stopped: JobStopped | undefined;
  private wroteAt = Number.NEGATIVE_INFINITY;
  private latest: JobProgress = { text: '开始处理', done: 0, total: null };

  constructor(
    private readonly dataSource: DataSource,
    private readonly job: JobRow,
    private readonly lease: string,
    private readonly leaseMs: number,
    private readonly options: RunOptions,
  ) {}

  begin(): void {
    this.timer = setInterval(
      () => {
        this.options.heartbeat?.();
        // A failing write shows in the lease: whoever cannot keep it, loses it.
        this.keep().catch(() => undefined);
      },
      Math.min(HEARTBEAT_MS, this.leaseMs / 3),
    );
  }

  stop(): void {
    clearInterval(this.timer);
  }

  context(): JobContext {
    const { dataSource, job, options } = this;
    return {
      dataSource,
      job,
      actor: { personId: job.personId, name: job.actorName },
      now: options.now,
      input: async () => {
        const file = await jobFile(dataSource.manager, job.id, 'input');
        if (!file) throw new DomainError('JOB_FILE_GONE', '上传的文件已经清理，请重新上传');
        return file;
      },
      progress: (progress) => this.progress(progress),
      finish: (manager, result) => this.finish(manager, result),
    };
  }

  /** Gives the job up in the given way. What is not ours any more is left as it is. */
  async leave(end: JobEnd): Promise<JobOutcome> {
    const ours = await this.dataSource.transaction(async (manager) => {
      const left = await leaveJob(manager, this.job.id, this.lease, end, this.options.now());
      if (left && end.state !== 'queued') await this.remember(manager, end);
      return left;
    });
    return ours ? end.state : outcomeOf(this.dataSource, this.job.id);
  }

  private async progress(progress: JobProgress): Promise<void> {
    const newWords = progress.text !== this.latest.text;
    this.latest = progress;
    this.assertOurs();
    if (newWords || performance.now() - this.wroteAt >= PROGRESS_EVERY_MS) {
      await this.keep();
      this.options.heartbeat?.();
      this.assertOurs();
    }
  }

  private async keep(): Promise<void> {
    this.wroteAt = performance.now();
    const kept = await keepJob(this.dataSource.manager, this.job.id, this.lease, this.leaseMs, this.latest);
    if (kept !== 'kept') this.stopped ??= new JobStopped(kept);
  }

  private assertOurs(): void {
    if (this.options.signal?.aborted) throw new JobStopped('shutdown');
    if (this.stopped) throw this.stopped;
  }

  private async finish(manager: EntityManager, result: unknown): Promise<void> {
    const { job, options } = this;
    const now = options.now();
    const end: JobEnd = { state: 'done', text: '完成' };
    if (!(await leaveJob(manager, job.id, this.lease, end, now))) throw new JobStopped('lost');
    const bytes = Buffer.from(JSON.stringify(result));
    await putJobFile(manager, job.id, 'result', { name: `${job.kind}-${job.id}.json`, bytes }, now);
    await this.remember(manager, end);
  }

  private async remember(manager: EntityManager, { state, error }: JobEnd): Promise<void> {
    const { id, kind, programmeId, personId, actorName } = this.job;
    await writeHistory(manager, [
      {
        at: this.options.now(),
        act: 'end-job',
        actor: { personId, name: actorName },
        programmeId,
        why: error?.text ?? null,
        data: { jobId: id, kind, state },
      },
    ]);
  }
}
