// Both sets of the sources through the API: 月报告/季督导/半年述职 and 月通报/季督查/半年小结, and named windows.
import { parseInstant } from '@duban/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startWorld, type World } from './world.js';

const at = (text: string): number => parseInstant(text) ?? 0;
const down = { direction: 'down', owedBy: 'office', profile: 'bulletin' };
const opens = { firstDay: true, roll: 'forward', at: '09:00' };
const DOWN = [
  {
    key: 'monthly-bulletin',
    name: '一月一通报',
    every: 'month',
    ...down,
    opens,
    due: { workdayAfter: 5, at: '17:30' },
  },
  {
    key: 'quarterly-check',
    name: '一季一督查',
    every: 'quarter',
    ...down,
    opens: { month: 3, day: 1, at: '09:00' },
    due: { month: 3, day: 25, roll: 'back', at: '17:30' },
  },
  {
    key: 'half-year-summary',
    name: '半年一小结',
    every: 'half',
    ...down,
    opens: { month: 6, day: 1, at: '09:00' },
    due: { workdayAfter: 5, at: '17:30' },
  },
  {
    key: 'visits',
    name: '集中走访',
    every: 'windows',
    windows: [
      { name: '2月', from: '02-01', to: '02-28' },
      { name: '7月', from: '07-01', to: '07-31' },
      { name: '年末', from: '10-20', to: '11-10' },
    ],
    opens: { firstDay: true, at: '09:00' },
    due: { lastDay: true, roll: 'back', at: '17:30' },
  },
];
let world: World;

beforeAll(async () => {
  world = await startWorld({ startAt: at('2026-06-15T08:30') });
  const path = `/api/programmes/${world.programmeId}/rules`;
  const { revision, cadences } = (await world.send('GET', path, { as: 'office' })).body;
  const body = { revision, cadences: [...cadences, ...DOWN], reason: '两套频次一并执行' };
  const changed = await world.send('PUT', path, { as: 'office', body });
  expect(changed.status).toBe(200);
  await world.setNow(at('2026-12-31T18:00'));
  await world.commands.engine.openRounds(world.programmeId, world.now());
});
afterAll(() => world?.stop());

const of = async (cadence: string, as: 'office' | 'unit_own' = 'office') => {
  const { body } = await world.send('GET', `/api/obligations?projectId=${world.projectId}&limit=200`, { as });
  return body.items.filter((one: { cadence: string }) => one.cadence === cadence);
};
const periods = async (cadence: string): Promise<string[]> =>
  (await of(cadence)).map(
    ({ period, dueAt, owedBy }: Record<string, string>) => `${period} ${dueAt?.slice(0, 10)} ${owedBy}`,
  );

test('what goes up is owed by the unit, what goes down by the office', async () => {
  expect(await periods('half-year-debrief')).toEqual(['2026-H2 2027-01-07 unit']);
  expect(await periods('half-year-summary')).toEqual(['2026-H2 2027-01-07 office']);
  expect(await periods('quarterly-check')).toEqual(['2026-Q3 2026-09-24 office', '2026-Q4 2026-12-25 office']);
  expect((await periods('monthly-bulletin')).slice(0, 2)).toEqual([
    '2026-07 2026-08-07 office',
    '2026-08 2026-09-07 office',
  ]);
  expect((await periods('monthly-report')).slice(0, 2)).toEqual(['2026-07 2026-07-31 unit', '2026-08 2026-08-31 unit']);
});

test('windows are spans of the year', async () => {
  expect(await periods('visits')).toEqual(['2026/7月 2026-07-31 unit', '2026/年末 2026-11-10 unit']);
});

test('the office does what it owes, the unit cannot; notices of it go to the office', async () => {
  const [bulletin] = await of('monthly-bulletin');
  const submit = (as: 'office' | 'unit_own') =>
    world.send('POST', `/api/obligations/${bulletin.obligationId}/submit`, {
      as,
      body: { version: bulletin.version, text: '第7期' },
    });
  expect((await submit('unit_own')).status).toBe(403);
  expect((await submit('office')).body).toMatchObject({ state: 'submitted' });
  const next = (await of('monthly-bulletin')).at(-1); // December's, due in January
  const clocks: { id: number }[] = await world.dataSource.query('SELECT clock_id AS id FROM obligation WHERE id = $1', [
    next.obligationId,
  ]);
  await world.commands.engine.advanceClock(clocks[0]?.id ?? 0, at('2027-01-20T10:00'));
  const posts = await world.dataSource.query('SELECT DISTINCT post FROM notice WHERE obligation_id = $1 ORDER BY 1', [
    next.obligationId,
  ]);
  expect(posts.map(({ post }: { post: string }) => post)).not.toContain('handler');
  expect(posts.map(({ post }: { post: string }) => post)).toContain('office');
});

test('only what goes down can be owed by the office', async () => {
  const path = `/api/programmes/${world.programmeId}/rules`;
  const { revision } = (await world.send('GET', path, { as: 'office' })).body;
  const wrong = { ...DOWN[0], direction: 'up' };
  const { body } = await world.send('PUT', path, { as: 'office', body: { revision, cadences: [wrong] } });
  expect(body).toMatchObject({ code: 'RULES_INVALID', errors: [{ path: '$[0].owedBy' }] });
});
