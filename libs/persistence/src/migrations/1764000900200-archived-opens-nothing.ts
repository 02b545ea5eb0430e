import type { MigrationInterface, QueryRunner } from 'typeorm';

/** An archived programme opens nothing, so it waits for no opening: those that a changed calendar gave one lose it. */
export class ArchivedOpensNothing1764000900200 implements MigrationInterface {
  readonly name = 'ArchivedOpensNothing1764000900200';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('UPDATE "programme" SET "next_opening_at" = NULL WHERE "archived_at" IS NOT NULL');
    await runner.query(
      `ALTER TABLE "programme" ADD CONSTRAINT "programme_archived_opens_nothing"
         CHECK (archived_at IS NULL OR next_opening_at IS NULL)`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "programme" DROP CONSTRAINT "programme_archived_opens_nothing"');
  }
}
