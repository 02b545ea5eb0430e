import type { Offset, Policy, PostRelation, Rung, RungAction } from '../supervision/index.js';
import { DEFAULT_POLICY } from '../supervision/index.js';
import type { Urgency } from './assignment.js';

const HANDS: readonly PostRelation[] = ['handler', 'unit-head'];
const LINE: readonly PostRelation[] = ['unit-head', 'deputy-leader', 'lead-leader', 'office'];

/** The key of the ladder for an urgency. */
export const POLICY_OF_URGENCY: Readonly<Record<Urgency, string>> = {
  平件: 'assignment',
  加急: 'assignment-urgent',
  特急: 'assignment-most-urgent',
};

/**
 * The ladders that assignments begin with; they are data, and the office may change them. 平件 has the default ladder; 加急
 * presses the next working day and climbs twice as fast; 特急 counts in hours, whatever the office hours.
 */
export const ASSIGNMENT_POLICIES: readonly Policy[] = [
  { ...DEFAULT_POLICY, key: POLICY_OF_URGENCY.平件 },
  {
    key: POLICY_OF_URGENCY.加急,
    lights: { yellow: { workdays: -1 } },
    rungs: [
      rung('unsigned', 'opened', { workdays: 1 }, 'press', HANDS),
      rung('remind-1', 'due', { workdays: -1 }, 'remind', HANDS),
      rung('remind-0', 'due', { workdays: 0 }, 'remind', HANDS),
      rung('returned', 'returned', { workdays: 1 }, 'press', HANDS),
      rung('blue', 'due', { workdays: 1 }, 'slip-blue', ['unit-head']),
      rung('yellow', 'due', { workdays: 2 }, 'slip-yellow', ['unit-head', 'deputy-leader']),
      rung('red', 'due', { workdays: 3 }, 'slip-red', LINE),
      rung('rectify', 'due', { workdays: 5 }, 'propose-rectification', ['office']),
    ],
  },
  {
    key: POLICY_OF_URGENCY.特急,
    lights: { yellow: { hours: -4 } },
    rungs: [
      rung('unsigned', 'opened', { hours: 2 }, 'press', HANDS),
      rung('unsigned-again', 'opened', { hours: 4 }, 'press', ['handler', 'unit-head', 'deputy-leader']),
      rung('remind-4', 'due', { hours: -4 }, 'remind', HANDS),
      rung('remind-1', 'due', { hours: -1 }, 'remind', HANDS),
      rung('returned', 'returned', { hours: 2 }, 'press', HANDS),
      rung('blue', 'due', { hours: 1 }, 'slip-blue', ['unit-head']),
      rung('yellow', 'due', { hours: 4 }, 'slip-yellow', ['unit-head', 'deputy-leader']),
      rung('red', 'due', { hours: 24 }, 'slip-red', LINE),
      rung('rectify', 'due', { hours: 72 }, 'propose-rectification', ['office']),
    ],
  },
];

function rung(
  key: string,
  anchor: Rung['anchor'],
  offset: Offset,
  action: RungAction,
  to: readonly PostRelation[],
): Rung {
  return { key, anchor, offset, ...('hours' in offset ? {} : { at: '09:00' }), action, to };
}
