import type { DataSource } from '@duban/application';
import { z } from 'zod';
import { type Page, type Paging, page, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';

export const PROJECT_STATES = ['draft', 'launched', 'closed', 'cancelled'] as const;

export const projectAnswer = z
  .strictObject({
    projectId: z.int(),
    programmeId: z.int(),
    number: z.int(),
    category: z.string(),
    title: z.string(),
    unitId: z.int(),
    unit: z.string(),
    deadline: z.string().nullable(),
    standing: z.boolean().describe('长期坚持，没有时限'),
    state: z.enum(PROJECT_STATES),
    launchedAt: instant.nullable(),
    closedAt: instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Project' });
export type ProjectAnswer = z.infer<typeof projectAnswer>;
export const projectPage = page(projectAnswer);

export const projectDetail = projectAnswer.extend({
  objective: z.string().nullable(),
  measures: z.string().nullable(),
  supportingUnits: z.array(z.string()),
  notes: z.record(z.string(), z.string()),
  milestones: z.array(z.strictObject({ day: z.string(), text: z.string() })),
  posts: z.array(
    z.strictObject({ relation: z.string(), postId: z.int(), title: z.string(), holder: z.string().nullable() }),
  ),
});
export type ProjectDetail = z.infer<typeof projectDetail>;

interface Row extends Omit<ProjectDetail, 'launchedAt' | 'closedAt' | 'milestones' | 'posts'> {
  launchedAt: Date | null;
  closedAt: Date | null;
}

const COLUMNS = `p.id AS "projectId", p.programme_id AS "programmeId", p.number, c.name AS category, p.title,
  p.unit_id AS "unitId", u.name AS unit, p.deadline, p.standing, p.state, p.launched_at AS "launchedAt",
  p.closed_at AS "closedAt", p.version`;
const FROM = 'FROM project p JOIN category c ON c.id = p.category_id JOIN organization u ON u.id = p.unit_id';

const times = ({ launchedAt, closedAt }: Row) => ({ launchedAt: at(launchedAt), closedAt: at(closedAt) });

export interface ProjectFilter extends Paging {
  readonly programmeId?: number | undefined;
  readonly unitId?: number | undefined;
  readonly state?: string | undefined;
}

/** Projects by programme and number; `scope` narrows to one unit. */
export async function listProjects(
  dataSource: DataSource,
  scope: number | null,
  filter: ProjectFilter,
): Promise<Page<ProjectAnswer>> {
  return readPage(
    dataSource,
    {
      name: 'projects',
      select: `SELECT ${COLUMNS} ${FROM}
     WHERE ($1::bigint IS NULL OR p.unit_id = $1) AND ($2::bigint IS NULL OR p.programme_id = $2)
       AND ($3::bigint IS NULL OR p.unit_id = $3) AND ($4::text IS NULL OR p.state = $4)
`,
      parameters: [scope, filter.programmeId ?? null, filter.unitId ?? null, filter.state ?? null],
      sort: [
        { by: 'programmeId', type: 'bigint' },
        { by: 'number', type: 'bigint' },
      ],
    },
    filter,
    (row: Row) => ({ ...row, ...times(row) }),
  );
}

/** One project with its fields, milestones and the posts of its "1+3" with who holds them at this instant. */
export async function readProject(dataSource: DataSource, projectId: number, now: number): Promise<ProjectDetail> {
  const [row]: Row[] = await dataSource.query(
    `SELECT ${COLUMNS}, p.objective, p.measures, p.supporting_units AS "supportingUnits", p.notes ${FROM} WHERE p.id = $1`,
    [projectId],
  );
  if (!row) throw new Error(`project ${projectId} vanished`);
  const milestones: ProjectDetail['milestones'] = await dataSource.query(
    'SELECT day, text FROM milestone WHERE project_id = $1 ORDER BY ordinal',
    [projectId],
  );
  const posts: ProjectDetail['posts'] = await dataSource.query(
    `SELECT l.relation, t.id AS "postId", t.title, h.name AS holder
     FROM linkage l JOIN post t ON t.id = l.post_id
     LEFT JOIN appointment a ON a.post_id = t.id AND a.held_from <= $2 AND (a.held_to IS NULL OR a.held_to > $2)
     LEFT JOIN person h ON h.id = a.person_id
     WHERE l.project_id = $1 ORDER BY l.relation`,
    [projectId, new Date(now).toISOString()],
  );
  return { ...row, ...times(row), milestones, posts };
}
