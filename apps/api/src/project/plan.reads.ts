import {
  type DataSource,
  dayOfInstant,
  deviationPoints,
  type PlanLights,
  type PlanLine,
  planLight,
  planLineEnd,
  plannedPercent,
} from '@duban/application';
import { z } from 'zod';
import { at, instant } from '../http/schemas.js';
import { PLAN_LIGHTS } from './project.filter.js';

const line = z.strictObject({ month: z.string(), percent: z.int(), text: z.string().nullable() });
const lineWithProgress = line.extend({
  endsOn: z.string().describe('这一行的最后一天'),
  actualPercent: z.int().nullable().describe('到这一天最近一次报送的完成比例；还没到的为空'),
});

export const planAnswer = z
  .strictObject({
    projectId: z.int(),
    projectVersion: z.int(),
    planVersion: z.int().nullable().describe('还没有计划为空'),
    asOf: z.string(),
    outdated: z.boolean().describe('完成时限已变更，计划不再止于时限所在月，请改计划'),
    plannedPercent: z.int().nullable(),
    actualPercent: z.int().nullable(),
    deviationPoints: z.int().nullable(),
    light: z.enum(PLAN_LIGHTS).nullable(),
    lights: z.strictObject({ yellowFromPoints: z.int(), redOverPoints: z.int() }),
    lines: z.array(lineWithProgress),
    versions: z.array(
      z.strictObject({
        planVersion: z.int(),
        madeAt: instant,
        madeBy: z.string().nullable(),
        why: z.string().nullable(),
        lines: z.array(line),
      }),
    ),
  })
  .meta({ id: 'ProjectPlan' });
export type PlanAnswer = z.infer<typeof planAnswer>;

interface VersionRow {
  readonly version: number;
  readonly lines: PlanLine[];
  readonly why: string | null;
  readonly madeAt: Date;
  readonly maker: string | null;
}

/** A project's plan by months with what was reported by the end of each, and every version of it, the newest first. */
export async function readPlan(dataSource: DataSource, projectId: number, now: number): Promise<PlanAnswer> {
  const [project]: { version: number; deadline: string | null; lights: PlanLights }[] = await dataSource.query(
    `SELECT p.version, p.deadline, g.plan_lights AS lights
     FROM project p JOIN programme g ON g.id = p.programme_id WHERE p.id = $1`,
    [projectId],
  );
  if (!project) throw new Error(`project ${projectId} vanished`);
  const versions: VersionRow[] = await dataSource.query(
    `SELECT version, lines, why, made_at AS "madeAt", maker_name AS maker
     FROM project_plan WHERE project_id = $1 ORDER BY version DESC`,
    [projectId],
  );
  const reports: { submittedAt: Date; percent: number }[] = await dataSource.query(
    `SELECT s.submitted_at AS "submittedAt", s.progress_percent AS percent
     FROM obligation o JOIN submission s ON s.obligation_id = o.id
     WHERE o.project_id = $1 AND s.progress_percent IS NOT NULL ORDER BY s.submitted_at, s.id`,
    [projectId],
  );
  const today = dayOfInstant(now);
  const reportedBy = (day: string): number | null =>
    reports.findLast(({ submittedAt }) => dayOfInstant(submittedAt.getTime()) <= day)?.percent ?? null;
  const { deadline, lights } = project;
  const plan = versions[0];
  const lines = plan?.lines ?? [];
  const planned = plan ? plannedPercent(lines, deadline, today) : null;
  const actual = reportedBy(today);
  const deviation = planned === null ? null : deviationPoints(planned, actual);
  return {
    projectId,
    projectVersion: project.version,
    planVersion: plan?.version ?? null,
    asOf: today,
    outdated: plan !== undefined && deadline !== null && lines.at(-1)?.month !== deadline.slice(0, 7),
    plannedPercent: planned,
    actualPercent: actual,
    deviationPoints: deviation,
    light: deviation === null ? null : planLight(deviation, lights),
    lights,
    lines: lines.map((each) => {
      const endsOn = planLineEnd(each, deadline);
      return { ...each, endsOn, actualPercent: endsOn <= today ? reportedBy(endsOn) : null };
    }),
    versions: versions.map(({ version, why, madeAt, maker, lines: each }) => ({
      planVersion: version,
      madeAt: at(madeAt),
      madeBy: maker,
      why,
      lines: each,
    })),
  };
}
