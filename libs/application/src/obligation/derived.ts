import {
  type Instant,
  nextRungAt,
  type ObligationFacts,
  openedFacts,
  type Policy,
  type WorkCalendar,
  yellowFrom,
} from '@duban/domain';
import type { Actor, HistoryEntry, NewObligation, ObligationRow } from '@duban/persistence';

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
  facts: ObligationFacts,
  { policy, calendar }: Terms,
): { nextWakeAt: Instant | null; yellowAt: Instant } {
  return { nextWakeAt: nextRungAt(facts, policy, calendar), yellowAt: yellowFrom(facts.dueAt, policy, calendar) };
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

/** A row that opens now. */
export function opening(clockId: number, given: Opening, terms: Terms): NewObligation {
  const { profile, dueAt, openedAt, ...rest } = given;
  const facts = openedFacts(profile, dueAt, openedAt);
  return { ...rest, clockId, receivedAt: null, facts, ...derived(facts, terms) };
}

/** The history entry of a change of an obligation. */
export function changeEntry(
  act: string,
  actor: Actor,
  before: ObligationRow | null,
  after: Pick<ObligationRow, 'projectId' | 'yellowAt' | 'facts'> & { readonly id: number },
  at: Instant,
  more: Pick<HistoryEntry, 'why' | 'data' | 'late'> = {},
): HistoryEntry {
  return {
    ...more,
    at,
    act,
    actor,
    projectId: after.projectId,
    obligationId: after.id,
    stateFrom: before?.facts.state ?? null,
    stateTo: after.facts.state,
    dueAt: after.facts.dueAt,
    dueRevision: after.facts.dueRevision,
    yellowAt: after.yellowAt,
    submittedAt: after.facts.submittedAt,
    ended: after.facts.ended,
  };
}
