import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { bulkInsert, instantOrNull, LAST_INSTANT, onlyRow, stamp } from '../bulk.js';

/** What a clock needs to know to advance: whose it is and under which version of which rules. */
export interface ClockContext {
  readonly clockId: number;
  readonly closed: boolean;
  readonly roundId: number;
  readonly roundName: string;
  readonly cadenceKey: string;
  readonly programmeId: number;
  readonly policyId: number;
  readonly omitProposals: boolean;
  readonly urgent: boolean;
  readonly calendarId: number;
}

/** A clock with its round's rules; undefined when there is none. */
export async function readClock(manager: EntityManager, clockId: number): Promise<ClockContext | undefined> {
  const rows: ClockContext[] = await manager.query(
    `SELECT c.id AS "clockId", c.closed_at IS NOT NULL AS closed, r.id AS "roundId", r.name AS "roundName",
            r.cadence_key AS "cadenceKey", r.programme_id AS "programmeId", r.policy_id AS "policyId",
            r.omit_proposals AS "omitProposals", r.urgent, p.calendar_id AS "calendarId"
     FROM clock c JOIN round r ON r.id = c.round_id JOIN programme p ON p.id = r.programme_id WHERE c.id = $1`,
    [clockId],
  );
  return rows[0];
}

export interface NewRound {
  readonly programmeId: number;
  readonly cadenceKey: string;
  readonly periodKey: string;
  readonly name: string;
  readonly policyId: number;
  /** The version of the cadence that issues it; none for what no cadence issues. */
  readonly cadenceId?: number | null;
  readonly omitProposals: boolean;
  readonly urgent?: boolean;
  readonly opensAt: Instant;
  readonly openedAt: Instant;
  readonly provisional: boolean;
  readonly arithmetic: string | null;
}

/** Makes a round, or finds the one of that slot: a slot is a round once, whoever asks how often. */
export async function ensureRound(
  manager: EntityManager,
  round: NewRound,
): Promise<{ id: number; made: boolean; policyId: number }> {
  const made = await bulkInsert<{ id: number }>(
    manager,
    'round',
    {
      programme_id: 'bigint',
      cadence_key: 'text',
      period_key: 'text',
      name: 'text',
      policy_id: 'bigint',
      cadence_id: 'bigint',
      omit_proposals: 'boolean',
      urgent: 'boolean',
      opens_at: 'timestamptz',
      opened_at: 'timestamptz',
      provisional: 'boolean',
      arithmetic: 'text',
    },
    [
      {
        programme_id: round.programmeId,
        cadence_key: round.cadenceKey,
        period_key: round.periodKey,
        name: round.name,
        policy_id: round.policyId,
        cadence_id: round.cadenceId ?? null,
        omit_proposals: round.omitProposals,
        urgent: round.urgent ?? false,
        opens_at: stamp(round.opensAt),
        opened_at: stamp(round.openedAt),
        provisional: round.provisional,
        arithmetic: round.arithmetic,
      },
    ],
    'ON CONFLICT ON CONSTRAINT round_slot DO NOTHING RETURNING id',
  );
  if (made[0]) return { id: made[0].id, made: true, policyId: round.policyId };
  const found: { id: number; policyId: number }[] = await manager.query(
    'SELECT id, policy_id AS "policyId" FROM round WHERE programme_id = $1 AND cadence_key = $2 AND period_key = $3',
    [round.programmeId, round.cadenceKey, round.periodKey],
  );
  if (!found[0]) throw new Error('the round of a slot vanished');
  return { ...found[0], made: false };
}

/** The open clocks of a round with the number of obligations each holds, locked so that two writers do not overfill. */
export async function lockRoundClocks(
  manager: EntityManager,
  roundId: number,
): Promise<{ id: number; shard: number; closed: boolean; size: number }[]> {
  await manager.query('SELECT id FROM round WHERE id = $1 FOR NO KEY UPDATE', [roundId]);
  return manager.query(
    `SELECT c.id, c.shard, c.closed_at IS NOT NULL AS closed,
            (SELECT count(*)::int FROM obligation o WHERE o.clock_id = c.id) AS size
     FROM clock c WHERE c.round_id = $1 ORDER BY c.shard`,
    [roundId],
  );
}

export async function insertClock(
  manager: EntityManager,
  roundId: number,
  shard: number,
  workflowId: string,
): Promise<number> {
  const rows: { id: number }[] = await manager.query(
    'INSERT INTO clock (round_id, shard, workflow_id) VALUES ($1, $2, $3) RETURNING id',
    [roundId, shard, workflowId],
  );
  return onlyRow(rows).id;
}

/**
 * When a clock has to look again, and whether anything in it is still alive. `lost`: something in it would never wake,
 * for no instant stands there that can be read.
 */
export async function clockOutlook(
  manager: EntityManager,
  clockId: number,
): Promise<{ nextWakeAt: Instant | null; alive: boolean; lost: boolean }> {
  const rows: { next: Date | null; alive: boolean; lost: boolean }[] = await manager.query(
    `SELECT (SELECT min(next_wake_at) FROM obligation WHERE clock_id = $1 AND next_wake_at <= ${LAST_INSTANT}) AS next,
            EXISTS (SELECT 1 FROM obligation WHERE clock_id = $1 AND next_wake_at > ${LAST_INSTANT}) AS lost,
            EXISTS (SELECT 1 FROM obligation WHERE clock_id = $1 AND ended_at IS NULL) AS alive`,
    [clockId],
  );
  const { next, alive, lost } = onlyRow(rows);
  return { nextWakeAt: instantOrNull(next), alive, lost };
}

export async function closeClock(manager: EntityManager, clockId: number, now: Instant): Promise<void> {
  await manager.query('UPDATE clock SET closed_at = $2 WHERE id = $1 AND closed_at IS NULL', [clockId, stamp(now)]);
}

/** Asks clocks to look again. The rows are announced by a trigger and turned into signals by the relay. */
export async function pokeClocks(manager: EntityManager, clockIds: readonly number[], now: Instant): Promise<void> {
  await bulkInsert(
    manager,
    'poke',
    { clock_id: 'bigint', created_at: 'timestamptz' },
    [...new Set(clockIds)].map((clockId) => ({ clock_id: clockId, created_at: stamp(now) })),
  );
}

/** Asks a programme's period clock to look again. */
export async function pokeProgramme(manager: EntityManager, programmeId: number, now: Instant): Promise<void> {
  await manager.query('INSERT INTO poke (programme_id, created_at) VALUES ($1, $2)', [programmeId, stamp(now)]);
}

/** Asks a channel's delivery to look again. */
export async function pokeChannel(manager: EntityManager, channelId: number, now: Instant): Promise<void> {
  await manager.query('INSERT INTO poke (channel_id, created_at) VALUES ($1, $2)', [channelId, stamp(now)]);
}
