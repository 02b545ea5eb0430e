import { DomainError, EFFECT_TRANSITIONS, type EffectAct, type Instant } from '@duban/domain';
import { type Actor, moveMessage, pokeChannel, pokeClocks, writeHistory } from '@duban/persistence';
import type { DataSource } from 'typeorm';

/** What a person may decide about what did not arrive, or may not have. */
export type Decision = 'retry' | 'give-up';

interface MessageRow {
  readonly channelId: number;
  readonly state: string;
  readonly version: number;
  readonly personName: string;
}

/**
 * Decides about a message that is dead, unknown or failed: send it again (an unknown one may arrive twice, which only a
 * person may risk), or give it up.
 * @param version the row version of the message, as the person saw it
 * @throws DomainError NOT_FOUND, STALE_VERSION with the present state, WRONG_STATE
 */
export async function decideMessage(
  dataSource: DataSource,
  actor: Actor,
  messageId: number,
  decision: Decision,
  version: number,
  now: Instant,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const [message]: MessageRow[] = await manager.query(
      `SELECT m.channel_id AS "channelId", m.state, m.version, p.name AS "personName"
       FROM message m JOIN person p ON p.id = m.person_id WHERE m.id = $1 FOR UPDATE OF m`,
      [messageId],
    );
    if (!message) throw new DomainError('NOT_FOUND', '没有这条消息');
    const { state, personName } = message;
    if (message.version !== version) {
      throw new DomainError('STALE_VERSION', '这条消息的状态刚有变化，请按现在的状态重新决定', {
        present: { version: message.version, state },
      });
    }
    const actorId = actor.personId;
    const reason = decision === 'retry' ? `由${actor.name}重发` : `由${actor.name}放弃`;
    if (!(await moveMessage(manager, { messageId, act: decision, at: now, nextAt: now, actorId, reason, version }))) {
      throw new DomainError('WRONG_STATE', '这条消息已经发出、正在发送或已放弃，不能这样处理', { state });
    }
    if (decision === 'retry') await pokeChannel(manager, message.channelId, now);
    const data = { messageId, recipient: personName };
    const to = decision === 'retry' ? 'queued' : 'abandoned';
    await writeHistory(manager, [{ at: now, act: `message-${decision}`, actor, stateFrom: state, stateTo: to, data }]);
  });
}

/**
 * Decides about an effect that is dead: have it performed again, with its attempts counted anew, or give it up.
 * @throws DomainError NOT_FOUND, WRONG_STATE when it is not dead (any more)
 */
export async function decideEffect(
  dataSource: DataSource,
  actor: Actor,
  effectId: number,
  decision: EffectAct & Decision,
  now: Instant,
): Promise<void> {
  const { from, to } = EFFECT_TRANSITIONS[decision];
  await dataSource.transaction(async (manager) => {
    const [effect]: { state: string; clockId: number; kind: string }[] = await manager.query(
      'SELECT state, clock_id AS "clockId", kind FROM effect WHERE id = $1 FOR UPDATE',
      [effectId],
    );
    if (!effect) throw new DomainError('NOT_FOUND', '没有这项待办效果');
    const { state, clockId, kind } = effect;
    if (!from.some((allowed) => allowed === state)) {
      throw new DomainError('WRONG_STATE', '这项效果已经完成、正在重试或已放弃，请刷新清单', { state });
    }
    await manager.query(
      `UPDATE effect SET state = $2, attempts = CASE WHEN $2 = 'pending' THEN 0 ELSE attempts END,
              done_at = CASE WHEN $2 = 'pending' THEN NULL ELSE done_at END WHERE id = $1`,
      [effectId, to],
    );
    if (decision === 'retry') await pokeClocks(manager, [clockId], now);
    const data = { effectId, kind };
    await writeHistory(manager, [{ at: now, act: `effect-${decision}`, actor, stateFrom: state, stateTo: to, data }]);
  });
}
