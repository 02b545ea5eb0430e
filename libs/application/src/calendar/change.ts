import { createHash } from 'node:crypto';
import { isDeepStrictEqual } from 'node:util';
import {
  type CalendarDocument,
  type Day,
  DomainError,
  type Instant,
  keptByEmergency,
  type RegionalDays,
  type TableChange,
  WorkCalendar,
  withEmergency,
  withYear,
} from '@duban/domain';
import { type Actor, instantOrNull, LAST_INSTANT, reasonOf } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { Rules } from '../supervision/rules.js';
import { type AssignmentMove, movedAssignments } from './assignments.js';
import { composed, type Layer, layersOver, type NationalCalendar, presentLayer, presentNational } from './compose.js';
import { type DueMove, dueMoves, lookBackMoves } from './moves.js';
import { movedOpenings, type OpeningMove } from './openings.js';
import { type PassedOver, type Replanned, type RoundUpdate, replanAll, roundsOf } from './replan.js';
import { writeChange } from './write-change.js';

/** A change of the calendar, with the version it was thought of over. */
export interface CalendarRequest {
  /** The national version that the person saw; over a newer one the change is refused. */
  readonly calendarId: number;
  readonly change: TableChange;
  readonly reason: string;
}

/** What a change of the calendar does, or would do. */
export interface CalendarOutcome {
  /** False when the table says all this already: then nothing is written. */
  readonly changed: boolean;
  /** The national version in force afterwards; null while it is only a preview. */
  readonly calendarId: number | null;
  readonly name: string;
  readonly programmes: readonly { readonly programmeId: number; readonly title: string }[];
  /** Open deadlines that move, or are no longer provisional. */
  readonly dues: readonly DueMove[];
  /** Rounds and look-backs to come that move. */
  readonly openings: readonly (OpeningMove & { readonly programmeId: number; readonly projectId: number | null })[];
  /** Obligations that cannot be read or worked out: their deadlines stay as they are, and they are set aside. */
  readonly setAside: readonly PassedObligation[];
  /** Days of a year's notice that an earlier emergency change keeps as they are. */
  readonly keptDays: readonly Day[];
  /** Names exactly this outcome: applying asks for it, and refuses when things have moved on. */
  readonly token: string;
}

/** An obligation that the change passes over, and why. */
export interface PassedObligation {
  readonly obligationId: number;
  readonly programmeId: number;
  readonly projectId: number;
  readonly projectTitle: string;
  readonly cadence: string;
  readonly period: string;
  readonly reason: string;
}

/** One programme under the change. */
export interface ProgrammePlan {
  readonly programmeId: number;
  readonly title: string;
  readonly organizationId: number;
  readonly calendarId: number;
  readonly nextOpeningBefore: Instant | null;
  readonly nextOpeningAt: Instant | null;
  readonly replanned: readonly Replanned[];
  readonly roundUpdates: readonly RoundUpdate[];
  readonly assignments: readonly AssignmentMove[];
  readonly dues: readonly DueMove[];
  readonly openings: CalendarOutcome['openings'];
  readonly passedOver: readonly PassedOver[];
  readonly setAside: readonly PassedObligation[];
}

/** A change, thought through to the end but not written. */
export interface Considered {
  readonly national: NationalCalendar;
  /** The national table afterwards; the same as before when only a region changes. */
  readonly document: CalendarDocument;
  readonly plans: readonly ProgrammePlan[];
  readonly outcome: CalendarOutcome;
}

interface ProgrammeRow {
  readonly id: number;
  readonly title: string;
  readonly organizationId: number;
  readonly calendarId: number;
  /** Null, too, once it is archived. */
  readonly launchedAt: Date | null;
  readonly nextOpeningAt: Date | null;
}

/** 日历变更: a year's notice, an emergency, a region's own days; each first as a preview, then for good. */
export class CalendarCommands {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rules: Rules,
  ) {}

  /**
   * What a change would do, worked out on one snapshot of the record without writing anything.
   * @throws DomainError NOT_FOUND, CALENDAR_COMPOSED, STALE_VERSION, CALENDAR_GAP, CALENDAR_UNPUBLISHED,
   *   CALENDAR_INVALID, UNKNOWN_ORGANIZATION
   */
  async preview(request: CalendarRequest, now: Instant): Promise<CalendarOutcome> {
    return this.dataSource.transaction('REPEATABLE READ', async (manager) => {
      return (await this.consider(manager, request, now, false)).outcome;
    });
  }

  /**
   * Makes the change: a new version with its reason, every programme on it moved, every live obligation planned afresh,
   * people told. One transaction; what the table says already changes nothing.
   * @param token the preview's
   * @throws DomainError as `preview`, and STALE_PREVIEW when the outcome would be another than the one seen
   */
  async apply(actor: Actor, request: CalendarRequest, token: string, now: Instant): Promise<CalendarOutcome> {
    return this.dataSource.transaction(async (manager) => {
      const considered = await this.consider(manager, request, now, true);
      const { outcome } = considered;
      if (!outcome.changed) return { ...outcome, calendarId: considered.national.id };
      if (outcome.token !== token) {
        throw new DomainError(
          'STALE_PREVIEW',
          '预览之后有事项办理或时间变化，结果已与预览不同，请重新预览、核对后再生效',
        );
      }
      const calendarId = await writeChange(manager, actor, request, considered, now);
      return { ...outcome, calendarId };
    });
  }

  private async consider(
    manager: EntityManager,
    { calendarId, change }: CalendarRequest,
    now: Instant,
    lock: boolean,
  ): Promise<Considered> {
    const national = await seenVersion(manager, calendarId, lock);
    const document = changedTable(national.document, change);
    const layer = change.kind === 'regional' ? await changedLayer(manager, change) : undefined;
    const changed = document !== national.document || layer !== undefined;
    const plans: ProgrammePlan[] = [];
    for (const programme of changed ? await programmesOn(manager, national.name, layer, lock) : []) {
      const layers = await layersOver(manager, programme.organizationId, layer);
      const is = new WorkCalendar(composed({ name: national.name, document }, layers));
      plans.push(await this.planProgramme(manager, programme, is, now, lock));
    }
    const result = {
      changed,
      calendarId: null,
      name: national.name,
      programmes: plans.map(({ programmeId, title }) => ({ programmeId, title })),
      dues: plans.flatMap(({ dues }) => dues),
      openings: plans.flatMap(({ openings }) => openings),
      setAside: plans.flatMap(({ setAside }) => setAside),
      keptDays: change.kind === 'year' ? keptByEmergency(national.document, change) : [],
    };
    const token = createHash('sha256')
      .update(JSON.stringify([calendarId, change, result]))
      .digest('hex');
    return { national, document, plans, outcome: { ...result, token } };
  }

  private async planProgramme(
    manager: EntityManager,
    programme: ProgrammeRow,
    is: WorkCalendar,
    now: Instant,
    lock: boolean,
  ): Promise<ProgrammePlan> {
    const was = await this.rules.calendar(manager, programme.calendarId);
    const changing = { programmeId: programme.id, was, is };
    const assignments = await movedAssignments(manager, changing, now, lock);
    if (lock) {
      await manager.query('SELECT id FROM project WHERE programme_id = $1 ORDER BY id FOR NO KEY UPDATE', [
        programme.id,
      ]);
    }
    const rounds = await roundsOf(manager, programme.id);
    const { replanned, roundUpdates, passedOver } = await replanAll(manager, this.rules, changing, rounds, now, lock);
    const launchedAt = instantOrNull(programme.launchedAt);
    const { openings, nextOpeningAt } =
      launchedAt === null
        ? { openings: [], nextOpeningAt: null }
        : await movedOpenings(manager, changing, launchedAt, rounds, now);
    return {
      programmeId: programme.id,
      title: programme.title,
      organizationId: programme.organizationId,
      calendarId: programme.calendarId,
      nextOpeningBefore: instantOrNull(programme.nextOpeningAt),
      nextOpeningAt,
      replanned,
      roundUpdates,
      assignments,
      dues: await dueMoves(manager, programme.id, replanned),
      openings: [
        ...openings.map((move) => ({ ...move, programmeId: programme.id, projectId: null })),
        ...lookBackMoves(replanned).map((move) => ({ ...move, programmeId: programme.id })),
      ],
      passedOver,
      setAside: await named(manager, programme.id, passedOver),
    };
  }
}

/** What is passed over, so that people find it. */
async function named(
  manager: EntityManager,
  programmeId: number,
  passedOver: readonly PassedOver[],
): Promise<PassedObligation[]> {
  if (passedOver.length === 0) return [];
  const errors = new Map(passedOver.map(({ obligationId, error }) => [obligationId, error]));
  const rows: Omit<PassedObligation, 'programmeId' | 'reason'>[] = await manager.query(
    `SELECT o.id AS "obligationId", o.project_id AS "projectId", p.title AS "projectTitle", o.cadence_key AS cadence,
            o.period_key AS period FROM obligation o JOIN project p ON p.id = o.project_id
     WHERE o.id = ANY($1::bigint[]) ORDER BY o.id`,
    [[...errors.keys()]],
  );
  return rows.map((row) => ({ ...row, programmeId, reason: reasonOf(errors.get(row.obligationId)) }));
}

/** The national version that the person saw, if it is still the newest. Locked, it keeps a second change waiting. */
async function seenVersion(manager: EntityManager, calendarId: number, lock: boolean): Promise<NationalCalendar> {
  const rows: { name: string; baseId: number | null }[] = await manager.query(
    'SELECT name, base_id AS "baseId" FROM calendar WHERE id = $1',
    [calendarId],
  );
  const [seen] = rows;
  if (!seen) throw new DomainError('NOT_FOUND', '没有这个日历');
  if (seen.baseId !== null) {
    throw new DomainError('CALENDAR_COMPOSED', '这是含地方放假日的日历，由全国日历推出；请选全国日历的现行版本');
  }
  if (lock) {
    // The first version of a name is the door: it never changes, so whoever waits at it sees what came before.
    await manager.query('SELECT id FROM calendar WHERE name = $1 AND version = 1 FOR UPDATE', [seen.name]);
  }
  const present = await presentNational(manager, seen.name);
  if (!present) throw new Error(`calendar ${seen.name} vanished`);
  if (present.id !== calendarId) {
    throw new DomainError('STALE_VERSION', '日历已有新的版本，请在现行版本上重新预览', {
      present: { calendarId: present.id, version: present.version },
    });
  }
  return present;
}

function changedTable(document: CalendarDocument, change: TableChange): CalendarDocument {
  if (change.kind === 'regional') return document;
  const changed = change.kind === 'year' ? withYear(document, change) : withEmergency(document, change);
  return isDeepStrictEqual(changed, { ...document, notes: document.notes ?? [] }) ? document : changed;
}

/** The organization's next layer; undefined when it says what is in force already. */
async function changedLayer(manager: EntityManager, change: RegionalDays): Promise<Layer | undefined> {
  const { organizationId, name, notice, days } = change;
  const known: unknown[] = await manager.query('SELECT 1 FROM organization WHERE id = $1', [organizationId]);
  if (known.length === 0) throw new DomainError('UNKNOWN_ORGANIZATION', '没有这个组织，请从组织列表里选择');
  const present = await presentLayer(manager, organizationId);
  if (present === undefined && days.length === 0) return undefined;
  if (present && isDeepStrictEqual([present.name, present.notice, present.days], [name, notice, days]))
    return undefined;
  return { id: 0, organizationId, version: (present?.version ?? 0) + 1, name, notice, days };
}

/**
 * The programmes on any version of a national calendar, locked against rounds that open and launches. An archived one
 * opens nothing any more, so it is in only while something of it is still owed, such as a look-back.
 * @param layer only those of its organization and below
 */
async function programmesOn(
  manager: EntityManager,
  name: string,
  layer: Layer | undefined,
  lock: boolean,
): Promise<ProgrammeRow[]> {
  return manager.query(
    `WITH RECURSIVE below AS (
       SELECT id FROM organization WHERE id = $2
       UNION ALL SELECT o.id FROM organization o JOIN below b ON o.parent_id = b.id)
     SELECT p.id, p.title, p.organization_id AS "organizationId", p.calendar_id AS "calendarId",
            CASE WHEN p.archived_at IS NULL THEN p.launched_at END AS "launchedAt",
            CASE WHEN isfinite(p.next_opening_at) AND p.next_opening_at <= ${LAST_INSTANT} THEN p.next_opening_at END
              AS "nextOpeningAt"
     FROM programme p
     WHERE p.calendar_id IN (SELECT c.id FROM calendar c LEFT JOIN calendar n ON n.id = c.base_id
                             WHERE coalesce(n.name, c.name) = $1)
       AND ($2::bigint IS NULL OR p.organization_id IN (SELECT id FROM below))
       AND (p.archived_at IS NULL OR EXISTS (
         SELECT 1 FROM round r JOIN clock c ON c.round_id = r.id JOIN obligation o ON o.clock_id = c.id
         WHERE r.programme_id = p.id AND o.ended_at IS NULL))
     ORDER BY p.id ${lock ? 'FOR NO KEY UPDATE OF p' : ''}`,
    [name, layer?.organizationId ?? null],
  );
}
