// The entry of the workflow bundle: whatever is exported here is a workflow type.

export { jobWorkflow } from './job/job.workflow.js';
export { deliveryWorkflow } from './notice/delivery.workflow.js';
export { periodWorkflow } from './programme/period.workflow.js';
export { clockWorkflow } from './round/clock.workflow.js';
