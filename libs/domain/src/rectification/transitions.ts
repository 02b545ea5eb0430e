import type { MoveTable } from '../state-machine.js';

/** States of a rectification case 整改案件: under way, 已销号, 已归档 after a look-back that was passed, 已撤销. */
export type CaseState = 'open' | 'closed-out' | 'archived' | 'withdrawn';

/** 销号, re-opened by its look-back, 归档; 撤销 by the office, while it is under way. */
export type CaseAct = 'close-out' | 're-open' | 'archive' | 'withdraw';

export const CASE_TRANSITIONS: MoveTable<CaseState, CaseAct> = {
  'close-out': { from: ['open'], to: 'closed-out' },
  're-open': { from: ['closed-out'], to: 'open' },
  archive: { from: ['closed-out'], to: 'archived' },
  withdraw: { from: ['open'], to: 'withdrawn' },
};

/** The state of a case, from whether it was closed out, archived, withdrawn. */
export function caseState(facts: {
  readonly closedOut: boolean;
  readonly archived: boolean;
  readonly withdrawn: boolean;
}): CaseState {
  if (facts.withdrawn) return 'withdrawn';
  if (facts.archived) return 'archived';
  return facts.closedOut ? 'closed-out' : 'open';
}
