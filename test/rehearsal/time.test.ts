import { describe, expect, it } from 'vitest';
import { about, act, cadence, DONE1, item, M1, MARCH, policy, rehearsed, rung } from './lines.js';

describe('instants', () => {
  it('print with the offset of Shanghai; input without an offset is Shanghai time, with one it is converted', async () => {
    const behaviour = [
      act('2026-03-03T10:00', 'receive', M1),
      act('2026-03-04T02:00:00Z', 'submit', M1),
      act('2026-03-05T11:00+09:00', 'accept', M1),
    ];
    const { events } = await rehearsed({ behaviour });
    expect(events.map(({ at }) => at)).toEqual([
      '2026-03-02T09:00:00+08:00',
      '2026-03-03T10:00:00+08:00',
      '2026-03-04T10:00:00+08:00',
      '2026-03-05T10:00:00+08:00',
    ]);
  });

  it('people act before the engine: submitted at the instant of a slip, it is not slipped', async () => {
    const policies = policy([rung('slip', { action: 'slip-blue', to: ['unit-head'] })]);
    const inTime = await rehearsed({ policies, behaviour: [act('2026-03-23T09:00', 'submit', M1)] });
    expect(about(inTime.lines, 'slip')).toEqual([]);
    const after = await rehearsed({ policies, behaviour: [act('2026-03-23T09:01', 'submit', M1)] });
    expect(about(after.lines, 'slip')).toHaveLength(1);
  });

  it('a slot cannot be acted on at its very opening instant, and can a second later', async () => {
    const behaviour = [act('2026-03-02T09:00', 'receive', M1), act('2026-03-02T09:00:01', 'receive', M1)];
    const { lines } = await rehearsed({ behaviour });
    expect(lines).toEqual([
      '03-02T09:00 1 m 2026-03 receive refused NOT_OPEN',
      '03-02T09:00 1 m 2026-03 opened, due 03-20T17:30',
      '03-02T09:00 1 m 2026-03 open > received, due 03-20T17:30',
    ]);
  });

  it('due is inclusive: at the due instant it is on time, a second later it is not', async () => {
    const rate = async (at: string): Promise<string> => {
      const { rates } = await rehearsed({ behaviour: [act(at, 'submit', M1)] });
      return rates[0]!.rate;
    };
    expect(await rate('2026-03-20T17:30')).toBe('100.0%');
    expect(await rate('2026-03-20T17:30:01')).toBe('0.0%');
  });
});

describe('the stretch of time', () => {
  it('what happens between an earlier launch and `from` counts but is not printed', async () => {
    const behaviour = [act('2026-02-10T09:00', 'submit', { ...M1, period: '2026-02' })];
    const { lines, board, rates } = await rehearsed({ launch: '2026-01-30T09:00', behaviour });
    expect(lines).toEqual(['03-02T09:00 1 m 2026-03 opened, due 03-20T17:30']);
    expect(board.map(({ period, light }) => `${period} ${light}`)).toEqual(['2026-02 blue', '2026-03 red']);
    expect(rates[0]).toMatchObject({ due: 2, onTime: 1, rate: '50.0%' });
  });

  it('the engine runs up to and including 23:59:59 of `to`', async () => {
    const late = rung('late', { at: '23:59:59', offset: { workdays: 7 } });
    const { lines } = await rehearsed({ policies: policy([late]) });
    expect(about(lines, 'late')).toEqual(['03-31T23:59 1 m 2026-03 late r1 to handler=承办1']);
    const shorter = await rehearsed({ policies: policy([late]), to: '2026-03-30' });
    expect(about(shorter.lines, 'late')).toEqual([]);
  });

  it('launching defaults to `from` 09:00, and only slots that open at or after it are owed', async () => {
    const open = (at: string) => cadence({ key: `o${at.slice(0, 2)}`, opens: { firstDay: true, at } });
    const { lines } = await rehearsed({ cadences: [open('08:59'), open('09:00'), open('10:00')] });
    expect(lines).toEqual([
      '03-01T09:00 1 o09 2026-03 opened, due 03-20T17:30',
      '03-01T10:00 1 o10 2026-03 opened, due 03-20T17:30',
    ]);
  });

  it('a launch after `to` launches nothing; every unit still has its line', async () => {
    const result = await rehearsed({ launch: '2026-04-02T09:00', items: [item(1, { deadline: '2026-03-13' })] });
    expect(result.events).toEqual([]);
    expect(result.rates).toEqual([
      { unit: '甲单位', due: 0, onTime: 0, onTimeOriginal: 0, rate: '—', rateOriginal: '—' },
    ]);
  });
});

describe('workdays', () => {
  const days = async (offset: object, deadline: string, more: object = {}): Promise<string[]> => {
    const { lines } = await rehearsed({
      ...MARCH,
      from: '2026-09-01',
      to: '2026-10-31',
      launch: '2026-08-03T09:00',
      cadences: [cadence({ every: 'year', opens: { month: 1, day: 1, at: '09:00' } })],
      items: [item(1, { deadline })],
      policies: policy([rung('r', { offset, ...more })]),
    });
    return about(lines, ' r r1').map((text) => text.slice(0, 11));
  };

  it('skip holidays and count make-up workdays, after the day that never counts itself', async () => {
    expect(await days({ workdays: 1 }, '2026-09-30')).toEqual(['10-08T09:00']);
    expect(await days({ workdays: 3 }, '2026-09-30')).toEqual(['10-10T09:00']); // 8, 9 and Saturday the 10th
    expect(await days({ workdays: -1 }, '2026-10-08')).toEqual(['09-30T09:00']);
    expect(await days({ workdays: 0 }, '2026-10-04')).toEqual(['09-30T09:00']); // off: the last workday before
    expect(await days({ workdays: 0 }, '2026-09-20')).toEqual(['09-20T09:00']); // a Sunday at work
  });

  it('calendar days roll back for n ≤ 0 and forward for n > 0', async () => {
    expect(await days({ days: 0 }, '2026-10-04')).toEqual(['09-30T09:00']);
    expect(await days({ days: -1 }, '2026-10-06')).toEqual(['09-30T09:00']);
    expect(await days({ days: 1 }, '2026-10-02')).toEqual(['10-08T09:00']);
    expect(await days({ days: 1 }, '2026-09-28')).toEqual(['09-29T09:00']);
  });

  it('hours are exact, may be fractions, and know no holiday', async () => {
    expect(await days({ hours: 1.5 }, '2026-10-02')).toEqual(['10-02T19:00']);
    expect(await days({ hours: -0.25 }, '2026-10-02')).toEqual(['10-02T17:15']);
  });

  it('beyond the published year are Monday to Friday whatever the lists say, and provisional once asked about', async () => {
    const calendar = {
      name: '表',
      publishedThrough: 2026,
      offDays: ['2026-12-31', '2027-01-04'],
      makeupWorkdays: ['2027-01-02'],
    };
    const opens = { day: 1, at: '09:00' };
    const { lines } = await rehearsed({
      from: '2026-11-01',
      to: '2026-12-31',
      items: [item(1, { deadline: '2027-01-15' })],
      calendar,
      cadences: [
        cadence({ key: 'asked', opens, due: { workdayAfter: 2, at: '17:30' } }),
        cadence({ key: 'rolled', opens, due: { lastDay: true, roll: 'forward', at: '17:30' } }),
        cadence({ key: 'unasked', opens, due: { lastDay: true, at: '17:30' } }),
      ],
    });
    expect(about(lines, '2026-12 opened', 'completion')).toEqual([
      '11-01T09:00 1 completion - opened, due 01-15T17:30',
      '12-01T09:00 1 asked 2026-12 opened, due 01-04T17:30 provisional', // Fri 1 and Mon 4 January count
      '12-01T09:00 1 rolled 2026-12 opened, due 01-01T17:30 provisional',
      '12-01T09:00 1 unasked 2026-12 opened, due 12-31T17:30',
    ]);
  });
});

describe('a deadline', () => {
  it('owes its completion from the launch on, due at 17:30 without rolling', async () => {
    const { lines } = await rehearsed({ items: [item(1, { deadline: '2026-03-14' }), item(2)] });
    expect(about(lines, 'completion')).toEqual(['03-01T09:00 1 completion - opened, due 03-14T17:30']);
  });

  it('may be overdue at once', async () => {
    const { board } = await rehearsed({ items: [item(1, { deadline: '2026-02-27' })], to: '2026-03-03' });
    expect(board[0]).toMatchObject({ cadence: 'completion', light: 'red', overdueWorkdays: 3 }); // 28 was a make-up day
  });

  it('is still owed, and its rounds too, after an accepted completion; closing ends that', async () => {
    const items = [item(1, { deadline: '2026-03-13' })];
    const accepted = [act('2026-03-01T10:00', 'submit', DONE1), act('2026-03-01T11:00', 'accept', DONE1)];
    const goesOn = await rehearsed({ items, behaviour: accepted });
    expect(about(goesOn.lines, 'm 2026-03 opened')).toHaveLength(1);
    const closed = await rehearsed({
      items,
      behaviour: [...accepted, { at: '2026-03-02T09:00', do: 'close-project', project: 1 }],
    });
    expect(about(closed.lines, 'm 2026-03')).toEqual([]); // closed at the very instant: it owes none
  });
});

describe('which ladder', () => {
  it('a cadence names its policy; one that names none, and completions, use the first of the file', async () => {
    const { lines } = await rehearsed({
      items: [item(1, { deadline: '2026-03-20' })],
      cadences: [cadence({ key: 'a' }), cadence({ key: 'b', policy: 'second' })],
      policies: [policy([rung('one')], { key: 'first' }), policy([rung('two')], { key: 'second' })],
    });
    expect(about(lines, 'one', 'two')).toEqual([
      '03-23T09:00 1 a 2026-03 one r1 to handler=承办1',
      '03-23T09:00 1 b 2026-03 two r1 to handler=承办1',
      '03-23T09:00 1 completion - one r1 to handler=承办1',
    ]);
  });
});
