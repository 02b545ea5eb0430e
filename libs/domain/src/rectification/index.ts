export * from './consequence.js';
export * from './stage.js';
