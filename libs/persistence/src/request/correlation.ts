import { AsyncLocalStorage } from 'node:async_hooks';

/** What goes on, and which request began it: known from the start in the API, found out on the way in the worker. */
interface Going {
  requestId: string | null;
}

const going = new AsyncLocalStorage<Going>();

/**
 * Runs something on behalf of a request. What it writes (history, notices, effects, pokes) is marked with the request's
 * id, and so are the log lines of a logger that asks `correlationId`.
 * @param requestId null when it is not known yet
 */
export function onBehalfOf<T>(requestId: string | null, run: () => T): T {
  return going.run({ requestId }, run);
}

/** Says which request began what goes on here; without effect outside of `onBehalfOf`. */
export function correlate(requestId: string | null): void {
  const here = going.getStore();
  if (here) here.requestId = requestId;
}

/** The id of the request that began what goes on here; null when it was time itself, or nobody knows. */
export function correlationId(): string | null {
  return going.getStore()?.requestId ?? null;
}
