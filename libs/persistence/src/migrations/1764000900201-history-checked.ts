import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The nights for which the chain over the history was gone along, so that one that was missed shows. */
export class HistoryChecked1764000900201 implements MigrationInterface {
  readonly name = 'HistoryChecked1764000900201';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `CREATE TABLE "history_check" ("night" date NOT NULL, "checked_at" TIMESTAMP WITH TIME ZONE NOT NULL,
         "fault" text, CONSTRAINT "PK_history_check" PRIMARY KEY ("night"))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "history_check"');
  }
}
