import { DomainError, EFFECT_TRANSITIONS, type Instant } from '@duban/domain';
import { type ChannelRow, correlate, pokeChannel, queueMessages } from '@duban/persistence';
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
    const reason = error instanceof Error ? error.message : String(error);
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
      await deliverNotices(manager, effect.id, now, outward);
      break;
    default:
      throw new DomainError('UNKNOWN_EFFECT', `不认识的效果类型“${effect.kind}”，请升级后台程序`, {
        kind: effect.kind,
      });
  }
  await manager.query('UPDATE effect SET state = $3, done_at = $2, last_error = NULL WHERE id = $1', [
    effect.id,
    new Date(now),
    EFFECT_TRANSITIONS.finish.to,
  ]);
}

async function deliverNotices(manager: EntityManager, effectId: number, now: Instant, outward: Outward): Promise<void> {
  const foreign: { channel: string }[] = await manager.query(
    'SELECT channel FROM notice WHERE effect_id = $1 AND channel <> $2 LIMIT 1',
    [effectId, IN_APP],
  );
  if (foreign[0]) {
    const { channel } = foreign[0];
    throw new DomainError('UNKNOWN_CHANNEL', `不认识的送达渠道“${channel}”，请升级后台程序`, { channel });
  }
  // To a vacant post nothing is delivered: the notice stays in the record, and says so.
  await manager.query(
    'UPDATE notice SET delivered_at = $2 WHERE effect_id = $1 AND delivered_at IS NULL AND person_id IS NOT NULL',
    [effectId, new Date(now)],
  );
  for (const channel of outward.channels) {
    const anew = await queueMessages(manager, effectId, channel, now, outward.gatherMs);
    if (anew) await pokeChannel(manager, channel.channelId, now);
  }
}

async function bury(dataSource: DataSource, effectId: number, now: Instant, reason: string): Promise<void> {
  await dataSource.query(
    'UPDATE effect SET state = $4, done_at = $2, last_error = $3 WHERE id = $1 AND state = ANY($5)',
    [effectId, new Date(now), reason, EFFECT_TRANSITIONS.bury.to, EFFECT_TRANSITIONS.bury.from],
  );
}
