export * from './cadence.js';
export * from './defaults.js';
export * from './period.js';
export * from './read-cadences.js';
