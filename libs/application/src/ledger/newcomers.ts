import { type Instant, nearNames } from '@duban/domain';
import { stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { asAdded, asChanged } from './apply.js';
import type { Difference } from './difference.js';
import { hasHolder, namedPost, postKey } from './directory.js';
import type { LedgerPlace } from './place.js';

/** Names shown beside one that may be a slip of the pen. */
const MOST_NEAR = 5;

/** A name that the record does not know yet, and the names it may have been mistaken for. */
export interface Newcomer {
  readonly name: string;
  /** Of the record or of the same ledger. */
  readonly near: string[];
}

/** What an import makes besides projects: a slip of the pen shows here before it becomes a unit or a person. */
export interface Newcomers {
  readonly units: Newcomer[];
  readonly people: Newcomer[];
  /** `unit` is null for a post of the county or its office. */
  readonly posts: { readonly title: string; readonly unit: string | null }[];
}

/** What the rows about to be written name that is not in the record. Asked before anything is written; writes nothing. */
export async function newcomers(
  manager: EntityManager,
  { county }: LedgerPlace,
  { added, changed }: Pick<Difference, 'added' | 'changed'>,
  now: Instant,
): Promise<Newcomers> {
  const wanted = [...added.map(asAdded), ...changed.map(asChanged)];
  const named = new Map(
    wanted.flatMap(({ item, relations }) =>
      relations.map((relation) => {
        const { at, title, holder } = namedPost(item, relation);
        return [postKey(item, relation), { title, holder, unit: at === 'unit' ? item.responsibleUnit : null }] as const;
      }),
    ),
  );
  const posts: { key: string; held: boolean }[] = await manager.query(
    `SELECT CASE WHEN o.kind = 'unit' THEN o.name ELSE '' END || '/' || p.relation || '/' || p.title AS key,
            ${hasHolder('$2')} AS held
     FROM post p JOIN organization o ON o.id = p.organization_id AND (o.id = $1 OR o.parent_id = $1)
     WHERE p.project_id IS NULL`,
    [county.id, stamp(now)],
  );
  const present = new Set(posts.map(({ key }) => key));
  const held = new Set(posts.filter((post) => post.held).map(({ key }) => key));
  const holders = [...named].flatMap(([key, { holder }]) => (holder === null || held.has(key) ? [] : [holder]));
  const units = wanted.map(({ item }) => item.responsibleUnit);
  return {
    units: unknown(units, await namesOf(manager, 'SELECT name FROM organization WHERE parent_id = $1', [county.id])),
    people: unknown(holders, await namesOf(manager, 'SELECT name FROM person')),
    posts: [...named].filter(([key]) => !present.has(key)).map(([, { title, unit }]) => ({ title, unit })),
  };
}

async function namesOf(manager: EntityManager, sql: string, parameters: unknown[] = []): Promise<Set<string>> {
  const rows: { name: string }[] = await manager.query(sql, parameters);
  return new Set(rows.map(({ name }) => name));
}

function unknown(names: readonly string[], known: ReadonlySet<string>): Newcomer[] {
  const fresh = [...new Set(names)].filter((name) => !known.has(name));
  if (fresh.length === 0) return [];
  const near = nearNames(new Set([...known, ...names]), MOST_NEAR);
  return fresh.map((name) => ({ name, near: near(name) }));
}
