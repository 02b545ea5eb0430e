import { createHash, randomBytes } from 'node:crypto';
import { DomainError, type Instant } from '@duban/domain';
import { writeAudit } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { roleOf, type SignedIn } from './role.js';

export interface SessionLimits {
  /** A session that nobody uses for so long is over. */
  readonly idleMs: number;
  /** A session is over after so long, used or not. */
  readonly absoluteMs: number;
}

export const SESSION_LIMITS: SessionLimits = { idleMs: 2 * 3_600_000, absoluteMs: 12 * 3_600_000 };

/** "Last seen" is written at most this often, so that reading costs no write. */
const SEEN_EVERY_MS = 60_000;

const TOKEN_TEXT = /^[A-Za-z0-9_-]{43}$/;

/** Only this is stored: who reads the database cannot sign in with what is in it. */
export function tokenHash(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

const iso = (instant: Instant): string => new Date(instant).toISOString();

export interface NewSession {
  /** 256 random bits, base64url. Given out once. */
  readonly token: string;
  readonly expiresAt: Instant;
}

/** Begins a session of an account. */
export async function beginSession(
  manager: EntityManager,
  accountId: number,
  now: Instant,
  limits: SessionLimits = SESSION_LIMITS,
): Promise<NewSession> {
  const token = randomBytes(32).toString('base64url');
  const expiresAt = now + limits.absoluteMs;
  await manager.query(
    `INSERT INTO session (account_id, token_hash, created_at, last_seen_at, expires_at) VALUES ($1, $2, $3, $3, $4)`,
    [accountId, tokenHash(token), iso(now), iso(expiresAt)],
  );
  return { token, expiresAt };
}

interface Row {
  session_id: number;
  account_id: number;
  person_id: number;
  name: string;
  login: string;
  role: string;
  organization_id: number;
  organization_name: string;
  must_change_password: boolean;
  last_seen_at: Date;
  handed_over: boolean;
}

/**
 * SQL: whether the person of account `a` has handed over a post in the account's organization and holds none there at the
 * instant in that parameter. Access follows the post; it comes back with a new appointment.
 */
export const handedOver = (parameter: string): string => `(
  EXISTS (SELECT 1 FROM appointment h JOIN post t ON t.id = h.post_id
          WHERE h.person_id = a.person_id AND h.handed_over AND h.held_to <= ${parameter}::timestamptz
            AND t.organization_id = a.organization_id)
  AND NOT EXISTS (SELECT 1 FROM appointment h JOIN post t ON t.id = h.post_id
          WHERE h.person_id = a.person_id AND t.organization_id = a.organization_id
            AND h.held_from <= ${parameter}::timestamptz AND (h.held_to IS NULL OR h.held_to > ${parameter}::timestamptz)))`;

/**
 * Who holds the token; undefined when it is unknown, ended, idle or too old, or when the account is disabled.
 * @throws DomainError UNAUTHENTICATED when the session is good but its person has handed over every post there: only who
 *   holds the token is told so
 */
export async function authenticate(
  dataSource: DataSource,
  token: string,
  now: Instant,
  limits: SessionLimits = SESSION_LIMITS,
): Promise<SignedIn | undefined> {
  if (!TOKEN_TEXT.test(token)) return undefined;
  const [row]: Row[] = await dataSource.query(
    `SELECT s.id AS session_id, a.id AS account_id, p.id AS person_id, p.name, a.login, a.role, a.organization_id,
            o.name AS organization_name, a.must_change_password, s.last_seen_at, ${handedOver('$2')} AS handed_over
     FROM session s JOIN account a ON a.id = s.account_id JOIN person p ON p.id = a.person_id
     JOIN organization o ON o.id = a.organization_id
     WHERE s.token_hash = $1 AND s.ended_at IS NULL AND a.disabled_at IS NULL
       AND s.expires_at > $2::timestamptz AND s.last_seen_at > $3::timestamptz`,
    [tokenHash(token), iso(now), iso(now - limits.idleMs)],
  );
  if (!row) return undefined;
  if (row.handed_over) {
    throw new DomainError(
      'UNAUTHENTICATED',
      `您已不在${row.organization_name}的岗位，这个账号不能再使用；如有疑问请联系系统管理员`,
    );
  }
  if (now - row.last_seen_at.getTime() >= SEEN_EVERY_MS) {
    await dataSource.query('UPDATE session SET last_seen_at = $2 WHERE id = $1', [row.session_id, iso(now)]);
  }
  return {
    accountId: row.account_id,
    sessionId: row.session_id,
    personId: row.person_id,
    name: row.name,
    login: row.login,
    role: roleOf(row.role),
    organizationId: row.organization_id,
    organizationName: row.organization_name,
    mustChangePassword: row.must_change_password,
  };
}

/** Ends one session. */
export async function signOut(
  dataSource: DataSource,
  { sessionId, accountId, login }: Pick<SignedIn, 'sessionId' | 'accountId' | 'login'>,
  now: Instant,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    await manager.query('UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL', [sessionId, iso(now)]);
    await writeAudit(manager, { at: now, act: 'sign-out', accountId, login });
  });
}

/** Ends every session of an account: after a password change, a reset, a disablement. */
export async function endSessionsOf(manager: EntityManager, accountId: number, now: Instant): Promise<void> {
  await manager.query('UPDATE session SET ended_at = $2 WHERE account_id = $1 AND ended_at IS NULL', [
    accountId,
    iso(now),
  ]);
}
