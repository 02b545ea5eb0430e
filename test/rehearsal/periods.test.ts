import { describe, expect, it } from 'vitest';
import type { Cadence, DayRule } from '../model/types.js';
import { about, cadence, item, MARCH, rehearsed } from './lines.js';

const AT = { at: '12:00' };

/** The openings of one cadence over two years, as `period opening → due`, days only. */
async function openings(more: Partial<Cadence>, from = '2026-01-01', to = '2027-12-31'): Promise<string[]> {
  const launch = `${from}T00:00`;
  const { events } = await rehearsed({ ...MARCH, items: [item(1)], from, to, launch, cadences: [cadence(more)] });
  return events.flatMap((event) =>
    event.kind === 'opened' ? [`${event.period} ${event.at.slice(0, 10)} → ${event.due.slice(0, 10)}`] : [],
  );
}

/** The due days by the period of one rule, opened on the period's first day. */
async function dues(rule: DayRule, every: Cadence['every'], from: string, to: string): Promise<string[]> {
  const opens = { firstDay: true, at: '00:00' } as const;
  const list = await openings({ every, opens, due: rule }, from, to);
  return list.map((text) => text.replace(/ .* → /, ' '));
}

describe('periods', () => {
  it('are keyed by month, quarter, half and year', async () => {
    const whole = { opens: { firstDay: true, ...AT }, due: { lastDay: true, ...AT } } as const;
    expect((await openings({ ...whole, every: 'month' }, '2026-01-01', '2026-02-28')).at(-1)).toBe(
      '2026-02 2026-02-01 → 2026-02-28',
    );
    expect((await openings({ ...whole, every: 'quarter' }, '2026-01-01', '2026-12-31')).at(-1)).toBe(
      '2026-Q4 2026-10-01 → 2026-12-31',
    );
    expect(await openings({ ...whole, every: 'half' }, '2026-01-01', '2026-12-31')).toEqual([
      '2026-H1 2026-01-01 → 2026-06-30',
      '2026-H2 2026-07-01 → 2026-12-31',
    ]);
    expect(await openings({ ...whole, every: 'year' }, '2026-01-01', '2026-12-31')).toEqual([
      '2026 2026-01-01 → 2026-12-31',
    ]);
  });

  it('of windows are their spans; one whose end comes before its beginning runs into the next year', async () => {
    const windows = [
      { name: '年末走访', from: '10-20', to: '11-10' },
      { name: '跨年', from: '12-16', to: '01-20' },
    ];
    const opens = { firstDay: true, ...AT } as const;
    expect(await openings({ every: 'windows', windows, opens, due: { lastDay: true, ...AT } })).toEqual([
      '2026/年末走访 2026-10-20 → 2026-11-10',
      '2026/跨年 2026-12-16 → 2027-01-20',
      '2027/年末走访 2027-10-20 → 2027-11-10',
      '2027/跨年 2027-12-16 → 2028-01-20',
    ]);
  });

  it('of a window keyed by the year before still open in this one', async () => {
    const windows = [{ name: '跨年', from: '12-16', to: '01-20' }];
    const due = { workdayAfter: 1, ...AT };
    const list = await openings(
      { every: 'windows', windows, opens: { lastDay: true, ...AT }, due },
      '2026-01-10',
      '2026-02-10',
    );
    expect(list).toEqual(['2025/跨年 2026-01-20 → 2026-01-21']);
  });
});

describe('day rules', () => {
  it('day d is of the last month; with m of the m-th; beyond the end it is the last day', async () => {
    expect(await dues({ day: 5, ...AT }, 'quarter', '2026-01-01', '2026-03-31')).toEqual(['2026-Q1 2026-03-05']);
    expect(await dues({ month: 2, day: 31, ...AT }, 'quarter', '2026-01-01', '2026-06-30')).toEqual([
      '2026-Q1 2026-02-28',
      '2026-Q2 2026-05-31',
    ]);
    expect(await dues({ day: 31, ...AT }, 'month', '2028-02-01', '2028-02-29')).toEqual(['2028-02 2028-02-29']);
  });

  it('the first month of a window is the one it begins in', async () => {
    const windows = [{ name: '秋', from: '10-20', to: '11-30' }];
    const rule = { month: 2, day: 3, ...AT };
    const list = await openings({ every: 'windows', windows, opens: { firstDay: true, ...AT }, due: rule });
    expect(list[0]).toBe('2026/秋 2026-10-20 → 2026-11-03');
  });

  it('workday n counts from the front, −n from the end; with fewer it is the last (first) one', async () => {
    const of = (workday: number) => dues({ workday, ...AT }, 'month', '2026-10-01', '2026-10-31');
    expect(await of(1)).toEqual(['2026-10 2026-10-08']);
    expect(await of(3)).toEqual(['2026-10 2026-10-10']); // a Saturday at work
    expect(await of(-1)).toEqual(['2026-10 2026-10-30']);
    expect(await of(60)).toEqual(['2026-10 2026-10-30']);
    expect(await of(-60)).toEqual(['2026-10 2026-10-08']);
  });

  it('workdayAfter counts after the last day of the period', async () => {
    expect(await dues({ workdayAfter: 1, ...AT }, 'month', '2026-09-01', '2026-09-30')).toEqual(['2026-09 2026-10-08']);
    expect(await dues({ workdayAfter: 3, ...AT }, 'month', '2026-09-01', '2026-09-30')).toEqual(['2026-09 2026-10-10']);
  });

  it.each([
    ['forward', '2026-10 2026-10-08'],
    ['back', '2026-10 2026-09-30'],
    ['none', '2026-10 2026-10-04'],
    [undefined, '2026-10 2026-10-04'],
  ] as const)('roll %s of a day off gives %s', async (roll, expected) => {
    const opens: DayRule = { day: 4, at: '00:00', ...(roll === undefined ? {} : { roll }) };
    const [text] = await openings({ opens, due: { lastDay: true, ...AT } }, '2026-09-30', '2026-10-31').then((list) =>
      list.filter((entry) => entry.startsWith('2026-10')),
    );
    expect(text?.replace(/ → .*/, '')).toBe(expected);
  });

  it('a roll leaves a workday where it is', async () => {
    expect(await dues({ day: 10, roll: 'back', ...AT }, 'month', '2026-10-01', '2026-10-31')).toEqual([
      '2026-10 2026-10-10',
    ]);
  });
});

describe('what opens', () => {
  it('is every period whose opening lies in the run, a period long past included', async () => {
    const more: Partial<Cadence> = {
      opens: { workdayAfter: 30, ...AT },
      due: { workdayAfter: 40, ...AT },
    };
    const list = await openings(more, '2026-03-01', '2026-03-31');
    expect(list.map((text) => text.slice(0, 7))).toEqual(['2026-01']);
  });

  it('may be due before it opens, as when both roll apart: then it is overdue at once', async () => {
    const opens = { lastDay: true, roll: 'forward', at: '09:00' } as const;
    const due = { lastDay: true, at: '17:30' } as const;
    const { lines, board } = await rehearsed({
      from: '2026-05-01',
      to: '2026-06-02',
      cadences: [cadence({ opens, due })],
    });
    expect(about(lines, '2026-05')).toEqual(['06-01T09:00 1 m 2026-05 opened, due 05-31T17:30']);
    expect(board[0]).toMatchObject({ light: 'red', overdueWorkdays: 2 });
  });
});

describe('the defaults', () => {
  it('report every month, inspect every quarter, debrief every half-year', async () => {
    const { lines } = await rehearsed({
      cadences: undefined,
      policies: undefined,
      from: '2026-06-01',
      to: '2026-06-30',
    });
    expect(about(lines, 'opened')).toEqual([
      '06-01T09:00 1 half-year-debrief 2026-H1 opened, due 07-07T17:30',
      '06-01T09:00 1 monthly-report 2026-06 opened, due 06-30T17:30',
      '06-01T09:00 1 quarterly-inspection 2026-Q2 opened, due 06-25T17:30',
    ]);
  });
});
