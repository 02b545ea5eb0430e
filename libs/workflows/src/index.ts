// Contracts only: what clients and activities need to know. Workflow code is `@duban/workflows/workflows`, and is
// loaded by nothing but Temporal's bundler.
export * from './job/job.contract.js';
export * from './naming.js';
export * from './notice/delivery.contract.js';
export * from './programme/period.contract.js';
export * from './round/clock.contract.js';
