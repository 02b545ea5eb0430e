import { createDataSource } from '@duban/persistence';
import { expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.js';
import { AssignmentsProgramme1764000900300 } from '../src/migrations/1764000900300-assignments-programme.js';

it('of several programmes of assignments the last goes on; one archived in its year is open again', async () => {
  const database = await freshDatabase();
  const dataSource = createDataSource(database.url, { poolSize: 2 });
  await dataSource.initialize();
  const runner = dataSource.createQueryRunner();
  const migration = new AssignmentsProgramme1764000900300();
  await migration.down(runner);
  await runner.query(`INSERT INTO organization (name, kind) VALUES ('示例县', 'county')`);
  await runner.query(`INSERT INTO calendar (name, version, document, created_at) VALUES ('c', 1, '{}', now())`);
  const thisYear = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
  const made: [string, number, string, boolean][] = [
    ['旧交办', thisYear, 'assignments', false],
    ['交办事项', thisYear, 'assignments', true],
    ['清单', thisYear, 'list', true],
    ['交办事项', thisYear - 1, 'assignments', true],
  ];
  for (const [title, year, kind, archived] of made) {
    await runner.query(
      `INSERT INTO programme (organization_id, title, year, kind, calendar_id, created_at, archived_at, acceptance_required)
       SELECT o.id, $1, $2, $3, c.id, now(), CASE WHEN $4 THEN now() END, false FROM organization o, calendar c`,
      [title, year, kind, archived],
    );
  }
  await migration.up(runner);
  expect(
    await runner.query(`SELECT title, year, kind, archived_at IS NOT NULL AS archived FROM programme ORDER BY id`),
  ).toEqual([
    { title: '旧交办', year: thisYear, kind: 'list', archived: false },
    { title: '交办事项', year: thisYear, kind: 'assignments', archived: false },
    { title: '清单', year: thisYear, kind: 'list', archived: true },
    { title: '交办事项', year: thisYear - 1, kind: 'assignments', archived: true },
  ]);
  await runner.release();
  await dataSource.destroy();
  await database.drop();
});
