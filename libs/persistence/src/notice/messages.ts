import { type Instant, MESSAGE_TRANSITIONS, type MessageAct, type MessageState } from '@duban/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { instantOf, instantOrNull, stamp } from '../bulk.js';
import { heldAt } from '../organization/repository.js';

/** One move of a message, with what it needs. What a move leaves out stays as it is. */
export interface MessageMove {
  readonly messageId: number;
  readonly act: MessageAct;
  readonly at: Instant;
  /** In Chinese, shown to people. */
  readonly reason?: string | null;
  /** The worker that moves it must hold this lease; for `claim` it is the new one. */
  readonly lease?: string;
  readonly leaseUntil?: Instant;
  /** When it may be tried (again). */
  readonly nextAt?: Instant;
  /** The person who acts; a worker has none. */
  readonly actorId?: number | null;
  /** The row version the person saw. */
  readonly version?: number;
}

/** $3 the lease that must be held, $6 the act. Settled is what no worker touches again by itself. */
const MOVE = `
  WITH old AS (
    SELECT id, state FROM message
    WHERE id = $1 AND state = ANY($2) AND ($3::text IS NULL OR lease = $3) AND ($4::int IS NULL OR version = $4)
    FOR UPDATE),
  moved AS (
    UPDATE message m SET
      state = $5, version = m.version + 1, reason = $7,
      settled_at = CASE WHEN $5 IN ('sent','unknown','dead','abandoned') THEN $8::timestamptz END,
      lease = CASE $6 WHEN 'claim' THEN $9 ELSE m.lease END,
      lease_until = $10::timestamptz,
      begun_at = CASE WHEN $5 IN ('sent','unknown') THEN m.begun_at END,
      next_at = COALESCE($11::timestamptz, m.next_at),
      attempts = CASE $6 WHEN 'claim' THEN m.attempts + 1 WHEN 'retry' THEN 0 ELSE m.attempts END,
      resends = m.resends + CASE $6 WHEN 'retry' THEN 1 ELSE 0 END
    FROM old WHERE m.id = old.id RETURNING m.id, old.state AS was)
  INSERT INTO message_event (message_id, at, act, state_from, state_to, actor_id, reason)
  SELECT id, $8::timestamptz, $6, was, $5, $12::bigint, $7 FROM moved RETURNING message_id`;

/**
 * Moves a message along its table and writes the move down, in one statement.
 * @returns false when it is not (any more) in a state, lease or version from which this move is possible
 */
export async function moveMessage(from: DataSource | EntityManager, move: MessageMove): Promise<boolean> {
  const { from: states, to } = MESSAGE_TRANSITIONS[move.act];
  const claims = move.act === 'claim';
  const rows: unknown[] = await from.query(MOVE, [
    move.messageId,
    states,
    claims ? null : (move.lease ?? null),
    move.version ?? null,
    to,
    move.act,
    move.reason ?? null,
    stamp(move.at),
    claims ? (move.lease ?? null) : null,
    claims ? stamp(move.leaseUntil ?? move.at) : null,
    stamp(move.nextAt ?? null),
    move.actorId ?? null,
  ]);
  return rows.length > 0;
}

/**
 * Writes down that the next byte may make the other side accept the message. The lease must still be held.
 * @returns false when it is not: somebody else decides about the message now, and nothing may be sent
 */
export async function markBegun(from: DataSource, messageId: number, lease: string, at: Instant): Promise<boolean> {
  const rows: unknown[] = await from.query(
    `WITH begun AS (
       UPDATE message SET begun_at = $3 WHERE id = $1 AND lease = $2 AND state = 'sending' RETURNING id)
     INSERT INTO message_event (message_id, at, act, state_from, state_to)
     SELECT id, $3, 'begin', 'sending', 'sending' FROM begun RETURNING message_id`,
    [messageId, lease, stamp(at)],
  );
  return rows.length > 0;
}

/** Keeps a message for its worker while it is being sent. */
export async function renewLease(from: DataSource, messageId: number, lease: string, until: Instant): Promise<void> {
  await from.query(`UPDATE message SET lease_until = $3 WHERE id = $1 AND lease = $2 AND state = 'sending'`, [
    messageId,
    lease,
    stamp(until),
  ]);
}

/** Messages whose worker has not been heard of for longer than its lease. */
export async function expiredLeases(
  from: DataSource,
  channelId: number,
  now: Instant,
): Promise<{ messageId: number; lease: string; begun: boolean; attempts: number }[]> {
  return from.query(
    `SELECT id AS "messageId", lease, begun_at IS NOT NULL AS begun, attempts FROM message
     WHERE channel_id = $1 AND state = 'sending' AND lease_until < $2 ORDER BY id`,
    [channelId, stamp(now)],
  );
}

/** Whose days a message keeps to: its programme's, or those of the region where its person holds every post. */
export interface Place {
  readonly programmeId: number;
  /** The organization whose own days hold there; null for the programme's. */
  readonly regionId: number | null;
}

/**
 * SQL, at the instant in that parameter: `placed`, the region of each person who holds posts only where an organization's
 * own days hold (of several, the one that has been there longest). Empty, and cheap, where nobody has days of his own.
 */
const placed = (parameter: string): string => `WITH RECURSIVE own AS MATERIALIZED (
    SELECT l.organization_id AS id FROM (
      SELECT DISTINCT ON (organization_id) organization_id, days FROM calendar_layer
      ORDER BY organization_id, version DESC) l WHERE l.days <> '[]'::jsonb),
  regional AS (
    SELECT id, id AS nearest FROM own
    UNION ALL SELECT o.id, r.nearest FROM organization o JOIN regional r ON o.parent_id = r.id
      WHERE o.id NOT IN (SELECT id FROM own)),
  placed AS MATERIALIZED (
    SELECT a.person_id, min(r.nearest) AS region_id
    FROM appointment a JOIN post t ON t.id = a.post_id LEFT JOIN regional r ON r.id = t.organization_id
    WHERE EXISTS (SELECT FROM own) AND ${heldAt(parameter)}
    GROUP BY a.person_id HAVING bool_and(r.id IS NOT NULL))`;

/** Messages that wait, by whose days they keep to: when the earliest may be tried, and how many there are. */
export interface Waiting extends Place {
  readonly urgent: boolean;
  readonly nextAt: Instant;
  readonly count: number;
}

/** @param now who holds which posts then */
export async function waitingMessages(
  from: DataSource | EntityManager,
  channelId: number,
  now: Instant,
): Promise<Waiting[]> {
  const rows: (Omit<Waiting, 'nextAt'> & { nextAt: Date })[] = await from.query(
    `${placed('$2')}
     SELECT m.programme_id AS "programmeId", d.region_id AS "regionId", m.urgent, min(m.next_at) AS "nextAt",
            count(*)::int AS count
     FROM message m LEFT JOIN placed d ON d.person_id = m.person_id
     WHERE m.channel_id = $1 AND m.state IN ('queued','failed') GROUP BY m.programme_id, d.region_id, m.urgent`,
    [channelId, stamp(now)],
  );
  return rows.map((row) => ({ ...row, nextAt: instantOf(row.nextAt) }));
}

/** When the first lease of a channel runs out; null when nothing is being sent. */
export async function firstLeaseEnd(from: DataSource, channelId: number): Promise<Instant | null> {
  const rows: { at: Date | null }[] = await from.query(
    `SELECT min(lease_until) AS at FROM message WHERE channel_id = $1 AND state = 'sending'`,
    [channelId],
  );
  return instantOrNull(rows[0]?.at ?? null);
}

/** The next message that may be sent now, locked; urgent ones first. Those another worker is at are passed over. */
export async function lockNextMessage(
  manager: EntityManager,
  channelId: number,
  now: Instant,
  working: readonly Place[],
): Promise<number | undefined> {
  const rows: { id: number }[] = await manager.query(
    `${placed('$2')}
     SELECT m.id FROM message m LEFT JOIN placed d ON d.person_id = m.person_id
     WHERE m.channel_id = $1 AND m.state IN ('queued','failed') AND m.next_at <= $2
       AND (m.urgent OR (m.programme_id, coalesce(d.region_id, 0)) IN (
         SELECT * FROM unnest($3::bigint[], $4::bigint[])))
     ORDER BY m.urgent DESC, m.next_at, m.id LIMIT 1 FOR UPDATE OF m SKIP LOCKED`,
    [
      channelId,
      stamp(now),
      working.map(({ programmeId }) => programmeId),
      working.map(({ regionId }) => regionId ?? 0),
    ],
  );
  return rows[0]?.id;
}

/** A message as its sender needs it. */
export interface Outgoing {
  readonly messageId: number;
  readonly digestKey: string;
  readonly attempts: number;
  readonly state: MessageState;
  /** Where the person is found, if the person wants to be found there. */
  readonly address: string | null;
  readonly lines: readonly OutgoingLine[];
}

export interface OutgoingLine {
  readonly noticeSeq: number;
  readonly action: string;
  readonly rungKey: string;
  readonly title: string;
  readonly projectTitle: string;
  readonly periodKey: string;
  /** What it asks for has been done, handed in or put off since. */
  readonly overtaken: boolean;
  /** The post has passed to a successor since, who has a notice of his own of it. */
  readonly handedOver: boolean;
}

/** A message with its address and its notices, read from the record as it is now. */
export async function readOutgoing(from: DataSource | EntityManager, messageId: number): Promise<Outgoing> {
  const [message]: Omit<Outgoing, 'lines'>[] = await from.query(
    `SELECT m.id AS "messageId", m.digest_key AS "digestKey", m.attempts, m.state, a.address
     FROM message m JOIN channel c ON c.id = m.channel_id
     LEFT JOIN address a ON a.person_id = m.person_id AND a.channel = c.name AND a.wanted WHERE m.id = $1`,
    [messageId],
  );
  if (!message) throw new Error(`message ${messageId} is not in the record`);
  const lines: OutgoingLine[] = await from.query(
    `SELECT n.seq AS "noticeSeq", n.action, n.rung_key AS "rungKey", n.title, p.title AS "projectTitle",
            o.period_key AS "periodKey",
            o.ended_at IS NOT NULL OR o.state NOT IN ('open','received','returned') OR o.due_revision <> n.due_revision
              AS overtaken,
            n.handed_over_at IS NOT NULL AS "handedOver"
     FROM message_notice mn JOIN notice n ON n.seq = mn.notice_seq
     JOIN obligation o ON o.id = n.obligation_id JOIN project p ON p.id = o.project_id
     WHERE mn.message_id = $1 ORDER BY n.seq`,
    [messageId],
  );
  return { ...message, lines };
}
