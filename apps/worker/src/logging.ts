import { correlationId, errorInLog } from '@duban/application';
import type { LoggerService } from '@nestjs/common';
import type { Logger as TemporalLogger } from '@temporalio/worker';
import { type Logger, pino } from 'pino';

export type { Logger } from 'pino';

/**
 * JSON lines on stdout. What is logged are ids, never names, phone numbers or the text of notices. A line written on
 * behalf of a request names it.
 */
export function createLogger(level: string): Logger {
  const mixin = (): object => {
    const requestId = correlationId();
    return requestId === null ? {} : { requestId };
  };
  const serializers = { err: (error: unknown) => errorInLog(error) };
  return pino({
    level,
    base: { service: 'duban-worker' },
    timestamp: pino.stdTimeFunctions.isoTime,
    mixin,
    serializers,
  });
}

/** Nest's own messages, in the same stream. */
export function nestLogger(logger: Logger): LoggerService {
  const line =
    (level: 'info' | 'warn' | 'error' | 'debug') =>
    (message: unknown): void =>
      logger[level]({ from: 'nest' }, String(message));
  return { log: line('debug'), warn: line('warn'), error: line('error'), debug: line('debug'), verbose: line('debug') };
}

const LEVELS = { TRACE: 'trace', DEBUG: 'debug', INFO: 'info', WARN: 'warn', ERROR: 'error' } as const;

/** The Temporal SDK's messages, in the same stream, with the correlation it knows. */
export function temporalLogger(logger: Logger): TemporalLogger {
  const log: TemporalLogger['log'] = (level, message, meta = {}) => {
    const { workflowId, runId, activityType, attempt, error, clockId, effectId } = meta as Record<string, unknown>;
    logger[LEVELS[level]](
      { from: 'temporal', workflowId, runId, activityType, attempt, clockId, effectId, err: error },
      message,
    );
  };
  return {
    log,
    trace: (message, meta) => log('TRACE', message, meta),
    debug: (message, meta) => log('DEBUG', message, meta),
    info: (message, meta) => log('INFO', message, meta),
    warn: (message, meta) => log('WARN', message, meta),
    error: (message, meta) => log('ERROR', message, meta),
  };
}
