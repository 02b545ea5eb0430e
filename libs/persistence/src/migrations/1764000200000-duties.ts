import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Extension requests, and proposals of rectification that are declined. */
export class Duties1764000200000 implements MigrationInterface {
  readonly name = 'Duties1764000200000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SCHEMA, ...BY_HAND]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SCHEMA = [
  `CREATE TABLE "extension_request" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "obligation_id" bigint NOT NULL, "state" text NOT NULL DEFAULT 'pending', "applied_at" TIMESTAMP WITH TIME ZONE NOT NULL, "applied_by" bigint, "applied_by_name" text NOT NULL, "why" text NOT NULL, "progress" text NOT NULL, "progress_percent" integer, "new_due" date NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "decided_at" TIMESTAMP WITH TIME ZONE, "decided_by" bigint, "decided_by_name" text, "decision_why" text, "granted_due" date, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "extension_granted" CHECK ((state = 'approved') = (granted_due IS NOT NULL)), CONSTRAINT "extension_decided" CHECK ((state = 'pending') = (decided_at IS NULL)), CONSTRAINT "extension_state" CHECK (state IN ('pending','approved','refused','withdrawn','lapsed')), CONSTRAINT "PK_fa783aff51254a4e5739909d199" PRIMARY KEY ("id"))`,
  `CREATE INDEX "extension_of_applicant" ON "extension_request"  ("applied_by") WHERE state = 'pending'`,
  `CREATE INDEX "extension_of_obligation" ON "extension_request"  ("obligation_id", "id")`,
  `CREATE UNIQUE INDEX "extension_pending" ON "extension_request"  ("obligation_id") WHERE state = 'pending'`,
  `ALTER TABLE "rectification_proposal" ADD "declined_at" TIMESTAMP WITH TIME ZONE`,
  `ALTER TABLE "rectification_proposal" ADD "declined_by" bigint`,
  `ALTER TABLE "rectification_proposal" ADD "decline_why" text`,
  `ALTER TABLE "rectification_proposal" ADD CONSTRAINT "proposal_settled_once" CHECK (used_at IS NULL OR declined_at IS NULL)`,
  `ALTER TABLE "extension_request" ADD CONSTRAINT "FK_aaee60c8115b20b22e36b4dc332" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** What is compared by no tool. */
const BY_HAND = [
  `DROP INDEX proposal_pending`,
  `CREATE UNIQUE INDEX proposal_pending ON rectification_proposal (obligation_id) WHERE used_at IS NULL AND declined_at IS NULL`,
];

const DOWN = [
  `DROP TABLE extension_request`,
  `DROP INDEX proposal_pending`,
  `DELETE FROM rectification_proposal WHERE declined_at IS NOT NULL`,
  `ALTER TABLE rectification_proposal DROP CONSTRAINT proposal_settled_once, DROP COLUMN declined_at, DROP COLUMN declined_by, DROP COLUMN decline_why`,
  `CREATE UNIQUE INDEX proposal_pending ON rectification_proposal (obligation_id) WHERE used_at IS NULL`,
];
