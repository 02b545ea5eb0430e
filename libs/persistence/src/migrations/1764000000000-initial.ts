import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The first schema of the record. The statements come from the entities; the triggers below are its promises. */
export class Initial1764000000000 implements MigrationInterface {
  readonly name = 'Initial1764000000000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SCHEMA, ...TRIGGERS]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP SCHEMA public CASCADE');
    await runner.query('CREATE SCHEMA public');
  }
}

const SCHEMA = [
  `CREATE SEQUENCE IF NOT EXISTS event_seq`,
  `CREATE TABLE "calendar" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "name" text NOT NULL, "version" integer NOT NULL, "document" jsonb NOT NULL, "reason" text, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "calendar_version" UNIQUE ("name", "version"), CONSTRAINT "PK_2492fb846a48ea16d53864e3267" PRIMARY KEY ("id"))`,
  `CREATE TABLE "organization" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "parent_id" bigint, "name" text NOT NULL, "kind" text NOT NULL, CONSTRAINT "organization_name" UNIQUE ("parent_id", "name"), CONSTRAINT "PK_472c1f99a32def1b0abb219cd67" PRIMARY KEY ("id"))`,
  `CREATE TABLE "person" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "name" text NOT NULL, "phone" text, CONSTRAINT "PK_5fdaf670315c4b7e70cce85daa3" PRIMARY KEY ("id"))`,
  `CREATE INDEX "person_name" ON "person"  ("name") `,
  `CREATE TABLE "post" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "organization_id" bigint NOT NULL, "relation" text NOT NULL, "title" text NOT NULL, "version" integer NOT NULL DEFAULT '1', "project_id" bigint, CONSTRAINT "PK_be5fda3aac270b134ff9c21cdee" PRIMARY KEY ("id"))`,
  `CREATE INDEX "post_of_organization" ON "post"  ("organization_id", "relation") `,
  `CREATE TABLE "appointment" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "post_id" bigint NOT NULL, "person_id" bigint NOT NULL, "held_from" TIMESTAMP WITH TIME ZONE NOT NULL, "held_to" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_e8be1a53027415e709ce8a2db74" PRIMARY KEY ("id"))`,
  `CREATE INDEX "appointment_of_person" ON "appointment"  ("person_id") `,
  `CREATE UNIQUE INDEX "appointment_present" ON "appointment"  ("post_id") WHERE held_to IS NULL`,
  `CREATE TABLE "policy" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "key" text NOT NULL, "version" integer NOT NULL, "document" jsonb NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "policy_version" UNIQUE ("key", "version"), CONSTRAINT "PK_9917b0c5e4286703cc656b1d39f" PRIMARY KEY ("id"))`,
  `CREATE TABLE "programme" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "organization_id" bigint NOT NULL, "title" text NOT NULL, "year" integer NOT NULL, "calendar_id" bigint NOT NULL, "launched_at" TIMESTAMP WITH TIME ZONE, "next_opening_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "programme_title" UNIQUE ("organization_id", "year", "title"), CONSTRAINT "PK_76ff6b30b74f213944d1ac0a660" PRIMARY KEY ("id"))`,
  `CREATE TABLE "category" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "programme_id" bigint NOT NULL, "ordinal" integer NOT NULL, "name" text NOT NULL, CONSTRAINT "category_name" UNIQUE ("programme_id", "name"), CONSTRAINT "PK_9c4e4a89e3674fc9f382d733f03" PRIMARY KEY ("id"))`,
  `CREATE TABLE "programme_policy" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "programme_id" bigint NOT NULL, "ordinal" integer NOT NULL, "policy_id" bigint NOT NULL, CONSTRAINT "programme_policy_ordinal" UNIQUE ("programme_id", "ordinal"), CONSTRAINT "PK_01d22390aa5215b7a4d4bd17a66" PRIMARY KEY ("id"))`,
  `CREATE TABLE "cadence" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "programme_id" bigint NOT NULL, "key" text NOT NULL, "version" integer NOT NULL, "ordinal" integer NOT NULL, "document" jsonb NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "replaced_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "cadence_version" UNIQUE ("programme_id", "key", "version"), CONSTRAINT "PK_3df88c3db2f8279b3e88f4fe190" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "cadence_in_force" ON "cadence"  ("programme_id", "key") WHERE replaced_at IS NULL`,
  `CREATE TABLE "history" ("seq" bigint NOT NULL DEFAULT nextval('event_seq'), "at" TIMESTAMP WITH TIME ZONE NOT NULL, "obligation_id" bigint, "project_id" bigint, "programme_id" bigint, "act" text NOT NULL, "actor_id" bigint, "actor_name" text, "state_from" text, "state_to" text, "due_at" TIMESTAMP WITH TIME ZONE, "due_revision" integer, "yellow_at" TIMESTAMP WITH TIME ZONE, "submitted_at" TIMESTAMP WITH TIME ZONE, "ended" boolean NOT NULL DEFAULT false, "late" boolean NOT NULL DEFAULT false, "why" text, "data" jsonb, CONSTRAINT "PK_f738396327c513bc7a76df6220b" PRIMARY KEY ("seq"))`,
  `CREATE INDEX "history_of_project" ON "history"  ("project_id", "seq") `,
  `CREATE INDEX "history_of_obligation" ON "history"  ("obligation_id", "seq") `,
  `CREATE TABLE "account" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "person_id" bigint NOT NULL, "organization_id" bigint NOT NULL, "login" text NOT NULL, "password_hash" text NOT NULL, "role" text NOT NULL, "must_change_password" boolean NOT NULL DEFAULT false, "sample" boolean NOT NULL DEFAULT false, "failed_attempts" integer NOT NULL DEFAULT '0', "locked_until" TIMESTAMP WITH TIME ZONE, "disabled_at" TIMESTAMP WITH TIME ZONE, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_54115ee388cdb6d86bb4bf5b2ea" PRIMARY KEY ("id"))`,
  `CREATE INDEX "account_of_person" ON "account"  ("person_id") `,
  `CREATE UNIQUE INDEX "account_login" ON "account"  ("login") `,
  `CREATE TABLE "session" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "account_id" bigint NOT NULL, "token_hash" text NOT NULL, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "last_seen_at" TIMESTAMP WITH TIME ZONE NOT NULL, "expires_at" TIMESTAMP WITH TIME ZONE NOT NULL, "ended_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "PK_f55da76ac1c3ac420f444d2ff11" PRIMARY KEY ("id"))`,
  `CREATE INDEX "session_of_account" ON "session"  ("account_id") `,
  `CREATE UNIQUE INDEX "session_token" ON "session"  ("token_hash") `,
  `CREATE TABLE "ledger_import" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "programme_id" bigint NOT NULL, "file_name" text NOT NULL, "sha256" text NOT NULL, "summary" jsonb NOT NULL, "imported_at" TIMESTAMP WITH TIME ZONE NOT NULL, "imported_by" bigint, CONSTRAINT "PK_602a7f363fd8ce4eef16eb51950" PRIMARY KEY ("id"))`,
  `CREATE INDEX "ledger_import_of_programme" ON "ledger_import"  ("programme_id", "imported_at") `,
  `CREATE TABLE "project" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "programme_id" bigint NOT NULL, "category_id" bigint NOT NULL, "number" integer NOT NULL, "title" text NOT NULL, "objective" text, "measures" text, "deadline" date, "standing" boolean NOT NULL DEFAULT false, "unit_id" bigint NOT NULL, "supporting_units" jsonb NOT NULL DEFAULT '[]', "notes" jsonb NOT NULL DEFAULT '{}', "ledger_names" jsonb NOT NULL DEFAULT '{}', "state" text NOT NULL DEFAULT 'draft', "launched_at" TIMESTAMP WITH TIME ZONE, "closed_at" TIMESTAMP WITH TIME ZONE, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "project_number" UNIQUE ("programme_id", "number"), CONSTRAINT "project_state" CHECK (state IN ('draft','launched','closed','cancelled')), CONSTRAINT "PK_4d68b1358bb5b766d3e78f32f57" PRIMARY KEY ("id"))`,
  `CREATE INDEX "project_of_unit" ON "project"  ("unit_id") `,
  `CREATE TABLE "linkage" ("project_id" bigint NOT NULL, "relation" text NOT NULL, "post_id" bigint NOT NULL, CONSTRAINT "PK_469ac9d3d2c3a8874b1442c263a" PRIMARY KEY ("project_id", "relation"))`,
  `CREATE INDEX "linkage_of_post" ON "linkage"  ("post_id") `,
  `CREATE TABLE "milestone" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "project_id" bigint NOT NULL, "ordinal" integer NOT NULL, "day" date NOT NULL, "text" text NOT NULL, CONSTRAINT "PK_f8372abce331f60ba7b33fe23a7" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "milestone_of_project" ON "milestone"  ("project_id", "ordinal") `,
  `CREATE TABLE "round" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "programme_id" bigint NOT NULL, "cadence_key" text NOT NULL, "period_key" text NOT NULL, "name" text NOT NULL, "policy_id" bigint NOT NULL, "omit_proposals" boolean NOT NULL DEFAULT false, "opens_at" TIMESTAMP WITH TIME ZONE NOT NULL, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "provisional" boolean NOT NULL DEFAULT false, "arithmetic" text, CONSTRAINT "round_slot" UNIQUE ("programme_id", "cadence_key", "period_key"), CONSTRAINT "PK_34bd959f3f4a90eb86e4ae24d2d" PRIMARY KEY ("id"))`,
  `CREATE TABLE "clock" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "round_id" bigint NOT NULL, "shard" integer NOT NULL, "workflow_id" text NOT NULL, "closed_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "clock_shard" UNIQUE ("round_id", "shard"), CONSTRAINT "PK_f5e432be52c8e5686e4d31269ec" PRIMARY KEY ("id"))`,
  `CREATE INDEX "clock_open" ON "clock"  ("id") WHERE closed_at IS NULL`,
  `CREATE TABLE "poke" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "clock_id" bigint, "programme_id" bigint, "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_26164f3e57308ca7ac409ff1274" PRIMARY KEY ("id"))`,
  `CREATE TABLE "obligation" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "clock_id" bigint NOT NULL, "project_id" bigint NOT NULL, "cadence_key" text NOT NULL, "period_key" text NOT NULL, "profile" text NOT NULL, "owed_by" text NOT NULL, "state" text NOT NULL, "state_before" text, "opened_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "original_due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_revision" integer NOT NULL DEFAULT '1', "planned_at" TIMESTAMP WITH TIME ZONE NOT NULL, "swept_to" TIMESTAMP WITH TIME ZONE NOT NULL, "yellow_at" TIMESTAMP WITH TIME ZONE NOT NULL, "next_wake_at" TIMESTAMP WITH TIME ZONE, "received_at" TIMESTAMP WITH TIME ZONE, "submitted_at" TIMESTAMP WITH TIME ZONE, "returned_at" TIMESTAMP WITH TIME ZONE, "return_count" integer NOT NULL DEFAULT '0', "suspended_at" TIMESTAMP WITH TIME ZONE, "ended_at" TIMESTAMP WITH TIME ZONE, "provisional" boolean NOT NULL DEFAULT false, "late" boolean NOT NULL DEFAULT false, "survives_close" boolean NOT NULL DEFAULT false, "arithmetic" text, "case_id" bigint, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "obligation_slot" UNIQUE ("project_id", "cadence_key", "period_key"), CONSTRAINT "obligation_suspension" CHECK ((state = 'suspended') = (state_before IS NOT NULL)), CONSTRAINT "obligation_state" CHECK (state IN ('planned','open','received','submitted','returned','suspended','accepted','cancelled')), CONSTRAINT "PK_3a70be17386980c9fec1df4d25d" PRIMARY KEY ("id"))`,
  `CREATE INDEX "obligation_live_due" ON "obligation"  ("due_at") WHERE ended_at IS NULL`,
  `CREATE INDEX "obligation_of_clock" ON "obligation"  ("clock_id") `,
  `CREATE INDEX "obligation_wake" ON "obligation"  ("clock_id", "next_wake_at") WHERE next_wake_at IS NOT NULL`,
  `CREATE TABLE "submission" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "obligation_id" bigint NOT NULL, "submitted_at" TIMESTAMP WITH TIME ZONE NOT NULL, "submitted_by" bigint, "progress_percent" integer, "text" text, "problems" text, "next_steps" text, CONSTRAINT "PK_7faa571d0e4a7076e85890c9bd0" PRIMARY KEY ("id"))`,
  `CREATE INDEX "submission_of_obligation" ON "submission"  ("obligation_id", "submitted_at") `,
  `CREATE TABLE "effect" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "kind" text NOT NULL, "cause_key" text NOT NULL, "clock_id" bigint NOT NULL, "payload" jsonb NOT NULL DEFAULT '{}', "state" text NOT NULL DEFAULT 'pending', "attempts" integer NOT NULL DEFAULT '0', "created_at" TIMESTAMP WITH TIME ZONE NOT NULL, "done_at" TIMESTAMP WITH TIME ZONE, "last_error" text, CONSTRAINT "effect_state" CHECK (state IN ('pending','done','dead')), CONSTRAINT "PK_d9f2bcb19b53f7f26e0b7c484e4" PRIMARY KEY ("id"))`,
  `CREATE INDEX "effect_pending" ON "effect"  ("clock_id", "id") WHERE state = 'pending'`,
  `CREATE UNIQUE INDEX "effect_cause" ON "effect"  ("cause_key") `,
  `CREATE TABLE "notice" ("seq" bigint NOT NULL DEFAULT nextval('event_seq'), "obligation_id" bigint NOT NULL, "rung_key" text NOT NULL, "cycle" text NOT NULL, "due_revision" integer NOT NULL, "action" text NOT NULL, "post" text NOT NULL, "ordinal" integer NOT NULL, "person_id" bigint, "person_name" text, "channel" text NOT NULL, "rung_at" TIMESTAMP WITH TIME ZONE NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "due_at" TIMESTAMP WITH TIME ZONE NOT NULL, "late" boolean NOT NULL DEFAULT false, "effect_id" bigint, "delivered_at" TIMESTAMP WITH TIME ZONE, "read_at" TIMESTAMP WITH TIME ZONE, "title" text NOT NULL, CONSTRAINT "PK_4702fa58de5b52c91472b2244fc" PRIMARY KEY ("seq"))`,
  `CREATE INDEX "notice_of_effect" ON "notice"  ("effect_id") `,
  `CREATE INDEX "notice_inbox" ON "notice"  ("person_id", "seq") WHERE person_id IS NOT NULL`,
  `CREATE UNIQUE INDEX "notice_once" ON "notice"  ("obligation_id", "rung_key", "cycle", "post", "channel") `,
  `CREATE TABLE "rectification_case" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "organization_id" bigint NOT NULL, "year" integer NOT NULL, "number" integer NOT NULL, "project_id" bigint NOT NULL, "round_id" bigint NOT NULL, "reason" text NOT NULL, "reason_text" text, "within_workdays" integer NOT NULL, "attempt" integer NOT NULL DEFAULT '1', "issued_at" TIMESTAMP WITH TIME ZONE NOT NULL, "issued_by" bigint, "source_obligation_id" bigint, "closed_out_at" TIMESTAMP WITH TIME ZONE, "archived_at" TIMESTAMP WITH TIME ZONE, CONSTRAINT "rectification_number" UNIQUE ("organization_id", "year", "number"), CONSTRAINT "PK_231dc10d41beefd29a3f2c22e37" PRIMARY KEY ("id"))`,
  `CREATE INDEX "rectification_open" ON "rectification_case"  ("project_id") WHERE closed_out_at IS NULL`,
  `CREATE TABLE "rectification_proposal" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "obligation_id" bigint NOT NULL, "proposed_at" TIMESTAMP WITH TIME ZONE NOT NULL, "used_at" TIMESTAMP WITH TIME ZONE, "case_id" bigint, CONSTRAINT "PK_01992a12aac9298a18050889bc4" PRIMARY KEY ("id"))`,
  `CREATE UNIQUE INDEX "proposal_pending" ON "rectification_proposal"  ("obligation_id") WHERE used_at IS NULL`,
  `CREATE TABLE "case_counter" ("organization_id" bigint NOT NULL, "year" integer NOT NULL, "last" integer NOT NULL, CONSTRAINT "PK_22896fbfc23f3f672358d845186" PRIMARY KEY ("organization_id", "year"))`,
  `ALTER TABLE "organization" ADD CONSTRAINT "FK_15acafd6698ac846c6b6a6a50ec" FOREIGN KEY ("parent_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "post" ADD CONSTRAINT "FK_817e413ad1801b60b3b7095aa8a" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "appointment" ADD CONSTRAINT "FK_41a3b8492a7469506dab2b5d928" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "appointment" ADD CONSTRAINT "FK_1dcd734d271134b4e17f7ee9942" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "programme" ADD CONSTRAINT "FK_1ebce2e42d4cd28f07840ae59fd" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "programme" ADD CONSTRAINT "FK_340814dd10ddc16546ec607b3d6" FOREIGN KEY ("calendar_id") REFERENCES "calendar"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "category" ADD CONSTRAINT "FK_71b9f6f14ac79a5ccbffc9be285" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "programme_policy" ADD CONSTRAINT "FK_24bf676ef83d0d39eb0c9c9a15b" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "programme_policy" ADD CONSTRAINT "FK_6411a0366c5f05c6ebe78d9453d" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "cadence" ADD CONSTRAINT "FK_2b4bfb65499d8fb3310dc285baf" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "account" ADD CONSTRAINT "FK_73b5a14ecc8f5529ea98a746d51" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "account" ADD CONSTRAINT "FK_020686089902f4a0b53aa740196" FOREIGN KEY ("organization_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "session" ADD CONSTRAINT "FK_fae5a6b4a57f098e9af8520d499" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ledger_import" ADD CONSTRAINT "FK_7b542d963d8548a7572a3f6b076" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "ledger_import" ADD CONSTRAINT "FK_d6a06624d301aa1277736e6a480" FOREIGN KEY ("imported_by") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "project" ADD CONSTRAINT "FK_a957be019e3ecfebb3812ed722e" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "project" ADD CONSTRAINT "FK_826c5e0f45e35b5983c8379be7b" FOREIGN KEY ("category_id") REFERENCES "category"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "project" ADD CONSTRAINT "FK_c771fec295fbb2cb690e12ca88d" FOREIGN KEY ("unit_id") REFERENCES "organization"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "linkage" ADD CONSTRAINT "FK_c80a4e40fe028f03ca994c7684f" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "linkage" ADD CONSTRAINT "FK_acac7b1cc722872d2aaa5137822" FOREIGN KEY ("post_id") REFERENCES "post"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "milestone" ADD CONSTRAINT "FK_a6f99388cc316eeee256347f0c0" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "round" ADD CONSTRAINT "FK_0756fef08fca697d7fef2f777b2" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "round" ADD CONSTRAINT "FK_c4ae6057ada8c6abdcf8f0b23c3" FOREIGN KEY ("policy_id") REFERENCES "policy"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "clock" ADD CONSTRAINT "FK_6c11468e9ea10610d27f6457ffe" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "obligation" ADD CONSTRAINT "FK_9add5887a410574dff551554d21" FOREIGN KEY ("clock_id") REFERENCES "clock"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "obligation" ADD CONSTRAINT "FK_7bad0f3a1d3ee99f34fab2d3b7c" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "submission" ADD CONSTRAINT "FK_a3d25df723e63d9a5eb1ba51cab" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "notice" ADD CONSTRAINT "FK_205b356c28bfc393330dfca4d72" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "notice" ADD CONSTRAINT "FK_cbccce4ddb88370b16d74e25a0e" FOREIGN KEY ("effect_id") REFERENCES "effect"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "rectification_case" ADD CONSTRAINT "FK_305f1895bc43f7e562e62960d97" FOREIGN KEY ("project_id") REFERENCES "project"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "rectification_case" ADD CONSTRAINT "FK_4f7c841917467c33b93988a7593" FOREIGN KEY ("round_id") REFERENCES "round"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "rectification_case" ADD CONSTRAINT "FK_f14a52364a031bb1fca6672759e" FOREIGN KEY ("source_obligation_id") REFERENCES "obligation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "rectification_proposal" ADD CONSTRAINT "FK_f8c021aea36b00c24637466cdb1" FOREIGN KEY ("obligation_id") REFERENCES "obligation"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

const TRIGGERS = [
  `CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN RAISE EXCEPTION 'table % is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege'; END $$`,
  `CREATE TRIGGER history_append_only BEFORE UPDATE OR DELETE ON history FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER history_not_truncated BEFORE TRUNCATE ON history FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
  `CREATE FUNCTION announce_poke() RETURNS trigger LANGUAGE plpgsql AS $$
   BEGIN PERFORM pg_notify('duban_poke', ''); RETURN NULL; END $$`,
  `CREATE TRIGGER poke_announced AFTER INSERT ON poke FOR EACH STATEMENT EXECUTE FUNCTION announce_poke()`,
];
