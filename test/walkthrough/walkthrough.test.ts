import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const ROOT = path.resolve(import.meta.dirname, '../..');
/** Generous: the machine may be busy with other tests. */
const START_MS = 300_000;

let dataDir: string;
let product: ChildProcess;
let said = '';

/** `npm start` in a data folder of its own, until it says where it runs. */
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(tmpdir(), 'duban-walkthrough-'));
  product = spawn(process.execPath, ['scripts/run.mjs', 'start'], {
    cwd: ROOT,
    env: { ...process.env, DUBAN_DATA_DIR: dataDir, DUBAN_MODE: 'sample', NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  await new Promise<void>((resolve, reject) => {
    const listen = (chunk: Buffer): void => {
      said += chunk.toString();
      if (said.includes('督办已启动')) resolve();
    };
    product.stdout?.on('data', listen);
    product.stderr?.on('data', listen);
    product.once('exit', (code) => reject(new Error(`npm start ended with ${code}:\n${said}`)));
  });
}, START_MS);

afterAll(async () => {
  if (product.exitCode === null) {
    const ended = new Promise((resolve) => product.once('exit', resolve));
    product.kill('SIGTERM');
    await ended;
  }
  await rm(dataDir, { recursive: true, force: true });
});

it(
  'every command of docs/walkthrough.md runs, in order, and ends in a close-out and a look-back',
  async () => {
    const url = /督办已启动：(\S+)/u.exec(said)?.[1] ?? '';
    const { code, output } = await walk(url);
    expect(output).toContain('2026-10-21T10:00  2026-1/look-back#2  open → accepted');
    expect(output).toMatch(/"attempt":2,"closedOutAt":"2/u);
    expect(output).toContain('409 STALE_VERSION');
    expect(code).toBe(0);
  },
  START_MS,
);

it(
  'the run fails where nobody answers',
  async () => {
    const { code, output } = await walk('http://127.0.0.1:9');
    expect(code).not.toBe(0);
    expect(output).not.toContain('## 1.');
  },
  START_MS,
);

function walk(url: string): Promise<{ code: number | null; output: string }> {
  const walking = spawn(process.execPath, ['scripts/run.mjs', 'walkthrough', '--url', url], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  walking.stdout.on('data', (chunk) => {
    output += chunk;
  });
  walking.stderr.on('data', (chunk) => {
    output += chunk;
  });
  return new Promise((resolve, reject) => {
    walking.once('error', reject);
    walking.once('close', (code) => resolve({ code, output }));
  });
}
