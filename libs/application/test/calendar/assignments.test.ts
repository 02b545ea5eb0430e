import type { AssignmentFields } from '@duban/application';
import { formatInstant } from '@duban/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { at, type County, OFFICE, one } from '../round/county.js';
import { change, emergency, live, moves, open, said, year } from './world.js';

let county: County;
let units: number[];
afterEach(() => county.close());

const ISSUED = '2027-01-12T10:00'; // a Tuesday
const begin = async (limit: AssignmentFields['limit'], more: Partial<AssignmentFields> = {}): Promise<number> => {
  county = await open({ projects: 2 });
  await live(county, '2026-12-31T18:00', ISSUED);
  const rows: { id: number }[] = await county.dataSource.query(
    `SELECT id FROM organization WHERE kind = 'unit' ORDER BY id`,
  );
  units = rows.map(({ id }) => id);
  const { assignmentId } = await county.use.assignments.create(
    OFFICE,
    {
      title: '防汛物资',
      basis: '领导批示',
      urgency: '平件',
      requirement: '清点',
      limit,
      units: [{ unitId: units[0] ?? 0, role: 'lead' }],
      ...more,
    },
    at(ISSUED),
  );
  return assignmentId;
};
const owed = async (): Promise<string[]> => {
  const rows: { due: Date; revision: number; words: string; deadline: string; provisional: boolean }[] =
    await county.dataSource.query(
      `SELECT o.due_at AS due, o.due_revision AS revision, o.arithmetic AS words, p.deadline, o.provisional
       FROM obligation o JOIN project p ON p.id = o.project_id WHERE o.cadence_key = 'assignment' ORDER BY o.id`,
    );
  return rows.map(
    ({ due, revision, deadline, provisional }) =>
      `${formatInstant(due.getTime()).slice(5, 16)} r${revision} ${deadline}${provisional ? '?' : ''}`,
  );
};
const assignment = async (id: number): Promise<string> => {
  const row = one<{ due: Date; version: number; words: string }>(
    await county.dataSource.query(
      `SELECT a.due_at AS due, a.version, r.arithmetic AS words FROM assignment a JOIN round r ON r.id = a.round_id
       WHERE a.id = $1`,
      [id],
    ),
  );
  return `${formatInstant(row.due.getTime()).slice(5, 16)} v${row.version} ${row.words}`;
};
/** The fourteenth and the fifteenth are off. */
const holidays = year(['2027-01-14', '2027-01-15']);
const assigned = ({ dues }: Parameters<typeof moves>[0]): string[] =>
  dues.filter(({ cadence }) => cadence === 'assignment').map(({ dueAfter }) => formatInstant(dueAfter).slice(5, 16));

describe('an assignment under a changed calendar', () => {
  it('that was counted in working days moves, in the preview and for good, and only the new plan fires', async () => {
    const id = await begin({ workdays: 3 });
    expect(await owed()).toEqual(['01-15T17:30 r1 2027-01-15?']);
    const { preview, applied } = await change(county, holidays, '2027-01-12T11:00');
    expect(assigned(preview)).toEqual(['01-19T17:30']);
    expect(applied.dues).toEqual(preview.dues);
    expect(await owed()).toEqual(['01-19T17:30 r2 2027-01-19']);
    expect(await assignment(id)).toMatch(/^01-19T17:30 v2 交办次日起第3个工作日：/);
    await live(county, '2027-01-12T11:00', '2027-01-22T12:00');
    const lines = (await said(county, '2027-01-12T11:00')).filter((line) => /move-due|blue|red|soon|remind/.test(line));
    expect(lines.some((line) => line.includes('move-due'))).toBe(true);
    expect(lines.filter((line) => line.includes('blue'))).toEqual(
      lines.filter((line) => /01-20T09:00 blue \S+ r2/.test(line)),
    );
  });

  it.each([
    ['特急', true],
    ['平件', false],
  ] as const)('of %s tells that it moved at any hour: %s', async (urgency, urgent) => {
    await begin({ workdays: 3 }, { urgency });
    await change(county, holidays, '2027-01-12T11:00');
    const rows: { urgent: boolean }[] = await county.dataSource.query(
      `SELECT DISTINCT n.urgent FROM notice n JOIN obligation o ON o.id = n.obligation_id
       WHERE n.rung_key = 'move-due' AND o.cadence_key = 'assignment'`,
    );
    expect(rows).toEqual([{ urgent }]);
  });

  it('at its own time of day, and with the words of a limit that nobody stated', async () => {
    const id = await begin({ time: '12:00' }, { urgency: '加急' });
    expect(await owed()).toEqual(['01-19T12:00 r1 2027-01-19?']);
    await change(county, holidays, '2027-01-12T11:00');
    expect(await owed()).toEqual(['01-21T12:00 r2 2027-01-21']);
    expect(await assignment(id)).toMatch(/交办次日起第5个工作日（未定时限，按缺省）/);
  });

  it.each([
    { limit: { day: '2027-01-15' }, due: '01-15T17:30 r1 2027-01-15' },
    { limit: { hours: 50 }, due: '01-14T12:00 r1 2027-01-14', urgency: '特急' as const },
  ])('that was stated as $limit stays what the person gave', async ({ limit, due, urgency }) => {
    const id = await begin(limit, urgency && { urgency });
    const before = await assignment(id);
    const { preview } = await change(county, holidays, '2027-01-12T11:00');
    expect(assigned(preview)).toEqual([]);
    expect(await owed()).toEqual([due]);
    expect(await assignment(id)).toBe(before);
  });

  it.each([
    { urgency: '特急', limit: { hours: 50 }, due: '01-14T12:00 r2 2027-01-14' },
    { urgency: '平件', limit: { day: '2027-01-14', time: '12:00' }, due: '01-18T12:00 r3 2027-01-14' },
  ] as const)('of $urgency, resumed, has $due', async ({ urgency, limit, due }) => {
    await begin(limit, { urgency });
    const { id } = one<{ id: number }>(
      await county.dataSource.query(`SELECT id FROM obligation WHERE cadence_key = 'assignment'`),
    );
    for (const verb of ['suspend', 'resume'] as const) {
      await county.use.obligations.act(OFFICE, id, { do: verb }, at('2027-01-12T10:30'));
    }
    await change(county, holidays, '2027-01-12T11:00');
    expect(await owed()).toEqual([due]);
  });

  it('moves a unit that joined under its limit with it, and one with a limit of its own by that', async () => {
    const id = await begin({ workdays: 3 });
    const add = (unitId: number, limit?: AssignmentFields['limit']) =>
      county.use.assignments.addUnit(OFFICE, id, { unitId, role: 'support' }, { limit }, at('2027-01-13T10:00'));
    await add(units[1] ?? 0);
    expect(await owed()).toEqual(['01-15T17:30 r1 2027-01-15?', '01-15T17:30 r1 2027-01-15']);
    await change(county, holidays, '2027-01-13T11:00');
    expect(await owed()).toEqual(['01-19T17:30 r2 2027-01-19', '01-19T17:30 r2 2027-01-19']);
    await change(county, emergency(['2027-01-19']), '2027-01-13T12:00');
    expect(await owed()).toEqual(['01-20T17:30 r3 2027-01-20', '01-20T17:30 r3 2027-01-20']);
  });

  it('leaves what was extended, what was called off, and moves what comes back to no day before the next', async () => {
    const id = await begin({ workdays: 3 });
    const row: { id: number }[] = await county.dataSource.query(
      `SELECT id FROM obligation WHERE cadence_key = 'assignment'`,
    );
    const given = { do: 'extend', newDue: '2027-01-26' } as const;
    await county.use.obligations.act(OFFICE, one(row).id, given, at('2027-01-12T10:30'));
    await change(county, holidays, '2027-01-12T11:00');
    expect(await owed()).toEqual(['01-26T17:30 r2 2027-01-15']);
    expect(await assignment(id)).toMatch(/^01-19T17:30 v2 /); // for a unit that joins
    await county.use.assignments.cancel(OFFICE, id, { why: '不再需要' }, at('2027-01-12T12:00'));
    const { preview } = await change(county, emergency(['2027-01-19']), '2027-01-12T13:00');
    expect(assigned(preview)).toEqual([]);
    expect(await assignment(id)).toMatch(/^01-19T17:30 v3 /);
  });
});
