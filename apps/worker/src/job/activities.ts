import { JOB_HANDLERS, runJob } from '@duban/application';
import type { JobActivities } from '@duban/workflows';
import { Context } from '@temporalio/activity';
import type { Logger } from '../logging.js';
import type { RecordSource } from '../tokens.js';

/** The activity of background jobs. Whatever it throws is Temporal's to retry: attempts are counted in the record. */
export function createJobActivities(record: RecordSource, now: () => number, logger: Logger): JobActivities {
  return {
    async runJob(jobId) {
      const context = Context.current();
      const signal = context.cancellationSignal;
      try {
        const outcome = await runJob(record, JOB_HANDLERS, jobId, {
          now,
          heartbeat: () => context.heartbeat(),
          signal,
          onBreak: (error) => logger.error({ jobId, err: error }, 'job broke'),
        });
        logger.info({ jobId, outcome }, 'job left');
        return outcome;
      } catch (error) {
        logger.warn({ jobId, err: error }, 'job not done; it will be taken up again');
        throw error;
      }
    },
  };
}
