import { describe, expect, it } from 'vitest';
import { about, act, item, M1, policy, rehearsed, rung } from './lines.js';

const named = (lines: readonly string[]): string[] => lines.filter((text) => / r\d/.test(text));

describe('when a rung fires', () => {
  it('anchor due: while open, received or returned, not while submitted or suspended', async () => {
    const policies = policy([rung('slip')]);
    const slips = async (...behaviour: ReturnType<typeof act>[]) =>
      about((await rehearsed({ policies, behaviour })).lines, 'slip').length;
    expect(await slips()).toBe(1);
    expect(await slips(act('2026-03-03T10:00', 'receive', M1))).toBe(1);
    expect(await slips(act('2026-03-03T10:00', 'submit', M1), act('2026-03-04T10:00', 'return', M1))).toBe(1);
    expect(await slips(act('2026-03-03T10:00', 'submit', M1))).toBe(0);
    expect(await slips(act('2026-03-03T10:00', 'suspend', M1))).toBe(0);
  });

  it('anchor opened: only while not signed for', async () => {
    const policies = policy([rung('unsigned', { anchor: 'opened', offset: { workdays: 2 } })]);
    expect(named((await rehearsed({ policies })).lines)).toEqual([
      '03-04T09:00 1 m 2026-03 unsigned r1 to handler=承办1',
    ]);
    const signed = await rehearsed({ policies, behaviour: [act('2026-03-03T10:00', 'receive', M1)] });
    expect(named(signed.lines)).toEqual([]);
  });

  it('anchor returned: only while returned, counted from the latest return, once for each return', async () => {
    const policies = policy([rung('again', { anchor: 'returned', offset: { workdays: 1 } })]);
    const behaviour = [
      act('2026-03-03T10:00', 'submit', M1),
      act('2026-03-04T10:00', 'return', M1), // pressed on the 5th
      act('2026-03-06T10:00', 'submit', M1),
      act('2026-03-09T10:00', 'return', M1), // handed in again before the press of the 10th
      act('2026-03-10T08:00', 'submit', M1),
      act('2026-03-11T10:00', 'return', M1), // pressed on the 12th
    ];
    expect(named((await rehearsed({ policies, behaviour })).lines)).toEqual([
      '03-05T09:00 1 m 2026-03 again r1 to handler=承办1',
      '03-12T09:00 1 m 2026-03 again r1 to handler=承办1',
    ]);
  });

  it('at or before its planning it is dropped; a second later it fires', async () => {
    const policies = policy([
      rung('past', { offset: { workdays: -20 } }),
      rung('same', { offset: { workdays: -14 } }), // 2 March 09:00, the opening itself
      rung('after', { offset: { workdays: -14 }, at: '09:00:01' }),
    ]);
    expect(named((await rehearsed({ policies })).lines).map((text) => text.slice(0, 29))).toEqual([
      '03-02T09:00 1 m 2026-03 after',
    ]);
  });

  it('whose condition does not hold at its instant is spent for good', async () => {
    const policies = policy([rung('slip')]); // 23 March
    const behaviour = [act('2026-03-20T10:00', 'submit', M1), act('2026-03-24T10:00', 'return', M1)];
    expect(named((await rehearsed({ policies, behaviour })).lines)).toEqual([]);
  });

  it('several at one instant fire in the policy’s order, one notice each', async () => {
    const policies = policy([rung('z'), rung('a', { action: 'slip-red' }), rung('m', { action: 'list' })]);
    const { events } = await rehearsed({ policies });
    expect(events.flatMap((event) => (event.kind === 'notice' ? [`${event.rung} ${event.action}`] : []))).toEqual([
      'z remind',
      'a slip-red',
      'm list',
    ]);
  });
});

describe('a plan made afresh', () => {
  const policies = policy([
    rung('before', { offset: { workdays: -1 } }),
    rung('after'),
    rung('unsigned', { anchor: 'opened', offset: { workdays: 5 } }),
  ]);

  it('by extension: the new due counts, nothing of the old plan fires, the original due is kept', async () => {
    const behaviour = [act('2026-03-18T10:00', 'extend', M1, { newDue: '2026-03-25' })];
    const { lines, board } = await rehearsed({ policies, behaviour });
    expect(about(lines, 'before', 'after')).toEqual([
      '03-24T09:00 1 m 2026-03 before r2 to handler=承办1',
      '03-26T09:00 1 m 2026-03 after r2 to handler=承办1',
    ]);
    expect(board[0]).toMatchObject({ due: '2026-03-25T17:30:00+08:00', originalDue: '2026-03-20T17:30:00+08:00' });
  });

  it('fires an `opened` rung that is still to come, and never a second time', async () => {
    const early = await rehearsed({
      policies,
      behaviour: [act('2026-03-04T10:00', 'extend', M1, { newDue: '2026-03-25' })],
    });
    expect(about(early.lines, 'unsigned')).toEqual(['03-09T09:00 1 m 2026-03 unsigned r2 to handler=承办1']);
    const late = await rehearsed({
      policies,
      behaviour: [act('2026-03-10T10:00', 'extend', M1, { newDue: '2026-03-25' })],
    });
    expect(about(late.lines, 'unsigned')).toEqual(['03-09T09:00 1 m 2026-03 unsigned r1 to handler=承办1']);
  });

  it('by a due rung may fire once more for the next revision', async () => {
    const behaviour = [act('2026-03-19T10:00', 'extend', M1, { newDue: '2026-03-25' })];
    expect(about((await rehearsed({ policies, behaviour })).lines, 'before')).toEqual([
      '03-19T09:00 1 m 2026-03 before r1 to handler=承办1',
      '03-24T09:00 1 m 2026-03 before r2 to handler=承办1',
    ]);
  });

  it('a return leaves the other rungs as they were planned', async () => {
    const behaviour = [act('2026-03-05T10:00', 'submit', M1), act('2026-03-06T10:00', 'return', M1)];
    expect(about((await rehearsed({ policies, behaviour })).lines, 'before', 'after')).toEqual([
      '03-19T09:00 1 m 2026-03 before r1 to handler=承办1',
      '03-23T09:00 1 m 2026-03 after r1 to handler=承办1',
    ]);
  });
});

describe('an outage', () => {
  const outage = (at: string, until: string) => ({ at, do: 'outage' as const, until });
  const reminders = policy([
    rung('first', { offset: { workdays: -3 } }),
    rung('second', { offset: { workdays: -2 } }),
    rung('tie', { offset: { workdays: -2 }, action: 'press' }),
    rung('blue', { action: 'slip-blue' }),
    rung('red', { offset: { workdays: 2 }, action: 'slip-red' }),
  ]);
  const during = async (at: string, until: string) =>
    named((await rehearsed({ policies: reminders, behaviour: [outage(at, until)] })).lines).map((text) =>
      text.replace(' 1 m 2026-03', '').replace(/ to .*/, ''),
    );

  it('collapses missed reminders into the latest, on a tie the last in the policy’s order', async () => {
    expect(await during('2026-03-16T09:00', '2026-03-19T12:00')).toEqual([
      '03-19T12:00 tie r1 late',
      '03-23T09:00 blue r1',
      '03-24T09:00 red r1',
    ]);
  });

  it('into none once the due is past; no slip is skipped, in the order of their instants', async () => {
    expect(await during('2026-03-16T09:00', '2026-03-25T12:00')).toEqual([
      '03-25T12:00 blue r1 late',
      '03-25T12:00 red r1 late',
    ]);
  });

  it('that ends at the due itself still gives one', async () => {
    expect((await during('2026-03-16T09:00', '2026-03-20T17:30'))[0]).toBe('03-20T17:30 tie r1 late');
    expect((await during('2026-03-16T09:00', '2026-03-20T17:30:01'))[0]).toBe('03-23T09:00 blue r1');
  });

  it('is half-open: what is due at its end is in time, what is due at its beginning is missed', async () => {
    expect((await during('2026-03-16T09:00', '2026-03-17T09:00'))[0]).toBe('03-17T09:00 first r1');
    expect((await during('2026-03-17T09:00', '2026-03-17T10:00'))[0]).toBe('03-17T10:00 first r1 late');
  });

  it('overlapping or touching another is one with it', async () => {
    const behaviour = [
      outage('2026-03-18T10:00', '2026-03-19T12:00'),
      outage('2026-03-16T09:00', '2026-03-18T08:00'),
      outage('2026-03-18T08:00', '2026-03-18T11:00'),
    ];
    const { lines } = await rehearsed({ policies: reminders, behaviour });
    expect(named(lines)[0]).toContain('03-19T12:00 1 m 2026-03 tie r1 late');
    const apart = [outage('2026-03-16T09:00', '2026-03-17T10:00'), outage('2026-03-17T10:01', '2026-03-19T12:00')];
    expect(named((await rehearsed({ policies: reminders, behaviour: apart })).lines)[0]).toContain(
      '03-17T10:00 1 m 2026-03 first r1 late',
    );
  });

  it('opens missed rounds late with the due of a timely opening, plans at its end, and lets people act meanwhile', async () => {
    const policies = policy([
      rung('unsigned', { anchor: 'opened', offset: { workdays: 1 } }),
      rung('early', { offset: { workdays: -13 } }),
    ]);
    const behaviour = [outage('2026-03-01T10:00', '2026-03-10T12:00'), act('2026-03-03T10:00', 'receive', M1)];
    const { lines } = await rehearsed({ policies, behaviour });
    expect(lines).toEqual([
      '03-03T10:00 1 m 2026-03 receive refused NOT_OPEN',
      '03-10T12:00 1 m 2026-03 opened, due 03-20T17:30 late',
      '03-11T09:00 1 m 2026-03 unsigned r1 to handler=承办1', // from the real opening; the reminder of the 3rd is dropped
    ]);
  });

  it('opens what people cause at once', async () => {
    const behaviour = [
      outage('2026-03-03T10:00', '2026-03-20T12:00'),
      { at: '2026-03-04T10:00', do: 'issue-rectification' as const, project: 1, reason: '其他' },
    ];
    expect(about((await rehearsed({ behaviour })).lines, 'sign')).toEqual([
      '03-04T10:00 1 rectification 2026-1/sign opened, due 03-06T17:30',
    ]);
  });

  it('judges by the state at its end: what was handed in meanwhile is not slipped', async () => {
    const behaviour = [outage('2026-03-20T18:00', '2026-03-26T12:00'), act('2026-03-25T10:00', 'submit', M1)];
    expect(
      named((await rehearsed({ policies: reminders, behaviour })).lines).filter((text) => text.includes('late')),
    ).toEqual([]);
  });

  it('whose due has passed meanwhile opens overdue at once and fires nothing that was before its end', async () => {
    const behaviour = [outage('2026-03-01T10:00', '2026-03-23T12:00')];
    const { lines } = await rehearsed({ policies: reminders, behaviour, to: '2026-03-24' });
    expect(lines).toEqual([
      '03-23T12:00 1 m 2026-03 opened, due 03-20T17:30 late',
      '03-24T09:00 1 m 2026-03 red r1 to handler=承办1',
    ]);
  });

  it('that lasts beyond the end leaves the catching up undone', async () => {
    const { lines } = await rehearsed({
      policies: reminders,
      behaviour: [outage('2026-03-16T09:00', '2026-04-05T09:00')],
    });
    expect(named(lines)).toEqual([]);
  });
});

describe('posts', () => {
  const all = policy([
    rung('all', { to: ['handler', 'unit-head', 'deputy-leader', 'lead-leader'] }),
    rung('office', { to: ['office', 'unit-head'] }),
    rung('full', { to: ['handler', 'lead-leader'] }),
  ]);

  it('without a holder print null, and the office is appended once, unless it is there already', async () => {
    expect(named((await rehearsed({ policies: all })).lines).map((text) => text.replace(/.* to /, ''))).toEqual([
      'handler=承办1 unit-head=∅ deputy-leader=钱某 lead-leader=赵某 office=∅',
      'office=∅ unit-head=∅',
      'handler=承办1 lead-leader=赵某',
    ]);
  });

  it('a handler that the ledger leaves out is a vacant post', async () => {
    const { lines } = await rehearsed({ policies: policy([rung('r')]), items: [item(1, { handler: null })] });
    expect(named(lines)[0]).toContain('to handler=∅ office=∅');
  });

  it('are resolved when the notice is written, for this project only; null vacates', async () => {
    const policies = policy([
      rung('one', { offset: { workdays: -2 }, to: ['lead-leader'] }),
      rung('two', { offset: { workdays: -1 }, to: ['lead-leader'] }),
      rung('three', { to: ['lead-leader'] }),
    ]);
    const appoint = (at: string, post: 'lead-leader' | 'office', name: string | null) => ({
      at,
      do: 'appoint' as const,
      project: 1,
      post,
      name,
    });
    const behaviour = [
      appoint('2026-03-18T09:00', 'lead-leader', '新任'), // at the instant of the rung: people come first
      appoint('2026-03-19T12:00', 'lead-leader', null),
      appoint('2026-03-19T12:00', 'office', '督办员'),
    ];
    const { lines } = await rehearsed({ policies, behaviour, items: [item(1), item(2)] });
    expect(named(lines).map((text) => text.replace(/m 2026-03 | r1 to/g, ''))).toEqual([
      '03-18T09:00 1 one lead-leader=新任',
      '03-18T09:00 2 one lead-leader=赵某',
      '03-19T09:00 1 two lead-leader=新任',
      '03-19T09:00 2 two lead-leader=赵某',
      '03-23T09:00 1 three lead-leader=∅ office=督办员',
      '03-23T09:00 2 three lead-leader=赵某',
    ]);
  });
});
