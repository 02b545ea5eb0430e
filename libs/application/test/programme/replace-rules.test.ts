import { readRules, replaceRules } from '@duban/application';
import { type Cadence, formatInstant, type Policy } from '@duban/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { at, County, MONTHLY, OFFICE } from '../round/county.js';

let county: County;
afterEach(() => county.close());

const replace = async (
  given: { policies?: Policy[]; cadences?: Cadence[] },
  now: string,
  graceMs = 0,
): Promise<void> => {
  const { revision } = await readRules(county.dataSource.manager, county.programmeId);
  await replaceRules(county.dataSource, OFFICE, county.programmeId, { revision, ...given }, at(now), graceMs);
};
const QUICK: Policy = {
  key: 'p',
  rungs: [
    { key: 'quick', anchor: 'due', offset: { workdays: 1 }, at: '10:00', action: 'slip-red', to: ['lead-leader'] },
  ],
};

describe('a new version of the rules, after the launch', () => {
  it('holds for rounds that open later; those that are open keep theirs', async () => {
    county = await County.open({ launchAt: '2026-03-01T08:00' });
    await county.advanceAll('2026-03-02T09:00');
    await replace({ policies: [QUICK] }, '2026-03-10T10:00');
    for (const now of ['2026-03-23T12:00', '2026-04-01T09:00', '2026-04-21T12:00']) await county.advanceAll(now);
    const said: { period: string; rung: string }[] = await county.dataSource.query(
      `SELECT DISTINCT o.period_key AS period, n.rung_key AS rung FROM notice n JOIN obligation o ON o.id = n.obligation_id
       WHERE n.action LIKE 'slip-%' ORDER BY 1, 2`,
    );
    expect(said).toEqual([
      { period: '2026-03', rung: 'blue' },
      { period: '2026-03', rung: 'red' },
      { period: '2026-04', rung: 'quick' },
    ]);
  });

  it.each([
    [60_000, true],
    [120_000, false],
  ])(
    'opens what is two minutes behind as late or not by the grace of this installation: %d ms',
    async (graceMs, late) => {
      county = await County.open({ launchAt: '2026-03-01T08:00' });
      await replace({ policies: [QUICK] }, '2026-03-02T09:02', graceMs);
      const [obligation] = await county.dataSource.query('SELECT late FROM obligation');
      expect(obligation).toEqual({ late });
    },
  );

  it('opens what was due under the old ones first, and asks for nothing in hindsight', async () => {
    county = await County.open({ launchAt: '2026-03-01T08:00' });
    const quarterly: Cadence = {
      ...MONTHLY,
      key: 'q',
      name: '季督查',
      every: 'quarter',
      opens: { firstDay: true, at: '09:00' },
    };
    await replace({ cadences: [{ ...MONTHLY, due: { day: 25, at: '17:30' } }, quarterly] }, '2026-03-10T10:00');
    await county.advanceAll('2026-04-02T09:00');
    const rounds: { cadence: string; period: string; version: number }[] = await county.dataSource.query(
      `SELECT r.cadence_key AS cadence, r.period_key AS period, c.version FROM round r JOIN cadence c ON c.id = r.cadence_id
       ORDER BY r.opened_at, r.cadence_key`,
    );
    expect(rounds).toEqual(
      [
        { cadence: 'm', period: '2026-03', version: 1 },
        { cadence: 'm', period: '2026-04', version: 2 },
        { cadence: 'q', period: '2026-Q2', version: 1 },
      ].sort((a, b) => (a.period + a.cadence < b.period + b.cadence ? -1 : 1)),
    );
    expect(formatInstant((await county.slot('2026-03')).facts.dueAt).slice(0, 10)).toBe('2026-03-20');
    expect(formatInstant((await county.slot('2026-04')).facts.dueAt).slice(0, 10)).toBe('2026-04-25');
  });

  it('leaves the completion of a project that is launched later to the round it joins', async () => {
    county = await County.open({ projects: 2, deadline: '2026-05-20', launchAt: null });
    const launch = async (number: number, now: string) =>
      county.use.programmes.launch(OFFICE, county.programmeId, at(now), [await county.projectId(number)]);
    await launch(1, '2026-03-01T08:00');
    await replace({ policies: [QUICK] }, '2026-03-10T10:00');
    await launch(2, '2026-03-11T08:00');
    const [first, second] = [await county.slot('-', 'completion', 1), await county.slot('-', 'completion', 2)];
    expect(first.nextWakeAt).toBe(at('2026-03-02T09:00'));
    expect(second.nextWakeAt).toBe(at('2026-03-12T09:00')); // unsigned presses: a rung of the version of the round
  });
});
