export * from './linkage.js';
