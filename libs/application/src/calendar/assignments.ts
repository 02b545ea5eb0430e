import { countedDue, formatInstant, type Instant, movedDue } from '@duban/domain';
import { instantOf, stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { countedLimit } from '../assignment/units.js';
import type { Changing, Replanned } from './replan.js';

/** What a changed calendar makes of an assignment as a whole: what its list shows, and what later units take over. */
export interface AssignmentMove {
  readonly id: number;
  readonly roundId: number;
  readonly dueAt: Instant;
  readonly provisional: boolean;
  readonly arithmetic: string;
}

/**
 * The assignments of a programme that were counted in working days and not called off, worked out again.
 * @param lock keep them from taking in another unit until the transaction ends; the programme is locked already
 */
export async function movedAssignments(
  manager: EntityManager,
  { programmeId, is }: Changing,
  now: Instant,
  lock: boolean,
): Promise<AssignmentMove[]> {
  const rows: { id: number; roundId: number; dueAt: Date; byDefault: boolean }[] = await manager.query(
    `SELECT id, round_id AS "roundId", due_at AS "dueAt", within_workdays IS NULL AS "byDefault"
     FROM assignment WHERE programme_id = $1 AND cancelled_at IS NULL ORDER BY id ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [programmeId],
  );
  const moves: AssignmentMove[] = [];
  for (const { id, roundId, dueAt, byDefault } of rows) {
    const counted = await countedLimit(manager, id);
    if (!counted) continue;
    const present = instantOf(dueAt);
    const ruled = countedDue({ ...counted, byDefault }, formatInstant(present).slice(11, 19), is);
    moves.push({ ...ruled, id, roundId, dueAt: movedDue(present, ruled.dueAt, now, is) });
  }
  return moves;
}

/** Writes what was worked out; and the day that each unit's project shows, where its obligation moved from it. */
export async function saveMovedAssignments(
  manager: EntityManager,
  moves: readonly AssignmentMove[],
  replanned: readonly Replanned[],
): Promise<void> {
  if (moves.length === 0) return;
  const rows = moves.map(({ id, roundId, dueAt, provisional, arithmetic }) => ({
    id,
    round_id: roundId,
    due_at: stamp(dueAt),
    provisional,
    arithmetic,
  }));
  const source =
    'json_to_recordset($1::json) AS m(id bigint, round_id bigint, due_at timestamptz, provisional boolean, arithmetic text)';
  // Whoever saw the old day, to bring in another unit under it, has to look again.
  await manager.query(
    `UPDATE assignment a SET due_at = m.due_at, version = version + 1 FROM ${source}
     WHERE a.id = m.id AND a.due_at <> m.due_at`,
    [JSON.stringify(rows)],
  );
  await manager.query(
    `UPDATE round r SET provisional = m.provisional, arithmetic = m.arithmetic FROM ${source} WHERE r.id = m.round_id`,
    [JSON.stringify(rows)],
  );
  const dues = replanned.map(({ before, after }) => ({
    project_id: after.projectId,
    was_at: stamp(before.row.facts.dueAt),
    is_at: stamp(after.facts.dueAt),
  }));
  await manager.query(
    `UPDATE project p SET deadline = (m.is_at AT TIME ZONE 'Asia/Shanghai')::date
     FROM json_to_recordset($1::json) AS m(project_id bigint, was_at timestamptz, is_at timestamptz)
     WHERE p.id = m.project_id AND p.deadline = (m.was_at AT TIME ZONE 'Asia/Shanghai')::date
       AND EXISTS (SELECT FROM assignment_unit u WHERE u.project_id = p.id)`,
    [JSON.stringify(dues)],
  );
}
