import { createDataSource, Engine } from '@duban/application';
import { Module } from '@nestjs/common';
import { readConfig, type WorkerConfig } from './config.js';
import { createLogger } from './logging.js';
import { CONFIG, ENGINE, LOGGER, RECORD, type RecordSource } from './tokens.js';
import { WorkerProcess } from './worker-process.js';

/** Four activities at once, three connections for a job, one for relay, reconciler and health; sending takes one more. */
const POOL_SIZE = 8;

@Module({
  providers: [
    { provide: CONFIG, useFactory: () => readConfig(process.env) },
    { provide: LOGGER, inject: [CONFIG], useFactory: (config: WorkerConfig) => createLogger(config.logLevel) },
    {
      provide: RECORD,
      inject: [CONFIG],
      useFactory: ({ databaseUrl, delivery }: WorkerConfig) =>
        createDataSource(databaseUrl, {
          poolSize: POOL_SIZE + (delivery.smtp ? 1 : 0),
          applicationName: 'duban-worker',
        }),
    },
    {
      provide: ENGINE,
      inject: [RECORD, CONFIG],
      useFactory: (record: RecordSource, { graceMs }: WorkerConfig) => new Engine(record, { graceMs }),
    },
    WorkerProcess,
  ],
})
export class WorkerModule {}
