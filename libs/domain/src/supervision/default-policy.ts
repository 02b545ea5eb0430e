import type { Policy } from './policy.js';

/**
 * The default ladder: reminders at −3 and −1 working days and on the due morning; 2 working days unsigned or returned
 * presses; +1 blue to the unit head, +3 yellow to the deputy leader, +5 red to the lead leader and the office, +10
 * proposes a rectification notice.
 */
export const DEFAULT_POLICY: Policy = {
  key: 'default',
  lights: { yellow: { workdays: -3 } },
  rungs: [
    rung('remind-3', 'due', -3, 'remind', ['handler']),
    rung('remind-1', 'due', -1, 'remind', ['handler']),
    rung('remind-0', 'due', 0, 'remind', ['handler', 'unit-head']),
    rung('unsigned', 'opened', 2, 'press', ['handler', 'unit-head']),
    rung('returned', 'returned', 2, 'press', ['handler', 'unit-head']),
    rung('blue', 'due', 1, 'slip-blue', ['unit-head']),
    rung('yellow', 'due', 3, 'slip-yellow', ['unit-head', 'deputy-leader']),
    rung('red', 'due', 5, 'slip-red', ['unit-head', 'deputy-leader', 'lead-leader', 'office']),
    rung('rectify', 'due', 10, 'propose-rectification', ['office']),
  ],
};

function rung(
  key: string,
  anchor: Policy['rungs'][number]['anchor'],
  workdays: number,
  action: Policy['rungs'][number]['action'],
  to: Policy['rungs'][number]['to'],
): Policy['rungs'][number] {
  return { key, anchor, offset: { workdays }, at: '09:00', action, to };
}
