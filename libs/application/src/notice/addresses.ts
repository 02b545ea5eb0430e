import { DomainError, type Instant, isEmailAddress, maskedAddress } from '@duban/domain';
import { type Actor, stamp, writeHistory } from '@duban/persistence';
import type { DataSource } from 'typeorm';

/** What can be an address of a channel, and how to say what cannot. */
const CHANNELS: Readonly<Record<string, { readonly fits: (text: string) => boolean; readonly hint: string }>> = {
  email: { fits: isEmailAddress, hint: '请填写一个邮箱地址，例如 zhangsan@example.cn' },
};

export interface AddressFields {
  /** Null takes the address out of the record. */
  readonly address: string | null;
  /** Whether the person wants to be told this way. */
  readonly wanted: boolean;
  /** The row version that was seen; left out when there was no address. */
  readonly version?: number | undefined;
}

/**
 * Sets where a channel finds a person, and whether the person wants to be found there. Messages that wait go to the
 * new address. The history keeps the address masked.
 * @throws DomainError UNKNOWN_CHANNEL, BAD_ADDRESS, NOT_FOUND, STALE_VERSION with the present version
 */
export async function setAddress(
  dataSource: DataSource,
  actor: Actor,
  personId: number,
  channel: string,
  { address, wanted, version }: AddressFields,
  now: Instant,
): Promise<void> {
  const known = Object.hasOwn(CHANNELS, channel) ? CHANNELS[channel] : undefined;
  if (!known) throw new DomainError('UNKNOWN_CHANNEL', `没有“${channel}”这个送达渠道`, { channel });
  if (address !== null && !known.fits(address)) throw new DomainError('BAD_ADDRESS', known.hint);
  await dataSource.transaction(async (manager) => {
    const people: unknown[] = await manager.query('SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE', [personId]);
    if (people.length === 0) throw new DomainError('NOT_FOUND', '没有这个人员');
    const [before]: { version: number }[] = await manager.query(
      'SELECT version FROM address WHERE person_id = $1 AND channel = $2',
      [personId, channel],
    );
    if (version !== before?.version) {
      throw new DomainError('STALE_VERSION', '送达地址刚有人改过，请按现在的内容重新填写', {
        present: { version: before?.version ?? null },
      });
    }
    if (address === null) {
      await manager.query('DELETE FROM address WHERE person_id = $1 AND channel = $2', [personId, channel]);
    } else {
      await manager.query(
        `INSERT INTO address (person_id, channel, address, wanted, changed_at) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (person_id, channel) DO UPDATE
         SET address = $3, wanted = $4, changed_at = $5, version = address.version + 1`,
        [personId, channel, address, wanted, stamp(now)],
      );
    }
    const data = { personId, channel, address: address === null ? null : maskedAddress(address), wanted };
    await writeHistory(manager, [{ at: now, act: 'set-address', actor, data }]);
  });
}
