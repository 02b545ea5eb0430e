import {
  addCategory,
  addMilestone,
  applyForProject,
  archiveProgramme,
  changeMilestone,
  changeProgramme,
  completeMilestone,
  createProgramme,
  createProject,
  DEFAULT_RULES,
  judgeAcceptance,
  layPlan,
  orderCategories,
  removeCategory,
  renameCategory,
  reviewProject,
} from '@duban/application';
import { at, type County, OFFICE } from '../../../libs/application/test/round/county.js';
import { number, type Step, type Story } from './story.js';

const NOW = at('2026-03-03T10:00');
const OPINION = { opinion: '经研究' };
const ALL_GUARANTEES = { organization: '专班', talent: '两名', funds: '列支', technology: '平台', mechanism: '例会' };
const PERSON = {
  leadLeader: { name: '张某', duty: null },
  deputyLeader: { name: '孙某', duty: null },
  handler: { name: '承办' },
};

/** A programme made by hand, from its founding to the archive. */
export const FOUNDING: Story = {
  name: 'a programme by hand',
  county: { projects: 2 },
  steps: (county) => {
    const { use, dataSource } = county;
    const one = (query: string) => number(county, query);
    const programme = () => one('SELECT max(id) AS n FROM programme');
    const project = () => one('SELECT min(id) AS n FROM project WHERE programme_id = (SELECT max(id) FROM programme)');
    const last = () => one('SELECT max(id) AS n FROM project');
    const category = (name: string) => one(`SELECT id AS n FROM category WHERE name = '${name}' ORDER BY id DESC`);
    const unit = (place: number) =>
      one(`SELECT id AS n FROM organization WHERE kind = 'unit' ORDER BY id OFFSET ${place} LIMIT 1`);
    const milestone = () => one('SELECT max(id) AS n FROM milestone');
    const place = async () => ({ programmeId: await programme() });
    const step = (does: string, covers: string, work: () => Promise<unknown>): Step => ({ does, covers, work });
    return [
      step('found a programme', 'createProgramme', async () => {
        const countyId = await one('SELECT id AS n FROM organization WHERE parent_id IS NULL');
        return createProgramme(dataSource, OFFICE, countyId, { title: '手工专项', year: 2026 }, DEFAULT_RULES, NOW);
      }),
      step('change it', 'changeProgramme', async () =>
        changeProgramme(dataSource, OFFICE, await programme(), { declaredCategories: 2 }, NOW),
      ),
      ...['甲类', '乙类', '丙类'].map((name) =>
        step(`add ${name}`, 'addCategory', async () => addCategory(dataSource, OFFICE, await place(), name, NOW)),
      ),
      step('rename a category', 'renameCategory', async () =>
        renameCategory(dataSource, OFFICE, await place(), await category('丙类'), '丁类', NOW),
      ),
      step('order the categories', 'orderCategories', async () => {
        const order = [await category('乙类'), await category('甲类'), await category('丁类')];
        return orderCategories(dataSource, OFFICE, await place(), order, NOW);
      }),
      step('remove a category', 'removeCategory', async () =>
        removeCategory(dataSource, OFFICE, await place(), await category('丁类'), NOW),
      ),
      ...['第一件', '第二件'].map((title) =>
        step(`propose ${title}`, 'createProject', async () => {
          const fields = { ...(await fieldsOf(county)), title };
          return createProject(dataSource, OFFICE, await programme(), fields, PERSON, NOW);
        }),
      ),
      step('amend what is proposed', 'amendments.amend', async () =>
        use.amendments.amend(OFFICE, await project(), { objective: '新目标' }, NOW, { why: '更正' }),
      ),
      step('lay its plan', 'layPlan', async () => layPlan(dataSource, OFFICE, await project(), plan('2026-05'), NOW)),
      step('add a step', 'addMilestone', async () =>
        addMilestone(dataSource, OFFICE, await project(), { day: '2026-04-30', text: '方案' }, NOW),
      ),
      step('change the step', 'changeMilestone', async () =>
        changeMilestone(dataSource, OFFICE, await milestone(), { day: '2026-04-20' }, NOW, { why: '提前' }),
      ),
      step('hand it in', 'applyForProject', async () => applyForProject(dataSource, OFFICE, await project(), NOW)),
      step('send it back', 'reviewProject', async () =>
        reviewProject(dataSource, OFFICE, await project(), 'return', NOW, OPINION),
      ),
      step('hand it in again', 'applyForProject', async () =>
        applyForProject(dataSource, OFFICE, await project(), NOW),
      ),
      step('approve it', 'reviewProject', async () =>
        reviewProject(dataSource, OFFICE, await project(), 'approve', NOW, OPINION),
      ),
      step('launch it', 'programmes.launch', async () =>
        use.programmes.launch(OFFICE, await programme(), NOW, [await project()]),
      ),
      step('put its deadline off', 'amendments.amend', async () =>
        use.amendments.amend(OFFICE, await project(), { deadline: '2026-06-30' }, NOW, { why: '会议决定' }),
      ),
      step('give it to another unit', 'amendments.amend', async () => {
        const changes = { unitId: await unit(1) };
        return use.amendments.amend(OFFICE, await project(), changes, NOW, {
          why: '职能划转',
          handler: { name: '新承办' },
        });
      }),
      step('let it be standing work', 'amendments.amend', async () =>
        use.amendments.amend(OFFICE, await project(), { standing: true }, NOW, { why: '长期坚持' }),
      ),
      step('lay its plan anew', 'layPlan', async () =>
        layPlan(dataSource, OFFICE, await project(), plan('2026-07'), NOW, { why: '调整' }),
      ),
      step('complete the step', 'completeMilestone', async () =>
        completeMilestone(dataSource, OFFICE, await milestone(), '已印发', NOW),
      ),
      step('not accept it', 'judgeAcceptance', async () =>
        judgeAcceptance(dataSource, OFFICE, await project(), 'fail', NOW, OPINION),
      ),
      step('accept it', 'judgeAcceptance', async () =>
        judgeAcceptance(dataSource, OFFICE, await project(), 'pass', NOW, OPINION),
      ),
      step('close it', 'projects.close', async () => use.projects.close(OFFICE, await project(), NOW)),
      step('cancel the other', 'projects.cancel', async () => use.projects.cancel(OFFICE, await last(), NOW)),
      step('archive the programme', 'archiveProgramme', async () =>
        archiveProgramme(dataSource, OFFICE, await programme(), NOW),
      ),
    ];
  },
};

async function fieldsOf(county: County) {
  return {
    title: '',
    categoryId: await number(county, `SELECT id AS n FROM category WHERE name = '甲类'`),
    unitId: await number(county, `SELECT min(id) AS n FROM organization WHERE kind = 'unit'`),
    objective: '目标',
    measures: '举措',
    deadline: '2026-05-29',
    standing: false,
    supportingUnits: ['县财政局'],
    source: '重点工作' as const,
    sourceText: null,
    guarantees: ALL_GUARANTEES,
    level: null,
    parentId: null,
  };
}

const plan = (end: string) => [
  { month: '2026-04', percent: 40, text: '过半' },
  { month: end, percent: 100, text: null },
];
