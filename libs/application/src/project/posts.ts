import type { Instant, PostRelation } from '@duban/domain';
import { appoint, heldAt, linkPost, onlyRow, organizationNamed, postTitled, stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { personTitle } from '../ledger/directory.js';
import { type ChosenPerson, chooser, type PersonChoice } from '../organization/person.js';

/** A leader whom a project names, with the duty that the post is called by. */
type NamedLeader = PersonChoice & { readonly duty: string | null };

/** Whom a project names for its posts; a leader who is not named is not tied. */
export interface Named {
  readonly leadLeader: NamedLeader | null;
  readonly deputyLeader: NamedLeader | null;
  readonly handler: PersonChoice | null;
}

interface Place {
  readonly projectId: number;
  readonly unitId: number;
  readonly countyId: number;
  /** The unit itself names them: by number only its own people and the county's leaders. */
  readonly byUnit?: boolean | undefined;
}

interface Tied {
  readonly organizationId: number;
  /** The post's title, by the name of whoever is meant. */
  readonly title: (name: string) => string;
  readonly who: PersonChoice | null;
}

/**
 * Ties a project made or moved by hand to its posts, which are found by the titles that a ledger gives them, or made.
 * Unit head and office have no holder until appointed; whom the office has appointed to a post is not deposed. A name
 * that several bear means whom it would mean in a ledger. Whoever is chosen otherwise (by number, or as a new person),
 * while a namesake holds the post of that title, holds one for this project alone.
 * @param only the relations to tie
 * @throws DomainError UNKNOWN_PERSON, AMBIGUOUS_PERSON with the candidates
 */
export async function tiePosts(
  manager: EntityManager,
  place: Place,
  named: Named,
  only: readonly PostRelation[],
  now: Instant,
): Promise<void> {
  const { projectId, unitId, countyId } = place;
  const leader = (duty: string, who: NamedLeader | null): Tied | null =>
    who && { organizationId: countyId, title: (name) => personTitle(duty, { name, duty: who.duty }), who };
  const ties: Record<PostRelation, Tied | null> = {
    'lead-leader': leader('县级领导', named.leadLeader),
    'deputy-leader': leader('分管领导', named.deputyLeader),
    handler: { organizationId: unitId, title: (name) => `承办人（${name}）`, who: named.handler },
    'unit-head': { organizationId: unitId, title: () => '责任单位负责人', who: null },
    office: {
      organizationId: await organizationNamed(manager, countyId, '督办室', 'office'),
      title: () => '督办室',
      who: null,
    },
  };
  const choose = chooser(manager, now, { among: place.byUnit ? [unitId, countyId] : undefined });
  const unit = await unitName(manager, unitId);
  for (const relation of only) {
    const tied = ties[relation];
    if (!tied) continue;
    const { organizationId, who } = tied;
    const find = async (name: string): Promise<FoundPost> => {
      const postId = await postTitled(manager, organizationId, relation, tied.title(name));
      return { postId, holderId: who && (await holderOf(manager, postId, now)) };
    };
    if (who === null || 'name' in who) {
      const name = who?.name ?? '未定';
      const { postId, holderId } = await find(name);
      await linkPost(manager, projectId, relation, postId);
      if (who === null || holderId !== null) continue;
      const at = organizationId === unitId ? unit : null;
      const post = { countyId, unit: at, relation, title: tied.title(name), units: [unit] };
      await appoint(manager, postId, (await choose(who, post)).id, now);
    } else {
      const person = await choose(who);
      await tieChosen(manager, { projectId, relation, person, organizationId }, await find(person.name), tied, now);
    }
  }
}

interface FoundPost {
  readonly postId: number;
  readonly holderId: number | null;
}

async function tieChosen(
  manager: EntityManager,
  given: {
    readonly projectId: number;
    readonly relation: PostRelation;
    readonly person: ChosenPerson;
    readonly organizationId: number;
  },
  { postId, holderId }: FoundPost,
  { title }: Tied,
  now: Instant,
): Promise<void> {
  const { projectId, relation, person, organizationId } = given;
  const taken = holderId !== null && holderId !== person.id;
  const own = taken ? await postTitled(manager, organizationId, relation, title(person.name), projectId) : postId;
  await linkPost(manager, projectId, relation, own);
  if (taken || holderId === null) await appoint(manager, own, person.id, now);
}

/** Who holds a post, which is locked: nobody else fills it meanwhile. */
async function holderOf(manager: EntityManager, postId: number, now: Instant): Promise<number | null> {
  await manager.query('SELECT 1 FROM post WHERE id = $1 FOR UPDATE', [postId]);
  const [held]: { id: number }[] = await manager.query(
    `SELECT a.person_id AS id FROM appointment a WHERE a.post_id = $1 AND ${heldAt('$2')}`,
    [postId, stamp(now)],
  );
  return held?.id ?? null;
}

async function unitName(manager: EntityManager, unitId: number): Promise<string> {
  const rows: { name: string }[] = await manager.query('SELECT name FROM organization WHERE id = $1', [unitId]);
  return onlyRow(rows).name;
}
