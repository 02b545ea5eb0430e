import {
  type Act,
  ASSIGNMENT,
  applyAct,
  COMPLETION,
  dayOfInstant,
  type Instant,
  isClosed,
  isLastAcceptance,
  RECTIFICATION,
} from '@duban/domain';
import {
  type Actor,
  type HeldProject,
  type ObligationRow,
  pokeClocks,
  readClock,
  saveActed,
  stamp,
  writeHistory,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { tellOfReturn } from '../notice/returned.js';
import { projectClosed } from '../project/rows.js';
import { followUp } from '../rectification/case-flow.js';
import { pokeIfEarlier } from '../round/add-obligations.js';
import type { Rules } from '../supervision/rules.js';
import { assertVersion, changeEntry, withFacts } from './derived.js';
import { holdOpened } from './hold.js';
import { lapseRequests } from './lapse.js';

/** What a unit writes when it submits. */
export interface SubmissionFields {
  readonly progressPercent?: number | null | undefined;
  readonly text?: string | null | undefined;
  readonly problems?: string | null | undefined;
  readonly nextSteps?: string | null | undefined;
}

export interface ActOptions {
  /** The row version the person saw; a stale one is refused. */
  readonly version?: number | undefined;
  readonly submission?: SubmissionFields | undefined;
  /** Only for the return of a verification or look-back: working days for the next report. */
  readonly withinWorkdays?: number | undefined;
  readonly why?: string | null | undefined;
}

/** What people do to obligations. Every act is one transaction with its history, consequences and pokes. */
export class ObligationCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
  ) {}

  /**
   * Performs an act.
   * @returns the obligation after it
   * @throws DomainError NOT_OPEN, PROJECT_CLOSED, STALE_VERSION, WRONG_STATE, PAST_DUE, NOT_LATER
   */
  async act(
    actor: Actor,
    obligationId: number,
    act: Act,
    now: Instant,
    options: ActOptions = {},
  ): Promise<ObligationRow> {
    return this.dataSource.transaction((manager) => this.actWithin(manager, actor, obligationId, act, now, options));
  }

  /** Performs an act inside a transaction of the caller's. */
  async actWithin(
    manager: EntityManager,
    actor: Actor,
    obligationId: number,
    act: Act,
    now: Instant,
    options: ActOptions = {},
  ): Promise<ObligationRow> {
    const { row, project, calendarId } = await holdOpened(manager, obligationId);
    assertActable(project, row, act);
    assertVersion(row, options.version);
    const terms = await this.rules.termsOfClock(manager, row.clockId, calendarId);
    const facts = applyAct(row.facts, await asGiven(manager, row, act), now, terms.calendar);
    const after = withReceipt(withFacts(row, facts, terms), row, act, now);
    const { requestPending } = await saveActed(manager, after, now);
    await writeHistory(manager, [changeEntry(act.do, actor, row, after, now, { why: options.why ?? null })]);
    if (act.do === 'submit') await writeSubmission(manager, actor, row.id, options.submission ?? {}, now);
    if (requestPending && (after.facts.ended || act.do === 'extend')) {
      await lapseRequests(manager, [after], act.do, actor, now);
    }
    if (act.do === 'extend' && row.cadenceKey === COMPLETION) {
      await moveDeadline(manager, actor, project, after, options.why ?? null, now);
    }
    if (act.do === 'return') await tellOfReturn(manager, project, after, options.why ?? null, now);
    if (row.cadenceKey === RECTIFICATION) {
      await followUp(manager, row, act.do, {
        actor,
        now,
        terms,
        projectClosed: isClosed(project),
        withinWorkdays: options.withinWorkdays,
      });
    }
    await this.wake(manager, row, after, now);
    return { ...after, version: row.version + 1 };
  }

  /** An earlier wake is worth a poke, and an end, for it may be the clock's last (two ends at once cannot tell). */
  private async wake(manager: EntityManager, before: ObligationRow, after: ObligationRow, now: Instant): Promise<void> {
    if (after.facts.ended) await pokeClocks(manager, [after.clockId], now);
    else await pokeIfEarlier(manager, after.clockId, before.nextWakeAt, after.nextWakeAt, now);
  }
}

/** More time for a project's own completion (按期办结) is more time for the project; for a report it is not. */
async function moveDeadline(
  manager: EntityManager,
  actor: Actor,
  { id: projectId }: HeldProject,
  { facts }: ObligationRow,
  why: string | null,
  now: Instant,
): Promise<void> {
  const after = dayOfInstant(facts.dueAt);
  const moved: { before: string | null; programmeId: number }[] = await manager.query(
    `WITH was AS (SELECT id, deadline, programme_id FROM project WHERE id = $1), moved AS (
       UPDATE project SET deadline = $2, version = version + 1 WHERE id = $1 AND deadline IS DISTINCT FROM $2 RETURNING id)
     SELECT was.deadline AS before, was.programme_id AS "programmeId" FROM was JOIN moved USING (id)`,
    [projectId, after],
  );
  await writeHistory(
    manager,
    moved.map(({ before, programmeId }) => ({
      at: now,
      act: 'amend',
      actor,
      projectId,
      programmeId,
      why,
      data: { fields: [{ field: 'deadline', before, after }] },
    })),
  );
}

/** On a closed project a submitted obligation may still be accepted; nothing else, but for a look-back and its case. */
function assertActable(project: HeldProject, row: ObligationRow, act: Act): void {
  if (!isClosed(project) || row.survivesClose) return;
  if (isLastAcceptance(act.do, row.facts.state)) return;
  throw projectClosed(project);
}

/** A resumed assignment keeps to how its limit was set: a person gave it, and no rule of a period works it out. */
async function asGiven(manager: EntityManager, row: ObligationRow, act: Act): Promise<Act> {
  if (act.do !== 'resume' || row.cadenceKey !== ASSIGNMENT) return act;
  const clock = await readClock(manager, row.clockId);
  return { ...act, given: clock?.urgent ? 'hours' : 'days' };
}

/** Submitting without receiving first counts as both. */
function withReceipt(after: ObligationRow, before: ObligationRow, act: Act, now: Instant): ObligationRow {
  const receives = act.do === 'receive' || (act.do === 'submit' && before.receivedAt === null);
  return receives ? { ...after, receivedAt: now } : after;
}

async function writeSubmission(
  manager: EntityManager,
  actor: Actor,
  obligationId: number,
  fields: SubmissionFields,
  now: Instant,
): Promise<void> {
  await manager.query(
    `INSERT INTO submission (obligation_id, submitted_at, submitted_by, progress_percent, text, problems, next_steps)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      obligationId,
      stamp(now),
      actor.personId,
      fields.progressPercent ?? null,
      fields.text ?? null,
      fields.problems ?? null,
      fields.nextSteps ?? null,
    ],
  );
}
