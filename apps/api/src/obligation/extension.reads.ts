import { type DataSource, DomainError } from '@duban/application';
import { z } from 'zod';
import { type Page, type Paging, page, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';

export const EXTENSION_STATES = ['pending', 'approved', 'refused', 'withdrawn', 'lapsed'] as const;

export const extensionAnswer = z
  .strictObject({
    requestId: z.int(),
    obligationId: z.int(),
    projectId: z.int(),
    projectTitle: z.string(),
    unitId: z.int(),
    unit: z.string(),
    cadence: z.string(),
    period: z.string(),
    state: z.enum(EXTENSION_STATES).describe('lapsed：事项已另行延期、办结或撤销，不再审批'),
    appliedAt: instant,
    appliedBy: z.string(),
    why: z.string(),
    progress: z.string(),
    progressPercent: z.int().nullable(),
    newDue: z.string().describe('申请延到哪一天'),
    dueWhenApplied: instant.describe('申请时的时限'),
    dueAt: instant.describe('现在的时限'),
    originalDueAt: instant,
    decidedAt: instant.nullable(),
    decidedBy: z.string().nullable(),
    decisionWhy: z.string().nullable(),
    grantedDue: z.string().nullable().describe('批准延到哪一天'),
    version: z.int(),
  })
  .meta({ id: 'ExtensionRequest' });
export type ExtensionAnswer = z.infer<typeof extensionAnswer>;
export const extensionPage = page(extensionAnswer);

interface Row extends Omit<ExtensionAnswer, 'appliedAt' | 'dueWhenApplied' | 'dueAt' | 'originalDueAt' | 'decidedAt'> {
  appliedAt: Date;
  dueWhenApplied: Date;
  dueAt: Date;
  originalDueAt: Date;
  decidedAt: Date | null;
}

const SELECT = `SELECT q.id AS "requestId", q.obligation_id AS "obligationId", p.id AS "projectId", p.title AS "projectTitle",
    p.unit_id AS "unitId", u.name AS unit, o.cadence_key AS cadence, o.period_key AS period, q.state,
    q.applied_at AS "appliedAt", q.applied_by_name AS "appliedBy", q.why, q.progress,
    q.progress_percent AS "progressPercent", q.new_due AS "newDue", q.due_at AS "dueWhenApplied", o.due_at AS "dueAt",
    o.original_due_at AS "originalDueAt", q.decided_at AS "decidedAt", q.decided_by_name AS "decidedBy",
    q.decision_why AS "decisionWhy", q.granted_due AS "grantedDue", q.version
  FROM extension_request q JOIN obligation o ON o.id = q.obligation_id
  JOIN project p ON p.id = o.project_id JOIN organization u ON u.id = p.unit_id`;

const answer = (row: Row): ExtensionAnswer => ({
  ...row,
  appliedAt: at(row.appliedAt),
  dueWhenApplied: at(row.dueWhenApplied),
  dueAt: at(row.dueAt),
  originalDueAt: at(row.originalDueAt),
  decidedAt: at(row.decidedAt),
});

export interface ExtensionFilter extends Paging {
  readonly state?: string | undefined;
  readonly obligationId?: number | undefined;
  readonly unitId?: number | undefined;
}

/** Extension requests, the newest first; `scope` narrows to one unit. */
export async function listExtensions(
  dataSource: DataSource,
  scope: number | null,
  filter: ExtensionFilter,
): Promise<Page<ExtensionAnswer>> {
  return readPage(
    dataSource,
    {
      name: 'extension-requests',
      select: `${SELECT} WHERE ($1::bigint IS NULL OR p.unit_id = $1) AND ($2::text IS NULL OR q.state = $2)
        AND ($3::bigint IS NULL OR q.obligation_id = $3) AND ($4::bigint IS NULL OR p.unit_id = $4)`,
      parameters: [scope, filter.state ?? null, filter.obligationId ?? null, filter.unitId ?? null],
      sort: [{ by: 'requestId', type: 'bigint', descending: true }],
    },
    filter,
    answer,
  );
}

/** One request. The guard has seen that it is there and may be read. */
export async function readExtension(dataSource: DataSource, requestId: number): Promise<ExtensionAnswer> {
  const [row]: Row[] = await dataSource.query(`${SELECT} WHERE q.id = $1`, [requestId]);
  if (!row) throw new Error(`extension request ${requestId} vanished`);
  return answer(row);
}

/** Every request of an obligation, in the order of application. */
export async function extensionsOf(dataSource: DataSource, obligationId: number): Promise<ExtensionAnswer[]> {
  const rows: Row[] = await dataSource.query(`${SELECT} WHERE q.obligation_id = $1 ORDER BY q.id`, [obligationId]);
  return rows.map(answer);
}

/** Runs a decision; over a newer one it is refused with the request as it is now. */
export async function withPresentRequest(
  dataSource: DataSource,
  requestId: number,
  decide: () => Promise<void>,
): Promise<ExtensionAnswer> {
  try {
    await decide();
  } catch (error) {
    if (!(error instanceof DomainError) || error.details.present === undefined) throw error;
    throw new DomainError(error.code, error.message, { present: await readExtension(dataSource, requestId) });
  }
  return readExtension(dataSource, requestId);
}
