import type { createDataSource } from '@duban/application';

/** The worker's connections to the record. */
export type RecordSource = ReturnType<typeof createDataSource>;

// Decorator metadata is not emitted: everything is injected by one of these.
export const CONFIG = Symbol('WorkerConfig');
export const LOGGER = Symbol('Logger');
export const RECORD = Symbol('RecordSource');
export const ENGINE = Symbol('Engine');
