import { COMPLETION, COMPLETION_PERIOD, DomainError, DUE_TIME, type Instant, instantAt } from '@duban/domain';
import { type Actor, ensureRound, programmePolicies } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import type { Opening } from '../obligation/derived.js';
import { addObligations } from '../round/add-obligations.js';
import type { Rules } from '../supervision/rules.js';

/**
 * Every project with a deadline owes its own completion, opened by the launch itself, or by the amendment that gives
 * standing work a deadline; it may be overdue at once.
 * @throws DomainError NO_POLICY
 */
export async function openCompletions(
  manager: EntityManager,
  rules: Rules,
  programme: { readonly id: number; readonly calendarId: number },
  projects: readonly { readonly id: number; readonly deadline: string | null }[],
  actor: Actor,
  now: Instant,
): Promise<void> {
  const policyId = (await programmePolicies(manager, programme.id))[0]?.id;
  if (policyId === undefined) throw new DomainError('NO_POLICY', '这个专项还没有督办规则，请先设置');
  const openings = projects.flatMap(({ id, deadline }): Opening[] =>
    deadline === null
      ? []
      : [
          {
            projectId: id,
            cadenceKey: COMPLETION,
            periodKey: COMPLETION_PERIOD,
            owedBy: 'unit',
            caseId: null,
            survivesClose: false,
            provisional: false,
            late: false,
            arithmetic: null,
            profile: 'report',
            dueAt: instantAt(deadline, DUE_TIME),
            openedAt: now,
          },
        ],
  );
  if (openings.length === 0) return;
  const place = { programmeId: programme.id, cadenceKey: COMPLETION, periodKey: COMPLETION_PERIOD };
  const round = await ensureRound(manager, {
    ...place,
    name: '按期办结',
    policyId,
    omitProposals: false,
    opensAt: now,
    openedAt: now,
    provisional: false,
    arithmetic: null,
  });
  const terms = await rules.terms(manager, {
    // One launched later joins the round that is there, under the version it was issued under.
    policyId: round.policyId,
    omitProposals: false,
    calendarId: programme.calendarId,
  });
  await addObligations(manager, { ...place, roundId: round.id }, openings, terms, actor);
}
