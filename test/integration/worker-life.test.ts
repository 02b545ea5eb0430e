// The worker as a process: how it begins when its neighbours are not there, and how it ends.
import { createServer } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.js';
import { eventually, type RunningWorker, startWorker } from '../support/worker.js';

let worker: RunningWorker | undefined;
afterEach(async () => {
  worker?.process.kill('SIGKILL');
  await worker?.exited;
});

/** A port on which nothing listens. */
async function deadPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  return typeof address === 'object' && address ? address.port : 0;
}

describe('a worker', () => {
  it('refuses a wrong environment, naming all mistakes', async () => {
    worker = startWorker({ TEMPORAL_ADDRESS: 'nowhere', DUBAN_LATE_GRACE_SECONDS: 'soon' });
    expect(await worker.exited).toBe(78);
    expect(worker.output()).toMatch(/DATABASE_URL[\s\S]*TEMPORAL_ADDRESS[\s\S]*DUBAN_LATE_GRACE_SECONDS/);
  });

  it('waits for a Temporal that is not there: alive but not ready, complaining once; ends at once when told', async () => {
    const database = await freshDatabase();
    worker = startWorker({ DATABASE_URL: database.url, TEMPORAL_ADDRESS: `127.0.0.1:${await deadPort()}` });
    const base = await worker.health();
    await eventually(() => worker?.output().includes('Temporal 连不上'), 20_000, worker.output);
    expect((await fetch(`${base}/livez`)).status).toBe(200);
    const ready = await fetch(`${base}/readyz`);
    expect(ready.status).toBe(503);
    expect(await ready.json()).toMatchObject({ checks: { database: { ok: true }, temporal: { ok: false } } });
    await new Promise((resolve) => setTimeout(resolve, 4_000));
    expect(worker.output().match(/Temporal 连不上/g)).toHaveLength(1);
    worker.process.kill('SIGTERM');
    expect(await worker.exited).toBe(0);
    await database.drop();
  });

  it('waits for a record that is not there', async () => {
    const dead = `127.0.0.1:${await deadPort()}`;
    worker = startWorker({ DATABASE_URL: `postgresql://${dead}/duban`, TEMPORAL_ADDRESS: dead });
    const base = await worker.health();
    await eventually(() => worker?.output().includes('数据库连不上'), 20_000, worker.output);
    expect((await fetch(`${base}/readyz`)).status).toBe(503);
    worker.process.kill('SIGTERM');
    expect(await worker.exited).toBe(0);
  });
});
