import type { Instant } from '@duban/domain';
import { stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import type { ChosenPerson } from './person.js';

/** An appointment that a hand-over dated ahead may have planned. */
export interface SuccessorTenure {
  readonly postId: number;
  readonly personId: number;
  readonly from: Instant;
}

/** Who holds a post until a hand-over dated ahead comes; undefined when no hand-over planned that appointment. */
export async function predecessorOf(
  manager: EntityManager,
  { postId, personId, from }: SuccessorTenure,
): Promise<ChosenPerson | undefined> {
  const rows: ChosenPerson[] = await manager.query(
    `SELECT p.id, p.name FROM planned_handover h JOIN person p ON p.id = h.person_id
     WHERE h.post_id = $1 AND h.successor_id = $2 AND h.from_at = $3 ORDER BY h.id DESC LIMIT 1`,
    [postId, personId, stamp(from)],
  );
  return rows[0];
}

/**
 * Undoes what a hand-over dated ahead had planned, now that its successor's appointment is called off: the predecessor
 * holds the post as long as without it, or until whoever has been appointed for later since; the access stays, and
 * nothing passes on the day. The post is locked, the successor's tenure has been ended as it began.
 * @returns the predecessor, when there is one to stay: who has ended it otherwise meanwhile is not brought back
 */
export async function bringBack(
  manager: EntityManager,
  { postId, personId, from }: SuccessorTenure,
  now: Instant,
): Promise<ChosenPerson | undefined> {
  const planned: (ChosenPerson & { handoverId: number; until: Date | null })[] = await manager.query(
    `SELECT h.id AS "handoverId", h.until_at AS until, p.id, p.name
     FROM planned_handover h JOIN person p ON p.id = h.person_id
     WHERE h.post_id = $1 AND h.successor_id = $2 AND h.from_at = $3 AND h.done_at IS NULL FOR UPDATE OF h`,
    [postId, personId, stamp(from)],
  );
  const [one] = planned;
  if (!one) return undefined;
  await manager.query('UPDATE planned_handover SET done_at = $2 WHERE id = $1', [one.handoverId, stamp(now)]);
  const cut: { id: number }[] = await manager.query(
    `SELECT id FROM appointment WHERE post_id = $1 AND person_id = $2 AND held_to = $3 AND held_from < held_to
     ORDER BY id DESC LIMIT 1`,
    [postId, one.id, stamp(from)],
  );
  if (!cut[0]) return undefined;
  await manager.query(
    `UPDATE appointment SET handed_over = false, held_to = least($2::timestamptz, (
       SELECT min(held_from) FROM appointment
       WHERE post_id = $3 AND held_from >= $4 AND (held_to IS NULL OR held_to > held_from))) WHERE id = $1`,
    [cut[0].id, one.until, postId, stamp(from)],
  );
  return { id: one.id, name: one.name };
}
