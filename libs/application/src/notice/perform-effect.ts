import { DomainError, EFFECT_TRANSITIONS, type Instant } from '@duban/domain';
import type { EffectOutcome } from '@duban/workflows';
import type { DataSource, EntityManager } from 'typeorm';
import { IN_APP } from './compose.js';

/** After this many attempts an effect is dead: it stays in the record with its error. */
export const MOST_ATTEMPTS = 10;

/** One notice as a channel sends it: title and link only, never the content. */
export interface Delivery {
  readonly noticeSeq: number;
  readonly personId: number | null;
  readonly title: string;
}

/**
 * A way to people. Throws when nothing was sent and sending may be tried again. What is handed over in one call is one
 * recipient's digest of one wake.
 */
export interface Channel {
  readonly name: string;
  send(deliveries: readonly Delivery[], manager: EntityManager): Promise<void>;
}

/** In the application itself: the notice lies in the recipient's list as soon as it is marked delivered. */
const inApp: Channel = { name: IN_APP, send: async () => undefined };

interface EffectRow {
  readonly id: number;
  readonly kind: string;
  readonly attempts: number;
  readonly lastError: string | null;
}

/**
 * Performs an effect at most once: what it does and the mark that it is done are one transaction, and performing it
 * again answers as the first time. Attempts are counted before they begin, so that an effect which kills its worker
 * also comes to an end.
 * @throws DomainError UNKNOWN_EFFECT, EFFECT_NOT_FOUND: trying again is useless (the row is marked dead)
 * @throws whatever the channel or the record threw, when it should be tried again
 */
export async function performEffect(
  dataSource: DataSource,
  effectId: number,
  now: Instant,
  channels: readonly Channel[] = [inApp],
): Promise<EffectOutcome> {
  const effect = await claim(dataSource, effectId);
  if (typeof effect === 'string') return effect;
  if (effect.attempts > MOST_ATTEMPTS) {
    await bury(dataSource, effectId, now, effect.lastError ?? '多次执行中断，原因不明');
    return 'dead';
  }
  try {
    await dataSource.transaction((manager) => perform(manager, effect, now, channels));
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
     RETURNING id, kind, attempts, last_error AS "lastError"`,
    [effectId],
  );
  if (claimed[0]) return claimed[0];
  const settled: { state: EffectOutcome }[] = await dataSource.query('SELECT state FROM effect WHERE id = $1', [
    effectId,
  ]);
  if (!settled[0]) throw new DomainError('EFFECT_NOT_FOUND', '待办效果不存在，请核对数据库是否被替换', { effectId });
  return settled[0].state;
}

async function perform(
  manager: EntityManager,
  effect: EffectRow,
  now: Instant,
  channels: readonly Channel[],
): Promise<void> {
  // Two workers with the same effect: the second waits here and finds it done.
  const held: { state: string }[] = await manager.query('SELECT state FROM effect WHERE id = $1 FOR UPDATE', [
    effect.id,
  ]);
  if (held[0]?.state !== 'pending') return;
  switch (effect.kind) {
    case 'deliver-notices':
      await deliverNotices(manager, effect.id, now, channels);
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

async function deliverNotices(
  manager: EntityManager,
  effectId: number,
  now: Instant,
  channels: readonly Channel[],
): Promise<void> {
  const notices: (Delivery & { channel: string })[] = await manager.query(
    `SELECT seq AS "noticeSeq", person_id AS "personId", title, channel FROM notice
     WHERE effect_id = $1 AND delivered_at IS NULL ORDER BY seq`,
    [effectId],
  );
  for (const name of new Set(notices.map(({ channel }) => channel))) {
    const channel = channels.find((known) => known.name === name);
    if (!channel)
      throw new DomainError('UNKNOWN_CHANNEL', `没有配置送达渠道“${name}”，请检查通知设置`, { channel: name });
    const mine = notices.filter((notice) => notice.channel === name);
    await channel.send(mine, manager);
    // To a vacant post nothing is delivered: the notice stays in the record, and says so.
    await manager.query('UPDATE notice SET delivered_at = $2 WHERE seq = ANY($1) AND person_id IS NOT NULL', [
      mine.map(({ noticeSeq }) => noticeSeq),
      new Date(now),
    ]);
  }
}

async function bury(dataSource: DataSource, effectId: number, now: Instant, reason: string): Promise<void> {
  await dataSource.query(
    'UPDATE effect SET state = $4, done_at = $2, last_error = $3 WHERE id = $1 AND state = ANY($5)',
    [effectId, new Date(now), reason, EFFECT_TRANSITIONS.bury.to, EFFECT_TRANSITIONS.bury.from],
  );
}
