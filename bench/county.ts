// A county of any size for benchmarks, made by SQL: what is measured starts after it.

import { ensureProgramme } from '@duban/application';
import { BUNDLED_CALENDAR, DEFAULT_POLICY } from '@duban/domain';
import { organizationNamed } from '@duban/persistence';
import type { DataSource } from 'typeorm';

const UNITS = 40;

/** Drafts with one deadline for all, tied to posts with holders. @returns the programme's id */
export async function makeCounty(
  dataSource: DataSource,
  projects: number,
  deadline: string,
  now: number,
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const county = await organizationNamed(manager, null, '基准县', 'county');
    const rules = { calendar: BUNDLED_CALENDAR, policies: [DEFAULT_POLICY], cadences: [] };
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
