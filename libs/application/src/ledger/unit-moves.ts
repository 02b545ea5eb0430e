import { isBeforeLaunch } from '@duban/domain';
import { type Holder, holdersOf } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { type ProjectFields, readFields } from '../project/fields.js';
import { replan } from '../project/replan.js';
import { lockProject, type ProjectRow } from '../project/rows.js';
import { Rules } from '../supervision/rules.js';
import type { ChangedItem, Writing } from './apply.js';
import type { ItemChange } from './difference.js';

/** A launched project that goes to another unit, and how many obligations go with it. */
export interface UnitMove {
  readonly number: number;
  readonly title: string;
  readonly before: string;
  readonly after: string;
  /** What the unit still owes: planned afresh for the new unit, and both units are told. */
  readonly obligations: number;
}

const unitChange = ({ fields }: ItemChange) => fields.find(({ field }) => field === 'responsibleUnit');

/** Changes of the responsible unit that open obligations follow; before the launch nobody owes anything. */
const movers = <Item extends Pick<ChangedItem, 'state' | 'change'>>(changed: readonly Item[]): Item[] =>
  changed.filter(({ state, change }) => !isBeforeLaunch(state) && unitChange(change) !== undefined);

/** What an import moves from unit to unit, counted before it does; writes nothing. */
export async function unitMoves(manager: EntityManager, changed: readonly ChangedItem[]): Promise<UnitMove[]> {
  const moving = movers(changed);
  if (moving.length === 0) return [];
  const rows: { projectId: number; owed: number }[] = await manager.query(
    `SELECT project_id AS "projectId", count(*)::int AS owed FROM obligation
     WHERE project_id = ANY($1::bigint[]) AND owed_by = 'unit' AND ended_at IS NULL GROUP BY project_id`,
    [moving.map(({ id }) => id)],
  );
  const owed = new Map(rows.map((row) => [row.projectId, row.owed]));
  return moving.map(({ id, change }) => ({
    number: change.number,
    title: change.title,
    before: String(unitChange(change)?.before),
    after: String(unitChange(change)?.after),
    obligations: owed.get(id) ?? 0,
  }));
}

/** Projects about to go to another unit, as they are. */
export interface Movers {
  readonly moving: readonly {
    readonly one: ChangedItem;
    readonly project: ProjectRow;
    readonly before: ProjectFields;
  }[];
  readonly holders: ReadonlyMap<string, Holder>;
}

/** Remembers, before anything is written, whom the projects that go to another unit belong to. */
export async function beforeMoves({ manager, now }: Writing, changed: readonly ChangedItem[]): Promise<Movers> {
  const moving: Movers['moving'][number][] = [];
  for (const one of movers(changed)) {
    const project = await lockProject(manager, one.id, 'UPDATE');
    moving.push({ one, project, before: await readFields(manager, one.id) });
  }
  const ids = moving.map(({ project }) => project.id);
  return { moving, holders: ids.length === 0 ? new Map() : await holdersOf(manager, ids, now) };
}

/** Hands the open obligations of moved projects to their new units, as an amendment by hand does. */
export async function completeMoves(
  { manager, actor, now, trace, fileName }: Writing,
  { moving, holders }: Movers,
): Promise<void> {
  const rules = new Rules();
  for (const { one, project, before } of moving) {
    const after = await readFields(manager, project.id);
    const why = `导入台账“${fileName}”，责任单位有变更`;
    await replan(manager, rules, { actor, now, project, before, after, fields: one.change.fields, why }, holders);
    trace.moved.push(project.id);
  }
}
