import { afterEach, describe, expect, it } from 'vitest';
import { at, County, OFFICE, one } from './county.js';

let county: County;
afterEach(() => county.close());

describe('a wake', () => {
  it('within the grace of its rung fires as on time, at the rung’s own instant', async () => {
    county = await County.open({ graceMs: 60_000 });
    await county.advanceAll('2026-03-02T09:00:20');
    await county.advanceAll('2026-03-03T09:00:50');
    expect(await county.notices()).toEqual(['unsigned handler']);
    const rows: { at: Date }[] = await county.dataSource.query('SELECT at FROM notice');
    expect(one(rows).at.getTime()).toBe(at('2026-03-03T09:00'));
  });

  it('beyond the grace fires marked late, at the instant of the wake', async () => {
    county = await County.open({ graceMs: 60_000 });
    await county.advanceAll('2026-03-02T09:00:20');
    await county.advanceAll('2026-03-03T09:01:01');
    expect(await county.notices()).toEqual(['unsigned handler late']);
    const rows: { at: Date; rung_at: Date }[] = await county.dataSource.query('SELECT at, rung_at FROM notice');
    expect(one(rows).at.getTime()).toBe(at('2026-03-03T09:01:01'));
    expect(one(rows).rung_at.getTime()).toBe(at('2026-03-03T09:00'));
  });

  it('a millisecond too early fires nothing and names the same next wake', async () => {
    county = await County.open();
    await county.advanceAll('2026-03-02T09:00');
    const clock = one(await county.clocks());
    const early = await county.use.engine.advanceClock(clock, at('2026-03-03T09:00') - 1);
    expect(early).toEqual({ nextWakeAt: at('2026-03-03T09:00'), closed: false, effectIds: [] });
    expect(await county.notices()).toEqual([]);
  });

  it('repeated at the same instant changes nothing and hands out the same effects', async () => {
    county = await County.open();
    await county.advanceAll('2026-03-02T09:00');
    const clock = one(await county.clocks());
    const first = await county.use.engine.advanceClock(clock, at('2026-03-03T09:00'));
    const before = await county.fingerprint();
    expect(await county.use.engine.advanceClock(clock, at('2026-03-03T09:00'))).toEqual(first);
    expect(await county.fingerprint()).toBe(before);
    expect(first.effectIds).toHaveLength(1);
  });

  it('of a clock that is not in the record is closed and writes nothing', async () => {
    county = await County.open();
    const result = await county.use.engine.advanceClock(9_999, at('2026-03-03T09:00'));
    expect(result).toEqual({ nextWakeAt: null, closed: true, effectIds: [] });
  });
});

describe('a wake after long silence', () => {
  it('before the due collapses the missed reminders into the latest', async () => {
    county = await County.open({ graceMs: 60_000 });
    await county.advanceAll('2026-03-02T09:00');
    await county.advanceAll('2026-03-19T12:00');
    expect(await county.notices()).toEqual(['remind handler late']);
  });

  it('after the due drops the reminders and skips no slip', async () => {
    county = await County.open({ graceMs: 60_000 });
    await county.advanceAll('2026-03-02T09:00');
    await county.advanceAll('2026-03-26T12:00');
    expect(await county.notices()).toEqual(['blue unit-head late', 'blue office late', 'red lead-leader late']);
  });

  it('and once more fires nothing twice', async () => {
    county = await County.open({ graceMs: 60_000 });
    await county.advanceAll('2026-03-02T09:00');
    for (const now of ['2026-03-26T12:00', '2026-03-26T12:01', '2026-03-27T09:00', '2026-03-28T09:00']) {
      await county.advanceAll(now);
    }
    expect((await county.notices()).filter((line) => line.startsWith('case'))).toEqual(['case office']);
    expect((await county.notices()).filter((line) => line.endsWith('!'))).toEqual([]);
  });
});

describe('an act between the instant of a rung and its wake', () => {
  it('spends the rung: a report handed in before the wake is not slipped', async () => {
    county = await County.open({ graceMs: 60_000 });
    await county.advanceAll('2026-03-02T09:00');
    await county.advanceAll('2026-03-19T09:00');
    const slot = await county.slot('2026-03');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, at('2026-03-23T09:00:05'));
    await county.advanceAll('2026-03-23T09:00:10');
    expect((await county.notices()).filter((line) => line.startsWith('blue'))).toEqual([]);
  });

  it('that only receives does not: the slip fires', async () => {
    county = await County.open({ graceMs: 60_000 });
    await county.advanceAll('2026-03-02T09:00');
    await county.advanceAll('2026-03-19T09:00');
    const slot = await county.slot('2026-03');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'receive' }, at('2026-03-23T09:00:05'));
    await county.advanceAll('2026-03-23T09:00:10');
    expect((await county.notices()).filter((line) => line.startsWith('blue'))).toEqual([
      'blue unit-head',
      'blue office',
    ]);
  });
});

describe('a clock', () => {
  it('closes when nothing in it can move any more', async () => {
    county = await County.open();
    await county.advanceAll('2026-03-02T09:00');
    const slot = await county.slot('2026-03');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'submit' }, at('2026-03-02T10:00'));
    await county.use.obligations.act(OFFICE, slot.id, { do: 'accept' }, at('2026-03-02T11:00'));
    const result = await county.use.engine.advanceClock(slot.clockId, at('2026-03-02T11:00'));
    expect(result.closed).toBe(true);
  });

  it('stays open while a suspended obligation may come back', async () => {
    county = await County.open();
    await county.advanceAll('2026-03-02T09:00');
    const slot = await county.slot('2026-03');
    await county.use.obligations.act(OFFICE, slot.id, { do: 'suspend' }, at('2026-03-02T10:00'));
    const result = await county.use.engine.advanceClock(slot.clockId, at('2026-03-28T09:00'));
    expect(result).toEqual({ nextWakeAt: null, closed: false, effectIds: [] });
  });
});
