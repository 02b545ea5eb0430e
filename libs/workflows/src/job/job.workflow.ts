import { defineSignal, proxyActivities, setHandler, sleep } from '@temporalio/workflow';
import { JOB_TASK_QUEUE } from '../naming.js';
import { POKE_SIGNAL } from '../round/clock.contract.js';
import type { JobActivities, JobInput, JobOutcome } from './job.contract.js';

// Attempts are counted in the job's row, which gives up by itself. A worker that is killed stops its heartbeats: the
// job is then taken up by another as soon as the lease in the record has run out too.
const { runJob } = proxyActivities<JobActivities>({
  taskQueue: JOB_TASK_QUEUE,
  startToCloseTimeout: '1 hour',
  heartbeatTimeout: '15 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '15 seconds' },
  summary: '后台作业',
});

/** Sees one background job to its end. What it is and how far it has come is in the record. */
export async function jobWorkflow({ jobId }: JobInput): Promise<JobOutcome> {
  // A poke starts the workflow; one that comes later asks for nothing that the activity does not see by itself.
  setHandler(defineSignal(POKE_SIGNAL), () => undefined);
  for (;;) {
    const outcome = await runJob(jobId);
    if (outcome !== 'queued') return outcome;
    await sleep('2 seconds');
  }
}
