import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Ad-hoc assignments to several units. */
export class Assignments1764000200002 implements MigrationInterface {
  readonly name = 'Assignments1764000200002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SCHEMA) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SCHEMA = [
  `CREATE TABLE "assignment" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "organization_id" bigint NOT NULL, "year" integer NOT NULL, "number" integer NOT NULL, "programme_id" bigint NOT NULL, "round_id" bigint NOT NULL, "title" text NOT NULL, "basis" text NOT NULL, "basis_text" text, "document_number" text, "urgency" text NOT NULL, "requirement" text NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "within_workdays" integer, "assigned_at" TIMESTAMP WITH TIME ZONE NOT NULL, "assigned_by" bigint, "assigned_by_name" text NOT NULL, "cancelled_at" TIMESTAMP WITH TIME ZONE, "cancel_why" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "assignment_round" UNIQUE ("round_id"), CONSTRAINT "assignment_number" UNIQUE ("organization_id", "year", "number"), CONSTRAINT "assignment_cancelled" CHECK ((cancelled_at IS NULL) = (cancel_why IS NULL)), CONSTRAINT "assignment_urgency" CHECK (urgency IN ('特急','加急','平件')), CONSTRAINT "PK_43c2f5a3859f54cedafb270f37e" PRIMARY KEY ("id"))`,
  `CREATE TABLE "assignment_unit" ("assignment_id" bigint NOT NULL, "unit_id" bigint NOT NULL, "role" text NOT NULL, "project_id" bigint NOT NULL, "added_at" TIMESTAMP WITH TIME ZONE NOT NULL, "later" boolean NOT NULL DEFAULT false, CONSTRAINT "assignment_unit_project" UNIQUE ("project_id"), CONSTRAINT "assignment_unit_role" CHECK (role IN ('lead','support')), CONSTRAINT "PK_431ae09531179106a6b134fa487" PRIMARY KEY ("assignment_id", "unit_id"))`,
  `ALTER TABLE "programme" ADD "kind" text NOT NULL DEFAULT 'list'`,
  `ALTER TABLE "round" ADD "urgent" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "assignment" ADD CONSTRAINT "FK_9b30528527cbdfbf41dad904c09" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "assignment" ADD CONSTRAINT "FK_776e87a7e015f07a5c233f3a858" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "assignment" ADD CONSTRAINT "FK_5191e656779b9097c887024b193" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "assignment_unit" ADD CONSTRAINT "FK_afd952a9538931761865d16fba7" FOREIGN KEY ("assignment_id") REFERENCES "assignment"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "assignment_unit" ADD CONSTRAINT "FK_702376a54c4bf571f86a186f5e2" FOREIGN KEY ("unit_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "assignment_unit" ADD CONSTRAINT "FK_387b69c16355cfe6829f937b6c8" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const DOWN = [
  `DROP TABLE assignment_unit, assignment`,
  `ALTER TABLE round DROP COLUMN urgent`,
  `ALTER TABLE programme DROP COLUMN kind`,
];
