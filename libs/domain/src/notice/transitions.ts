import type { MoveTable } from '../state-machine.js';

/** States of an effect: work that a committed decision caused. */
export type EffectState = 'pending' | 'done' | 'dead' | 'abandoned';

/** Done, or dead after its last attempt; a person may have a dead one tried again, or give it up. */
export type EffectAct = 'finish' | 'bury' | 'retry' | 'give-up';

export const EFFECT_TRANSITIONS: MoveTable<EffectState, EffectAct> = {
  finish: { from: ['pending'], to: 'done' },
  bury: { from: ['pending'], to: 'dead' },
  retry: { from: ['dead'], to: 'pending' },
  'give-up': { from: ['dead'], to: 'abandoned' },
};

/**
 * States of a message: one digest on its way to one person. `unknown` is a send of which nobody can say whether it
 * arrived: it is never repeated by itself.
 */
export type MessageState = 'queued' | 'sending' | 'sent' | 'unknown' | 'failed' | 'dead' | 'abandoned';

/** What a worker does (claim … drop), and what a person does (retry, give-up). */
export type MessageAct =
  | 'claim'
  | 'deliver'
  | 'fail'
  | 'bury'
  | 'lose'
  | 'release'
  | 'confirm'
  | 'drop'
  | 'retry'
  | 'give-up';

export const MESSAGE_TRANSITIONS: MoveTable<MessageState, MessageAct> = {
  /** A worker takes it, for as long as its lease. */
  claim: { from: ['queued', 'failed'], to: 'sending' },
  deliver: { from: ['sending'], to: 'sent' },
  /** Certainly not accepted, and trying again may help. */
  fail: { from: ['sending'], to: 'failed' },
  /** Certainly not accepted, and trying again is useless. */
  bury: { from: ['sending'], to: 'dead' },
  /** The other side may have accepted it: the connection or the worker was lost at the wrong moment. */
  lose: { from: ['sending'], to: 'unknown' },
  /** The worker is gone, and had not begun. */
  release: { from: ['sending'], to: 'queued' },
  /** The worker that was believed gone has its answer after all. */
  confirm: { from: ['unknown'], to: 'sent' },
  /** Nothing to tell any more, or nobody who wants to be told this way. */
  drop: { from: ['sending'], to: 'abandoned' },
  retry: { from: ['unknown', 'dead', 'failed'], to: 'queued' },
  'give-up': { from: ['unknown', 'dead', 'failed', 'queued'], to: 'abandoned' },
};
