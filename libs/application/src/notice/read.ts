import type { Instant } from '@duban/domain';
import { stamp } from '@duban/persistence';
import type { DataSource } from 'typeorm';

/**
 * 标为已读: who it was addressed to has read a notice; the first time counts. One that a hand-over has passed on meanwhile
 * is the successor's to read, and stays as it was.
 */
export async function markRead(dataSource: DataSource, noticeId: number, now: Instant): Promise<void> {
  await dataSource.transaction((manager) =>
    manager.query('UPDATE notice SET read_at = $2 WHERE seq = $1 AND read_at IS NULL AND handed_over_at IS NULL', [
      noticeId,
      stamp(now),
    ]),
  );
}
