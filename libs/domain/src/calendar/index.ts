export * from './arithmetic.js';
export * from './bundled.js';
export * from './change.js';
export * from './day.js';
export * from './explain.js';
export * from './instant.js';
export * from './read-change.js';
export * from './work-calendar.js';
