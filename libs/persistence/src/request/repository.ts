import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { stamp } from '../bulk.js';

/** What is kept of an answer; `body` is sealed. */
export interface AnswerRow {
  readonly fingerprint: string;
  readonly status: number;
  readonly location: string | null;
  readonly body: Buffer;
}

/** Rows swept away with each one that is written: more than one, so that the table shrinks back by itself. */
const SWEPT_AT_ONCE = 20;

/** Holds a key of an account until the transaction ends; false, at once, when another holds it. */
export async function holdKey(manager: EntityManager, accountId: number, keyHash: string): Promise<boolean> {
  const [row]: { held: boolean }[] = await manager.query(
    'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS held',
    [`idempotency/${accountId}/${keyHash}`],
  );
  return row?.held ?? false;
}

/** The answer kept for a key since `since`, if any. */
export async function keptAnswer(
  manager: EntityManager,
  accountId: number,
  keyHash: string,
  since: Instant,
): Promise<AnswerRow | undefined> {
  const rows: AnswerRow[] = await manager.query(
    'SELECT fingerprint, status, location, body FROM kept_answer WHERE account_id = $1 AND key_hash = $2 AND kept_at > $3',
    [accountId, keyHash, stamp(since)],
  );
  return rows[0];
}

/** Keeps an answer in place of an expired one, and sweeps some that nobody may ask for any more. */
export async function keepAnswer(
  manager: EntityManager,
  accountId: number,
  keyHash: string,
  answer: AnswerRow,
  now: Instant,
  since: Instant,
): Promise<void> {
  await manager.query(
    `WITH swept AS (
       DELETE FROM kept_answer WHERE id IN (
         SELECT id FROM kept_answer WHERE kept_at <= $8 AND NOT (account_id = $1 AND key_hash = $2)
         ORDER BY kept_at LIMIT ${SWEPT_AT_ONCE} FOR UPDATE SKIP LOCKED))
     INSERT INTO kept_answer (account_id, key_hash, fingerprint, status, location, body, kept_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)
     ON CONFLICT (account_id, key_hash) DO UPDATE SET fingerprint = EXCLUDED.fingerprint, status = EXCLUDED.status,
       location = EXCLUDED.location, body = EXCLUDED.body, kept_at = EXCLUDED.kept_at`,
    [accountId, keyHash, answer.fingerprint, answer.status, answer.location, answer.body, stamp(now), stamp(since)],
  );
}
