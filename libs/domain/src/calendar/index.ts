export * from './arithmetic.js';
export * from './bundled.js';
export * from './day.js';
export * from './instant.js';
export * from './work-calendar.js';
