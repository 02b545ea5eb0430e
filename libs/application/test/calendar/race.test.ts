// A calendar change and everything that plans by the calendar, at the same instant: one stops before each of its
// statements in turn while the other runs. What comes out has to be what one after the other gives, in either order, so
// that nothing is left planned by the table that was replaced (I10).
import {
  type CalendarRequest,
  createDataSource,
  createProgramme,
  DEFAULT_RULES,
  type UseCases,
  useCases,
} from '@duban/application';
import { addDays, type Instant, type TableChange } from '@duban/domain';
import type { DataSource } from 'typeorm';
import { afterEach, expect, it } from 'vitest';
import { Gate, interleaved } from '../interleave.js';
import { at, County, codeOf, LADDER, OFFICE, one } from '../round/county.js';
import { emergency, LAST_WORKDAY, live, national, year } from './world.js';

/** One side of a race: its data source, its use cases, and the gate that stops it. */
interface Side {
  readonly dataSource: DataSource;
  readonly use: UseCases;
  readonly gate: Gate;
}

interface Race {
  readonly name: string;
  readonly now: string;
  readonly change: TableChange;
  /** What has happened by then. */
  readonly before?: (county: County) => Promise<unknown>;
  readonly act: (side: Side, county: County, now: Instant) => Promise<unknown>;
}

const YEAR = year(['2027-01-14', '2027-01-15', '2027-01-29']);

const slotId = async (county: County, period: string, cadence = 'm'): Promise<number> =>
  (await county.slot(period, cadence)).id;
const act = async (county: County, period: string, what: 'receive' | 'submit' | 'accept' | 'return' | 'suspend') =>
  county.use.obligations.act(
    OFFICE,
    await slotId(county, period, period.includes('/') ? 'rectification' : 'm'),
    { do: what },
    at('2027-01-11T10:00'),
  );
const issue = async (county: County): Promise<unknown> =>
  county.use.rectifications.issue(OFFICE, await county.projectId(), { reason: '其他' }, at('2027-01-11T09:00'));
const upTo =
  (...stages: readonly (readonly [string, 'receive' | 'submit' | 'accept' | 'return'])[]) =>
  async (county: County): Promise<void> => {
    await issue(county);
    for (const [stage, what] of stages) await act(county, `2027-1/${stage}`, what);
  };
const ofStage =
  (stage: string, what: 'receive' | 'submit' | 'accept' | 'return') =>
  async ({ use }: Side, county: County): Promise<unknown> =>
    use.obligations.act(OFFICE, await slotId(county, `2027-1/${stage}`, 'rectification'), { do: what }, NOON);
const ofReport =
  (what: 'resume' | 'suspend' | 'submit') =>
  async ({ use }: Side, county: County): Promise<unknown> =>
    use.obligations.act(OFFICE, await slotId(county, '2027-01'), { do: what }, NOON);

const NOON = at('2027-01-12T12:00');
const at12 = { now: '2027-01-12T12:00', change: YEAR };
const RACES: readonly Race[] = [
  {
    ...at12,
    name: 'a rectification issued by hand',
    act: async ({ use }, county) =>
      use.rectifications.issue(OFFICE, await county.projectId(), { reason: '其他' }, NOON),
  },
  { ...at12, name: 'a notice signed for', before: upTo(), act: ofStage('sign', 'receive') },
  {
    ...at12,
    name: 'a report handed in for verification',
    before: upTo(['sign', 'receive'], ['plan', 'submit'], ['plan', 'accept']),
    act: ofStage('report', 'submit'),
  },
  {
    ...at12,
    name: 'a case closed out, its look-back planned',
    before: upTo(['sign', 'receive'], ['plan', 'submit'], ['plan', 'accept'], ['report', 'submit']),
    act: ofStage('verify', 'accept'),
  },
  {
    ...at12,
    name: 'a verification returned',
    before: upTo(['sign', 'receive'], ['plan', 'submit'], ['plan', 'accept'], ['report', 'submit']),
    act: ofStage('verify', 'return'),
  },
  { ...at12, name: 'a suspension', act: ofReport('suspend') },
  { ...at12, name: 'a resumption', before: (county) => act(county, '2027-01', 'suspend'), act: ofReport('resume') },
  { ...at12, name: 'a report handed in', act: ofReport('submit') },
  {
    ...at12,
    name: 'an extension',
    act: async ({ use }, county) =>
      use.obligations.act(OFFICE, await slotId(county, '2027-01'), { do: 'extend', newDue: '2027-02-03' }, NOON),
  },
  {
    ...at12,
    name: 'standing work that is given a deadline',
    act: async ({ use }, county) =>
      use.amendments.amend(OFFICE, await county.projectId(), { deadline: '2027-01-20' }, NOON, { why: '变更' }),
  },
  {
    ...at12,
    name: 'an assignment issued',
    before: (county) => assign(county.use, county, at('2027-01-11T09:00')), // the year's programme is there
    act: ({ use }, county, now) => assign(use, county, now),
  },
  {
    ...at12,
    name: 'a unit brought into an assignment',
    before: (county) => assign(county.use, county, at('2027-01-11T09:00')),
    act: async ({ dataSource, use }, county, now) => {
      const [first] = await dataSource.query<{ id: number }[]>('SELECT min(id) AS id FROM assignment');
      const [, unitId = 0] = await unitsOf(county);
      await use.assignments.addUnit(OFFICE, first?.id ?? 0, { unitId, role: 'support' }, {}, now);
    },
  },
  {
    ...at12,
    name: 'a programme founded',
    act: ({ dataSource }) =>
      countyOf(dataSource).then((organizationId) =>
        createProgramme(dataSource, OFFICE, organizationId, { title: '新专项', year: 2027 }, DEFAULT_RULES, NOON),
      ),
  },
  {
    name: 'the engine, when the reminder of the old plan is due',
    now: '2027-01-28T09:00',
    change: emergency(['2027-01-29']),
    act: advance,
  },
  {
    name: 'the engine, when the reminder of the new plan is due',
    now: '2027-01-27T09:00',
    change: emergency(['2027-01-29']),
    act: advance,
  },
  {
    name: 'the engine, when a rung moves though its deadline does not',
    now: '2027-01-27T09:00',
    change: emergency(['2027-01-28']),
    act: advance,
  },
  {
    name: 'rounds that open',
    now: '2027-02-01T09:00',
    change: emergency(['2027-02-26', '2027-02-03']),
    act: ({ use }, county, now) => use.engine.openRounds(county.programmeId, now),
  },
];

async function advance({ use }: Side, county: County, now: Instant): Promise<void> {
  for (const clock of await county.clocks()) await use.engine.advanceClock(clock, now);
}

const unitsOf = async (county: County): Promise<number[]> =>
  (await county.dataSource.query(`SELECT id FROM organization WHERE kind = 'unit' ORDER BY id`)).map(
    ({ id }: { id: number }) => id,
  );

async function assign(use: UseCases, county: County, now: Instant): Promise<unknown> {
  const [unitId = 0] = await unitsOf(county);
  const units = [{ unitId, role: 'lead' as const }];
  const what = { title: '交办', basis: '其他', urgency: '平件', requirement: '报送' } as const;
  return use.assignments.create(OFFICE, { ...what, limit: { workdays: 4 }, units }, now);
}

async function countyOf(dataSource: DataSource): Promise<number> {
  return one(await dataSource.query<{ id: number }[]>('SELECT organization_id AS id FROM programme')).id;
}

/** Every statement takes minutes (`DUBAN_STRIDE=1`); a run of the tests takes every eighth, another eighth each time. */
const STRIDE = Number(process.env.DUBAN_STRIDE ?? 8);
const FIRST = 1 + Math.floor(Math.random() * STRIDE);

let opened: County[] = [];
afterEach(async () => {
  await Promise.all(opened.map((county) => county.close()));
  opened = [];
});

/** A county just before the race, to be copied for every run of it. */
async function ground(race: Race): Promise<County> {
  const county = await County.open({
    projects: 2,
    launchAt: '2026-12-31T08:00',
    rules: { policies: [LADDER], cadences: [LAST_WORKDAY] },
  });
  opened.push(county);
  if (race.change.kind === 'emergency') await publish(county);
  await live(county, '2026-12-31T18:00', dayBefore(race.now));
  await race.before?.(county);
  await county.dataSource.query('DELETE FROM poke');
  return county;
}

/** One run: a side for the act and one for the change, each with its own connections. */
async function begin(race: Race, of: County, request: CalendarRequest, token: string) {
  const county = await of.copy();
  opened.push(county);
  const side = async (): Promise<Side> => {
    const dataSource = createDataSource(county.url, { poolSize: 2 });
    await dataSource.initialize();
    return { dataSource, use: useCases(dataSource), gate: new Gate(dataSource) };
  };
  const [acting, changing] = [await side(), await side()];
  const outcomes = { act: '', change: '' };
  return {
    county,
    acting,
    changing,
    act: async () => {
      outcomes.act = await codeOf(race.act(acting, county, at(race.now)));
    },
    change: async () => {
      outcomes.change = await codeOf(changing.use.calendars.apply(OFFICE, request, token, at(race.now)));
    },
    end: async (): Promise<string> => {
      const record = await recordOf(county.dataSource);
      await Promise.all([acting.dataSource.destroy(), changing.dataSource.destroy()]);
      await county.close();
      opened.splice(opened.indexOf(county), 1);
      return JSON.stringify({ outcomes, record }, null, 1);
    },
  };
}

const publish = async (county: County): Promise<void> => {
  const request = { calendarId: await national(county), change: year(['2027-10-01']), reason: '公布' };
  const { token } = await county.use.calendars.preview(request, at('2026-12-31T09:00'));
  await county.use.calendars.apply(OFFICE, request, token, at('2026-12-31T09:00'));
};

/** The last instant of the engine before the race. */
const dayBefore = (now: string): string => `${addDays(now.slice(0, 10), -1)}T23:00`;

/** All that is planned and was said, by names instead of identities, so that two records can be compared. */
async function recordOf(dataSource: DataSource): Promise<unknown> {
  return {
    programmes: await dataSource.query(
      `SELECT p.title, c.version, p.next_opening_at FROM programme p JOIN calendar c ON c.id = p.calendar_id ORDER BY 1`,
    ),
    obligations: await dataSource.query(
      `SELECT p.number, o.cadence_key, o.period_key, o.state, o.opened_at, o.due_at, o.due_revision, o.yellow_at,
              o.next_wake_at, o.swept_to, o.spent_rungs, o.planned_at, o.provisional, coalesce(o.arithmetic, r.arithmetic) AS arithmetic
       FROM obligation o JOIN project p ON p.id = o.project_id JOIN clock c ON c.id = o.clock_id
       JOIN round r ON r.id = c.round_id ORDER BY 1, 2, 3`,
    ),
    assignments: await dataSource.query('SELECT number, due_at, version FROM assignment ORDER BY 1'),
    notices: await dataSource.query(
      `SELECT o.period_key, n.rung_key, n.post, n.cycle, n.due_revision, n.rung_at, n.at, n.due_at, n.late, n.title
       FROM notice n JOIN obligation o ON o.id = n.obligation_id ORDER BY 1, n.at, 2, 3, 4`,
    ),
  };
}

it.each(RACES)('$name, at the instant of a calendar change', async (race) => {
  const of = await ground(race);
  const request: CalendarRequest = { calendarId: await national(of), change: race.change, reason: '按通知' };
  const { token } = await of.use.calendars.preview(request, at(race.now));
  await of.rest();
  const run = () => begin(race, of, request, token);
  const serial = async (order: 'act' | 'change'): Promise<string> => {
    const world = await run();
    await (order === 'act' ? world.act() : world.change());
    await (order === 'act' ? world.change() : world.act());
    return world.end();
  };
  const allowed = [await serial('act'), await serial('change')];
  for (const stopped of ['acting', 'changing'] as const) {
    for (let statement = FIRST, reached = true; reached; statement += STRIDE) {
      const world = await run();
      const [first, second] = stopped === 'acting' ? [world.act, world.change] : [world.change, world.act];
      reached = await interleaved(world[stopped].gate, statement, first, second, world.county.dataSource);
      if (!reached) await second();
      const came = await world.end();
      if (!allowed.includes(came))
        expect(`${stopped} stopped before ${statement}: ${came}`).toBe(allowed.join('\nor '));
    }
  }
});
