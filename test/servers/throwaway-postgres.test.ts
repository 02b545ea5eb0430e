import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { birthOf, until } from '../../scripts/servers/processes.js';
import { startThrowawayPostgres } from '../../scripts/servers/throwaway-postgres.js';

// A temporary folder of this file's own: other test files start clusters too, and each start sweeps what is left.
const given = process.env.TMPDIR;
let own: string;

beforeAll(() => {
  own = mkdtempSync(path.join(tmpdir(), 'duban-throwaway-'));
  chmodSync(own, 0o1777); // like /tmp: the server’s account removes its own folder in the end
  process.env.TMPDIR = own;
});

afterAll(() => {
  if (given === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = given;
  rmSync(own, { recursive: true, force: true });
});

async function ask<T>(url: string, sql: string): Promise<T | undefined> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows[0] as T | undefined;
  } finally {
    await client.end();
  }
}

const dataDirOf = async (url: string): Promise<string> =>
  (await ask<{ data_directory: string }>(url, 'SHOW data_directory'))?.data_directory ?? '';

test('two clusters run at once, apart from each other, and leave nothing behind', async () => {
  const [one, two] = await Promise.all([startThrowawayPostgres(), startThrowawayPostgres()]);
  const [dirOne, dirTwo] = await Promise.all([dataDirOf(one.url), dataDirOf(two.url)]);
  expect(dirOne).not.toBe(dirTwo);
  await ask(one.url, 'CREATE TABLE only_here (x int)');
  expect(await ask(two.url, "SELECT to_regclass('only_here') AS found")).toEqual({ found: null });

  await one.stop();
  expect(existsSync(path.dirname(dirOne))).toBe(false);
  await expect(ask(one.url, 'SELECT 1')).rejects.toThrow();
  expect(await ask(two.url, 'SELECT 1 AS alive')).toEqual({ alive: 1 });
  await two.stop();
  expect(existsSync(path.dirname(dirTwo))).toBe(false);
});

test('it is UTF-8 with rules of case that do not hang on the host, and listens on this machine only', async () => {
  const server = await startThrowawayPostgres();
  expect(await ask(server.url, `SELECT upper('é') AS u, length('督办') AS n`)).toEqual({ u: 'É', n: 2 });
  expect(await ask(server.url, 'SHOW listen_addresses')).toEqual({ listen_addresses: '127.0.0.1' });
  const wrong = new URL(server.url);
  wrong.password = 'guess';
  await expect(ask(wrong.href, 'SELECT 1')).rejects.toThrow(/password/);
  await server.stop();
});

const HOLDER = `
import { startThrowawayPostgres } from ${JSON.stringify(fileURLToPath(new URL('../../scripts/servers/throwaway-postgres.ts', import.meta.url)))};
const server = await startThrowawayPostgres();
process.stdout.write(server.url + '\\n');
setInterval(() => {}, 1000);
`;

/** A process that holds a cluster; gives its handle and the cluster's URL. */
async function holder() {
  const child = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', HOLDER], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise<string>((resolve) => child.stdout.once('data', (data) => resolve(`${data}`.trim())));
  return { child, url };
}

test('a cluster goes with its starter, even one killed outright', async () => {
  const { child, url } = await holder();
  const dir = path.dirname(await dataDirOf(url));
  child.kill('SIGKILL');
  expect(await until(() => !existsSync(dir), 10_000)).toBe(true);
  await expect(ask(url, 'SELECT 1')).rejects.toThrow();
});

test('what is left when the guard is killed as well, the next start sweeps away; living ones it leaves', async () => {
  const dead = await holder();
  const living = await holder();
  const dir = path.dirname(await dataDirOf(dead.url));
  const livingDir = path.dirname(await dataDirOf(living.url));
  const postmaster = Number(readFileSync(path.join(dir, 'data', 'postmaster.pid'), 'utf8').split('\n')[0]);
  const guards = spawnSync('pgrep', ['-f', `duban-guard.*${dir}`], { encoding: 'utf8' })
    .stdout.trim()
    .split('\n');
  dead.child.kill('SIGSTOP'); // or it would see its guard die, and end the server itself
  for (const pid of guards) process.kill(Number(pid), 'SIGKILL');
  dead.child.kill('SIGKILL');
  expect(await until(() => dead.child.signalCode !== null, 5_000)).toBe(true);
  expect(birthOf(postmaster)).toBeDefined();

  const next = await startThrowawayPostgres();
  expect(existsSync(dir)).toBe(false);
  expect(birthOf(postmaster)).toBeUndefined();
  expect(existsSync(livingDir)).toBe(true);
  await next.stop();
  living.child.kill('SIGKILL');
  expect(await until(() => !existsSync(livingDir), 10_000)).toBe(true);
});
