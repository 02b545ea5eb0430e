import { DomainError, dayInChinese, dayOfInstant, formatInstant, type Instant } from '@duban/domain';
import { type Actor, appoint, endTenure, type HistoryEntry, heldAt, stamp, writeHistory } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { bringBack, predecessorOf } from './call-off.js';
import { type ChosenPerson, type PersonChoice, personChosen } from './person.js';

/** A post, locked, with who holds it. */
export interface LockedPost {
  readonly id: number;
  readonly title: string;
  readonly organizationId: number;
  readonly version: number;
  readonly holderId: number | null;
  readonly holder: string | null;
}

export interface AppointmentFields {
  /** Null leaves the post vacant. */
  readonly person: PersonChoice | null;
  /** Left out: from now on. A later one takes effect by itself. */
  readonly from?: Instant | undefined;
  /** Not included; left out: without an end. Afterwards the post is vacant. */
  readonly to?: Instant | undefined;
  /** The row version of the post, as the person saw it. */
  readonly version?: number | undefined;
}

/**
 * Puts somebody on a post of the organization, for every project tied to it. Notices go to who holds the post when they
 * are written; those written stay with whom they were written to (a hand-over passes on what is unread).
 * @returns how many projects are tied to the post
 * @throws DomainError NOT_FOUND, STALE_VERSION with the present holder, UNKNOWN_PERSON, AMBIGUOUS_PERSON, BAD_TENURE,
 *   TENURE_TAKEN
 */
export async function appointToPost(
  dataSource: DataSource,
  actor: Actor,
  postId: number,
  { person, from, to, version }: AppointmentFields,
  now: Instant,
): Promise<{ readonly projects: number }> {
  return dataSource.transaction(async (manager) => {
    const post = await lockPost(manager, postId, now, version);
    const chosen = person && (await personChosen(manager, person, now));
    await appoint(manager, postId, chosen?.id ?? null, now, { from: from ?? now, to: to ?? null });
    await touchPost(manager, postId);
    return {
      projects: await writePostHistory(manager, post, {
        at: now,
        act: 'appoint',
        actor,
        data: {
          name: chosen?.name ?? null,
          personId: chosen?.id ?? null,
          before: post.holder,
          ...(from === undefined ? {} : { from: formatInstant(from) }),
          ...(to === undefined ? {} : { to: formatInstant(to) }),
        },
      }),
    };
  });
}

export interface EndFields {
  readonly at?: Instant | undefined;
  /** Only while it has not begun: to end it now, because it began meanwhile, is not what is meant. */
  readonly callOff?: boolean | undefined;
  readonly why: string;
  readonly version?: number | undefined;
}

/**
 * Ends an appointment, now or at an instant; one that has not begun is called off. If a hand-over planned it, its
 * predecessor stays in office as if it had not been planned.
 * @throws DomainError NOT_FOUND, STALE_VERSION, TENURE_OVER, BAD_TENURE, TENURE_BEGUN when it was to be called off
 */
export async function endAppointment(
  dataSource: DataSource,
  actor: Actor,
  ids: { readonly postId: number; readonly appointmentId: number },
  { at, callOff, why, version }: EndFields,
  now: Instant,
): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const post = await lockPost(manager, ids.postId, now, version);
    const rows: { held_from: Date; held_to: Date | null; person_id: number; name: string }[] = await manager.query(
      `SELECT a.held_from, a.held_to, a.person_id, p.name FROM appointment a JOIN person p ON p.id = a.person_id
       WHERE a.id = $1 AND a.post_id = $2`,
      [ids.appointmentId, ids.postId],
    );
    const [held] = rows;
    if (!held) throw new DomainError('NOT_FOUND', '这个岗位没有这段任职');
    const end = at ?? now;
    const from = held.held_from.getTime();
    const tenure = { postId: ids.postId, personId: held.person_id, from };
    if (callOff && from <= now) throw begun(from, await predecessorOf(manager, tenure));
    if (held.held_to !== null && held.held_to.getTime() <= end) {
      throw new DomainError('TENURE_OVER', `这段任职到${dayOfInstant(held.held_to.getTime())}就结束了，不能再往后定`);
    }
    if (end < now && end < from) throw new DomainError('BAD_TENURE', '结束日期不能早于任职开始的日期');
    await endTenure(manager, ids.appointmentId, end);
    const back = from > now && end <= from ? await bringBack(manager, tenure, now) : undefined;
    await touchPost(manager, ids.postId);
    const data = {
      name: held.name,
      personId: held.person_id,
      to: formatInstant(end),
      ...(back && { back: back.name }),
    };
    await writePostHistory(manager, post, { at: now, act: 'end-appointment', actor, why, data });
  });
}

function begun(from: Instant, predecessor: ChosenPerson | undefined): DomainError {
  const day = dayInChinese(dayOfInstant(from));
  return new DomainError(
    'TENURE_BEGUN',
    predecessor
      ? `这次移交已于${day}生效，不能再取消；要由${predecessor.name}继续担任，请把岗位重新任命给本人，或再办一次移交`
      : `这段任职已于${day}开始，不能再取消；不再担任的请结束任职，要换人的请重新任命`,
  );
}

/** A post with its present holder, locked. @throws DomainError NOT_FOUND, STALE_VERSION with the present holder */
export async function lockPost(
  manager: EntityManager,
  postId: number,
  now: Instant,
  version: number | undefined,
): Promise<LockedPost> {
  const posts: { id: number; title: string; organizationId: number; version: number }[] = await manager.query(
    'SELECT id, title, organization_id AS "organizationId", version FROM post WHERE id = $1 FOR UPDATE',
    [postId],
  );
  const [post] = posts;
  if (!post) throw new DomainError('NOT_FOUND', '没有这个岗位');
  const holders: { id: number; name: string }[] = await manager.query(
    `SELECT p.id, p.name FROM appointment a JOIN person p ON p.id = a.person_id WHERE a.post_id = $1 AND ${heldAt('$2')}`,
    [postId, stamp(now)],
  );
  const [holder] = holders;
  if (version !== undefined && version !== post.version) {
    throw new DomainError('STALE_VERSION', '这个岗位刚有人任免，请按现在的任职重新操作', {
      present: { version: post.version, holder: holder?.name ?? null },
    });
  }
  return { ...post, holderId: holder?.id ?? null, holder: holder?.name ?? null };
}

/** Raises a post's row version: whoever saw it before has to look again. */
export async function touchPost(manager: EntityManager, postId: number): Promise<void> {
  await manager.query('UPDATE post SET version = version + 1 WHERE id = $1', [postId]);
}

/** One line for each project that the post is tied to, or one for the post alone. @returns how many projects */
export async function writePostHistory(
  manager: EntityManager,
  { id, title }: Pick<LockedPost, 'id' | 'title'>,
  entry: HistoryEntry,
): Promise<number> {
  const tied: { id: number; programme_id: number }[] = await manager.query(
    'SELECT p.id, p.programme_id FROM project p JOIN linkage l ON l.project_id = p.id WHERE l.post_id = $1 ORDER BY p.id',
    [id],
  );
  const data = { postId: id, post: title, ...entry.data };
  const about = tied.map((project) => ({ projectId: project.id, programmeId: project.programme_id }));
  await writeHistory(
    manager,
    (about.length > 0 ? about : [{}]).map((of) => ({ ...entry, ...of, data })),
  );
  return tied.length;
}
