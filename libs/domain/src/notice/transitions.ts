import type { MoveTable } from '../state-machine.js';

/** States of an effect: work that a committed decision caused. */
export type EffectState = 'pending' | 'done' | 'dead';

/** Done, or given up after its last attempt. */
export type EffectAct = 'finish' | 'bury';

export const EFFECT_TRANSITIONS: MoveTable<EffectState, EffectAct> = {
  finish: { from: ['pending'], to: 'done' },
  bury: { from: ['pending'], to: 'dead' },
};
