import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * One index for every question a clock asks of its obligations, instead of two: a month-end's sweep and a launch write
 * each index of each row.
 */
export class OneClockIndex1764000800000 implements MigrationInterface {
  readonly name = 'OneClockIndex1764000800000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "obligation_wake"');
    await runner.query('DROP INDEX "obligation_of_clock"');
    await runner.query('CREATE INDEX "obligation_of_clock" ON "obligation"  ("clock_id", "next_wake_at") ');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "obligation_of_clock"');
    await runner.query('CREATE INDEX "obligation_of_clock" ON "obligation"  ("clock_id") ');
    await runner.query(
      'CREATE INDEX "obligation_wake" ON "obligation"  ("clock_id", "next_wake_at") WHERE next_wake_at IS NOT NULL',
    );
  }
}
