import { DomainError, type Instant } from '@duban/domain';
import { type Actor, onlyRow, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { lockOpenProgramme } from './create.js';

/** Whose categories, and the programme's row version that the person saw. */
export interface CategoryPlace {
  readonly programmeId: number;
  readonly version?: number | undefined;
}

interface CategoryRow {
  readonly id: number;
  readonly name: string;
  readonly ordinal: number;
}

/**
 * Adds a category (类) behind the last.
 * @throws DomainError CATEGORY_EXISTS, and what every change of a category throws: NOT_FOUND, PROGRAMME_ARCHIVED, STALE_VERSION
 */
export async function addCategory(
  dataSource: DataSource,
  actor: Actor,
  place: CategoryPlace,
  name: string,
  now: Instant,
): Promise<number> {
  return change(dataSource, actor, place, 'add-category', now, async (manager, present) => {
    assertFree(present, name);
    const made: { id: number }[] = await manager.query(
      'INSERT INTO category (programme_id, ordinal, name) VALUES ($1, $2, $3) RETURNING id',
      [place.programmeId, Math.max(0, ...present.map(({ ordinal }) => ordinal)) + 1, name],
    );
    const { id } = onlyRow(made);
    return { result: id, data: { categoryId: id, name } };
  });
}

/** Gives a category another name. @throws DomainError CATEGORY_EXISTS, NOTHING_CHANGED */
export async function renameCategory(
  dataSource: DataSource,
  actor: Actor,
  place: CategoryPlace,
  categoryId: number,
  name: string,
  now: Instant,
): Promise<void> {
  await change(dataSource, actor, place, 'rename-category', now, async (manager, present) => {
    const { name: before } = categoryOf(present, categoryId);
    if (before === name) throw new DomainError('NOTHING_CHANGED', '类别已经是这个名称');
    assertFree(present, name);
    await manager.query('UPDATE category SET name = $2 WHERE id = $1', [categoryId, name]);
    return { result: undefined, data: { categoryId, before, after: name } };
  });
}

/**
 * Puts the categories of a programme in an order.
 * @param order every category of the programme, once
 * @throws DomainError CATEGORY_ORDER when one is missing, strange or named twice
 */
export async function orderCategories(
  dataSource: DataSource,
  actor: Actor,
  place: CategoryPlace,
  order: readonly number[],
  now: Instant,
): Promise<void> {
  await change(dataSource, actor, place, 'order-categories', now, async (manager, present) => {
    const known = new Set(present.map(({ id }) => id));
    if (order.length !== known.size || new Set(order).size !== order.length || !order.every((id) => known.has(id))) {
      throw new DomainError('CATEGORY_ORDER', `请把这个专项的${known.size}个类别各列一次，不多不少`);
    }
    await manager.query(
      `UPDATE category c SET ordinal = r.ordinal FROM unnest($1::bigint[]) WITH ORDINALITY AS r(id, ordinal)
       WHERE c.id = r.id`,
      [order],
    );
    return { result: undefined, data: { before: present.map(({ id }) => id), after: order } };
  });
}

/** Takes a category out of the list. @throws DomainError CATEGORY_IN_USE while projects stand in it */
export async function removeCategory(
  dataSource: DataSource,
  actor: Actor,
  place: CategoryPlace,
  categoryId: number,
  now: Instant,
): Promise<void> {
  await change(dataSource, actor, place, 'remove-category', now, async (manager, present) => {
    const { name } = categoryOf(present, categoryId);
    const [used]: { projects: number }[] = await manager.query(
      'SELECT count(*)::int AS projects FROM project WHERE category_id = $1',
      [categoryId],
    );
    if (used && used.projects > 0) {
      throw new DomainError('CATEGORY_IN_USE', `“${name}”里还有${used.projects}个项目，请先把它们改到别的类别`);
    }
    await manager.query('DELETE FROM category WHERE id = $1', [categoryId]);
    return { result: undefined, data: { categoryId, name } };
  });
}

/** A change of the categories under the programme's lock: its version rises, and it stands in the history. */
async function change<T>(
  dataSource: DataSource,
  actor: Actor,
  { programmeId, version }: CategoryPlace,
  act: string,
  now: Instant,
  does: (
    manager: EntityManager,
    present: readonly CategoryRow[],
  ) => Promise<{ result: T; data: Record<string, unknown> }>,
): Promise<T> {
  return dataSource.transaction(async (manager) => {
    await lockOpenProgramme(manager, programmeId, version);
    const present: CategoryRow[] = await manager.query(
      'SELECT id, name, ordinal FROM category WHERE programme_id = $1 ORDER BY ordinal, id',
      [programmeId],
    );
    const { result, data } = await does(manager, present);
    await manager.query('UPDATE programme SET version = version + 1 WHERE id = $1', [programmeId]);
    await writeHistory(manager, [{ at: now, act, actor, programmeId, data }]);
    return result;
  });
}

function categoryOf(present: readonly CategoryRow[], id: number): CategoryRow {
  const found = present.find((category) => category.id === id);
  if (!found) throw new DomainError('NOT_FOUND', '这个专项里没有这个类别');
  return found;
}

function assertFree(present: readonly CategoryRow[], name: string): void {
  if (present.some((category) => category.name === name)) {
    throw new DomainError('CATEGORY_EXISTS', `这个专项已经有“${name}”这一类`);
  }
}
