// A PostgreSQL for one test run, bench or rehearsal: quick, unsafe on power loss, gone afterwards.
import { randomBytes } from 'node:crypto';
import { chownSync, lstatSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type Account, accountCan } from './account.js';
import { lastHolderOf } from './claim.js';
import type { Log } from './paths.js';
import { freePort } from './ports.js';
import { databaseUrl } from './postgres.js';
import { clearLeftovers, createCluster, type RunningCluster, startCluster } from './postgres-cluster.js';
import { type PostgresHome, postgresHome } from './postgres-home.js';
import { isAlive, markOf } from './processes.js';

const PREFIX = 'duban-pg-';
const ORPHAN_AGE_MS = 10 * 60_000;

/** Nothing here need survive a power cut, so nothing waits for the disk. */
const FAST_SETTINGS: Readonly<Record<string, string>> = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  autovacuum: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  shared_buffers: '256MB',
  max_wal_size: '4GB',
};

export interface ThrowawayPostgres {
  /** Connection URL (superuser) of the maintenance database `postgres`. */
  readonly url: string;
  /** Stops the server and removes its files. Happens by itself when this process ends, however it ends. */
  stop(): Promise<void>;
}

export interface ThrowawayOptions {
  readonly log?: Log;
  /** Server settings that replace the fast ones, e.g. `{ autovacuum: 'on' }`. */
  readonly settings?: Readonly<Record<string, string>>;
}

/** Starts a fresh cluster on a free port of 127.0.0.1 in about a second. Any number may run at once. */
export async function startThrowawayPostgres(options: ThrowawayOptions = {}): Promise<ThrowawayPostgres> {
  const home = postgresHome(options.log ?? (() => undefined));
  const base = baseDir(home.account);
  await sweep(base, home.account);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await startIn(base, home, options);
    } catch (error) {
      if (attempt >= 3) throw error; // a port may be taken between our look and the start
    }
  }
}

async function startIn(base: string, home: PostgresHome, options: ThrowawayOptions): Promise<ThrowawayPostgres> {
  const dir = mkdtempSync(path.join(base, PREFIX));
  try {
    writeFileSync(path.join(dir, 'owner'), JSON.stringify(markOf(process.pid)));
    const data = path.join(dir, 'data');
    const password = randomBytes(12).toString('hex');
    // Owned by the server's account, so that the guard, running as that account, can remove it in the end.
    if (home.account !== undefined) chownSync(dir, home.account.uid, home.account.gid);
    await createCluster(home, data, password, false);
    const running: RunningCluster = await startCluster(home, {
      dir: data,
      port: await freePort(),
      logFile: path.join(dir, 'log'),
      settings: { ...FAST_SETTINGS, ...options.settings },
      removeOnExit: dir,
    });
    return { url: databaseUrl(running.port, password, 'postgres'), stop: running.stop };
  } catch (error) {
    rmSync(dir, { recursive: true, force: true });
    throw error;
  }
}

/** The system's temporary folder, unless the server's account cannot get into it. */
function baseDir(account: Account | undefined): string {
  const dir = tmpdir();
  mkdirSync(dir, { recursive: true });
  return accountCan(account, '-x', dir) ? dir : '/var/tmp';
}

/** Removes what killed runs left: the server (if its guard was killed too) and the files. */
async function sweep(base: string, account: Account | undefined): Promise<void> {
  const ours = new Set([process.getuid?.(), account?.uid]);
  for (const name of readdirSync(base)) {
    if (!name.startsWith(PREFIX)) continue;
    const dir = path.join(base, name);
    try {
      const found = lstatSync(dir);
      if (!found.isDirectory() || !ours.has(found.uid)) continue;
      const owner = lastHolderOf(path.join(dir, 'owner'));
      const abandoned = owner === undefined ? Date.now() - found.mtimeMs > ORPHAN_AGE_MS : !isAlive(owner);
      if (!abandoned) continue;
      await clearLeftovers(path.join(dir, 'data'));
      rmSync(dir, { recursive: true, force: true });
    } catch {
      // another run is sweeping the same folder
    }
  }
}
