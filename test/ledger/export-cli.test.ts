// `npm run export`, the twin of `npm run import`: both on a database of their own.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { checkLedger } from '@duban/application';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../support/database.js';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SAMPLE = path.join(ROOT, 'samples/sample-county.xlsx');

let dir: string;
let database: Awaited<ReturnType<typeof freshDatabase>>;
let title: string;
beforeAll(async () => {
  dir = mkdtempSync(path.join(tmpdir(), 'export-cli-'));
  database = await freshDatabase();
});
afterAll(async () => {
  rmSync(dir, { recursive: true });
  await database.drop();
});

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs a command as npm does; the user stands in `dir`. */
function run(command: 'import' | 'export', ...args: string[]): Promise<Ran> {
  const env = { ...process.env, INIT_CWD: dir, DATABASE_URL: database.url, DUBAN_DATA_DIR: path.join(dir, 'data') };
  const child = spawn(process.execPath, ['scripts/run.mjs', command, ...args], { cwd: ROOT, env });
  let [out, err] = ['', ''];
  child.stdout.on('data', (data) => (out += String(data)));
  child.stderr.on('data', (data) => (err += String(data)));
  return new Promise((resolve) => child.on('close', (code) => resolve({ code, out, err })));
}

const files = (): string[] => readdirSync(dir).filter((name) => name.includes('.xlsx'));
const read = (name: string) => checkLedger(readFileSync(path.join(dir, name)), { today: '2026-06-01' });

it('has nothing to write out of an empty record, and says where to begin', async () => {
  const { code, out, err } = await run('export');
  expect([code, out]).toEqual([2, '']);
  expect(err).toContain('npm run import');
  expect(files()).toEqual([]);
});

it('writes the only programme under its own name where the user stands; imported again it changes nothing', async () => {
  expect(await run('import', '--file', SAMPLE)).toMatchObject({ code: 0 });
  const { code, out } = await run('export');
  expect(code).toBe(0);
  const [name = ''] = files();
  expect(files()).toHaveLength(1);
  expect(out).toContain(name);
  const ledger = await read(name);
  title = ledger.title ?? '';
  expect(ledger.items).toHaveLength(28);
  expect(ledger.items.every(({ phone }) => phone === null)).toBe(true);
  expect((await run('import', '--file', name, '--dry-run')).out).toContain('新增0项，修改0项，不变28项');
});

it('never writes over a file unless told to, and never leaves half of one', async () => {
  writeFileSync(path.join(dir, 'mine.xlsx'), 'mine');
  const refused = await run('export', '--out', 'mine.xlsx');
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('--force');
  expect(readFileSync(path.join(dir, 'mine.xlsx'), 'utf8')).toBe('mine');
  expect(await run('export', '--out', 'mine.xlsx', '--force', '--phones')).toMatchObject({ code: 0 });
  const { items } = await read('mine.xlsx');
  expect(items.every(({ phone }) => phone !== null)).toBe(true);
  expect(await run('export', '--out', 'no/such/folder.xlsx')).toMatchObject({ code: 2 });
  expect(readdirSync(dir).filter((name) => name.includes('.part'))).toEqual([]);
});

it('finds a programme by number or title, narrows to a unit, and lists what there is when it finds none', async () => {
  const list = await run('export', '--list');
  const id = /^ {2}(\d+) {2}/u.exec(list.out)?.[1] ?? '';
  expect(list.out).toContain(`${title}（28项）`);
  const [{ responsibleUnit: unit = '' } = {}] = (await read('mine.xlsx')).items;
  expect(await run('export', '--programme', id, '--unit', unit ?? '', '--out', 'unit.xlsx')).toMatchObject({ code: 0 });
  expect(new Set((await read('unit.xlsx')).items.map(({ responsibleUnit }) => responsibleUnit))).toEqual(
    new Set([unit]),
  );
  expect(await run('export', '--programme', title, '--out', 'title.xlsx')).toMatchObject({ code: 0 });
  const missing = await run('export', '--programme', '没有的专项');
  expect(missing.code).toBe(2);
  expect(missing.err).toContain(title);
  expect(await run('export', '--unit', '没有的单位')).toMatchObject({ code: 2 });
  expect((await run('export', '--wrong')).err).toContain('用法：npm run export');
});
