// What clients hold open must not keep the api from stopping.
import { once } from 'node:events';
import { connect } from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { type RunningApi, startApi } from '../support/api.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';

let database: FreshDatabase;
let api: RunningApi;
beforeAll(async () => {
  database = await freshDatabase();
});
beforeEach(async () => {
  api = await startApi({ DATABASE_URL: database.url });
});
afterEach(() => {
  api?.process.kill('SIGKILL');
});
afterAll(() => database?.drop());

/** Tells the api to stop; gives its exit code, or undefined when it is still there after 30 s. */
async function stopped(): Promise<unknown> {
  const ended = once(api.process, 'exit');
  api.process.kill('SIGTERM');
  const patience = new Promise<[undefined]>((resolve) => setTimeout(() => resolve([undefined]), 30_000));
  const [code] = await Promise.race([ended, patience]);
  return code;
}

it('stops with 0 though a client asks without a pause', async () => {
  let running = true;
  const client = (async () => {
    while (running)
      await fetch(`${api.url}/livez`)
        .then((answer) => answer.text())
        .catch(() => undefined);
  })();
  await fetch(`${api.url}/livez`);
  expect(await stopped()).toBe(0);
  running = false;
  await client;
});

it('stops with 0 though a client never ends its request', async () => {
  const { hostname, port } = new URL(api.url);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => undefined);
  await once(socket, 'connect');
  socket.write(
    'POST /api/session HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\ncontent-length: 99\r\n\r\n{',
  );
  await fetch(`${api.url}/livez`); // by now the first request has been seen, too
  expect(await stopped()).toBe(0);
  socket.destroy();
}, 60_000);
