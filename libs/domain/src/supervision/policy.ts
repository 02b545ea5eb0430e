import {
  dayNumberOfInstant,
  type Instant,
  instantOnDay,
  type TimeOfDay,
  type WorkCalendar,
} from '../calendar/index.js';

/** What a rung counts from: the opening, the due instant, or the latest return. */
export type Anchor = 'opened' | 'due' | 'returned';

/** How far from the anchor: working days, calendar days, or exact hours (特急, may be a fraction). */
export type Offset = { readonly workdays: number } | { readonly days: number } | { readonly hours: number };

/** What a rung does: remind 提醒, press 催办, a coloured slip 督办单, list in the bulletin, propose rectification. */
export type RungAction = 'remind' | 'press' | 'list' | 'propose-rectification' | `slip-${string}`;

/** The posts of the "1+3" line that a rung may write to. */
export type PostRelation = 'handler' | 'unit-head' | 'deputy-leader' | 'lead-leader' | 'office';

export const POST_RELATIONS: readonly PostRelation[] = [
  'handler',
  'unit-head',
  'deputy-leader',
  'lead-leader',
  'office',
];

/** One step 级 of a ladder 阶梯. */
export interface Rung {
  readonly key: string;
  readonly anchor: Anchor;
  readonly offset: Offset;
  /** Time of day for `workdays` and `days`; `hours` are exact and have none. */
  readonly at?: TimeOfDay;
  readonly action: RungAction;
  readonly to: readonly PostRelation[];
}

/** A policy 督办规则: versioned data; a round keeps the version under which it was issued. */
export interface Policy {
  readonly key: string;
  readonly lights?: { readonly yellow?: Offset };
  readonly rungs: readonly Rung[];
}

/** Yellow begins this many working days before due when a policy says nothing. */
export const DEFAULT_YELLOW: Offset = { workdays: -3 };

const HOUR_MS = 3_600_000;

/** The day an offset of days means: off days go back for n ≤ 0 and forward for n > 0. */
function offsetDay(
  anchor: number,
  offset: Offset & ({ workdays: number } | { days: number }),
  c: WorkCalendar,
): number {
  if ('workdays' in offset) return c.workdayNumber(anchor, offset.workdays);
  const day = anchor + offset.days;
  // workday(day before, 1) is the day itself when it is worked, else the next workday
  return offset.days > 0 ? c.workdayNumber(day - 1, 1) : c.workdayNumber(day, 0);
}

/**
 * The instant of an offset from an anchor instant.
 * @param at time of day on the day found; not used by `hours`, which are exact
 */
export function offsetInstant(anchor: Instant, offset: Offset, at: TimeOfDay, calendar: WorkCalendar): Instant {
  if ('hours' in offset) return anchor + Math.round(offset.hours * HOUR_MS);
  return instantOnDay(offsetDay(dayNumberOfInstant(anchor), offset, calendar), at);
}

/** From when on an open obligation shows yellow. */
export function yellowFrom(dueAt: Instant, policy: Policy, calendar: WorkCalendar): Instant {
  return offsetInstant(dueAt, policy.lights?.yellow ?? DEFAULT_YELLOW, '00:00', calendar);
}

/** The ladder for rectification stages: the policy keyed so, else the first one without its proposals (contract). */
export function rectificationPolicy(policies: readonly Policy[]): Policy {
  const own = policies.find((policy) => policy.key === 'rectification');
  if (own) return own;
  const [first] = policies;
  if (!first) throw new RangeError('no policy');
  return withoutProposals(first);
}

/** A policy whose ladder proposes no rectification: a case does not beget cases. */
export function withoutProposals(policy: Policy): Policy {
  return { ...policy, rungs: policy.rungs.filter((rung) => rung.action !== 'propose-rectification') };
}
