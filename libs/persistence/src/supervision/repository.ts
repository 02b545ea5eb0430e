import type { Policy } from '@duban/domain';
import type { EntityManager } from 'typeorm';

/** A policy version that a programme has chosen. */
export interface ChosenPolicy {
  readonly id: number;
  readonly document: Policy;
  /** Identity of the choice itself: it only grows. */
  readonly choiceId: number;
}

/** The policies of a programme in their order: the first is the one for whatever names none. */
export async function programmePolicies(manager: EntityManager, programmeId: number): Promise<ChosenPolicy[]> {
  return manager.query(
    `SELECT p.id, p.document, g.id AS "choiceId" FROM programme_policy g JOIN policy p ON p.id = g.policy_id
     WHERE g.programme_id = $1 ORDER BY g.ordinal`,
    [programmeId],
  );
}
