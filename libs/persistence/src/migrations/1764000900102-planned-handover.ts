import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Hand-overs dated ahead. */
export class PlannedHandover1764000900102 implements MigrationInterface {
  readonly name = 'PlannedHandover1764000900102';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of SCHEMA) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE planned_handover');
  }
}

const SCHEMA = [
  `CREATE TABLE "planned_handover" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "post_id" bigint NOT NULL, "person_id" bigint NOT NULL, "successor_id" bigint NOT NULL, "from_at" TIMESTAMP WITH TIME ZONE NOT NULL, "why" text NOT NULL, "planned_at" TIMESTAMP WITH TIME ZONE NOT NULL, "done_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_132adabf050b1f8b0291293f7db" PRIMARY KEY ("id"))`,
  `CREATE INDEX "handover_waiting" ON "planned_handover"  ("from_at") WHERE done_at IS NULL`,
  `ALTER TABLE "planned_handover" ADD CONSTRAINT "FK_a491f314c421c3fd10658aa0adf" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "planned_handover" ADD CONSTRAINT "FK_baa00ee232790486d8c40f09416" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "planned_handover" ADD CONSTRAINT "FK_1162edf8a4f92f2c766fc3ca452" FOREIGN KEY ("successor_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];
