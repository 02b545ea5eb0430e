import { DomainError, type Instant } from '@duban/domain';
import { type Actor, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { type PersonChoice, personChosen } from '../organization/person.js';
import { assertPasswordAllowed, hashPassword, oneTimePassword } from './password.js';
import { ROLE_NAMES, type Role } from './role.js';
import { endSessionsOf } from './session.js';
import { LOGIN_TEXT, normalizeLogin } from './sign-in.js';

export interface NewAccount {
  readonly login: string;
  readonly role: Role;
  readonly organizationId: number;
  /** Whose it is; a name that several bear is refused. */
  readonly person: PersonChoice;
  /** Left out: a one-time password is made, to be changed at the first sign-in. */
  readonly password?: string;
}

export interface CreatedAccount {
  readonly accountId: number;
  /** To be shown once; null when the caller chose the password. */
  readonly oneTimePassword: string | null;
}

/**
 * Creates a way in for a person.
 * @throws DomainError BAD_LOGIN, WEAK_PASSWORD, LOGIN_TAKEN, UNKNOWN_ORGANIZATION, UNKNOWN_PERSON, or
 *   AMBIGUOUS_PERSON with the candidates; ROLE_MISPLACED when the organization is of another kind
 */
export async function createAccount(
  dataSource: DataSource,
  actor: Actor,
  account: NewAccount,
  now: Instant,
): Promise<CreatedAccount> {
  const login = normalizeLogin(account.login);
  if (!LOGIN_TEXT.test(login)) {
    throw new DomainError('BAD_LOGIN', '登录名应为2到32个汉字、字母或数字，中间可用 . _ -');
  }
  if (account.password !== undefined) assertPasswordAllowed(account.password, login);
  const once = account.password === undefined ? oneTimePassword() : null;
  const passwordHash = await hashPassword(account.password ?? once ?? '');
  const accountId = await dataSource.transaction((manager) =>
    insertAccount(
      manager,
      actor,
      { ...account, login },
      passwordHash,
      { mustChange: once !== null, sample: false },
      now,
    ),
  );
  return { accountId, oneTimePassword: once };
}

/** The insert itself, with its line in the history. The password's own rules are the caller's. */
export async function insertAccount(
  manager: EntityManager,
  actor: Actor,
  account: Omit<NewAccount, 'password'>,
  passwordHash: string,
  flags: { readonly mustChange: boolean; readonly sample: boolean },
  now: Instant,
): Promise<number> {
  await assertRoleFits(manager, account);
  const { id: personId } = await personChosen(manager, account.person, now);
  const [row]: { id: number }[] = await manager.query(
    `INSERT INTO account (person_id, organization_id, login, password_hash, role, must_change_password, sample, created_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (login) DO NOTHING RETURNING id`,
    [
      personId,
      account.organizationId,
      account.login,
      passwordHash,
      account.role,
      flags.mustChange,
      flags.sample,
      new Date(now).toISOString(),
    ],
  );
  if (!row) throw new DomainError('LOGIN_TAKEN', `登录名“${account.login}”已被使用，请换一个`);
  const { login, role, organizationId } = account;
  await writeHistory(manager, [
    { at: now, act: 'create-account', actor, data: { accountId: row.id, login, role, organizationId } },
  ]);
  return row.id;
}

/** A unit's account has no rights of the office, and the office's none of a unit. The county may have either. */
async function assertRoleFits(
  manager: EntityManager,
  { role, organizationId }: Pick<NewAccount, 'role' | 'organizationId'>,
): Promise<void> {
  const [organization]: { kind: string; name: string }[] = await manager.query(
    'SELECT kind, name FROM organization WHERE id = $1',
    [organizationId],
  );
  if (!organization) throw new DomainError('UNKNOWN_ORGANIZATION', '没有这个组织，请从组织列表中选择');
  const { kind, name } = organization;
  if (role === 'office' && kind === 'unit') {
    throw new DomainError('ROLE_MISPLACED', `“${name}”是责任单位，不能设督办室账号；请选督办室，或改为责任单位账号`);
  }
  if (role === 'unit' && kind === 'office') {
    throw new DomainError('ROLE_MISPLACED', `“${name}”是督办室，不能设责任单位账号；请选责任单位，或改为督办室账号`);
  }
}

/** Disables an account, which ends its sessions, or enables it again, which also lifts a lock. */
export async function setAccountDisabled(
  dataSource: DataSource,
  actor: Actor,
  accountId: number,
  disabled: boolean,
  now: Instant,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    // Two administrators disabling each other: one after the other, so that the second is refused.
    if (disabled) await manager.query(`SELECT id FROM account WHERE role = 'admin' ORDER BY id FOR UPDATE`);
    const account = await lockAccount(manager, accountId);
    if (disabled && account.role === 'admin') await assertAnotherAdministrator(manager, accountId);
    await manager.query(
      `UPDATE account SET disabled_at = CASE WHEN $2 THEN coalesce(disabled_at, $3::timestamptz) END,
              failed_attempts = 0, locked_until = NULL WHERE id = $1`,
      [accountId, disabled, new Date(now).toISOString()],
    );
    if (disabled) await endSessionsOf(manager, accountId, now);
    const act = disabled ? 'disable-account' : 'enable-account';
    await writeHistory(manager, [{ at: now, act, actor, data: { accountId, login: account.login } }]);
  });
}

/** A new one-time password, shown once; lifts a lock and ends the account's sessions. */
export async function resetPassword(
  dataSource: DataSource,
  actor: Actor,
  accountId: number,
  now: Instant,
): Promise<string> {
  const once = oneTimePassword();
  const passwordHash = await hashPassword(once);
  await dataSource.transaction(async (manager) => {
    const account = await lockAccount(manager, accountId);
    await manager.query(
      `UPDATE account SET password_hash = $2, must_change_password = true, failed_attempts = 0, locked_until = NULL
       WHERE id = $1`,
      [accountId, passwordHash],
    );
    await endSessionsOf(manager, accountId, now);
    await writeHistory(manager, [{ at: now, act: 'reset-password', actor, data: { accountId, login: account.login } }]);
  });
  return once;
}

async function lockAccount(manager: EntityManager, accountId: number): Promise<{ login: string; role: string }> {
  const [account]: { login: string; role: string }[] = await manager.query(
    'SELECT login, role FROM account WHERE id = $1 FOR UPDATE',
    [accountId],
  );
  if (!account) throw new DomainError('NOT_FOUND', '没有找到，或您无权查看');
  return account;
}

async function assertAnotherAdministrator(manager: EntityManager, accountId: number): Promise<void> {
  const others: unknown[] = await manager.query(
    `SELECT 1 FROM account WHERE role = 'admin' AND disabled_at IS NULL AND id <> $1 LIMIT 1`,
    [accountId],
  );
  if (others.length === 0) {
    throw new DomainError('LAST_ADMINISTRATOR', `这是最后一个可用的${ROLE_NAMES.admin}，请先另设一个再停用`);
  }
}
