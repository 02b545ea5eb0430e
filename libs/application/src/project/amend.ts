import { DomainError, type Instant, isBeforeLaunch, isClosed } from '@duban/domain';
import { type Actor, holdersOf, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { PersonChoice } from '../organization/person.js';
import type { Rules } from '../supervision/rules.js';
import {
  assertReferences,
  assertStaysComplete,
  assertTitleFree,
  changed,
  fieldChanges,
  type ProjectChanges,
  readFields,
  saveFields,
} from './fields.js';
import { tiePosts } from './posts.js';
import { type Amendment, replan } from './replan.js';
import { assertProjectVersion, lockProject, type ProjectRow, projectClosed } from './rows.js';

export interface AmendOptions {
  readonly version?: number | undefined;
  readonly why: string;
  /** Who does the work at a new responsible unit; without it the post is vacant until somebody is appointed. */
  readonly handler?: PersonChoice | null | undefined;
  /** The unit itself writes, which it may only before the review. */
  readonly byUnit?: boolean;
}

/** Changes of a project's fields, before and after its launch, each kept with what was before (变更). */
export class ProjectAmendments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
  ) {}

  /**
   * Amends a project. After the launch a changed deadline moves its completion, a changed unit takes over every
   * obligation that is open: both make the plan afresh under a new due revision, so that nothing fires from the old
   * one, and those concerned are told.
   * @throws DomainError PROJECT_CLOSED, STALE_VERSION, WRONG_STATE, NOTHING_CHANGED, LAUNCH_INCOMPLETE, PAST_DUE,
   *   DEADLINE_PASSED, DUPLICATE_TITLE, UNKNOWN_PERSON, AMBIGUOUS_PERSON with the candidates, and what `assertReferences` throws
   */
  async amend(
    actor: Actor,
    projectId: number,
    changes: ProjectChanges,
    now: Instant,
    options: AmendOptions,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const project = await lockProject(manager, projectId, 'UPDATE');
      if (isClosed(project)) throw projectClosed(project);
      assertProjectVersion(project, options.version);
      assertMayWrite(project, options.byUnit ?? false);
      const before = await readFields(manager, projectId);
      const after = changed(before, changes);
      const fields = await fieldChanges(manager, before, after);
      if (fields.length === 0) throw new DomainError('NOTHING_CHANGED', '填写的内容与现在的一样，没有可以保存的更改');
      if (after.title !== before.title) await assertTitleFree(manager, project.programmeId, projectId, after.title);
      await assertReferences(manager, project.programmeId, projectId, after);
      assertStaysComplete(project.state, after);
      const amendment: Amendment = { actor, now, project, before, after, fields, why: options.why };
      const told = await holdersOf(manager, [projectId], now);
      await saveFields(manager, projectId, after);
      if (after.unitId !== before.unitId) await moveToUnit(manager, amendment, options);
      await writeHistory(manager, [
        {
          at: now,
          act: 'amend',
          actor,
          projectId,
          programmeId: project.programmeId,
          why: options.why,
          data: { fields },
        },
      ]);
      if (!isBeforeLaunch(project.state)) await replan(manager, this.rules, amendment, told);
    });
  }
}

/** The unit writes its own proposal; a list that has been settled is the office's. While it is judged nobody writes. */
function assertMayWrite({ state }: ProjectRow, byUnit: boolean): void {
  if (state === 'reviewing') {
    throw new DomainError('WRONG_STATE', '项目正在审核，内容不能改动；需要改动的请先退回', { state });
  }
  if (byUnit && state !== 'proposed' && state !== 'returned') {
    throw new DomainError('WRONG_STATE', '项目已经立项，责任单位不能自行改动，请向督办室提出变更', { state });
  }
}

/** The new unit brings its own posts; leaders stay as they are. The ledger's handler was the old unit's. */
async function moveToUnit(
  manager: EntityManager,
  { project, after, now }: Amendment,
  { handler, byUnit }: AmendOptions,
): Promise<void> {
  const place = { projectId: project.id, unitId: after.unitId, countyId: project.organizationId, byUnit };
  const named = { leadLeader: null, deputyLeader: null, handler: handler ?? null };
  await tiePosts(manager, place, named, ['handler', 'unit-head'], now);
  await manager.query(`UPDATE project SET ledger_names = ledger_names - 'handler' WHERE id = $1`, [project.id]);
}
