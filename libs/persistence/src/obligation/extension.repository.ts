import type { Day, ExtensionState, Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, onlyRow, stamp } from '../bulk.js';
import type { Actor } from '../history/repository.js';

/** An extension request as commands see it. */
export interface ExtensionRequestRow {
  readonly id: number;
  readonly obligationId: number;
  readonly state: ExtensionState;
  readonly appliedAt: Instant;
  readonly appliedBy: number | null;
  readonly newDue: Day;
  readonly version: number;
}

export interface NewExtensionRequest {
  readonly obligationId: number;
  readonly appliedAt: Instant;
  readonly applicant: Actor;
  readonly why: string;
  readonly progress: string;
  readonly progressPercent: number | null;
  readonly newDue: Day;
  readonly dueAt: Instant;
}

/** Writes a request down. Undefined when one is pending on the obligation already. */
export async function insertExtensionRequest(
  manager: EntityManager,
  given: NewExtensionRequest,
): Promise<number | undefined> {
  const rows: { id: number }[] = await manager.query(
    `INSERT INTO extension_request (obligation_id, applied_at, applied_by, applied_by_name, why, progress,
       progress_percent, new_due, due_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
     ON CONFLICT (obligation_id) WHERE state = 'pending' DO NOTHING RETURNING id`,
    [
      given.obligationId,
      stamp(given.appliedAt),
      given.applicant.personId,
      given.applicant.name,
      given.why,
      given.progress,
      given.progressPercent,
      given.newDue,
      stamp(given.dueAt),
    ],
  );
  return rows[0]?.id;
}

/** A request as it is, not locked: its obligation is locked before it. */
export async function readExtensionRequest(
  manager: EntityManager,
  id: number,
  lock = false,
): Promise<ExtensionRequestRow | undefined> {
  const rows: (Omit<ExtensionRequestRow, 'appliedAt'> & { appliedAt: Date })[] = await manager.query(
    `SELECT id, obligation_id AS "obligationId", state, applied_at AS "appliedAt", applied_by AS "appliedBy",
            new_due AS "newDue", version FROM extension_request WHERE id = $1 ${lock ? 'FOR UPDATE' : ''}`,
    [id],
  );
  return rows.map((row) => ({ ...row, appliedAt: instantOf(row.appliedAt) }))[0];
}

export interface Decision {
  readonly state: ExtensionState;
  readonly at: Instant;
  readonly by: Actor;
  readonly why: string | null;
  readonly grantedDue?: Day | undefined;
}

/** Settles a locked request. */
export async function settleExtensionRequest(manager: EntityManager, id: number, decision: Decision): Promise<void> {
  const [rows]: [unknown[], number] = await manager.query(
    `UPDATE extension_request SET state = $2, decided_at = $3, decided_by = $4, decided_by_name = $5, decision_why = $6,
       granted_due = $7, version = version + 1 WHERE id = $1 RETURNING id`,
    [
      id,
      decision.state,
      stamp(decision.at),
      decision.by.personId,
      decision.by.name,
      decision.why,
      decision.grantedDue ?? null,
    ],
  );
  onlyRow(rows);
}

/** Lets what is pending on obligations lapse; the obligations are locked. @returns request and obligation of each */
export async function lapseExtensionRequests(
  manager: EntityManager,
  obligationIds: readonly number[],
  decision: Omit<Decision, 'grantedDue'>,
): Promise<{ id: number; obligationId: number }[]> {
  if (obligationIds.length === 0) return [];
  const [rows]: [{ id: number; obligationId: number }[], number] = await manager.query(
    `UPDATE extension_request SET state = $2, decided_at = $3, decided_by = $4, decided_by_name = $5, decision_why = $6,
       version = version + 1 WHERE obligation_id = ANY($1::bigint[]) AND state = 'pending'
     RETURNING id, obligation_id AS "obligationId"`,
    [[...obligationIds], decision.state, stamp(decision.at), decision.by.personId, decision.by.name, decision.why],
  );
  return rows;
}

/** Raises an obligation's row version: something that people see beside its facts has changed. */
export async function touchObligation(manager: EntityManager, id: number): Promise<void> {
  await manager.query('UPDATE obligation SET version = version + 1 WHERE id = $1', [id]);
}
