// A county of any size for benchmarks, made by SQL: what is measured starts after it.

import { ensureProgramme } from '@duban/application';
import { BUNDLED_CALENDAR, DEFAULT_POLICY, type Instant, instantAt, type Policy } from '@duban/domain';
import { organizationNamed } from '@duban/persistence';
import type { DataSource } from 'typeorm';

export const UNITS = 40;

/** When the benches launch, what is due, and when the default ladder's blue slip goes out for all of it at once. */
export const LAUNCH = instantAt('2026-06-25', '09:00');
export const DEADLINE = '2026-07-31';
export const BLUE = instantAt('2026-08-03', '09:00');
/** The rung after it: yellow, three working days past the deadline. */
export const YELLOW = instantAt('2026-08-05', '09:00');

export interface CountyOptions {
  readonly policy?: Policy;
  readonly deadline?: string;
  readonly now?: Instant;
}

/** Drafts with one deadline for all, tied to posts with holders. @returns the programme's id */
export async function makeCounty(
  dataSource: DataSource,
  projects: number,
  { policy = DEFAULT_POLICY, deadline = DEADLINE, now = LAUNCH }: CountyOptions = {},
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const county = await organizationNamed(manager, null, '基准县', 'county');
    const rules = { calendar: BUNDLED_CALENDAR, policies: [policy], cadences: [] };
    const { id } = await ensureProgramme(
      manager,
      { organizationId: county, title: '基准清单', year: 2026 },
      rules,
      now,
    );
    await manager.query(
      `INSERT INTO organization (parent_id, name, kind) SELECT $1, '单位' || n, 'unit' FROM generate_series(1, $2::int) n`,
      [county, UNITS],
    );
    await manager.query(`INSERT INTO category (programme_id, ordinal, name) VALUES ($1, 1, '一类')`, [id]);
    await manager.query(
      `INSERT INTO post (organization_id, relation, title)
       SELECT o.id, r, r FROM organization o, unnest(ARRAY['handler','unit-head','deputy-leader','lead-leader','office']) r
       WHERE o.kind = 'unit'`,
    );
    await manager.query(`INSERT INTO person (name) SELECT '人员' || id FROM post`);
    await manager.query(
      `INSERT INTO appointment (post_id, person_id, held_from)
       SELECT p.id, e.id, '2020-01-01' FROM post p JOIN person e ON e.name = '人员' || p.id`,
    );
    await manager.query(
      `INSERT INTO project (programme_id, category_id, number, title, objective, measures, deadline, unit_id)
       SELECT $1, (SELECT id FROM category LIMIT 1), n, '项目' || n, '目标', '举措', $2,
              (SELECT min(id) FROM organization WHERE kind = 'unit') + n % $4::int
       FROM generate_series(1, $3::int) n`,
      [id, deadline, projects, UNITS],
    );
    await manager.query(
      'INSERT INTO linkage (project_id, relation, post_id) SELECT p.id, t.relation, t.id FROM project p JOIN post t ON t.organization_id = p.unit_id',
    );
    await manager.query('ANALYZE');
    return id;
  });
}

/** Earlier rungs are spent, so that what is measured is one rung for all at one instant. */
export async function sleepUntil(dataSource: DataSource, rung: Instant): Promise<void> {
  await dataSource.query('UPDATE obligation SET swept_to = $1, next_wake_at = $1', [new Date(rung)]);
  await dataSource.query('TRUNCATE poke');
  await dataSource.query('VACUUM FULL ANALYZE obligation');
}

/**
 * Effects of earlier months. A county that has run before has them; on an empty table PostgreSQL plans its foreign-key
 * checks as scans and keeps those plans, which would measure the first minute of an installation.
 */
export async function withPast(dataSource: DataSource): Promise<void> {
  await dataSource.query(
    `INSERT INTO effect (kind, cause_key, clock_id, state, created_at, done_at)
     SELECT 'deliver-notices', 'past/' || n, 0, 'done', now(), now() FROM generate_series(1, 5000) n`,
  );
}

export async function clocksOf(dataSource: DataSource): Promise<number[]> {
  const rows: { id: number }[] = await dataSource.query('SELECT id FROM clock ORDER BY id');
  return rows.map(({ id }) => id);
}

/** The only number a statement gives. */
export async function numberOf(dataSource: DataSource, sql: string, parameters: unknown[] = []): Promise<number> {
  const rows: Record<string, unknown>[] = await dataSource.query(sql, parameters);
  return Number(Object.values(rows[0] ?? {})[0]);
}
