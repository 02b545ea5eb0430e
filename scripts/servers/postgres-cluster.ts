// One PostgreSQL cluster: make it, start it, know when it is ready, clear away what a killed one left.
import { spawn } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Guarded, startGuarded } from './guard.js';
import type { PostgresHome } from './postgres-home.js';
import { commandLineOf, end, markOf, sleep, until } from './processes.js';

export const ROLE = 'duban';

/** Thrown when the port was taken between our look and PostgreSQL's start. */
export class PortTaken extends Error {}

/** The environment without anything that would point PostgreSQL's programs at another cluster. */
function cleanEnv(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C', TZ: 'UTC' };
}

/** Makes `dir` (which must not exist) a cluster with the superuser `duban`: UTF-8, C order, built-in C.UTF-8 rules. */
export async function createCluster(home: PostgresHome, dir: string, password: string, sync: boolean): Promise<void> {
  const draft = `${dir}.new`; // renamed when whole: a killed initdb must not look like a cluster
  const passwordFile = `${dir}.initdb-password`;
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (home.account !== undefined) {
    chownSync(draft, home.account.uid, home.account.gid);
    chownSync(passwordFile, home.account.uid, home.account.gid);
  }
  const args = [
    `--pgdata=${draft}`,
    `--username=${ROLE}`,
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    ...(sync ? [] : ['--no-sync']),
  ];
  try {
    await runInitdb(home, args);
    renameSync(draft, dir);
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(home: PostgresHome, args: string[]): Promise<void> {
  const options = { cwd: '/', env: cleanEnv(), stdio: ['ignore', 'pipe', 'pipe'] as const, ...home.account };
  return new Promise((resolve, reject) => {
    const child = spawn(path.join(home.native, 'bin', 'initdb'), args, { ...options, stdio: [...options.stdio] });
    let output = '';
    child.stdout?.on('data', (chunk) => {
      output += chunk;
    });
    child.stderr?.on('data', (chunk) => {
      output += chunk;
    });
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0
        ? resolve()
        : reject(new Error(`PostgreSQL 数据目录初始化失败（initdb 退出码 ${code}）:\n${output.trim()}`)),
    );
  });
}

/** Says what is wrong when the data were written by another major version of PostgreSQL. */
export function checkVersion(home: PostgresHome, dir: string): void {
  const has = readFileSync(path.join(dir, 'PG_VERSION'), 'utf8').trim();
  const runs = home.version.split('.')[0];
  if (has === runs) return;
  throw new Error(
    `${dir} 是 PostgreSQL ${has} 的数据，而内置的是 PostgreSQL ${runs}。请用 PostgreSQL ${has} 导出后再导入，` +
      `或执行 npm run reset 清空重来。The data are of PostgreSQL ${has}; the embedded server is ${runs}.`,
  );
}

const pidFile = (dir: string): string => path.join(dir, 'postmaster.pid');

function recordedPid(dir: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile(dir), 'utf8').split('\n')[0]);
    return Number.isInteger(pid) && pid > 0 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Ends a server that still runs on `dir` (its starter was killed) and removes a pid file whose number now belongs
 * to a stranger, which PostgreSQL would take for a running server. Any other stale pid file PostgreSQL clears itself,
 * and must: it checks the shared memory named there.
 */
export async function clearLeftovers(dir: string): Promise<'nothing' | 'stopped' | 'stale pid file'> {
  const pid = recordedPid(dir);
  const mark = pid === undefined ? undefined : markOf(pid);
  if (mark === undefined) return 'nothing';
  if (!commandLineOf(mark.pid).includes(dir)) {
    rmSync(pidFile(dir), { force: true });
    return 'stale pid file';
  }
  if (!(await end(mark, 'SIGINT', 20_000))) {
    throw new Error(`${dir} 上的 PostgreSQL（进程 ${mark.pid}）属于其他用户，无法停止。请先停止它。`);
  }
  return 'stopped';
}

export interface RunningCluster extends Guarded {
  readonly port: number;
}

export interface StartOptions {
  readonly dir: string;
  readonly port: number;
  readonly logFile: string;
  /** Server settings by name, beyond the common ones. */
  readonly settings: Readonly<Record<string, string>>;
  readonly removeOnExit?: string;
}

const COMMON_SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  timezone: 'UTC',
  log_timezone: 'UTC',
  max_connections: '200',
};

/** Starts the server on `dir` and waits until it takes connections. Retries while a killed one's memory is released. */
export async function startCluster(home: PostgresHome, options: StartOptions): Promise<RunningCluster> {
  for (let attempt = 1; ; attempt += 1) {
    const logStart = existsSync(options.logFile) ? statSync(options.logFile).size : 0;
    const running = launch(home, options);
    let code: number | undefined;
    void running.exited.then((value) => {
      code = value;
    });
    const ready = await until(() => code !== undefined || isReady(options.dir), 60_000, 10);
    if (ready && code === undefined) return { ...running, port: options.port };
    await running.stop();
    const log = readFileSync(options.logFile).subarray(logStart).toString('utf8');
    if (log.includes('could not create any TCP/IP sockets') || log.includes('Address already in use')) {
      throw new PortTaken(`端口 ${options.port} 已被占用`);
    }
    const transient = log.includes('pre-existing shared memory block') || log.includes('lock file');
    if (!transient || attempt >= 6) {
      throw new Error(
        `PostgreSQL 未能启动（退出码 ${code ?? '超时'}），日志 ${options.logFile}:\n${lastLines(log, 8)}`,
      );
    }
    await sleep(300 * attempt);
    await clearLeftovers(options.dir);
  }
}

function launch(home: PostgresHome, options: StartOptions): Guarded {
  const settings = Object.entries({ ...COMMON_SETTINGS, ...options.settings });
  return startGuarded({
    command: path.join(home.native, 'bin', 'postgres'),
    args: [
      '-D',
      options.dir,
      '-p',
      String(options.port),
      ...settings.flatMap(([key, value]) => ['-c', `${key}=${value}`]),
    ],
    stopSignal: 'INT', // "fast": ends sessions, writes a checkpoint
    graceSeconds: 20,
    logFile: options.logFile,
    env: cleanEnv(),
    account: home.account,
    ...(options.removeOnExit === undefined ? {} : { removeOnExit: options.removeOnExit }),
  });
}

/** PostgreSQL writes its state into the eighth line of the pid file. */
function isReady(dir: string): boolean {
  const pid = recordedPid(dir);
  if (pid === undefined || markOf(pid) === undefined) return false;
  try {
    return readFileSync(pidFile(dir), 'utf8').split('\n')[7]?.trim() === 'ready';
  } catch {
    return false;
  }
}

const lastLines = (text: string, count: number): string => text.trim().split('\n').slice(-count).join('\n');
