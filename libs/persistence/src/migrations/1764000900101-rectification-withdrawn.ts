import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A rectification case that the office withdraws, with its reason. */
export class RectificationWithdrawn1764000900101 implements MigrationInterface {
  readonly name = 'RectificationWithdrawn1764000900101';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `ALTER TABLE "rectification_case" ADD "withdrawn_at" TIMESTAMP WITH TIME ZONE, ADD "withdrawn_by" bigint,
         ADD "withdraw_why" text,
         ADD CONSTRAINT "rectification_withdrawn" CHECK ((withdrawn_at IS NULL) = (withdraw_why IS NULL)),
         ADD CONSTRAINT "rectification_one_end" CHECK (withdrawn_at IS NULL OR closed_out_at IS NULL)`,
    );
    await runner.query('DROP INDEX "rectification_open"');
    await runner.query(
      `CREATE INDEX "rectification_open" ON "rectification_case" ("project_id")
       WHERE closed_out_at IS NULL AND withdrawn_at IS NULL`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX "rectification_open"');
    await runner.query(
      'CREATE INDEX "rectification_open" ON "rectification_case" ("project_id") WHERE closed_out_at IS NULL',
    );
    await runner.query(
      `ALTER TABLE "rectification_case" DROP CONSTRAINT "rectification_one_end",
         DROP CONSTRAINT "rectification_withdrawn", DROP COLUMN "withdraw_why", DROP COLUMN "withdrawn_by",
         DROP COLUMN "withdrawn_at"`,
    );
  }
}
