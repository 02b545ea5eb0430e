import {
  DEFAULT_WITHIN_WORKDAYS,
  DomainError,
  dayOfInstant,
  type Instant,
  RECTIFICATION,
  type Reason,
  rectificationPolicy,
  yearOf,
} from '@duban/domain';
import {
  type Actor,
  ensureRound,
  findSlot,
  holdersOf,
  lockObligation,
  onlyRow,
  programmePolicies,
  readObligation,
  stamp,
  writeHistory,
  writeNotices,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { actionInChinese, noticeTo } from '../notice/compose.js';
import { changeEntry } from '../obligation/derived.js';
import {
  assertProjectOpen,
  assertProjectVersion,
  lockProject,
  type ProjectRow,
  touchProject,
} from '../project/rows.js';
import type { Rules } from '../supervision/rules.js';
import { type CaseRow, openStage } from './case-flow.js';
import { declineProposal, hasProposal, useProposal } from './proposals.js';
import { type WithdrawFields, withdrawCase } from './withdraw.js';

export interface IssueFields {
  readonly reason: Reason;
  /** Free text; required for 其他 at the edges that people use. */
  readonly reasonText?: string | null | undefined;
  readonly withinWorkdays?: number | undefined;
  /** Row version of the project when issued by hand: a request that comes twice issues one notice. */
  readonly version?: number | undefined;
}

/** Issues rectification notices 整改通知书, by hand or on a proposal, and withdraws them; stages move like other obligations. */
export class RectificationCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
  ) {}

  /**
   * Issues a notice to a project by hand.
   * @returns the case's key, e.g. `2026-1`
   * @throws DomainError PROJECT_CLOSED, STALE_VERSION
   */
  async issue(
    actor: Actor,
    projectId: number,
    fields: IssueFields,
    now: Instant,
  ): Promise<{ caseId: number; key: string }> {
    return this.dataSource.transaction(async (manager) => {
      const project = await lockProject(manager, projectId, 'UPDATE');
      assertProjectOpen(project);
      assertProjectVersion(project, fields.version);
      await touchProject(manager, projectId);
      return this.issueCase(manager, actor, project, null, fields, now);
    });
  }

  /**
   * Approves the pending proposal of an obligation and issues the notice.
   * @throws DomainError NOT_OPEN, PROJECT_CLOSED, NO_PROPOSAL
   */
  async approve(
    actor: Actor,
    obligationId: number,
    fields: IssueFields,
    now: Instant,
  ): Promise<{ caseId: number; key: string }> {
    return this.dataSource.transaction(async (manager) => {
      const row = await readObligation(manager, obligationId);
      if (!row || row.facts.state === 'planned') throw new DomainError('NOT_OPEN', '这个责任事项还没有开启');
      const project = await lockProject(manager, row.projectId, 'SHARE');
      assertProjectOpen(project);
      if (!(await hasProposal(manager, obligationId))) {
        throw new DomainError('NO_PROPOSAL', '没有待审的整改建议；需要时可以直接对项目下达整改通知书');
      }
      const issued = await this.issueCase(manager, actor, project, obligationId, fields, now);
      await useProposal(manager, obligationId, issued.caseId, now);
      return issued;
    });
  }

  /**
   * Declines the pending proposal of an obligation. The obligation stays what it is; a later rung may propose again.
   * On a closed project too: what waits there has to come off the office's list.
   * @throws DomainError NOT_OPEN, NO_PROPOSAL
   */
  async decline(actor: Actor, obligationId: number, why: string, now: Instant): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const row = await lockObligation(manager, obligationId);
      if (!row || row.facts.state === 'planned') throw new DomainError('NOT_OPEN', '这个责任事项还没有开启');
      if (!(await declineProposal(manager, obligationId, { at: now, by: actor.personId, why }))) {
        throw new DomainError('NO_PROPOSAL', '没有待审的整改建议：可能刚被别人批准或不予采纳，请刷新后查看');
      }
      await writeHistory(manager, [changeEntry('decline-rectification', actor, row, row, now, { why })]);
    });
  }

  /**
   * Withdraws a case that is under way (`withdrawCase`).
   * @throws DomainError NOT_FOUND, STALE_VERSION, WRONG_STATE
   */
  async withdraw(actor: Actor, caseId: number, fields: WithdrawFields, now: Instant): Promise<void> {
    await withdrawCase(this.dataSource, this.rules, actor, caseId, fields, now);
  }

  private async issueCase(
    manager: EntityManager,
    actor: Actor,
    project: ProjectRow,
    sourceObligationId: number | null,
    fields: IssueFields,
    now: Instant,
  ): Promise<{ caseId: number; key: string }> {
    const year = yearOf(dayOfInstant(now));
    const number = await nextNumber(manager, project.organizationId, year);
    const key = `${year}-${number}`;
    const { policyId, omitProposals } = await caseRules(manager, project.programmeId);
    const round = await ensureRound(manager, {
      programmeId: project.programmeId,
      cadenceKey: RECTIFICATION,
      periodKey: key,
      name: '整改',
      policyId,
      omitProposals,
      opensAt: now,
      openedAt: now,
      provisional: false,
      arithmetic: null,
    });
    const withinWorkdays = fields.withinWorkdays ?? DEFAULT_WITHIN_WORKDAYS;
    const cases: { id: number }[] = await manager.query(
      `INSERT INTO rectification_case (organization_id, year, number, project_id, round_id, reason, reason_text,
         within_workdays, issued_at, issued_by, source_obligation_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id`,
      [
        project.organizationId,
        year,
        number,
        project.id,
        round.id,
        fields.reason,
        fields.reasonText ?? null,
        withinWorkdays,
        stamp(now),
        actor.personId,
        sourceObligationId,
      ],
    );
    const caseId = onlyRow(cases).id;
    await writeHistory(manager, [
      {
        at: now,
        act: sourceObligationId === null ? 'issue-rectification' : 'approve-rectification',
        actor,
        projectId: project.id,
        programmeId: project.programmeId,
        why: fields.reasonText ? `${fields.reason}：${fields.reasonText}` : fields.reason,
        data: { case: key, withinWorkdays, sourceObligationId },
      },
    ]);
    const current: CaseRow = {
      id: caseId,
      key,
      projectId: project.id,
      programmeId: project.programmeId,
      roundId: round.id,
      issuedAt: now,
      withinWorkdays,
      version: 1,
    };
    const terms = await this.rules.terms(manager, { policyId, omitProposals, calendarId: project.calendarId });
    await openStage(manager, current, 'sign', 1, now, withinWorkdays, { actor, now, terms, projectClosed: false });
    await tellOfCase(manager, current, now);
    return { caseId, key };
  }
}

/** Numbers within the calendar year over the whole county: the counter row is locked, so there is no gap. */
async function nextNumber(manager: EntityManager, organizationId: number, year: number): Promise<number> {
  const rows: { last: number }[] = await manager.query(
    `INSERT INTO case_counter (organization_id, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (organization_id, year) DO UPDATE SET last = case_counter.last + 1 RETURNING last`,
    [organizationId, year],
  );
  return onlyRow(rows).last;
}

/** The ladder of rectification stages: the programme's policy keyed so, else its first without proposals. */
async function caseRules(
  manager: EntityManager,
  programmeId: number,
): Promise<{ policyId: number; omitProposals: boolean }> {
  const policies = await programmePolicies(manager, programmeId);
  const chosen = rectificationPolicy(policies.map(({ document }) => document));
  const row = policies.find(({ document }) => document.key === chosen.key);
  if (!row) throw new Error(`programme ${programmeId} has no policy`);
  return { policyId: row.id, omitProposals: row.document.key !== RECTIFICATION };
}

/** The notice itself reaches the unit's head, its handler and the deputy leader. */
async function tellOfCase(manager: EntityManager, current: CaseRow, now: Instant): Promise<void> {
  const sign = await findSlot(manager, current.projectId, RECTIFICATION, `${current.key}/sign`);
  if (!sign) return;
  const holders = await holdersOf(manager, [current.projectId], now);
  const action = 'rectification-notice';
  const told = {
    rungKey: 'issued',
    cycle: 'issued', // of no anchor: a rung that happens to be called so fires all the same
    action,
    title: `【${actionInChinese(action)}】${current.key}号，请在${dayOfInstant(sign.facts.dueAt)}前签收`,
    urgent: await concernsUrgent(manager, current.projectId),
    at: now,
  };
  const notices = (['unit-head', 'handler', 'deputy-leader'] as const).map((post, ordinal) =>
    noticeTo(
      sign,
      { post, ordinal, person: holders.get(`${current.projectId}/${post}`) },
      told,
      `${sign.clockId}/issued/${current.key}/${post}`,
    ),
  );
  await writeNotices(manager, sign.clockId, notices, now);
}

/** A case's own stages are counted in working days; that it is begun is as urgent as what it is begun about. */
async function concernsUrgent(manager: EntityManager, projectId: number): Promise<boolean> {
  const urgent: unknown[] = await manager.query(
    `SELECT 1 FROM obligation o JOIN clock c ON c.id = o.clock_id JOIN round r ON r.id = c.round_id
     WHERE o.project_id = $1 AND r.urgent LIMIT 1`,
    [projectId],
  );
  return urgent.length > 0;
}
