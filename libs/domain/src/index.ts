export * from './cadence/index.js';
export * from './calendar/index.js';
export * from './error.js';
export * from './input.js';
export * from './obligation/index.js';
export * from './project/index.js';
export * from './rectification/index.js';
export * from './supervision/index.js';
