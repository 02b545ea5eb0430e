import { type Day, DomainError, dayOfInstant, type Instant, isClosed } from '@duban/domain';
import { type Actor, onlyRow, stamp, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { lockProject, type ProjectRow, projectClosed } from './rows.js';

interface Step {
  readonly id: number;
  readonly day: Day;
  readonly text: string;
  readonly version: number;
  readonly completed: boolean;
}

/**
 * Adds a step (节点) to a project by hand.
 * @throws DomainError PROJECT_CLOSED, MILESTONE_LATE when it lies behind the project's deadline
 */
export async function addMilestone(
  dataSource: DataSource,
  actor: Actor,
  projectId: number,
  { day, text }: { readonly day: Day; readonly text: string },
  now: Instant,
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const project = await lockOpenProject(manager, projectId);
    await assertWithin(manager, projectId, day);
    const made: { id: number }[] = await manager.query(
      `INSERT INTO milestone (project_id, ordinal, day, text)
       SELECT $1, coalesce(max(ordinal), -1) + 1, $2, $3 FROM milestone WHERE project_id = $1 RETURNING id`,
      [projectId, day, text],
    );
    const { id } = onlyRow(made);
    const fields = [{ field: 'milestone', before: null, after: { day, text } }];
    await record(manager, actor, project, 'add-milestone', now, { why: null, data: { milestoneId: id, fields } });
    return id;
  });
}

/**
 * Moves a step to another day or words it anew; what was before stays in the history.
 * @throws DomainError NOT_FOUND, PROJECT_CLOSED, STALE_VERSION, WRONG_STATE once it is done, MILESTONE_LATE, NOTHING_CHANGED
 */
export async function changeMilestone(
  dataSource: DataSource,
  actor: Actor,
  milestoneId: number,
  changes: { readonly day?: Day | undefined; readonly text?: string | undefined },
  now: Instant,
  { version, why }: { readonly version?: number | undefined; readonly why: string },
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const { project, step } = await lockStep(manager, milestoneId, version);
    const before = { day: step.day, text: step.text };
    const after = { day: changes.day ?? step.day, text: changes.text ?? step.text };
    if (after.day === before.day && after.text === before.text) {
      throw new DomainError('NOTHING_CHANGED', '节点的日期和内容与现在的一样，没有可以保存的更改');
    }
    if (after.day !== before.day) await assertWithin(manager, project.id, after.day);
    await manager.query('UPDATE milestone SET day = $2, text = $3, version = version + 1 WHERE id = $1', [
      milestoneId,
      after.day,
      after.text,
    ]);
    const data = { milestoneId, fields: [{ field: 'milestone', before, after }] };
    await record(manager, actor, project, 'change-milestone', now, { why, data });
  });
}

/**
 * Completes a step with its evidence; late or not follows from the day.
 * @throws DomainError NOT_FOUND, PROJECT_CLOSED, STALE_VERSION, WRONG_STATE once it is done
 */
export async function completeMilestone(
  dataSource: DataSource,
  actor: Actor,
  milestoneId: number,
  evidence: string,
  now: Instant,
  version?: number,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const { project, step } = await lockStep(manager, milestoneId, version);
    await manager.query(
      `UPDATE milestone SET completed_at = $2, completed_by = $3, evidence = $4, version = version + 1 WHERE id = $1`,
      [milestoneId, stamp(now), actor.personId, evidence],
    );
    const data = { milestoneId, day: step.day, text: step.text, late: dayOfInstant(now) > step.day };
    await record(manager, actor, project, 'complete-milestone', now, { why: evidence, data });
  });
}

/** A step and its project, locked in the order in which everybody locks them: the project first. */
async function lockStep(
  manager: EntityManager,
  milestoneId: number,
  version: number | undefined,
): Promise<{ project: ProjectRow; step: Step }> {
  const of: { projectId: number }[] = await manager.query(
    'SELECT project_id AS "projectId" FROM milestone WHERE id = $1',
    [milestoneId],
  );
  if (!of[0]) throw new DomainError('NOT_FOUND', '没有这个节点');
  const project = await lockOpenProject(manager, of[0].projectId);
  const rows: Step[] = await manager.query(
    'SELECT id, day, text, version, completed_at IS NOT NULL AS completed FROM milestone WHERE id = $1 FOR UPDATE',
    [milestoneId],
  );
  const [step] = rows;
  if (!step) throw new DomainError('NOT_FOUND', '没有这个节点');
  if (version !== undefined && version !== step.version) {
    throw new DomainError('STALE_VERSION', '这个节点刚被别人更改过，请按现在的内容重新操作', {
      present: { version: step.version },
    });
  }
  if (step.completed) throw new DomainError('WRONG_STATE', '这个节点已经完成，不能再改');
  return { project, step };
}

async function lockOpenProject(manager: EntityManager, projectId: number): Promise<ProjectRow> {
  const project = await lockProject(manager, projectId, 'UPDATE');
  if (isClosed(project)) throw projectClosed(project);
  return project;
}

async function assertWithin(manager: EntityManager, projectId: number, day: Day): Promise<void> {
  const rows: { deadline: Day | null }[] = await manager.query('SELECT deadline FROM project WHERE id = $1', [
    projectId,
  ]);
  const { deadline } = onlyRow(rows);
  if (deadline === null || day <= deadline) return;
  throw new DomainError(
    'MILESTONE_LATE',
    `节点不能晚于项目的完成时限 ${deadline}，请先变更完成时限，或给“按期办结”延期；报告等事项的延期不改变完成时限`,
  );
}

async function record(
  manager: EntityManager,
  actor: Actor,
  project: ProjectRow,
  act: string,
  now: Instant,
  more: { readonly why: string | null; readonly data: Record<string, unknown> },
): Promise<void> {
  const { id: projectId, programmeId } = project;
  await writeHistory(manager, [{ at: now, act, actor, projectId, programmeId, ...more }]);
}
