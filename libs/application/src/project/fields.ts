import {
  type Day,
  DomainError,
  type Guarantees,
  isBeforeLaunch,
  launchGaps,
  type ProjectLevel,
  type ProjectSource,
  type ProjectState,
} from '@duban/domain';
import { onlyRow } from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/** What the list says of a project, as people write it. */
export interface ProjectFields {
  readonly title: string;
  readonly categoryId: number;
  readonly unitId: number;
  readonly objective: string | null;
  readonly measures: string | null;
  /** Null for standing work, and while it is not settled. */
  readonly deadline: Day | null;
  readonly standing: boolean;
  readonly supportingUnits: readonly string[];
  readonly source: ProjectSource | null;
  readonly sourceText: string | null;
  readonly guarantees: Guarantees;
  readonly level: ProjectLevel | null;
  readonly parentId: number | null;
}

export type ProjectChanges = { readonly [Field in keyof ProjectFields]?: ProjectFields[Field] | undefined };

/** One changed field, as the history keeps it and the ledger's import writes it too. */
export interface FieldChange {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

const FIELDS = `title, category_id AS "categoryId", unit_id AS "unitId", objective, measures, deadline, standing,
  supporting_units AS "supportingUnits", source, source_text AS "sourceText", guarantees, level, parent_id AS "parentId"`;

/** A project's fields as they stand. The caller holds its lock. */
export async function readFields(manager: EntityManager, projectId: number): Promise<ProjectFields> {
  return onlyRow<ProjectFields>(await manager.query(`SELECT ${FIELDS} FROM project WHERE id = $1`, [projectId]));
}

/** Fields after changes. A deadline ends standing work, and standing work has none. */
export function changed(before: ProjectFields, changes: ProjectChanges): ProjectFields {
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  const after: ProjectFields = { ...before, ...given };
  if (changes.standing === true) return { ...after, deadline: null };
  return after.deadline === null ? after : { ...after, standing: false };
}

/** The names by which the history calls what a project only refers to. */
const NAMED: Partial<Record<keyof ProjectFields, string>> = { categoryId: 'category', unitId: 'responsibleUnit' };

/** What differs between two sets of fields, with names in place of the numbers of categories and units. */
export async function fieldChanges(
  manager: EntityManager,
  before: ProjectFields,
  after: ProjectFields,
): Promise<FieldChange[]> {
  const changes: FieldChange[] = [];
  for (const field of Object.keys(before) as (keyof ProjectFields)[]) {
    if (stable(before[field]) === stable(after[field])) continue;
    const name = NAMED[field];
    if (name === undefined) changes.push({ field, before: before[field], after: after[field] });
    else {
      const table = field === 'unitId' ? 'organization' : 'category';
      changes.push({
        field: name,
        before: await nameOf(manager, table, before[field]),
        after: await nameOf(manager, table, after[field]),
      });
    }
  }
  return changes;
}

/** JSON with sorted keys: PostgreSQL gives the keys of jsonb in an order of its own. */
export function stable(value: unknown): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return JSON.stringify(value);
  return JSON.stringify(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}

async function nameOf(manager: EntityManager, table: 'organization' | 'category', id: unknown): Promise<string | null> {
  const rows: { name: string }[] = await manager.query(`SELECT name FROM ${table} WHERE id = $1`, [id]);
  return rows[0]?.name ?? null;
}

export async function saveFields(manager: EntityManager, projectId: number, fields: ProjectFields): Promise<void> {
  await manager.query(
    `UPDATE project SET title = $2, category_id = $3, unit_id = $4, objective = $5, measures = $6, deadline = $7,
       standing = $8, supporting_units = $9, source = $10, source_text = $11, guarantees = $12, level = $13,
       parent_id = $14, version = version + 1 WHERE id = $1`,
    [projectId, ...columnsOf(fields)],
  );
}

/** The fields in the order of the columns. */
export function columnsOf(fields: ProjectFields): unknown[] {
  return [
    fields.title,
    fields.categoryId,
    fields.unitId,
    fields.objective,
    fields.measures,
    fields.deadline,
    fields.standing,
    JSON.stringify(fields.supportingUnits),
    fields.source,
    fields.sourceText,
    JSON.stringify(fields.guarantees),
    fields.level,
    fields.parentId,
  ];
}

/**
 * In one programme no two projects bear one title, as in a ledger, whose rows are told apart by it. What was cancelled
 * keeps its title from nobody. Of two that are made one waits for the other (the programme is locked); two amendments at
 * once could still give one title to two.
 * @param projectId null for one that is being made
 * @throws DomainError DUPLICATE_TITLE with the other's number
 */
export async function assertTitleFree(
  manager: EntityManager,
  programmeId: number,
  projectId: number | null,
  title: string,
): Promise<void> {
  const others: { number: number }[] = await manager.query(
    `SELECT number FROM project
     WHERE programme_id = $1 AND title = $2 AND state <> 'cancelled' AND id IS DISTINCT FROM $3 ORDER BY number LIMIT 1`,
    [programmeId, title, projectId],
  );
  const [other] = others;
  if (!other) return;
  throw new DomainError(
    'DUPLICATE_TITLE',
    `本专项第${other.number}项已经叫“${title}”；如是同一件事，请办理那一项，否则请换一个名称`,
  );
}

/**
 * What a project refers to has to be there: its category in its programme, a responsible unit, a parent that is not
 * itself or below itself.
 * @param projectId null for one that is being made
 * @throws DomainError UNKNOWN_CATEGORY, UNKNOWN_ORGANIZATION, UNKNOWN_PARENT, PARENT_CYCLE
 */
export async function assertReferences(
  manager: EntityManager,
  programmeId: number,
  projectId: number | null,
  fields: Pick<ProjectFields, 'categoryId' | 'unitId' | 'parentId'>,
): Promise<void> {
  const [there]: { category: boolean; unit: boolean }[] = await manager.query(
    `SELECT EXISTS (SELECT 1 FROM category WHERE id = $1 AND programme_id = $2) AS category,
            EXISTS (SELECT 1 FROM organization WHERE id = $3 AND kind = 'unit') AS unit`,
    [fields.categoryId, programmeId, fields.unitId],
  );
  if (!there?.category) throw new DomainError('UNKNOWN_CATEGORY', '这个专项里没有这个类别，请从它的类别中选择');
  if (!there.unit) throw new DomainError('UNKNOWN_ORGANIZATION', '没有这个责任单位，请从单位列表中选择');
  if (fields.parentId !== null) await assertParent(manager, projectId, fields.parentId);
}

/** Two items that become each other's parents at once would each see no circle: such changes go one after the other. */
async function assertParent(manager: EntityManager, projectId: number | null, parentId: number): Promise<void> {
  await manager.query(`SELECT pg_advisory_xact_lock(hashtext('project.parent'))`);
  const above: { id: number }[] = await manager.query(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM project WHERE id = $1
       UNION SELECT p.id, p.parent_id FROM project p JOIN above a ON p.id = a.parent_id)
     SELECT id FROM above`,
    [parentId],
  );
  if (above.length === 0) throw new DomainError('UNKNOWN_PARENT', '没有这个上级清单项目，请重新选择');
  if (projectId !== null && above.some(({ id }) => id === projectId)) {
    throw new DomainError('PARENT_CYCLE', '上级清单项目不能是自己或自己的下级，请另选上级项目');
  }
}

/** What was launched stays launchable: the five fields are not taken away afterwards. @throws DomainError LAUNCH_INCOMPLETE */
export function assertStaysComplete(state: ProjectState, fields: ProjectFields): void {
  if (isBeforeLaunch(state)) return;
  const gaps = launchGaps({ ...fields, leadLeaders: 1, responsibleUnits: 1, deputyLeaders: 1 });
  if (gaps.length === 0) return;
  throw new DomainError('LAUNCH_INCOMPLETE', `“${fields.title}”已经下达，五要素不能缺：${gaps.join('；')}`, { gaps });
}
