import { Rules, retrySetAside } from '@duban/application';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { at, type County, codeOf, OFFICE, one } from '../round/county.js';
import { change, emergency, live, moves, national, open, year } from './world.js';

// January 2027 is open with three reports, each due on its last workday, the 29th; its holidays are not published.
const NOW = '2027-01-12T10:00';
let county: County;
beforeEach(async () => {
  county = await open({ projects: 3 });
  await live(county, '2026-12-31T18:00', NOW);
});
afterEach(() => county.close());

async function damage(number: number, column: string, value: string): Promise<number> {
  const { id } = await county.slot('2027-01', 'm', number);
  await county.dataSource.query(`UPDATE obligation SET ${column} = ${value} WHERE id = $1`, [id]);
  return id;
}
const setAsides = (): Promise<{ id: number; obligation: number }[]> =>
  county.dataSource.query('SELECT id, obligation_id AS obligation FROM set_aside WHERE resolved_at IS NULL');
const acts = (): Promise<unknown[]> => county.dataSource.query(`SELECT 1 FROM history WHERE act = 'set-aside'`);
const dueOf = async (id: number): Promise<string> => {
  const rows: { due: string }[] = await county.dataSource.query(
    `SELECT (due_at AT TIME ZONE 'Asia/Shanghai')::text AS due FROM obligation WHERE id = $1`,
    [id],
  );
  return one(rows).due;
};
const JANUARY_30 = year(['2027-01-01'], ['2027-01-30']);

describe('an obligation that a changed calendar cannot be applied to', () => {
  it.each([
    ['swept_to', `'infinity'`],
    ['next_wake_at', `'-infinity'`],
    ['yellow_at', `'294276-12-31T00:00:00Z'`],
    ['spent_rungs', `'7'`],
  ])('for its %s is named and set aside, and the change goes through for the rest', async (column, value) => {
    const bad = await damage(2, column, value);
    const { preview, applied } = await change(county, JANUARY_30, NOW);
    expect(moves(applied)).toEqual(['1/2027-01 01-29→01-30', '3/2027-01 01-29→01-30']);
    expect(applied.setAside).toEqual([
      {
        obligationId: bad,
        programmeId: county.programmeId,
        projectId: await county.projectId(2),
        projectTitle: '事项2',
        cadence: 'm',
        period: '2027-01',
        reason: expect.any(String),
      },
    ]);
    expect(preview.setAside).toEqual(applied.setAside);
    expect(await setAsides()).toMatchObject([{ obligation: bad }]);
    expect(await acts()).toHaveLength(1);
    expect(await dueOf(bad)).toBe('2027-01-29 17:30:00');
    const woken = await county.dataSource.query('SELECT next_wake_at AS at FROM obligation WHERE id = $1', [bad]);
    expect(woken).toEqual([{ at: null }]);
  });

  it('in a preview is only named: nothing is written', async () => {
    const bad = await damage(2, 'swept_to', `'infinity'`);
    const before = await county.fingerprint();
    const request = { calendarId: await national(county), change: JANUARY_30, reason: '按通知调整' };
    const preview = await county.use.calendars.preview(request, at(NOW));
    expect(preview.setAside.map(({ obligationId }) => obligationId)).toEqual([bad]);
    expect(await county.fingerprint()).toBe(before);
  });

  it('is set aside once, and named at every change, until it is mended; then it moves with the next', async () => {
    const bad = await damage(2, 'swept_to', `'infinity'`);
    await change(county, JANUARY_30, NOW);
    const again = await change(county, emergency(['2027-01-30']), '2027-01-12T11:00');
    expect(again.applied.setAside).toHaveLength(1);
    expect([(await setAsides()).length, (await acts()).length]).toEqual([1, 1]);
    await county.dataSource.query('UPDATE obligation SET swept_to = planned_at WHERE id = $1', [bad]);
    await retrySetAside(county.dataSource, new Rules(), OFFICE, one(await setAsides()).id, at('2027-01-12T12:00'));
    const mended = await change(county, emergency(['2027-01-29']), '2027-01-12T13:00');
    expect(mended.applied.setAside).toEqual([]);
    expect(moves(mended.applied)).toContain('2/2027-01 01-29→01-28');
  });

  it('of a programme whose next opening cannot be read is moved like any other', async () => {
    await county.dataSource.query(`UPDATE programme SET next_opening_at = 'infinity'`);
    const { applied } = await change(county, JANUARY_30, NOW);
    expect([applied.dues.length, applied.setAside]).toEqual([3, []]);
  });
});

describe('an obligation that can be worked out today', () => {
  it('is not passed over: a change under which it cannot be is refused, and nothing is written', async () => {
    const all = Array.from({ length: 31 }, (_, day) => `2027-01-${String(day + 1).padStart(2, '0')}`);
    const before = await county.fingerprint();
    expect(await codeOf(change(county, year(all), NOW))).toBe('CALENDAR_INVALID');
    expect(await county.fingerprint()).toBe(before);
  });

  it('moves, and nothing is set aside', async () => {
    const { applied } = await change(county, JANUARY_30, NOW);
    expect([applied.dues.length, applied.setAside, await setAsides()]).toEqual([3, [], []]);
  });
});
