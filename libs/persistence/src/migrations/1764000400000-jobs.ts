import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Background jobs with their files, and what an import has to remember to be undone. */
export class Jobs1764000400000 implements MigrationInterface {
  readonly name = 'Jobs1764000400000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SCHEMA) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SCHEMA = [
  `ALTER TABLE "ledger_import" DROP CONSTRAINT "FK_7b542d963d8548a7572a3f6b076"`,
  `CREATE TABLE "job" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "kind" text NOT NULL, "state" text NOT NULL DEFAULT 'queued', "params" jsonb NOT NULL DEFAULT '{}', "programme_id" bigint, "person_id" bigint, "actor_name" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "started_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, "progress_text" text NOT NULL DEFAULT '', "progress_done" integer NOT NULL DEFAULT '0', "progress_total" integer, "attempts" integer NOT NULL DEFAULT '0', "lease" text, "lease_until" TIMESTAMP WITH TIME ZONE, "cancel_asked_at" TIMESTAMP WITH TIME ZONE, "error_code" text, "error_text" text, "error_details" jsonb, CONSTRAINT "job_lease" CHECK ((state = 'running') = (lease_until IS NOT NULL)), CONSTRAINT "job_state" CHECK (state IN ('queued','running','done','failed','cancelled')), CONSTRAINT "PK_98ab1c14ff8d1cf80d18703b92f" PRIMARY KEY ("id"))`,
  `CREATE INDEX "job_open" ON "job"  ("id") WHERE state IN ('queued','running')`,
  `CREATE INDEX "job_of_person" ON "job"  ("person_id", "id")`,
  `CREATE TABLE "job_file" ("job_id" bigint NOT NULL, "role" text NOT NULL, "name" text NOT NULL, "sha256" text NOT NULL, "bytes" bytea NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "job_file_role" CHECK (role IN ('input','result')), CONSTRAINT "PK_181a5bcad7066dec3f6a6a64b6f" PRIMARY KEY ("job_id", "role"))`,
  `CREATE INDEX "job_file_age" ON "job_file"  ("created_at")`,
  `ALTER TABLE "ledger_import" ADD "trace" jsonb`,
  `ALTER TABLE "ledger_import" ADD "history_seq" bigint`,
  `ALTER TABLE "ledger_import" ADD "undone_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "ledger_import" ADD "undone_by" bigint`,
  `ALTER TABLE "poke" ADD "job_id" bigint`,
  `ALTER TABLE "ledger_import" ALTER COLUMN "programme_id" DROP NOT NULL`,
  `ALTER TABLE "job" ADD CONSTRAINT "FK_05e11c1a2e98ea5800f8963e1bd" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "job_file" ADD CONSTRAINT "FK_2563771e6c73683698cca5cd475" FOREIGN KEY ("job_id") REFERENCES "job"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ledger_import" ADD CONSTRAINT "FK_7b542d963d8548a7572a3f6b076" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE SET NULL ON UPDATE NO ACTION`,
  `ALTER TABLE "ledger_import" ADD CONSTRAINT "FK_ab39874fdfe5d01fd2d9ce44c67" FOREIGN KEY ("undone_by") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `DELETE FROM poke WHERE job_id IS NOT NULL`,
  `ALTER TABLE "poke" DROP COLUMN "job_id"`,
  `ALTER TABLE "ledger_import" DROP CONSTRAINT "FK_ab39874fdfe5d01fd2d9ce44c67"`,
  `ALTER TABLE "ledger_import" DROP COLUMN "undone_by"`,
  `ALTER TABLE "ledger_import" DROP COLUMN "undone_at"`,
  `ALTER TABLE "ledger_import" DROP COLUMN "history_seq"`,
  `ALTER TABLE "ledger_import" DROP COLUMN "trace"`,
  `ALTER TABLE "ledger_import" DROP CONSTRAINT "FK_7b542d963d8548a7572a3f6b076"`,
  `DELETE FROM ledger_import WHERE programme_id IS NULL`,
  `ALTER TABLE "ledger_import" ALTER COLUMN "programme_id" SET NOT NULL`,
  `ALTER TABLE "ledger_import" ADD CONSTRAINT "FK_7b542d963d8548a7572a3f6b076" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `DROP TABLE "job_file"`,
  `DROP TABLE "job"`,
];
