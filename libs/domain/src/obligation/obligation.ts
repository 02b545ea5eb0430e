import { type Day, dayOfInstant, type Instant, sameTimeOn, type WorkCalendar } from '../calendar/index.js';
import { DomainError } from '../error.js';
import type { LadderFacts } from '../supervision/index.js';
import { type ObligationAct, type ObligationState, type Profile, TRANSITIONS } from './transitions.js';

/** Everything the engine knows of one obligation: enough for its plan, its light and its rates. */
export interface ObligationFacts extends LadderFacts {
  readonly state: ObligationState;
  readonly profile: Profile;
  /** The state to which resumption goes back. */
  readonly stateBefore: ObligationState | null;
  readonly originalDueAt: Instant;
  /** Starts at 1; every extension and resumption raises it and makes the plan afresh. */
  readonly dueRevision: number;
  readonly suspendedAt: Instant | null;
  /** The latest submission. */
  readonly submittedAt: Instant | null;
  readonly returnCount: number;
}

/** What somebody wants to do to an obligation. */
export type Act =
  | { readonly do: 'receive' | 'submit' | 'accept' | 'return' | 'suspend' | 'cancel' | 'withdraw' }
  | {
      readonly do: 'resume';
      /** How a limit is given again that a person set and no rule: 特急 by the hour, others by the day. */
      readonly given?: 'hours' | 'days' | undefined;
    }
  | {
      readonly do: 'extend';
      readonly newDue: Day;
      /** When it was applied for: an application in time may be approved after the due instant. */
      readonly appliedAt?: Instant;
    };

const REFUSALS = {
  WRONG_STATE: '当前状态不能这样办理，请刷新后按现状操作',
  PAST_DUE: '已过办结时限，不能再申请；延期、中止须在到期前提出',
  NOT_LATER: '新的时限必须晚于现在的时限',
  DAY_PASSED: '申请的时限已经过去，请另定一个还没有到的日期再批准，或者不予批准',
} as const;

/**
 * Applies an act by the transition table. The returned facts are new; the given ones stay.
 * @throws DomainError WRONG_STATE, PAST_DUE or NOT_LATER, checked in this order (rehearsal contract); DAY_PASSED for an
 *   application whose new day has passed too
 */
export function applyAct(facts: ObligationFacts, act: Act, now: Instant, calendar: WorkCalendar): ObligationFacts {
  const move = facts.ended ? undefined : TRANSITIONS[facts.profile][act.do];
  if (!move?.from.includes(facts.state)) throw refusal('WRONG_STATE', facts, act.do);
  const askedAt = act.do === 'extend' ? (act.appliedAt ?? now) : now;
  if ((act.do === 'extend' || act.do === 'suspend') && askedAt > facts.dueAt) throw refusal('PAST_DUE', facts, act.do);
  const state = move.to === 'same' ? facts.state : move.to === 'before' ? (facts.stateBefore ?? 'open') : move.to;
  const moved: ObligationFacts = { ...facts, state, ended: endsAt(facts.profile, state) };
  switch (act.do) {
    case 'submit':
      return { ...moved, submittedAt: now };
    case 'return':
      return { ...moved, returnedAt: now, returnCount: facts.returnCount + 1 };
    case 'suspend':
      return { ...moved, stateBefore: facts.state, suspendedAt: now };
    case 'extend':
      return replan(moved, extendedDue(facts, act, now), now);
    case 'resume':
      return replan(
        { ...moved, stateBefore: null, suspendedAt: null },
        resumedDue(facts, act.given, now, calendar),
        now,
      );
    default:
      return moved;
  }
}

/** Whether a state is the end in a profile; a returned verification is one, a returned report is not. */
export function endsAt(profile: Profile, state: ObligationState): boolean {
  return state === 'accepted' || state === 'cancelled' || (profile === 'verification' && state === 'returned');
}

/** The plan is made afresh: a new due revision, and nothing at or before this instant fires. */
function replan(facts: ObligationFacts, dueAt: Instant, now: Instant): ObligationFacts {
  return { ...facts, dueAt, dueRevision: facts.dueRevision + 1, plannedAt: now };
}

function extendedDue(facts: ObligationFacts, { newDue, appliedAt }: Act & { do: 'extend' }, now: Instant): Instant {
  if (newDue <= dayOfInstant(facts.dueAt)) throw refusal('NOT_LATER', facts, 'extend');
  const dueAt = sameTimeOn(newDue, facts.dueAt);
  if (appliedAt !== undefined && dueAt <= now) throw refusal('DAY_PASSED', facts, 'extend');
  return dueAt;
}

/**
 * Suspension preserves the workdays that were left: those after the day of suspension up to the due day are given
 * again after the day of resumption; none left means the day of resumption itself (rehearsal contract). A limit that a
 * person set comes no earlier by it and never lies in the past; one in hours is given the very time that was left.
 */
function resumedDue(
  { suspendedAt, dueAt }: ObligationFacts,
  given: 'hours' | 'days' | undefined,
  now: Instant,
  calendar: WorkCalendar,
): Instant {
  const from = suspendedAt ?? now;
  if (given === 'hours') return now + dueAt - from;
  const left = calendar.workdaysAfter(dayOfInstant(from), dayOfInstant(dueAt));
  const today = dayOfInstant(now);
  const ruled = sameTimeOn(left === 0 ? today : calendar.workday(today, left), dueAt);
  if (given === undefined) return ruled;
  return Math.max(dueAt, ruled > now ? ruled : sameTimeOn(calendar.workday(today, 1), dueAt));
}

/** A refusal with its Chinese text. */
export function refusal(code: keyof typeof REFUSALS, facts: ObligationFacts, act: ObligationAct): DomainError {
  return new DomainError(code, REFUSALS[code], { state: facts.state, do: act });
}

/** A freshly opened obligation. `plannedAt` is the instant of the real opening. */
export function openedFacts(profile: Profile, dueAt: Instant, openedAt: Instant): ObligationFacts {
  return {
    profile,
    state: 'open',
    stateBefore: null,
    openedAt,
    dueAt,
    originalDueAt: dueAt,
    dueRevision: 1,
    plannedAt: openedAt,
    sweptTo: openedAt,
    returnedAt: null,
    returnCount: 0,
    suspendedAt: null,
    submittedAt: null,
    ended: false,
  };
}
