export * from './consequence.js';
export * from './stage.js';
export * from './transitions.js';
