import {
  type Instant,
  type LedgerItem,
  type LedgerPerson,
  POST_RELATIONS,
  type PostRelation,
  type ProjectState,
} from '@duban/domain';
import { type Actor, bulkInsert, byName, rowSource, writeHistory } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import type { ItemChange } from './difference.js';
import { Directory, personTitle, type Wanted } from './directory.js';
import { insertMilestones, writeMilestones } from './milestones.js';
import type { Chosen } from './namesakes.js';
import type { Tell } from './progress.js';
import type { ImportTrace } from './trace.js';
import { beforeMoves, completeMoves } from './unit-moves.js';

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

/** An import at work: where it writes, in whose name, what it must remember and whom it tells how far it is. */
export interface Writing {
  readonly manager: EntityManager;
  readonly target: Target;
  readonly actor: Actor;
  readonly now: Instant;
  readonly trace: ImportTrace;
  readonly chosen: Chosen;
  readonly fileName: string;
  readonly tell: Tell;
}

/** A project that an import changes, the item that changes it, and how. */
export interface ChangedItem {
  readonly id: number;
  readonly state: ProjectState;
  readonly item: GoodItem;
  readonly change: ItemChange;
}

/** Rows written by one statement: enough to make the number of statements small, few enough to say how far one is. */
const BATCH = 2_000;

const COLUMNS = {
  category_id: 'bigint',
  number: 'integer',
  title: 'text',
  objective: 'text',
  measures: 'text',
  deadline: 'date',
  standing: 'boolean',
  unit_id: 'bigint',
  supporting_units: 'jsonb',
  notes: 'jsonb',
  ledger_names: 'jsonb',
} as const;

/** Makes projects of new items, with their category, unit and the five posts of each. */
export async function insertItems(writing: Writing, items: readonly GoodItem[]): Promise<void> {
  const { manager, target, trace, now, actor, tell } = writing;
  const { programmeId } = target;
  const directory = await Directory.of(writing, items.map(asAdded));
  for (let from = 0; from < items.length; from += BATCH) {
    await tell({ text: '正在写入新增项目', done: from, total: items.length });
    const batch = items.slice(from, from + BATCH);
    const made: { id: number; number: number }[] = await bulkInsert(
      manager,
      'project',
      { programme_id: 'bigint', ...COLUMNS },
      batch.map((item) => ({ programme_id: programmeId, ...columnsOf(directory, item) })),
      'RETURNING id, number',
    );
    const ids = new Map(made.map(({ id, number }) => [number, id]));
    const written = batch.map((item) => ({ id: ids.get(item.number) ?? 0, ...asAdded(item) }));
    await linkAll(manager, directory, written);
    await insertMilestones(manager, written);
    trace.made.project.push(...made.map(({ id }) => id));
    await writeHistory(
      manager,
      written.map(({ id }) => ({ at: now, act: 'import', actor, projectId: id, programmeId, stateTo: 'draft' })),
    );
  }
}

/**
 * Brings changed items in line with the ledger, each change in the history with what was before. What a launched
 * project owes follows it to another unit.
 */
export async function amendItems(writing: Writing, changed: readonly ChangedItem[]): Promise<void> {
  if (changed.length === 0) return;
  const { manager, target, now, actor, tell } = writing;
  const all = changed.map((one) => ({ id: one.id, ...asChanged(one) }));
  const directory = await Directory.of(writing, all);
  const ids = changed.map(({ id }) => id);
  const movers = await beforeMoves(writing, changed);
  // Numbers are unique within a programme: step aside first, so that rows may change places.
  await manager.query('UPDATE project SET number = -number WHERE id = ANY($1::bigint[])', [ids]);
  const names = Object.keys(COLUMNS);
  for (let from = 0; from < changed.length; from += BATCH) {
    await tell({ text: '正在写入修改', done: from, total: changed.length });
    const batch = changed.slice(from, from + BATCH);
    const { from: source, parameters } = rowSource(
      byName({ id: 'bigint', ...COLUMNS }),
      batch.map(({ id, item }) => ({ id, ...columnsOf(directory, item) })),
    );
    await manager.query(
      `UPDATE project p SET ${names.map((name) => `${name} = r.${name}`).join(', ')}, version = p.version + 1
       FROM ${source} WHERE p.id = r.id`,
      parameters,
    );
    const written = all.slice(from, from + BATCH);
    await linkAll(manager, directory, written, REPLACING);
    for (const { id, item, change } of batch) {
      if (change.fields.some(({ field }) => field === 'milestones')) await writeMilestones(manager, id, item);
    }
    await writeHistory(
      manager,
      batch.map(({ id, change }) => ({
        at: now,
        act: 'amend',
        actor,
        projectId: id,
        programmeId: target.programmeId,
        data: { fields: change.fields },
      })),
    );
  }
  await completeMoves(writing, movers);
}

/** What the ledger says of a project. */
function columnsOf(directory: Directory, item: GoodItem): Record<keyof typeof COLUMNS, unknown> {
  return {
    category_id: directory.category(item),
    number: item.number,
    title: item.title,
    objective: item.objective,
    measures: item.measures,
    deadline: item.deadline,
    standing: item.standing,
    unit_id: directory.unit(item),
    supporting_units: item.supportingUnits,
    notes: item.notes,
    ledger_names: namesOf(item),
  };
}

interface Written extends Wanted {
  readonly id: number;
}

const REPLACING = 'ON CONFLICT (project_id, relation) DO UPDATE SET post_id = EXCLUDED.post_id';

/** @param suffix what becomes of a relation that is there already; new projects have none */
async function linkAll(
  manager: EntityManager,
  directory: Directory,
  written: readonly Written[],
  suffix = '',
): Promise<void> {
  await bulkInsert(
    manager,
    'linkage',
    { project_id: 'bigint', relation: 'text', post_id: 'bigint' },
    written.flatMap(({ id, item, relations }) =>
      relations.map((relation) => ({ project_id: id, relation, post_id: directory.post(item, relation) })),
    ),
    suffix,
  );
}

/** A new item ties its project to all five posts. */
export const asAdded = (item: GoodItem): Wanted => ({ item, relations: POST_RELATIONS });

/** What a changed item ties its project to. */
export const asChanged = ({ item, change }: Pick<ChangedItem, 'item' | 'change'>): Wanted => ({
  item,
  relations: relationsOf(change),
});

/** A changed unit brings its own posts; a changed name its own one. Whom the office has appointed in others stays. */
function relationsOf(change: ItemChange): PostRelation[] {
  const fields = new Set(change.fields.map(({ field }) => field));
  const relations: PostRelation[] = [];
  if (fields.has('leadLeader')) relations.push('lead-leader');
  if (fields.has('deputyLeader')) relations.push('deputy-leader');
  if (fields.has('handler') || fields.has('responsibleUnit')) relations.push('handler');
  if (fields.has('responsibleUnit')) relations.push('unit-head');
  return relations;
}

/** Whom a row names, by relation. */
export function namesOf(item: GoodItem): Record<'leadLeader' | 'deputyLeader' | 'handler', string | null> {
  return {
    leadLeader: personTitle('县级领导', item.leadLeader),
    deputyLeader: personTitle('分管领导', item.deputyLeader),
    handler: item.handler,
  };
}
