import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { coverage } from './coverage.js';
import { rehearseModel } from './model.js';
import { ledgerRows, scenario, toFiles } from './scenarios.js';
import { shrink } from './shrink.js';
import type { Behaviour, Cadence, Event, Item, ModelInput, Policy } from './types.js';

/** March 2026 has no holiday: the 1st is a Sunday, the 13th and the 20th are Fridays. */
const items: Item[] = [
  {
    number: 1,
    responsibleUnit: '甲单位',
    leadLeader: '张某',
    deputyLeader: '孙某',
    handler: '卫某',
    deadline: '2026-03-13',
    standing: false,
  },
  {
    number: 2,
    responsibleUnit: '乙单位',
    leadLeader: '李某',
    deputyLeader: '周某',
    handler: null,
    deadline: null,
    standing: true,
  },
];
const cadences: Cadence[] = [
  {
    key: 'm',
    name: '月报',
    direction: 'up',
    every: 'month',
    profile: 'report',
    opens: { firstDay: true, roll: 'forward', at: '09:00' },
    due: { day: 20, at: '17:30' },
  },
];
const policies: Policy = {
  key: 'p',
  rungs: [
    { key: 'remind', anchor: 'due', offset: { workdays: -1 }, at: '09:00', action: 'remind', to: ['handler'] },
    { key: 'unsigned', anchor: 'opened', offset: { workdays: 1 }, at: '10:00', action: 'press', to: ['handler'] },
    { key: 'again', anchor: 'returned', offset: { hours: 24 }, action: 'press', to: ['unit-head'] },
    { key: 'slip', anchor: 'due', offset: { days: 1 }, at: '09:00', action: 'slip-blue', to: ['office'] },
    {
      key: 'propose',
      anchor: 'due',
      offset: { workdays: 2 },
      at: '09:00',
      action: 'propose-rectification',
      to: ['lead-leader'],
    },
  ],
};
const rules = { items, cadences, policies, from: '2026-03-01', to: '2026-03-31' };

const m1 = { project: 1, cadence: 'm', period: '2026-03' };
const m2 = { project: 2, cadence: 'm', period: '2026-03' };
const done = { project: 1, cadence: 'completion', period: '-' };
const sign = { project: 1, cadence: 'rectification', period: '2026-1/sign' };

/** One line per event: enough to compare with a list worked out by hand. */
function line(e: Event): string {
  const what = `${e.at.slice(5, 16)} ${e.project} ${e.cadence} ${e.period}`;
  switch (e.kind) {
    case 'opened':
      return `${what} opened, due ${e.due.slice(5, 16)}${e.late ? ' late' : ''}`;
    case 'moved':
      return `${what} ${e.from} > ${e.to}, due ${e.due.slice(5, 16)}`;
    case 'refused':
      return `${what} ${e.do} refused ${e.code}`;
    case 'notice':
      return `${what} ${e.rung} r${e.dueRevision}${e.late ? ' late' : ''} to ${e.to.map((t) => `${t.post}=${t.name}`).join(' ')}`;
  }
}

describe('a month worked out by hand', () => {
  const behaviour: Behaviour[] = [
    { at: '2026-03-03T10:00', do: 'receive', ...m1 }, // at the very instant of its press: people come first
    { at: '2026-03-12T08:00', do: 'outage', until: '2026-03-13T17:30' }, // ends at the due: not past due yet
    { at: '2026-03-17T09:00', do: 'approve-rectification', ...done, reason: '工作不重视' }, // proposed a moment later
    { at: '2026-03-17T10:00', do: 'approve-rectification', ...done, reason: '工作不重视' },
    { at: '2026-03-18T11:00', do: 'receive', ...sign },
    { at: '2026-03-18T12:00', do: 'suspend', ...m2 }, // two workdays left
    { at: '2026-03-21T09:00', do: 'resume', ...m2 }, // a Saturday: Mon 23, Tue 24
    { at: '2026-03-19T09:00', do: 'submit', ...m1 },
    { at: '2026-03-19T15:00', do: 'return', ...m1 },
    { at: '2026-03-20T17:31', do: 'submit', ...m1 }, // a minute late
    { at: '2026-03-23T08:00', do: 'close-project', project: 1 },
    { at: '2026-03-23T08:30', do: 'accept', ...m1 },
    { at: '2026-03-25T09:00', do: 'close-project', project: 2 }, // before its slip of the same instant
    { at: '2026-03-25T09:01', do: 'extend', ...m2, newDue: '2026-04-01' },
  ];
  const result = rehearseModel({ ...rules, behaviour });

  it('gives these events', () => {
    expect(result.events.map(line)).toEqual([
      '03-01T09:00 1 completion - opened, due 03-13T17:30',
      '03-02T09:00 1 m 2026-03 opened, due 03-20T17:30',
      '03-02T09:00 2 m 2026-03 opened, due 03-20T17:30',
      '03-02T10:00 1 completion - unsigned r1 to handler=卫某',
      '03-03T10:00 1 m 2026-03 open > received, due 03-20T17:30',
      '03-03T10:00 2 m 2026-03 unsigned r1 to handler=null office=null',
      '03-13T17:30 1 completion - remind r1 late to handler=卫某',
      '03-16T09:00 1 completion - slip r1 to office=null',
      '03-17T09:00 1 completion - approve-rectification refused NO_PROPOSAL',
      '03-17T09:00 1 completion - propose r1 to lead-leader=张某',
      '03-17T10:00 1 rectification 2026-1/sign opened, due 03-19T17:30',
      '03-18T09:00 1 rectification 2026-1/sign remind r1 to handler=卫某',
      '03-18T10:00 1 rectification 2026-1/sign unsigned r1 to handler=卫某',
      '03-18T11:00 1 rectification 2026-1/plan opened, due 03-24T17:30',
      '03-18T11:00 1 rectification 2026-1/sign open > accepted, due 03-19T17:30',
      '03-18T12:00 2 m 2026-03 open > suspended, due 03-20T17:30',
      '03-19T09:00 1 m 2026-03 received > submitted, due 03-20T17:30',
      '03-19T10:00 1 rectification 2026-1/plan unsigned r1 to handler=卫某',
      '03-19T15:00 1 m 2026-03 submitted > returned, due 03-20T17:30',
      '03-20T15:00 1 m 2026-03 again r1 to unit-head=null office=null',
      '03-20T17:31 1 m 2026-03 returned > submitted, due 03-20T17:30',
      '03-21T09:00 2 m 2026-03 suspended > open, due 03-24T17:30',
      '03-23T08:00 1 null null close-project refused OPEN_CASE',
      '03-23T08:30 1 m 2026-03 submitted > accepted, due 03-20T17:30',
      '03-23T09:00 1 rectification 2026-1/plan remind r1 to handler=卫某',
      '03-23T09:00 2 m 2026-03 remind r2 to handler=null office=null',
      '03-25T09:00 1 rectification 2026-1/plan slip r1 to office=null',
      '03-25T09:00 2 m 2026-03 open > cancelled, due 03-24T17:30',
      '03-25T09:01 2 m 2026-03 extend refused PROJECT_CLOSED',
    ]);
  });

  it('leaves this board: 12 workdays after the 13th, 5 after the 24th', () => {
    expect(result.board.map((b) => `${b.project} ${b.cadence} ${b.state} ${b.light} ${b.overdueWorkdays}`)).toEqual([
      '1 completion open red 12',
      '1 rectification open red 5',
    ]);
  });

  it('gives these rates: one handed in a minute late, one never, one cancelled', () => {
    expect(result.rates).toEqual([
      { unit: '甲单位', due: 2, onTime: 0, onTimeOriginal: 0, rate: '0.0%', rateOriginal: '0.0%' },
      { unit: '乙单位', due: 0, onTime: 0, onTimeOriginal: 0, rate: '—', rateOriginal: '—' },
    ]);
  });
});

describe('an outage over an opening', () => {
  const outage = (until: string): string[] => {
    const behaviour: Behaviour[] = [{ at: '2026-03-02T08:00', do: 'outage', until }];
    return rehearseModel({ ...rules, behaviour })
      .events.map(line)
      .filter((l) => l.includes('m 2026-03 opened'));
  };

  it('that ends later opens late, with the due of a timely opening', () => {
    expect(outage('2026-03-04T12:00')[0]).toBe('03-04T12:00 1 m 2026-03 opened, due 03-20T17:30 late');
  });

  it('that ends at the opening itself opens in time', () => {
    expect(outage('2026-03-02T09:00')[0]).toBe('03-02T09:00 1 m 2026-03 opened, due 03-20T17:30');
  });
});

describe('the look-back', () => {
  /** Issued on Mon 2 March and driven to its close-out on Wed 4 March; 29 days later is Thu 2 April. */
  const stage = (at: string, verb: Behaviour['do'], name: string): Behaviour => ({
    at,
    do: verb,
    project: 1,
    cadence: 'rectification',
    period: `2026-1/${name}`,
  });
  const closedOut: Behaviour[] = [
    { at: '2026-03-02T09:30', do: 'issue-rectification', project: 1, reason: '其他' },
    stage('2026-03-02T10:00', 'receive', 'sign'),
    stage('2026-03-02T11:00', 'submit', 'plan'),
    stage('2026-03-02T12:00', 'accept', 'plan'),
    stage('2026-03-03T09:00', 'submit', 'report'),
    stage('2026-03-04T09:00', 'accept', 'verify'),
  ];
  const run = (more: Behaviour[]): string[] =>
    rehearseModel({ ...rules, to: '2026-04-30', behaviour: [...closedOut, ...more] })
      .events.map(line)
      .filter((l) => l.includes('look-back') || l.includes('#2'));

  it('opens on the first workday after close-out + 29 days and re-opens even a closed project’s case', () => {
    const lines = run([
      { at: '2026-03-05T09:00', do: 'close-project', project: 1 },
      stage('2026-04-03T09:00', 'accept', 'look-back'), // its opening instant: too early
      stage('2026-04-07T15:00', 'return', 'look-back'),
    ]);
    expect(lines[0]).toBe('04-03T09:00 1 rectification 2026-1/look-back accept refused NOT_OPEN');
    // 2026-04-06 is off: 7, 8, 9, 10, 13.
    expect(lines[1]).toBe('04-03T09:00 1 rectification 2026-1/look-back opened, due 04-13T17:30');
    expect(lines).toContain('04-07T15:00 1 rectification 2026-1/look-back open > returned, due 04-13T17:30');
    expect(lines).toContain('04-07T15:00 1 rectification 2026-1/report#2 opened, due 04-21T17:30');
  });

  it('does not re-open a case when it is accepted', () => {
    const lines = run([stage('2026-04-07T15:00', 'accept', 'look-back')]);
    expect(lines.some((l) => l.includes('#2'))).toBe(false);
  });
});

describe('the scenario generator', () => {
  it('gives the same scenario for the same seed, and another for another', () => {
    expect(scenario(7)).toEqual(scenario(7));
    expect(scenario(7)).not.toEqual(scenario(8));
  });

  it('writes the files a command line names', () => {
    const dir = mkdtempSync(join(tmpdir(), 'scenario-'));
    try {
      const args = toFiles(scenario(3), dir);
      const named = args.filter((a) => a.startsWith(dir) && !a.endsWith('.xlsx'));
      expect(named.map((a) => a.slice(dir.length + 1)).sort()).toEqual(readdirSync(dir).sort());
      expect(args.at(-1)).toBe('--json');
    } finally {
      rmSync(dir, { recursive: true });
    }
    expect(ledgerRows(items).rows.map((row) => row.at(-1))).toEqual(['2026-03-13', '长期坚持']);
  });

  it('shrinks a scenario to what matters', async () => {
    const cancels = async (input: ModelInput): Promise<boolean> =>
      rehearseModel(input).events.some((e) => e.kind === 'moved' && e.to === 'cancelled');
    let seed = 1;
    while (!(await cancels(scenario(seed)))) seed += 1;
    const small = await shrink(scenario(seed), cancels);
    expect(small.behaviour?.map((b) => (b as Behaviour).do)).toEqual(['close-project']);
  });

  it('reaches every kind of event, refusal, state and light', () => {
    const names = [...coverage(60).keys()];
    for (const code of [
      'NOT_OPEN',
      'PROJECT_CLOSED',
      'WRONG_STATE',
      'PAST_DUE',
      'NOT_LATER',
      'NO_PROPOSAL',
      'OPEN_CASE',
    ])
      expect(names.some((n) => n.startsWith(`refused ${code}`))).toBe(true);
    for (const light of ['blue', 'grey', 'red', 'yellow', 'green']) expect(names).toContain(`light ${light}`);
    for (const what of ['opened slot late', 'opened slot provisional', 'opened stage look-back#2', 'fired returned'])
      expect(names).toContain(what);
    expect(names).toContain('notice propose-rectification late');
    expect(names).toContain('moved suspended → returned');
    expect(names).toContain('opened after close stage report#2');
  });
});
