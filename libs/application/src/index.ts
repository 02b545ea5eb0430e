export * from './ledger/index.js';
export * from './identity/index.js';
