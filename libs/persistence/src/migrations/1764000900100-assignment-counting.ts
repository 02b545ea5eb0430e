import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How each unit's limit of an assignment was counted, so that a changed calendar can count it again. What is there
 * already tells it in its arithmetic; a unit that joined under the assignment's limit was counted as the assignment.
 */
export class AssignmentCounting1764000900100 implements MigrationInterface {
  readonly name = 'AssignmentCounting1764000900100';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "assignment_unit" ADD "counted_from" TIMESTAMP WITH TIME ZONE');
    await runner.query('ALTER TABLE "assignment_unit" ADD "within_workdays" integer');
    await runner.query(
      `UPDATE assignment_unit u SET counted_from = w.since, within_workdays = w.workdays::integer
       FROM (SELECT u.assignment_id, u.unit_id,
                    CASE WHEN o.arithmetic = '与交办的时限相同' THEN a.assigned_at ELSE u.added_at END AS since,
                    substring(CASE WHEN o.arithmetic = '与交办的时限相同' THEN r.arithmetic ELSE o.arithmetic END
                              from '^交办次日起第([0-9]+)个工作日') AS workdays
             FROM assignment_unit u JOIN assignment a ON a.id = u.assignment_id JOIN round r ON r.id = a.round_id
             JOIN obligation o ON o.project_id = u.project_id AND o.cadence_key = 'assignment') w
       WHERE w.assignment_id = u.assignment_id AND w.unit_id = u.unit_id AND w.workdays IS NOT NULL`,
    );
    await runner.query(
      `ALTER TABLE "assignment_unit" ADD CONSTRAINT "assignment_unit_counted"
       CHECK ((counted_from IS NULL) = (within_workdays IS NULL))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "assignment_unit" DROP CONSTRAINT "assignment_unit_counted"');
    await runner.query('ALTER TABLE "assignment_unit" DROP COLUMN "within_workdays"');
    await runner.query('ALTER TABLE "assignment_unit" DROP COLUMN "counted_from"');
  }
}
