import { DEFAULT_PLAN_LIGHTS, DomainError, type Instant, type PlanLights, programmeState } from '@duban/domain';
import { type Actor, stamp, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { stable } from '../project/fields.js';
import { assertList, ensureProgramme, lockOpenProgramme, type ProgrammeRow, type RuleSet } from './create.js';

/** What the office says of a programme by hand. */
export interface ProgrammeFields {
  readonly title: string;
  readonly year: number;
  /** What the list says of itself, such as 15类28项. */
  readonly declaredCategories: number | null;
  readonly declaredProjects: number | null;
  readonly acceptanceRequired: boolean;
  readonly planLights: PlanLights;
}

export type ProgrammeChanges = { readonly [Field in keyof ProgrammeFields]?: ProgrammeFields[Field] | undefined };

/**
 * Makes a programme by hand, without categories, under the rules given. Its projects are closed only after their
 * acceptance, unless it says otherwise; a ledger's programmes do not ask for one, for a ledger knows none.
 * @throws DomainError PROGRAMME_EXISTS when the organization has one of that title and year, ASSIGNMENTS_ONLY when it is
 *   the assignments'
 */
export async function createProgramme(
  dataSource: DataSource,
  actor: Actor,
  organizationId: number,
  fields: Pick<ProgrammeFields, 'title' | 'year'> & ProgrammeChanges,
  rules: RuleSet,
  now: Instant,
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const { title, year } = fields;
    const programme = await ensureProgramme(manager, { organizationId, title, year }, rules, now, actor);
    if (!programme.made) throw taken(fields);
    await manager.query(
      `UPDATE programme SET declared_categories = $2, declared_projects = $3, acceptance_required = $4, plan_lights = $5
       WHERE id = $1`,
      [
        programme.id,
        fields.declaredCategories ?? null,
        fields.declaredProjects ?? null,
        fields.acceptanceRequired ?? true,
        JSON.stringify(fields.planLights ?? DEFAULT_PLAN_LIGHTS),
      ],
    );
    return programme.id;
  });
}

/**
 * Changes a programme. Its title and year are what reports and rounds were issued under: they change only while
 * nothing of it has been launched.
 * @throws DomainError NOT_FOUND, PROGRAMME_ARCHIVED, STALE_VERSION, ASSIGNMENTS_ONLY, ALREADY_LAUNCHED, PROGRAMME_EXISTS,
 *   NOTHING_CHANGED
 */
export async function changeProgramme(
  dataSource: DataSource,
  actor: Actor,
  programmeId: number,
  changes: ProgrammeChanges,
  now: Instant,
  { version, why = null }: { readonly version?: number | undefined; readonly why?: string | null | undefined } = {},
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const programme = await lockOpenProgramme(manager, programmeId, version);
    const before = await fieldsOf(manager, programmeId);
    const after: ProgrammeFields = { ...before, ...given(changes) };
    const fields = (Object.keys(before) as (keyof ProgrammeFields)[])
      .filter((field) => stable(before[field]) !== stable(after[field]))
      .map((field) => ({ field, before: before[field], after: after[field] }));
    if (fields.length === 0) throw new DomainError('NOTHING_CHANGED', '填写的内容与现在的一样，没有可以保存的更改');
    const renamed = fields.some(({ field }) => field === 'title' || field === 'year');
    if (renamed) assertList(programme, '名称和年度不能更改，其余内容仍可更改');
    if (renamed && programme.launchedAt !== null) {
      throw new DomainError('ALREADY_LAUNCHED', '专项已经下达，名称和年度不能再改；其余内容仍可更改');
    }
    if (renamed) await assertFree(manager, programme, after);
    await manager.query(
      `UPDATE programme SET title = $2, year = $3, declared_categories = $4, declared_projects = $5,
         acceptance_required = $6, plan_lights = $7, version = version + 1 WHERE id = $1`,
      [
        programmeId,
        after.title,
        after.year,
        after.declaredCategories,
        after.declaredProjects,
        after.acceptanceRequired,
        JSON.stringify(after.planLights),
      ],
    );
    await writeHistory(manager, [{ at: now, act: 'change-programme', actor, programmeId, why, data: { fields } }]);
  });
}

/**
 * Archives a programme (归档) once all its projects have ended: no round of it opens any more and nothing is added.
 * @throws DomainError NOT_FOUND, PROGRAMME_ARCHIVED the second time, STALE_VERSION, ASSIGNMENTS_ONLY, PROJECTS_OPEN with their number
 */
export async function archiveProgramme(
  dataSource: DataSource,
  actor: Actor,
  programmeId: number,
  now: Instant,
  { version, why = null }: { readonly version?: number | undefined; readonly why?: string | null | undefined } = {},
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const programme = await lockOpenProgramme(manager, programmeId, version);
    assertList(programme, '不能归档，办结的交办各自结束即可');
    const open: { number: number; title: string }[] = await manager.query(
      `SELECT number, title FROM project WHERE programme_id = $1 AND state NOT IN ('closed', 'cancelled') ORDER BY number`,
      [programmeId],
    );
    if (open.length > 0) {
      throw new DomainError('PROJECTS_OPEN', `还有${open.length}个项目没有结项或撤销，请先办结再归档专项`, {
        numbers: open.map(({ number }) => number),
      });
    }
    await manager.query(
      'UPDATE programme SET archived_at = $2, next_opening_at = NULL, version = version + 1 WHERE id = $1',
      [programmeId, stamp(now)],
    );
    const stateFrom = programmeState({ launched: programme.launchedAt !== null, archived: false });
    await writeHistory(manager, [
      { at: now, act: 'archive-programme', actor, programmeId, stateFrom, stateTo: 'archived', why },
    ]);
  });
}

async function fieldsOf(manager: EntityManager, programmeId: number): Promise<ProgrammeFields> {
  const rows: ProgrammeFields[] = await manager.query(
    `SELECT title, year, declared_categories AS "declaredCategories", declared_projects AS "declaredProjects",
            acceptance_required AS "acceptanceRequired", plan_lights AS "planLights" FROM programme WHERE id = $1`,
    [programmeId],
  );
  if (!rows[0]) throw new DomainError('NOT_FOUND', '没有这个专项');
  return rows[0];
}

async function assertFree(manager: EntityManager, programme: ProgrammeRow, fields: ProgrammeFields): Promise<void> {
  const other: unknown[] = await manager.query(
    'SELECT 1 FROM programme WHERE organization_id = $1 AND year = $2 AND title = $3 AND id <> $4',
    [programme.organizationId, fields.year, fields.title, programme.id],
  );
  if (other.length > 0) throw taken(fields);
}

function taken({ title, year }: Pick<ProgrammeFields, 'title' | 'year'>): DomainError {
  return new DomainError('PROGRAMME_EXISTS', `${year}年已经有名为“${title}”的专项，请换一个名称`);
}

/** The fields that were given at all. */
function given(changes: ProgrammeChanges): Partial<ProgrammeFields> {
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
}
