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

const STATE_WORDS: Readonly<Record<ObligationState, string>> = {
  planned: '还没有开启',
  open: '待签收',
  received: '已签收、正在办理',
  submitted: '已报送、待审核',
  returned: '已退回',
  suspended: '已中止',
  accepted: '已办结',
  cancelled: '已撤销',
};

/** What comes next in a report's life; the other profiles name where they differ. */
const NEXT: Readonly<Record<ObligationState, string>> = {
  planned: '请等开启后再办',
  open: '请先签收，或者直接报送',
  received: '请报送',
  submitted: '请等督办室审核，由督办室办结或退回',
  returned: '请改正后重新报送',
  suspended: '请先由督办室恢复',
  accepted: '不能再办理',
  cancelled: '不能再办理',
};
const NEXT_OF: Readonly<Partial<Record<Profile, Partial<Record<ObligationState, string>>>>> = {
  sign: { open: '请签收，签收即完成' },
  'verified-report': { submitted: '请通过整改核查办结或退回' },
  verification: {
    open: '请由督办室核查后通过或退回',
    received: '请由督办室核查后通过或退回',
    returned: '这次核查已经结束，请办理下一次整改',
  },
};
const ACT_WORDS: Readonly<Record<ObligationAct, string>> = {
  open: '开启',
  receive: '签收',
  submit: '报送',
  accept: '办结',
  return: '退回',
  extend: '延期',
  suspend: '中止',
  resume: '恢复',
  cancel: '撤销',
  withdraw: '撤销整改',
};

type Judged = Pick<ObligationFacts, 'profile' | 'state' | 'ended' | 'dueAt'>;

const REFUSALS = {
  WRONG_STATE: ({ state, profile }: Judged, act: ObligationAct) =>
    `这个事项${STATE_WORDS[state]}，不能${ACT_WORDS[act]}；${NEXT_OF[profile]?.[state] ?? NEXT[state]}`,
  PAST_DUE: (_: Judged, act: ObligationAct) => `已过办结时限，不能再${ACT_WORDS[act]}；延期、中止须在到期前提出`,
  NOT_LATER: () => '新的时限必须晚于现在的时限',
  DAY_PASSED: () => '申请的时限已经过去，请另定一个还没有到的日期再批准，或者不予批准',
} as const;

/** Why an act is not possible by the table and the due instant, in this order (rehearsal contract); undefined: it is. */
export function whyNot(facts: Judged, act: ObligationAct, askedAt: Instant): 'WRONG_STATE' | 'PAST_DUE' | undefined {
  if (facts.ended || !TRANSITIONS[facts.profile][act]?.from.includes(facts.state)) return 'WRONG_STATE';
  return (act === 'extend' || act === 'suspend') && askedAt > facts.dueAt ? 'PAST_DUE' : undefined;
}

/**
 * Applies an act by the transition table. The returned facts are new; the given ones stay.
 * @throws DomainError WRONG_STATE, PAST_DUE or NOT_LATER, checked in this order (rehearsal contract); DAY_PASSED for an
 *   application whose new day has passed too
 */
export function applyAct(facts: ObligationFacts, act: Act, now: Instant, calendar: WorkCalendar): ObligationFacts {
  const fault = whyNot(facts, act.do, act.do === 'extend' ? (act.appliedAt ?? now) : now);
  const move = TRANSITIONS[facts.profile][act.do];
  if (fault !== undefined || move === undefined) throw refusal(fault ?? 'WRONG_STATE', facts, act.do);
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
  return new DomainError(code, REFUSALS[code](facts, act), { state: facts.state, do: act });
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
