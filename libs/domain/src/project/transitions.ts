import type { MoveTable } from '../state-machine.js';

/**
 * States of a project 项目: 拟立项, 审核中, 已退回, 待下达, 已下达, 已验收, 已结项, 已撤销. What a ledger brings begins as a
 * draft (待下达): the office has settled the list before it imports it, which is the review.
 */
export type ProjectState =
  | 'proposed'
  | 'reviewing'
  | 'returned'
  | 'draft'
  | 'launched'
  | 'accepted'
  | 'closed'
  | 'cancelled';

/** 申报, 同意立项, 退回, 下达, 验收通过, 验收不通过, 结项, 撤销. */
export type ProjectAct =
  | 'apply'
  | 'approve'
  | 'return'
  | 'launch'
  | 'pass-acceptance'
  | 'fail-acceptance'
  | 'close'
  | 'cancel';

/**
 * 立项申请 → 审核 → 同意或退回 → 下达 → 验收 → 结项 (domain A9). Whether a project may be closed without its acceptance is
 * the programme's to say; an end is an end.
 */
export const PROJECT_TRANSITIONS: MoveTable<ProjectState, ProjectAct> = {
  apply: { from: ['proposed', 'returned'], to: 'reviewing' },
  approve: { from: ['reviewing'], to: 'draft' },
  return: { from: ['reviewing'], to: 'returned' },
  launch: { from: ['draft'], to: 'launched' },
  'pass-acceptance': { from: ['launched'], to: 'accepted' },
  'fail-acceptance': { from: ['launched'], to: 'launched' },
  close: { from: ['launched', 'accepted'], to: 'closed' },
  cancel: { from: ['proposed', 'reviewing', 'returned', 'draft', 'launched', 'accepted'], to: 'cancelled' },
};

/** States of a programme 专项: 未下达, 已下达, 已归档. */
export type ProgrammeState = 'draft' | 'launched' | 'archived';

/** A programme's title and year are settled by its first launch; an archived one takes nothing more. */
export const PROGRAMME_TRANSITIONS: MoveTable<ProgrammeState, 'launch' | 'archive'> = {
  launch: { from: ['draft', 'launched'], to: 'launched' },
  archive: { from: ['draft', 'launched'], to: 'archived' },
};

/** A programme's state follows from when it was first launched and archived. */
export function programmeState(of: { readonly launched: boolean; readonly archived: boolean }): ProgrammeState {
  return of.archived ? 'archived' : of.launched ? 'launched' : 'draft';
}

/** Whether a project has ended, by its end (结项) or by being cancelled. */
export function isClosed({ state }: { readonly state: ProjectState }): boolean {
  return state === 'closed' || state === 'cancelled';
}

/** Before the launch a project is its list's to write; nothing is owed yet. */
export function isBeforeLaunch(state: ProjectState): boolean {
  return state === 'proposed' || state === 'reviewing' || state === 'returned' || state === 'draft';
}
