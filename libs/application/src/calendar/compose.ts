import { type CalendarDocument, type Instant, type NoticeDay, withRegion } from '@duban/domain';
import { type Actor, ENGINE, onlyRow, stamp } from '@duban/persistence';
import type { EntityManager } from 'typeorm';

/** A national version of a calendar. */
export interface NationalCalendar {
  readonly id: number;
  readonly name: string;
  readonly version: number;
  readonly document: CalendarDocument;
}

/** An organization's own days as they are in force. */
export interface Layer {
  readonly id: number;
  readonly organizationId: number;
  readonly version: number;
  readonly name: string;
  readonly notice: string;
  readonly days: readonly NoticeDay[];
}

/** The newest national version of a name; undefined when there is none. */
export async function presentNational(
  manager: EntityManager,
  name: string,
  lock = false,
): Promise<NationalCalendar | undefined> {
  const rows: NationalCalendar[] = await manager.query(
    `SELECT id, name, version, document FROM calendar WHERE name = $1 AND base_id IS NULL
     ORDER BY version DESC LIMIT 1 ${lock ? 'FOR UPDATE' : ''}`,
    [name],
  );
  return rows[0];
}

/**
 * The layers that lie over an organization: its own and those of every organization above, outermost first.
 * @param instead a layer to be seen in the place of its organization's present one
 */
export async function layersOver(manager: EntityManager, organizationId: number, instead?: Layer): Promise<Layer[]> {
  const rows: (Layer & { readonly above: number })[] = await manager.query(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id, 0 AS distance FROM organization WHERE id = $1
       UNION ALL
       SELECT o.id, o.parent_id, a.distance + 1 FROM organization o JOIN above a ON o.id = a.parent_id)
     SELECT a.id AS above, l.id, l.organization_id AS "organizationId", l.version, l.name, l.notice, l.days
     FROM above a LEFT JOIN LATERAL (
       SELECT * FROM calendar_layer WHERE organization_id = a.id ORDER BY version DESC LIMIT 1) l ON true
     ORDER BY a.distance DESC`,
    [organizationId],
  );
  return rows
    .map(({ above, ...layer }) => (above === instead?.organizationId ? instead : layer))
    .filter(({ days }) => days !== null && days.length > 0);
}

/** An organization's layer in force, also one that takes its days back; undefined when it never had any. */
export async function presentLayer(manager: EntityManager, organizationId: number): Promise<Layer | undefined> {
  const rows: Layer[] = await manager.query(
    `SELECT id, organization_id AS "organizationId", version, name, notice, days FROM calendar_layer
     WHERE organization_id = $1 ORDER BY version DESC LIMIT 1`,
    [organizationId],
  );
  return rows[0];
}

/** A national table with layers over it: one table again, named after what it was made of. */
export function composed(
  national: Pick<NationalCalendar, 'name' | 'document'>,
  layers: readonly Layer[],
): CalendarDocument {
  if (layers.length === 0) return national.document;
  const document = layers.reduce(withRegion, national.document);
  return { ...document, name: [national.name, ...layers.map(({ name }) => name)].join('＋') };
}

/** The version that is a national one with these layers, made when there is none. */
export async function ensureComposed(
  manager: EntityManager,
  national: NationalCalendar,
  layers: readonly Layer[],
  now: Instant,
  { actor = ENGINE, reason = null }: { readonly actor?: Actor; readonly reason?: string | null } = {},
): Promise<number> {
  if (layers.length === 0) return national.id;
  const layerIds = JSON.stringify(layers.map(({ id }) => id));
  const found: { id: number }[] = await manager.query(
    'SELECT id FROM calendar WHERE base_id = $1 AND layer_ids = $2::jsonb',
    [national.id, layerIds],
  );
  if (found[0]) return found[0].id;
  const document = composed(national, layers);
  return insertVersion(manager, document, now, { actor, reason, baseId: national.id, layerIds });
}

/** The next version of a calendar's name. */
export async function insertVersion(
  manager: EntityManager,
  document: CalendarDocument,
  now: Instant,
  given: {
    readonly actor: Actor;
    readonly reason: string | null;
    readonly baseId?: number;
    readonly layerIds?: string;
  },
): Promise<number> {
  const made: { id: number }[] = await manager.query(
    `INSERT INTO calendar (name, version, document, reason, created_at, base_id, layer_ids, made_by)
     SELECT $1, coalesce(max(version), 0) + 1, $2, $3, $4, $5, $6, $7 FROM calendar WHERE name = $1 RETURNING id`,
    [
      document.name,
      JSON.stringify(document),
      given.reason,
      stamp(now),
      given.baseId ?? null,
      given.layerIds ?? '[]',
      given.actor.personId,
    ],
  );
  return onlyRow(made).id;
}

/**
 * The calendar of a new programme: the given table, or what has become of it since if the record knows it already, with
 * the days of the programme's organization over it.
 */
export async function calendarForNew(
  manager: EntityManager,
  organizationId: number,
  document: CalendarDocument,
  now: Instant,
): Promise<number> {
  const known: { id: number }[] = await manager.query(
    'SELECT id FROM calendar WHERE name = $1 AND base_id IS NULL AND document = $2::jsonb LIMIT 1',
    [document.name, JSON.stringify(document)],
  );
  if (!known[0]) await insertVersion(manager, document, now, { actor: ENGINE, reason: null });
  // A change that is being made would not see the new programme, nor the programme the change: one after the other.
  await manager.query('SELECT 1 FROM calendar WHERE name = $1 AND version = 1 FOR SHARE', [document.name]);
  const national = await presentNational(manager, document.name);
  if (!national) throw new Error(`calendar ${document.name} vanished`);
  return ensureComposed(manager, national, await layersOver(manager, organizationId), now);
}
