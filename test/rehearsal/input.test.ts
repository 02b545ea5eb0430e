import { type RawRehearsal, readRehearsal } from '@duban/application';
import { DomainError, type LedgerProblem, type LedgerResult } from '@duban/domain';
import { describe, expect, it } from 'vitest';
import type { DayRule } from '../model/types.js';
import { act, cadence, DONE1, item, M1, MARCH, policy, rung } from './lines.js';
import { ledgerOf } from './run-engine.js';

const SPAN = { from: '2026-03-01', to: '2026-03-31' };

function raw(
  more: { [K in 'cadences' | 'policy' | 'calendar' | 'behaviour']?: unknown } & Partial<typeof SPAN> & {
      launch?: string;
      ledger?: LedgerResult;
    },
): RawRehearsal {
  const {
    ledger = ledgerOf([item(1), item(2)]),
    from = SPAN.from,
    to = SPAN.to,
    launch,
    ...files
  } = {
    cadences: MARCH.cadences,
    policy: MARCH.policies,
    ...more,
  };
  const named = Object.fromEntries(
    Object.entries(files).map(([name, json]) => [
      name,
      json === undefined ? undefined : { name: `${name}.json`, json },
    ]),
  );
  return { ledger: { name: 'list.xlsx', result: ledger }, from, to, launch, ...named };
}

/** The faults of an input, one a line; none when it is accepted. */
function faults(more: Parameters<typeof raw>[0]): string[] {
  try {
    readRehearsal(raw(more));
    return [];
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'REHEARSAL_INPUT') throw error;
    return error.message.split('\n');
  }
}

/** Where the faults of one faulty document lie. */
function places(more: Parameters<typeof raw>[0]): string[] {
  return faults(more).map((text) => text.replace(/：.*/su, ''));
}

const inCadence = (more: object) => places({ cadences: [{ ...cadence(), ...more }] });
const inRung = (more: object) => places({ policy: policy([{ ...rung('r'), ...more }]) });
const inAct = (...acts: object[]) => places({ behaviour: acts });

describe('a good input', () => {
  it('has no fault, and the built-in rules hold where a file is left out', () => {
    expect(faults({})).toEqual([]);
    const { input } = readRehearsal(raw({ cadences: undefined, policy: undefined }));
    expect(input.rules.cadences.map(({ key }) => key)).toEqual([
      'monthly-report',
      'quarterly-inspection',
      'half-year-debrief',
    ]);
    expect(input.rules.policies.map(({ key, rungs }) => `${key} ${rungs.length}`)).toEqual(['default 9']);
    expect(input.rules.calendar.publishedThrough).toBe(2026);
  });

  it('may hold one policy or several, and every form of rule', () => {
    expect(faults({ policy: [policy([]), policy([], { key: 'q' })] })).toEqual([]);
    const forms: Partial<DayRule>[] = [
      { day: 31 },
      { month: 1, day: 1 },
      { workday: -1 },
      { workdayAfter: 1 },
      { firstDay: true },
      { lastDay: true },
    ];
    expect(
      faults({ cadences: forms.map((form, i) => cadence({ key: `k${i}`, due: { ...form, at: '17:30' } })) }),
    ).toEqual([]);
  });

  it('needs no `at` beside hours, and ignores it there, whatever it says', () => {
    expect(inRung({ offset: { hours: 1.5 }, at: undefined })).toEqual([]);
    expect(inRung({ offset: { hours: 1.5 }, at: '25:99' })).toEqual([]);
  });

  it('may act on what never opens: a well-formed period is no fault', () => {
    expect(inAct(act('2026-03-05T10:00', 'receive', { ...M1, period: '2031-12' }))).toEqual([]);
    expect(
      inAct(act('2026-03-05T10:00', 'receive', { project: 1, cadence: 'rectification', period: '2026-9/report#3' })),
    ).toEqual([]);
  });
});

describe('the span', () => {
  it.each([
    ['`to` before `from`', { from: '2026-04-01', to: '2026-03-31' }, /早于/],
    ['a day that is none', { from: '2026-02-30' }, /--from.*2026-02-30/],
    ['a launch that is no instant', { launch: 'soon' }, /--launch/],
    ['a launch at an hour that is none', { launch: '2026-03-01T24:00' }, /--launch/],
  ])('%s', (_, more, message) => {
    expect(faults(more)).toHaveLength(1);
    expect(faults(more)[0]).toMatch(message);
  });

  it('of one day is no fault', () => {
    expect(faults({ from: '2026-03-02', to: '2026-03-02' })).toEqual([]);
  });
});

describe('cadences', () => {
  it.each<[string, object, string[]]>([
    ['an unknown field', { colour: 1 }, ['cadences.json $[0].colour']],
    ['an unknown field of a rule', { due: { day: 1, at: '09:00', hour: 1 } }, ['cadences.json $[0].due.hour']],
    ['no key', { key: undefined }, ['cadences.json $[0].key']],
    ['an unknown period', { every: 'week' }, ['cadences.json $[0].every']],
    ['a missing rule', { due: undefined }, ['cadences.json $[0].due']],
    ['a missing at', { due: { day: 1 } }, ['cadences.json $[0].due.at']],
    ['an at that is no time', { opens: { firstDay: true, at: '24:00' } }, ['cadences.json $[0].opens.at']],
    ['workday 0', { due: { workday: 0, at: '09:00' } }, ['cadences.json $[0].due.workday']],
    ['half a workday', { due: { workday: 1.5, at: '09:00' } }, ['cadences.json $[0].due.workday']],
    ['workdayAfter 0', { due: { workdayAfter: 0, at: '09:00' } }, ['cadences.json $[0].due.workdayAfter']],
    ['workdayAfter below 0', { due: { workdayAfter: -1, at: '09:00' } }, ['cadences.json $[0].due.workdayAfter']],
    ['day 0', { due: { day: 0, at: '09:00' } }, ['cadences.json $[0].due.day']],
    ['day 32', { due: { day: 32, at: '09:00' } }, ['cadences.json $[0].due.day']],
    ['month 2 of a month', { due: { month: 2, day: 1, at: '09:00' } }, ['cadences.json $[0].due.month']],
    [
      'month 4 of a quarter',
      { every: 'quarter', due: { month: 4, day: 1, at: '09:00' } },
      ['cadences.json $[0].due.month'],
    ],
    ['month 0', { due: { month: 0, day: 1, at: '09:00' } }, ['cadences.json $[0].due.month']],
    ['two forms at once', { due: { day: 1, workday: 1, at: '09:00' } }, ['cadences.json $[0].due']],
    ['an unknown roll', { due: { day: 1, at: '09:00', roll: 'up' } }, ['cadences.json $[0].due.roll']],
    ['windows without any', { every: 'windows' }, ['cadences.json $[0].windows']],
    [
      'a window on a day that is none',
      { every: 'windows', windows: [{ name: '春', from: '02-30', to: '03-31' }] },
      ['cadences.json $[0].windows[0].from'],
    ],
    ['a policy that is not in the file', { policy: 'q' }, ['cadences.json $[0].policy']],
    ['a key that is the engine’s own', { key: 'completion' }, ['cadences.json $[0].key']],
  ])('%s', (_, more, expected) => {
    expect(inCadence(more)).toEqual(expected);
  });

  it('month 3 of a quarter and of a window over three months is none', () => {
    expect(inCadence({ every: 'quarter', due: { month: 3, day: 1, at: '09:00' } })).toEqual([]);
    const windows = [{ name: '冬', from: '12-16', to: '02-10' }];
    expect(inCadence({ every: 'windows', windows, due: { month: 3, day: 1, at: '09:00' } })).toEqual([]);
    expect(inCadence({ every: 'windows', windows, due: { month: 4, day: 1, at: '09:00' } })).toEqual([
      'cadences.json $[0].due.month',
    ]);
  });

  it('a period without any workday where a rule counts them', () => {
    const windows = [{ name: '国庆', from: '10-01', to: '10-07' }];
    const holiday = { every: 'windows', windows, due: { workday: -1, at: '17:30' } };
    const october = { from: '2026-09-01', to: '2026-10-31' };
    const found = faults({ cadences: [{ ...cadence(), ...holiday }], ...october });
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('cadences.json $[0].due.workday');
    expect(found[0]).toContain('2026/国庆');
    const uncounted = { ...cadence(), ...holiday, due: { lastDay: true, at: '17:30' } };
    expect(faults({ cadences: [uncounted], ...october })).toEqual([]);
  });

  it('such a period that only opens in the run, long after it has ended', () => {
    const windows = [{ name: '国庆', from: '10-01', to: '10-07' }];
    const late = {
      every: 'windows',
      windows,
      opens: { workdayAfter: 10, at: '09:00' },
      due: { workday: -1, at: '17:30' },
    };
    const found = faults({ cadences: [{ ...cadence(), ...late }], from: '2026-10-15', to: '2026-10-31' });
    expect(found[0]).toContain('due.workday');
    const elsewhere = { ...late, windows: [{ name: '国庆', from: '10-01', to: '10-09' }] };
    expect(
      faults({ cadences: [{ ...cadence(), ...elsewhere }], from: '2026-10-15', to: '2026-10-31' }),
    ).not.toContainEqual(expect.stringContaining('due.workday'));
  });
});

describe('policies', () => {
  it.each<[string, object, string[]]>([
    ['an unknown field', { colour: 1 }, ['policy.json $.rungs[0].colour']],
    ['an unknown action', { action: 'shout' }, ['policy.json $.rungs[0].action']],
    ['a slip without a colour', { action: 'slip-' }, ['policy.json $.rungs[0].action']],
    ['an unknown post', { to: ['handler', 'king'] }, ['policy.json $.rungs[0].to[1]']],
    ['no to', { to: undefined }, ['policy.json $.rungs[0].to']],
    ['an empty to', { to: [] }, ['policy.json $.rungs[0].to']],
    ['an unknown anchor', { anchor: 'closed' }, ['policy.json $.rungs[0].anchor']],
    ['a missing offset', { offset: undefined }, ['policy.json $.rungs[0].offset']],
    ['two offsets', { offset: { days: 1, hours: 1 } }, ['policy.json $.rungs[0].offset']],
    ['half a workday', { offset: { workdays: 0.5 } }, ['policy.json $.rungs[0].offset.workdays']],
    ['a missing at', { at: undefined }, ['policy.json $.rungs[0].at']],
    ['an opened rung at its anchor', { anchor: 'opened', offset: { workdays: 0 } }, ['policy.json $.rungs[0].offset']],
    [
      'an opened rung before its anchor',
      { anchor: 'opened', offset: { hours: -1 } },
      ['policy.json $.rungs[0].offset'],
    ],
    ['a returned rung at its anchor', { anchor: 'returned', offset: { days: 0 } }, ['policy.json $.rungs[0].offset']],
  ])('%s', (_, more, expected) => {
    expect(inRung(more)).toEqual(expected);
  });

  it.each<[string, object]>([
    ['a due rung before its anchor', { offset: { workdays: -3 } }],
    ['an opened rung after its anchor', { anchor: 'opened', offset: { hours: 0.5 } }],
    ['a slip of any colour', { action: 'slip-橙' }],
  ])('%s is none', (_, more) => {
    expect(inRung(more)).toEqual([]);
  });

  it('lights that are no offset', () => {
    expect(places({ policy: { ...policy([]), lights: { yellow: { weeks: 1 } } } })).toEqual([
      'policy.json $.lights.yellow.weeks',
      'policy.json $.lights.yellow',
    ]);
  });

  it('in a list are named by their place', () => {
    expect(places({ policy: [policy([]), { ...policy([]), key: 'q', x: 1 }] })).toEqual(['policy.json $[1].x']);
  });
});

describe('the calendar', () => {
  const calendar = { name: '表', publishedThrough: 2026, offDays: [], makeupWorkdays: [] };
  it.each<[string, object, string[]]>([
    ['an unknown field', { holidays: [] }, ['calendar.json $.holidays']],
    ['a day that is none', { offDays: ['2026-02-30'] }, ['calendar.json $.offDays[0]']],
    ['no year', { publishedThrough: undefined }, ['calendar.json $.publishedThrough']],
    ['nothing', {}, []],
  ])('%s', (_, more, expected) => {
    expect(places({ calendar: { ...calendar, ...more } })).toEqual(expected);
  });
});

describe('behaviours', () => {
  const issue = { at: '2026-03-05T10:00', do: 'issue-rectification', project: 1, reason: '其他' };
  const outage = { at: '2026-03-05T10:00', do: 'outage', until: '2026-03-05T10:00' };
  const appoint = { at: '2026-03-05T10:00', do: 'appoint', project: 1, post: 'office', name: null };
  const receive = act('2026-03-05T10:00', 'receive', M1);
  const back = act('2026-03-05T10:00', 'return', { project: 1, cadence: 'rectification', period: '2026-1/verify' });
  const approve = { ...receive, do: 'approve-rectification', reason: '其他' };
  const extend = { ...receive, do: 'extend', newDue: '2026-03-31' };

  it.each<[string, object]>([
    ['an outage that ends as it begins', outage],
    ['a vacated post', appoint],
    ['a completion', { ...receive, ...DONE1 }],
    ['a return of a look-back with working days', { ...back, period: '2026-1/look-back#2', withinWorkdays: 3 }],
    ['a return without working days', back],
    ['a notice with working days', { ...issue, withinWorkdays: 1 }],
    ['an approval', approve],
    ['an extension', extend],
  ])('%s is none', (_, good) => {
    expect(inAct(good)).toEqual([]);
  });

  it.each<[string, object, string]>([
    ['an unknown verb', { ...receive, do: 'sing' }, '.do'],
    ['an unknown field', { ...receive, colour: 1 }, '.colour'],
    ['a field of another verb', { ...receive, newDue: '2026-03-31' }, '.newDue'],
    ['no at', { ...receive, at: undefined }, '.at'],
    ['an at that is no instant', { ...receive, at: '2026-03-05' }, '.at'],
    ['project 0', { ...receive, project: 0 }, '.project'],
    ['a project beyond the ledger', { ...receive, project: 3 }, '.project'],
    ['an unknown cadence', { ...receive, cadence: 'weekly' }, '.cadence'],
    ['a period that is none of its cadence', { ...receive, period: '2026-Q1' }, '.period'],
    ['month 13', { ...receive, period: '2026-13' }, '.period'],
    ['a completion with a period', { ...receive, ...DONE1, period: '2026-03' }, '.period'],
    ['a stage that is none', { ...back, do: 'receive', period: '2026-1/dance' }, '.period'],
    ['a first attempt that is numbered', { ...back, period: '2026-1/verify#1' }, '.period'],
    ['case 0', { ...back, period: '2026-0/verify' }, '.period'],
    ['an unknown post', { ...appoint, post: 'king' }, '.post'],
    ['no name', { at: '2026-03-05T10:00', do: 'appoint', project: 1, post: 'office' }, '.name'],
    ['a missing reason', { ...issue, reason: undefined }, '.reason'],
    ['an unknown reason', { ...issue, reason: '天气' }, '.reason'],
    ['a missing reason of an approval', { ...approve, reason: undefined }, '.reason'],
    ['withinWorkdays 0', { ...issue, withinWorkdays: 0 }, '.withinWorkdays'],
    ['withinWorkdays of half a day', { ...back, withinWorkdays: 1.5 }, '.withinWorkdays'],
    ['withinWorkdays as text', { ...issue, withinWorkdays: '3' }, '.withinWorkdays'],
    ['withinWorkdays on the return of a report', { ...receive, do: 'return', withinWorkdays: 3 }, '.withinWorkdays'],
    [
      'withinWorkdays on the return of a plan',
      { ...back, period: '2026-1/plan', withinWorkdays: 3 },
      '.withinWorkdays',
    ],
    ['withinWorkdays on an acceptance', { ...receive, do: 'accept', withinWorkdays: 3 }, '.withinWorkdays'],
    ['no new due', { ...extend, newDue: undefined }, '.newDue'],
    ['a new due that is no day', { ...extend, newDue: '2026-02-30' }, '.newDue'],
    ['an outage that ends before it begins', { ...outage, until: '2026-03-05T09:59' }, '.until'],
    ['an outage without end', { ...outage, until: undefined }, '.until'],
    ['an outage of a project', { ...outage, project: 1 }, '.project'],
    ['a period for an act on a project', { ...issue, period: '2026-03' }, '.period'],
  ])('%s', (_, bad, where) => {
    expect(inAct(receive, bad)).toEqual([`behaviour.json $[1]${where}`]);
  });
});

describe('all faults', () => {
  it('of all files are told together, each with its file and place', () => {
    const found = places({
      from: '2026-02-30',
      cadences: [{ ...cadence(), x: 1 }],
      policy: { ...policy([]), y: 1 },
      calendar: { name: '表', publishedThrough: 2026, z: 1 },
      behaviour: [{ ...act('2026-03-05T10:00', 'receive', M1), project: 9 }, { do: 'sing' }],
    });
    expect(found).toHaveLength(7);
    for (const place of [
      'cadences.json $[0].x',
      'policy.json $.y',
      'calendar.json $.z',
      'behaviour.json $[0].project',
      'behaviour.json $[1].do',
      'behaviour.json $[1].at',
    ]) {
      expect(found).toContain(place);
    }
  });

  it('of the ledger are told with their cell', () => {
    const problem: LedgerProblem = { severity: 'error', code: 'BAD_DEADLINE', cell: 'C7', message: 'C7：看不懂' };
    const ledger = { ...ledgerOf([item(1)]), problems: [problem] };
    expect(faults({ ledger })).toEqual(['list.xlsx C7：看不懂']);
  });

  it('about a cadence file do not make faults of the acts that name its cadences', () => {
    const own = [{ ...cadence({ key: 'own' }), x: 1 }];
    expect(
      places({ cadences: own, behaviour: [act('2026-03-05T10:00', 'receive', { ...M1, cadence: 'own' })] }),
    ).toEqual(['cadences.json $[0].x']);
  });
});

describe('notices', () => {
  const notices = (more: Parameters<typeof raw>[0]) => readRehearsal(raw(more)).notices;

  it('name what is before the launch or after `to` and never happens', () => {
    const behaviour = [
      act('2026-02-28T10:00', 'receive', M1),
      act('2026-03-05T10:00', 'receive', M1),
      act('2026-04-01T00:00', 'submit', M1),
      { at: '2026-02-27T10:00', do: 'outage', until: '2026-03-09T10:00' },
    ];
    const told = notices({ behaviour });
    expect(told).toHaveLength(4); // the empty ladder is told, too
    expect(told[0]).toMatch(/2026-02-27T10:00:00.*outage.*早于下达/);
    expect(told[1]).toMatch(/2026-02-28T10:00:00.*receive.*早于下达/);
    expect(told[2]).toMatch(/2026-04-01T00:00:00.*submit.*晚于/);
  });

  it('are none for what happens at the launch or in the last second', () => {
    const behaviour = [act('2026-03-01T09:00', 'receive', M1), act('2026-03-31T23:59:59', 'submit', M1)];
    expect(notices({ behaviour, policy: policy([rung('r')]) })).toEqual([]);
  });

  it('point at a slot that is due before it opens', () => {
    const opens = { lastDay: true, roll: 'forward', at: '09:00' } as const;
    const due = { lastDay: true, at: '17:30' } as const;
    const told = notices({ cadences: [cadence({ opens, due })], policy: policy([rung('r')]), to: '2026-06-30' });
    expect(told).toHaveLength(1);
    expect(told[0]).toMatch(/2026-05.*之前就到期/);
  });
});
