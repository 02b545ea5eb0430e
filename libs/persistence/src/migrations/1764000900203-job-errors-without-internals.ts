import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a driver said of a broken job is the log's, not the row's. What was taken out does not come back. */
export class JobErrorsWithoutInternals1764000900203 implements MigrationInterface {
  readonly name = 'JobErrorsWithoutInternals1764000900203';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `UPDATE "job" SET "error_details" = "error_details" - 'reason'
       WHERE "error_code" IN ('JOB_GIVEN_UP', 'JOB_INTERRUPTED')`,
    );
  }

  async down(): Promise<void> {
    // nothing to undo
  }
}
