import { type Instant, type LedgerItem, type LedgerPerson, POST_RELATIONS, type PostRelation } from '@duban/domain';
import {
  type Actor,
  appoint,
  bulkInsert,
  linkPost,
  onlyRow,
  organizationNamed,
  personNamed,
  postTitled,
  writeHistory,
} from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/** An item that may be imported: every required field read. */
export interface GoodItem extends LedgerItem {
  readonly category: string;
  readonly title: string;
  readonly leadLeader: LedgerPerson;
  readonly deputyLeader: LedgerPerson;
  readonly responsibleUnit: string;
}

/** Where the items go. */
export interface Target {
  readonly programmeId: number;
  readonly countyId: number;
  readonly officeId: number;
}

/** Makes projects of new items, with their category, unit and the five posts of each. */
export async function insertItems(
  manager: EntityManager,
  target: Target,
  items: readonly GoodItem[],
  actor: Actor,
  now: Instant,
): Promise<number[]> {
  const context = new Posts(manager, target, now);
  const ids: number[] = [];
  for (const item of items) {
    const unitId = await context.unit(item.responsibleUnit);
    const made: { id: number }[] = await manager.query(
      `INSERT INTO project (programme_id, category_id, number, title, objective, measures, deadline, standing, unit_id,
         supporting_units, notes, ledger_names) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) RETURNING id`,
      [target.programmeId, ...(await context.columns(item))],
    );
    const { id } = onlyRow(made);
    ids.push(id);
    await context.link(id, unitId, item);
    await writeMilestones(manager, id, item);
  }
  await writeHistory(
    manager,
    ids.map((projectId) => ({
      at: now,
      act: 'import',
      actor,
      projectId,
      programmeId: target.programmeId,
      stateTo: 'draft',
    })),
  );
  return ids;
}

/** The steps of a project, from the clauses of its deadline. */
export async function writeMilestones(manager: EntityManager, projectId: number, item: LedgerItem): Promise<void> {
  await manager.query('DELETE FROM milestone WHERE project_id = $1', [projectId]);
  await bulkInsert(
    manager,
    'milestone',
    { project_id: 'bigint', ordinal: 'integer', day: 'date', text: 'text' },
    item.milestones.map(({ day, text }, ordinal) => ({ project_id: projectId, ordinal, day, text })),
  );
}

/** Finds or makes what a row of the ledger names; what was looked up once is remembered for the rest of the ledger. */
export class Posts {
  private readonly known = new Map<string, Promise<number>>();

  constructor(
    private readonly manager: EntityManager,
    private readonly target: Target,
    private readonly now: Instant,
  ) {}

  unit(name: string): Promise<number> {
    return this.once(`unit/${name}`, () => organizationNamed(this.manager, this.target.countyId, name, 'unit'));
  }

  category(name: string): Promise<number> {
    return this.once(`category/${name}`, async () => {
      const rows: { id: number }[] = await this.manager.query(
        `INSERT INTO category (programme_id, ordinal, name)
         SELECT $1, coalesce(max(ordinal), 0) + 1, $2 FROM category WHERE programme_id = $1
         ON CONFLICT ON CONSTRAINT category_name DO UPDATE SET name = EXCLUDED.name RETURNING id`,
        [this.target.programmeId, name],
      );
      return onlyRow(rows).id;
    });
  }

  /** What the ledger says of a project: category, number, title … names, in the order of the columns. */
  async columns(item: GoodItem): Promise<unknown[]> {
    return [
      await this.category(item.category),
      item.number,
      item.title,
      item.objective,
      item.measures,
      item.deadline,
      item.standing,
      await this.unit(item.responsibleUnit),
      JSON.stringify(item.supportingUnits),
      JSON.stringify(item.notes),
      JSON.stringify(namesOf(item)),
    ];
  }

  /**
   * Ties the "1+3" and the handler to a project, by posts. Unit head and office have no holder until appointed.
   * @param only the relations to tie; whom the office has appointed in others since stays
   */
  async link(
    projectId: number,
    unitId: number,
    item: GoodItem,
    only: readonly PostRelation[] = POST_RELATIONS,
  ): Promise<void> {
    const { countyId, officeId } = this.target;
    const { leadLeader, deputyLeader, handler } = item;
    const ties: Record<PostRelation, readonly [number, string, string | null]> = {
      'lead-leader': [countyId, personTitle('县级领导', leadLeader), leadLeader.name],
      'deputy-leader': [countyId, personTitle('分管领导', deputyLeader), deputyLeader.name],
      handler: [unitId, `承办人（${handler ?? '未定'}）`, handler],
      'unit-head': [unitId, '责任单位负责人', null],
      office: [officeId, '督办室', null],
    };
    for (const relation of only) await this.tie(projectId, relation, ...ties[relation]);
  }

  private async tie(
    projectId: number,
    relation: PostRelation,
    organizationId: number,
    title: string,
    holder: string | null,
  ): Promise<void> {
    const postId = await this.once(`post/${organizationId}/${relation}/${title}`, async () => {
      const id = await postTitled(this.manager, organizationId, relation, title);
      if (holder !== null) await this.fillVacancy(id, holder);
      return id;
    });
    await linkPost(this.manager, projectId, relation, postId);
  }

  /** A ledger names holders; it does not depose whom the office has appointed since. */
  private async fillVacancy(postId: number, holder: string): Promise<void> {
    const held: unknown[] = await this.manager.query(
      'SELECT 1 FROM appointment WHERE post_id = $1 AND held_to IS NULL',
      [postId],
    );
    if (held.length === 0) await appoint(this.manager, postId, await personNamed(this.manager, holder), this.now);
  }

  private once(key: string, find: () => Promise<number>): Promise<number> {
    const known = this.known.get(key) ?? find();
    this.known.set(key, known);
    return known;
  }
}

/** A post is named by its duty; two persons of one duty are two posts. */
function personTitle(relation: string, person: LedgerPerson): string {
  return person.duty ? `${person.duty}（${person.name}）` : `${relation}（${person.name}）`;
}

/** Whom a row names, by relation. */
export function namesOf(item: GoodItem): Record<'leadLeader' | 'deputyLeader' | 'handler', string | null> {
  return {
    leadLeader: personTitle('县级领导', item.leadLeader),
    deputyLeader: personTitle('分管领导', item.deputyLeader),
    handler: item.handler,
  };
}
