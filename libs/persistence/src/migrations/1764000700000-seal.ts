import type { MigrationInterface, QueryRunner } from 'typeorm';

const STATEMENTS = [
  `CREATE TABLE "history_seal" ("number" bigint NOT NULL, "sealed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "form" integer NOT NULL, "seqs" bigint array NOT NULL, "marks" bytea NOT NULL, "hash" bytea NOT NULL, "seen_to" bigint NOT NULL, "horizon" bigint NOT NULL, CONSTRAINT "PK_aace8abdfe1e1fe26b41ea4c054" PRIMARY KEY ("number"))`,
  `CREATE TRIGGER history_seal_append_only BEFORE UPDATE OR DELETE ON history_seal FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER history_seal_not_truncated BEFORE TRUNCATE ON history_seal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

/** The history is chained: a row changed or removed by whoever owns the table shows. */
export class Seal1764000700000 implements MigrationInterface {
  readonly name = 'Seal1764000700000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of STATEMENTS) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE "history_seal"');
  }
}
