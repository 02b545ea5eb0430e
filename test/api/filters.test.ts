import { createDataSource, type DataSource, parseInstant } from '@duban/application';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { narrowed } from '../../apps/api/src/obligation/obligation.reads.js';
import { projectListing } from '../../apps/api/src/project/project.reads.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

// 50,000 projects of 500 programmes with an obligation each, as PostgreSQL would plan for them.
const NOW = parseInstant('2026-07-01T08:30') ?? 0;
const ROWS = 50_000;
let database: FreshDatabase;
let dataSource: DataSource;
const ids = { programmeId: 0, categoryId: 0, unitId: 0, personId: 0, projectId: 0, roundId: 0 };

const FILL = [
  `INSERT INTO organization (name, kind) VALUES ('县', 'county')`,
  `INSERT INTO organization (parent_id, name, kind)
   SELECT (SELECT min(id) FROM organization), '单位' || n, 'unit' FROM generate_series(1, 1000) n`,
  `INSERT INTO calendar (name, version, document, created_at) VALUES ('c', 1, '{}', now())`,
  `INSERT INTO policy (key, version, document, created_at) VALUES ('p', 1, '{}', now())`,
  `INSERT INTO programme (organization_id, title, year, calendar_id, created_at)
   SELECT (SELECT min(id) FROM organization), '清单' || n, 2026, (SELECT id FROM calendar), now()
   FROM generate_series(1, 500) n`,
  `INSERT INTO category (programme_id, ordinal, name) SELECT id, n, '类' || n FROM programme, generate_series(1, 5) n`,
  `INSERT INTO project (programme_id, category_id, number, title, unit_id, state, launched_at, deadline)
   SELECT g.id, c.id, n, '项目' || g.id || '-' || n, u.id, 'launched', now(), date '2026-01-01' + (n * 7 + g.id::int) % 1000
   FROM programme g, generate_series(1, 100) n
   CROSS JOIN LATERAL (SELECT id FROM category WHERE programme_id = g.id AND ordinal = 1 + n % 5) c
   CROSS JOIN LATERAL (SELECT (SELECT min(id) FROM organization) + 1 + (g.id * 7 + n) % 1000 AS id) u`,
  `UPDATE project SET parent_id = id - 1 WHERE id % 1000 = 0`,
  `INSERT INTO person (name) SELECT '人' || n FROM generate_series(1, 5000) n`,
  `INSERT INTO post (organization_id, relation, title) SELECT (SELECT min(id) FROM organization), 'lead-leader', '岗' || n
   FROM generate_series(1, 5000) n`,
  `INSERT INTO appointment (post_id, person_id, held_from) SELECT id, id, timestamptz '2026-01-01' FROM post`,
  `INSERT INTO linkage (project_id, relation, post_id)
   SELECT id, 'lead-leader', (SELECT min(id) FROM post) + id % 5000 FROM project`,
  `INSERT INTO round (programme_id, cadence_key, period_key, name, policy_id, opens_at, opened_at)
   SELECT id, 'm', '2026-07', '月报', (SELECT id FROM policy), now(), now() FROM programme`,
  `INSERT INTO clock (round_id, shard, workflow_id) SELECT id, 1, 'w' || id FROM round`,
  `INSERT INTO obligation (clock_id, project_id, cadence_key, period_key, profile, owed_by, state, opened_at, due_at,
     original_due_at, planned_at, swept_to, yellow_at, ended_at)
   SELECT c.id, p.id, 'm', '2026-07', 'report', 'unit', CASE WHEN p.id % 2 = 0 THEN 'accepted' ELSE 'open' END,
     d.due - interval '20 days', d.due, d.due, d.due - interval '20 days', d.due - interval '20 days',
     d.due - interval '3 days', CASE WHEN p.id % 2 = 0 THEN d.due END
   FROM project p JOIN round r ON r.programme_id = p.programme_id JOIN clock c ON c.round_id = r.id
   CROSS JOIN LATERAL (SELECT timestamptz '2026-01-01 17:30+08' + p.id % 700 * interval '1 day' AS due) d`,
  'ANALYZE',
];

beforeAll(async () => {
  database = await freshDatabase();
  dataSource = createDataSource(database.url, { poolSize: 1, statementTimeoutMs: 120_000 });
  await dataSource.initialize();
  for (const statement of FILL) await dataSource.query(statement);
  const rows: (typeof ids)[] = await dataSource.query(
    `SELECT p.id AS "projectId", p.programme_id AS "programmeId", p.category_id AS "categoryId", p.unit_id AS "unitId",
            a.person_id AS "personId", r.id AS "roundId"
     FROM project p JOIN linkage l ON l.project_id = p.id JOIN appointment a ON a.post_id = l.post_id
     JOIN round r ON r.programme_id = p.programme_id WHERE p.id % 1000 = 777 ORDER BY p.id LIMIT 1`,
  );
  Object.assign(ids, rows[0]);
}, 120_000);
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

/** Tables that PostgreSQL would read from one end to the other, as the API asks. */
async function wholeTables({ select, parameters }: { select: string; parameters: readonly unknown[] }, order: string) {
  const plan: { 'QUERY PLAN': string }[] = await dataSource.query(
    `EXPLAIN SELECT * FROM (${select}) listed ORDER BY ${order} LIMIT 51`,
    [...parameters],
  );
  const text = plan.map((row) => row['QUERY PLAN']).join('\n');
  return [...text.matchAll(/Seq Scan on (obligation|project)\b/gu)].map(([, table]) => table);
}

const PROJECTS = [
  ['programme', () => ({ programmeId: ids.programmeId })],
  ['category', () => ({ categoryId: ids.categoryId })],
  ['unit', () => ({ unitId: ids.unitId })],
  ['person', () => ({ personId: ids.personId })],
  ['parent', () => ({ parentId: ids.projectId })],
  ['deadline', () => ({ deadlineFrom: '2026-07-01', deadlineTo: '2026-07-03' })],
  ['programme and text', () => ({ programmeId: ids.programmeId, text: '项目' })],
  ['programme and plan light', () => ({ programmeId: ids.programmeId, planLight: 'red' as const })],
] as const;

test.each(PROJECTS)('projects by %s read no whole table', async (_, filter) => {
  expect(await wholeTables(projectListing(null, filter(), NOW), '"programmeId", number')).toEqual([]);
});

test('projects of a unit that may see no others read no whole table', async () => {
  expect(await wholeTables(projectListing(ids.unitId, {}, NOW), '"programmeId", number')).toEqual([]);
});

const OBLIGATIONS = [
  ['programme', () => ({ programmeId: ids.programmeId })],
  ['category', () => ({ categoryId: ids.categoryId })],
  ['project', () => ({ projectId: ids.projectId })],
  ['round', () => ({ roundId: ids.roundId })],
  ['unit', () => ({ unitId: ids.unitId })],
  ['person', () => ({ personId: ids.personId })],
  ['due range', () => ({ dueFrom: '2026-07-01', dueTo: '2026-07-03' })],
  ['unit and light', () => ({ unitId: ids.unitId, light: 'red' as const })],
  ['programme and state', () => ({ programmeId: ids.programmeId, state: 'open' })],
  ['programme and text', () => ({ programmeId: ids.programmeId, text: '项目' })],
] as const;

test.each(OBLIGATIONS)('obligations by %s read no whole table', async (_, filter) => {
  expect(await wholeTables(narrowed(null, filter(), NOW), '"dueAt", id')).toEqual([]);
});

test('the tables are full, and text alone does read one: the check can fail', async () => {
  const [count]: { projects: number; obligations: number }[] = await dataSource.query(
    'SELECT (SELECT count(*)::int FROM project) AS projects, (SELECT count(*)::int FROM obligation) AS obligations',
  );
  expect(count).toEqual({ projects: ROWS, obligations: ROWS });
  expect(await wholeTables(narrowed(null, { text: '没有这样的名称', live: false }, NOW), '"dueAt", id')).not.toEqual(
    [],
  );
});
