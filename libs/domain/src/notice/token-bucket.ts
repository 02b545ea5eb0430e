import type { Instant } from '../calendar/index.js';

/** How much a channel may send. */
export interface Rate {
  readonly perMinute: number;
  /** Most at once after a rest; at least 1. */
  readonly burst: number;
}

/**
 * A token bucket (令牌桶) is one instant: when it will be full again. Everything between now and then has been taken
 * and is coming back at the rate. Null is a bucket nobody has touched.
 */
export type Bucket = Instant | null;

const MINUTE_MS = 60_000;

/** Whole milliseconds, so that nothing is lost by rounding; never faster than the rate. */
const perToken = (rate: Rate): number => Math.ceil(MINUTE_MS / rate.perMinute);

/** The bucket as `now` sees it. A worker whose clock runs ahead cannot leave it emptier than empty. */
function owed(bucket: Bucket, rate: Rate, now: Instant): number {
  return Math.min(Math.max((bucket ?? now) - now, 0), rate.burst * perToken(rate));
}

/** Tokens that may be taken now. */
export function tokensAt(bucket: Bucket, rate: Rate, now: Instant): number {
  return rate.burst - Math.ceil(owed(bucket, rate, now) / perToken(rate));
}

/** The bucket after one token was taken; there must be one. */
export function takeToken(bucket: Bucket, rate: Rate, now: Instant): Instant {
  return now + owed(bucket, rate, now) + perToken(rate);
}

/** When there will be `count` tokens (at most the burst); `now` when there are. */
export function tokensFrom(bucket: Bucket, rate: Rate, now: Instant, count: number): Instant {
  const mayOwe = (rate.burst - Math.min(count, rate.burst)) * perToken(rate);
  return now + Math.max(owed(bucket, rate, now) - mayOwe, 0);
}
