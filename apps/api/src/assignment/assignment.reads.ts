import { ASSIGNMENT_ROLES, BASES, type DataSource, type SignedIn, URGENCIES } from '@duban/application';
import { z } from 'zod';
import { type Page, type Paging, page, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';
import { listObligations, obligationAnswer } from '../obligation/obligation.reads.js';

export const ASSIGNMENT_STATES = ['open', 'done', 'cancelled'] as const;

export const assignmentAnswer = z
  .strictObject({
    assignmentId: z.int(),
    key: z.string().describe('年度-序号，如 2026-3'),
    programmeId: z.int(),
    roundId: z.int(),
    title: z.string(),
    basis: z.enum(BASES).describe('交办依据'),
    basisText: z.string().nullable().describe('领导批示或依据摘要'),
    documentNumber: z.string().nullable().describe('文号'),
    urgency: z.enum(URGENCIES),
    requirement: z.string().describe('办理要求'),
    dueAt: instant,
    withinWorkdays: z.int().nullable(),
    assignedAt: instant,
    assignedBy: z.string(),
    state: z.enum(ASSIGNMENT_STATES).describe('done：各单位都已办结'),
    cancelledAt: instant.nullable(),
    cancelWhy: z.string().nullable(),
    units: z.array(
      z.strictObject({
        unitId: z.int(),
        unit: z.string(),
        role: z.enum(ASSIGNMENT_ROLES).describe('lead 主办，support 协办'),
        later: z.boolean().describe('交办之后加入的'),
      }),
    ),
    version: z.int(),
  })
  .meta({ id: 'Assignment' });
export type AssignmentAnswer = z.infer<typeof assignmentAnswer>;
export const assignmentPage = page(assignmentAnswer);
export const assignmentDetail = assignmentAnswer
  .extend({
    obligations: z.array(obligationAnswer).describe('各单位的办理情况；单位账号只看到本单位的'),
  })
  .meta({ id: 'AssignmentDetail' });
export type AssignmentDetail = z.infer<typeof assignmentDetail>;

/** Most units that one assignment may have. */
export const MOST_UNITS = 200;

interface Row extends Omit<AssignmentAnswer, 'dueAt' | 'assignedAt' | 'cancelledAt'> {
  dueAt: Date;
  assignedAt: Date;
  cancelledAt: Date | null;
}

const SELECT = `SELECT a.id AS "assignmentId", a.year || '-' || a.number AS key, a.programme_id AS "programmeId",
    a.round_id AS "roundId", a.title, a.basis, a.basis_text AS "basisText", a.document_number AS "documentNumber",
    a.urgency, a.requirement, a.due_at AS "dueAt", a.within_workdays AS "withinWorkdays", a.assigned_at AS "assignedAt",
    a.assigned_by_name AS "assignedBy", a.cancelled_at AS "cancelledAt", a.cancel_why AS "cancelWhy", a.version,
    CASE WHEN a.cancelled_at IS NOT NULL THEN 'cancelled' WHEN EXISTS (
      SELECT 1 FROM clock c JOIN obligation o ON o.clock_id = c.id WHERE c.round_id = a.round_id AND o.ended_at IS NULL)
      THEN 'open' ELSE 'done' END AS state,
    (SELECT json_agg(json_build_object('unitId', o.id, 'unit', o.name, 'role', u.role, 'later', u.later)
       ORDER BY u.role, u.added_at, o.id)
     FROM assignment_unit u JOIN organization o ON o.id = u.unit_id WHERE u.assignment_id = a.id) AS units
  FROM assignment a`;

const answer = (row: Row): AssignmentAnswer => ({
  ...row,
  dueAt: at(row.dueAt),
  assignedAt: at(row.assignedAt),
  cancelledAt: at(row.cancelledAt),
});

export interface AssignmentFilter extends Paging {
  readonly state?: string | undefined;
  readonly urgency?: string | undefined;
  readonly unitId?: number | undefined;
}

/** Assignments, the newest first; `scope` narrows to those of one unit. */
export function listAssignments(
  dataSource: DataSource,
  scope: number | null,
  filter: AssignmentFilter,
): Promise<Page<AssignmentAnswer>> {
  const ofUnit = (parameter: string) => `(${parameter}::bigint IS NULL OR EXISTS (
    SELECT 1 FROM assignment_unit u WHERE u.assignment_id = a.id AND u.unit_id = ${parameter}))`;
  return readPage(
    dataSource,
    {
      name: 'assignments',
      select: `SELECT * FROM (${SELECT} WHERE ${ofUnit('$1')} AND ${ofUnit('$2')}
        AND ($3::text IS NULL OR a.urgency = $3)) found WHERE ($4::text IS NULL OR state = $4)`,
      parameters: [scope, filter.unitId ?? null, filter.urgency ?? null, filter.state ?? null],
      sort: [{ by: 'assignmentId', type: 'bigint', descending: true }],
    },
    filter,
    answer,
  );
}

/** One assignment with what each unit has done about it. The guard has seen that it may be read. */
export async function readAssignment(
  dataSource: DataSource,
  who: SignedIn,
  scope: number | null,
  assignmentId: number,
  now: number,
): Promise<AssignmentDetail> {
  const [row]: Row[] = await dataSource.query(`${SELECT} WHERE a.id = $1`, [assignmentId]);
  if (!row) throw new Error(`assignment ${assignmentId} vanished`);
  const { items } = await listObligations(dataSource, who, scope, { roundId: row.roundId, limit: MOST_UNITS }, now);
  return { ...answer(row), obligations: items };
}
