import type { MoveTable } from '../state-machine.js';

/** States of a rectification case 整改案件: under way, 已销号, 已归档 after a look-back that was passed. */
export type CaseState = 'open' | 'closed-out' | 'archived';

/** 销号, re-opened by its look-back, 归档. */
export type CaseAct = 'close-out' | 're-open' | 'archive';

export const CASE_TRANSITIONS: MoveTable<CaseState, CaseAct> = {
  'close-out': { from: ['open'], to: 'closed-out' },
  're-open': { from: ['closed-out'], to: 'open' },
  archive: { from: ['closed-out'], to: 'archived' },
};

/** The state of a case, from when it was closed out and archived. */
export function caseState(facts: { readonly closedOut: boolean; readonly archived: boolean }): CaseState {
  if (facts.archived) return 'archived';
  return facts.closedOut ? 'closed-out' : 'open';
}
