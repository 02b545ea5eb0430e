import { type Instant, type Light, type ObligationState, RECTIFICATION, rateText } from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { instantOf, stamp } from '../bulk.js';

/** Which obligations a board shows, and as of when. */
export interface BoardQuery {
  readonly programmeId: number;
  /** The instant at which lights are judged. */
  readonly at: Instant;
  /** True for a past instant: the facts are then read from the history up to `at`, not from the present rows. */
  readonly past?: boolean;
  readonly unitId?: number | undefined;
  readonly light?: Light | undefined;
}

/** Which part of a board's rows: those after one, and no more than so many. */
export interface BoardSlice {
  /** Project number, cadence and period of the row before. */
  readonly after?: readonly [number, string, string] | undefined;
  readonly limit: number;
}

/** How many open obligations show a light, by responsible unit and lead leader. */
export interface LightCount {
  readonly unitId: number;
  readonly unit: string;
  /** Of the smallest project number counted here. */
  readonly first: number;
  readonly leaderId: number | null;
  readonly leader: string | null;
  readonly light: Light;
  readonly count: number;
}

/** One obligation on the board: opened and not ended. */
export interface BoardRow {
  readonly obligationId: number;
  readonly projectId: number;
  readonly project: number;
  readonly projectTitle: string;
  readonly unitId: number;
  readonly unit: string;
  readonly cadence: string;
  readonly period: string;
  readonly state: ObligationState;
  readonly due: Instant;
  readonly originalDue: Instant;
  readonly light: Light;
}

/** 按期率 of a responsible unit, against the present and the original limits (domain C.7). */
export interface RateRow {
  readonly unitId: number;
  readonly unit: string;
  readonly due: number;
  readonly onTime: number;
  readonly onTimeOriginal: number;
  readonly rate: string;
  readonly rateOriginal: string;
}

/** The facts of every opened obligation of programme $1 as they are now, or as the history tells them up to $2. */
function facts(past: boolean): string {
  if (!past) {
    return `SELECT o.id, o.project_id, o.cadence_key, o.period_key, o.state, o.due_at, o.original_due_at, o.yellow_at,
                   o.submitted_at, o.ended_at IS NOT NULL AS ended
            FROM obligation o JOIN project p ON p.id = o.project_id AND p.programme_id = $1
            WHERE o.state <> 'planned'`;
  }
  return `SELECT DISTINCT ON (h.obligation_id) o.id, o.project_id, o.cadence_key, o.period_key, h.state_to AS state,
                 h.due_at, o.original_due_at, h.yellow_at, h.submitted_at, h.ended
          FROM history h JOIN obligation o ON o.id = h.obligation_id
          JOIN project p ON p.id = o.project_id AND p.programme_id = $1
          WHERE h.at <= $2 AND h.state_to IS NOT NULL
          ORDER BY h.obligation_id, h.seq DESC`;
}

/** 亮灯 in SQL: from due, state and the instant alone, so it is right with every worker stopped. */
const LIGHT = `CASE WHEN f.state = 'submitted' THEN 'blue' WHEN f.state = 'suspended' THEN 'grey'
  WHEN f.due_at < $2 THEN 'red' WHEN f.yellow_at <= $2 THEN 'yellow' ELSE 'green' END`;

/** The board, by project number, cadence and period (by code point); all of it, or a slice. */
export async function boardRows(
  manager: EntityManager,
  query: BoardQuery,
  { after, limit }: Partial<BoardSlice> = {},
): Promise<BoardRow[]> {
  const seek = after
    ? 'AND (p.number, f.cadence_key COLLATE "C", f.period_key COLLATE "C") > ($6::bigint, $7, $8)'
    : '';
  const rows: (Omit<BoardRow, 'due' | 'originalDue'> & { due: Date; originalDue: Date })[] = await manager.query(
    `SELECT f.id AS "obligationId", f.project_id AS "projectId", p.number AS project, p.title AS "projectTitle",
            p.unit_id AS "unitId", u.name AS unit, f.cadence_key AS cadence, f.period_key AS period, f.state,
            f.due_at AS due, f.original_due_at AS "originalDue", ${LIGHT} AS light
     FROM (${facts(query.past ?? false)}) f
     JOIN project p ON p.id = f.project_id JOIN organization u ON u.id = p.unit_id
     WHERE NOT f.ended AND ($3::bigint IS NULL OR p.unit_id = $3) AND ($4::text IS NULL OR ${LIGHT} = $4) ${seek}
     ORDER BY p.number, f.cadence_key COLLATE "C", f.period_key COLLATE "C" LIMIT $5`,
    [query.programmeId, stamp(query.at), query.unitId ?? null, query.light ?? null, limit ?? null, ...(after ?? [])],
  );
  return rows.map((row) => ({ ...row, due: instantOf(row.due), originalDue: instantOf(row.originalDue) }));
}

/** The lights of the whole board, counted where the rows are: by unit and by who leads at the instant. */
export async function lightCounts(
  manager: EntityManager,
  query: Pick<BoardQuery, 'programmeId' | 'at' | 'past' | 'unitId'>,
): Promise<LightCount[]> {
  return manager.query(
    `SELECT p.unit_id AS "unitId", u.name AS unit, min(p.number) AS first, e.id AS "leaderId", e.name AS leader, c.light,
            sum(c.count)::int AS count
     FROM (SELECT f.project_id, ${LIGHT} AS light, count(*) FROM (${facts(query.past ?? false)}) f
           WHERE NOT f.ended GROUP BY 1, 2) c
     JOIN project p ON p.id = c.project_id JOIN organization u ON u.id = p.unit_id
     LEFT JOIN linkage l ON l.project_id = p.id AND l.relation = 'lead-leader'
     LEFT JOIN appointment a ON a.post_id = l.post_id AND a.held_from <= $2 AND (a.held_to IS NULL OR a.held_to > $2)
     LEFT JOIN person e ON e.id = a.person_id
     WHERE $3::bigint IS NULL OR p.unit_id = $3
     GROUP BY p.unit_id, u.name, e.id, e.name, c.light`,
    [query.programmeId, stamp(query.at), query.unitId ?? null],
  );
}

/**
 * 按期办结率 by responsible unit, in the order of the ledger, units without anything due included: on time ÷ due by the
 * instant, whether done or not. Cancelled, suspended and rectification are left out.
 */
export async function rateRows(
  manager: EntityManager,
  query: Pick<BoardQuery, 'programmeId' | 'at' | 'past' | 'unitId'>,
): Promise<RateRow[]> {
  const rows: Omit<RateRow, 'rate' | 'rateOriginal'>[] = await manager.query(
    `WITH counted AS (
       SELECT p.unit_id, count(*)::int AS due,
         count(*) FILTER (WHERE f.state IN ('submitted','accepted') AND f.submitted_at <= f.due_at)::int AS on_time,
         count(*) FILTER (WHERE f.state IN ('submitted','accepted') AND f.submitted_at <= f.original_due_at)::int AS on_time_original
       FROM (${facts(query.past ?? false)}) f JOIN project p ON p.id = f.project_id
       WHERE f.due_at <= $2 AND f.state NOT IN ('cancelled','suspended') AND f.cadence_key <> '${RECTIFICATION}'
       GROUP BY p.unit_id)
     SELECT u.id AS "unitId", u.name AS unit, coalesce(c.due, 0) AS due, coalesce(c.on_time, 0) AS "onTime",
            coalesce(c.on_time_original, 0) AS "onTimeOriginal"
     FROM (SELECT unit_id, min(number) AS first FROM project WHERE programme_id = $1 GROUP BY unit_id) i
     JOIN organization u ON u.id = i.unit_id LEFT JOIN counted c ON c.unit_id = i.unit_id
     WHERE $3::bigint IS NULL OR u.id = $3
     ORDER BY i.first`,
    [query.programmeId, stamp(query.at), query.unitId ?? null],
  );
  return rows.map((row) => ({
    ...row,
    rate: rateText(row.onTime, row.due),
    rateOriginal: rateText(row.onTimeOriginal, row.due),
  }));
}
