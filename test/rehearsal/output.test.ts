import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../model/types.js';
import { act, cadence, item, M1, policy, rehearsed, rung } from './lines.js';

const slot = (project: number, key = 'm', period = '2026-03') => ({ project, cadence: key, period });

describe('events', () => {
  it('come by instant, then project, cadence and period by code point with null first, then as they happened', async () => {
    const cadences = ['b', 'Z', '月', 'a', '𠀀', '﹒'].map((key) => cadence({ key }));
    const behaviour: Behaviour[] = [
      { at: '2026-03-02T09:00', do: 'close-project', project: 3 },
      { at: '2026-03-02T09:00', do: 'close-project', project: 3 },
      act('2026-03-02T09:00', 'receive', slot(2, 'b')),
    ];
    const { events } = await rehearsed({ cadences, behaviour, items: [item(1), item(2), item(3)] });
    expect(events.map(({ project, cadence: key, kind }) => `${project} ${key} ${kind}`)).toEqual([
      ...['Z', 'a', 'b', '月', '﹒', '𠀀'].map((key) => `1 ${key} opened`),
      '2 Z opened',
      '2 a opened',
      '2 b refused',
      '2 b opened',
      '2 月 opened',
      '2 ﹒ opened',
      '2 𠀀 opened',
      '3 null refused',
    ]);
  });

  it('hold exactly the fields of their kind', async () => {
    const policies = policy([rung('blue', { action: 'slip-blue', to: ['handler'] })]);
    const behaviour = [act('2026-03-03T10:00', 'receive', M1), act('2026-03-04T10:00', 'accept', M1)];
    const { events } = await rehearsed({ policies, behaviour });
    const common = { project: 1, cadence: 'm', period: '2026-03' };
    const due = '2026-03-20T17:30:00+08:00';
    expect(events).toEqual([
      { at: '2026-03-02T09:00:00+08:00', kind: 'opened', ...common, due, provisional: false, late: false },
      { at: '2026-03-03T10:00:00+08:00', kind: 'moved', ...common, from: 'open', to: 'received', due },
      { at: '2026-03-04T10:00:00+08:00', kind: 'refused', ...common, do: 'accept', code: 'WRONG_STATE' },
      {
        at: '2026-03-23T09:00:00+08:00',
        kind: 'notice',
        ...common,
        rung: 'blue',
        action: 'slip-blue',
        to: [{ post: 'handler', name: '承办1' }],
        due,
        dueRevision: 1,
        late: false,
      },
    ]);
  });

  it('of equal instants keep the order of the file', async () => {
    const at = '2026-03-03T10:00';
    const { events } = await rehearsed({
      behaviour: [act(at, 'accept', M1), act(at, 'submit', M1), act(at, 'accept', M1)],
    });
    expect(events.slice(1).map((event) => (event.kind === 'moved' ? event.to : event.kind))).toEqual([
      'refused',
      'submitted',
      'accepted',
    ]);
  });
});

describe('the board', () => {
  it('holds what has opened and not ended, by project, cadence and period', async () => {
    const { board } = await rehearsed({
      items: [item(2), item(1)].sort((a, b) => a.number - b.number),
      cadences: [cadence({ key: 'b' }), cadence({ key: 'a' })],
      to: '2026-04-10',
      behaviour: [act('2026-03-03T10:00', 'submit', slot(1, 'a')), act('2026-03-04T10:00', 'accept', slot(1, 'a'))],
    });
    expect(board.map(({ project, cadence: key, period }) => `${project} ${key} ${period}`)).toEqual([
      '1 a 2026-04',
      '1 b 2026-03',
      '1 b 2026-04',
      '2 a 2026-03',
      '2 a 2026-04',
      '2 b 2026-03',
      '2 b 2026-04',
    ]);
  });

  const light = async (to: string, more: object = {}): Promise<string> => {
    const { board } = await rehearsed({ to, ...more });
    return `${board[0]!.light} ${board[0]!.overdueWorkdays}`;
  };

  it('is green, yellow from 00:00 three workdays before the due day, red once past it', async () => {
    expect(await light('2026-03-16')).toBe('green 0');
    expect(await light('2026-03-17')).toBe('yellow 0');
    expect(await light('2026-03-20')).toBe('red 0'); // 23:59:59 is past 17:30; no workday after it yet
    expect(await light('2026-03-22')).toBe('red 0');
    expect(await light('2026-03-24')).toBe('red 2');
  });

  it('turns yellow where the policy says so', async () => {
    const policies = (yellow: object) => ({ policies: policy([], { lights: { yellow } }) });
    expect(await light('2026-03-12', policies({ workdays: -5 }))).toBe('green 0');
    expect(await light('2026-03-13', policies({ workdays: -5 }))).toBe('yellow 0');
    expect(await light('2026-03-14', policies({ days: -5 }))).toBe('yellow 0'); // Sunday the 15th rolls back to the 13th
    expect(await light('2026-03-12', policies({ days: -5 }))).toBe('green 0');
    expect(await light('2026-03-18', policies({ hours: -41.49 }))).toBe('green 0'); // from 00:00:36 on the 19th
    expect(await light('2026-03-18', policies({ hours: -41.51 }))).toBe('yellow 0');
  });

  it('is blue when submitted, though late', async () => {
    expect(await light('2026-03-25', { behaviour: [act('2026-03-24T10:00', 'submit', M1)] })).toBe('blue 0');
  });

  it('is red for a late one that was returned', async () => {
    const behaviour = [act('2026-03-10T10:00', 'submit', M1), act('2026-03-24T10:00', 'return', M1)];
    expect(await light('2026-03-25', { behaviour })).toBe('red 3');
  });
});

describe('rates', () => {
  it('give every unit in the order of the ledger, with a dash where nothing is due', async () => {
    const items = [
      item(1, { responsibleUnit: '乙单位' }),
      item(2, { responsibleUnit: '甲单位' }),
      item(3, { responsibleUnit: '乙单位' }),
    ];
    const behaviour = [
      act('2026-03-03T10:00', 'submit', slot(1)),
      { at: '2026-03-03T10:00', do: 'close-project' as const, project: 2 },
    ];
    expect((await rehearsed({ items, behaviour })).rates).toEqual([
      { unit: '乙单位', due: 2, onTime: 1, onTimeOriginal: 1, rate: '50.0%', rateOriginal: '50.0%' },
      { unit: '甲单位', due: 0, onTime: 0, onTimeOriginal: 0, rate: '—', rateOriginal: '—' },
    ]);
  });

  it('count what is due at the very end, and not what is due later', async () => {
    const at = (due: string) => ({ cadences: [cadence({ due: { day: 31, at: due } })] });
    expect((await rehearsed(at('23:59'))).rates[0]?.due).toBe(1);
    expect((await rehearsed({ ...at('17:30'), to: '2026-03-30' })).rates[0]?.due).toBe(0);
  });

  it('judge by the latest submission, and by none that has been returned since', async () => {
    const rate = async (...behaviour: Behaviour[]) => (await rehearsed({ behaviour })).rates[0]!;
    const inTime = act('2026-03-10T10:00', 'submit', M1);
    const back = act('2026-03-11T10:00', 'return', M1);
    expect((await rate(inTime)).onTime).toBe(1);
    expect((await rate(inTime, back)).onTime).toBe(0);
    expect((await rate(inTime, back, act('2026-03-23T10:00', 'submit', M1))).onTime).toBe(0);
    expect((await rate(inTime, back, act('2026-03-19T10:00', 'submit', M1))).onTime).toBe(1);
  });

  it('count an extension for the present due and not for the original one', async () => {
    const behaviour = [
      act('2026-03-10T10:00', 'extend', M1, { newDue: '2026-03-25' }),
      act('2026-03-24T10:00', 'submit', M1),
    ];
    expect((await rehearsed({ behaviour })).rates[0]).toMatchObject({
      onTime: 1,
      onTimeOriginal: 0,
      rateOriginal: '0.0%',
    });
  });

  it('leave out rectification and take in completions', async () => {
    const items = [item(1, { deadline: '2026-03-10' })];
    const behaviour: Behaviour[] = [{ at: '2026-03-02T10:00', do: 'issue-rectification', project: 1, reason: '其他' }];
    expect((await rehearsed({ items, behaviour })).rates[0]?.due).toBe(2);
  });

  it('have one decimal, half up', async () => {
    const items = Array.from({ length: 16 }, (_, i) => item(i + 1));
    const behaviour = [1, 2, 3].map((project) => act('2026-03-03T10:00', 'submit', slot(project)));
    expect((await rehearsed({ items, behaviour })).rates[0]?.rate).toBe('18.8%'); // 18.75
  });
});
