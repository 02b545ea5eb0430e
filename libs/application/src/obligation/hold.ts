import { DomainError } from '@duban/domain';
import { type HeldObligation, holdObligation } from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/**
 * Locks an opened obligation and its project for an act (`holdObligation`).
 * @throws DomainError NOT_OPEN when it is not there or not opened yet
 */
export async function holdOpened(manager: EntityManager, obligationId: number): Promise<HeldObligation> {
  const held = await holdObligation(manager, obligationId);
  if (!held || held.row.facts.state === 'planned') throw new DomainError('NOT_OPEN', '这个责任事项还没有开启');
  return held;
}
