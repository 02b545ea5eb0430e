import {
  DomainError,
  formatInstant,
  type Instant,
  type LadderFacts,
  nextRungAt,
  type ObligationFacts,
  openedFacts,
  type Policy,
  type WorkCalendar,
  yellowFrom,
} from '@duban/domain';
import { type Actor, type HistoryEntry, type NewObligation, type ObligationRow } from '@duban/persistence';

/** What a round or a case fixes for all its obligations. */
export interface Terms {
  readonly policy: Policy;
  readonly calendar: WorkCalendar;
}

/** An obligation's row after a change of its facts: what follows by rule is worked out again. */
export function withFacts(row: ObligationRow, facts: ObligationFacts, terms: Terms): ObligationRow {
  return { ...row, facts, ...derived(facts, terms) };
}

/** What is kept beside the facts because SQL asks for it: when to wake, from when on yellow. */
export function derived(
  facts: LadderFacts,
  { policy, calendar }: Terms,
): { nextWakeAt: Instant | null; yellowAt: Instant } {
  return { nextWakeAt: nextRungAt(facts, policy, calendar), yellowAt: yellowFrom(facts.dueAt, policy, calendar) };
}

const LADDER_FACTS = {
  state: true,
  openedAt: true,
  dueAt: true,
  plannedAt: true,
  returnedAt: true,
  sweptTo: true,
  spentRungs: true,
  ended: true,
} satisfies Record<keyof LadderFacts, true>;
const FACT_NAMES = Object.keys(LADDER_FACTS) as (keyof LadderFacts)[];

/** Works out once what obligations with the same ladder facts share: deadlines fall together. */
export function onceForAll<T>(workOut: (facts: LadderFacts) => T): (facts: LadderFacts) => T {
  const known = new Map<string, { readonly answer: T }>();
  return (facts) => {
    const key = FACT_NAMES.map((name) => facts[name]).join('/');
    const found = known.get(key);
    if (found) return found.answer;
    const answer = workOut(facts);
    known.set(key, { answer });
    return answer;
  };
}

/** What a new obligation is, beside what its clock and terms say. */
export interface Opening
  extends Pick<
    NewObligation,
    | 'projectId'
    | 'cadenceKey'
    | 'periodKey'
    | 'owedBy'
    | 'caseId'
    | 'survivesClose'
    | 'provisional'
    | 'late'
    | 'arithmetic'
  > {
  readonly profile: ObligationFacts['profile'];
  readonly dueAt: Instant;
  readonly openedAt: Instant;
}

/** Makes rows that open now, all under the same terms. What opens and is due at the same instants shares its facts. */
export function opener(terms: Terms): (clockId: number, given: Opening) => NewObligation {
  const plans = new Map<string, { facts: ObligationFacts; nextWakeAt: Instant | null; yellowAt: Instant }>();
  const planFor = ({ profile, dueAt, openedAt }: Opening) => {
    const key = `${profile}/${dueAt}/${openedAt}`;
    const known = plans.get(key);
    if (known) return known;
    const facts = openedFacts(profile, dueAt, openedAt);
    const plan = { facts, ...derived(facts, terms) };
    plans.set(key, plan);
    return plan;
  };
  return (clockId, given) => {
    const { facts, nextWakeAt, yellowAt } = planFor(given);
    // Spelt out, not spread: a launch makes ten thousand of these.
    return {
      clockId,
      projectId: given.projectId,
      cadenceKey: given.cadenceKey,
      periodKey: given.periodKey,
      owedBy: given.owedBy,
      caseId: given.caseId,
      survivesClose: given.survivesClose,
      provisional: given.provisional,
      late: given.late,
      arithmetic: given.arithmetic,
      receivedAt: null,
      nextWakeAt,
      yellowAt,
      facts,
    };
  };
}

/** The history entry of a change of an obligation. */
export function changeEntry(
  act: string,
  actor: Actor,
  before: ObligationRow | null,
  after: Pick<ObligationRow, 'id' | 'projectId' | 'yellowAt' | 'facts'>,
  at: Instant,
  { why, data, late }: Pick<HistoryEntry, 'why' | 'data' | 'late'> = {},
): HistoryEntry {
  const { facts } = after;
  return {
    at,
    act,
    actor,
    projectId: after.projectId,
    obligationId: after.id,
    stateFrom: before?.facts.state ?? null,
    stateTo: facts.state,
    dueAt: facts.dueAt,
    dueRevision: facts.dueRevision,
    yellowAt: after.yellowAt,
    submittedAt: facts.submittedAt,
    ended: facts.ended,
    late: late ?? false,
    why: why ?? null,
    data: data ?? null,
  };
}

/**
 * Refuses what was decided on an older sight of the obligation; call it under the obligation's lock.
 * @throws DomainError STALE_VERSION with the present state
 */
export function assertVersion(row: ObligationRow, version: number | undefined): void {
  if (version === undefined || version === row.version) return;
  throw new DomainError('STALE_VERSION', '这个责任事项刚被别人办理过，请按现在的状态重新操作', {
    present: { version: row.version, state: row.facts.state, dueAt: formatInstant(row.facts.dueAt) },
  });
}
