import { DomainError, isBeforeLaunch, isClosed, type ProjectState } from '@duban/domain';
import type { HeldProject } from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/** A project with what commands need to know of its programme. */
export interface ProjectRow {
  readonly id: number;
  readonly programmeId: number;
  readonly organizationId: number;
  readonly calendarId: number;
  readonly unitId: number;
  readonly number: number;
  readonly title: string;
  readonly state: ProjectState;
  readonly version: number;
}

/**
 * A project, locked: SHARE while something of it moves, UPDATE while it is launched or closed.
 * @throws DomainError NOT_FOUND
 */
export async function lockProject(manager: EntityManager, id: number, mode: 'SHARE' | 'UPDATE'): Promise<ProjectRow> {
  await manager.query(`SELECT 1 FROM project WHERE id = $1 FOR ${mode}`, [id]);
  // Only now: a lock that was waited for renews its own row, not the programme beside it, whose calendar may have changed.
  const rows: ProjectRow[] = await manager.query(
    `SELECT p.id, p.programme_id AS "programmeId", g.organization_id AS "organizationId", g.calendar_id AS "calendarId",
            p.unit_id AS "unitId", p.number, p.title, p.state, p.version
     FROM project p JOIN programme g ON g.id = p.programme_id WHERE p.id = $1`,
    [id],
  );
  if (!rows[0]) throw new DomainError('NOT_FOUND', '没有这个项目');
  return rows[0];
}

/** @throws DomainError PROJECT_CLOSED, or NOT_LAUNCHED before its launch */
export function assertProjectOpen(project: HeldProject): void {
  if (isClosed(project)) throw projectClosed(project);
  if (isBeforeLaunch(project.state))
    throw new DomainError('NOT_LAUNCHED', `项目“${project.title}”还没有下达，请先下达`);
}

export function projectClosed(project: HeldProject): DomainError {
  return new DomainError('PROJECT_CLOSED', `项目“${project.title}”已经结项或撤销，不能再办理`);
}

/**
 * Refuses what was decided on an older sight of the project; call it under the project's lock.
 * @throws DomainError STALE_VERSION with the present state
 */
export function assertProjectVersion(
  project: Pick<ProjectRow, 'version' | 'state'>,
  version: number | undefined,
): void {
  if (version === undefined || version === project.version) return;
  throw new DomainError('STALE_VERSION', '这个项目刚被别人更改过，请按现在的内容重新操作', {
    present: { version: project.version, state: project.state },
  });
}

/** Raises a project's row version: whoever saw it before has to look again. */
export async function touchProject(manager: EntityManager, projectId: number): Promise<void> {
  await manager.query('UPDATE project SET version = version + 1 WHERE id = $1', [projectId]);
}
