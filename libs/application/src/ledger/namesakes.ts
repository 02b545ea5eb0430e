import type { Instant, LedgerProblem, PostRelation } from '@duban/domain';
import { stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { type NamedFor, type Namesake, namesakes, nearestTo } from '../organization/namesakes.js';
import type { GoodItem } from './apply.js';
import { hasHolder, namedPost, postKey, type Wanted } from './directory.js';

/** Of several people of one name, the one meant for a post, by `postKey`. */
export type Chosen = ReadonlyMap<string, number>;

/** What telling namesakes apart came to: who was meant, and the rows that leave it open, each with what to do. */
export interface ToldApart {
  readonly chosen: Chosen;
  readonly unclear: readonly { readonly item: GoodItem; readonly problem: LedgerProblem }[];
}

/** A post that rows name somebody for, and the rows. */
interface NamedInRows extends Omit<NamedFor, 'units'> {
  readonly holder: string;
  readonly items: GoodItem[];
}

/**
 * Says who is meant wherever a name belongs to several people and the post named is vacant: whoever holds a post of
 * that title, else one in the organization of the post, else one in the unit that the row names. Never a guess: where
 * that is nobody or more than one, the row is at fault.
 * @param countyId null while there is no county
 */
export async function tellApart(
  manager: EntityManager,
  countyId: number | null,
  wanted: readonly Wanted[],
  now: Instant,
): Promise<ToldApart> {
  const posts = postsNamed(wanted);
  const people = await namesakes(
    manager,
    countyId,
    [...posts.values()].map(({ holder }) => holder),
    now,
  );
  const chosen = new Map<string, number>();
  const unclear: { item: GoodItem; problem: LedgerProblem }[] = [];
  if (people.size === 0) return { chosen, unclear };
  const held = await heldAlready(manager, countyId, [...posts.values()], now);
  for (const [key, post] of posts) {
    const candidates = people.get(post.holder);
    if (!candidates || held.has(key)) continue;
    const units = post.items.map(({ responsibleUnit }) => responsibleUnit);
    const meant = nearestTo({ ...post, units }, candidates);
    if (meant) chosen.set(key, meant.id);
    else unclear.push(...post.items.map((item) => ({ item, problem: problemOf(item, post, candidates) })));
  }
  return { chosen, unclear };
}

function postsNamed(wanted: readonly Wanted[]): Map<string, NamedInRows> {
  const posts = new Map<string, NamedInRows>();
  for (const { item, relations } of wanted) {
    for (const relation of relations) {
      const { at, title, holder } = namedPost(item, relation);
      if (holder === null) continue;
      const key = postKey(item, relation);
      const known = posts.get(key);
      if (known) known.items.push(item);
      else
        posts.set(key, { unit: at === 'unit' ? item.responsibleUnit : null, relation, title, holder, items: [item] });
    }
  }
  return posts;
}

const NAMES: Partial<Record<PostRelation, readonly [field: 'leadLeader' | 'deputyLeader' | 'handler', word: string]>> =
  {
    'lead-leader': ['leadLeader', '牵头领导'],
    'deputy-leader': ['deputyLeader', '分管领导'],
    handler: ['handler', '责任人'],
  };
const LISTED = 3;

function problemOf(item: GoodItem, { relation, holder }: NamedInRows, candidates: readonly Namesake[]): LedgerProblem {
  const [field, word] = NAMES[relation] ?? ['handler', '人员'];
  const cell = item.cells[field] ?? null;
  const who = candidates.slice(0, LISTED).map(({ posts }) => {
    const [post] = posts;
    return post ? `${post.unit ?? ''}${post.title}` : '没有任职';
  });
  const more = candidates.length > LISTED ? '等' : '';
  const cure =
    relation === 'handler'
      ? `请先把本人任命到“${item.responsibleUnit}”的岗位再导入，或把这一格留空，导入后在项目里任命`
      : `请先把本人任命到县里的岗位再导入，或照其现任岗位写明职务，如“${holder}（副县长）”`;
  return {
    severity: 'error',
    code: 'AMBIGUOUS_PERSON',
    cell,
    message: `${cell ?? `第${item.number}项`}：${word}“${holder}”在系统里有${candidates.length}人（${who.join('；')}${more}），看不出是哪一位；${cure}`,
  };
}

/** The posts among these that somebody holds: their names need not be told apart, nobody is deposed. */
async function heldAlready(
  manager: EntityManager,
  countyId: number | null,
  posts: readonly NamedInRows[],
  now: Instant,
): Promise<Set<string>> {
  const rows: { key: string }[] = await manager.query(
    `SELECT CASE WHEN o.id = $2 THEN '' ELSE o.name END || '/' || p.relation || '/' || p.title AS key
     FROM post p JOIN organization o ON o.id = p.organization_id AND (o.id = $2 OR o.parent_id = $2)
     WHERE p.project_id IS NULL AND p.title = ANY($1) AND ${hasHolder('$3')}`,
    [[...new Set(posts.map(({ title }) => title))], countyId, stamp(now)],
  );
  return new Set(rows.map(({ key }) => key));
}
