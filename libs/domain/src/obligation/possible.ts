import type { Instant } from '../calendar/index.js';
import { type ObligationFacts, whyNot } from './obligation.js';
import { isRunning, type ObligationAct } from './transitions.js';

/** What people do about an obligation: the acts that move it, and those that leave its state. */
export type DutyAct =
  | ObligationAct
  | 'press'
  | 'apply-extension'
  | 'issue-rectification'
  | 'approve-rectification'
  | 'decline-rectification';

/** How an obligation stands, with what lies beside it. */
export interface Standing extends Pick<ObligationFacts, 'profile' | 'state' | 'ended' | 'dueAt'> {
  readonly projectOpen: boolean;
  /** Goes on though its project was closed: a look-back. */
  readonly survivesClose: boolean;
  readonly requestPending: boolean;
  readonly proposalPending: boolean;
  readonly pressedToday: boolean;
}

/** Whether an act would be accepted now, whoever may do it. What it is done with (a day, a reason) is not judged. */
export function possibleNow(act: DutyAct, standing: Standing, now: Instant): boolean {
  const { projectOpen, proposalPending, state } = standing;
  const alive = projectOpen || standing.survivesClose;
  switch (act) {
    case 'press':
      return alive && isRunning(standing) && !standing.pressedToday;
    case 'apply-extension':
      return alive && !standing.requestPending && whyNot(standing, 'extend', now) === undefined;
    case 'issue-rectification':
      return projectOpen;
    case 'approve-rectification':
      return projectOpen && proposalPending;
    case 'decline-rectification':
      return proposalPending;
    default:
      return (alive || isLastAcceptance(act, state)) && whyNot(standing, act, now) === undefined;
  }
}

/** On a closed project a submitted obligation may still be accepted. */
export function isLastAcceptance(act: ObligationAct, state: ObligationFacts['state']): boolean {
  return act === 'accept' && state === 'submitted';
}
