import {
  type DataSource,
  DomainError,
  isClosed,
  lightAt,
  type ObligationState,
  PRESS_RUNG,
  type Profile,
  type ProjectState,
  pressCycle,
  type SignedIn,
} from '@duban/application';
import { z } from 'zod';
import { Conditions, containing } from '../http/conditions.js';
import { type Listing, type Page, type Paging, page, readPage, type SortKey } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';
import { ofPerson } from '../project/project.filter.js';
import { DUTY_ACTS, possibleActions } from '../rights/judgement.js';
import { extensionAnswer, extensionsOf } from './extension.reads.js';

export const LIGHTS = ['red', 'yellow', 'green', 'blue', 'grey'] as const;
export const STATES = ['open', 'received', 'submitted', 'returned', 'suspended', 'accepted', 'cancelled'] as const;

export const obligationAnswer = z
  .strictObject({
    obligationId: z.int(),
    projectId: z.int(),
    projectNumber: z.int(),
    projectTitle: z.string(),
    programmeId: z.int(),
    roundId: z.int(),
    roundName: z.string(),
    cadence: z.string(),
    period: z.string(),
    owedBy: z.enum(['unit', 'office']),
    unitId: z.int(),
    unit: z.string(),
    caseId: z.int().nullable(),
    state: z.enum(STATES),
    light: z.enum(LIGHTS).nullable().describe('已办结、已撤销的没有灯'),
    openedAt: instant,
    dueAt: instant,
    originalDueAt: instant,
    dueRevision: z.int(),
    provisional: z.boolean().describe('时限用到尚未公布的节假日，为暂定'),
    arithmetic: z.string().nullable().describe('时限怎么算出来的'),
    late: z.boolean().describe('系统停运期间应开未开，补开的'),
    receivedAt: instant.nullable(),
    submittedAt: instant.nullable(),
    returnedAt: instant.nullable(),
    returnCount: z.int(),
    endedAt: instant.nullable(),
    version: z.int(),
    pendingExtension: z
      .strictObject({ requestId: z.int(), newDue: z.string() })
      .nullable()
      .describe('待审批的延期申请；审批前仍按现时限计'),
    mayDo: z.array(z.enum(DUTY_ACTS)).describe('此账号现在办理会被接受的动作；对项目下达整改通知书也在内'),
  })
  .meta({ id: 'Obligation' });
export type ObligationAnswer = z.infer<typeof obligationAnswer>;

export const submissionAnswer = z
  .strictObject({
    submittedAt: instant,
    submittedBy: z.string().nullable(),
    progressPercent: z.int().nullable(),
    text: z.string().nullable(),
    problems: z.string().nullable(),
    nextSteps: z.string().nullable(),
  })
  .meta({ id: 'Submission' });
export const obligationDetail = obligationAnswer
  .extend({
    submissions: z.array(submissionAnswer),
    proposalPending: z.boolean().describe('有待审的整改建议'),
    extensionRequests: z.array(extensionAnswer),
  })
  .meta({ id: 'ObligationDetail' });
export const obligationPage = page(obligationAnswer);

interface Row {
  id: number;
  projectId: number;
  number: number;
  title: string;
  programmeId: number;
  roundId: number;
  roundName: string;
  cadence: string;
  period: string;
  profile: Profile;
  owedBy: 'unit' | 'office';
  unitId: number;
  unit: string;
  caseId: number | null;
  state: Exclude<ObligationState, 'planned'>;
  openedAt: Date;
  dueAt: Date;
  originalDueAt: Date;
  dueRevision: number;
  yellowAt: Date;
  provisional: boolean;
  arithmetic: string | null;
  late: boolean;
  receivedAt: Date | null;
  submittedAt: Date | null;
  returnedAt: Date | null;
  returnCount: number;
  endedAt: Date | null;
  version: number;
  requestId: number | null;
  requestedDue: string | null;
  projectState: ProjectState;
  survivesClose: boolean;
  lastPress: string | null;
  proposalPending: boolean;
}

const SELECT = `SELECT o.id, o.project_id AS "projectId", p.number, p.title, p.programme_id AS "programmeId",
    r.id AS "roundId", r.name AS "roundName", o.cadence_key AS cadence, o.period_key AS period, o.profile,
    o.owed_by AS "owedBy", p.unit_id AS "unitId", u.name AS unit, o.case_id AS "caseId", o.state,
    o.opened_at AS "openedAt", o.due_at AS "dueAt", o.original_due_at AS "originalDueAt",
    o.due_revision AS "dueRevision", o.yellow_at AS "yellowAt", o.provisional,
    coalesce(o.arithmetic, r.arithmetic) AS arithmetic, o.late, o.received_at AS "receivedAt",
    o.submitted_at AS "submittedAt", o.returned_at AS "returnedAt", o.return_count AS "returnCount",
    o.ended_at AS "endedAt", o.version, q.id AS "requestId", q.new_due AS "requestedDue",
    p.state AS "projectState", o.survives_close AS "survivesClose",
    (SELECT max(n.cycle) FROM notice n WHERE n.obligation_id = o.id AND n.rung_key = '${PRESS_RUNG}') AS "lastPress",
    EXISTS (SELECT 1 FROM rectification_proposal w WHERE w.obligation_id = o.id AND w.used_at IS NULL
      AND w.declined_at IS NULL) AS "proposalPending"
  FROM obligation o JOIN clock c ON c.id = o.clock_id JOIN round r ON r.id = c.round_id
  JOIN project p ON p.id = o.project_id JOIN organization u ON u.id = p.unit_id
  LEFT JOIN extension_request q ON q.obligation_id = o.id AND q.state = 'pending'`;

function answer(row: Row, who: SignedIn, now: number): ObligationAnswer {
  const { id, number, title, profile, yellowAt, requestId, requestedDue, ...more } = row;
  const { projectState, survivesClose, lastPress, proposalPending, ...rest } = more;
  const ended = row.endedAt !== null;
  const facts = { unitId: row.unitId, owedBy: row.owedBy, touchesOwn: false, personId: null };
  const standing = {
    profile,
    state: row.state,
    ended,
    dueAt: row.dueAt.getTime(),
    projectOpen: !isClosed({ state: projectState }),
    survivesClose,
    requestPending: requestId !== null,
    proposalPending,
    pressedToday: lastPress === pressCycle(now),
  };
  return {
    ...rest,
    obligationId: id,
    projectNumber: number,
    projectTitle: title,
    light: ended ? null : lightAt({ state: row.state, dueAt: row.dueAt.getTime(), yellowAt: yellowAt.getTime() }, now),
    openedAt: at(row.openedAt),
    dueAt: at(row.dueAt),
    originalDueAt: at(row.originalDueAt),
    receivedAt: at(row.receivedAt),
    submittedAt: at(row.submittedAt),
    returnedAt: at(row.returnedAt),
    endedAt: at(row.endedAt),
    pendingExtension: requestId === null || requestedDue === null ? null : { requestId, newDue: requestedDue },
    mayDo: possibleActions(who, facts, standing, now),
  };
}

export interface ObligationFilter extends Paging {
  readonly programmeId?: number | undefined;
  readonly projectId?: number | undefined;
  readonly roundId?: number | undefined;
  readonly unitId?: number | undefined;
  readonly state?: string | undefined;
  readonly live?: boolean | undefined;
  readonly overdue?: boolean | undefined;
  readonly extensionPending?: boolean | undefined;
  readonly categoryId?: number | undefined;
  readonly personId?: number | undefined;
  readonly light?: (typeof LIGHTS)[number] | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly text?: string | undefined;
}

/** Obligations by due instant; never those that have not opened yet. `scope` narrows to one unit. */
export async function listObligations(
  dataSource: DataSource,
  who: SignedIn,
  scope: number | null,
  filter: ObligationFilter,
  now: number,
): Promise<Page<ObligationAnswer>> {
  return readPage(
    dataSource,
    { name: 'obligations', ...narrowed(scope, filter, now), sort: SORT },
    filter,
    (row: Row) => answer(row, who, now),
  );
}

const SORT: readonly SortKey[] = [
  { by: 'dueAt', type: 'timestamptz' },
  { by: 'id', type: 'bigint' },
];
const RUNNING = `o.state IN ('open', 'received', 'returned')`;
const OVERDUE = `o.ended_at IS NULL AND ${RUNNING} AND o.due_at <`;

/** When a light burns, in SQL: the same as `lightAt`. */
const BURNS: Readonly<Record<(typeof LIGHTS)[number], string>> = {
  red: `${RUNNING} AND o.due_at < ?`,
  yellow: `${RUNNING} AND o.due_at >= ? AND o.yellow_at <= ?`,
  green: `${RUNNING} AND o.due_at >= ? AND o.yellow_at > ?`,
  blue: `o.state = 'submitted' AND ? IS NOT NULL`,
  grey: `o.state = 'suspended' AND ? IS NOT NULL`,
};

/**
 * Only the conditions that were asked for, so that each can be served by its index. By due day or light only what is
 * live is looked through, unless the ended were asked for.
 */
export function narrowed(
  scope: number | null,
  filter: Omit<ObligationFilter, 'limit'>,
  now: number,
): Pick<Listing, 'select' | 'parameters'> {
  const is = new Conditions().always(`o.state <> 'planned'`);
  ofPerson(is, filter.personId, now);
  const { dueFrom, dueTo, light } = filter;
  const byTime = dueFrom !== undefined || dueTo !== undefined || light !== undefined;
  const live = filter.live ?? (byTime ? true : undefined);
  const at = new Date(now).toISOString();
  is.only('p.unit_id = ?', scope)
    .only('p.programme_id = ?', filter.programmeId)
    .only('p.category_id = ?', filter.categoryId)
    .only('o.project_id = ?', filter.projectId)
    .only('r.id = ?', filter.roundId)
    .only('p.unit_id = ?', filter.unitId)
    .only('o.state = ?', filter.state)
    .only(`o.due_at >= (?::date::timestamp AT TIME ZONE 'Asia/Shanghai')`, dueFrom)
    .only(`o.due_at < ((?::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai')`, dueTo)
    .only('p.title ILIKE ?', containing(filter.text));
  if (live !== undefined) is.always(`o.ended_at IS ${live ? '' : 'NOT '}NULL`);
  if (light !== undefined) is.only(BURNS[light].replaceAll('?', '?::timestamptz'), at);
  if (filter.overdue !== undefined) {
    is.only(filter.overdue ? `${OVERDUE} ?::timestamptz` : `NOT (${OVERDUE} ?::timestamptz)`, at);
  }
  if (filter.extensionPending !== undefined) is.always(`q.id IS ${filter.extensionPending ? 'NOT ' : ''}NULL`);
  return { select: `${SELECT}${is.where()}`, parameters: is.parameters };
}

/** One obligation with everything that was submitted. The guard has seen that it is there and may be read. */
export async function readObligationDetail(
  dataSource: DataSource,
  who: SignedIn,
  obligationId: number,
  now: number,
): Promise<z.infer<typeof obligationDetail>> {
  const [row]: Row[] = await dataSource.query(`${SELECT} WHERE o.id = $1`, [obligationId]);
  if (!row) throw new Error(`obligation ${obligationId} vanished`);
  const submissions: (Omit<z.infer<typeof submissionAnswer>, 'submittedAt'> & { submittedAt: Date })[] =
    await dataSource.query(
      `SELECT s.submitted_at AS "submittedAt", p.name AS "submittedBy", s.progress_percent AS "progressPercent",
              s.text, s.problems, s.next_steps AS "nextSteps"
       FROM submission s LEFT JOIN person p ON p.id = s.submitted_by WHERE s.obligation_id = $1 ORDER BY s.id`,
      [obligationId],
    );
  return {
    ...answer(row, who, now),
    submissions: submissions.map((submission) => ({ ...submission, submittedAt: at(submission.submittedAt) })),
    proposalPending: row.proposalPending,
    extensionRequests: await extensionsOf(dataSource, obligationId),
  };
}

/** Runs an act; a stale version is answered with the obligation as it is now. */
export async function staleWithPresent<T>(
  dataSource: DataSource,
  who: SignedIn,
  obligationId: number,
  now: number,
  act: () => Promise<T>,
): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'STALE_VERSION') throw error;
    const present = await readObligationDetail(dataSource, who, obligationId, now);
    throw new DomainError(error.code, error.message, { present });
  }
}
