// Builds what the apps run from, unless it was built from exactly these sources before.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { claim } from '../servers/claim.js';
import { cacheDir, type Log, projectRoot } from '../servers/paths.js';
import { sleep } from '../servers/processes.js';

const STAMP = path.join(cacheDir, 'build.stamp');
const PROJECT_FILES = ['package-lock.json', 'tsconfig.base.json', 'nest-cli.json', 'scripts/build-workflow-bundle.ts'];
const LIBRARIES = 'libs/application'; // its references reach the other libraries

export const ENTRY = {
  api: path.join(projectRoot, 'apps/api/dist/main.js'),
  worker: path.join(projectRoot, 'apps/worker/dist/main.js'),
} as const;

/** The libraries that the apps run from; others, such as the client for callers of the API, are not built for a start. */
export function librariesBuilt(): string[] {
  const { references }: { references: { path: string }[] } = JSON.parse(
    readFileSync(path.join(projectRoot, LIBRARIES, 'tsconfig.json'), 'utf8'),
  );
  return [LIBRARIES, ...references.map((reference) => path.join(LIBRARIES, reference.path))];
}

function sourceFiles(): string[] {
  const files: string[] = [];
  const apps = readdirSync(path.join(projectRoot, 'apps')).map((app) => path.join('apps', app));
  for (const dir of [...apps, ...librariesBuilt()]) {
    for (const name of ['package.json', 'tsconfig.json']) files.push(path.join(dir, name));
    const src = path.join(projectRoot, dir, 'src');
    if (!existsSync(src)) continue;
    for (const entry of readdirSync(src, { withFileTypes: true, recursive: true })) {
      if (entry.isFile()) files.push(path.relative(projectRoot, path.join(entry.parentPath, entry.name)));
    }
  }
  return [...PROJECT_FILES, ...files].filter((file) => existsSync(path.join(projectRoot, file))).sort();
}

function fingerprint(): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of sourceFiles()) hash.update(`\n${file}\n`).update(readFileSync(path.join(projectRoot, file)));
  return hash.digest('hex');
}

const outputs = (): string[] => [
  ...Object.values(ENTRY),
  path.join(projectRoot, 'apps/worker/dist/workflow-bundle.js'),
  ...librariesBuilt().map((lib) => path.join(projectRoot, lib, 'dist/index.js')),
];

function isFresh(print: string): boolean {
  return existsSync(STAMP) && readFileSync(STAMP, 'utf8') === print && outputs().every((file) => existsSync(file));
}

function tool(name: string, args: string[], signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const bin = path.join(projectRoot, 'node_modules', '.bin', name);
    const env = { ...process.env, NO_COLOR: '1', FORCE_COLOR: '0' };
    const child = spawn(bin, args, { cwd: projectRoot, stdio: ['ignore', 'pipe', 'pipe'], signal, env });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.on('data', (chunk) => {
        output += chunk;
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`编译失败（${name} ${args.join(' ')}）:\n${output.trim()}`));
    });
  });
}

/** Whether what the apps run from was built from the present sources. */
export function isBuilt(): boolean {
  return isFresh(fingerprint());
}

/** Builds libraries and apps if their sources changed since the last build. Two at once take turns. */
export async function buildIfStale(log: Log, signal: AbortSignal): Promise<void> {
  if (isBuilt()) return;
  mkdirSync(cacheDir, { recursive: true });
  let turn = claim(path.join(cacheDir, 'build.owner'));
  while (!('claim' in turn)) {
    await sleep(250);
    signal.throwIfAborted();
    turn = claim(path.join(cacheDir, 'build.owner'));
  }
  try {
    const print = fingerprint();
    if (isFresh(print)) return;
    log('正在编译……');
    await tool('tsc', ['-b', LIBRARIES], signal);
    await Promise.all([
      tool('nest', ['build', 'api'], signal),
      tool('nest', ['build', 'worker'], signal),
      tool('tsx', ['scripts/build-workflow-bundle.ts'], signal),
    ]);
    writeFileSync(STAMP, print);
  } finally {
    turn.claim.release();
  }
}
