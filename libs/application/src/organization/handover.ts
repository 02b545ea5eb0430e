import { DomainError, type Instant } from '@duban/domain';
import { type Actor, appoint, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { handOverNotices } from '../notice/hand-over.js';
import { lockPost, touchPost, writePostHistory } from './commands.js';
import { type ChosenPerson, type PersonChoice, personChosen } from './person.js';

export interface HandoverFields {
  readonly why: string;
  /** Who takes over the posts for which nobody else is named. */
  readonly successor?: PersonChoice | undefined;
  readonly posts: readonly {
    readonly postId: number;
    /** The row version of the post, as the person saw it. */
    readonly version?: number | undefined;
    /** Null leaves this post vacant; left out: the common successor. */
    readonly successor?: PersonChoice | null | undefined;
  }[];
}

export interface Handover {
  readonly posts: readonly { readonly postId: number; readonly successorId: number | null; readonly notices: number }[];
  /** Posts that the person still holds afterwards. */
  readonly remaining: number;
}

/**
 * 移交: posts of one person pass to one or several successors, from now on, all or nothing. Open obligations and pending
 * requests belong to the posts and pass with them; unread notices are sent to the successor, once; who has handed over
 * every post in an organization has no access to it any more.
 * @throws DomainError UNKNOWN_PERSON, AMBIGUOUS_PERSON, NOT_FOUND, STALE_VERSION, NOT_HOLDER, NO_SUCCESSOR,
 *   SAME_PERSON
 */
export async function handOver(
  dataSource: DataSource,
  actor: Actor,
  personId: number,
  fields: HandoverFields,
  now: Instant,
): Promise<Handover> {
  return dataSource.transaction(async (manager) => {
    const outgoing = await personChosen(manager, { personId });
    const choose = chooser(manager);
    const common = fields.successor && (await choose(fields.successor));
    const done: Handover['posts'][number][] = [];
    for (const wanted of [...fields.posts].sort((a, b) => a.postId - b.postId)) {
      const post = await lockPost(manager, wanted.postId, now, wanted.version);
      if (post.holderId !== personId) {
        throw new DomainError(
          'NOT_HOLDER',
          `“${post.title}”现在不由${outgoing.name}担任，请刷新后重新选择要移交的岗位`,
        );
      }
      const named = wanted.successor && (await choose(wanted.successor));
      const successor = wanted.successor === null ? null : (named ?? common);
      if (successor === undefined) throw new DomainError('NO_SUCCESSOR', `请指定“${post.title}”由谁接任，或注明空缺`);
      if (successor?.id === personId) throw new DomainError('SAME_PERSON', '接任人不能是移交人本人');
      await markHandedOver(manager, post.id, personId, now);
      await appoint(manager, post.id, successor?.id ?? null, now);
      await touchPost(manager, post.id);
      const cause = `handover/${post.id}/${post.version}`;
      const notices = successor
        ? await handOverNotices(manager, { postId: post.id, personId, successor, cause }, now)
        : 0;
      await writePostHistory(manager, post, {
        at: now,
        act: 'appoint',
        actor,
        why: fields.why,
        data: {
          name: successor?.name ?? null,
          personId: successor?.id ?? null,
          before: outgoing.name,
          beforeId: personId,
          handover: true,
          notices,
        },
      });
      done.push({ postId: post.id, successorId: successor?.id ?? null, notices });
    }
    await writeHistory(manager, [
      { at: now, act: 'hand-over', actor, why: fields.why, data: { personId, name: outgoing.name, posts: done } },
    ]);
    const left: { n: number }[] = await manager.query(
      `SELECT count(*)::int AS n FROM appointment WHERE person_id = $1 AND held_from <= $2 AND (held_to IS NULL OR held_to > $2)`,
      [personId, new Date(now)],
    );
    return { posts: done, remaining: left[0]?.n ?? 0 };
  });
}

/** Chooses each person once: a new one that is named for several posts is made once. */
function chooser(manager: EntityManager): (choice: PersonChoice) => Promise<ChosenPerson> {
  const known = new Map<string, Promise<ChosenPerson>>();
  return (choice) => {
    const key = JSON.stringify(choice);
    const chosen = known.get(key) ?? personChosen(manager, choice);
    known.set(key, chosen);
    return chosen;
  };
}

async function markHandedOver(manager: EntityManager, postId: number, personId: number, now: Instant): Promise<void> {
  await manager.query(
    `UPDATE appointment SET handed_over = true
     WHERE post_id = $1 AND person_id = $2 AND held_from <= $3 AND (held_to IS NULL OR held_to > $3)`,
    [postId, personId, new Date(now)],
  );
}
