import { type DataSource, REASONS, type SignedIn } from '@duban/application';
import { z } from 'zod';
import { type Page, type Paging, page, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';
import { listObligations, obligationAnswer } from '../obligation/obligation.reads.js';

export const caseAnswer = z
  .strictObject({
    caseId: z.int(),
    key: z.string().describe('年度-序号，如 2026-1'),
    projectId: z.int(),
    projectTitle: z.string(),
    unitId: z.int(),
    unit: z.string(),
    reason: z.enum(REASONS),
    reasonText: z.string().nullable(),
    withinWorkdays: z.int(),
    attempt: z.int(),
    issuedAt: instant,
    issuedBy: z.string().nullable(),
    sourceObligationId: z.int().nullable(),
    closedOutAt: instant.nullable().describe('销号'),
    archivedAt: instant.nullable().describe('回头看后归档'),
    withdrawnAt: instant.nullable().describe('撤销整改'),
    withdrawnBy: z.string().nullable(),
    withdrawWhy: z.string().nullable(),
    version: z.int().describe('撤销整改时带上；环节有办理即改变'),
  })
  .meta({ id: 'RectificationCase' });
export type CaseAnswer = z.infer<typeof caseAnswer>;
export const casePage = page(caseAnswer);
export const caseDetail = caseAnswer
  .extend({ stages: z.array(obligationAnswer) })
  .meta({ id: 'RectificationCaseDetail' });
export type CaseDetail = z.infer<typeof caseDetail>;

export const proposalAnswer = z
  .strictObject({
    obligationId: z.int(),
    proposedAt: instant,
    projectId: z.int(),
    projectTitle: z.string(),
    unit: z.string(),
    cadence: z.string(),
    period: z.string(),
    state: z.enum(['pending', 'used', 'declined']),
    caseId: z.int().nullable().describe('据此下达的整改案件'),
    declinedAt: instant.nullable(),
    declinedBy: z.string().nullable(),
    declineWhy: z.string().nullable(),
  })
  .meta({ id: 'RectificationProposal' });
export type ProposalAnswer = z.infer<typeof proposalAnswer>;
export const proposalPage = page(proposalAnswer);

interface Row extends Omit<CaseAnswer, 'issuedAt' | 'closedOutAt' | 'archivedAt' | 'withdrawnAt'> {
  roundId: number;
  year: number;
  number: number;
  issuedAt: Date;
  closedOutAt: Date | null;
  archivedAt: Date | null;
  withdrawnAt: Date | null;
}

const SELECT = `SELECT k.id AS "caseId", k.year || '-' || k.number AS key, k.project_id AS "projectId",
    p.title AS "projectTitle", p.unit_id AS "unitId", u.name AS unit, k.reason, k.reason_text AS "reasonText",
    k.within_workdays AS "withinWorkdays", k.attempt, k.issued_at AS "issuedAt", i.name AS "issuedBy",
    k.source_obligation_id AS "sourceObligationId", k.closed_out_at AS "closedOutAt", k.archived_at AS "archivedAt",
    k.withdrawn_at AS "withdrawnAt", w.name AS "withdrawnBy", k.withdraw_why AS "withdrawWhy",
    k.version, k.round_id AS "roundId", k.year, k.number
  FROM rectification_case k JOIN project p ON p.id = k.project_id JOIN organization u ON u.id = p.unit_id
  LEFT JOIN person i ON i.id = k.issued_by LEFT JOIN person w ON w.id = k.withdrawn_by`;

function answer({ roundId: _, year: __, number: ___, ...row }: Row): CaseAnswer {
  return {
    ...row,
    issuedAt: at(row.issuedAt),
    closedOutAt: at(row.closedOutAt),
    archivedAt: at(row.archivedAt),
    withdrawnAt: at(row.withdrawnAt),
  };
}

export async function listCases(
  dataSource: DataSource,
  scope: number | null,
  filter: Paging & { readonly projectId?: number | undefined },
): Promise<Page<CaseAnswer>> {
  return readPage(
    dataSource,
    {
      name: 'cases',
      select: `${SELECT} WHERE ($1::bigint IS NULL OR p.unit_id = $1) AND ($2::bigint IS NULL OR k.project_id = $2)`,
      parameters: [scope, filter.projectId ?? null],
      sort: [
        { by: 'year', type: 'bigint', descending: true },
        { by: 'number', type: 'bigint', descending: true },
      ],
    },
    filter,
    answer,
  );
}

/** Most stages that one case shows; each attempt adds two or three. */
const MOST_STAGES = 200;

/** A case with its stages so far, by due instant. */
export async function readCase(
  dataSource: DataSource,
  who: SignedIn,
  scope: number | null,
  caseId: number,
  now: number,
): Promise<CaseDetail> {
  const [row]: Row[] = await dataSource.query(`${SELECT} WHERE k.id = $1`, [caseId]);
  if (!row) throw new Error(`case ${caseId} vanished`);
  const filter = { roundId: row.roundId, projectId: row.projectId, limit: MOST_STAGES };
  const { items } = await listObligations(dataSource, who, scope, filter, now);
  return { ...answer(row), stages: items };
}

type ProposalRow = Omit<ProposalAnswer, 'proposedAt' | 'declinedAt'> & {
  id: number;
  proposedAt: Date;
  declinedAt: Date | null;
};

const PROPOSAL_STATE = `CASE WHEN q.declined_at IS NOT NULL THEN 'declined' WHEN q.used_at IS NOT NULL THEN 'used'
  ELSE 'pending' END`;

/** Proposals of one state (those that wait for the office, unless told otherwise), oldest first. */
export async function listProposals(
  dataSource: DataSource,
  filter: Paging & { readonly state: string },
): Promise<Page<ProposalAnswer>> {
  return readPage(
    dataSource,
    {
      name: 'proposals',
      select: `SELECT q.id, o.id AS "obligationId", q.proposed_at AS "proposedAt", p.id AS "projectId", p.title AS "projectTitle",
            u.name AS unit, o.cadence_key AS cadence, o.period_key AS period, ${PROPOSAL_STATE} AS state,
            q.case_id AS "caseId", q.declined_at AS "declinedAt", d.name AS "declinedBy", q.decline_why AS "declineWhy"
     FROM rectification_proposal q JOIN obligation o ON o.id = q.obligation_id
     JOIN project p ON p.id = o.project_id JOIN organization u ON u.id = p.unit_id
     LEFT JOIN person d ON d.id = q.declined_by
     WHERE ${PROPOSAL_STATE} = $1`,
      parameters: [filter.state],
      sort: [
        { by: 'proposedAt', type: 'timestamptz' },
        { by: 'id', type: 'bigint' },
      ],
    },
    filter,
    ({ id: _, ...row }: ProposalRow) => ({
      ...row,
      proposedAt: at(row.proposedAt),
      declinedAt: at(row.declinedAt),
    }),
  );
}
