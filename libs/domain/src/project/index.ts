export * from './linkage.js';
export * from './transitions.js';
