import { type DataSource, heldAt } from '@duban/application';
import { z } from 'zod';
import { type Page, type Paging, page, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';

const heldPost = z.strictObject({
  postId: z.int(),
  title: z.string(),
  relation: z.string(),
  organizationId: z.int(),
  organization: z.string(),
  projectId: z.int().nullable(),
  version: z.int(),
});
export const personAnswer = z
  .strictObject({
    personId: z.int(),
    name: z.string(),
    phone: z.string().nullable(),
    posts: z.array(heldPost).describe('现任岗位'),
  })
  .meta({ id: 'Person' });
export type PersonAnswer = z.infer<typeof personAnswer>;
export const personPage = page(personAnswer);

/** Most obligations that a view of somebody's holdings lists; the count is of all. */
const MOST = 500;

export const holdings = z
  .strictObject({
    personId: z.int(),
    name: z.string(),
    posts: z.array(
      heldPost.extend({
        heldFrom: instant,
        heldTo: instant.nullable(),
        planned: z.boolean().describe('已安排、还没有开始'),
        projects: z.int(),
        unreadNotices: z.int(),
      }),
    ),
    openObligations: z.int(),
    obligations: z
      .array(
        z.strictObject({
          obligationId: z.int(),
          projectId: z.int(),
          projectTitle: z.string(),
          cadence: z.string(),
          period: z.string(),
          state: z.string(),
          dueAt: instant,
          postId: z.int().describe('以哪个岗位负责'),
        }),
      )
      .describe(`最先到期的${MOST}项`),
    pendingRequests: z.array(
      z.strictObject({
        requestId: z.int(),
        obligationId: z.int(),
        projectTitle: z.string(),
        newDue: z.string(),
        postId: z.int(),
      }),
    ),
    unreadNotices: z.int(),
  })
  .meta({ id: 'Holdings' });
export type Holdings = z.infer<typeof holdings>;

/** People by number, each with the posts they hold now. */
export function listPersons(
  dataSource: DataSource,
  filter: Paging & { readonly name?: string | undefined; readonly organizationId?: number | undefined },
  now: number,
): Promise<Page<PersonAnswer>> {
  return readPage(
    dataSource,
    {
      name: 'persons',
      select: `SELECT p.id AS "personId", p.name, p.phone, coalesce((
          SELECT json_agg(json_build_object('postId', t.id, 'title', t.title, 'relation', t.relation,
            'organizationId', t.organization_id, 'organization', o.name, 'projectId', t.project_id, 'version', t.version)
            ORDER BY t.id)
          FROM appointment a JOIN post t ON t.id = a.post_id JOIN organization o ON o.id = t.organization_id
          WHERE a.person_id = p.id AND ${heldAt('$1')}), '[]') AS posts
        FROM person p
        WHERE ($2::text IS NULL OR p.name = $2) AND ($3::bigint IS NULL OR EXISTS (
          SELECT 1 FROM appointment a JOIN post t ON t.id = a.post_id
          WHERE a.person_id = p.id AND t.organization_id = $3 AND ${heldAt('$1')}))`,
      parameters: [new Date(now), filter.name ?? null, filter.organizationId ?? null],
      sort: [{ by: 'personId', type: 'bigint' }],
    },
    filter,
    (row: PersonAnswer) => row,
  );
}

/** Posts that the person of $1 holds at $2 or will hold. */
const HELD = `held AS (
  SELECT a.post_id, a.held_from, a.held_to, a.held_from > $2::timestamptz AS planned FROM appointment a
  WHERE a.person_id = $1 AND (a.held_to IS NULL OR (a.held_to > $2::timestamptz AND a.held_to > a.held_from)))`;

/** The relations that answer for an obligation, not those that only hear of it. */
const ANSWERS = `l.relation = ANY(CASE o.owed_by WHEN 'unit' THEN '{handler,unit-head}' ELSE '{office}' END::text[])`;

/** What somebody holds, to be looked at before it is handed over. The guard has seen that the person is there. */
export async function readHoldings(dataSource: DataSource, personId: number, now: number): Promise<Holdings> {
  const given = [personId, new Date(now)];
  const [person]: { name: string }[] = await dataSource.query('SELECT name FROM person WHERE id = $1', [personId]);
  const posts: PostRow[] = await dataSource.query(
    `WITH ${HELD} SELECT t.id AS "postId", t.title, t.relation, t.organization_id AS "organizationId",
       o.name AS organization, t.project_id AS "projectId", t.version, h.held_from AS "heldFrom", h.held_to AS "heldTo",
       h.planned, (SELECT count(*)::int FROM linkage l WHERE l.post_id = t.id) AS projects,
       (SELECT count(*)::int FROM notice n JOIN obligation b ON b.id = n.obligation_id
        JOIN linkage l ON l.project_id = b.project_id AND l.relation = n.post
        WHERE l.post_id = t.id AND n.person_id = $1 AND n.channel = 'in-app' AND n.read_at IS NULL
          AND n.handed_over_at IS NULL) AS "unreadNotices"
     FROM held h JOIN post t ON t.id = h.post_id JOIN organization o ON o.id = t.organization_id ORDER BY t.id`,
    given,
  );
  const obligations: (Omit<Holdings['obligations'][number], 'dueAt'> & { dueAt: Date })[] = await dataSource.query(
    `WITH ${HELD} SELECT * FROM (
       SELECT DISTINCT ON (o.id) o.id AS "obligationId", p.id AS "projectId", p.title AS "projectTitle",
         o.cadence_key AS cadence, o.period_key AS period, o.state, o.due_at AS "dueAt", h.post_id AS "postId"
       FROM held h JOIN linkage l ON l.post_id = h.post_id JOIN project p ON p.id = l.project_id
       JOIN obligation o ON o.project_id = p.id AND o.ended_at IS NULL AND o.state <> 'planned' AND ${ANSWERS}
       WHERE NOT h.planned ORDER BY o.id, h.post_id) mine ORDER BY "dueAt", "obligationId"`,
    given,
  );
  const requests: Holdings['pendingRequests'] = await dataSource.query(
    `WITH ${HELD} SELECT DISTINCT ON (q.id) q.id AS "requestId", q.obligation_id AS "obligationId",
       p.title AS "projectTitle", q.new_due AS "newDue", h.post_id AS "postId"
     FROM held h JOIN linkage l ON l.post_id = h.post_id JOIN project p ON p.id = l.project_id
     JOIN obligation o ON o.project_id = p.id JOIN extension_request q ON q.obligation_id = o.id AND q.state = 'pending'
     WHERE NOT h.planned AND l.relation IN ('handler', 'unit-head', 'office') ORDER BY q.id, h.post_id`,
    given,
  );
  return {
    personId,
    name: person?.name ?? '',
    posts: posts.map((row) => ({ ...row, heldFrom: at(row.heldFrom), heldTo: at(row.heldTo) })),
    openObligations: obligations.length,
    obligations: obligations.slice(0, MOST).map((row) => ({ ...row, dueAt: at(row.dueAt) })),
    pendingRequests: requests,
    unreadNotices: posts.reduce((sum, { unreadNotices }) => sum + unreadNotices, 0),
  };
}

type PostRow = Omit<Holdings['posts'][number], 'heldFrom' | 'heldTo'> & { heldFrom: Date; heldTo: Date | null };
