import {
  applyAct,
  type Day,
  DomainError,
  dayInChinese,
  dueInChinese,
  EXTENSION_TRANSITIONS,
  type ExtensionAct,
  type Instant,
  moved,
  type PostRelation,
} from '@duban/domain';
import {
  type Actor,
  type ExtensionRequestRow,
  type HeldObligation,
  type HeldProject,
  insertExtensionRequest,
  type ObligationRow,
  readExtensionRequest,
  settleExtensionRequest,
  touchObligation,
  writeHistory,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { writeByHand } from '../notice/by-hand.js';
import { actionInChinese, subjectOf } from '../notice/compose.js';
import { assertProjectOpen } from '../project/rows.js';
import type { Rules } from '../supervision/rules.js';
import type { ObligationCommands } from './commands.js';
import { assertVersion, changeEntry } from './derived.js';
import { holdOpened } from './hold.js';

/** What the unit writes when it asks for more time (domain C.1: before due, with reason, new date and progress). */
export interface ExtensionFields {
  readonly newDue: Day;
  readonly why: string;
  readonly progress: string;
  readonly progressPercent?: number | undefined;
  /** Row version of the obligation. */
  readonly version?: number | undefined;
}

export interface DecisionFields {
  readonly why?: string | undefined;
  /** Row version of the request. */
  readonly version?: number | undefined;
}

const OFFICE_SIDE: readonly PostRelation[] = ['office'];
const UNIT_SIDE: readonly PostRelation[] = ['handler', 'unit-head'];

/**
 * 延期申请: applied for by who owes, decided by the office. An application in time keeps its right: until it is decided
 * the present limit holds, so after it the obligation is overdue and its ladder goes on, but approval then counts from
 * the day of the application. It makes the plan afresh from the approval on; slips that went out stay in the record.
 */
export class ExtensionRequests {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
    private readonly obligations: ObligationCommands,
  ) {}

  /**
   * Applies for an extension, at or before the due instant.
   * @returns the request's id
   * @throws DomainError NOT_OPEN, PROJECT_CLOSED, NOT_LAUNCHED, STALE_VERSION, WRONG_STATE, PAST_DUE, NOT_LATER,
   *   REQUEST_PENDING
   */
  async apply(actor: Actor, obligationId: number, fields: ExtensionFields, now: Instant): Promise<number> {
    return this.dataSource.transaction(async (manager) => {
      const { project, row, calendarId } = await holdOpened(manager, obligationId);
      if (!row.survivesClose) assertProjectOpen(project);
      assertVersion(row, fields.version);
      // What could not be extended cannot be applied for: the same table, the same refusals.
      applyAct(row.facts, { do: 'extend', newDue: fields.newDue }, now, await this.rules.calendar(manager, calendarId));
      const id = await insertExtensionRequest(manager, {
        obligationId,
        appliedAt: now,
        applicant: actor,
        why: fields.why,
        progress: fields.progress,
        progressPercent: fields.progressPercent ?? null,
        newDue: fields.newDue,
        dueAt: row.facts.dueAt,
      });
      if (id === undefined) {
        throw new DomainError('REQUEST_PENDING', '这个事项已有一份待审批的延期申请；要改内容，请先撤回再重新申请');
      }
      await touchObligation(manager, obligationId);
      const data = { requestId: id, newDue: fields.newDue, progress: fields.progress };
      await writeHistory(manager, [changeEntry('apply-extension', actor, row, row, now, { why: fields.why, data })]);
      await this.tell(
        manager,
        'extension-applied',
        { id, project, row },
        `申请延至${dayInChinese(fields.newDue)}：${fields.why}`,
        now,
      );
      return id;
    });
  }

  /**
   * Approves: the obligation is extended to the day applied for, or to another that the office sets.
   * @throws DomainError NOT_FOUND, STALE_VERSION, REQUEST_SETTLED, OWN_REQUEST, and what the act `extend` refuses;
   *   DAY_PASSED when the day applied for has passed meanwhile
   */
  async approve(
    actor: Actor,
    requestId: number,
    fields: DecisionFields & { readonly newDue?: Day | undefined },
    now: Instant,
  ): Promise<void> {
    await this.settle(actor, requestId, 'approve', fields, now, async (manager, { request, row, project }) => {
      assertNotOwn(actor, request);
      const grantedDue = fields.newDue ?? request.newDue;
      await settleExtensionRequest(manager, requestId, {
        state: EXTENSION_TRANSITIONS.approve.to,
        at: now,
        by: actor,
        why: fields.why ?? null,
        grantedDue,
      });
      const act = { do: 'extend', newDue: grantedDue, appliedAt: request.appliedAt } as const;
      const after = await this.obligations.actWithin(manager, actor, row.id, act, now, { why: fields.why ?? null });
      await this.tell(
        manager,
        'extension-approved',
        { id: requestId, project, row: after },
        `时限延至${dayInChinese(grantedDue)}`,
        now,
      );
    });
  }

  /** Refuses, with a reason. @throws DomainError NOT_FOUND, STALE_VERSION, REQUEST_SETTLED, OWN_REQUEST */
  async refuse(
    actor: Actor,
    requestId: number,
    fields: DecisionFields & { readonly why: string },
    now: Instant,
  ): Promise<void> {
    await this.settle(actor, requestId, 'refuse', fields, now, async (manager, found) => {
      assertNotOwn(actor, found.request);
      await this.end(manager, actor, 'refuse', found, fields.why, now);
      const due = dueInChinese(found.row.facts.dueAt);
      await this.tell(
        manager,
        'extension-refused',
        { ...found, id: requestId },
        `仍须在${due}前办结：${fields.why}`,
        now,
      );
    });
  }

  /** The applicant takes it back. @throws DomainError NOT_FOUND, STALE_VERSION, REQUEST_SETTLED */
  async withdraw(actor: Actor, requestId: number, fields: DecisionFields, now: Instant): Promise<void> {
    await this.settle(actor, requestId, 'withdraw', fields, now, async (manager, found) => {
      await this.end(manager, actor, 'withdraw', found, fields.why ?? null, now);
      await this.tell(manager, 'extension-withdrawn', { ...found, id: requestId }, fields.why ?? '由申请单位撤回', now);
    });
  }

  /** Locks what a decision is about, in the order of every act: project, obligation, request. */
  private async settle(
    actor: Actor,
    requestId: number,
    act: ExtensionAct,
    { version, why, newDue }: DecisionFields & { readonly newDue?: Day | undefined },
    now: Instant,
    work: (manager: EntityManager, found: Found) => Promise<void>,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const seen = await readExtensionRequest(manager, requestId);
      if (!seen) throw new DomainError('NOT_FOUND', '没有这份延期申请');
      const { project, row } = await holdOpened(manager, seen.obligationId);
      const request = await readExtensionRequest(manager, requestId, true);
      if (!request) throw new DomainError('NOT_FOUND', '没有这份延期申请');
      if (moved(EXTENSION_TRANSITIONS, request.state, act) === undefined) {
        throw new DomainError('REQUEST_SETTLED', '这份延期申请已经有了结果，请刷新后查看', {
          present: { version: request.version, state: request.state },
        });
      }
      if (version !== undefined && version !== request.version) {
        throw new DomainError('STALE_VERSION', '这份延期申请刚有变化，请按现在的内容重新办理', {
          present: { version: request.version, state: request.state },
        });
      }
      const granted = act === 'approve' ? { grantedDue: newDue ?? request.newDue } : {};
      const data = { requestId, newDue: request.newDue, ...granted };
      await writeHistory(manager, [changeEntry(`${act}-extension`, actor, row, row, now, { why: why ?? null, data })]);
      await work(manager, { request, row, project });
    });
  }

  private async end(
    manager: EntityManager,
    actor: Actor,
    act: 'refuse' | 'withdraw',
    { request, row }: Found,
    why: string | null,
    now: Instant,
  ): Promise<void> {
    await settleExtensionRequest(manager, request.id, {
      state: EXTENSION_TRANSITIONS[act].to,
      at: now,
      by: actor,
      why,
    });
    await touchObligation(manager, row.id);
  }

  /** An application and its withdrawal are told to the office, a decision to the unit. */
  private async tell(
    manager: EntityManager,
    action: 'extension-applied' | 'extension-withdrawn' | 'extension-approved' | 'extension-refused',
    { id, project, row }: { readonly id: number; readonly project: HeldProject; readonly row: ObligationRow },
    words: string,
    now: Instant,
  ): Promise<void> {
    const to = action === 'extension-applied' || action === 'extension-withdrawn' ? OFFICE_SIDE : UNIT_SIDE;
    const title = `【${actionInChinese(action)}】${subjectOf(project.title, '', row.periodKey)}${words}`;
    await writeByHand(manager, row, { rungKey: action, cycle: `request:${id}`, action, to, title }, now);
  }
}

interface Found extends Pick<HeldObligation, 'row' | 'project'> {
  readonly request: ExtensionRequestRow;
}

/** Who asks does not grant: two persons at least. */
function assertNotOwn({ personId }: Actor, request: ExtensionRequestRow): void {
  if (personId === null || personId !== request.appliedBy) return;
  throw new DomainError('OWN_REQUEST', '自己提出的延期申请不能由本人审批，请由督办室其他人员办理');
}
