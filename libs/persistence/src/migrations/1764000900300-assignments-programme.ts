import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One programme of assignments for an organization and a year. Where it was renamed, so that a second one was made, the
 * last one goes on and the others are lists with what they have; where it was archived while its year still ran, so that
 * nothing could be assigned any more, it is open again.
 */
export class AssignmentsProgramme1764000900300 implements MigrationInterface {
  readonly name = 'AssignmentsProgramme1764000900300';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE programme p SET kind = 'list' WHERE kind = 'assignments' AND EXISTS (
         SELECT 1 FROM programme q WHERE q.kind = 'assignments' AND q.organization_id = p.organization_id
           AND q.year = p.year AND q.id > p.id)`,
    );
    await runner.query(
      `UPDATE programme SET archived_at = NULL, version = version + 1
       WHERE kind = 'assignments' AND archived_at IS NOT NULL AND year >= extract(year FROM now() AT TIME ZONE '+08:00'::interval)`,
    );
    await runner.query(
      `CREATE UNIQUE INDEX "programme_assignments" ON "programme" ("organization_id", "year") WHERE kind = 'assignments'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "programme_assignments"');
  }
}
