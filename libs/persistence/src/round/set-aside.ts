import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { stamp } from '../bulk.js';

/** What is set aside: an obligation, or the opening of a period (`periodKey` empty: of a cadence as a whole). */
export interface SetAsideTarget {
  readonly programmeId: number;
  readonly obligationId: number | null;
  readonly cadenceKey: string;
  readonly periodKey: string;
}

const LONGEST_REASON = 500;

/** Sets something aside; what is set aside already stays as it was. True when it is new. */
export async function setAside(
  manager: EntityManager,
  target: SetAsideTarget,
  error: unknown,
  now: Instant,
): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `INSERT INTO set_aside (programme_id, obligation_id, cadence_key, period_key, at, reason)
     VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT DO NOTHING RETURNING id`,
    [target.programmeId, target.obligationId, target.cadenceKey, target.periodKey, stamp(now), reasonOf(error)],
  );
  return rows.length > 0;
}

/** What went wrong, as the record can hold it: PostgreSQL stores no NUL. */
export function reasonOf(error: unknown): string {
  const words = error instanceof Error ? error.message : String(error);
  return words.replaceAll('\u0000', '').slice(0, LONGEST_REASON);
}

/** An opening that was set aside and has come about after all. */
export async function settleOpening(
  manager: EntityManager,
  target: Omit<SetAsideTarget, 'obligationId'>,
  now: Instant,
): Promise<void> {
  await manager.query(
    `UPDATE set_aside SET resolved_at = $4
     WHERE programme_id = $1 AND cadence_key = $2 AND period_key IN ($3, '') AND obligation_id IS NULL
       AND resolved_at IS NULL`,
    [target.programmeId, target.cadenceKey, target.periodKey, stamp(now)],
  );
}

/** Whether openings of a programme are set aside: seldom, and then they are worth settling. */
export async function hasOpeningsSetAside(manager: EntityManager, programmeId: number): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    'SELECT 1 FROM set_aside WHERE programme_id = $1 AND obligation_id IS NULL AND resolved_at IS NULL LIMIT 1',
    [programmeId],
  );
  return rows.length > 0;
}

/** Something set aside that waits to be tried again, locked; undefined when there is none of that id. */
export async function lockSetAside(manager: EntityManager, id: number): Promise<SetAsideTarget | undefined> {
  const rows: SetAsideTarget[] = await manager.query(
    `SELECT programme_id AS "programmeId", obligation_id AS "obligationId", cadence_key AS "cadenceKey",
            period_key AS "periodKey" FROM set_aside WHERE id = $1 AND resolved_at IS NULL FOR UPDATE`,
    [id],
  );
  return rows[0];
}

export async function resolveSetAside(
  manager: EntityManager,
  id: number,
  personId: number | null,
  now: Instant,
): Promise<void> {
  await manager.query('UPDATE set_aside SET resolved_at = $2, resolved_by = $3 WHERE id = $1', [
    id,
    stamp(now),
    personId,
  ]);
}
