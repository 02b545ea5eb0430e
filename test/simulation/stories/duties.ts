import { actOnMany, type BatchItem, press, Rules, readRules, replaceRules, retrySetAside } from '@duban/application';
import { at, type County, MONTHLY, OFFICE } from '../../../libs/application/test/round/county.js';
import { number, type Story } from './story.js';

const pending = (county: County) =>
  number(county, `SELECT id AS n FROM extension_request WHERE state = 'pending' ORDER BY id DESC LIMIT 1`);

/** What the engine cannot write: notices of this obligation. */
async function poison(county: County, obligationId: number): Promise<void> {
  await county.dataSource.query(
    `CREATE FUNCTION poison() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION '毒'; END $$`,
  );
  await county.dataSource.query(
    `CREATE TRIGGER poison BEFORE INSERT ON notice FOR EACH ROW WHEN (NEW.obligation_id = ${obligationId}) EXECUTE FUNCTION poison()`,
  );
}

/** What else is done to obligations: requests for time, many at once, presses, new rules, what was set aside. */
export const DUTIES: Story = {
  name: 'duties',
  county: { projects: 5 },
  steps: (county) => {
    const { use, dataSource } = county;
    const unit = (place: number) =>
      number(county, `SELECT id AS n FROM organization WHERE kind = 'unit' ORDER BY id OFFSET ${place} LIMIT 1`);
    const assignment = () => number(county, 'SELECT max(id) AS n FROM assignment');
    const slot = (project: number) => county.slot('2026-03', 'm', project);
    const apply = (does: string, project: number, when: string) => ({
      does,
      covers: 'extensions.apply',
      work: async () => {
        const fields = { newDue: '2026-03-25', why: '材料未齐', progress: '过半' };
        return use.extensions.apply(OFFICE, (await slot(project)).id, fields, at(when));
      },
    });
    const settle = (verb: 'approve' | 'refuse' | 'withdraw', when: string) => ({
      does: `${verb} it`,
      covers: `extensions.${verb}`,
      work: async () => use.extensions[verb](OFFICE, await pending(county), { why: '研究决定' }, at(when)),
    });
    const items = async (...projects: number[]): Promise<BatchItem[]> => {
      const rows = await Promise.all(projects.map(slot));
      return rows.map(({ id, version }) => ({ obligationId: id, version }));
    };
    const many = async (
      act: 'accept' | 'press',
      allOrNothing: boolean,
      of: Promise<BatchItem[]>,
      when: string,
    ): Promise<unknown> => actOnMany(dataSource, use.obligations, OFFICE, act, await of, at(when), { allOrNothing });
    return [
      {
        does: 'open the rounds',
        covers: 'engine.openRounds',
        work: () => use.engine.openRounds(county.programmeId, at('2026-03-02T09:00')),
      },
      apply('ask for more time', 1, '2026-03-02T10:00'),
      settle('approve', '2026-03-02T11:00'),
      apply('ask in vain', 2, '2026-03-02T12:00'),
      settle('refuse', '2026-03-02T13:00'),
      apply('ask and think again', 2, '2026-03-02T14:00'),
      settle('withdraw', '2026-03-02T15:00'),
      {
        does: 'press by hand',
        covers: 'press',
        work: async () => press(dataSource, OFFICE, (await slot(2)).id, '请抓紧', at('2026-03-02T16:00')),
      },
      ...[3, 4].map((project) => ({
        does: `submit what project ${project} owes`,
        covers: 'obligations.act',
        work: async () => {
          const submission = { progressPercent: 80, text: '进展顺利', problems: null, nextSteps: '继续' };
          const { id, version } = await slot(project);
          return use.obligations.act(OFFICE, id, { do: 'submit' }, at('2026-03-02T17:00'), { submission, version });
        },
      })),
      {
        does: 'accept two, all or nothing',
        covers: 'actOnMany',
        work: () => many('accept', true, items(3, 4), '2026-03-02T17:30'),
      },
      {
        does: 'press two, each for itself',
        covers: 'actOnMany',
        leaves: 'all',
        work: () => many('press', false, items(1, 5), '2026-03-03T16:00'),
      },
      {
        does: 'replace the rules',
        covers: 'replaceRules',
        work: async () => {
          const { revision } = await readRules(dataSource.manager, county.programmeId);
          const weekly = { ...MONTHLY, key: 'n', name: '另报', due: { day: 25, at: '17:30' } };
          const rules = { revision, cadences: [MONTHLY, weekly], reason: '会议决定' };
          return replaceRules(dataSource, OFFICE, county.programmeId, rules, at('2026-03-04T09:00'), 0);
        },
      },
      {
        does: 'set aside what cannot be judged',
        covers: 'engine.advanceClock',
        first: async () => poison(county, (await slot(2)).id),
        work: async () => use.engine.advanceClock((await slot(2)).clockId, at('2026-03-23T09:00')),
      },
      {
        does: 'try again what was set aside',
        covers: 'retrySetAside',
        first: () => dataSource.query('DROP FUNCTION poison() CASCADE'),
        work: async () => {
          const id = await number(county, 'SELECT id AS n FROM set_aside WHERE resolved_at IS NULL');
          return retrySetAside(dataSource, new Rules(), OFFICE, id, at('2026-03-23T10:00'));
        },
      },
      {
        does: 'assign work ad hoc',
        covers: 'assignments.create',
        work: async () => {
          const units = [await unit(0), await unit(1)].map((unitId, i) => ({
            unitId,
            role: i === 0 ? ('lead' as const) : ('support' as const),
          }));
          const of = { title: '防汛物资', basis: '领导批示', urgency: '平件', requirement: '清点并报送' } as const;
          return use.assignments.create(OFFICE, { ...of, limit: { workdays: 5 }, units }, at('2026-03-23T11:00'));
        },
      },
      {
        does: 'bring another unit in',
        covers: 'assignments.addUnit',
        work: async () => {
          const brought = { unitId: await unit(2), role: 'support' } as const;
          return use.assignments.addUnit(OFFICE, await assignment(), brought, {}, at('2026-03-23T12:00'));
        },
      },
      {
        does: 'call the assignment off',
        covers: 'assignments.cancel',
        work: async () =>
          use.assignments.cancel(OFFICE, await assignment(), { why: '另行部署' }, at('2026-03-23T13:00')),
      },
    ];
  },
};
