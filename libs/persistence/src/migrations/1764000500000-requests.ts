import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Answers kept for idempotency keys; the order in which rounds are listed. */
export class Requests1764000500000 implements MigrationInterface {
  readonly name = 'Requests1764000500000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE kept_answer');
    await runner.query('DROP INDEX round_opened');
  }
}

const UP = [
  `CREATE TABLE "kept_answer" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "account_id" bigint NOT NULL, "key_hash" text NOT NULL, "fingerprint" text NOT NULL, "kept_at" TIMESTAMP WITH TIME ZONE NOT NULL, "status" integer NOT NULL, "location" text, "body" bytea NOT NULL, CONSTRAINT "PK_b9338251fe574cd69c168d23693" PRIMARY KEY ("id"))`,
  `CREATE INDEX "kept_answer_age" ON "kept_answer"  ("kept_at") `,
  `CREATE UNIQUE INDEX "kept_answer_key" ON "kept_answer"  ("account_id", "key_hash") `,
  `CREATE INDEX "round_opened" ON "round"  ("opened_at", "id") `,
  `ALTER TABLE "kept_answer" ADD CONSTRAINT "FK_641cf22d5890a6db13a682ac187" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
