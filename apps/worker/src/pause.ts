/** A wait that can be cut short. A wake that comes while nobody waits is kept for the next wait. */
export class Alarm {
  private rung = false;
  private ended = false;
  private finish: () => void = () => undefined;

  get stopped(): boolean {
    return this.ended;
  }

  wake(): void {
    this.rung = true;
    this.finish();
  }

  /** Ends this wait and every later one at once. */
  stop(): void {
    this.ended = true;
    this.finish();
  }

  async wait(ms: number): Promise<void> {
    if (!this.rung && !this.ended) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, ms);
        this.finish = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
    this.rung = false;
  }
}

/** Waits; a stop ends the wait at once. */
export function pause(ms: number, stop?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (stop?.aborted) return resolve();
    const finish = (): void => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', finish);
      resolve();
    };
    const timer = setTimeout(finish, ms);
    stop?.addEventListener('abort', finish);
  });
}

/** Doubles from `firstMs` up to `mostMs`. */
export function backoffMs(failures: number, firstMs: number, mostMs: number): number {
  return Math.min(firstMs * 2 ** Math.min(failures, 20), mostMs);
}

/**
 * Tries until it works or is stopped, with growing pauses; says so at once, then once a minute.
 * @returns undefined when it was stopped first
 */
export async function untilItWorks<T>(
  attempt: () => Promise<T>,
  complain: (error: unknown) => void,
  stop: AbortSignal,
): Promise<T | undefined> {
  let saidAt = Number.NEGATIVE_INFINITY;
  for (let failures = 0; !stop.aborted; failures++) {
    try {
      return await attempt();
    } catch (error) {
      if (performance.now() - saidAt >= 60_000) {
        saidAt = performance.now();
        complain(error);
      }
      await pause(backoffMs(failures, 500, 10_000), stop);
    }
  }
  return undefined;
}
