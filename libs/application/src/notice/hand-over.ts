import type { Instant } from '@duban/domain';
import { type NewNotice, pokeClocks, stamp, writeNotices } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { IN_APP } from './compose.js';

interface Unread {
  seq: number;
  obligation_id: number;
  clock_id: number;
  due_revision: number;
  action: string;
  post: string;
  due_at: Date;
  urgent: boolean;
  title: string;
}

/**
 * Sends what a post's last holder has not read to the successor, once, as notices of their own; the old ones stay in the
 * record and leave the old holder's list.
 * @param given.cause names this hand-over of this post
 * @returns how many were passed on
 */
export async function handOverNotices(
  manager: EntityManager,
  given: {
    readonly postId: number;
    readonly personId: number;
    readonly successor: { readonly id: number; readonly name: string };
    readonly cause: string;
  },
  now: Instant,
): Promise<number> {
  const unread: Unread[] = await manager.query(
    `SELECT n.seq, n.obligation_id, o.clock_id, n.due_revision, n.action, n.post, n.due_at, n.urgent, n.title
     FROM notice n JOIN obligation o ON o.id = n.obligation_id
     JOIN linkage l ON l.project_id = o.project_id AND l.relation = n.post
     WHERE n.person_id = $1 AND l.post_id = $2 AND n.channel = '${IN_APP}' AND n.read_at IS NULL
       AND n.handed_over_at IS NULL ORDER BY n.seq FOR UPDATE OF n`,
    [given.personId, given.postId],
  );
  const clockIds = [...new Set(unread.map(({ clock_id }) => clock_id))];
  for (const clockId of clockIds) {
    const mine = unread.filter(({ clock_id }) => clock_id === clockId);
    await writeNotices(
      manager,
      clockId,
      mine.map((notice) => copyOf(notice, given, now)),
      now,
    );
  }
  await manager.query('UPDATE notice SET handed_over_at = $2 WHERE seq = ANY($1::bigint[])', [
    unread.map(({ seq }) => seq),
    stamp(now),
  ]);
  await pokeClocks(manager, clockIds, now);
  return unread.length;
}

const PASSED_ON = '【移交】';

function copyOf(notice: Unread, { successor, cause }: Parameters<typeof handOverNotices>[1], now: Instant): NewNotice {
  return {
    obligationId: notice.obligation_id,
    rungKey: 'handover',
    cycle: `notice:${notice.seq}`,
    dueRevision: notice.due_revision,
    action: notice.action,
    post: notice.post,
    ordinal: 0,
    personId: successor.id,
    personName: successor.name,
    channel: IN_APP,
    rungAt: now,
    at: now,
    dueAt: notice.due_at.getTime(),
    late: false,
    urgent: notice.urgent,
    title: notice.title.startsWith(PASSED_ON) ? notice.title : `${PASSED_ON}${notice.title}`,
    effectCause: `${cause}/${notice.clock_id}`,
  };
}
