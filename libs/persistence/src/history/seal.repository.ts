import { createHash } from 'node:crypto';
import type { Day, Instant } from '@duban/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { stamp } from '../bulk.js';

/**
 * How a row of the history is written down to be hashed, by form: an array of these columns as JSON. A form never
 * changes; a new column makes a new one. Times are in UTC, whatever the session's zone.
 */
export const CANONICAL: readonly (readonly string[])[] = [
  [
    'seq',
    'at',
    'obligation_id',
    'project_id',
    'programme_id',
    'act',
    'actor_id',
    'actor_name',
    'state_from',
    'state_to',
    'due_at',
    'due_revision',
    'yellow_at',
    'submitted_at',
    'ended',
    'late',
    'why',
    'data',
  ],
  [
    'seq',
    'at',
    'obligation_id',
    'project_id',
    'programme_id',
    'act',
    'actor_id',
    'actor_name',
    'state_from',
    'state_to',
    'due_at',
    'due_revision',
    'yellow_at',
    'submitted_at',
    'ended',
    'late',
    'why',
    'data',
    'request_id',
  ],
];
const TIMES = new Set(['at', 'due_at', 'yellow_at', 'submitted_at']);
export const NEWEST_FORM = CANONICAL.length;

const MARK_BYTES = 8;
const GENESIS = Buffer.alloc(32);
/** One sealer at a time. */
const SEAL_LOCK = 7_640_007;

/** A link of the chain as it is checked. */
export interface Seal {
  readonly number: number;
  readonly form: number;
  readonly seqs: readonly number[];
  readonly marks: Buffer;
  readonly hash: Buffer;
}

/** A row to be hashed: its number and its canonical text. */
export interface CanonicalRow {
  readonly seq: number;
  readonly text: string;
}

/** Where the chain ends: what a copy kept elsewhere must agree with. */
export interface Head {
  readonly number: number;
  readonly hash: string;
}

function canonicalSql(form: number): string {
  const columns = CANONICAL[form - 1];
  if (columns === undefined) throw new Error(`history seal of an unknown form ${form}`);
  const values = columns.map((name) => (TIMES.has(name) ? `${name} AT TIME ZONE 'UTC'` : name));
  return `jsonb_build_array(${values.join(', ')})::text`;
}

/** The rows of these numbers that are there, ascending, in their canonical form. */
export async function canonicalRows(
  from: DataSource | EntityManager,
  form: number,
  seqs: readonly number[],
): Promise<CanonicalRow[]> {
  return from.query(`SELECT seq, ${canonicalSql(form)} AS text FROM history WHERE seq = ANY($1) ORDER BY seq`, [seqs]);
}

/** What a link over these rows must say, after a link with this hash (null: the first). */
export function linkOf(
  number: number,
  previous: Buffer | null,
  rows: readonly CanonicalRow[],
): Pick<Seal, 'marks' | 'hash'> {
  const digests = rows.map(({ text }) => createHash('sha256').update(text).digest());
  const link = createHash('sha256')
    .update(previous ?? GENESIS)
    .update(String(number));
  for (const digest of digests) link.update(digest);
  return { marks: Buffer.concat(digests.map((digest) => digest.subarray(0, MARK_BYTES))), hash: link.digest() };
}

/** The first row of a seal whose own mark is not what the seal says; undefined when the marks agree. */
export function firstMismatch(seal: Seal, marks: Buffer): number | undefined {
  const at = seal.seqs.findIndex(
    (_, i) =>
      !marks
        .subarray(i * MARK_BYTES, (i + 1) * MARK_BYTES)
        .equals(seal.marks.subarray(i * MARK_BYTES, (i + 1) * MARK_BYTES)),
  );
  return at < 0 ? undefined : seal.seqs[at];
}

/** Seals after a number, in order. */
export async function sealsAfter(from: DataSource | EntityManager, number: number, limit: number): Promise<Seal[]> {
  const rows: (Omit<Seal, 'seqs'> & { seqs: string[] })[] = await from.query(
    `SELECT number, form, seqs::text[] AS seqs, marks, hash FROM history_seal WHERE number > $1 ORDER BY number LIMIT $2`,
    [number, limit],
  );
  return rows.map((row) => ({ ...row, seqs: row.seqs.map(Number) }));
}

/** Rows of the history that no seal lists, ascending. */
export async function unsealed(from: DataSource | EntityManager, afterSeq: number, limit: number): Promise<number[]> {
  const rows: { seq: number }[] = await from.query(
    `SELECT h.seq FROM history h
     LEFT JOIN (SELECT unnest(seqs) AS seq FROM history_seal WHERE seqs[cardinality(seqs)] > $1) s ON s.seq = h.seq
     WHERE h.seq > $1 AND s.seq IS NULL ORDER BY h.seq LIMIT $2`,
    [afterSeq, limit],
  );
  return rows.map(({ seq }) => seq);
}

/**
 * Adds links over committed rows that have none yet, oldest first. Writers are not held up: a row that commits later
 * than one with a higher number is listed by a later link. Must run in a transaction of READ COMMITTED.
 * @param limits.rows most rows at once; limits.perLink most rows in a link; limits.fromTheStart looks for rows without a
 *   link at any place, not only at the end
 */
export async function sealRows(
  manager: EntityManager,
  limits: { readonly rows: number; readonly perLink: number; readonly fromTheStart?: boolean },
): Promise<{ sealed: number; head: Head | null }> {
  await manager.query('SELECT pg_advisory_xact_lock($1)', [SEAL_LOCK]);
  const seqs = await unsealed(manager, limits.fromTheStart ? 0 : await settledTo(manager), limits.rows);
  const last: { number: number; hash: Buffer }[] = await manager.query(
    'SELECT number, hash FROM history_seal ORDER BY number DESC LIMIT 1',
  );
  let head = last[0] ?? null;
  for (let at = 0; at < seqs.length; at += limits.perLink) {
    const part = seqs.slice(at, at + limits.perLink);
    const number: number = (head?.number ?? 0) + 1;
    const link = linkOf(number, head?.hash ?? null, await canonicalRows(manager, NEWEST_FORM, part));
    // What this link has seen is only settled when the run saw everything there was.
    const complete = seqs.length < limits.rows;
    await manager.query(
      `INSERT INTO history_seal (number, sealed_at, form, seqs, marks, hash, seen_to, horizon)
       SELECT $1, clock_timestamp(), $2, $3, $4, $5, CASE WHEN $6 THEN $7 ELSE 0 END::bigint,
              pg_snapshot_xmax(pg_current_snapshot())::text::bigint`,
      [number, NEWEST_FORM, part, link.marks, link.hash, complete, part.at(-1)],
    );
    head = { number, hash: link.hash };
  }
  return { sealed: seqs.length, head: head && { number: head.number, hash: head.hash.toString('hex') } };
}

/**
 * Up to which number nothing new can come: what a link has seen, once it is a minute old and every transaction of its
 * time has ended. Only spares work; the full check looks at everything.
 */
async function settledTo(manager: EntityManager): Promise<number> {
  const rows: { seen: number | null }[] = await manager.query(
    `SELECT max(seen_to) AS seen FROM history_seal
     WHERE sealed_at < clock_timestamp() - interval '1 minute'
       AND horizon <= pg_snapshot_xmin(pg_current_snapshot())::text::bigint`,
  );
  return rows[0]?.seen ?? 0;
}

/** Whether the chain has been gone along for a night. */
export async function isNightChecked(dataSource: DataSource, night: Day): Promise<boolean> {
  const rows: unknown[] = await dataSource.query('SELECT 1 FROM history_check WHERE night = $1', [night]);
  return rows.length > 0;
}

/** Notes down what going along the chain for a night found; of several who did, the first counts. */
export async function noteNightChecked(
  manager: EntityManager,
  night: Day,
  fault: string | null,
  at: Instant,
): Promise<void> {
  await manager.query(
    'INSERT INTO history_check (night, checked_at, fault) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING',
    [night, stamp(at), fault],
  );
}
