import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lines of plans end with their months; whether a deadline ends one before that is asked of the deadline itself. */
export class PlanLines1764000900301 implements MigrationInterface {
  readonly name = 'PlanLines1764000900301';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE plan_line SET ends_on = (date_trunc('month', ends_on::timestamp) + interval '1 month - 1 day')::date`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE plan_line l SET ends_on = p.deadline FROM project p
       WHERE p.id = l.project_id AND date_trunc('month', p.deadline) = date_trunc('month', l.ends_on)`,
    );
  }
}
