import type { Instant } from '@duban/domain';
import type { Actor, JobBytes, JobProgress, JobRow } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';

/** What a job's handler is given. */
export interface JobContext {
  readonly dataSource: DataSource;
  readonly job: JobRow;
  readonly actor: Actor;
  readonly now: () => Instant;
  /** The uploaded file. @throws DomainError JOB_FILE_GONE */
  input(): Promise<JobBytes>;
  /**
   * Says how far it is, on a connection of its own, so that it is seen while a transaction is open. Called as often as
   * one likes: it writes a few times a second.
   * @throws JobStopped when the job's owner cancelled it, or another worker has taken it over
   */
  progress(progress: JobProgress): Promise<void>;
  /**
   * Ends the job as done, in the transaction of what it did: both are committed, or neither.
   * @throws JobStopped when it may not end as done any more; the transaction must then be rolled back
   */
  finish(manager: EntityManager, result: unknown): Promise<void>;
}

/** Does the work of one kind of job, and calls `finish` exactly once, last in its transaction. */
export type JobHandler = (context: JobContext) => Promise<void>;

/** Not a fault: the job is to go no further. Nothing of it may be committed. */
export class JobStopped extends Error {
  override readonly name = 'JobStopped';
  constructor(readonly why: 'cancel' | 'lost' | 'shutdown') {
    super(`job stopped: ${why}`);
  }
}
