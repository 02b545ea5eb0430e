// What no engine can beat by much: the same rows, written by SQL that was written for this one case.
import type { DataSource } from 'typeorm';
import { BLUE, YELLOW } from './county.js';

/**
 * One rung for everybody due: sweep, effects and notices, the very rows the engine writes.
 * $1 the rung's instant, $2 the next wake; `whose` narrows it to one obligation ($3) for the jobs of a peer.
 */
const rungSql = (whose: string, cause: string): string => `
  WITH due AS (
    UPDATE obligation SET swept_to = $1::timestamptz + interval '1 millisecond', next_wake_at = $2::timestamptz
    WHERE next_wake_at <= $1 ${whose}
    RETURNING id, clock_id, project_id, due_at, due_revision),
  told AS (
    SELECT d.*, j.title, e.id AS person_id, e.name AS person_name,
           ${cause} || '/person-' || e.id || '/in-app' AS cause
    FROM due d
    JOIN project j ON j.id = d.project_id
    JOIN linkage l ON l.project_id = d.project_id AND l.relation = 'unit-head'
    JOIN appointment a ON a.post_id = l.post_id AND a.held_from <= $1 AND (a.held_to IS NULL OR a.held_to > $1)
    JOIN person e ON e.id = a.person_id),
  caused AS (
    INSERT INTO effect (kind, cause_key, clock_id, created_at)
    SELECT DISTINCT 'deliver-notices', cause, clock_id, $1::timestamptz FROM told RETURNING id, cause_key)
  INSERT INTO notice (obligation_id, rung_key, cycle, due_revision, action, post, ordinal, person_id, person_name, channel,
                      rung_at, at, due_at, late, title, effect_id)
  SELECT t.id, 'blue', 'due:' || t.due_revision, t.due_revision, 'slip-blue', 'unit-head', 0, t.person_id, t.person_name,
         'in-app', $1, $1, t.due_at, false,
         '【蓝色督办单】“' || t.title || '”按期办结，时限' || to_char(t.due_at AT TIME ZONE 'Asia/Shanghai', 'YYYY"年"FMMM"月"FMDD"日"'), c.id
  FROM told t JOIN caused c ON c.cause_key = t.cause
  ON CONFLICT (obligation_id, rung_key, cycle, post, channel) DO NOTHING`;

export const RUNG_FOR_ALL = rungSql('', `clock_id::text`);
/** The same SQL for one obligation: what a peer's job does. */
export const RUNG_FOR_ONE = rungSql('AND id = $3', `d.id::text`);

export const RUNG_PARAMETERS = [new Date(BLUE).toISOString(), new Date(YELLOW).toISOString()];

/** The text of a table's rows for one multi-row INSERT, identities left out. */
export async function rowsOf(dataSource: DataSource, table: string): Promise<TableRows> {
  const columns: { name: string; type: string }[] = await dataSource.query(
    `SELECT attname AS name, format_type(atttypid, atttypmod) AS type FROM pg_attribute
     WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped AND attidentity = '' AND attname <> 'seq' ORDER BY attnum`,
    [table],
  );
  const texts = columns.map(({ name }) => `"${name}"::text AS "${name}"`).join(', ');
  const order = (await hasColumn(dataSource, table, 'seq')) ? 'seq' : 'id';
  const rows: Record<string, string | null>[] = await dataSource.query(
    `SELECT ${texts} FROM ${table} ORDER BY ${table}.${order}`,
  );
  return { table, columns, rows };
}

export interface TableRows {
  readonly table: string;
  readonly columns: readonly { readonly name: string; readonly type: string }[];
  readonly rows: readonly Readonly<Record<string, string | null>>[];
}

type Query = (sql: string, parameters?: unknown[]) => Promise<unknown>;

/** One multi-row INSERT of rows the client holds: `INSERT … VALUES (…), (…), …` in slices of a thousand. */
export async function insertValues(query: Query, { table, columns, rows }: TableRows): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  for (let from = 0; from < rows.length; from += 1_000) {
    const values = rows
      .slice(from, from + 1_000)
      .map((row) => `(${columns.map(({ name }) => literal(row[name])).join(',')})`);
    await query(`INSERT INTO ${table} (${names}) VALUES ${values.join(',')}`);
  }
}

/** The same by arrays, `INSERT … SELECT * FROM unnest(…)`: what a client does that knows PostgreSQL. */
export async function insertArrays(query: Query, { table, columns, rows }: TableRows): Promise<void> {
  const names = columns.map(({ name }) => `"${name}"`).join(', ');
  const arrays = columns.map(({ type }, i) => `$${i + 1}::${type}[]`).join(', ');
  await query(
    `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${arrays})`,
    columns.map(({ name }) => rows.map((row) => row[name] ?? null)),
  );
}

const literal = (value: string | null | undefined): string =>
  value === null || value === undefined ? 'NULL' : `'${value.replaceAll("'", "''")}'`;

async function hasColumn(dataSource: DataSource, table: string, column: string): Promise<boolean> {
  const rows: unknown[] = await dataSource.query(
    'SELECT 1 FROM pg_attribute WHERE attrelid = $1::regclass AND attname = $2',
    [table, column],
  );
  return rows.length > 0;
}
