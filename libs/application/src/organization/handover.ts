import { DomainError, dayInChinese, dayOfInstant, formatInstant, type Instant } from '@duban/domain';
import { type Actor, appoint, ENGINE, heldAt, stamp, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { handedOver } from '../identity/session.js';
import { handOverNotices } from '../notice/hand-over.js';
import { type LockedPost, lockPost, touchPost, writePostHistory } from './commands.js';
import { type ChosenPerson, chooser, type PersonChoice } from './person.js';

export interface HandoverFields {
  readonly why: string;
  /** From when the successors hold the posts; left out: from now on. */
  readonly from?: Instant | undefined;
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

/** What a hand-over did: its notices are those that passed at once; of one dated ahead they pass when it has come. */
export interface Handover {
  readonly posts: readonly { readonly postId: number; readonly successorId: number | null; readonly notices: number }[];
  /** Posts that the person still holds once it has taken effect. */
  readonly remaining: number;
  /** What somebody has to see to because of it. */
  readonly warnings: readonly string[];
}

/**
 * 移交: posts of one person pass to one or several successors, from now or a later day on, all or nothing. Open obligations
 * and pending requests belong to the posts and pass with them; unread notices are sent to the successor, once; who has
 * handed over every post in an organization has no access to it any more. Dated ahead, nothing of this comes before its
 * day: until then the notices go to who holds the post, and what is unread on the day passes by `passOnDue`.
 * @throws DomainError UNKNOWN_PERSON, AMBIGUOUS_PERSON, NOT_FOUND, STALE_VERSION, NOT_HOLDER, NO_SUCCESSOR,
 *   SAME_PERSON, BAD_TENURE, TENURE_TAKEN
 */
export async function handOver(
  dataSource: DataSource,
  actor: Actor,
  personId: number,
  fields: HandoverFields,
  now: Instant,
): Promise<Handover> {
  const from = fields.from ?? now;
  if (from < now) throw new DomainError('BAD_TENURE', '移交的生效日期不能早于今天');
  return dataSource.transaction(async (manager) => {
    const choose = chooser(manager, now, { mustBeKnown: true });
    const outgoing = await choose({ personId });
    const common = fields.successor && (await choose(fields.successor));
    const done: Handover['posts'][number][] = [];
    for (const wanted of [...fields.posts].sort((a, b) => a.postId - b.postId)) {
      const post = await lockPost(manager, wanted.postId, from, wanted.version);
      if (post.holderId !== personId) {
        throw new DomainError(
          'NOT_HOLDER',
          `“${post.title}”${from === now ? '现在' : `到${dayInChinese(dayOfInstant(from))}`}不由${outgoing.name}担任，请刷新后重新选择要移交的岗位`,
        );
      }
      const named = wanted.successor && (await choose(wanted.successor));
      const successor = wanted.successor === null ? null : (named ?? common);
      if (successor === undefined) throw new DomainError('NO_SUCCESSOR', `请指定“${post.title}”由谁接任，或注明空缺`);
      if (successor?.id === personId) throw new DomainError('SAME_PERSON', '接任人不能是移交人本人');
      const until = await markHandedOver(manager, post.id, personId, from);
      await appoint(manager, post.id, successor?.id ?? null, now, { from });
      await touchPost(manager, post.id);
      const passing = successor && { post, personId, successor, until, why: fields.why };
      const notices = passing ? await passNotices(manager, passing, from, now) : 0;
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
          ...(from === now ? {} : { from: formatInstant(from) }),
        },
      });
      done.push({ postId: post.id, successorId: successor?.id ?? null, notices });
    }
    await writeHistory(manager, [
      {
        at: now,
        act: 'hand-over',
        actor,
        why: fields.why,
        data: { personId, name: outgoing.name, posts: done, ...(from === now ? {} : { from: formatInstant(from) }) },
      },
    ]);
    const left: { n: number }[] = await manager.query(
      `SELECT count(*)::int AS n FROM appointment a WHERE a.person_id = $1 AND ${heldAt('$2')}`,
      [personId, stamp(from)],
    );
    return { posts: done, remaining: left[0]?.n ?? 0, warnings: await warningsOf(manager, personId, from) };
  });
}

/** Access follows the post, not the successor: the office is told before nobody of it can sign in any more. */
async function warningsOf(manager: EntityManager, personId: number, from: Instant): Promise<string[]> {
  const [office]: { lost: number; working: number }[] = await manager.query(
    `SELECT count(*) FILTER (WHERE a.person_id = $2 AND ${handedOver('$1')})::int AS lost,
            count(*) FILTER (WHERE NOT ${handedOver('$1')})::int AS working
     FROM account a WHERE a.role = 'office' AND a.disabled_at IS NULL`,
    [stamp(from), personId],
  );
  if (!office || office.lost === 0 || office.working > 0) return [];
  return ['移交生效后，督办室没有一个账号能登录；请马上请系统管理员为接任人新建督办室账号'];
}

/** What is unread passes now, or is noted to pass when the hand-over's day has come. */
async function passNotices(
  manager: EntityManager,
  given: {
    readonly post: LockedPost;
    readonly personId: number;
    readonly successor: ChosenPerson;
    readonly until: Date | null;
    readonly why: string;
  },
  from: Instant,
  now: Instant,
): Promise<number> {
  const { post, personId, successor, until, why } = given;
  if (from === now) {
    const cause = `handover/${post.id}/${post.version}`;
    return handOverNotices(manager, { postId: post.id, personId, successor, cause }, now);
  }
  await manager.query(
    `INSERT INTO planned_handover (post_id, person_id, successor_id, from_at, until_at, why, planned_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [post.id, personId, successor.id, stamp(from), until, why, stamp(now)],
  );
  return 0;
}

interface DueHandover {
  readonly id: number;
  readonly postId: number;
  readonly personId: number;
  readonly successorId: number;
  readonly successor: string;
  readonly outgoing: string;
  readonly why: string;
}

/**
 * Passes on what is unread of the hand-overs whose day has come, each once, however many workers ask. Where the
 * successor does not hold the post after all (called off, somebody else appointed), nothing passes.
 * @returns how many hand-overs were settled here
 * @throws what the first that failed threw, once the others are settled
 */
export async function passOnDue(dataSource: DataSource, now: Instant): Promise<number> {
  const due: { id: number }[] = await dataSource.query(
    'SELECT id FROM planned_handover WHERE done_at IS NULL AND from_at <= $1 ORDER BY from_at, id',
    [stamp(now)],
  );
  let passed = 0;
  const failures: unknown[] = [];
  for (const { id } of due) {
    try {
      if (await dataSource.transaction((manager) => passOn(manager, id, now))) passed += 1;
    } catch (error) {
      failures.push(error); // the others do not wait for this one
    }
  }
  if (failures.length > 0) throw failures[0];
  return passed;
}

/** @returns false when another worker has it */
async function passOn(manager: EntityManager, id: number, now: Instant): Promise<boolean> {
  const due: DueHandover[] = await manager.query(
    `SELECT h.id, h.post_id AS "postId", h.person_id AS "personId", h.successor_id AS "successorId",
            s.name AS successor, p.name AS outgoing, h.why
     FROM planned_handover h JOIN person s ON s.id = h.successor_id JOIN person p ON p.id = h.person_id
     WHERE h.id = $1 AND h.done_at IS NULL FOR UPDATE OF h SKIP LOCKED`,
    [id],
  );
  const [one] = due;
  if (!one) return false;
  await manager.query('UPDATE planned_handover SET done_at = $2 WHERE id = $1', [one.id, stamp(now)]);
  const post = await lockPost(manager, one.postId, now, undefined);
  if (post.holderId !== one.successorId) return true;
  const { personId, outgoing, why } = one;
  const successor = { id: one.successorId, name: one.successor };
  const cause = `handover/planned/${one.id}`;
  const notices = await handOverNotices(manager, { postId: post.id, personId, successor, cause }, now);
  const data = { name: successor.name, personId: successor.id, before: outgoing, beforeId: personId, notices };
  await writePostHistory(manager, post, { at: now, act: 'pass-on', actor: ENGINE, why, data });
  return true;
}

/** @returns until when the person would have held the post; null: without an end */
async function markHandedOver(
  manager: EntityManager,
  postId: number,
  personId: number,
  from: Instant,
): Promise<Date | null> {
  const held: { until: Date | null }[] = await manager.query(
    `SELECT a.held_to AS until FROM appointment a WHERE a.post_id = $1 AND a.person_id = $2 AND ${heldAt('$3')}`,
    [postId, personId, stamp(from)],
  );
  await manager.query(
    `UPDATE appointment a SET handed_over = true WHERE a.post_id = $1 AND a.person_id = $2 AND ${heldAt('$3')}`,
    [postId, personId, stamp(from)],
  );
  return held[0]?.until ?? null;
}
