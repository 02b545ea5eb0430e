import { DomainError, EFFECT_TRANSITIONS, type Instant } from '@duban/domain';
import { type ChannelRow, correlate, isUnavailable, pokeChannel, queueMessages } from '@duban/persistence';
import type { EffectOutcome } from '@duban/workflows';
import type { DataSource, EntityManager } from 'typeorm';
import { IN_APP } from './compose.js';

/** After this many attempts an effect is dead: it stays in the record with its error. */
export const MOST_ATTEMPTS = 10;

/** The channels into whose messages notices go besides the inbox; none where none is set up. */
export interface Outward {
  readonly channels: readonly ChannelRow[];
  readonly gatherMs: number;
}

const INBOX_ONLY: Outward = { channels: [], gatherMs: 0 };

interface EffectRow {
  readonly id: number;
  readonly kind: string;
  readonly attempts: number;
  readonly lastError: string | null;
  readonly requestId: string | null;
}

/**
 * Performs an effect at most once: what it does and the mark that it is done are one transaction, and performing it
 * again answers as the first time. Attempts are counted before they begin, so that an effect which kills its worker
 * also comes to an end.
 * @throws DomainError UNKNOWN_EFFECT, EFFECT_NOT_FOUND: trying again is useless (the row is marked dead)
 * @param outward the channels whose messages the notices join; sending them is the channels' own business
 * @throws whatever the record threw, when it should be tried again
 */
export async function performEffect(
  dataSource: DataSource,
  effectId: number,
  now: Instant,
  outward: Outward = INBOX_ONLY,
): Promise<EffectOutcome> {
  const effect = await claim(dataSource, effectId);
  if (typeof effect === 'string') return effect;
  correlate(effect.requestId);
  if (effect.attempts > MOST_ATTEMPTS) {
    await bury(dataSource, effectId, now, effect.lastError ?? '多次执行中断，原因不明');
    return 'dead';
  }
  try {
    await dataSource.transaction((manager) => perform(manager, effect, now, outward));
    return 'done';
  } catch (error) {
    const reason = messageOf(error);
    if (error instanceof DomainError) {
      await bury(dataSource, effectId, now, reason);
      throw error;
    }
    if (effect.attempts >= MOST_ATTEMPTS) {
      await bury(dataSource, effectId, now, reason);
      return 'dead';
    }
    await dataSource.query('UPDATE effect SET last_error = $2 WHERE id = $1', [effectId, reason]);
    throw error;
  }
}

/**
 * Performs effects that time caused and nobody has tried yet in one transaction, so that a wake which tells hundreds of
 * people costs a few statements. When one of them cannot be performed none is: what goes wrong with whom is found out
 * one by one. So are those a person caused, each on behalf of its request.
 * @param outward as for `performEffect`
 * @returns the effects that are still pending, for `performEffect`
 * @throws whatever the record threw when it could not be reached
 */
export async function performEffects(
  dataSource: DataSource,
  effectIds: readonly number[],
  now: Instant,
  outward: Outward = INBOX_ONLY,
): Promise<number[]> {
  const fresh = await claimFresh(dataSource, effectIds);
  if (fresh.length > 0) {
    try {
      await dataSource.transaction((manager) => deliverTogether(manager, fresh, now, outward));
    } catch (error) {
      if (isUnavailable(error)) throw error;
      await noteError(dataSource, fresh, error);
    }
  }
  const left: { id: number }[] = await dataSource.query(
    `SELECT id FROM effect WHERE id = ANY($1) AND state = 'pending' ORDER BY id`,
    [effectIds],
  );
  return left.map(({ id }) => id);
}

/** Counts the first attempt of those that may go together; one that was tried before could fail the others again. */
async function claimFresh(dataSource: DataSource, effectIds: readonly number[]): Promise<number[]> {
  const [claimed]: [{ id: number }[], number] = await dataSource.query(
    `UPDATE effect SET attempts = 1
     WHERE id = ANY($1) AND state = 'pending' AND attempts = 0 AND request_id IS NULL AND kind = 'deliver-notices'
     RETURNING id`,
    [effectIds],
  );
  return claimed.map(({ id }) => id);
}

async function deliverTogether(
  manager: EntityManager,
  effectIds: readonly number[],
  now: Instant,
  outward: Outward,
): Promise<void> {
  const held: { id: number }[] = await manager.query(
    `SELECT id FROM effect WHERE id = ANY($1) AND state = 'pending' ORDER BY id FOR UPDATE`,
    [effectIds],
  );
  const ids = held.map(({ id }) => id);
  await deliverNotices(manager, ids, now, outward);
  await finish(manager, ids, now);
}

async function noteError(dataSource: DataSource, effectIds: readonly number[], error: unknown): Promise<void> {
  await dataSource.query(`UPDATE effect SET last_error = $2 WHERE id = ANY($1) AND state = 'pending'`, [
    effectIds,
    messageOf(error),
  ]);
}

async function finish(manager: EntityManager, effectIds: readonly number[], now: Instant): Promise<void> {
  await manager.query('UPDATE effect SET state = $3, done_at = $2, last_error = NULL WHERE id = ANY($1)', [
    effectIds,
    new Date(now),
    EFFECT_TRANSITIONS.finish.to,
  ]);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Counts an attempt; an effect that is done or dead answers as it stands. */
async function claim(dataSource: DataSource, effectId: number): Promise<EffectRow | EffectOutcome> {
  const [claimed]: [EffectRow[], number] = await dataSource.query(
    `UPDATE effect SET attempts = attempts + 1 WHERE id = $1 AND state = 'pending'
     RETURNING id, kind, attempts, last_error AS "lastError", request_id AS "requestId"`,
    [effectId],
  );
  if (claimed[0]) return claimed[0];
  const settled: { state: EffectOutcome }[] = await dataSource.query('SELECT state FROM effect WHERE id = $1', [
    effectId,
  ]);
  if (!settled[0]) throw new DomainError('EFFECT_NOT_FOUND', '待办效果不存在，请核对数据库是否被替换', { effectId });
  return settled[0].state;
}

async function perform(manager: EntityManager, effect: EffectRow, now: Instant, outward: Outward): Promise<void> {
  // Two workers with the same effect: the second waits here and finds it done.
  const held: { state: string }[] = await manager.query('SELECT state FROM effect WHERE id = $1 FOR UPDATE', [
    effect.id,
  ]);
  if (held[0]?.state !== 'pending') return;
  switch (effect.kind) {
    case 'deliver-notices':
      await deliverNotices(manager, [effect.id], now, outward);
      break;
    default:
      throw new DomainError('UNKNOWN_EFFECT', `不认识的效果类型“${effect.kind}”，请升级后台程序`, {
        kind: effect.kind,
      });
  }
  await finish(manager, [effect.id], now);
}

async function deliverNotices(
  manager: EntityManager,
  effectIds: readonly number[],
  now: Instant,
  outward: Outward,
): Promise<void> {
  const foreign: { channel: string }[] = await manager.query(
    'SELECT channel FROM notice WHERE effect_id = ANY($1) AND channel <> $2 LIMIT 1',
    [effectIds, IN_APP],
  );
  if (foreign[0]) {
    const { channel } = foreign[0];
    throw new DomainError('UNKNOWN_CHANNEL', `不认识的送达渠道“${channel}”，请升级后台程序`, { channel });
  }
  // To a vacant post nothing is delivered: the notice stays in the record, and says so.
  await manager.query(
    'UPDATE notice SET delivered_at = $2 WHERE effect_id = ANY($1) AND delivered_at IS NULL AND person_id IS NOT NULL',
    [effectIds, new Date(now)],
  );
  for (const channel of outward.channels) {
    const anew = await queueMessages(manager, effectIds, channel, now, outward.gatherMs);
    if (anew) await pokeChannel(manager, channel.channelId, now);
  }
}

async function bury(dataSource: DataSource, effectId: number, now: Instant, reason: string): Promise<void> {
  await dataSource.query(
    'UPDATE effect SET state = $4, done_at = $2, last_error = $3 WHERE id = $1 AND state = ANY($5)',
    [effectId, new Date(now), reason, EFFECT_TRANSITIONS.bury.to, EFFECT_TRANSITIONS.bury.from],
  );
}
