import { type LedgerItem } from '@duban/domain';
import { heldAt, stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import type { ChangedItem, GoodItem, Writing } from './apply.js';

/** As the API takes one; what is longer is no telephone number. */
const LONGEST = 30;

/** The telephone of a row: its handler's, beside whose name it stands. Null when it has none, or names nobody. */
export function phoneOf({ phone, handler }: Pick<LedgerItem, 'phone' | 'handler'>): string | null {
  const plain = phone?.normalize('NFKC').replace(/\s+/gu, ' ') ?? '';
  return handler === null || plain === '' || plain.length > LONGEST ? null : plain;
}

/** A number in a difference or in the history, which are read by more people than may see it. */
export function masked(phone: string | null): string | null {
  return phone && phone.slice(0, -4).replaceAll(/[^\s-]/gu, '*') + phone.slice(-4);
}

/**
 * SQL: whom a project `p` names, by relation. What its ledger named stays, whoever has been appointed since; what no
 * ledger named (a project made by hand, a handler at a unit given by hand) is whoever holds the post.
 */
export const NAMES = (now: string): string => `
  CASE WHEN p.ledger_names ?& '{leadLeader,deputyLeader,handler}' THEN p.ledger_names ELSE coalesce((
    SELECT jsonb_object_agg(k.name, CASE
        WHEN k.duty IS NULL THEN h.name
        WHEN right(t.title, length(h.name) + 2) = '（' || h.name || '）' THEN t.title
        ELSE k.duty || '（' || h.name || '）' END)
    FROM (VALUES ('lead-leader', 'leadLeader', '县级领导'), ('deputy-leader', 'deputyLeader', '分管领导'),
                 ('handler', 'handler', NULL)) AS k(relation, name, duty)
    JOIN linkage l ON l.project_id = p.id AND l.relation = k.relation JOIN post t ON t.id = l.post_id
    JOIN appointment a ON a.post_id = t.id AND ${heldAt(now)} JOIN person h ON h.id = a.person_id), '{}') || p.ledger_names END`;

/** SQL: the telephone of whoever holds a project's post as handler and is whom it names. */
export const HANDLER_WITH_PHONE = (now: string): string => `
  LEFT JOIN LATERAL (SELECT h.id, h.phone FROM linkage l JOIN appointment a ON a.post_id = l.post_id AND ${heldAt(now)}
    JOIN person h ON h.id = a.person_id AND (h.name = p.ledger_names->>'handler' OR NOT p.ledger_names ? 'handler')
    WHERE l.project_id = p.id AND l.relation = 'handler' LIMIT 1) handler ON true`;

/**
 * Keeps the telephones of a ledger's new and changed rows with the people whom they name as handlers, if these hold the
 * post; a number that two rows give differently is the first one's. What was there is remembered for the undo.
 */
export async function keepPhones(
  { manager, target, now, trace }: Writing,
  added: readonly GoodItem[],
  changed: readonly ChangedItem[],
): Promise<void> {
  const named = [...added, ...changed.filter(({ change }) => concerns(change.fields)).map(({ item }) => item)];
  const rows = named
    .flatMap((item) => ({ number: item.number, phone: phoneOf(item) }))
    .filter(({ phone }) => phone !== null);
  if (rows.length === 0) return;
  const kept: { id: number; before: string | null; after: string }[] = await manager.query(
    `SELECT DISTINCT ON (handler.id) handler.id, handler.phone AS before, w.phone AS after
     FROM unnest($2::int[], $3::text[]) AS w(number, phone)
     JOIN project p ON p.programme_id = $1 AND p.number = w.number ${HANDLER_WITH_PHONE('$4')}
     WHERE handler.id IS NOT NULL ORDER BY handler.id, w.number`,
    [target.programmeId, rows.map(({ number }) => number), rows.map(({ phone }) => phone), stamp(now)],
  );
  const fresh = kept.filter(({ before, after }) => before !== after);
  await manager.query(
    `UPDATE person p SET phone = w.phone FROM unnest($1::bigint[], $2::text[]) AS w(id, phone) WHERE p.id = w.id`,
    [fresh.map(({ id }) => id), fresh.map(({ after }) => after)],
  );
  trace.phones.push(...fresh.map(({ id, before, after }) => ({ id, phone: before, after })));
}

const concerns = (fields: ChangedItem['change']['fields']): boolean =>
  fields.some(({ field }) => field === 'phone' || field === 'handler' || field === 'responsibleUnit');

/** Gives people the telephones that they had before an import, unless somebody has set another since. */
export async function restorePhones(
  manager: EntityManager,
  phones: readonly { readonly id: number; readonly phone: string | null; readonly after?: string }[],
): Promise<void> {
  await manager.query(
    `UPDATE person p SET phone = w.phone FROM unnest($1::bigint[], $2::text[], $3::text[]) AS w(id, phone, after)
     WHERE p.id = w.id AND (w.after IS NULL OR p.phone = w.after)`,
    [phones.map(({ id }) => id), phones.map(({ phone }) => phone), phones.map(({ after }) => after ?? null)],
  );
}
