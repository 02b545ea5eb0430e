import type { Bucket, Instant } from '@duban/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { bulkInsert, instantOrNull, onlyRow, stamp } from '../bulk.js';

/** A channel as the record knows it. */
export interface ChannelRow {
  readonly channelId: number;
  readonly name: string;
}

/**
 * Writes down which channels this installation is set up for; those it is not set up for any more are switched off, and
 * what waits there keeps waiting.
 */
export async function enableChannels(from: DataSource, names: readonly string[], now: Instant): Promise<ChannelRow[]> {
  return from.transaction(async (manager) => {
    await manager.query(
      'UPDATE channel SET enabled = false, changed_at = $2 WHERE enabled AND name <> ALL($1::text[])',
      [names, stamp(now)],
    );
    await manager.query(
      `INSERT INTO channel (name, enabled, changed_at) SELECT name, true, $2 FROM unnest($1::text[]) AS name
       ON CONFLICT (name) DO UPDATE SET enabled = true, changed_at = EXCLUDED.changed_at WHERE NOT channel.enabled`,
      [names, stamp(now)],
    );
    return enabledChannels(manager);
  });
}

/** Channels that are switched on. */
export async function enabledChannels(from: DataSource | EntityManager): Promise<ChannelRow[]> {
  return from.query('SELECT id AS "channelId", name FROM channel WHERE enabled ORDER BY id');
}

/** A channel by its id; undefined when there is none or it is switched off. */
export async function enabledChannel(from: DataSource, channelId: number): Promise<ChannelRow | undefined> {
  const rows: ChannelRow[] = await from.query('SELECT id AS "channelId", name FROM channel WHERE id = $1 AND enabled', [
    channelId,
  ]);
  return rows[0];
}

/** The token bucket of a channel, locked: whoever holds it is the only one who takes. */
export async function lockBucket(manager: EntityManager, channelId: number): Promise<Bucket> {
  const rows: { full_at: Date | null }[] = await manager.query(
    'SELECT full_at FROM channel WHERE id = $1 FOR NO KEY UPDATE',
    [channelId],
  );
  return instantOrNull(onlyRow(rows).full_at);
}

/** The token bucket of a channel, to look at. */
export async function readBucket(from: DataSource, channelId: number): Promise<Bucket> {
  const rows: { full_at: Date | null }[] = await from.query('SELECT full_at FROM channel WHERE id = $1', [channelId]);
  return instantOrNull(onlyRow(rows).full_at);
}

export async function saveBucket(manager: EntityManager, channelId: number, bucket: Bucket): Promise<void> {
  await manager.query('UPDATE channel SET full_at = $2 WHERE id = $1', [channelId, stamp(bucket)]);
}

interface ToTell {
  readonly seqs: number[];
  readonly personId: number;
  readonly programmeId: number;
  readonly urgent: boolean;
  readonly causeKey: string;
}

/**
 * Puts the notices of effects into the messages of one channel: for each person who wants to be told this way, into
 * the message that waits already, else into a new one. A notice that is in a message of the channel is left alone.
 * @param gatherMs how long a message waits for more, unless it is urgent
 * @returns whether there is a new message, so that the channel's delivery has to look
 */
export async function queueMessages(
  manager: EntityManager,
  effectIds: readonly number[],
  { channelId, name }: ChannelRow,
  now: Instant,
  gatherMs: number,
): Promise<boolean> {
  const groups: ToTell[] = await manager.query(
    `SELECT array_agg(n.seq ORDER BY n.seq) AS seqs, n.person_id AS "personId", p.programme_id AS "programmeId", n.urgent,
            e.cause_key AS "causeKey"
     FROM notice n JOIN effect e ON e.id = n.effect_id
     JOIN obligation o ON o.id = n.obligation_id JOIN project p ON p.id = o.project_id
     JOIN address a ON a.person_id = n.person_id AND a.channel = $3 AND a.wanted
     WHERE n.effect_id = ANY($1) AND NOT EXISTS (
       SELECT 1 FROM message_notice mn WHERE mn.notice_seq = n.seq AND mn.channel_id = $2)
     GROUP BY n.person_id, p.programme_id, n.urgent, e.cause_key
     ORDER BY n.person_id, p.programme_id, n.urgent, e.cause_key`,
    [effectIds, channelId, name],
  );
  let made = false;
  for (const group of groups) {
    const waiting = await lockWaitingMessage(manager, channelId, group);
    const messageId = waiting ?? (await insertMessage(manager, { channelId, name }, group, now, gatherMs));
    await bulkInsert(
      manager,
      'message_notice',
      { notice_seq: 'bigint', channel_id: 'bigint', message_id: 'bigint' },
      group.seqs.map((seq) => ({ notice_seq: Number(seq), channel_id: channelId, message_id: messageId })),
      'ON CONFLICT DO NOTHING',
    );
    made ||= waiting === undefined;
  }
  return made;
}

/**
 * The message to the person that waits and may still grow. One that a person had sent again may not: the receiver may
 * know its Message-ID already, and would throw away what was added.
 */
async function lockWaitingMessage(
  manager: EntityManager,
  channelId: number,
  group: ToTell,
): Promise<number | undefined> {
  // Two wakes that tell one person at once would otherwise each make a message.
  await manager.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [group.personId]);
  const rows: { id: number }[] = await manager.query(
    `SELECT id FROM message
     WHERE person_id = $1 AND channel_id = $2 AND programme_id = $3 AND urgent = $4 AND resends = 0
       AND state IN ('queued','failed') ORDER BY id LIMIT 1 FOR UPDATE`,
    [group.personId, channelId, group.programmeId, group.urgent],
  );
  return rows[0]?.id;
}

async function insertMessage(
  manager: EntityManager,
  { channelId, name }: ChannelRow,
  group: ToTell,
  now: Instant,
  gatherMs: number,
): Promise<number> {
  const key = `${name}/${group.causeKey}/${group.personId}/${group.programmeId}${group.urgent ? '/urgent' : ''}`;
  const nextAt = group.urgent ? now : now + gatherMs;
  const rows: { id: number }[] = await manager.query(
    `WITH made AS (
       INSERT INTO message (channel_id, person_id, programme_id, urgent, digest_key, queued_at, next_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id)
     INSERT INTO message_event (message_id, at, act, state_to) SELECT id, $6, 'queue', 'queued' FROM made
     RETURNING message_id AS id`,
    [channelId, group.personId, group.programmeId, group.urgent, key, stamp(now), stamp(nextAt)],
  );
  return onlyRow(rows).id;
}
