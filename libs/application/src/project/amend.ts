import {
  applyAct,
  COMPLETION,
  COMPLETION_PERIOD,
  type Day,
  DomainError,
  DUE_TIME,
  dayOfInstant,
  type Instant,
  instantAt,
  isBeforeLaunch,
  withMovedDue,
} from '@duban/domain';
import {
  type Actor,
  findSlot,
  type Holder,
  holdersOf,
  lockLiveObligations,
  type ObligationRow,
  pokeClocks,
  readClock,
  saveObligations,
  writeHistory,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { changeEntry, withFacts } from '../obligation/derived.js';
import { lapseRequests } from '../obligation/lapse.js';
import { openCompletions } from '../programme/completions.js';
import { pokeIfEarlier } from '../round/add-obligations.js';
import type { Rules } from '../supervision/rules.js';
import {
  assertReferences,
  assertStaysComplete,
  changed,
  type FieldChange,
  fieldChanges,
  type ProjectChanges,
  type ProjectFields,
  readFields,
  saveFields,
} from './fields.js';
import { tiePosts } from './posts.js';
import { assertProjectVersion, isClosed, lockProject, type ProjectRow, projectClosed } from './rows.js';
import { tellOfAmendment } from './tell.js';

export interface AmendOptions {
  readonly version?: number | undefined;
  readonly why: string;
  /** Who does the work at a new responsible unit; without it the post is vacant until somebody is appointed. */
  readonly handler?: string | null | undefined;
  /** The unit itself writes, which it may only before the review. */
  readonly byUnit?: boolean;
}

interface Amendment {
  readonly actor: Actor;
  readonly now: Instant;
  readonly project: ProjectRow;
  readonly before: ProjectFields;
  readonly after: ProjectFields;
  readonly fields: readonly FieldChange[];
  readonly options: AmendOptions;
}

/** Changes of a project's fields, before and after its launch, each kept with what was before (变更). */
export class ProjectAmendments {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
  ) {}

  /**
   * Amends a project. After the launch a changed deadline moves its completion, a changed unit takes over every
   * obligation that is open: both make the plan afresh under a new due revision, so that nothing fires from the old
   * one, and those concerned are told.
   * @throws DomainError PROJECT_CLOSED, STALE_VERSION, WRONG_STATE, NOTHING_CHANGED, LAUNCH_INCOMPLETE, PAST_DUE,
   *   DEADLINE_PASSED, and what `assertReferences` throws
   */
  async amend(
    actor: Actor,
    projectId: number,
    changes: ProjectChanges,
    now: Instant,
    options: AmendOptions,
  ): Promise<void> {
    await this.dataSource.transaction(async (manager) => {
      const project = await lockProject(manager, projectId, 'UPDATE');
      if (isClosed(project)) throw projectClosed(project);
      assertProjectVersion(project, options.version);
      assertMayWrite(project, options.byUnit ?? false);
      const before = await readFields(manager, projectId);
      const after = changed(before, changes);
      const fields = await fieldChanges(manager, before, after);
      if (fields.length === 0) throw new DomainError('NOTHING_CHANGED', '填写的内容与现在的一样，没有可以保存的更改');
      await assertReferences(manager, project.programmeId, projectId, after);
      assertStaysComplete(project.state, after);
      const amendment: Amendment = { actor, now, project, before, after, fields, options };
      const told = await holdersOf(manager, [projectId], now);
      await saveFields(manager, projectId, after);
      if (after.unitId !== before.unitId) await moveToUnit(manager, amendment);
      await writeHistory(manager, [
        {
          at: now,
          act: 'amend',
          actor,
          projectId,
          programmeId: project.programmeId,
          why: options.why,
          data: { fields },
        },
      ]);
      if (!isBeforeLaunch(project.state)) await this.replan(manager, amendment, told);
    });
  }

  private async replan(
    manager: EntityManager,
    amendment: Amendment,
    holdersBefore: ReadonlyMap<string, Holder>,
  ): Promise<void> {
    const { actor, now, project, before, after, options } = amendment;
    const dueMoves = after.deadline !== before.deadline;
    if (dueMoves) await this.assertDeadline(manager, amendment);
    const moves: { before: ObligationRow; after: ObligationRow }[] = [];
    const live = await lockLiveObligations(manager, project.id);
    for (const row of live) {
      const moved = await this.movedObligation(manager, row, amendment);
      if (moved !== row) moves.push({ before: row, after: moved });
    }
    await saveObligations(
      manager,
      moves.map((move) => move.after),
      now,
      true,
    );
    await writeHistory(
      manager,
      moves.map((move) => {
        const cancels = move.after.facts.ended;
        const data = cancels ? null : { before: { dueAt: new Date(move.before.facts.dueAt).toISOString() } };
        return changeEntry(cancels ? 'cancel' : 'amend', actor, move.before, move.after, now, {
          why: options.why,
          data,
        });
      }),
    );
    if (dueMoves && before.deadline === null && after.deadline !== null) {
      const programme = { id: project.programmeId, calendarId: project.calendarId };
      await openCompletions(manager, this.rules, programme, [{ id: project.id, deadline: after.deadline }], actor, now);
    }
    if (dueMoves) {
      const completions = moves.map((move) => move.after).filter(({ cadenceKey }) => cadenceKey === COMPLETION);
      await lapseRequests(manager, completions, after.deadline === null ? 'cancel' : 'amend', actor, now);
    }
    await tellOfAmendment(manager, amendment, holdersBefore);
    for (const { before: from, after: to } of moves) {
      if (to.facts.ended) await pokeClocks(manager, [to.clockId], now);
      else await pokeIfEarlier(manager, to.clockId, from.nextWakeAt, to.nextWakeAt, now);
    }
  }

  /** An open obligation after the amendment; the same row when it is none of its business. */
  private async movedObligation(
    manager: EntityManager,
    row: ObligationRow,
    { now, before, after, project }: Amendment,
  ): Promise<ObligationRow> {
    const clock = await readClock(manager, row.clockId);
    if (!clock) throw new Error(`obligation ${row.id} has no clock`);
    const terms = await this.rules.terms(manager, clock);
    const { facts } = row;
    if (row.cadenceKey === COMPLETION && after.deadline !== before.deadline) {
      if (after.deadline === null) {
        const cancelled = applyAct(
          facts,
          { do: 'cancel' },
          now,
          await this.rules.calendar(manager, project.calendarId),
        );
        return { ...row, facts: { ...cancelled, stateBefore: null }, nextWakeAt: null };
      }
      return withFacts(row, withMovedDue(facts, instantAt(after.deadline, DUE_TIME), false, now), terms);
    }
    if (after.unitId === before.unitId || row.owedBy !== 'unit') return row;
    return withFacts(row, { ...facts, dueRevision: facts.dueRevision + 1, plannedAt: now }, terms);
  }

  /** A deadline is a promise: it is put off before it is broken, and never into the past. */
  private async assertDeadline(manager: EntityManager, { now, project, before, after }: Amendment): Promise<void> {
    const { deadline } = after;
    if (deadline !== null && deadline < dayOfInstant(now)) {
      throw new DomainError('DEADLINE_PASSED', '新的完成时限已经过去，请填今天或以后的日期');
    }
    const completion = await findSlot(manager, project.id, COMPLETION, COMPLETION_PERIOD);
    if (!completion) return;
    if (completion.facts.ended) {
      throw new DomainError('WRONG_STATE', '这个项目的按期办结已经办结或撤销，完成时限不能再改', {
        state: completion.facts.state,
      });
    }
    const later = deadline === null || deadline > (before.deadline ?? LAST_DAY);
    if (later && now > completion.facts.dueAt && completion.facts.state !== 'suspended') {
      throw new DomainError('PAST_DUE', '已过完成时限，不能再往后改；变更、延期须在到期前提出');
    }
  }
}

const LAST_DAY: Day = '9999-12-31';

/** The unit writes its own proposal; a list that has been settled is the office's. While it is judged nobody writes. */
function assertMayWrite({ state }: ProjectRow, byUnit: boolean): void {
  if (state === 'reviewing') {
    throw new DomainError('WRONG_STATE', '项目正在审核，内容不能改动；需要改动的请先退回', { state });
  }
  if (byUnit && state !== 'proposed' && state !== 'returned') {
    throw new DomainError('WRONG_STATE', '项目已经立项，责任单位不能自行改动，请向督办室提出变更', { state });
  }
}

/** The new unit brings its own posts; leaders stay as they are. */
async function moveToUnit(manager: EntityManager, { project, after, options, now }: Amendment): Promise<void> {
  const place = { projectId: project.id, unitId: after.unitId, countyId: project.organizationId };
  const named = { leadLeader: null, deputyLeader: null, handler: options.handler ?? null };
  await tiePosts(manager, place, named, ['handler', 'unit-head'], now);
}
