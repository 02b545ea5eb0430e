import { errorCode } from './unavailable.js';

/** What a log says of an error: plain JSON. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const DEEPEST_CAUSE = 3;

/**
 * An error as it may stand in a log: what it is and where it came from. Left out is all else that an error carries: a
 * failed statement's has its parameters (names, telephone numbers, texts), the database's own the values of the row.
 */
export function errorInLog(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: String(error) };
  const code = errorCode(error);
  return {
    type: error.name,
    message: error.message,
    ...(code === undefined ? {} : { code }),
    ...(error.stack === undefined ? {} : { stack: error.stack }),
    ...(error.cause === undefined || depth >= DEEPEST_CAUSE ? {} : { cause: errorInLog(error.cause, depth + 1) }),
  };
}
