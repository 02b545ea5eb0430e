// PostgreSQL refuses to run as root, so root lends it the account `postgres`, which may not see root's folders.
import { spawnSync } from 'node:child_process';
import type { Log } from './paths.js';

export interface Account {
  readonly uid: number;
  readonly gid: number;
}

const NAME = 'postgres';

export const isRoot = (): boolean => process.getuid?.() === 0;

function lookUp(): Account | undefined {
  const ask = (flag: string) => spawnSync('id', [flag, NAME], { encoding: 'utf8' });
  const uid = ask('-u');
  const gid = ask('-g');
  return uid.status === 0 && gid.status === 0 ? { uid: Number(uid.stdout), gid: Number(gid.stdout) } : undefined;
}

/**
 * The account PostgreSQL runs under: undefined (our own) unless we are root. As root it is the system account
 * `postgres`, created if the machine has none.
 */
export function serverAccount(log: Log): Account | undefined {
  if (!isRoot()) return undefined;
  const found = lookUp();
  if (found !== undefined) return found;
  log('PostgreSQL 不能以 root 运行：正在创建系统用户 postgres。Creating the system user "postgres".');
  const useradd = ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', NAME];
  const adduser = ['adduser', '-S', '-D', '-H', '-s', '/bin/false', NAME]; // Alpine
  for (const [command, ...args] of [useradd, adduser]) {
    if (command !== undefined) spawnSync(command, args, { stdio: 'ignore' });
    const made = lookUp();
    if (made !== undefined) return made;
  }
  throw new Error(
    '无法创建系统用户 postgres。请先手工创建该用户，或改用普通用户运行，或设置 DATABASE_URL。' +
      'Could not create the user "postgres": create it, run as an ordinary user, or set DATABASE_URL.',
  );
}

/** True when `account` can do `what` (a test(1) operator such as -r or -x) on every one of `paths`. */
export function accountCan(account: Account | undefined, what: '-r' | '-x', ...paths: string[]): boolean {
  const script = `for p in "$@"; do test ${what} "$p" || exit 1; done`;
  const options = { cwd: '/', stdio: 'ignore' as const, ...account };
  return spawnSync('/bin/sh', ['-c', script, 'sh', ...paths], options).status === 0;
}
