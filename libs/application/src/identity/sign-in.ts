import { DomainError, type Instant } from '@duban/domain';
import { writeAudit, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { assertPasswordAllowed, hashPassword, passwordMatches, SAMPLE_PASSWORD } from './password.js';
import type { SignedIn } from './role.js';
import {
  beginSession,
  endSessionsOf,
  handedOver,
  type NewSession,
  SESSION_LIMITS,
  type SessionLimits,
} from './session.js';
import type { AddressThrottle } from './throttle.js';

export const FAILURES_BEFORE_LOCK = 5;
export const LOCK_MS = 15 * 60_000;

export interface SignInRequest {
  readonly login: string;
  readonly password: string;
  /** Network address, for the throttle. */
  readonly address: string;
}

export interface SignInOptions {
  readonly throttle: AddressThrottle;
  /** Production refuses the sample password and sample accounts. */
  readonly allowSample: boolean;
  readonly limits?: SessionLimits;
}

interface Row {
  id: number;
  password_hash: string;
  sample: boolean;
  locked_until: Date | null;
  disabled_at: Date | null;
}

interface Entrance extends Row {
  handed_over: boolean;
}

/** Two to 32 letters or digits of any script, with `.`, `_` and `-` inside. */
export const LOGIN_TEXT = /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,31}$/u;

/** Logins are compared without regard to case, width forms and surrounding space. */
export function normalizeLogin(login: string): string {
  return login.normalize('NFKC').trim().toLowerCase();
}

/**
 * Signs in. Unknown login, wrong password, locked and disabled account all get the same answer after the same work.
 * @throws DomainError SIGN_IN_FAILED, or TOO_MANY_ATTEMPTS with `retryAfterSeconds` when the address tried too often
 */
export async function signIn(
  dataSource: DataSource,
  { login, password, address }: SignInRequest,
  now: Instant,
  { throttle, allowSample, limits = SESSION_LIMITS }: SignInOptions,
): Promise<NewSession> {
  const waitMs = throttle.waitMs(address, now);
  if (waitMs > 0) {
    throw new DomainError('TOO_MANY_ATTEMPTS', '登录失败次数过多，请稍后再试', {
      retryAfterSeconds: Math.ceil(waitMs / 1000),
    });
  }
  const name = normalizeLogin(login);
  const account = await accountOf(dataSource, name, now);
  const matches = await passwordMatches(account?.password_hash, password);
  const locked = account?.locked_until != null && account.locked_until.getTime() > now;
  const barred = !allowSample && (account?.sample === true || password === SAMPLE_PASSWORD);
  if (!account || !matches || locked || barred || account.disabled_at !== null || account.handed_over) {
    throttle.failed(address, now);
    const counts = account !== undefined && !matches && !locked;
    await dataSource.transaction(async (manager) => {
      // What is nobody's login may be a password typed into the wrong field: it is not written down.
      const entry = { at: now, accountId: account?.id ?? null, login: account ? name : null, address };
      await writeAudit(manager, { ...entry, act: 'sign-in-failed', code: locked ? 'LOCKED' : 'SIGN_IN_FAILED' });
      if (counts && (await countFailure(manager, account.id, now))) {
        await writeAudit(manager, { ...entry, act: 'account-locked' });
      }
    });
    throw signInFailed();
  }
  return dataSource.transaction(async (manager) => {
    await manager.query('UPDATE account SET failed_attempts = 0, locked_until = NULL WHERE id = $1', [account.id]);
    await writeAudit(manager, { at: now, act: 'sign-in', accountId: account.id, login: name, address });
    return beginSession(manager, account.id, now, limits);
  });
}

/** The account of a login; what could be no login is not even looked for. */
async function accountOf(dataSource: DataSource, login: string, now: Instant): Promise<Entrance | undefined> {
  if (!LOGIN_TEXT.test(login)) return undefined;
  const rows: Entrance[] = await dataSource.query(
    `SELECT a.id, a.password_hash, a.sample, a.locked_until, a.disabled_at, ${handedOver('$2')} AS handed_over
     FROM account a WHERE a.login = $1`,
    [login, new Date(now)],
  );
  return rows[0];
}

function signInFailed(): DomainError {
  return new DomainError(
    'SIGN_IN_FAILED',
    `登录名或密码不正确，或账号已停用、暂时锁定，或岗位已经移交。连续输错${FAILURES_BEFORE_LOCK}次将锁定${LOCK_MS / 60_000}分钟；仍不能登录请联系系统管理员`,
  );
}

/** One statement, so that attempts made at once are all counted. True when this one locked the account. */
async function countFailure(manager: EntityManager, accountId: number, now: Instant): Promise<boolean> {
  const [rows]: [{ locked: boolean }[], number] = await manager.query(
    `UPDATE account SET
       failed_attempts = CASE WHEN failed_attempts + 1 >= $2 THEN 0 ELSE failed_attempts + 1 END,
       locked_until = CASE WHEN failed_attempts + 1 >= $2 THEN $3::timestamptz ELSE locked_until END
     WHERE id = $1 RETURNING locked_until IS NOT DISTINCT FROM $3::timestamptz AS locked`,
    [accountId, FAILURES_BEFORE_LOCK, new Date(now + LOCK_MS).toISOString()],
  );
  return rows[0]?.locked ?? false;
}

/**
 * Changes one's own password and ends every session of the account; the caller goes on with the new one.
 * @throws DomainError WRONG_PASSWORD when the present password is not right, WEAK_PASSWORD for the new one
 */
export async function changePassword(
  dataSource: DataSource,
  who: SignedIn,
  present: string,
  next: string,
  now: Instant,
  limits: SessionLimits = SESSION_LIMITS,
): Promise<NewSession> {
  const [account]: Row[] = await dataSource.query(
    'SELECT id, password_hash, sample, locked_until, disabled_at FROM account WHERE id = $1',
    [who.accountId],
  );
  const locked = account?.locked_until != null && account.locked_until.getTime() > now;
  if (!(await passwordMatches(account?.password_hash, present)) || locked) {
    if (!locked) await countFailure(dataSource.manager, who.accountId, now);
    throw new DomainError('WRONG_PASSWORD', '当前密码不正确，请重新输入');
  }
  assertPasswordAllowed(next, who.login);
  if (next === present) throw new DomainError('WEAK_PASSWORD', '新密码不能与当前密码相同');
  const passwordHash = await hashPassword(next);
  return dataSource.transaction(async (manager) => {
    await manager.query(
      `UPDATE account SET password_hash = $2, must_change_password = false, failed_attempts = 0 WHERE id = $1`,
      [who.accountId, passwordHash],
    );
    await endSessionsOf(manager, who.accountId, now);
    const data = { accountId: who.accountId, login: who.login };
    await writeHistory(manager, [{ at: now, act: 'change-password', actor: who, data }]);
    return beginSession(manager, who.accountId, now, limits);
  });
}
