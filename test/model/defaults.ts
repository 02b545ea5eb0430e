/** What holds when a file is left out. */
import type { Cadence, CalendarFile, Policy } from './types.js';

export const DEFAULT_CALENDAR: CalendarFile = {
  name: '2026',
  publishedThrough: 2026,
  offDays: (
    '01-01 01-02 02-16 02-17 02-18 02-19 02-20 02-23 04-06 05-01 05-04 05-05 06-19 09-25 ' +
    '10-01 10-02 10-05 10-06 10-07'
  )
    .split(' ')
    .map((d) => `2026-${d}`),
  makeupWorkdays: '01-04 02-14 02-28 05-09 09-20 10-10'.split(' ').map((d) => `2026-${d}`),
};

export const DEFAULT_CADENCES: Cadence[] = [
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

const at = '09:00';

export const DEFAULT_POLICY: Policy = {
  key: 'default',
  lights: { yellow: { workdays: -3 } },
  rungs: [
    { key: 'remind-3', anchor: 'due', offset: { workdays: -3 }, at, action: 'remind', to: ['handler'] },
    { key: 'remind-1', anchor: 'due', offset: { workdays: -1 }, at, action: 'remind', to: ['handler'] },
    { key: 'remind-0', anchor: 'due', offset: { workdays: 0 }, at, action: 'remind', to: ['handler', 'unit-head'] },
    { key: 'unsigned', anchor: 'opened', offset: { workdays: 2 }, at, action: 'press', to: ['handler', 'unit-head'] },
    { key: 'returned', anchor: 'returned', offset: { workdays: 2 }, at, action: 'press', to: ['handler', 'unit-head'] },
    { key: 'blue', anchor: 'due', offset: { workdays: 1 }, at, action: 'slip-blue', to: ['unit-head'] },
    {
      key: 'yellow',
      anchor: 'due',
      offset: { workdays: 3 },
      at,
      action: 'slip-yellow',
      to: ['unit-head', 'deputy-leader'],
    },
    {
      key: 'red',
      anchor: 'due',
      offset: { workdays: 5 },
      at,
      action: 'slip-red',
      to: ['unit-head', 'deputy-leader', 'lead-leader', 'office'],
    },
    { key: 'rectify', anchor: 'due', offset: { workdays: 10 }, at, action: 'propose-rectification', to: ['office'] },
  ],
};
