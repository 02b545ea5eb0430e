import type { Instant, PostRelation } from '@duban/domain';
import { stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/** A post that somebody holds or will hold. `unit` is null for one of the county's own, undefined for any other place. */
interface HeldPost {
  readonly organizationId: number;
  readonly organization: string;
  readonly unit: string | null | undefined;
  readonly relation: PostRelation;
  readonly title: string;
}

/** One of several people who bear a name. */
export interface Namesake {
  readonly id: number;
  readonly name: string;
  readonly phone: string | null;
  readonly posts: readonly HeldPost[];
}

/** A post that a name stands for. */
export interface NamedFor {
  /** The unit whose post it is; null for one of the county's own. */
  readonly unit: string | null;
  readonly relation: PostRelation;
  readonly title: string;
  /** The responsible units of the projects that it is for. */
  readonly units: readonly string[];
}

/** The people of those names that several share, by name, with the posts they hold or will hold. */
export async function namesakes(
  manager: EntityManager,
  countyId: number | null,
  names: readonly string[],
  now: Instant,
): Promise<Map<string, Namesake[]>> {
  const rows: {
    id: number;
    name: string;
    phone: string | null;
    posts: (Omit<HeldPost, 'unit'> & { unit: string | null; county: boolean })[];
  }[] = await manager.query(
    `SELECT p.id, p.name, p.phone, coalesce(json_agg(json_build_object('relation', t.relation, 'title', t.title,
                'organizationId', o.id, 'organization', o.name,
                'unit', CASE WHEN o.parent_id = $2 THEN o.name END, 'county', o.id = $2) ORDER BY t.id)
                FILTER (WHERE t.id IS NOT NULL), '[]') AS posts
       FROM person p
       LEFT JOIN appointment a ON a.person_id = p.id AND ${heldOrToBeHeld('$3')}
       LEFT JOIN post t ON t.id = a.post_id LEFT JOIN organization o ON o.id = t.organization_id
       WHERE p.name IN (SELECT name FROM person WHERE name = ANY($1) GROUP BY name HAVING count(*) > 1)
       GROUP BY p.id ORDER BY p.id`,
    [[...new Set(names)], countyId, stamp(now)],
  );
  const people = new Map<string, Namesake[]>();
  for (const { posts, ...person } of rows) {
    const held = posts.map(({ county, unit, ...post }) => ({ ...post, unit: county ? null : (unit ?? undefined) }));
    people.set(person.name, [...(people.get(person.name) ?? []), { ...person, posts: held }]);
  }
  return people;
}

/** SQL that holds of an appointment `a` that is not over at the instant in that parameter, begun or not. */
export const heldOrToBeHeld = (parameter: string): string =>
  `(a.held_to IS NULL OR (a.held_to > ${parameter} AND a.held_to > a.held_from))`;

/** Who is meant for a post: the nearest tie to it that any of them has decides, if only one of them has it. */
export function nearestTo(post: NamedFor, candidates: readonly Namesake[]): Namesake | undefined {
  const ties: ((held: HeldPost) => boolean)[] = [
    (held) => held.unit === post.unit && held.title === post.title,
    (held) => held.unit === post.unit && belongs(held, post),
    (held) => typeof held.unit === 'string' && post.units.includes(held.unit) && belongs(held, post),
  ];
  for (const tie of ties) {
    const tied = candidates.filter(({ posts }) => posts.some(tie));
    if (tied.length > 0) return tied.length === 1 ? tied[0] : undefined;
  }
  return undefined;
}

/** A leader put on one project holds a post of its unit too, and is none of the unit's people. */
const belongs = (held: HeldPost, { relation }: NamedFor): boolean =>
  relation !== 'handler' || held.relation === 'handler' || held.relation === 'unit-head';
