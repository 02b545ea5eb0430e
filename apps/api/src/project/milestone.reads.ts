import { type DataSource, dayOfInstant } from '@duban/application';
import { z } from 'zod';
import { Conditions } from '../http/conditions.js';
import { type Page, type Paging, page, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';

export const milestoneAnswer = z
  .strictObject({
    milestoneId: z.int(),
    projectId: z.int(),
    project: z.string(),
    unit: z.string(),
    day: z.string(),
    text: z.string(),
    fromLedger: z.boolean().describe('来自台账的完成时限'),
    completedAt: instant.nullable(),
    evidence: z.string().nullable(),
    overdue: z.boolean().describe('未完成且已过日期；项目结项、撤销后不再计'),
    version: z.int(),
  })
  .meta({ id: 'Milestone' });
export type MilestoneAnswer = z.infer<typeof milestoneAnswer>;
export const milestonePage = page(milestoneAnswer);

type Row = Omit<MilestoneAnswer, 'completedAt'> & { completedAt: Date | null };

export interface MilestoneFilter extends Paging {
  readonly programmeId?: number | undefined;
  readonly projectId?: number | undefined;
  readonly unitId?: number | undefined;
  readonly completed?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Overdue is asked of the day, never stored: a step of a launched project whose day is over. `?` is today. */
const OVERDUE = `m.completed_at IS NULL AND m.day < ?::date AND p.state IN ('launched', 'accepted')`;

const select = (today: string): string => `SELECT m.id AS "milestoneId", m.project_id AS "projectId",
    p.title AS project, u.name AS unit, m.day::text AS day, m.text, m.ledger_day IS NOT NULL AS "fromLedger",
    m.completed_at AS "completedAt", m.evidence, ${OVERDUE.replaceAll('?', today)} AS overdue, m.version
  FROM milestone m JOIN project p ON p.id = m.project_id JOIN organization u ON u.id = p.unit_id`;

const answer = (row: Row): MilestoneAnswer => ({ ...row, completedAt: at(row.completedAt) });

/** Steps by day; `scope` narrows to one unit. */
export async function listMilestones(
  dataSource: DataSource,
  scope: number | null,
  filter: MilestoneFilter,
  now: number,
): Promise<Page<MilestoneAnswer>> {
  const today = dayOfInstant(now);
  const is = new Conditions()
    .only('p.unit_id = ?', scope)
    .only('p.programme_id = ?', filter.programmeId)
    .only('m.project_id = ?', filter.projectId)
    .only('p.unit_id = ?', filter.unitId)
    .only('m.day >= ?::date', filter.from)
    .only('m.day <= ?::date', filter.to);
  if (filter.completed !== undefined) is.always(`m.completed_at IS ${filter.completed ? 'NOT ' : ''}NULL`);
  if (filter.overdue !== undefined) is.only(filter.overdue ? OVERDUE : `NOT (${OVERDUE})`, today);
  const listing = select(is.place(today));
  return readPage(
    dataSource,
    {
      name: 'milestones',
      select: `${listing}${is.where()}`,
      parameters: is.parameters,
      sort: [
        { by: 'day', type: 'text' },
        { by: 'milestoneId', type: 'bigint' },
      ],
    },
    filter,
    answer,
  );
}

/** The steps of one project, by day. */
export async function milestonesOf(dataSource: DataSource, projectId: number, now: number): Promise<MilestoneAnswer[]> {
  const rows: Row[] = await dataSource.query(`${select('$2')} WHERE m.project_id = $1 ORDER BY m.day, m.id`, [
    projectId,
    dayOfInstant(now),
  ]);
  return rows.map(answer);
}

export async function readMilestone(
  dataSource: DataSource,
  milestoneId: number,
  now: number,
): Promise<MilestoneAnswer> {
  const rows: Row[] = await dataSource.query(`${select('$2')} WHERE m.id = $1`, [milestoneId, dayOfInstant(now)]);
  if (!rows[0]) throw new Error(`milestone ${milestoneId} vanished`);
  return answer(rows[0]);
}
