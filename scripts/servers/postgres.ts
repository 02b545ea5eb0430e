// PostgreSQL for `npm start` and every command that needs the kept data.
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import pg from 'pg';
import { accountCan } from './account.js';
import { type Claim, claim } from './claim.js';
import type { Log } from './paths.js';
import { freePort } from './ports.js';
import {
  checkVersion,
  clearLeftovers,
  createCluster,
  PortTaken,
  ROLE,
  type RunningCluster,
  startCluster,
} from './postgres-cluster.js';
import { ensureOutsideDir, outsideClusterDir, type PostgresHome, postgresHome } from './postgres-home.js';
import { sleep } from './processes.js';

const DATABASE = 'duban';
const FIRST_PORT = 15_432;
const CLAIM_WAIT_MS = 20_000;

export interface Postgres {
  /** Connection URL of Duban's database. */
  readonly url: string;
  /** Connection URL of the maintenance database `postgres`, for CREATE DATABASE and the like. */
  readonly adminUrl: string;
  /** Where the data lie; undefined for a server we were only pointed at. */
  readonly dataDir: string | undefined;
  /** Settles when a server we started has ended by itself or by stop(); never for one we were pointed at. */
  readonly exited: Promise<number>;
  stop(): Promise<void>;
}

export interface EnsureOptions {
  readonly dataDir: string;
  readonly log: Log;
}

export function databaseUrl(port: number, password: string, database: string): string {
  return `postgresql://${ROLE}:${password}@127.0.0.1:${port}/${database}`;
}

/**
 * PostgreSQL with Duban's database: the server of `DATABASE_URL` if set, else the embedded one on `dataDir`. What a
 * killed run left running is stopped first; taken ports are stepped over; the port of the last time is tried first.
 *
 * @throws Error with a message for the user (unreachable, other version's data, held by another command).
 */
export async function ensurePostgres({ dataDir, log }: EnsureOptions): Promise<Postgres> {
  const given = process.env.DATABASE_URL;
  if (given !== undefined && given !== '') return external(given);
  mkdirSync(dataDir, { recursive: true });
  const held = await claimCluster(dataDir, log);
  try {
    return await startKept(dataDir, log, held);
  } catch (error) {
    held.release();
    throw error;
  }
}

async function external(url: string): Promise<Postgres> {
  const admin = new URL(url);
  admin.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Error(
      `连不上 DATABASE_URL 指定的 PostgreSQL(${new URL(url).host}):${reason}。请检查地址、账号和数据库是否存在。`,
      { cause: error },
    );
  } finally {
    await client.end().catch(() => undefined);
  }
  const forever = new Promise<number>(() => undefined);
  return { url, adminUrl: admin.href, dataDir: undefined, exited: forever, stop: async () => undefined };
}

async function claimCluster(dataDir: string, log: Log): Promise<Claim> {
  const file = path.join(dataDir, 'postgres.owner');
  const deadline = Date.now() + CLAIM_WAIT_MS;
  for (let told = false; ; ) {
    const result = claim(file);
    if ('claim' in result) return result.claim;
    if (!told) log(`数据库正由进程 ${result.heldBy.pid} 的另一个督办命令使用，等待其结束……`);
    told = true;
    if (Date.now() > deadline) {
      throw new Error(
        `数据库一直由进程 ${result.heldBy.pid} 使用。请等它结束或先停止它（Ctrl-C），再运行本命令。` +
          `Another Duban command (pid ${result.heldBy.pid}) holds the database.`,
      );
    }
    await sleep(250);
  }
}

async function startKept(dataDir: string, log: Log, held: Claim): Promise<Postgres> {
  const home = postgresHome(log);
  const dir = clusterDir(dataDir, home, log);
  const password = await openCluster(home, dir, dataDir, log);
  if ((await clearLeftovers(dir)) === 'stopped') log('已停止上次异常退出时遗留的 PostgreSQL。');
  const running = await startOnFreePort(home, dir, dataDir);
  void running.exited.then(() => held.release());
  const adminUrl = databaseUrl(running.port, password, 'postgres');
  try {
    await ensureDatabase(adminUrl);
  } catch (error) {
    await running.stop();
    throw error;
  }
  const url = databaseUrl(running.port, password, DATABASE);
  return { url, adminUrl, dataDir: dir, exited: running.exited, stop: running.stop };
}

/** In the data folder if the server's account can get there, else outside the project. */
function clusterDir(dataDir: string, home: PostgresHome, log: Log): string {
  if (accountCan(home.account, '-x', dataDir)) return path.join(dataDir, 'postgres');
  const outside = outsideClusterDir(dataDir);
  ensureOutsideDir();
  mkdirSync(path.dirname(outside), { recursive: true, mode: 0o755 });
  log(`PostgreSQL 的运行账户进不了 ${dataDir}，数据库文件改放在 ${outside}（npm run reset 会一并删除）。`);
  return outside;
}

const passwordFile = (dataDir: string): string => path.join(dataDir, 'postgres.password');

/** Makes the cluster the first time; gives its password. */
async function openCluster(home: PostgresHome, dir: string, dataDir: string, log: Log): Promise<string> {
  const file = passwordFile(dataDir);
  if (existsSync(path.join(dir, 'PG_VERSION'))) {
    checkVersion(home, dir);
    checkOwner(dir, home);
    if (existsSync(file)) return readFileSync(file, 'utf8').trim();
    throw new Error(`缺少数据库密码文件 ${file}。请从备份恢复该文件，或执行 npm run reset 清空重来。`);
  }
  log(`正在初始化 PostgreSQL ${home.version.split('-')[0]} 数据目录……`);
  const password = randomBytes(18).toString('hex');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  await createCluster(home, dir, password, true);
  return password;
}

function checkOwner(dir: string, home: PostgresHome): void {
  const expected = home.account?.uid ?? process.getuid?.();
  if (expected === undefined || statSync(dir).uid === expected) return;
  throw new Error(
    `${dir} 属于其他用户（此前可能以 root 或别的用户启动过）。请用原来的用户启动，或执行 npm run reset 清空重来。`,
  );
}

async function startOnFreePort(home: PostgresHome, dir: string, dataDir: string): Promise<RunningCluster> {
  const logs = path.join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true });
  const portFile = path.join(dataDir, 'postgres.port');
  const last = existsSync(portFile) ? Number(readFileSync(portFile, 'utf8')) : FIRST_PORT;
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort(Number.isInteger(last) && last > 0 ? last : FIRST_PORT);
    try {
      const logFile = path.join(logs, 'postgres.log');
      const running = await startCluster(home, { dir, port, logFile, settings: {} });
      writeFileSync(portFile, String(port));
      return running;
    } catch (error) {
      if (!(error instanceof PortTaken) || attempt >= 5) throw error;
    }
  }
}

async function ensureDatabase(adminUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    const found = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (found.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}
