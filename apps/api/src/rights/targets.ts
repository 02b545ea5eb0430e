import type { DataSource } from '@duban/application';
import type { TargetFacts } from './judgement.js';
import type { Target } from './rights.js';

/** The path parameter by which routes name a target. */
export const TARGET_PARAMETER: Readonly<Record<Target, string>> = {
  post: 'postId',
  programme: 'programmeId',
  project: 'projectId',
  milestone: 'milestoneId',
  round: 'roundId',
  obligation: 'obligationId',
  request: 'requestId',
  assignment: 'assignmentId',
  case: 'caseId',
  notice: 'noticeId',
  account: 'accountId',
  'set-aside': 'setAsideId',
  message: 'messageId',
  effect: 'effectId',
  person: 'personId',
  job: 'jobId',
};

/** $1 the target, $2 the organization of who asks. An obligation that has not opened does not exist for people yet. */
const QUERIES: Readonly<Record<Target, string>> = {
  post: `SELECT t.organization_id = $2 AS "touchesOwn" FROM post t WHERE t.id = $1`,
  programme: `SELECT EXISTS (SELECT 1 FROM project p WHERE p.programme_id = g.id AND p.unit_id = $2) AS "touchesOwn"
    FROM programme g WHERE g.id = $1`,
  project: `SELECT p.unit_id AS "unitId", p.unit_id = $2 AS "touchesOwn" FROM project p WHERE p.id = $1`,
  milestone: `SELECT p.unit_id AS "unitId", p.unit_id = $2 AS "touchesOwn"
    FROM milestone m JOIN project p ON p.id = m.project_id WHERE m.id = $1`,
  round: `SELECT EXISTS (
      SELECT 1 FROM clock c JOIN obligation o ON o.clock_id = c.id JOIN project p ON p.id = o.project_id
      WHERE c.round_id = r.id AND p.unit_id = $2 AND o.state <> 'planned') AS "touchesOwn"
    FROM round r WHERE r.id = $1`,
  obligation: `SELECT p.unit_id AS "unitId", o.owed_by AS "owedBy", p.unit_id = $2 AS "touchesOwn"
    FROM obligation o JOIN project p ON p.id = o.project_id WHERE o.id = $1 AND o.state <> 'planned'`,
  assignment: `SELECT EXISTS (SELECT 1 FROM assignment_unit u WHERE u.assignment_id = a.id AND u.unit_id = $2) AS "touchesOwn"
    FROM assignment a WHERE a.id = $1`,
  request: `SELECT p.unit_id AS "unitId", o.owed_by AS "owedBy", p.unit_id = $2 AS "touchesOwn"
    FROM extension_request q JOIN obligation o ON o.id = q.obligation_id JOIN project p ON p.id = o.project_id WHERE q.id = $1`,
  case: `SELECT p.unit_id AS "unitId", p.unit_id = $2 AS "touchesOwn"
    FROM rectification_case k JOIN project p ON p.id = k.project_id WHERE k.id = $1`,
  notice: `SELECT CASE WHEN n.handed_over_at IS NULL THEN n.person_id END AS "personId", $2::bigint IS NULL AS "touchesOwn" FROM notice n WHERE n.seq = $1`,
  account: `SELECT a.person_id AS "personId", $2::bigint IS NULL AS "touchesOwn" FROM account a WHERE a.id = $1`,
  'set-aside': `SELECT $2::bigint IS NULL AS "touchesOwn" FROM set_aside s WHERE s.id = $1`,
  message: `SELECT m.person_id AS "personId", $2::bigint IS NULL AS "touchesOwn" FROM message m WHERE m.id = $1`,
  effect: `SELECT $2::bigint IS NULL AS "touchesOwn" FROM effect e WHERE e.id = $1`,
  person: `SELECT p.id AS "personId", $2::bigint IS NULL AS "touchesOwn" FROM person p WHERE p.id = $1`,
  job: `SELECT j.person_id AS "personId", $2::bigint IS NULL AS "touchesOwn" FROM job j WHERE j.id = $1`,
};

const NOTHING: TargetFacts = { unitId: null, owedBy: null, touchesOwn: false, personId: null };
const ID_TEXT = /^[1-9]\d{0,14}$/;

/** The facts of a target; undefined when there is none of that id. */
export async function targetFacts(
  dataSource: DataSource,
  target: Target,
  id: string | undefined,
  organizationId: number,
): Promise<TargetFacts | undefined> {
  if (id === undefined || !ID_TEXT.test(id)) return undefined;
  const [row]: Partial<TargetFacts>[] = await dataSource.query(QUERIES[target], [id, organizationId]);
  return row && { ...NOTHING, ...row };
}

/** The facts of many obligations, by id; those that are not there, or have not opened, are missing. */
export async function obligationFacts(
  dataSource: DataSource,
  ids: readonly number[],
  organizationId: number,
): Promise<Map<number, TargetFacts>> {
  const rows: (Partial<TargetFacts> & { id: number })[] = await dataSource.query(
    `SELECT o.id, p.unit_id AS "unitId", o.owed_by AS "owedBy", p.unit_id = $2 AS "touchesOwn"
     FROM obligation o JOIN project p ON p.id = o.project_id WHERE o.id = ANY($1::bigint[]) AND o.state <> 'planned'`,
    [[...ids], organizationId],
  );
  return new Map(rows.map(({ id, ...facts }) => [id, { ...NOTHING, ...facts }]));
}
