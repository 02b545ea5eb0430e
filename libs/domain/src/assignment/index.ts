export * from './assignment.js';
export * from './policies.js';
