/** PostgreSQL: connection lost or refused, shutting down, out of resources, a time-out, a deadlock to be retried. */
const UNAVAILABLE_STATES = /^(08|53|57|58|40|25P03|55P03)/;
const UNAVAILABLE_ERRNO = ['ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENOTFOUND', 'EPIPE', 'EAI_AGAIN', 'ENOENT'];
/** What pg and TypeORM say without a code when a connection dies under them. */
const UNAVAILABLE_WORDS =
  /Connection terminated|connection timeout|timeout exceeded when trying to connect|query runner (was )?already released|Driver not Connected|pool after calling end|Client (has encountered a connection error|was closed)|Transaction is not started yet/i;

/** Whether an error says that the record could not be reached or asks to be tried again: nothing is wrong with the data. */
export function isUnavailable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const code = errorCode(error);
  if (code !== undefined && (UNAVAILABLE_ERRNO.includes(code) || UNAVAILABLE_STATES.test(sqlState(code)))) return true;
  return UNAVAILABLE_WORDS.test(error.message);
}

const DIED_STATES = /^(08|40001|40P01|57P0)/;
const DIED_WORDS =
  /Connection terminated|query runner (was )?already released|Client (has encountered a connection error|was closed)/i;

/**
 * Whether another try may carry it through at once: a deadlock, a serialization failure, a connection that died. Only
 * for what may be done again, since nobody can tell whether a commit got through.
 */
export function isWorthRepeating(error: unknown): boolean {
  const code = errorCode(error);
  if (code !== undefined && DIED_STATES.test(sqlState(code))) return true;
  return error instanceof Error && DIED_WORDS.test(error.message);
}

const sqlState = (code: string): string => (/^[0-9A-Z]{5}$/.test(code) ? code : '');

/** The `code` of an error of PostgreSQL, Node or a library; undefined when it has none. */
export function errorCode(error: unknown): string | undefined {
  const code: unknown = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}
