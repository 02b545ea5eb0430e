import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../model/types.js';
import { about, act, type Given, item, M1, policy, rehearsed, rung } from './lines.js';

const issue = (at = '2026-03-02T10:00', more: Partial<Behaviour> = {}): Behaviour => ({
  at,
  do: 'issue-rectification',
  project: 1,
  reason: '其他',
  ...more,
});
const stage = (at: string, verb: Behaviour['do'], name: string, more: Partial<Behaviour> = {}): Behaviour =>
  act(at, verb, { project: 1, cadence: 'rectification', period: `2026-1/${name}` }, more);

/** Driven to a submitted report on Wednesday 4 March. */
const REPORTED = [
  issue(),
  stage('2026-03-02T11:00', 'receive', 'sign'),
  stage('2026-03-03T09:00', 'submit', 'plan'),
  stage('2026-03-03T10:00', 'accept', 'plan'),
  stage('2026-03-04T09:00', 'submit', 'report'),
];
const close = (at: string): Behaviour => ({ at, do: 'close-project', project: 1 });

const cases = async (behaviour: Behaviour[], more: Given = {}): Promise<string[]> => {
  const { lines } = await rehearsed({ behaviour, cadences: undefined, ...more });
  return about(lines, 'rectification').map((text) => text.replace(' 1 rectification 2026-1', ''));
};

describe('a case, from the notice to the close-out', () => {
  it('opens its stages one after the other, each due as counted from the day of issue', async () => {
    expect(await cases([...REPORTED, stage('2026-03-05T09:00', 'accept', 'verify')])).toEqual([
      '03-02T10:00/sign opened, due 03-04T17:30',
      '03-02T11:00/plan opened, due 03-09T17:30',
      '03-02T11:00/sign open > accepted, due 03-04T17:30',
      '03-03T09:00/plan open > submitted, due 03-09T17:30',
      '03-03T10:00/plan submitted > accepted, due 03-09T17:30',
      '03-03T10:00/report opened, due 03-23T17:30',
      '03-04T09:00/report open > submitted, due 03-23T17:30',
      '03-04T09:00/verify opened, due 03-11T17:30',
      '03-05T09:00/report submitted > accepted, due 03-23T17:30',
      '03-05T09:00/verify open > accepted, due 03-11T17:30',
    ]);
  });

  it('takes the working days of the notice for its report', async () => {
    const [first, ...rest] = REPORTED;
    const lines = await cases([{ ...first!, withinWorkdays: 4 }, ...rest]);
    expect(about(lines, 'report opened')).toEqual(['03-03T10:00/report opened, due 03-06T17:30']);
  });

  it.each<[string, Behaviour]>([
    ['sign is received, never submitted', stage('2026-03-02T10:30', 'submit', 'sign')],
    ['the report is not accepted directly', stage('2026-03-04T10:00', 'accept', 'report')],
    ['the report is not returned directly', stage('2026-03-04T10:00', 'return', 'report')],
    ['nobody submits a verification', stage('2026-03-04T10:00', 'submit', 'verify')],
  ])('%s', async (_, refused) => {
    expect(about(await cases([...REPORTED, refused]), 'refused')[0]).toContain('WRONG_STATE');
  });

  it('a plan is returned and submitted again like a report', async () => {
    const lines = await cases([
      ...REPORTED.slice(0, 3),
      stage('2026-03-03T10:00', 'return', 'plan'),
      stage('2026-03-03T11:00', 'submit', 'plan'),
    ]);
    expect(lines.slice(-2)).toEqual([
      '03-03T10:00/plan submitted > returned, due 03-09T17:30',
      '03-03T11:00/plan returned > submitted, due 03-09T17:30',
    ]);
  });

  it('extension and suspension apply to stages too', async () => {
    const lines = await cases([
      issue(),
      stage('2026-03-03T10:00', 'extend', 'sign', { newDue: '2026-03-06' }),
      stage('2026-03-04T10:00', 'suspend', 'sign'),
      stage('2026-03-10T10:00', 'resume', 'sign'),
    ]);
    expect(lines.slice(1)).toEqual([
      '03-03T10:00/sign open > open, due 03-06T17:30',
      '03-04T10:00/sign open > suspended, due 03-06T17:30',
      '03-10T10:00/sign suspended > open, due 03-12T17:30',
    ]);
  });
});

describe('a returned verification', () => {
  it('ends both and begins the next attempt, with ten working days or those given', async () => {
    const back = (more: Partial<Behaviour>) =>
      cases([...REPORTED, stage('2026-03-05T09:00', 'return', 'verify', more)]);
    const tail = [
      '03-05T09:00/report submitted > returned, due 03-23T17:30',
      '03-05T09:00/report#2 opened, due 03-19T17:30',
      '03-05T09:00/verify open > returned, due 03-11T17:30',
    ];
    expect((await back({})).slice(-3)).toEqual(tail);
    expect((await back({ withinWorkdays: 2 })).slice(-2)[0]).toBe('03-05T09:00/report#2 opened, due 03-09T17:30');
  });

  it('leaves the board, and nothing fires from it', async () => {
    const policies = policy([rung('slip', { to: ['office'] }), rung('again', { anchor: 'returned', to: ['office'] })]);
    const behaviour = [...REPORTED, stage('2026-03-05T09:00', 'return', 'verify')];
    const { lines, board } = await rehearsed({ policies, behaviour });
    expect(board.filter(({ cadence }) => cadence === 'rectification').map(({ period }) => period)).toEqual([
      '2026-1/report#2',
    ]);
    expect(about(lines, '/verify slip', '/report slip', 'again')).toEqual([]);
    expect(about(lines, '/report#2 slip')).toHaveLength(1);
  });

  it('may also come from received; and the second attempt closes out like the first', async () => {
    const lines = await cases([
      ...REPORTED,
      stage('2026-03-05T08:00', 'receive', 'verify'),
      stage('2026-03-05T09:00', 'return', 'verify'),
      stage('2026-03-06T09:00', 'submit', 'report#2'),
      stage('2026-03-09T09:00', 'accept', 'verify#2'),
      close('2026-03-09T10:00'),
    ]);
    expect(lines.slice(-4)).toEqual([
      '03-06T09:00/report#2 open > submitted, due 03-19T17:30',
      '03-06T09:00/verify#2 opened, due 03-13T17:30',
      '03-09T09:00/report#2 submitted > accepted, due 03-19T17:30',
      '03-09T09:00/verify#2 open > accepted, due 03-13T17:30',
    ]);
  });
});

describe('the look-back', () => {
  const CLOSED_OUT = [...REPORTED, stage('2026-03-05T09:00', 'accept', 'verify')]; // + 29 days: Friday 3 April

  it('opens at 09:00 on the first workday after 29 days, owed by the office', async () => {
    const lines = await cases(CLOSED_OUT, { to: '2026-04-30' });
    expect(about(lines, 'look-back')).toEqual(['04-07T09:00/look-back opened, due 04-14T17:30']); // 6 April is off
  });

  it('is not there before it opens, and archives when it is accepted', async () => {
    const lines = await cases(
      [
        ...CLOSED_OUT,
        stage('2026-04-07T09:00', 'accept', 'look-back'),
        stage('2026-04-08T09:00', 'receive', 'look-back'),
        stage('2026-04-08T10:00', 'submit', 'look-back'),
        stage('2026-04-09T09:00', 'accept', 'look-back'),
      ],
      { to: '2026-04-30' },
    );
    expect(about(lines, 'look-back').slice(0, 1)).toEqual(['04-07T09:00/look-back accept refused NOT_OPEN']);
    expect(about(lines, 'look-back').slice(2)).toEqual([
      '04-08T09:00/look-back open > received, due 04-14T17:30',
      '04-08T10:00/look-back submit refused WRONG_STATE',
      '04-09T09:00/look-back received > accepted, due 04-14T17:30',
    ]);
  });

  it('goes on though the project is closed, re-opens the case, and its stages go on too', async () => {
    const lines = await cases(
      [
        ...CLOSED_OUT,
        close('2026-03-10T09:00'),
        stage('2026-04-08T09:00', 'return', 'look-back', { withinWorkdays: 3 }),
        stage('2026-04-09T09:00', 'submit', 'report#2'),
        stage('2026-04-10T09:00', 'accept', 'verify#2'),
        issue('2026-04-10T10:00'),
      ],
      { to: '2026-05-31' },
    );
    expect(lines.slice(-8)).toEqual([
      '04-08T09:00/look-back open > returned, due 04-14T17:30',
      '04-08T09:00/report#2 opened, due 04-13T17:30',
      '04-09T09:00/report#2 open > submitted, due 04-13T17:30',
      '04-09T09:00/verify#2 opened, due 04-16T17:30',
      '04-10T09:00/report#2 submitted > accepted, due 04-13T17:30',
      '04-10T09:00/verify#2 open > accepted, due 04-16T17:30',
      '04-10T10:00 1 · · issue-rectification refused PROJECT_CLOSED',
      '05-11T09:00/look-back#2 opened, due 05-18T17:30', // 10 April + 29 days is Saturday 9 May, at work: the next is Monday
    ]);
  });

  it('a case that is open keeps its project from closing; closed out, it does not', async () => {
    const { lines } = await rehearsed({ behaviour: [...REPORTED, close('2026-03-04T10:00')] });
    expect(about(lines, 'close-project')).toEqual(['03-04T10:00 1 · · close-project refused OPEN_CASE']);
    const closed = await rehearsed({ behaviour: [...CLOSED_OUT, close('2026-03-06T10:00')] });
    expect(about(closed.lines, 'close-project')).toEqual([]);
  });
});

describe('proposals', () => {
  const policies = policy([rung('case', { action: 'propose-rectification', to: ['office'] })]);
  const approve = (at: string): Behaviour =>
    act(at, 'approve-rectification', M1, { reason: '工作不重视', withinWorkdays: 5 });

  it('are used up by one approval, in whatever state the obligation is', async () => {
    const behaviour = [
      approve('2026-03-23T09:00'), // before the engine at that instant
      act('2026-03-24T09:00', 'submit', M1),
      approve('2026-03-24T10:00'),
      approve('2026-03-24T11:00'),
    ];
    const { lines } = await rehearsed({ policies, behaviour });
    expect(about(lines, 'approve', 'sign')).toEqual([
      '03-23T09:00 1 m 2026-03 approve-rectification refused NO_PROPOSAL',
      '03-24T10:00 1 rectification 2026-1/sign opened, due 03-26T17:30',
      '03-24T11:00 1 m 2026-03 approve-rectification refused NO_PROPOSAL',
    ]);
  });

  it('the obligation stays what it is: its own ladder goes on', async () => {
    const ladder = policy([...policies.rungs, rung('red', { offset: { workdays: 3 } })]);
    const { lines } = await rehearsed({ policies: ladder, behaviour: [approve('2026-03-23T10:00')] });
    expect(about(lines, 'm 2026-03 red')).toHaveLength(1);
  });

  it('on a closed project are refused, and so is a notice by hand', async () => {
    const behaviour = [close('2026-03-24T10:00'), approve('2026-03-24T11:00'), issue('2026-03-24T12:00')];
    const { lines } = await rehearsed({ policies, behaviour });
    expect(about(lines, 'refused')).toEqual([
      '03-24T11:00 1 m 2026-03 approve-rectification refused PROJECT_CLOSED',
      '03-24T12:00 1 · · issue-rectification refused PROJECT_CLOSED',
    ]);
  });
});

describe('which ladder a stage has', () => {
  const slip = rung('slip', { to: ['handler', 'unit-head', 'deputy-leader', 'office'] });
  const propose = rung('case', { action: 'propose-rectification', to: ['office'] });

  it('the policy keyed `rectification`, wherever it stands in the file', async () => {
    const policies = [policy([propose]), policy([slip, propose], { key: 'rectification' })];
    const { lines } = await rehearsed({ policies, behaviour: [issue()] });
    expect(about(lines, '/sign slip', '/sign case')).toHaveLength(2);
  });

  it('else the first one without the rungs that propose a rectification', async () => {
    const { lines } = await rehearsed({ policies: [policy([slip, propose])], behaviour: [issue()] });
    expect(about(lines, '/sign slip')).toHaveLength(1);
    expect(about(lines, '/sign case')).toEqual([]);
  });

  it('for stages owed by the office, handler and unit head mean the office, once, at the first mention', async () => {
    const { lines } = await rehearsed({ policies: policy([slip]), behaviour: REPORTED });
    expect(about(lines, '/verify slip')[0]).toContain('to office=∅ deputy-leader=钱某');
    expect(about(lines, '/verify slip')[0]?.match(/office/g)).toHaveLength(1);
  });
});

describe('the number of a case', () => {
  it('runs through the whole county within the calendar year of issue', async () => {
    const other = { ...issue('2026-12-30T10:00'), project: 2 };
    const behaviour = [issue('2026-12-29T10:00'), other, issue('2026-12-31T23:59:59'), issue('2027-01-01T00:00')];
    const { lines } = await rehearsed({
      behaviour,
      items: [item(1), item(2)],
      from: '2026-12-01',
      to: '2027-01-02',
    });
    expect(about(lines, 'sign').map((text) => text.replace(/ opened.*/, '').slice(12))).toEqual([
      '1 rectification 2026-1/sign',
      '2 rectification 2026-2/sign',
      '1 rectification 2026-3/sign',
      '1 rectification 2027-1/sign',
    ]);
  });
});
