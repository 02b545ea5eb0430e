export * from './behaviour.js';
export * from './difference.js';
export * from './outage.js';
export * from './read-calendar.js';
