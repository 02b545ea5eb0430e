import {
  applyAct,
  COMPLETION,
  COMPLETION_PERIOD,
  type Day,
  DomainError,
  DUE_TIME,
  dayOfInstant,
  formatInstant,
  type Instant,
  instantAt,
  withMovedDue,
} from '@duban/domain';
import {
  type Actor,
  findSlot,
  type Holder,
  lockLiveObligations,
  type ObligationRow,
  pokeClocks,
  readClock,
  saveObligations,
  writeHistory,
} from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { changeEntry, withFacts } from '../obligation/derived.js';
import { lapseRequests } from '../obligation/lapse.js';
import { openCompletions } from '../programme/completions.js';
import { pokeIfEarlier } from '../round/add-obligations.js';
import type { Rules } from '../supervision/rules.js';
import type { FieldChange, ProjectFields } from './fields.js';
import type { ProjectRow } from './rows.js';
import { tellOfAmendment } from './tell.js';

/** A launched project's fields before and after somebody changed them. */
export interface Amendment {
  readonly actor: Actor;
  readonly now: Instant;
  /** As it was before, locked. */
  readonly project: ProjectRow;
  readonly before: ProjectFields;
  readonly after: ProjectFields;
  readonly fields: readonly FieldChange[];
  readonly why: string;
}

/**
 * Brings a launched project's open obligations in line with an amendment that has been saved: a changed deadline moves
 * its completion, a changed unit takes over whatever the unit owes; both plan afresh under a new due revision, so that
 * nothing fires from the old one, and those concerned are told.
 * @param holdersBefore who held the project's posts before the amendment
 * @throws DomainError DEADLINE_PASSED, WRONG_STATE, PAST_DUE
 */
export async function replan(
  manager: EntityManager,
  rules: Rules,
  amendment: Amendment,
  holdersBefore: ReadonlyMap<string, Holder>,
): Promise<void> {
  const { actor, now, project, before, after, why } = amendment;
  const dueMoves = after.deadline !== before.deadline;
  if (dueMoves) await assertDeadline(manager, amendment);
  const moves: { before: ObligationRow; after: ObligationRow }[] = [];
  const live = await lockLiveObligations(manager, project.id);
  for (const row of live) {
    const moved = await movedObligation(manager, rules, row, amendment);
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
      const data = cancels ? null : { before: { dueAt: formatInstant(move.before.facts.dueAt) } };
      return changeEntry(cancels ? 'cancel' : 'amend', actor, move.before, move.after, now, {
        why,
        data,
      });
    }),
  );
  if (dueMoves && before.deadline === null && after.deadline !== null) {
    const programme = { id: project.programmeId, calendarId: project.calendarId };
    await openCompletions(manager, rules, programme, [{ id: project.id, deadline: after.deadline }], actor, now);
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
async function movedObligation(
  manager: EntityManager,
  rules: Rules,
  row: ObligationRow,
  { now, before, after, project }: Amendment,
): Promise<ObligationRow> {
  const clock = await readClock(manager, row.clockId);
  if (!clock) throw new Error(`obligation ${row.id} has no clock`);
  const terms = await rules.terms(manager, clock);
  const { facts } = row;
  if (row.cadenceKey === COMPLETION && after.deadline !== before.deadline) {
    if (after.deadline === null) {
      const cancelled = applyAct(facts, { do: 'cancel' }, now, await rules.calendar(manager, project.calendarId));
      return { ...row, facts: { ...cancelled, stateBefore: null }, nextWakeAt: null };
    }
    return withFacts(row, withMovedDue(facts, instantAt(after.deadline, DUE_TIME), false, now), terms);
  }
  if (after.unitId === before.unitId || row.owedBy !== 'unit') return row;
  return withFacts(row, { ...facts, dueRevision: facts.dueRevision + 1, plannedAt: now }, terms);
}

/** A deadline is a promise: it is put off before it is broken, and never into the past. */
async function assertDeadline(manager: EntityManager, { now, project, before, after }: Amendment): Promise<void> {
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

const LAST_DAY: Day = '9999-12-31';
