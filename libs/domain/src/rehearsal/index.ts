export * from './behaviour.js';
export * from './outage.js';
export * from './read-calendar.js';
