export * from './attempts.js';
export * from './digest.js';
export * from './email-address.js';
export * from './sending-hours.js';
export * from './token-bucket.js';
export * from './transitions.js';
