import { type Cadence, type Instant, nextOpening, type Slot, slotsOpening } from '@duban/domain';
import {
  ENGINE,
  ensureRound,
  hasOpeningsSetAside,
  instantOf,
  instantOrNull,
  isUnavailable,
  programmePolicies,
  reasonOf,
  type SetAsideTarget,
  setAside,
  settleOpening,
  stamp,
  writeHistory,
} from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import type { Opening, Terms } from '../obligation/derived.js';
import type { Rules } from '../supervision/rules.js';
import { addObligations } from './add-obligations.js';

/** What opening a programme's rounds came to. */
export interface OpeningResult {
  /** When the next round opens; null when none ever will. */
  readonly nextOpeningAt: Instant | null;
  readonly openedClockIds: number[];
}

interface ProgrammeRow {
  readonly launched_at: Date | null;
  readonly calendar_id: number;
}

/**
 * Opens every round of a programme whose opening lies at or after its launch and not after `now`, and has not been
 * opened. Every launched project that is not closed owes one slot, if it was launched by the round's opening.
 */
export async function openDueRounds(
  manager: EntityManager,
  rules: Rules,
  programmeId: number,
  now: Instant,
  graceMs: number,
): Promise<OpeningResult> {
  const programmes: ProgrammeRow[] = await manager.query(
    'SELECT launched_at, calendar_id FROM programme WHERE id = $1 AND archived_at IS NULL FOR NO KEY UPDATE',
    [programmeId],
  );
  const [programme] = programmes;
  const launchedAt = instantOrNull(programme?.launched_at ?? null);
  if (!programme || launchedAt === null) return { nextOpeningAt: null, openedClockIds: [] };
  const calendar = await rules.calendar(manager, programme.calendar_id);
  const cadences = await cadencesInForce(manager, programmeId);
  const opened = new Set(await openedSlots(manager, programmeId));
  const settle = await hasOpeningsSetAside(manager, programmeId);
  const openedClockIds: number[] = [];
  let nextOpeningAt: Instant | null = null;
  for (const version of cadences) {
    const { cadence, policyId } = version;
    const whole = { programmeId, cadenceKey: cadence.key, periodKey: '' };
    await orSetAside(manager, { place: whole, settle, now }, async () => {
      const terms = { policy: await rules.policy(manager, policyId), calendar };
      const due = slotsOpening(cadence, calendar, Math.max(launchedAt, version.since), now);
      const next = nextOpening(cadence, calendar, now);
      for (const slot of due.filter(({ period }) => !opened.has(`${cadence.key}/${period.key}`))) {
        const place = { programmeId, cadenceKey: cadence.key, periodKey: slot.period.key };
        const round = { ...version, programmeId, slot, terms };
        await orSetAside(manager, { place, settle, now }, async (inner) => {
          openedClockIds.push(...(await openRound(inner, round, now, graceMs)));
        });
      }
      if (next !== undefined && (nextOpeningAt === null || next < nextOpeningAt)) nextOpeningAt = next;
    });
  }
  await manager.query('UPDATE programme SET next_opening_at = $2 WHERE id = $1', [programmeId, stamp(nextOpeningAt)]);
  return { nextOpeningAt, openedClockIds };
}

/**
 * One opening, or one cadence's, that fails takes nothing else with it: it is set aside, and tried again whenever the
 * programme's clock looks again.
 */
async function orSetAside(
  manager: EntityManager,
  { place, settle, now }: { place: Omit<SetAsideTarget, 'obligationId'>; settle: boolean; now: Instant },
  open: (inner: EntityManager) => Promise<void>,
): Promise<void> {
  try {
    await manager.transaction(open);
    if (settle) await settleOpening(manager, place, now);
  } catch (error) {
    if (isUnavailable(error)) throw error;
    const made = await setAside(manager, { ...place, obligationId: null }, error, now);
    if (!made) return;
    const { programmeId, ...data } = place;
    const why = reasonOf(error);
    await writeHistory(manager, [{ at: now, act: 'set-aside', actor: ENGINE, programmeId, why, data }]);
  }
}

interface DueRound extends CadenceInForce {
  readonly programmeId: number;
  readonly slot: Slot;
  readonly terms: Terms;
}

async function openRound(
  manager: EntityManager,
  { programmeId, cadence, cadenceId, policyId, slot, terms }: DueRound,
  now: Instant,
  graceMs: number,
): Promise<number[]> {
  const late = slot.opensAt < now - graceMs;
  const openedAt = late ? now : slot.opensAt;
  const round = await ensureRound(manager, {
    programmeId,
    cadenceKey: cadence.key,
    periodKey: slot.period.key,
    name: cadence.name,
    policyId,
    cadenceId,
    omitProposals: false,
    opensAt: slot.opensAt,
    openedAt,
    provisional: slot.provisional,
    arithmetic: slot.arithmetic,
  });
  const projects: { id: number }[] = await manager.query(
    `SELECT id FROM project WHERE programme_id = $1 AND state = 'launched' AND launched_at <= $2 ORDER BY number FOR SHARE`,
    [programmeId, stamp(slot.opensAt)],
  );
  const openings = projects.map(
    ({ id }): Opening => ({
      projectId: id,
      cadenceKey: cadence.key,
      periodKey: slot.period.key,
      owedBy: cadence.owedBy ?? 'unit',
      caseId: null,
      survivesClose: false,
      provisional: slot.provisional,
      late,
      arithmetic: null,
      profile: 'report',
      dueAt: slot.dueAt,
      openedAt,
    }),
  );
  const place = { roundId: round.id, programmeId, cadenceKey: cadence.key, periodKey: slot.period.key };
  return (await addObligations(manager, place, openings, terms, ENGINE)).clockIds;
}

/** A cadence of a programme in force. */
export interface CadenceInForce {
  readonly cadence: Cadence;
  readonly cadenceId: number;
  /** It issues no round that should have opened before: a new version looks forward only. */
  readonly since: Instant;
  /** The policy version that follows up the rounds it issues from now on. */
  readonly policyId: number;
}

/** The cadences of a programme in force, each with the policy version that follows it up. */
export async function cadencesInForce(manager: EntityManager, programmeId: number): Promise<CadenceInForce[]> {
  const policies = await programmePolicies(manager, programmeId);
  const rows: { id: number; document: Cadence; created_at: Date }[] = await manager.query(
    'SELECT id, document, created_at FROM cadence WHERE programme_id = $1 AND replaced_at IS NULL ORDER BY ordinal',
    [programmeId],
  );
  return rows.map(({ id, document, created_at }) => {
    const policy = policies.find((version) => version.document.key === document.policy) ?? policies[0];
    if (!policy) throw new Error(`programme ${programmeId} has no policy`);
    return { cadence: document, cadenceId: id, since: instantOf(created_at), policyId: policy.id };
  });
}

async function openedSlots(manager: EntityManager, programmeId: number): Promise<string[]> {
  const rows: { slot: string }[] = await manager.query(
    `SELECT cadence_key || '/' || period_key AS slot FROM round WHERE programme_id = $1`,
    [programmeId],
  );
  return rows.map(({ slot }) => slot);
}
