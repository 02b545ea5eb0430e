import {
  arithmeticInWords,
  assertNever,
  CASE_TRANSITIONS,
  type CaseAct,
  type CaseState,
  type Consequence,
  caseState,
  consequencesOf,
  DomainError,
  dayOfInstant,
  type Instant,
  lookBackOpensAt,
  moved,
  newTrace,
  openedFacts,
  profileOfStage,
  RECTIFICATION,
  readStagePeriod,
  type Stage,
  stageDue,
  stageOwedBy,
  stagePeriod,
} from '@duban/domain';
import {
  type Actor,
  findSlot,
  type HistoryEntry,
  insertObligations,
  instantOf,
  instantOrNull,
  lockObligation,
  type NewObligation,
  type ObligationRow,
  onlyRow,
  pokeClocks,
  saveObligations,
  stamp,
  writeHistory,
} from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { changeEntry, derived, type Opening, type Terms } from '../obligation/derived.js';
import { lapseRequests } from '../obligation/lapse.js';
import { addObligations, clockWithRoom } from '../round/add-obligations.js';

/** A case with what its stages need. */
export interface CaseRow {
  readonly id: number;
  readonly key: string;
  readonly projectId: number;
  readonly programmeId: number;
  readonly roundId: number;
  readonly issuedAt: Instant;
  readonly withinWorkdays: number;
  readonly version: number;
}

/** A case, locked: its stages move one at a time. */
export async function lockCase(manager: EntityManager, id: number): Promise<CaseRow> {
  const rows: (Omit<CaseRow, 'issuedAt'> & { issuedAt: Date })[] = await manager.query(
    `SELECT c.id, c.year || '-' || c.number AS key, c.project_id AS "projectId", r.programme_id AS "programmeId",
            c.round_id AS "roundId", c.issued_at AS "issuedAt", c.within_workdays AS "withinWorkdays",
            c.version
     FROM rectification_case c JOIN round r ON r.id = c.round_id WHERE c.id = $1 FOR UPDATE OF c`,
    [id],
  );
  if (!rows[0]) throw new DomainError('NOT_FOUND', '没有这个整改案件');
  return { ...rows[0], issuedAt: instantOf(rows[0].issuedAt) };
}

/** What a stage's move brings about in its case, carried out. Whoever saw the case before has to look again. */
export async function followUp(
  manager: EntityManager,
  row: ObligationRow,
  act: string,
  given: {
    readonly actor: Actor;
    readonly now: Instant;
    readonly terms: Terms;
    readonly projectClosed: boolean;
    readonly withinWorkdays?: number | undefined;
  },
): Promise<void> {
  const place = readStagePeriod(row.periodKey);
  if (row.caseId === null || !place) return;
  if (act !== 'receive' && act !== 'submit' && act !== 'accept' && act !== 'return') return;
  const current = await lockCase(manager, row.caseId);
  await manager.query('UPDATE rectification_case SET version = version + 1 WHERE id = $1', [current.id]);
  const within = { issued: current.withinWorkdays, again: given.withinWorkdays };
  for (const consequence of consequencesOf(place.stage, place.attempt, act, within)) {
    await carryOut(manager, current, consequence, given);
  }
}

async function carryOut(
  manager: EntityManager,
  current: CaseRow,
  consequence: Consequence,
  given: Parameters<typeof followUp>[3],
): Promise<void> {
  const { now } = given;
  switch (consequence.kind) {
    case 'open': {
      const { stage, attempt, withinWorkdays } = consequence;
      if (stage === 'report' && attempt > 1) {
        await manager.query('UPDATE rectification_case SET attempt = $2 WHERE id = $1', [current.id, attempt]);
        await writeHistory(manager, [caseEntry('next-attempt', current, given, { attempt, withinWorkdays })]);
      }
      const from = consequence.from === 'issue' ? current.issuedAt : now;
      return openStage(manager, current, stage, attempt, from, withinWorkdays, given);
    }
    case 'end-report':
      return endReport(manager, current, consequence.attempt, consequence.as, given);
    case 'close-out':
      await moveCase(manager, current, 'close-out', given);
      return planLookBack(manager, current, consequence.attempt, given);
    case 're-open':
      return moveCase(manager, current, 're-open', given);
    case 'archive':
      return moveCase(manager, current, 'archive', given);
    default:
      return assertNever(consequence);
  }
}

/** Moves a case by its table, with a line in the history. */
async function moveCase(
  manager: EntityManager,
  current: CaseRow,
  act: CaseAct,
  given: Parameters<typeof followUp>[3],
): Promise<void> {
  const { state: before, closedOutAt } = await readCaseState(manager, current.id);
  const after = moved(CASE_TRANSITIONS, before, act);
  if (after === undefined || after === 'withdrawn') {
    throw new Error(`case ${current.key} cannot ${act} while ${before}`);
  }
  const stamps = { open: [null, null], 'closed-out': [given.now, null], archived: [closedOutAt, given.now] } as const;
  const [closedOut, archived] = stamps[after];
  await manager.query('UPDATE rectification_case SET closed_out_at = $2, archived_at = $3 WHERE id = $1', [
    current.id,
    stamp(closedOut),
    stamp(archived),
  ]);
  await writeHistory(manager, [{ ...caseEntry(act, current, given), stateFrom: before, stateTo: after }]);
}

/** The state of a locked case, and when it was closed out. */
export async function readCaseState(
  manager: EntityManager,
  caseId: number,
): Promise<{ readonly state: CaseState; readonly closedOutAt: Instant | null }> {
  const rows: { closed_out_at: Date | null; archived_at: Date | null; withdrawn_at: Date | null }[] =
    await manager.query('SELECT closed_out_at, archived_at, withdrawn_at FROM rectification_case WHERE id = $1', [
      caseId,
    ]);
  const row = onlyRow(rows);
  const [closedOut, archived, withdrawn] = [row.closed_out_at, row.archived_at, row.withdrawn_at].map(
    (at) => at !== null,
  ) as [boolean, boolean, boolean];
  return { state: caseState({ closedOut, archived, withdrawn }), closedOutAt: instantOrNull(row.closed_out_at) };
}

/** A line in the history about a case as a whole; its stages write their own. */
export function caseEntry(
  act: string,
  current: CaseRow,
  { actor, now }: { readonly actor: Actor; readonly now: Instant },
  data: Readonly<Record<string, unknown>> = {},
): HistoryEntry {
  const { projectId, programmeId, key } = current;
  return { at: now, act, actor, projectId, programmeId, data: { case: key, ...data } };
}

/** Opens a stage at once. A stage that a closed project's look-back re-opened goes on in spite of the closing. */
export async function openStage(
  manager: EntityManager,
  current: CaseRow,
  stage: Stage,
  attempt: number,
  from: Instant,
  withinWorkdays: number,
  given: { readonly actor: Actor; readonly now: Instant; readonly terms: Terms; readonly projectClosed: boolean },
): Promise<void> {
  const trace = newTrace();
  const dueAt = stageDue(stage, from, withinWorkdays, given.terms.calendar, trace);
  const stageRow: Opening = {
    ...stageCommon(current, stage, attempt),
    survivesClose: given.projectClosed,
    provisional: trace.provisional,
    late: false,
    arithmetic: words(dueAt, arithmeticInWords(trace, given.terms.calendar)),
    dueAt,
    openedAt: given.now,
  };
  const { opened } = await addObligations(manager, placeOf(current), [stageRow], given.terms, given.actor);
  if (opened === 0) throw new Error(`stage ${stageRow.periodKey} is there already`);
}

async function endReport(
  manager: EntityManager,
  current: CaseRow,
  attempt: number,
  as: 'accepted' | 'returned',
  given: { readonly actor: Actor; readonly now: Instant; readonly terms: Terms },
): Promise<void> {
  const slot = await findSlot(manager, current.projectId, RECTIFICATION, stagePeriod(current.key, 'report', attempt));
  const row = slot && (await lockObligation(manager, slot.id));
  if (!row) throw new Error(`case ${current.key} has no report of attempt ${attempt}`);
  const returned = as === 'returned' ? { returnedAt: given.now, returnCount: row.facts.returnCount + 1 } : {};
  const facts = { ...row.facts, ...returned, state: as, ended: true };
  const after = { ...row, facts, ...derived(facts, given.terms) };
  await saveObligations(manager, [after], given.now, true);
  const act = as === 'accepted' ? 'accept' : 'return';
  await writeHistory(manager, [changeEntry(act, given.actor, row, after, given.now, { why: '由核查结论一并办理' })]);
  await lapseRequests(manager, [after], act, given.actor, given.now);
}

/** 回头看 is planned at close-out: a row that opens by itself when its instant comes. */
async function planLookBack(
  manager: EntityManager,
  current: CaseRow,
  attempt: number,
  given: { readonly actor: Actor; readonly now: Instant; readonly terms: Terms; readonly projectClosed: boolean },
): Promise<void> {
  const trace = newTrace();
  const { calendar } = given.terms;
  const opensAt = lookBackOpensAt(given.now, calendar, trace);
  const dueAt = stageDue('look-back', opensAt, 0, calendar, trace);
  const clockId = await clockWithRoom(manager, placeOf(current));
  const facts = { ...openedFacts(profileOfStage('look-back'), dueAt, opensAt), state: 'planned' as const };
  const row: NewObligation = {
    ...stageCommon(current, 'look-back', attempt),
    clockId,
    survivesClose: given.projectClosed,
    receivedAt: null,
    provisional: trace.provisional,
    late: false,
    arithmetic: words(dueAt, arithmeticInWords(trace, calendar)),
    facts,
    yellowAt: derived(facts, given.terms).yellowAt,
    nextWakeAt: opensAt,
  };
  await insertObligations(manager, [row]);
  await writeHistory(manager, [caseEntry('plan-look-back', current, given, { opensAt: stamp(opensAt) })]);
  await pokeClocks(manager, [clockId], given.now);
}

function stageCommon(current: CaseRow, stage: Stage, attempt: number) {
  return {
    projectId: current.projectId,
    cadenceKey: RECTIFICATION,
    periodKey: stagePeriod(current.key, stage, attempt),
    owedBy: stageOwedBy(stage),
    caseId: current.id,
    profile: profileOfStage(stage),
  };
}

function placeOf(current: CaseRow) {
  return {
    roundId: current.roundId,
    programmeId: current.programmeId,
    cadenceKey: RECTIFICATION,
    periodKey: current.key,
  };
}

function words(dueAt: Instant, arithmetic: string): string {
  return `时限${dayOfInstant(dueAt)}${arithmetic ? `（${arithmetic}）` : ''}`;
}
