import { DomainError, type Instant, type LedgerPerson, type PostRelation } from '@duban/domain';
import { bulkInsert, stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import type { GoodItem, Target, Writing } from './apply.js';
import type { Chosen } from './namesakes.js';
import type { ImportTrace } from './trace.js';

/** An item, and the relations in which its project is to be tied to posts. */
export interface Wanted {
  readonly item: GoodItem;
  readonly relations: readonly PostRelation[];
}

/** What the rows of a ledger name, found in the record or made there: a few statements for any number of rows. */
export class Directory {
  private readonly units = new Map<string, number>();
  private readonly categories = new Map<string, number>();
  private readonly posts = new Map<string, number>();

  private constructor(
    private readonly manager: EntityManager,
    private readonly target: Target,
    private readonly trace: ImportTrace,
    private readonly chosen: Chosen,
  ) {}

  /**
   * Finds or makes units, categories, and the posts wanted with their holders, for all items.
   * @throws DomainError AMBIGUOUS_PERSON when several people share a name and none was chosen
   */
  static async of(
    { manager, target, trace, chosen, now }: Pick<Writing, 'manager' | 'target' | 'trace' | 'chosen' | 'now'>,
    wanted: readonly Wanted[],
  ): Promise<Directory> {
    const directory = new Directory(manager, target, trace, chosen);
    const items = wanted.map(({ item }) => item);
    await directory.findUnits(items);
    await directory.findCategories(items);
    await directory.findPosts(wanted, now);
    return directory;
  }

  unit({ responsibleUnit }: GoodItem): number {
    return known(this.units, responsibleUnit);
  }

  category({ category }: GoodItem): number {
    return known(this.categories, category);
  }

  /** The post that stands in a relation to the item's project. */
  post(item: GoodItem, relation: PostRelation): number {
    return known(this.posts, keyOf(this.placeOf(item, relation)));
  }

  private async findUnits(items: readonly GoodItem[]): Promise<void> {
    const names = distinct(items.map(({ responsibleUnit }) => responsibleUnit));
    const { manager, trace, units } = this;
    const { countyId } = this.target;
    const found: Named[] = await manager.query(
      'SELECT id, name FROM organization WHERE parent_id = $1 AND name = ANY($2)',
      [countyId, names],
    );
    remember(units, found);
    const missing = names.filter((name) => !units.has(name));
    const made = await bulkInsert<Named>(
      manager,
      'organization',
      { parent_id: 'bigint', name: 'text', kind: 'text' },
      missing.map((name) => ({ parent_id: countyId, name, kind: 'unit' })),
      'RETURNING id, name',
    );
    remember(units, made);
    trace.made.organization.push(...made.map(({ id }) => id));
  }

  private async findCategories(items: readonly GoodItem[]): Promise<void> {
    const names = distinct(items.map(({ category }) => category));
    const { manager, trace, categories } = this;
    const { programmeId } = this.target;
    const found: (Named & { ordinal: number })[] = await manager.query(
      'SELECT id, name, ordinal FROM category WHERE programme_id = $1',
      [programmeId],
    );
    remember(categories, found);
    const last = Math.max(0, ...found.map(({ ordinal }) => ordinal));
    const missing = names.filter((name) => !categories.has(name));
    const made = await bulkInsert<Named>(
      manager,
      'category',
      { programme_id: 'bigint', ordinal: 'integer', name: 'text' },
      missing.map((name, index) => ({ programme_id: programmeId, ordinal: last + index + 1, name })),
      'RETURNING id, name',
    );
    remember(categories, made);
    trace.made.category.push(...made.map(({ id }) => id));
  }

  private async findPosts(wanted: readonly Wanted[], now: Instant): Promise<void> {
    const { manager, trace, posts } = this;
    const places = new Map<string, Place>();
    for (const { item, relations } of wanted) {
      for (const relation of relations) {
        const place = this.placeOf(item, relation);
        const key = keyOf(place);
        if (!places.has(key)) places.set(key, place);
      }
    }
    const organizations = distinct([...places.values()].map(({ organizationId }) => organizationId));
    const present: (Post & { held: boolean })[] = await manager.query(
      `SELECT p.id, p.organization_id AS "organizationId", p.relation, p.title, ${hasHolder('$2')} AS held
       FROM post p WHERE p.organization_id = ANY($1::bigint[]) AND p.project_id IS NULL ORDER BY p.id DESC`,
      [organizations, stamp(now)],
    );
    const held = new Set<number>();
    for (const post of present) {
      posts.set(keyOf(post), post.id);
      if (post.held) held.add(post.id);
    }
    const missing = [...places].filter(([key]) => !posts.has(key)).map(([, place]) => place);
    const made = await bulkInsert<Post>(
      manager,
      'post',
      { organization_id: 'bigint', relation: 'text', title: 'text' },
      missing.map(({ organizationId, relation, title }) => ({ organization_id: organizationId, relation, title })),
      'RETURNING id, organization_id AS "organizationId", relation, title',
    );
    for (const post of made) posts.set(keyOf(post), post.id);
    trace.made.post.push(...made.map(({ id }) => id));
    const vacant = [...places].flatMap(([key, { holder, key: named }]) => {
      const postId = known(posts, key);
      return holder === null || held.has(postId) ? [] : [{ postId, holder, named }];
    });
    await this.fill(vacant, now);
  }

  /** A ledger names holders of vacant posts; it does not depose whom the office has appointed since. */
  private async fill(seemVacant: readonly Vacancy[], now: Instant): Promise<void> {
    const { manager, trace, chosen } = this;
    const vacant = await this.lockVacant(seemVacant, now);
    const unknown = vacant.filter(({ named }) => !chosen.has(named));
    const names = distinct(unknown.map(({ holder }) => holder));
    const people = new Map<string, number>();
    const found: (Named & { several: boolean })[] = await manager.query(
      'SELECT min(id) AS id, name, count(*) > 1 AS several FROM person WHERE name = ANY($1) GROUP BY name',
      [names],
    );
    const shared = found.find(({ several }) => several);
    // They were told apart before anything was written; whoever changed posts since then has to be looked at anew.
    if (shared) throw new DomainError('AMBIGUOUS_PERSON', `“${shared.name}”的任职刚有变化，请重新导入`);
    remember(people, found);
    const missing = names.filter((name) => !people.has(name));
    const made = await bulkInsert<Named>(
      manager,
      'person',
      { name: 'text' },
      missing.map((name) => ({ name })),
      'RETURNING id, name',
    );
    remember(people, made);
    trace.made.person.push(...made.map(({ id }) => id));
    const appointed = await bulkInsert<{ id: number }>(
      manager,
      'appointment',
      { post_id: 'bigint', person_id: 'bigint', held_from: 'timestamptz' },
      vacant.map(({ postId, holder, named }) => ({
        post_id: postId,
        person_id: chosen.get(named) ?? known(people, holder),
        held_from: stamp(now),
      })),
      'RETURNING id',
    );
    trace.made.appointment.push(...appointed.map(({ id }) => id));
  }

  /** Locks posts, as every writer of appointments does, and looks again which are vacant. */
  private async lockVacant(seemVacant: readonly Vacancy[], now: Instant): Promise<readonly Vacancy[]> {
    const ids = seemVacant.map(({ postId }) => postId);
    await this.manager.query('SELECT 1 FROM post WHERE id = ANY($1::bigint[]) ORDER BY id FOR UPDATE', [ids]);
    const held: { id: number }[] = await this.manager.query(
      `SELECT p.id FROM post p WHERE p.id = ANY($1::bigint[]) AND ${hasHolder('$2')}`,
      [ids, stamp(now)],
    );
    const taken = new Set(held.map(({ id }) => id));
    return seemVacant.filter(({ postId }) => !taken.has(postId));
  }

  private placeOf(item: GoodItem, relation: PostRelation): Place {
    const { countyId, officeId } = this.target;
    const { at, title, holder } = namedPost(item, relation);
    const organizationId = { county: countyId, unit: this.unit(item), office: officeId }[at];
    return { organizationId, relation, title, holder, key: postKey(item, relation) };
  }
}

/** SQL: whether a post `p` has a holder at the instant in that parameter, or one who is to come. */
export const hasHolder = (parameter: string): string =>
  `EXISTS (SELECT 1 FROM appointment a WHERE a.post_id = p.id AND (a.held_to IS NULL OR a.held_to > ${parameter}))`;

interface Vacancy {
  readonly postId: number;
  readonly holder: string;
  readonly named: string;
}

/** Where a relation's post is, what it is called and who is named for it. Unit head and office are named by no ledger. */
export function namedPost(
  { leadLeader, deputyLeader, handler }: GoodItem,
  relation: PostRelation,
): { readonly at: 'county' | 'unit' | 'office'; readonly title: string; readonly holder: string | null } {
  switch (relation) {
    case 'lead-leader':
      return { at: 'county', title: personTitle('县级领导', leadLeader), holder: leadLeader.name };
    case 'deputy-leader':
      return { at: 'county', title: personTitle('分管领导', deputyLeader), holder: deputyLeader.name };
    case 'handler':
      return { at: 'unit', title: `承办人（${handler ?? '未定'}）`, holder: handler };
    case 'unit-head':
      return { at: 'unit', title: '责任单位负责人', holder: null };
    case 'office':
      return { at: 'office', title: '督办室', holder: null };
  }
}

/** The post that an item names for a relation, by names alone: it need not be there yet. */
export function postKey(item: GoodItem, relation: PostRelation): string {
  const { at, title } = namedPost(item, relation);
  return `${at === 'unit' ? item.responsibleUnit : ''}/${relation}/${title}`;
}

/** A post is named by its duty; two persons of one duty are two posts. */
export function personTitle(relation: string, person: LedgerPerson): string {
  return person.duty ? `${person.duty}（${person.name}）` : `${relation}（${person.name}）`;
}

interface Named {
  readonly id: number;
  readonly name: string;
}

interface Post {
  readonly id: number;
  readonly organizationId: number;
  readonly relation: PostRelation;
  readonly title: string;
}

interface Place extends Omit<Post, 'id'> {
  readonly holder: string | null;
  readonly key: string;
}

const keyOf = ({ organizationId, relation, title }: Omit<Post, 'id'>): string =>
  `${organizationId}/${relation}/${title}`;

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

function remember(into: Map<string, number>, rows: readonly Named[]): void {
  for (const { id, name } of rows) into.set(name, id);
}

function known(map: ReadonlyMap<string, number>, key: string): number {
  const id = map.get(key);
  if (id === undefined) throw new Error(`${key} is not in the directory`);
  return id;
}
