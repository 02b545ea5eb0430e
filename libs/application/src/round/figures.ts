import type { ClockHealth } from './open-clocks.js';

/** A figure of the record for the operator's metrics, under the same name in api and worker. */
export interface ClockFigure {
  readonly name: string;
  readonly help: string;
  readonly of: (clocks: ClockHealth) => number;
}

export const CLOCK_FIGURES: readonly ClockFigure[] = [
  { name: 'duban_clocks_open', help: 'Clocks that are open', of: (c) => c.openClocks },
  {
    name: 'duban_clocks_behind',
    help: 'Open clocks whose wake passed more than the grace ago',
    of: (c) => c.clocksBehind,
  },
  {
    name: 'duban_clock_furthest_behind_seconds',
    help: 'How late the latest is',
    of: (c) => c.furthestBehindMs / 1_000,
  },
  { name: 'duban_effects_pending', help: 'Effects to be performed', of: (c) => c.pendingEffects },
  { name: 'duban_effects_dead', help: 'Effects given up, to be retried by hand', of: (c) => c.deadEffects },
  {
    name: 'duban_set_aside',
    help: 'Obligations and openings the engine went past, to be tried again',
    of: (c) => c.setAside,
  },
  {
    name: 'duban_messages_waiting',
    help: 'Messages on their way out of the application',
    of: (c) => c.messagesWaiting,
  },
  {
    name: 'duban_messages_unknown',
    help: 'Messages of which nobody knows whether they arrived',
    of: (c) => c.messagesUnknown,
  },
  { name: 'duban_messages_dead', help: 'Messages given up, to be retried by hand', of: (c) => c.messagesDead },
  {
    name: 'duban_effect_oldest_pending_seconds',
    help: 'Age of the oldest',
    of: (c) => c.oldestPendingEffectMs / 1_000,
  },
];
