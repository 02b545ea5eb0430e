import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Delivery of notices outside the application: channels, addresses, messages and what became of them. */
export class Delivery1764000600000 implements MigrationInterface {
  readonly name = 'Delivery1764000600000';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...SCHEMA, ...BY_HAND]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await runner.query(statement);
  }
}

const SCHEMA = [
  `CREATE TABLE "channel" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "name" text NOT NULL, "enabled" boolean NOT NULL DEFAULT false, "full_at" TIMESTAMP WITH TIME ZONE, "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "channel_name" UNIQUE ("name"), CONSTRAINT "PK_590f33ee6ee7d76437acf362e39" PRIMARY KEY ("id"))`,
  `CREATE TABLE "address" ("person_id" bigint NOT NULL, "channel" text NOT NULL, "address" text NOT NULL, "wanted" boolean NOT NULL DEFAULT true, "version" integer NOT NULL DEFAULT '1', "changed_at" TIMESTAMP WITH TIME ZONE NOT NULL, CONSTRAINT "PK_b98f06d2af27ffaf7332eaefa12" PRIMARY KEY ("person_id", "channel"))`,
  `CREATE TABLE "message" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "channel_id" bigint NOT NULL, "person_id" bigint NOT NULL, "programme_id" bigint NOT NULL, "urgent" boolean NOT NULL DEFAULT false, "digest_key" text NOT NULL, "state" text NOT NULL DEFAULT 'queued', "queued_at" TIMESTAMP WITH TIME ZONE NOT NULL, "next_at" TIMESTAMP WITH TIME ZONE NOT NULL, "attempts" integer NOT NULL DEFAULT '0', "resends" integer NOT NULL DEFAULT '0', "lease" text, "lease_until" TIMESTAMP WITH TIME ZONE, "begun_at" TIMESTAMP WITH TIME ZONE, "settled_at" TIMESTAMP WITH TIME ZONE, "reason" text, "version" integer NOT NULL DEFAULT '1', CONSTRAINT "message_key" UNIQUE ("digest_key"), CONSTRAINT "message_lease" CHECK ((state = 'sending') = (lease_until IS NOT NULL)), CONSTRAINT "message_state" CHECK (state IN ('queued','sending','sent','unknown','failed','dead','abandoned')), CONSTRAINT "PK_ba01f0a3e0123651915008bc578" PRIMARY KEY ("id"))`,
  `CREATE INDEX "message_unsettled" ON "message"  ("id") WHERE state IN ('unknown','dead')`,
  `CREATE INDEX "message_sending" ON "message"  ("channel_id", "lease_until") WHERE state = 'sending'`,
  `CREATE INDEX "message_open" ON "message"  ("person_id", "channel_id") WHERE state IN ('queued','failed')`,
  `CREATE INDEX "message_waiting" ON "message"  ("channel_id", "next_at") WHERE state IN ('queued','failed')`,
  `CREATE TABLE "message_notice" ("notice_seq" bigint NOT NULL, "channel_id" bigint NOT NULL, "message_id" bigint NOT NULL, CONSTRAINT "PK_2593a6c20ca95bb20f5bab0f899" PRIMARY KEY ("notice_seq", "channel_id"))`,
  `CREATE INDEX "message_notice_of" ON "message_notice"  ("message_id")`,
  `CREATE TABLE "message_event" ("id" bigint GENERATED ALWAYS AS IDENTITY NOT NULL, "message_id" bigint NOT NULL, "at" TIMESTAMP WITH TIME ZONE NOT NULL, "act" text NOT NULL, "state_from" text, "state_to" text NOT NULL, "actor_id" bigint, "reason" text, CONSTRAINT "PK_d9c02c5db2a0f43d4ae8870c0de" PRIMARY KEY ("id"))`,
  `CREATE INDEX "message_event_of" ON "message_event"  ("message_id", "id")`,
  `ALTER TABLE "poke" ADD "channel_id" bigint`,
  `ALTER TABLE "notice" ADD "urgent" boolean NOT NULL DEFAULT false`,
  `ALTER TABLE "address" ADD CONSTRAINT "FK_b370008f75f439dbba95cf6d5e8" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "message" ADD CONSTRAINT "FK_f6d0a3bccef803efd6d5102655c" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "message" ADD CONSTRAINT "FK_52995f4851bfc5b0b6f094cc59f" FOREIGN KEY ("person_id") REFERENCES "person"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "message" ADD CONSTRAINT "FK_102fccc3e5dfd3a0d4e8fe69951" FOREIGN KEY ("programme_id") REFERENCES "programme"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "message_notice" ADD CONSTRAINT "FK_81e36958368b9e51688b039609c" FOREIGN KEY ("notice_seq") REFERENCES "notice"("seq") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "message_notice" ADD CONSTRAINT "FK_9e80c4b94857354310bc9618e61" FOREIGN KEY ("channel_id") REFERENCES "channel"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "message_notice" ADD CONSTRAINT "FK_e2fa4bec8fe31a2c37ba0ec8722" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
  `ALTER TABLE "message_event" ADD CONSTRAINT "FK_fdad3f339af3acaac20bb9f4f9a" FOREIGN KEY ("message_id") REFERENCES "message"("id") ON DELETE NO ACTION ON UPDATE NO ACTION`,
];

/** What is compared by no tool: an effect may be given up, and what happened to a message stays. */
const BY_HAND = [
  `ALTER TABLE effect DROP CONSTRAINT effect_state`,
  `ALTER TABLE effect ADD CONSTRAINT effect_state CHECK (state IN ('pending','done','dead','abandoned'))`,
  `CREATE TRIGGER message_event_append_only BEFORE UPDATE OR DELETE ON message_event FOR EACH ROW EXECUTE FUNCTION refuse_change()`,
  `CREATE TRIGGER message_event_not_truncated BEFORE TRUNCATE ON message_event FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()`,
];

const DOWN = [
  `DROP TABLE message_event, message_notice, message, address, channel`,
  `ALTER TABLE notice DROP COLUMN urgent`,
  `ALTER TABLE poke DROP COLUMN channel_id`,
  `UPDATE effect SET state = 'dead' WHERE state = 'abandoned'`,
  `ALTER TABLE effect DROP CONSTRAINT effect_state`,
  `ALTER TABLE effect ADD CONSTRAINT effect_state CHECK (state IN ('pending','done','dead'))`,
];
