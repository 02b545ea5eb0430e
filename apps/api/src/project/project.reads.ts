import {
  type DataSource,
  dayOfInstant,
  deviationPoints,
  GUARANTEES,
  type Guarantee,
  type PlanLights,
  PROJECT_LEVELS,
  PROJECT_SOURCES,
  planLight,
} from '@duban/application';
import { z } from 'zod';
import { type Listing, type Page, page, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';
import { milestoneAnswer, milestonesOf } from './milestone.reads.js';
import { PLAN_LIGHTS, type ProjectFilter, projectConditions } from './project.filter.js';

export const PROJECT_STATES = [
  'proposed',
  'reviewing',
  'returned',
  'draft',
  'launched',
  'accepted',
  'closed',
  'cancelled',
] as const;

export const guarantees = <T extends z.ZodType>(of: (guarantee: Guarantee) => T) =>
  z.strictObject({
    organization: of('organization').optional(),
    talent: of('talent').optional(),
    funds: of('funds').optional(),
    technology: of('technology').optional(),
    mechanism: of('mechanism').optional(),
  });

const progress = z
  .strictObject({
    plannedPercent: z.int().nullable().describe('按逐月计划，到今天应完成的累计百分比；没有计划为空'),
    actualPercent: z.int().nullable().describe('最近一次报送的完成比例；没有报送为空'),
    deviationPoints: z.int().nullable().describe('实际减计划，百分点；没有报送按0计'),
    light: z.enum(PLAN_LIGHTS).nullable().describe('序时进度亮灯，界限由专项设定'),
  })
  .meta({ id: 'Progress' });

export const projectAnswer = z
  .strictObject({
    projectId: z.int(),
    programmeId: z.int(),
    number: z.int(),
    categoryId: z.int(),
    category: z.string(),
    title: z.string(),
    unitId: z.int(),
    unit: z.string(),
    deadline: z.string().nullable(),
    standing: z.boolean().describe('长期坚持，没有时限'),
    state: z.enum(PROJECT_STATES),
    origin: z.enum(['ledger', 'hand']).describe('来自台账（督办室审定后导入，视同已立项）或手工申报'),
    source: z.enum(PROJECT_SOURCES).nullable().describe('立项来源'),
    level: z.enum(PROJECT_LEVELS).nullable(),
    progress,
    launchedAt: instant.nullable(),
    closedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Project' });
export type ProjectAnswer = z.infer<typeof projectAnswer>;
export const projectPage = page(projectAnswer);

const related = z.strictObject({ projectId: z.int(), title: z.string() });
const decided = z.strictObject({
  at: instant.nullable(),
  by: z.string().nullable(),
  opinion: z.string().nullable(),
});

export const projectDetail = projectAnswer
  .extend({
    objective: z.string().nullable(),
    measures: z.string().nullable(),
    supportingUnits: z.array(z.string()),
    notes: z.record(z.string(), z.string()),
    sourceText: z.string().nullable(),
    guarantees: guarantees((key) => z.string().meta({ title: GUARANTEES[key] })).describe('五项保障'),
    review: decided.describe('立项审核；来自台账的没有'),
    acceptance: decided.describe('验收'),
    parent: related.nullable().describe('上级清单项目；此账号看不到的为空'),
    children: z.array(related).describe('下级清单项目中此账号看得到的'),
    milestones: z.array(milestoneAnswer),
    posts: z.array(
      z.strictObject({ relation: z.string(), postId: z.int(), title: z.string(), holder: z.string().nullable() }),
    ),
  })
  .meta({ id: 'ProjectDetail' });
export type ProjectDetail = z.infer<typeof projectDetail>;

interface Row extends Omit<ProjectAnswer, 'launchedAt' | 'closedAt' | 'progress'> {
  launchedAt: Date | null;
  closedAt: Date | null;
  planned: number | null;
  actual: number | null;
  planLights: PlanLights;
}

interface DetailRow extends Row, Pick<ProjectDetail, 'objective' | 'measures' | 'supportingUnits' | 'notes'> {
  sourceText: string | null;
  guarantees: ProjectDetail['guarantees'];
  reviewedAt: Date | null;
  reviewedBy: string | null;
  reviewOpinion: string | null;
  acceptedAt: Date | null;
  acceptedBy: string | null;
  acceptanceOpinion: string | null;
  parentId: number | null;
}

/** Planned: the last line of the plan in force that is over, by its month or a deadline in it. `today` is a place. */
const columns = (today: string): string => `p.id AS "projectId", p.programme_id AS "programmeId", p.number,
  p.category_id AS "categoryId", c.name AS category, p.title, p.unit_id AS "unitId", u.name AS unit, p.deadline,
  p.standing, p.state, p.origin, p.source, p.level, p.launched_at AS "launchedAt", p.closed_at AS "closedAt", p.version,
  g.plan_lights AS "planLights",
  CASE WHEN EXISTS (SELECT 1 FROM plan_line l WHERE l.project_id = p.id) THEN coalesce(
    (SELECT l.percent FROM plan_line l WHERE l.project_id = p.id AND (l.ends_on < ${today}::date
       OR (p.deadline < ${today}::date AND date_trunc('month', p.deadline) = date_trunc('month', l.ends_on)))
     ORDER BY l.ends_on DESC LIMIT 1), 0) END AS planned,
  (SELECT s.progress_percent FROM obligation o JOIN submission s ON s.obligation_id = o.id
   WHERE o.project_id = p.id AND s.progress_percent IS NOT NULL ORDER BY s.submitted_at DESC, s.id DESC LIMIT 1) AS actual`;
const FROM = `FROM project p JOIN category c ON c.id = p.category_id JOIN organization u ON u.id = p.unit_id
  JOIN programme g ON g.id = p.programme_id`;

/** When a plan light burns, in SQL: the same as `planLight`. */
const BEHIND = 'planned - coalesce(actual, 0)';
const YELLOW = `("planLights"->>'yellowFromPoints')::int`;
const RED = `("planLights"->>'redOverPoints')::int`;
const BURNS = {
  red: `${BEHIND} > ${RED}`,
  yellow: `${BEHIND} >= ${YELLOW} AND ${BEHIND} <= ${RED}`,
  green: `${BEHIND} < ${YELLOW} AND ${BEHIND} <= ${RED}`,
} as const;

function answer({ planned, actual, planLights, ...row }: Row): ProjectAnswer {
  const deviation = planned === null ? null : deviationPoints(planned, actual);
  const light = deviation === null ? null : planLight(deviation, planLights);
  return {
    ...row,
    launchedAt: at(row.launchedAt),
    closedAt: at(row.closedAt),
    progress: { plannedPercent: planned, actualPercent: actual, deviationPoints: deviation, light },
  };
}

/** The statement of a list of projects. */
export function projectListing(
  scope: number | null,
  filter: Omit<ProjectFilter, 'limit'>,
  now: number,
): Pick<Listing, 'select' | 'parameters'> {
  const is = projectConditions(scope, filter, now);
  const today = is.place(dayOfInstant(now));
  const select = `SELECT ${columns(today)} ${FROM}${is.where()}`;
  const { planLight: light } = filter;
  if (light === undefined) return { select, parameters: is.parameters };
  return { select: `SELECT * FROM (${select}) compared WHERE ${BURNS[light]}`, parameters: is.parameters };
}

/** Projects by programme and number; `scope` narrows to one unit. */
export async function listProjects(
  dataSource: DataSource,
  scope: number | null,
  filter: ProjectFilter,
  now: number,
): Promise<Page<ProjectAnswer>> {
  return readPage(
    dataSource,
    {
      name: 'projects',
      ...projectListing(scope, filter, now),
      sort: [
        { by: 'programmeId', type: 'bigint' },
        { by: 'number', type: 'bigint' },
      ],
    },
    filter,
    answer,
  );
}

/**
 * One project with its fields, steps, relatives and the posts of its "1+3" with who holds them at this instant.
 * @param scope the unit to which the account's lists are narrowed: relatives of others are not shown
 */
export async function readProject(
  dataSource: DataSource,
  scope: number | null,
  projectId: number,
  now: number,
): Promise<ProjectDetail> {
  const [row]: DetailRow[] = await dataSource.query(
    `SELECT ${columns('$2')}, p.objective, p.measures, p.supporting_units AS "supportingUnits", p.notes,
       p.source_text AS "sourceText", p.guarantees, p.parent_id AS "parentId", p.reviewed_at AS "reviewedAt",
       (SELECT name FROM person WHERE id = p.reviewed_by) AS "reviewedBy", p.review_opinion AS "reviewOpinion",
       p.accepted_at AS "acceptedAt", (SELECT name FROM person WHERE id = p.accepted_by) AS "acceptedBy",
       p.acceptance_opinion AS "acceptanceOpinion" ${FROM} WHERE p.id = $1`,
    [projectId, dayOfInstant(now)],
  );
  if (!row) throw new Error(`project ${projectId} vanished`);
  const posts: ProjectDetail['posts'] = await dataSource.query(
    `SELECT l.relation, t.id AS "postId", t.title, h.name AS holder
     FROM linkage l JOIN post t ON t.id = l.post_id
     LEFT JOIN appointment a ON a.post_id = t.id AND a.held_from <= $2 AND (a.held_to IS NULL OR a.held_to > $2)
     LEFT JOIN person h ON h.id = a.person_id
     WHERE l.project_id = $1 ORDER BY l.relation`,
    [projectId, new Date(now).toISOString()],
  );
  const { reviewedAt, reviewedBy, reviewOpinion, acceptedAt, acceptedBy, acceptanceOpinion, parentId, ...rest } = row;
  const { objective, measures, supportingUnits, notes, sourceText, guarantees: given, ...listed } = rest;
  return {
    ...answer(listed),
    ...{ objective, measures, supportingUnits, notes, sourceText, guarantees: given },
    review: { at: at(reviewedAt), by: reviewedBy, opinion: reviewOpinion },
    acceptance: { at: at(acceptedAt), by: acceptedBy, opinion: acceptanceOpinion },
    parent: (await relatives(dataSource, scope, 'id = $2', parentId))[0] ?? null,
    children: await relatives(dataSource, scope, 'parent_id = $2', projectId),
    milestones: await milestonesOf(dataSource, projectId, now),
    posts,
  };
}

async function relatives(
  dataSource: DataSource,
  scope: number | null,
  which: string,
  of: number | null,
): Promise<{ projectId: number; title: string }[]> {
  if (of === null) return [];
  return dataSource.query(
    `SELECT id AS "projectId", title FROM project WHERE ($1::bigint IS NULL OR unit_id = $1) AND ${which}
     ORDER BY programme_id, number`,
    [scope, of],
  );
}
