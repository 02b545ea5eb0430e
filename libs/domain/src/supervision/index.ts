export * from './default-policy.js';
export * from './plan.js';
export * from './policy.js';
export * from './read-policies.js';
export * from './recipients.js';
