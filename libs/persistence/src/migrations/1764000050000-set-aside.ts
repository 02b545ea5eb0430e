import type { MigrationInterface, QueryRunner } from 'typeorm';

export class SetAside1764000050000 implements MigrationInterface {
  readonly name = 'SetAside1764000050000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(): Promise<void> {
    throw new Error('this migration is not undone: restore the backup made before it');
  }
}

const STATEMENTS = [
  `CREATE TABLE "set_aside" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "programme_id" bigint NOT NULL, "obligation_id" bigint, "cadence_key" text NOT NULL, "period_key" text NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "reason" text NOT NULL, "resolved_at" TIMESTAMP WITH TIME ZONE, "resolved_by" bigint, CONSTRAINT "PK_3f5b27cd5abdbd711c15b2c1d2c" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "set_aside_opening" ON "set_aside"  ("programme_id", "cadence_key", "period_key") WHERE resolved_at IS NULL AND obligation_id IS NULL`,
  `CREATE UNIQUE INDEX "set_aside_obligation" ON "set_aside"  ("obligation_id") WHERE resolved_at IS NULL AND obligation_id IS NOT NULL`,
  `ALTER TABLE "set_aside" ADD CONSTRAINT "FK_d545a2b604ecfe5eb3f5174e45e" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
