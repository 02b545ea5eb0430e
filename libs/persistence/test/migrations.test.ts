import { createDataSource } from '@duban/persistence';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type FreshDatabase, freshDatabase } from '../../../test/support/database.js';
import { AssignmentsProgramme1764000900300 } from '../src/migrations/1764000900300-assignments-programme.js';
import { PlanLines1764000900301 } from '../src/migrations/1764000900301-plan-lines.js';

// What a migration does to a record that is in use.
let database: FreshDatabase;
let runner: QueryRunner;
let end: () => Promise<void>;
beforeEach(async () => {
  database = await freshDatabase();
  const dataSource = createDataSource(database.url, { poolSize: 2 });
  await dataSource.initialize();
  runner = dataSource.createQueryRunner();
  end = async () => {
    await runner.release();
    await dataSource.destroy();
    await database.drop();
  };
  await runner.query(`INSERT INTO organization (name, kind) VALUES ('示例县', 'county')`);
  await runner.query(`INSERT INTO calendar (name, version, document, created_at) VALUES ('c', 1, '{}', now())`);
});
afterEach(() => end());

async function over(migration: MigrationInterface, before: () => Promise<void>): Promise<void> {
  await migration.down(runner);
  await before();
  await migration.up(runner);
}

async function programme(title: string, year: number, kind: string, archived: boolean): Promise<void> {
  await runner.query(
    `INSERT INTO programme (organization_id, title, year, kind, calendar_id, created_at, archived_at, acceptance_required)
     SELECT o.id, $1, $2, $3, c.id, now(), CASE WHEN $4 THEN now() END, false FROM organization o, calendar c`,
    [title, year, kind, archived],
  );
}

it('of several programmes of assignments the last goes on; one archived in its year is open again', async () => {
  const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  await over(new AssignmentsProgramme1764000900300(), async () => {
    await programme('旧交办', thisYear, 'assignments', false);
    await programme('交办事项', thisYear, 'assignments', true);
    await programme('清单', thisYear, 'list', true);
    await programme('交办事项', thisYear - 1, 'assignments', true);
  });
  expect(
    await runner.query(`SELECT title, year, kind, archived_at IS NOT NULL AS archived FROM programme ORDER BY id`),
  ).toEqual([
    { title: '旧交办', year: thisYear, kind: 'list', archived: false },
    { title: '交办事项', year: thisYear, kind: 'assignments', archived: false },
    { title: '清单', year: thisYear, kind: 'list', archived: true },
    { title: '交办事项', year: thisYear - 1, kind: 'assignments', archived: true },
  ]);
});

it('lines of a plan end with their months, whatever deadline they were laid down under', async () => {
  await over(new PlanLines1764000900301(), async () => {
    await programme('清单', 2026, 'list', false);
    await runner.query(`INSERT INTO category (programme_id, ordinal, name) SELECT id, 1, '类' FROM programme`);
    await runner.query(
      `INSERT INTO project (programme_id, category_id, number, title, deadline, unit_id)
       SELECT c.programme_id, c.id, 1, '事项', '2028-02-10', o.id FROM category c, organization o`,
    );
    await runner.query(
      `INSERT INTO plan_line (project_id, ends_on, percent)
       SELECT id, day, 50 FROM project, unnest('{2027-12-31,2028-01-31,2028-02-10}'::date[]) AS day`,
    );
  });
  expect(await runner.query('SELECT ends_on AS day FROM plan_line ORDER BY 1')).toEqual(
    ['2027-12-31', '2028-01-31', '2028-02-29'].map((day) => ({ day })),
  );
});
