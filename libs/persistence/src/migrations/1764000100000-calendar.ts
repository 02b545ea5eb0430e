import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "calendar_layer" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "organization_id" bigint NOT NULL, "version" integer NOT NULL, "name" text NOT NULL, "notice" text NOT NULL, "days" jsonb NOT NULL, "reason" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "made_by" bigint, CONSTRAINT "calendar_layer_version" UNIQUE ("organization_id", "version"), CONSTRAINT "PK_b47912ac189112e41768aed7d13" PRIMARY KEY ("id"))`,
  `ALTER TABLE "calendar" ADD "base_id" bigint`,
  `ALTER TABLE "calendar" ADD "layer_ids" jsonb NOT NULL DEFAULT '[]'`,
  `ALTER TABLE "calendar" ADD "made_by" bigint`,
  `ALTER TABLE "round" ADD "cadence_id" bigint`,
  `ALTER TABLE "obligation" ADD "spent_rungs" jsonb`,
  `CREATE INDEX "calendar_of_base" ON "calendar"  ("base_id") WHERE base_id IS NOT NULL`,
  `ALTER TABLE "calendar" ADD CONSTRAINT "FK_12be3b6dcea27f0fc6efe62f4ac" FOREIGN KEY ("base_id") REFERENCES "calendar"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "calendar_layer" ADD CONSTRAINT "FK_099972f2dc5c977a8435a64ad25" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "round" ADD CONSTRAINT "FK_1a3a2e7ab7158a249a4a833e79a" FOREIGN KEY ("cadence_id") REFERENCES "cadence"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** Rounds that are there already were issued under the newest version of their cadence that was there before them. */
const WHICH_VERSION = `UPDATE round r SET cadence_id = (
  SELECT c.id FROM cadence c WHERE c.programme_id = r.programme_id AND c.key = r.cadence_key
  ORDER BY c.created_at <= r.opened_at DESC, c.version DESC LIMIT 1)`;

const BACK = [
  `ALTER TABLE "obligation" DROP COLUMN "spent_rungs"`,
  `ALTER TABLE "round" DROP COLUMN "cadence_id"`,
  `ALTER TABLE "calendar" DROP COLUMN "made_by"`,
  `ALTER TABLE "calendar" DROP COLUMN "layer_ids"`,
  `ALTER TABLE "calendar" DROP COLUMN "base_id"`,
  `DROP TABLE "calendar_layer"`,
];

/** Calendars have a second layer by organization; a round remembers the version of its cadence, an obligation what is spent. */
export class Calendar1764000100000 implements MigrationInterface {
  readonly name = 'Calendar1764000100000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...STATEMENTS, WHICH_VERSION]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of BACK) await runner.query(statement);
  }
}
