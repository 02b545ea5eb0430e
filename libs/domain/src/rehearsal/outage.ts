import type { Instant } from '../calendar/index.js';

/** A stretch [at, until) in which the engine does nothing. */
export interface Outage {
  readonly at: Instant;
  readonly until: Instant;
}

/** Overlapping or touching outages are one. */
export function mergeOutages(outages: readonly Outage[]): Outage[] {
  const merged: Outage[] = [];
  for (const outage of [...outages].sort((a, b) => a.at - b.at)) {
    const last = merged.at(-1);
    if (last && outage.at <= last.until)
      merged.splice(-1, 1, { at: last.at, until: Math.max(last.until, outage.until) });
    else merged.push(outage);
  }
  return merged.filter(({ at, until }) => until > at);
}

/** When the engine can look at what comes due at an instant: then, or when the outage over it ends. */
export function engineAt(outages: readonly Outage[], instant: Instant): Instant {
  return outages.find(({ at, until }) => at <= instant && instant < until)?.until ?? instant;
}
