export * from './founding.js';
export * from './linkage.js';
export * from './plan.js';
export * from './transitions.js';
