import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { ConfigError } from './config.js';
import { createLogger, nestLogger } from './logging.js';
import { WorkerModule } from './worker.module.js';
import { WorkerProcess } from './worker-process.js';

/** A supervisor waits half a minute before it kills: be gone by then. */
const MOST_STOPPING_MS = 29_000;

async function main(): Promise<number> {
  const app = await NestFactory.createApplicationContext(WorkerModule, {
    logger: nestLogger(createLogger('warn')),
    abortOnError: false,
  });
  const worker = app.get(WorkerProcess);
  const stop = (): void => {
    worker.stop();
    setTimeout(() => process.exit(1), MOST_STOPPING_MS).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  const code = await worker.run();
  await app.close();
  return code;
}

main().then(
  (code) => process.exit(code),
  (error: unknown) => {
    process.stderr.write(`${error instanceof ConfigError ? error.message : ((error as Error)?.stack ?? error)}\n`);
    process.exit(error instanceof ConfigError ? 78 : 1);
  },
);
