import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A project is written by its import and again by its launch. With room in its page the second version needs no entry in
 * the table's indexes.
 */
export class RoomToLaunch1764000900000 implements MigrationInterface {
  readonly name = 'RoomToLaunch1764000900000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "project" SET (fillfactor = 50)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "project" RESET (fillfactor)');
  }
}
