import type { Cadence } from './cadence.js';

/** 一月一报告、一季一督导、半年一述职: the set of the sources (S4) that a programme gets when nothing else is chosen. */
export const DEFAULT_CADENCES: readonly Cadence[] = [
  {
    key: 'monthly-report',
    name: '一月一报告',
    direction: 'up',
    every: 'month',
    profile: 'report',
    opens: { firstDay: true, roll: 'forward', at: '09:00' },
    due: { workday: -1, at: '17:30' },
  },
  {
    key: 'quarterly-inspection',
    name: '一季一督导',
    direction: 'down',
    every: 'quarter',
    profile: 'inspection',
    opens: { month: 3, day: 1, roll: 'forward', at: '09:00' },
    due: { month: 3, day: 25, roll: 'back', at: '17:30' },
  },
  {
    key: 'half-year-debrief',
    name: '半年一述职',
    direction: 'up',
    every: 'half',
    profile: 'debrief',
    opens: { month: 6, day: 1, roll: 'forward', at: '09:00' },
    due: { workdayAfter: 5, at: '17:30' },
  },
];
