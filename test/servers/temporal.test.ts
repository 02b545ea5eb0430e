import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { answers, freePort } from '../../scripts/servers/ports.js';
import { ensureTemporal, temporalPort } from '../../scripts/servers/temporal.js';

let dataDir: string;
let said: string[];
const log = (line: string) => said.push(line);

beforeEach(() => {
  vi.stubEnv('TEMPORAL_ADDRESS', '');
  dataDir = mkdtempSync(path.join(tmpdir(), 'duban-temporal-'));
  said = [];
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
});

async function started(port: number) {
  const server = await ensureTemporal({ dataDir, log, port });
  if ('unavailable' in server) throw new Error(server.unavailable);
  return server;
}

async function occupy(port: number): Promise<Server> {
  const server = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

test('it serves, stops, and starts again on the same data; an address of ours is then used as given', async () => {
  const port = await freePort();
  const first = await started(port);
  expect(first.address).toBe(`127.0.0.1:${port}`);
  vi.stubEnv('TEMPORAL_ADDRESS', first.address);
  const pointed = await started(0);
  expect(pointed.address).toBe(first.address);
  await pointed.stop(); // a server we were only pointed at goes on
  expect(await answers('127.0.0.1', port)).toBe(true);
  vi.stubEnv('TEMPORAL_ADDRESS', '');
  await first.stop();
  expect(await answers('127.0.0.1', port)).toBe(false);
  const second = await started(port);
  await second.stop();
  expect(said.join('\n')).not.toContain('打不开');
});

test('a server of somebody else on our port is not taken for ours, and costs no data', async () => {
  const port = await freePort();
  const stranger = await occupy(port);
  const result = await ensureTemporal({ dataDir, log, port });
  expect(result).toHaveProperty('unavailable', expect.stringContaining('address already in use'));
  stranger.close();
});

test('the port of last time is stepped over when it is taken', async () => {
  const port = await freePort(40_000);
  writeFileSync(path.join(dataDir, 'temporal.port'), String(port));
  expect(await temporalPort(dataDir)).toBe(port);
  const stranger = await occupy(port);
  expect(await temporalPort(dataDir)).toBeGreaterThan(port);
  stranger.close();
});

test('an unreadable data file is put aside and said so: the record can rebuild every clock', async () => {
  writeFileSync(path.join(dataDir, 'temporal.db'), 'this is no database, whatever it is called');
  const server = await started(await freePort());
  expect(said.join('\n')).toContain('已移到');
  await server.stop();
});

test('an address at which nobody answers is a reason, not a crash', async () => {
  vi.stubEnv('TEMPORAL_ADDRESS', `127.0.0.1:${await freePort()}`);
  const result = await ensureTemporal({ dataDir, log });
  expect(result).toHaveProperty('unavailable', expect.stringContaining('TEMPORAL_ADDRESS'));
});
