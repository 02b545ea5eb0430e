import {
  assertFoundable,
  DomainError,
  type Instant,
  isClosed,
  moved,
  POST_RELATIONS,
  PROJECT_TRANSITIONS,
  type ProjectAct,
} from '@duban/domain';
import { type Actor, heldAt, onlyRow, stamp, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { assertList, lockOpenProgramme } from '../programme/create.js';
import { assertReferences, assertTitleFree, columnsOf, type ProjectFields, readFields } from './fields.js';
import { type Named, tiePosts } from './posts.js';
import { assertProjectVersion, lockProject, type ProjectRow, projectClosed } from './rows.js';

/** Whom a new project names for its "1+3"; who is not named is appointed later, before the launch. */
export type NamedPeople = Partial<Named>;

export interface Deciding {
  /** The row version the person saw. */
  readonly version?: number | undefined;
  readonly opinion: string;
}

const NOBODY: Named = { leadLeader: null, deputyLeader: null, handler: null };

/**
 * Makes a project by hand in a programme: it is proposed (拟立项) and waits for its application.
 * @param how `byUnit`: the unit itself proposes it, and names by number only people whom it may know
 * @throws DomainError NOT_FOUND, PROGRAMME_ARCHIVED, ASSIGNMENTS_ONLY, DUPLICATE_TITLE, UNKNOWN_CATEGORY,
 *   UNKNOWN_ORGANIZATION, UNKNOWN_PARENT, UNKNOWN_PERSON, AMBIGUOUS_PERSON with the candidates
 */
export async function createProject(
  dataSource: DataSource,
  actor: Actor,
  programmeId: number,
  fields: ProjectFields,
  people: NamedPeople,
  now: Instant,
  { byUnit }: { readonly byUnit?: boolean } = {},
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const programme = await lockOpenProgramme(manager, programmeId);
    assertList(programme, '要单位办理的事项请用交办，要立项的请选其他专项');
    await assertTitleFree(manager, programmeId, null, fields.title);
    await assertReferences(manager, programmeId, null, fields);
    const made: { id: number }[] = await manager.query(
      `INSERT INTO project (programme_id, number, origin, state, title, category_id, unit_id, objective, measures,
         deadline, standing, supporting_units, source, source_text, guarantees, level, parent_id)
       SELECT $1, coalesce(max(number), 0) + 1, 'hand', 'proposed', $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14
       FROM project WHERE programme_id = $1 RETURNING id`,
      [programmeId, ...columnsOf(fields)],
    );
    const { id } = onlyRow(made);
    const place = { projectId: id, unitId: fields.unitId, countyId: programme.organizationId, byUnit };
    await tiePosts(manager, place, { ...NOBODY, ...people }, POST_RELATIONS, now);
    await writeHistory(manager, [
      { at: now, act: 'create-project', actor, projectId: id, programmeId, stateTo: 'proposed', why: fields.title },
    ]);
    return id;
  });
}

/**
 * Hands a project in for review (申报立项).
 * @throws DomainError WRONG_STATE, STALE_VERSION, FOUNDING_INCOMPLETE naming every gap
 */
export async function applyForProject(
  dataSource: DataSource,
  actor: Actor,
  projectId: number,
  now: Instant,
  version?: number,
): Promise<void> {
  await decide(dataSource, projectId, 'apply', version, async (manager, project) => {
    assertFoundable(await readFields(manager, projectId));
    await enter(manager, actor, project, 'apply', now, { why: null, columns: {} });
  });
}

/**
 * Decides the review of an application (立项审核): approved, it may be launched; returned, it is mended and handed in
 * again. Nobody of the responsible unit decides it.
 * @throws DomainError WRONG_STATE, STALE_VERSION, OWN_PROJECT
 */
export async function reviewProject(
  dataSource: DataSource,
  actor: Actor,
  projectId: number,
  decision: 'approve' | 'return',
  now: Instant,
  { version, opinion }: Deciding,
): Promise<void> {
  await decide(dataSource, projectId, decision, version, async (manager, project) => {
    await assertNotOfUnit(manager, actor, project, now);
    const columns = { reviewed_at: stamp(now), reviewed_by: actor.personId, review_opinion: opinion };
    await enter(manager, actor, project, decision, now, { why: opinion, columns });
  });
}

/**
 * Decides the acceptance of a launched project (验收). Passed, no further round asks it for reports and it may be
 * closed; failed, it goes on as before. Nobody of the responsible unit decides it.
 * @throws DomainError WRONG_STATE, STALE_VERSION, OWN_PROJECT
 */
export async function judgeAcceptance(
  dataSource: DataSource,
  actor: Actor,
  projectId: number,
  decision: 'pass' | 'fail',
  now: Instant,
  { version, opinion }: Deciding,
): Promise<void> {
  const act = `${decision}-acceptance` as const;
  await decide(dataSource, projectId, act, version, async (manager, project) => {
    await assertNotOfUnit(manager, actor, project, now);
    const passed = { accepted_at: stamp(now), accepted_by: actor.personId };
    const columns = { ...(decision === 'pass' ? passed : {}), acceptance_opinion: opinion };
    await enter(manager, actor, project, act, now, { why: opinion, columns });
  });
}

/** One decision on a project under its lock, if the table allows it from where the project stands. */
async function decide(
  dataSource: DataSource,
  projectId: number,
  act: ProjectAct,
  version: number | undefined,
  does: (manager: EntityManager, project: ProjectRow) => Promise<void>,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const project = await lockProject(manager, projectId, 'UPDATE');
    if (isClosed(project)) throw projectClosed(project);
    assertProjectVersion(project, version);
    if (moved(PROJECT_TRANSITIONS, project.state, act) === undefined) {
      throw new DomainError('WRONG_STATE', WRONG[act] ?? '这个项目现在不能这样办理，请刷新后按现状操作', {
        state: project.state,
      });
    }
    await does(manager, project);
  });
}

const WRONG: Partial<Record<ProjectAct, string>> = {
  apply: '只有拟立项或被退回的项目可以送审；审核中的请等审核意见，已立项的不必再送',
  approve: '这个项目不在审核中，没有可以审定的立项申请',
  return: '这个项目不在审核中，没有可以退回的立项申请',
  'pass-acceptance': '只有已下达、还没有通过验收的项目可以验收',
  'fail-acceptance': '只有已下达、还没有通过验收的项目可以验收',
};

async function enter(
  manager: EntityManager,
  actor: Actor,
  project: ProjectRow,
  act: ProjectAct,
  now: Instant,
  { why, columns }: { why: string | null; columns: Readonly<Record<string, unknown>> },
): Promise<void> {
  const { to } = PROJECT_TRANSITIONS[act];
  const sets = Object.keys(columns).map((name, i) => `, ${name} = $${i + 3}`);
  await manager.query(`UPDATE project SET state = $2, version = version + 1${sets.join('')} WHERE id = $1`, [
    project.id,
    to,
    ...Object.values(columns),
  ]);
  await writeHistory(manager, [
    {
      at: now,
      act: `${act}-project`,
      actor,
      projectId: project.id,
      programmeId: project.programmeId,
      stateFrom: project.state,
      stateTo: to,
      why,
    },
  ]);
}

/** Two-person rule (domain C.6): who decides holds neither a post nor an account of the unit whose project it is. */
async function assertNotOfUnit(manager: EntityManager, actor: Actor, project: ProjectRow, now: Instant): Promise<void> {
  if (actor.personId === null) return;
  const own: unknown[] = await manager.query(
    `SELECT 1 FROM appointment a JOIN post t ON t.id = a.post_id
     WHERE a.person_id = $1 AND t.organization_id = $2 AND ${heldAt('$3')}
     UNION ALL SELECT 1 FROM account WHERE person_id = $1 AND organization_id = $2 AND disabled_at IS NULL LIMIT 1`,
    [actor.personId, project.unitId, stamp(now)],
  );
  if (own.length === 0) return;
  throw new DomainError('OWN_PROJECT', '您是这个项目责任单位的人员，不能审定或验收自己单位的项目，请交其他人员办理');
}
