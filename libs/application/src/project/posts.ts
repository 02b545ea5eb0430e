import type { Instant, LedgerItem, LedgerPerson, PostRelation } from '@duban/domain';
import { appoint, heldAt, linkPost, organizationNamed, personNamed, postTitled, stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { personTitle } from '../ledger/directory.js';

/** Whom a project names for its posts; a leader who is not named is not tied. */
export type Named = Pick<LedgerItem, 'leadLeader' | 'deputyLeader' | 'handler'>;

interface Tied {
  readonly organizationId: number;
  readonly title: string;
  readonly holder: string | null;
}

/**
 * Ties a project made or moved by hand to its posts, which are found by the titles that a ledger gives them, or made.
 * Unit head and office have no holder until appointed; whom the office has appointed to a post is not deposed.
 * @param only the relations to tie
 */
export async function tiePosts(
  manager: EntityManager,
  place: { readonly projectId: number; readonly unitId: number; readonly countyId: number },
  named: Named,
  only: readonly PostRelation[],
  now: Instant,
): Promise<void> {
  const { projectId, unitId, countyId } = place;
  const leader = (duty: string, person: LedgerPerson | null): Tied | null =>
    person && { organizationId: countyId, title: personTitle(duty, person), holder: person.name };
  const ties: Record<PostRelation, Tied | null> = {
    'lead-leader': leader('县级领导', named.leadLeader),
    'deputy-leader': leader('分管领导', named.deputyLeader),
    handler: { organizationId: unitId, title: `承办人（${named.handler ?? '未定'}）`, holder: named.handler },
    'unit-head': { organizationId: unitId, title: '责任单位负责人', holder: null },
    office: {
      organizationId: await organizationNamed(manager, countyId, '督办室', 'office'),
      title: '督办室',
      holder: null,
    },
  };
  for (const relation of only) {
    const tied = ties[relation];
    if (!tied) continue;
    const postId = await postTitled(manager, tied.organizationId, relation, tied.title);
    await linkPost(manager, projectId, relation, postId);
    if (tied.holder !== null) await fillVacancy(manager, postId, tied.holder, now);
  }
}

async function fillVacancy(manager: EntityManager, postId: number, holder: string, now: Instant): Promise<void> {
  const held: unknown[] = await manager.query(`SELECT 1 FROM appointment a WHERE a.post_id = $1 AND ${heldAt('$2')}`, [
    postId,
    stamp(now),
  ]);
  if (held.length === 0) await appoint(manager, postId, await personNamed(manager, holder), now);
}
