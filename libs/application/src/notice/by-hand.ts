import { type Instant, type PostRelation, recipientsOf } from '@duban/domain';
import { holdersOf, type NewNotice, type ObligationRow, pokeClocks, readClock, writeNotices } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { noticeTo } from './compose.js';

/** A notice that a person's act causes, not a rung. */
export interface NoticeByHand {
  /** What kind of act it tells of, and which one of that kind: told once. */
  readonly rungKey: string;
  readonly cycle: string;
  readonly action: string;
  readonly to: readonly PostRelation[];
  readonly title: string;
  /** Left out: as its round. */
  readonly urgent?: boolean;
}

/**
 * Writes a notice to the holders of posts of an obligation's project, and pokes the clock that delivers it.
 * @returns how many recipients it has
 */
export async function writeByHand(
  manager: EntityManager,
  row: Pick<ObligationRow, 'id' | 'clockId' | 'projectId' | 'owedBy' | 'facts'>,
  given: NoticeByHand,
  now: Instant,
): Promise<number> {
  const { rungKey, cycle, action, title } = given;
  const urgent = given.urgent ?? (await isUrgent(manager, row.clockId));
  const holders = await holdersOf(manager, [row.projectId], now);
  const holder = (post: PostRelation) => holders.get(`${row.projectId}/${post}`);
  const notices = recipientsOf(given.to, row.owedBy, (post) => holder(post)?.name ?? null).map(({ post }, ordinal) =>
    noticeTo(
      row,
      { post, ordinal, person: holder(post) },
      { rungKey, cycle, action, title, urgent, at: now },
      `${row.id}/${rungKey}/${cycle}/${post}`,
    ),
  );
  const told = oncePerPerson(notices);
  await writeNotices(manager, row.clockId, told, now);
  await pokeClocks(manager, [row.clockId], now);
  return told.length;
}

/** Who holds two of the posts hears the same words once, as the first of them. */
export function oncePerPerson(notices: readonly NewNotice[]): NewNotice[] {
  const heard = new Set<number>();
  return notices.filter(({ personId }) => {
    if (personId === null) return true;
    if (heard.has(personId)) return false;
    heard.add(personId);
    return true;
  });
}

/** Whether what a clock waits for is 特急, so that every notice of it goes out at any hour. */
export async function isUrgent(manager: EntityManager, clockId: number): Promise<boolean> {
  return (await readClock(manager, clockId))?.urgent ?? false;
}
