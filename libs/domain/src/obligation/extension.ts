import type { MoveTable } from '../state-machine.js';

/** States of an extension request 延期申请. `lapsed`: what it asked for was settled otherwise. */
export type ExtensionState = 'pending' | 'approved' | 'refused' | 'withdrawn' | 'lapsed';

/** 批准, 不予批准, 撤回; it lapses when its obligation ends or is extended without it. */
export type ExtensionAct = 'approve' | 'refuse' | 'withdraw' | 'lapse';

/** Decided once; an end is an end. */
export const EXTENSION_TRANSITIONS: MoveTable<ExtensionState, ExtensionAct> = {
  approve: { from: ['pending'], to: 'approved' },
  refuse: { from: ['pending'], to: 'refused' },
  withdraw: { from: ['pending'], to: 'withdrawn' },
  lapse: { from: ['pending'], to: 'lapsed' },
};
