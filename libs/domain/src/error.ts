/**
 * A rule of the field said no. Carries a stable code that edges translate (HTTP status at the API, a non-retryable
 * failure at a Temporal activity) and a Chinese message that tells the user what to do. Never carries HTTP.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  /**
   * @param code stable, upper snake case, e.g. `PAST_DUE`
   * @param message Chinese text that says what is wrong and what to do
   * @param details machine-readable facts for the caller (cell, JSON path, present version …)
   */
  constructor(
    readonly code: string,
    message: string,
    readonly details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
  }
}

/** Fails loudly when a union gained a member that a switch does not handle. */
export function assertNever(value: never): never {
  throw new Error(`unhandled case: ${JSON.stringify(value)}`);
}
