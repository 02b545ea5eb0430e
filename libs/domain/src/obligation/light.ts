import type { Instant } from '../calendar/index.js';
import type { ObligationState } from './transitions.js';

/** 亮灯: red past due, yellow near it, green on track, blue handed in, grey suspended. */
export type Light = 'red' | 'yellow' | 'green' | 'blue' | 'grey';

/** The light at an instant; computed, never stored. Due is inclusive: at the due instant it is not red yet. */
export function lightAt(
  facts: { readonly state: ObligationState; readonly dueAt: Instant; readonly yellowAt: Instant },
  at: Instant,
): Light {
  if (facts.state === 'submitted') return 'blue';
  if (facts.state === 'suspended') return 'grey';
  if (at > facts.dueAt) return 'red';
  return at >= facts.yellowAt ? 'yellow' : 'green';
}
