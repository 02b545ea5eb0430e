export { cancelJob, MOST_OPEN_JOBS, type NewJob, startJob, tidyJobs } from './commands.js';
export { type JobContext, type JobHandler, JobStopped } from './contract.js';
export { JOB_HANDLERS } from './handlers.js';
export { JobHeld, type RunOptions, runJob } from './run.js';
