import {
  DomainError,
  type Instant,
  isBeforeLaunch,
  isClosed,
  type PlanLine,
  planFaults,
  planLineEnd,
} from '@duban/domain';
import { type Actor, bulkInsert, onlyRow, stamp, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { assertProjectVersion, lockProject, projectClosed } from './rows.js';

export interface PlanOptions {
  readonly version?: number | undefined;
  readonly why?: string | null | undefined;
  /** The unit itself lays it down, which it may until the launch. */
  readonly byUnit?: boolean;
}

/**
 * Lays down a project's plan by months (逐月分解), as the next version; the ones before are kept. A plan that was
 * launched is changed with a reason.
 * @param lines cumulated percents by month, rising to 100 in the month of the deadline
 * @returns the plan's version
 * @throws DomainError PROJECT_CLOSED, STALE_VERSION, WRONG_STATE, PLAN_INVALID listing every
 *   fault, REASON_MISSING
 */
export async function layPlan(
  dataSource: DataSource,
  actor: Actor,
  projectId: number,
  lines: readonly PlanLine[],
  now: Instant,
  { version, why = null, byUnit = false }: PlanOptions = {},
): Promise<number> {
  return dataSource.transaction(async (manager) => {
    const project = await lockProject(manager, projectId, 'UPDATE');
    if (isClosed(project)) throw projectClosed(project);
    assertProjectVersion(project, version);
    if (byUnit && !isBeforeLaunch(project.state)) {
      throw new DomainError('WRONG_STATE', '项目已经下达，责任单位不能自行改动计划，请向督办室提出变更', {
        state: project.state,
      });
    }
    const rows: { deadline: string | null; latest: number; before: PlanLine[] | null }[] = await manager.query(
      `SELECT p.deadline, coalesce(l.version, 0) AS latest, l.lines AS before
       FROM project p LEFT JOIN project_plan l ON l.project_id = p.id
       WHERE p.id = $1 ORDER BY l.version DESC NULLS LAST LIMIT 1`,
      [projectId],
    );
    const { deadline, latest, before } = onlyRow(rows);
    const faults = planFaults(lines, deadline);
    if (faults.length > 0) {
      const list = faults.map(({ message }) => message).join('；');
      throw new DomainError('PLAN_INVALID', `逐月计划有误，没有保存：${list}`, { errors: faults });
    }
    if (latest > 0 && !isBeforeLaunch(project.state) && why === null) {
      throw new DomainError('REASON_MISSING', '项目已经下达，改动逐月计划请说明理由');
    }
    await manager.query(
      `INSERT INTO project_plan (project_id, version, lines, why, made_at, made_by, maker_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [projectId, latest + 1, JSON.stringify(lines), why, stamp(now), actor.personId, actor.name],
    );
    await putInForce(manager, projectId, lines);
    await manager.query('UPDATE project SET version = version + 1 WHERE id = $1', [projectId]);
    const data = { planVersion: latest + 1, fields: [{ field: 'plan', before, after: lines }] };
    await writeHistory(manager, [
      { at: now, act: 'lay-plan', actor, projectId, programmeId: project.programmeId, why, data },
    ]);
    return latest + 1;
  });
}

/** The lines that lists compare with, by the ends of their months: a deadline within one may move without them. */
async function putInForce(manager: EntityManager, projectId: number, lines: readonly PlanLine[]): Promise<void> {
  await manager.query('DELETE FROM plan_line WHERE project_id = $1', [projectId]);
  await bulkInsert(
    manager,
    'plan_line',
    { project_id: 'bigint', ends_on: 'date', percent: 'integer' },
    lines.map((line) => ({ project_id: projectId, ends_on: planLineEnd(line, null), percent: line.percent })),
  );
}
