import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A row version for a rectification case: its withdrawal names what the person saw. */
export class RectificationVersion1764000900202 implements MigrationInterface {
  readonly name = 'RectificationVersion1764000900202';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE "rectification_case" ADD "version" integer NOT NULL DEFAULT '1'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "rectification_case" DROP COLUMN "version"');
  }
}
