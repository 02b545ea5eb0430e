// Mail through the real worker, Temporal, PostgreSQL and an SMTP server, with the worker killed at the worst moments.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource, useCases } from '@duban/application';
import { DEFAULT_POLICY } from '@duban/domain';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ensureTemporal, type TemporalServer } from '../../scripts/servers/temporal.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { oneRound } from '../support/seconds.js';
import { makeCounty, OFFICE } from '../support/small-county.js';
import { type SmtpRig, startSmtp } from '../support/smtp.js';
import { eventually, type RunningWorker, startWorker } from '../support/worker.js';

let home: string;
let temporal: TemporalServer;
let database: FreshDatabase;
let record: DataSource;
let clockId: number;
let obligationId: number;
let smtp: SmtpRig;
const workers: RunningWorker[] = [];

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'duban-delivery-'));
  delete process.env.TEMPORAL_ADDRESS;
  const started = await ensureTemporal({ dataDir: home, log: () => undefined });
  if ('unavailable' in started) throw new Error(started.unavailable);
  temporal = started;
  database = await freshDatabase();
  record = createDataSource(database.url, { poolSize: 3 });
  await record.initialize();
  const now = Math.ceil(Date.now() / 1_000) * 1_000;
  const rules = { policies: [DEFAULT_POLICY], cadences: [oneRound('one', now + 1_000, now + 3_600_000)] };
  const { programmeId } = await makeCounty(record, rules, 1, now);
  const use = useCases(record);
  await use.programmes.launch(OFFICE, programmeId, now);
  await use.engine.openRounds(programmeId, now + 1_000);
  const rows: { id: number; clock_id: number }[] = await record.query('SELECT id, clock_id FROM obligation');
  obligationId = rows[0]?.id ?? 0;
  clockId = rows[0]?.clock_id ?? 0;
});

beforeEach(async () => {
  smtp = await startSmtp();
});

afterEach(async () => {
  for (const worker of workers.splice(0)) {
    worker.process.kill('SIGKILL');
    await worker.exited;
  }
  await smtp.stop();
});

afterAll(async () => {
  await record?.destroy();
  await database?.drop();
  await temporal?.stop();
  rmSync(home, { recursive: true, force: true });
});

function newWorker(): RunningWorker {
  const worker = startWorker({
    DATABASE_URL: database.url,
    TEMPORAL_ADDRESS: temporal.address,
    DUBAN_SMTP_URL: smtp.url,
    DUBAN_SMTP_FROM: 'duban@test.cn',
    DUBAN_PUBLIC_URL: 'https://duban.test',
    DUBAN_DIGEST_GATHER_SECONDS: '0',
  });
  workers.push(worker);
  return worker;
}

let told = 0;

/** A wake of the clock tells a new person something urgent: an effect, for the clock's workflow to perform. */
async function tell(address: string): Promise<number> {
  told += 1;
  const people: { id: number }[] = await record.query(`INSERT INTO person (name) VALUES ('某人') RETURNING id`);
  const personId = people[0]?.id ?? 0;
  await record.query(`INSERT INTO address (person_id, channel, address, changed_at) VALUES ($1, 'email', $2, now())`, [
    personId,
    address,
  ]);
  await record.transaction(async (manager) => {
    await manager.query(
      `WITH e AS (INSERT INTO effect (kind, cause_key, clock_id, created_at) VALUES ('deliver-notices', $1, $2, now())
                  RETURNING id)
       INSERT INTO notice (obligation_id, rung_key, cycle, due_revision, action, post, ordinal, channel, rung_at, at,
         due_at, effect_id, title, person_id, urgent)
       SELECT $3, $1, 'due:1', 1, 'slip-red', 'handler', 0, 'in-app', now(), now(), now(), e.id, '【红色督办单】甲', $4, true
       FROM e`,
      [`told ${told}`, clockId, obligationId, personId],
    );
    await manager.query('INSERT INTO poke (clock_id, created_at) VALUES ($1, now())', [clockId]);
  });
  return personId;
}

async function stateOf(personId: number): Promise<string | undefined> {
  const rows: { state: string }[] = await record.query('SELECT state FROM message WHERE person_id = $1', [personId]);
  return rows[0]?.state;
}

async function movesOf(personId: number): Promise<string[]> {
  const rows: { act: string }[] = await record.query(
    'SELECT e.act FROM message_event e JOIN message m ON m.id = e.message_id WHERE m.person_id = $1 ORDER BY e.id',
    [personId],
  );
  return rows.map(({ act }) => act);
}

/** A promise, and what keeps it. */
function gate(): { readonly closed: Promise<void>; open(): void } {
  let open: () => void = () => undefined;
  const closed = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { closed, open };
}

async function kill(worker: RunningWorker): Promise<void> {
  worker.process.kill('SIGKILL');
  expect(await worker.exited).toBe('SIGKILL');
}

const becomes = (personId: number, state: string, worker: RunningWorker) =>
  eventually(async () => (await stateOf(personId)) === state, 60_000, worker.output);

describe('a worker that is killed', () => {
  it('before the text: another sends it, once', async () => {
    const held = gate();
    smtp.gates.rcpt = held.closed;
    const first = newWorker();
    const person = await tell('accepts@test.cn');
    await eventually(() => smtp.named.length === 1, 60_000, first.output);
    await kill(first);
    held.open();
    const second = newWorker();
    await becomes(person, 'sent', second);
    expect(smtp.mails).toHaveLength(1);
    expect(await movesOf(person)).toEqual(['queue', 'claim', 'release', 'claim', 'begin', 'deliver']);
  }, 180_000);

  it('after the text, before the answer: the message is unknown, and nobody sends it again', async () => {
    const held = gate();
    smtp.gates.answer = held.closed;
    const first = newWorker();
    const person = await tell('accepts@test.cn');
    await eventually(() => smtp.mails.length === 1, 60_000, first.output);
    await kill(first);
    held.open();
    const second = newWorker();
    await becomes(person, 'unknown', second);
    // What comes later is sent by the same delivery, which therefore has looked again.
    const later = await tell('accepts@test.cn');
    await becomes(later, 'sent', second);
    expect(await stateOf(person)).toBe('unknown');
    expect(smtp.mails).toHaveLength(2);
    expect(await movesOf(person)).toEqual(['queue', 'claim', 'begin', 'lose']);
  }, 180_000);

  it('after the answer, before the mark: likewise', async () => {
    const held = gate();
    smtp.gates.answer = held.closed;
    const first = newWorker();
    const person = await tell('accepts@test.cn');
    await eventually(() => smtp.mails.length === 1, 60_000, first.output);
    const lock = new pg.Client({ connectionString: database.url });
    await lock.connect();
    await lock.query('BEGIN');
    await lock.query('SELECT 1 FROM message WHERE person_id = $1 FOR UPDATE', [person]);
    held.open();
    // The worker has its answer when it tries to write it down, and waits for our lock.
    await eventually(async () => {
      const { rowCount } = await lock.query(
        `SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE '%message_event%'`,
      );
      return (rowCount ?? 0) > 0;
    }, 30_000);
    await kill(first);
    // Its statement has left it and waits in the server: it dies with the worker.
    await lock.query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'duban-worker'`);
    await lock.query('ROLLBACK');
    await lock.end();
    const second = newWorker();
    await becomes(person, 'unknown', second);
    expect(smtp.mails).toHaveLength(1);
  }, 180_000);

  it('after the mark, before Temporal hears of it: sent stays sent, and is not sent again', async () => {
    const first = newWorker();
    const silent = await tell('silent-after-text@test.cn'); // keeps the activity from ending
    await eventually(() => smtp.mails.length === 1, 60_000, first.output);
    const person = await tell('accepts@test.cn');
    await eventually(async () => (await stateOf(person)) === 'sent' || (await stateOf(silent)) !== 'sending', 60_000);
    await kill(first);
    const second = newWorker();
    await becomes(person, 'sent', second);
    await becomes(silent, 'unknown', second);
    expect(smtp.mails.map(({ to }) => to).sort()).toEqual(['accepts@test.cn', 'silent-after-text@test.cn']);
  }, 180_000);
});

it('a worker that is stopped finishes what it sends, and takes on nothing new', async () => {
  const held = gate();
  smtp.gates.answer = held.closed;
  const worker = newWorker();
  const person = await tell('accepts@test.cn');
  await eventually(() => smtp.mails.length === 1, 60_000, worker.output);
  worker.process.kill('SIGTERM');
  await eventually(
    async () => (await fetch(`${await worker.health()}/readyz`).catch(() => undefined))?.status !== 200,
    10_000,
  );
  held.open();
  expect(await worker.exited).toBe(0);
  expect(await stateOf(person)).toBe('sent');
  expect(smtp.mails).toHaveLength(1);
}, 120_000);
