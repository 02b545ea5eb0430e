import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { stamp } from '../bulk.js';

/** What is written down of a sign-in or a refusal. */
export interface AuditEntry {
  readonly at: Instant;
  readonly act: 'denied' | 'sign-in' | 'sign-in-failed' | 'account-locked' | 'sign-out';
  readonly accountId: number | null;
  readonly login: string | null;
  readonly action?: string;
  readonly target?: string;
  readonly code?: string;
  readonly address?: string;
  readonly more?: number;
  readonly requestId?: string;
}

/** Appends to the audit. */
export async function writeAudit(manager: EntityManager, entry: AuditEntry): Promise<void> {
  await manager.query(
    `INSERT INTO audit (at, act, account_id, login, action, target, code, address, more, request_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, coalesce($10, request_id()))`,
    [
      stamp(entry.at),
      entry.act,
      entry.accountId,
      entry.login,
      entry.action ?? null,
      entry.target ?? null,
      entry.code ?? null,
      entry.address ?? null,
      entry.more ?? 0,
      entry.requestId ?? null,
    ],
  );
}
