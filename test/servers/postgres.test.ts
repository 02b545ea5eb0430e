import { chmodSync, mkdtempSync, readFileSync, rmdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { isRoot } from '../../scripts/servers/account.js';
import { claim, holderOf } from '../../scripts/servers/claim.js';
import { ensurePostgres } from '../../scripts/servers/postgres.js';
import { outsideClusterDir } from '../../scripts/servers/postgres-home.js';

let dataDir: string;
let said: string[];
const log = (line: string) => said.push(line);

beforeEach(() => {
  vi.stubEnv('DATABASE_URL', '');
  dataDir = mkdtempSync(path.join(tmpdir(), 'duban-data-'));
  chmodSync(dataDir, 0o755); // as a data folder in a clone is
  said = [];
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(dataDir, { recursive: true, force: true });
  const outside = path.dirname(outsideClusterDir(dataDir));
  rmSync(outside, { recursive: true, force: true });
  try {
    rmdirSync(path.dirname(outside)); // goes if nothing else is kept there
  } catch {
    // it was never made, or an installation uses it
  }
});

async function query(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

async function occupy(port: number): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  return server;
}

const portOf = (url: string): number => Number(new URL(url).port);

test('the data are kept from one start to the next, on the same port, the password readable by us alone', async () => {
  const first = await ensurePostgres({ dataDir, log });
  await query(first.url, 'CREATE TABLE kept AS SELECT 7 AS x');
  await first.stop();
  const second = await ensurePostgres({ dataDir, log });
  expect(await query(second.url, 'SELECT x FROM kept')).toEqual([{ x: 7 }]);
  expect(second.url).toBe(first.url);
  expect(statSync(path.join(dataDir, 'postgres.password')).mode & 0o777).toBe(0o600);
  await second.stop();
});

test('a taken port is stepped over', async () => {
  const first = await ensurePostgres({ dataDir, log });
  await first.stop();
  const other = await occupy(portOf(first.url));
  const second = await ensurePostgres({ dataDir, log });
  expect(portOf(second.url)).toBeGreaterThan(portOf(first.url));
  await second.stop();
  other.close();
});

test('a pid file whose number now belongs to a stranger does not stop the start', async () => {
  const first = await ensurePostgres({ dataDir, log });
  await first.stop();
  const pidFile = path.join(dataDir, 'postgres', 'postmaster.pid');
  writeFileSync(pidFile, `${process.ppid}\n${dataDir}/postgres\n0\n5432\n\n127.0.0.1\n\nready   \n`);
  const second = await ensurePostgres({ dataDir, log });
  expect(Number(readFileSync(pidFile, 'utf8').split('\n')[0])).not.toBe(process.ppid);
  await second.stop();
});

test('after a kill -9 of the server the next start recovers what was committed', async () => {
  const first = await ensurePostgres({ dataDir, log });
  await query(first.url, 'CREATE TABLE kept AS SELECT 8 AS x');
  process.kill(
    Number(readFileSync(path.join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]),
    'SIGKILL',
  );
  expect(await first.exited).not.toBe(0);
  const second = await ensurePostgres({ dataDir, log });
  expect(await query(second.url, 'SELECT x FROM kept')).toEqual([{ x: 8 }]);
  await second.stop();
});

test('data of another major version are refused by name, and left alone', async () => {
  await (await ensurePostgres({ dataDir, log })).stop();
  writeFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), '15\n');
  await expect(ensurePostgres({ dataDir, log })).rejects.toThrow(/PostgreSQL 15 的数据/);
  expect(holderOf(path.join(dataDir, 'postgres.owner'))).toBeUndefined();
  expect(readFileSync(path.join(dataDir, 'postgres', 'PG_VERSION'), 'utf8')).toBe('15\n');
});

test('DATABASE_URL is used as it is, and an unreachable one is told', async () => {
  const own = await ensurePostgres({ dataDir, log });
  vi.stubEnv('DATABASE_URL', own.url);
  const pointed = await ensurePostgres({ dataDir, log });
  expect(pointed.url).toBe(own.url);
  await pointed.stop();
  expect(await query(own.url, 'SELECT 1 AS alive')).toEqual([{ alive: 1 }]);
  await own.stop();
  await expect(ensurePostgres({ dataDir, log })).rejects.toThrow(/DATABASE_URL/);
});

test.runIf(isRoot())(
  'as root, a folder closed to others keeps its mode; the data go outside and are kept',
  async () => {
    chmodSync(dataDir, 0o700);
    const first = await ensurePostgres({ dataDir, log });
    expect(first.dataDir).toBe(outsideClusterDir(dataDir));
    expect(said.join('\n')).toContain('数据库文件改放在');
    await query(first.url, 'CREATE TABLE kept AS SELECT 9 AS x');
    await first.stop();
    expect(statSync(dataDir).mode & 0o777).toBe(0o700);
    const second = await ensurePostgres({ dataDir, log });
    expect(await query(second.url, 'SELECT x FROM kept')).toEqual([{ x: 9 }]);
    await second.stop();
  },
);

test('a claim is held by the living and taken from the dead', () => {
  const file = path.join(dataDir, 'thing.owner');
  const mine = claim(file);
  expect('claim' in mine).toBe(true);
  expect(claim(file)).toMatchObject({ heldBy: { pid: process.pid } });
  if ('claim' in mine) mine.claim.release();
  writeFileSync(file, JSON.stringify({ pid: process.pid, birth: 'long ago' })); // the pid was reused since
  expect('claim' in claim(file)).toBe(true);
});
