import type { Instant } from '@duban/domain';
import { bulkInsert, ENGINE, type ObligationRow, stamp, writeHistory } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { changeEntry } from '../obligation/derived.js';

/** A rung proposes rectification; a proposal that is pending already is kept. The office decides. */
export async function writeProposals(
  manager: EntityManager,
  proposed: readonly { readonly row: ObligationRow }[],
  now: Instant,
): Promise<void> {
  const made = await bulkInsert<{ obligation_id: number }>(
    manager,
    'rectification_proposal',
    { obligation_id: 'bigint', proposed_at: 'timestamptz' },
    proposed.map(({ row }) => ({ obligation_id: row.id, proposed_at: stamp(now) })),
    'ON CONFLICT (obligation_id) WHERE used_at IS NULL AND declined_at IS NULL DO NOTHING RETURNING obligation_id',
  );
  const fresh = new Set(made.map(({ obligation_id }) => obligation_id));
  await writeHistory(
    manager,
    proposed
      .filter(({ row }) => fresh.has(row.id))
      .map(({ row }) => changeEntry('propose-rectification', ENGINE, row, row, now)),
  );
}

/** Uses up the pending proposal of an obligation. False when there is none. */
export async function useProposal(
  manager: EntityManager,
  obligationId: number,
  caseId: number,
  now: Instant,
): Promise<boolean> {
  const [rows]: [{ id: number }[], number] = await manager.query(
    `UPDATE rectification_proposal SET used_at = $2, case_id = $3
     WHERE obligation_id = $1 AND used_at IS NULL AND declined_at IS NULL RETURNING id`,
    [obligationId, stamp(now), caseId],
  );
  return rows.length > 0;
}

/** Whether a proposal is pending on an obligation. */
export async function hasProposal(manager: EntityManager, obligationId: number): Promise<boolean> {
  const rows: unknown[] = await manager.query(
    `SELECT 1 FROM rectification_proposal
     WHERE obligation_id = $1 AND used_at IS NULL AND declined_at IS NULL FOR UPDATE`,
    [obligationId],
  );
  return rows.length > 0;
}

/** Marks the pending proposal of an obligation declined. False when there is none. */
export async function declineProposal(
  manager: EntityManager,
  obligationId: number,
  declined: { readonly at: Instant; readonly by: number | null; readonly why: string },
): Promise<boolean> {
  const [rows]: [{ id: number }[], number] = await manager.query(
    `UPDATE rectification_proposal SET declined_at = $2, declined_by = $3, decline_why = $4
     WHERE obligation_id = $1 AND used_at IS NULL AND declined_at IS NULL RETURNING id`,
    [obligationId, stamp(declined.at), declined.by, declined.why],
  );
  return rows.length > 0;
}
