export * from './extension.js';
export * from './light.js';
export * from './moved-due.js';
export * from './obligation.js';
export * from './possible.js';
export * from './rate.js';
export * from './transitions.js';
