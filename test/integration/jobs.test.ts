// Background jobs with nothing faked: the API takes the file, Temporal and the worker do the work, and are killed at it.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource } from '@duban/application';
import type { DataSource } from 'typeorm';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { ensureTemporal, type TemporalServer } from '../../scripts/servers/temporal.js';
import { type RunningApi, type Send, signedIn, startApi } from '../support/api.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { ledgerFile } from '../support/ledger-file.js';
import { eventually, type RunningWorker, startWorker } from '../support/worker.js';

let home: string;
let temporal: TemporalServer;
let database: FreshDatabase;
let record: DataSource;
let api: RunningApi;
let office: Send;
let token: string;
const workers: RunningWorker[] = [];

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'duban-jobs-'));
  delete process.env.TEMPORAL_ADDRESS;
  const [started, fresh] = await Promise.all([
    ensureTemporal({ dataDir: home, log: () => undefined }),
    freshDatabase(),
  ]);
  if ('unavailable' in started) throw new Error(started.unavailable);
  temporal = started;
  database = fresh;
  record = createDataSource(database.url, { poolSize: 2 });
  await record.initialize();
  const [county]: { id: number }[] = await record.query(
    `INSERT INTO organization (name, kind) VALUES ('示例县', 'county') RETURNING id`,
  );
  api = await startApi({ DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporal.address });
  office = await signedIn(api, record, 'office', county?.id ?? 0);
  const login = { login: `office.${county?.id}`, password: 'Qingshi-2026-ladder' };
  const session = await fetch(`${api.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(login),
  });
  token = ((await session.json()) as { token: string }).token;
});

afterEach(async () => {
  for (const worker of workers.splice(0)) {
    worker.process.kill('SIGKILL');
    await worker.exited;
  }
});

afterAll(async () => {
  api?.process.kill('SIGKILL');
  await record?.destroy();
  await database?.drop();
  await temporal?.stop();
  rmSync(home, { recursive: true, force: true });
});

function newWorker(): RunningWorker {
  const worker = startWorker({ DATABASE_URL: database.url, TEMPORAL_ADDRESS: temporal.address });
  workers.push(worker);
  return worker;
}

/** Uploads a ledger for a job; gives where the job is. */
async function upload(what: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([Uint8Array.from(bytes)]), '台账.xlsx');
  const answer = await fetch(`${api.url}/api/ledger/jobs?${what}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: form,
  });
  expect(answer.status, await answer.clone().text()).toBe(202);
  return answer.headers.get('location') ?? '';
}

interface Job {
  readonly state: string;
  readonly attempts: number;
  readonly progress: { readonly text: string; readonly done: number; readonly total: number | null };
  readonly error: unknown;
}
const look = async (job: string): Promise<Job> => (await office('GET', job)).body as unknown as Job;
const ended = (job: string, worker: RunningWorker, withinMs = 90_000): Promise<Job> =>
  eventually(
    async () => {
      const seen = await look(job);
      return ['done', 'failed', 'cancelled'].includes(seen.state) && seen;
    },
    withinMs,
    worker.output,
  );
const count = async (table: string): Promise<number> =>
  ((await record.query(`SELECT count(*)::int AS count FROM ${table}`)) as { count: number }[])[0]?.count ?? -1;

describe('a ledger as a job', () => {
  it('waits for a worker that is not there; checked and imported by it; its result is the import’s', async () => {
    const sample = readFileSync(new URL('../../samples/sample-county.xlsx', import.meta.url));
    const check = await upload('do=check', sample);
    const imported = await upload('do=import', sample);
    expect((await look(check)).state).toBe('queued');
    expect((await office('GET', `${imported}/result`)).status).toBe(409);
    const worker = newWorker();
    expect(await ended(check, worker)).toMatchObject({ state: 'done', attempts: 1 });
    expect(await ended(imported, worker)).toMatchObject({ state: 'done', error: null });
    expect((await office('GET', `${check}/result`)).body).toMatchObject({ declared: { items: 28 } });
    const { body } = await office('GET', `${imported}/result`);
    expect(body.added).toHaveLength(28);
    expect(await count('project')).toBe(28);

    const rehearsal = await office('POST', `/api/programmes/${body.programmeId}/rehearsals`, {
      from: '2026-07-01',
      to: '2026-07-10',
    });
    expect(rehearsal.status).toBe(202);
    const of = `/api/jobs/${rehearsal.body.jobId}`;
    expect(await ended(of, worker)).toMatchObject({ state: 'done', error: null });
    expect((await office('GET', `${of}/result`)).body).toMatchObject({ from: '2026-07-01', to: '2026-07-10' });
  }, 180_000);

  it('killed at its import leaves no half of it; another worker begins again and imports all of it once', async () => {
    const before = await count('project');
    const rows = 3_000;
    const job = await upload('do=import', await ledgerFile({ title: '示例县2026年大台账', rows }));
    const first = newWorker();
    const seen = new Set<string>();
    await eventually(
      async () => {
        const { progress, state } = await look(job);
        seen.add(progress.text);
        return state === 'running' && progress.text.startsWith('正在写入');
      },
      90_000,
      () => [...seen].join() + first.output(),
    );
    first.process.kill('SIGKILL');
    expect(await first.exited).toBe('SIGKILL');
    expect(await count('project')).toBe(before);
    expect((await look(job)).state).toBe('running');

    const second = newWorker();
    expect(await ended(job, second, 150_000)).toMatchObject({ state: 'done', attempts: 2 });
    expect(await count('project')).toBe(before + rows);
    expect([...seen].some((text) => text.startsWith('正在读取'))).toBe(true);
  }, 300_000);
});
