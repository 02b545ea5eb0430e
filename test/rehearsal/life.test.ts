import { describe, expect, it } from 'vitest';
import type { Behaviour } from '../model/types.js';
import { about, act, DONE1, item, M1, policy, rehearsed, rung } from './lines.js';

/** What became of acts on one report: `verb from>to` or `verb CODE`, openings left out. */
async function acts(behaviour: Behaviour[], more: object = {}): Promise<string[]> {
  const { events } = await rehearsed({ behaviour, ...more });
  return events.flatMap((event) => {
    if (event.kind === 'moved') return [`${event.from}>${event.to}`];
    return event.kind === 'refused' ? [`${event.do} ${event.code}`] : [];
  });
}

const on = (day: number, verb: Behaviour['do'], more: Partial<Behaviour> = {}): Behaviour =>
  act(`2026-03-${String(day).padStart(2, '0')}T10:00`, verb, M1, more);
const close = (at: string): Behaviour => ({ at, do: 'close-project', project: 1 });

describe('moves', () => {
  it('go open, received, submitted, accepted', async () => {
    expect(await acts([on(3, 'receive'), on(4, 'submit'), on(5, 'accept')])).toEqual([
      'open>received',
      'received>submitted',
      'submitted>accepted',
    ]);
  });

  it('submitting without receiving is one move', async () => {
    expect(await acts([on(3, 'submit')])).toEqual(['open>submitted']);
  });

  it('a returned one may be submitted again', async () => {
    expect(await acts([on(3, 'submit'), on(4, 'return'), on(5, 'submit'), on(6, 'accept')])).toEqual([
      'open>submitted',
      'submitted>returned',
      'returned>submitted',
      'submitted>accepted',
    ]);
  });

  it.each<[string, Behaviour[], string]>([
    ['receive twice', [on(3, 'receive'), on(4, 'receive')], 'receive WRONG_STATE'],
    ['receive after submit', [on(3, 'submit'), on(4, 'receive')], 'receive WRONG_STATE'],
    ['submit twice', [on(3, 'submit'), on(4, 'submit')], 'submit WRONG_STATE'],
    ['accept what was not submitted', [on(3, 'receive'), on(4, 'accept')], 'accept WRONG_STATE'],
    ['return what was not submitted', [on(4, 'return')], 'return WRONG_STATE'],
    ['anything after accept', [on(3, 'submit'), on(4, 'accept'), on(5, 'return')], 'return WRONG_STATE'],
    ['extend while submitted', [on(3, 'submit'), on(4, 'extend', { newDue: '2026-03-25' })], 'extend WRONG_STATE'],
    ['suspend while suspended', [on(3, 'suspend'), on(4, 'suspend')], 'suspend WRONG_STATE'],
    ['resume what goes on', [on(3, 'resume')], 'resume WRONG_STATE'],
    ['submit while suspended', [on(3, 'suspend'), on(4, 'submit')], 'submit WRONG_STATE'],
  ])('%s is refused', async (_, behaviour, expected) => {
    expect((await acts(behaviour)).at(-1)).toBe(expected);
  });
});

describe('refusals, in their order', () => {
  it('what has not opened comes before all else', async () => {
    const never = act('2026-03-05T10:00', 'accept', { ...M1, period: '2026-09' });
    const before = { ...never, period: '2025-01' };
    expect(await acts([never, before, close('2026-03-04T10:00')])).toContain('accept NOT_OPEN');
    expect((await acts([close('2026-03-04T10:00'), never, before])).slice(-2)).toEqual([
      'accept NOT_OPEN',
      'accept NOT_OPEN',
    ]);
  });

  it('a closed project comes before the state, the state before the due, the due before the new day', async () => {
    expect((await acts([close('2026-03-04T10:00'), on(5, 'accept')])).at(-1)).toBe('accept PROJECT_CLOSED');
    expect((await acts([on(3, 'submit'), on(23, 'extend', { newDue: '2026-03-01' })])).at(-1)).toBe(
      'extend WRONG_STATE',
    );
    expect(await acts([on(23, 'extend', { newDue: '2026-03-01' })])).toEqual(['extend PAST_DUE']);
    expect(await acts([on(19, 'extend', { newDue: '2026-03-20' })])).toEqual(['extend NOT_LATER']);
  });

  it('print a null cadence and period for acts on a project', async () => {
    const { events } = await rehearsed({ behaviour: [close('2026-03-04T10:00'), close('2026-03-05T10:00')] });
    expect(events.at(-1)).toEqual({
      at: '2026-03-05T10:00:00+08:00',
      kind: 'refused',
      project: 1,
      cadence: null,
      period: null,
      do: 'close-project',
      code: 'PROJECT_CLOSED',
    });
  });

  it('change nothing', async () => {
    const refused = [on(4, 'return'), on(23, 'suspend'), on(23, 'extend', { newDue: '2026-03-30' })];
    const { board } = await rehearsed({ behaviour: refused });
    expect(board).toEqual((await rehearsed({})).board);
  });
});

describe('extension', () => {
  it('is taken at the due instant itself and not a second later; the day is taken as given, the time stays', async () => {
    const extend = (at: string): Behaviour => act(at, 'extend', M1, { newDue: '2026-03-28' }); // a Saturday
    const { lines } = await rehearsed({ behaviour: [extend('2026-03-20T17:30')] });
    expect(about(lines, '>')).toEqual(['03-20T17:30 1 m 2026-03 open > open, due 03-28T17:30']);
    expect(await acts([extend('2026-03-20T17:30:01')])).toEqual(['extend PAST_DUE']);
  });

  it('leaves the state, also a returned one', async () => {
    const behaviour = [on(3, 'submit'), on(4, 'return'), on(5, 'extend', { newDue: '2026-03-25' })];
    expect((await acts(behaviour)).at(-1)).toBe('returned>returned');
  });
});

describe('suspension', () => {
  const resumedDue = async (suspend: string, resume: string): Promise<string> => {
    const behaviour = [act(suspend, 'suspend', M1), act(resume, 'resume', M1)];
    const { lines } = await rehearsed({ behaviour, to: '2026-04-30' });
    return about(lines, 'suspended > open')[0]?.slice(-11) ?? '';
  };

  it('gives back the workdays after its day up to the due, after the day of resumption', async () => {
    expect(await resumedDue('2026-03-18T10:00', '2026-03-25T10:00')).toBe('03-27T17:30'); // 19, 20 → 26, 27
    expect(await resumedDue('2026-03-18T10:00', '2026-04-03T10:00')).toBe('04-08T17:30'); // over 4 to 6 April: 7, 8
  });

  it('with none left means the day of resumption itself, whatever day it is', async () => {
    expect(await resumedDue('2026-03-20T10:00', '2026-03-28T10:00')).toBe('03-28T17:30'); // a Saturday
  });

  it('may be asked for at the due instant, not after it', async () => {
    expect(await acts([act('2026-03-20T17:30', 'suspend', M1)])).toEqual(['open>suspended']);
    expect(await acts([act('2026-03-20T17:30:01', 'suspend', M1)])).toEqual(['suspend PAST_DUE']);
  });

  it('restores the state before it and makes the plan afresh', async () => {
    const policies = policy([rung('remind', { offset: { workdays: -1 } }), rung('again', { anchor: 'returned' })]);
    const behaviour = [on(3, 'submit'), on(4, 'return'), on(4, 'suspend'), on(18, 'resume')];
    const { lines } = await rehearsed({ policies, behaviour });
    expect(about(lines, 'suspended', 'again', 'remind')).toEqual([
      '03-04T10:00 1 m 2026-03 returned > suspended, due 03-20T17:30',
      '03-18T10:00 1 m 2026-03 suspended > returned, due 04-03T17:30', // 12 workdays; the press of the 5th is dropped
    ]);
  });

  it('is grey on the board and out of the rates', async () => {
    const { board, rates } = await rehearsed({ behaviour: [on(18, 'suspend')] });
    expect(board[0]).toMatchObject({ state: 'suspended', light: 'grey', overdueWorkdays: 0 });
    expect(rates[0]).toMatchObject({ due: 0, rate: '—' });
  });
});

describe('closing a project', () => {
  it('cancels what is open, received, returned or suspended and leaves what was submitted to be accepted', async () => {
    const items = [item(1, { deadline: '2026-03-31' })];
    const behaviour = [
      on(3, 'submit'),
      close('2026-03-04T10:00'),
      on(5, 'accept'),
      act('2026-03-05T11:00', 'submit', DONE1),
    ];
    const { lines } = await rehearsed({ items, behaviour });
    expect(about(lines, '>', 'refused')).toEqual([
      '03-03T10:00 1 m 2026-03 open > submitted, due 03-20T17:30',
      '03-04T10:00 1 completion - open > cancelled, due 03-31T17:30',
      '03-05T10:00 1 m 2026-03 submitted > accepted, due 03-20T17:30',
      '03-05T11:00 1 completion - submit refused PROJECT_CLOSED',
    ]);
  });

  it('refuses to return what was submitted', async () => {
    expect((await acts([on(3, 'submit'), close('2026-03-04T10:00'), on(5, 'return')])).at(-1)).toBe(
      'return PROJECT_CLOSED',
    );
  });

  it('cancels a suspended one', async () => {
    expect((await acts([on(3, 'suspend'), close('2026-03-04T10:00')])).at(-1)).toBe('suspended>cancelled');
  });

  it('lets people still be appointed', async () => {
    const appoint: Behaviour = { at: '2026-03-05T10:00', do: 'appoint', project: 1, post: 'office', name: '某' };
    expect(await acts([close('2026-03-04T10:00'), appoint])).toEqual(['open>cancelled']);
  });

  it('ends its rounds, not its neighbour’s', async () => {
    const { lines } = await rehearsed({
      items: [item(1), item(2)],
      to: '2026-04-30',
      behaviour: [close('2026-03-04T10:00')],
    });
    expect(about(lines, '2026-04')).toEqual(['04-01T09:00 2 m 2026-04 opened, due 04-20T17:30']);
  });
});
