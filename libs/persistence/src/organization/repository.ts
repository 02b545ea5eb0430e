import { type Instant, POST_RELATIONS, type PostRelation, placeTenure, type Tenure } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, instantOrNull, onlyRow, stamp } from '../bulk.js';

/** Who holds a post of a project. */
export interface Holder {
  readonly personId: number;
  readonly name: string;
}

/**
 * Holders of the posts of many projects at an instant, keyed `<project id>/<relation>`; vacant posts are missing.
 * @param relations only these, all when left out
 */
export async function holdersOf(
  manager: EntityManager,
  projectIds: readonly number[],
  now: Instant,
  relations: readonly PostRelation[] = POST_RELATIONS,
): Promise<Map<string, Holder>> {
  const rows: { project_id: number; relation: PostRelation; person_id: number; name: string }[] = await manager.query(
    `SELECT l.project_id, l.relation, p.id AS person_id, p.name
     FROM linkage l
     JOIN appointment a ON a.post_id = l.post_id AND a.held_from <= $2 AND (a.held_to IS NULL OR a.held_to > $2)
     JOIN person p ON p.id = a.person_id
     WHERE l.project_id = ANY($1::bigint[]) AND l.relation = ANY($3)
     ORDER BY a.id`,
    [[...new Set(projectIds)], stamp(now), [...relations]],
  );
  return new Map(
    rows.map(({ project_id, relation, person_id, name }) => [
      `${project_id}/${relation}`,
      { personId: person_id, name },
    ]),
  );
}

/** Titles of projects, by id. */
export async function projectTitles(
  manager: EntityManager,
  projectIds: readonly number[],
): Promise<Map<number, string>> {
  const rows: { id: number; title: string }[] = await manager.query(
    'SELECT id, title FROM project WHERE id = ANY($1::bigint[])',
    [[...new Set(projectIds)]],
  );
  return new Map(rows.map(({ id, title }) => [id, title]));
}

/** The person of that name in the record, made when there is none. */
export async function personNamed(manager: EntityManager, name: string): Promise<number> {
  const found: { id: number }[] = await manager.query('SELECT id FROM person WHERE name = $1 ORDER BY id LIMIT 1', [
    name,
  ]);
  if (found[0]) return found[0].id;
  const made: { id: number }[] = await manager.query('INSERT INTO person (name) VALUES ($1) RETURNING id', [name]);
  return onlyRow(made).id;
}

/** The organization of that name below a parent, made when there is none. */
export async function organizationNamed(
  manager: EntityManager,
  parentId: number | null,
  name: string,
  kind: 'county' | 'office' | 'unit',
): Promise<number> {
  const found: { id: number }[] = await manager.query(
    'SELECT id FROM organization WHERE parent_id IS NOT DISTINCT FROM $1 AND name = $2',
    [parentId, name],
  );
  if (found[0]) return found[0].id;
  const made: { id: number }[] = await manager.query(
    'INSERT INTO organization (parent_id, name, kind) VALUES ($1, $2, $3) RETURNING id',
    [parentId, name, kind],
  );
  return onlyRow(made).id;
}

/** The post of an organization with that relation and title, made when there is none. */
export async function postTitled(
  manager: EntityManager,
  organizationId: number,
  relation: PostRelation,
  title: string,
  projectId: number | null = null,
): Promise<number> {
  const found: { id: number }[] = await manager.query(
    `SELECT id FROM post WHERE organization_id = $1 AND relation = $2 AND title = $3 AND project_id IS NOT DISTINCT FROM $4`,
    [organizationId, relation, title, projectId],
  );
  if (found[0]) return found[0].id;
  const made: { id: number }[] = await manager.query(
    'INSERT INTO post (organization_id, relation, title, project_id) VALUES ($1, $2, $3, $4) RETURNING id',
    [organizationId, relation, title, projectId],
  );
  return onlyRow(made).id;
}

/** SQL that holds while an appointment `a` does, at the instant in that parameter. */
export const heldAt = (parameter: string): string =>
  `a.held_from <= ${parameter} AND (a.held_to IS NULL OR a.held_to > ${parameter})`;

/** The tenures of a post that are not over yet at an instant, by their beginning; the post is locked. */
export async function lockTenures(manager: EntityManager, postId: number, since: Instant): Promise<Tenure[]> {
  await manager.query('SELECT 1 FROM post WHERE id = $1 FOR UPDATE', [postId]);
  const rows: { id: number; held_from: Date; held_to: Date | null }[] = await manager.query(
    `SELECT id, held_from, held_to FROM appointment WHERE post_id = $1 AND (held_to IS NULL OR held_to > $2)
     ORDER BY held_from, id`,
    [postId, stamp(since)],
  );
  return rows.map(({ id, held_from, held_to }) => ({ id, from: instantOf(held_from), to: instantOrNull(held_to) }));
}

/**
 * Puts a person on a post, ending whoever holds it then; null leaves it vacant. One that is planned for later stays.
 * @param tenure from when, and until when (left out: without an end)
 * @param now what began before it is past
 * @throws DomainError BAD_TENURE, TENURE_TAKEN
 */
export async function appoint(
  manager: EntityManager,
  postId: number,
  personId: number | null,
  now: Instant,
  tenure: { readonly from: Instant; readonly to?: Instant | null } = { from: now },
): Promise<void> {
  const { from } = tenure;
  const existing = await lockTenures(manager, postId, from);
  const placed =
    personId === null
      ? { cut: existing.filter((held) => held.from <= from).map(({ id }) => ({ id, to: from })), to: null }
      : placeTenure(existing, { from, to: tenure.to ?? null }, now);
  for (const { id, to } of placed.cut) await endTenure(manager, id, to);
  if (personId === null) return;
  await manager.query('INSERT INTO appointment (post_id, person_id, held_from, held_to) VALUES ($1, $2, $3, $4)', [
    postId,
    personId,
    stamp(from),
    stamp(placed.to),
  ]);
}

/** Ends a tenure at an instant; its post is locked. */
export async function endTenure(manager: EntityManager, appointmentId: number, at: Instant): Promise<void> {
  await manager.query('UPDATE appointment SET held_to = greatest(held_from, $2) WHERE id = $1', [
    appointmentId,
    stamp(at),
  ]);
}

/** Ties a post to a project in a relation, replacing the one before: one post for each relation. */
export async function linkPost(
  manager: EntityManager,
  projectId: number,
  relation: PostRelation,
  postId: number,
): Promise<void> {
  await manager.query(
    `INSERT INTO linkage (project_id, relation, post_id) VALUES ($1, $2, $3)
     ON CONFLICT (project_id, relation) DO UPDATE SET post_id = EXCLUDED.post_id`,
    [projectId, relation, postId],
  );
}
