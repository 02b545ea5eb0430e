import { type DataSource, type PlanLights, programmeState } from '@duban/application';
import { z } from 'zod';
import { at, instant } from '../http/schemas.js';
import { PROJECT_STATES } from '../project/project.reads.js';

export const planLights = z.strictObject({ yellowFromPoints: z.int(), redOverPoints: z.int() });

export const programmeAnswer = z
  .strictObject({
    programmeId: z.int(),
    title: z.string(),
    year: z.int(),
    state: z.enum(['draft', 'launched', 'archived']),
    calendarId: z.int(),
    launchedAt: instant.nullable(),
    archivedAt: instant.nullable(),
    nextOpeningAt: instant.nullable().describe('下一轮开启的时间'),
    createdAt: instant,
    projects: z.int().describe('此账号看得到的项目数'),
    version: z.int(),
  })
  .meta({ id: 'Programme' });
export type ProgrammeAnswer = z.infer<typeof programmeAnswer>;

export const programmeDetail = programmeAnswer
  .extend({
    acceptanceRequired: z.boolean().describe('结项前须先验收'),
    planLights: planLights.describe('序时进度落后多少个百分点起黄灯、超过多少红灯'),
    totals: z
      .strictObject({
        words: z.string().describe('如 15类28项'),
        categories: z.int(),
        projects: z.int(),
        byState: z.partialRecord(z.enum(PROJECT_STATES), z.int()),
        emptyCategories: z.int(),
        declaredCategories: z.int().nullable(),
        declaredProjects: z.int().nullable(),
        agrees: z.boolean().nullable().describe('与清单自报的类数、项数是否相符；没有自报的、只看得到一部分的为空'),
      })
      .describe('此账号看得到的合计'),
    categories: z.array(z.strictObject({ categoryId: z.int(), name: z.string(), projects: z.int() })),
  })
  .meta({ id: 'ProgrammeDetail' });
export type ProgrammeDetail = z.infer<typeof programmeDetail>;

export interface ProgrammeRow
  extends Omit<ProgrammeAnswer, 'launchedAt' | 'archivedAt' | 'nextOpeningAt' | 'createdAt' | 'state'> {
  launchedAt: Date | null;
  archivedAt: Date | null;
  nextOpeningAt: Date | null;
  createdAt: Date;
}

interface DetailRow extends ProgrammeRow {
  acceptanceRequired: boolean;
  planLights: PlanLights;
  declaredCategories: number | null;
  declaredProjects: number | null;
}

const COLUMNS = `g.id AS "programmeId", g.title, g.year, g.calendar_id AS "calendarId",
  g.launched_at AS "launchedAt", g.archived_at AS "archivedAt", g.next_opening_at AS "nextOpeningAt",
  g.created_at AS "createdAt", g.version,
  (SELECT count(*)::int FROM project p WHERE p.programme_id = g.id AND ($1::bigint IS NULL OR p.unit_id = $1)) AS projects`;

/** $1 narrows to programmes that hold projects of one unit. */
const OWN = `($1::bigint IS NULL OR EXISTS (SELECT 1 FROM project p WHERE p.programme_id = g.id AND p.unit_id = $1))`;

export const PROGRAMMES = `SELECT ${COLUMNS} FROM programme g WHERE ${OWN}`;

export function programme({ launchedAt, archivedAt, nextOpeningAt, createdAt, ...row }: ProgrammeRow): ProgrammeAnswer {
  return {
    ...row,
    state: programmeState({ launched: launchedAt !== null, archived: archivedAt !== null }),
    launchedAt: at(launchedAt),
    archivedAt: at(archivedAt),
    nextOpeningAt: at(nextOpeningAt),
    createdAt: at(createdAt),
  };
}

/** One programme with its categories and totals; `scope` narrows both to one unit. */
export async function readProgramme(
  dataSource: DataSource,
  scope: number | null,
  programmeId: number,
): Promise<ProgrammeDetail> {
  const [row]: DetailRow[] = await dataSource.query(
    `SELECT ${COLUMNS}, g.acceptance_required AS "acceptanceRequired", g.plan_lights AS "planLights",
            g.declared_categories AS "declaredCategories", g.declared_projects AS "declaredProjects"
     FROM programme g WHERE ${OWN} AND g.id = $2`,
    [scope, programmeId],
  );
  if (!row) throw new Error(`programme ${programmeId} vanished`);
  const categories: ProgrammeDetail['categories'] = await dataSource.query(
    `SELECT c.id AS "categoryId", c.name, count(p.id)::int AS projects FROM category c
     LEFT JOIN project p ON p.category_id = c.id AND ($1::bigint IS NULL OR p.unit_id = $1)
     WHERE c.programme_id = $2 GROUP BY c.id HAVING $1::bigint IS NULL OR count(p.id) > 0 ORDER BY c.ordinal, c.id`,
    [scope, programmeId],
  );
  const states: { state: (typeof PROJECT_STATES)[number]; projects: number }[] = await dataSource.query(
    `SELECT state, count(*)::int AS projects FROM project
     WHERE programme_id = $2 AND ($1::bigint IS NULL OR unit_id = $1) GROUP BY state ORDER BY state`,
    [scope, programmeId],
  );
  const { acceptanceRequired, planLights: lights, declaredCategories, declaredProjects, ...listed } = row;
  const projects = states.reduce((sum, each) => sum + each.projects, 0);
  const declared = declaredCategories !== null || declaredProjects !== null;
  const agrees =
    categories.length === (declaredCategories ?? categories.length) && projects === (declaredProjects ?? projects);
  return {
    ...programme(listed),
    acceptanceRequired,
    planLights: lights,
    totals: {
      words: `${categories.length}类${projects}项`,
      categories: categories.length,
      projects,
      byState: Object.fromEntries(states.map((each) => [each.state, each.projects])),
      emptyCategories: categories.filter((each) => each.projects === 0).length,
      declaredCategories,
      declaredProjects,
      agrees: declared && scope === null ? agrees : null,
    },
    categories,
  };
}
