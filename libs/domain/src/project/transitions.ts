import type { MoveTable } from '../state-machine.js';

/** States of a project 项目: 未下达, 已下达, 已结项, 已撤销. */
export type ProjectState = 'draft' | 'launched' | 'closed' | 'cancelled';

/** 下达, 结项, 撤销. */
export type ProjectAct = 'launch' | 'close' | 'cancel';

/** A draft is launched or given up; what was launched is closed, or cancelled; an end is an end. */
export const PROJECT_TRANSITIONS: MoveTable<ProjectState, ProjectAct> = {
  launch: { from: ['draft'], to: 'launched' },
  close: { from: ['launched'], to: 'closed' },
  cancel: { from: ['draft', 'launched'], to: 'cancelled' },
};
