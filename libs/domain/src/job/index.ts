export * from './job.js';
export * from './transitions.js';
