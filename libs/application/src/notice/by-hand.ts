import { type Instant, type PostRelation, recipientsOf } from '@duban/domain';
import { holdersOf, type NewNotice, type ObligationRow, pokeClocks, readClock, writeNotices } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { IN_APP } from './compose.js';

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
  const urgent = given.urgent ?? (await readClock(manager, row.clockId))?.urgent ?? false;
  const holders = await holdersOf(manager, [row.projectId], now);
  const holder = (post: PostRelation) => holders.get(`${row.projectId}/${post}`);
  const notices = recipientsOf(given.to, row.owedBy, (post) => holder(post)?.name ?? null).map(
    ({ post }, ordinal): NewNotice => ({
      obligationId: row.id,
      rungKey: given.rungKey,
      cycle: given.cycle,
      dueRevision: row.facts.dueRevision,
      action: given.action,
      post,
      ordinal,
      personId: holder(post)?.personId ?? null,
      personName: holder(post)?.name ?? null,
      channel: IN_APP,
      rungAt: now,
      at: now,
      dueAt: row.facts.dueAt,
      late: false,
      urgent,
      title: given.title,
      effectCause: `${row.id}/${given.rungKey}/${given.cycle}/${post}`,
    }),
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
