import { joinId, splitId } from '../naming.js';

/** Type name of the workflow that sees one background job to its end. */
export const JOB_WORKFLOW = 'jobWorkflow';

/** The id of a job's workflow: `job/17`. */
export function jobWorkflowId(jobId: number): string {
  return joinId('job', String(jobId));
}

/** The inverse of `jobWorkflowId`; undefined when the id is no job's. */
export function parseJobWorkflowId(id: string): number | undefined {
  const [kind, jobId, ...more] = splitId(id);
  if (kind !== 'job' || more.length > 0 || !/^[1-9]\d*$/.test(jobId ?? '')) return undefined;
  return Number(jobId);
}

export interface JobInput {
  readonly jobId: number;
}

/** How a job stands after one go at it. `queued`: interrupted, to be taken up again. */
export type JobOutcome = 'done' | 'failed' | 'cancelled' | 'queued';

/** The activities of the job workflow. */
export interface JobActivities {
  /** Takes the job up and works on it until it ends; its state, attempts and end are in the record. */
  runJob(jobId: number): Promise<JobOutcome>;
}
