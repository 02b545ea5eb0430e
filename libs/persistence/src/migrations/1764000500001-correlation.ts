import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Marks what is written with the request that began it; an audit of sign-ins and refusals. */
export class Correlation1764000500001 implements MigrationInterface {
  readonly name = 'Correlation1764000500001';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of UP) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of MARKED) await runner.query(`ALTER TABLE "${table}" DROP COLUMN "request_id"`);
    await runner.query('DROP TABLE audit');
    await runner.query('DROP FUNCTION request_id()');
  }
}

const MARKED = ['history', 'poke', 'effect', 'notice'];

const UP = [
  `CREATE FUNCTION request_id() RETURNS text LANGUAGE sql STABLE
   AS $$ SELECT nullif(current_setting('duban.request_id', true), '') $$`,
  ...MARKED.map((table) => `ALTER TABLE "${table}" ADD "request_id" text DEFAULT request_id()`),
  `CREATE TABLE "audit" ("seq" bigint NOT NULL DEFAULT nextval('event_seq'), "at" TIMESTAMP WITH TIME ZONE NOT NULL, "act" text NOT NULL, "account_id" bigint, "login" text, "action" text, "target" text, "code" text, "address" text, "more" integer NOT NULL DEFAULT '0', "request_id" text DEFAULT request_id(), CONSTRAINT "PK_901dc5054523c0ae6589c355ffe" PRIMARY KEY ("seq"))`,
  `CREATE INDEX "audit_of_account" ON "audit"  ("account_id", "seq") `,
  `CREATE TRIGGER audit_append_only BEFORE UPDATE OR DELETE ON audit FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER audit_not_truncated BEFORE TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];
