import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATES = `'proposed','reviewing','returned','draft','launched','accepted','closed','cancelled'`;
const STATES_BEFORE = `'draft','launched','closed','cancelled'`;

const STATEMENTS = [
  `CREATE TABLE "project_plan" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "project_id" bigint NOT NULL, "version" integer NOT NULL, "lines" jsonb NOT NULL, "why" text, "made_at" TIMESTAMP WITH TIME ZONE NOT NULL, "made_by" bigint, "maker_name" text, CONSTRAINT "project_plan_version" UNIQUE ("project_id", "version"), CONSTRAINT "PK_759d33fce71c95de832df935841" PRIMARY KEY ("id"))`,
  `CREATE TABLE "plan_line" ("project_id" bigint NOT NULL, "ends_on" date NOT NULL, "percent" integer NOT NULL, CONSTRAINT "PK_7fb7eccdbaeab80f43e6c7fb2a7" PRIMARY KEY ("project_id", "ends_on"))`,
  `ALTER TABLE "programme" ADD "version" integer NOT NULL DEFAULT '1'`,
  `ALTER TABLE "programme" ADD "archived_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "programme" ADD "declared_categories" integer`,
  `ALTER TABLE "programme" ADD "declared_projects" integer`,
  `ALTER TABLE "programme" ADD "acceptance_required" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "programme" ADD "plan_lights" jsonb NOT NULL DEFAULT '{"redOverPoints": 30, "yellowFromPoints": 10}'`,
  `ALTER TABLE "project" ADD "origin" text NOT NULL DEFAULT 'ledger'`,
  `ALTER TABLE "project" ADD "source" text`,
  `ALTER TABLE "project" ADD "source_text" text`,
  `ALTER TABLE "project" ADD "guarantees" jsonb NOT NULL DEFAULT '{}'`,
  `ALTER TABLE "project" ADD "level" text`,
  `ALTER TABLE "project" ADD "parent_id" bigint`,
  `ALTER TABLE "project" ADD "reviewed_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "project" ADD "reviewed_by" bigint`,
  `ALTER TABLE "project" ADD "review_opinion" text`,
  `ALTER TABLE "project" ADD "accepted_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "project" ADD "accepted_by" bigint`,
  `ALTER TABLE "project" ADD "acceptance_opinion" text`,
  `ALTER TABLE "milestone" ADD "ledger_day" date`,
  `ALTER TABLE "milestone" ADD "ledger_text" text`,
  `ALTER TABLE "milestone" ADD "completed_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "milestone" ADD "completed_by" bigint`,
  `ALTER TABLE "milestone" ADD "evidence" text`,
  `ALTER TABLE "milestone" ADD "version" integer NOT NULL DEFAULT '1'`,
  `CREATE INDEX "project_deadline" ON "project"  ("deadline") WHERE deadline IS NOT NULL`,
  `CREATE INDEX "project_of_parent" ON "project"  ("parent_id") WHERE parent_id IS NOT NULL`,
  `CREATE INDEX "project_of_category" ON "project"  ("category_id") `,
  `CREATE INDEX "milestone_open_day" ON "milestone"  ("day") WHERE completed_at IS NULL`,
  `ALTER TABLE "project" ADD CONSTRAINT "FK_7a137fb033e2578a25ef92ab850" FOREIGN KEY ("parent_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "project_plan" ADD CONSTRAINT "FK_6c4f23de4d0a34200e0f0aed95c" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "plan_line" ADD CONSTRAINT "FK_388f75bb0f22ddbf169b6a2191a" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "project" DROP CONSTRAINT "project_state"`,
  `ALTER TABLE "project" ADD CONSTRAINT "project_state" CHECK (state IN (${STATES}))`,
  `UPDATE milestone SET ledger_day = day, ledger_text = text`,
];

const BACK = [
  `UPDATE project SET state = CASE state WHEN 'accepted' THEN 'launched' ELSE 'draft' END
   WHERE state NOT IN (${STATES_BEFORE})`,
  `ALTER TABLE "project" DROP CONSTRAINT "project_state"`,
  `ALTER TABLE "project" ADD CONSTRAINT "project_state" CHECK (state IN (${STATES_BEFORE}))`,
  `DROP TABLE "plan_line"`,
  `DROP TABLE "project_plan"`,
  `DROP INDEX "milestone_open_day"`,
  `DROP INDEX "project_of_category"`,
  `ALTER TABLE "programme" DROP COLUMN "version", DROP COLUMN "archived_at", DROP COLUMN "declared_categories", DROP COLUMN "declared_projects", DROP COLUMN "acceptance_required", DROP COLUMN "plan_lights"`,
  `ALTER TABLE "project" DROP COLUMN "origin", DROP COLUMN "source", DROP COLUMN "source_text", DROP COLUMN "guarantees", DROP COLUMN "level", DROP COLUMN "parent_id", DROP COLUMN "reviewed_at", DROP COLUMN "reviewed_by", DROP COLUMN "review_opinion", DROP COLUMN "accepted_at", DROP COLUMN "accepted_by", DROP COLUMN "acceptance_opinion"`,
  `ALTER TABLE "milestone" DROP COLUMN "ledger_day", DROP COLUMN "ledger_text", DROP COLUMN "completed_at", DROP COLUMN "completed_by", DROP COLUMN "evidence", DROP COLUMN "version"`,
];

/** Projects by hand: their founding, acceptance, plan by months and place below a parent; steps that are done. */
export class Projects1764000300000 implements MigrationInterface {
  readonly name = 'Projects1764000300000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}
