import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Appointments that were handed over, and the unread notices that went with them. */
export class Handover1764000200001 implements MigrationInterface {
  readonly name = 'Handover1764000200001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SCHEMA) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SCHEMA = [
  `ALTER TABLE "appointment" ADD "handed_over" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "notice" ADD "handed_over_at" TIMESTAMP WITH TIME ZONE`,
];

const DOWN = [`ALTER TABLE notice DROP COLUMN handed_over_at`, `ALTER TABLE appointment DROP COLUMN handed_over`];
