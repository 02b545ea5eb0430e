import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Until when the predecessor would have held the post: what a hand-over that is called off gives back. */
export class HandoverUntil1764000900400 implements MigrationInterface {
  readonly name = 'HandoverUntil1764000900400';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "planned_handover" ADD "until_at" TIMESTAMP WITH TIME ZONE');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE "planned_handover" DROP COLUMN "until_at"');
  }
}
