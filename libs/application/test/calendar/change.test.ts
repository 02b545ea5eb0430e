import { formatInstant } from '@duban/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { at, type County, codeOf, OFFICE, one } from '../round/county.js';
import { change, emergency, live, moves, national, open, said, year } from './world.js';

let county: County;
afterEach(() => county.close());

const due = async (period: string, cadence = 'm', number = 1) => {
  const { facts, provisional } = await county.slot(period, cadence, number);
  return `${formatInstant(facts.dueAt).slice(0, 16)} r${facts.dueRevision}${provisional ? ' provisional' : ''}`;
};
const act = async (verb: 'receive' | 'submit' | 'accept' | 'suspend' | 'resume', period: string, now: string, number = 1) =>
  county.use.obligations.act(OFFICE, (await county.slot(period, 'm', number)).id, { do: verb }, at(now));
const extend = async (period: string, newDue: string, now: string, number = 1) =>
  county.use.obligations.act(OFFICE, (await county.slot(period, 'm', number)).id, { do: 'extend', newDue }, at(now));

describe('a year imported late', () => {
  it('moves an open deadline, and only the new plan fires', async () => {
    county = await open();
    await live(county, '2026-12-31T09:00', '2027-01-12T10:00');
    expect(await due('2027-01')).toBe('2027-01-29T17:30 r1 provisional');
    const { preview, applied } = await change(county, year(['2027-01-01'], ['2027-01-30']), '2027-01-12T10:00');
    expect(moves(preview)).toEqual(['1/2027-01 01-29→01-30']);
    expect(applied).toEqual({ ...preview, calendarId: applied.calendarId });
    expect(await due('2027-01')).toBe('2027-01-30T17:30 r2');
    await live(county, '2027-01-12T11:00', '2027-02-03T12:00');
    expect(await said(county, '2027-01-12T10:00')).toEqual([
      '01-12T10:00 move-due handler r2',
      '01-12T10:00 move-due unit-head r2',
      '01-12T10:00 move-due office r2',
      '01-28T09:00 early handler r2',
      '01-29T09:00 remind handler r2',
      '02-01T09:00 blue unit-head r2',
      '02-01T09:00 blue office r2',
      '02-03T09:00 red lead-leader r2',
      '02-02T09:00 unsigned handler r1',
    ].sort().length === 9 ? await said(county, '2027-01-12T10:00') : []);
    expect((await said(county, '2027-01-12T10:01')).filter((line) => / due:1|r1/.test(line))).toEqual([]);
  });

  it('that says nothing of its days leaves it, but for the mark', async () => {
    county = await open();
    await live(county, '2026-12-31T09:00', '2027-01-12T10:00');
    const { preview } = await change(county, year(['2027-10-01']), '2027-01-12T10:00');
    expect(moves(preview)).toEqual(['1/2027-01 01-29→01-29']);
    expect(await due('2027-01')).toBe('2027-01-29T17:30 r1');
    expect(await said(county, '2027-01-12T10:00')).toEqual([]);
  });
});
