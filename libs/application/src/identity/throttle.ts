import type { Instant } from '@duban/domain';

const FAILURES_ALLOWED = 30;
const WINDOW_MS = 15 * 60_000;
const MOST_ADDRESSES = 10_000;

/**
 * Counts failed sign-ins per network address in this process. The lock of an account stands in the database; this
 * one only slows down who tries many accounts from one place.
 */
export class AddressThrottle {
  private readonly failures = new Map<string, { count: number; until: Instant }>();

  constructor(
    private readonly allowed = FAILURES_ALLOWED,
    private readonly windowMs = WINDOW_MS,
  ) {}

  /** Milliseconds to wait before the next attempt; 0 when it may be made at once. */
  waitMs(address: string, now: Instant): number {
    const entry = this.failures.get(address);
    if (entry === undefined || entry.until <= now || entry.count < this.allowed) return 0;
    return entry.until - now;
  }

  failed(address: string, now: Instant): void {
    const entry = this.failures.get(address);
    if (entry !== undefined && entry.until > now) {
      entry.count += 1;
      return;
    }
    if (this.failures.size >= MOST_ADDRESSES) this.forgetOld(now);
    this.failures.set(address, { count: 1, until: now + this.windowMs });
  }

  private forgetOld(now: Instant): void {
    for (const [address, { until }] of this.failures) if (until <= now) this.failures.delete(address);
    if (this.failures.size >= MOST_ADDRESSES) this.failures.clear();
  }
}
