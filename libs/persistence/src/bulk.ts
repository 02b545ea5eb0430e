import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';

/** Column name → SQL type, in the order of insertion. */
export type Columns = Readonly<Record<string, string>>;

const REMEMBERED = 1_000;
const stamps = new Map<Instant, string>();

/** An instant as PostgreSQL reads it from text. Remembered: the rows of a round share theirs. */
export function stamp(instant: Instant | null): string | null {
  if (instant === null) return null;
  const known = stamps.get(instant);
  if (known !== undefined) return known;
  const text = new Date(instant).toISOString();
  if (stamps.size >= REMEMBERED) stamps.clear();
  stamps.set(instant, text);
  return text;
}

/** SQL: the last instant that can be read here. What lies behind it, `infinity` included, is a damaged row. */
export const LAST_INSTANT = `'275760-09-13T00:00:00Z'::timestamptz`;

/** An instant out of what pg gives for a timestamptz. */
export function instantOf(value: Date): Instant {
  return value.getTime();
}

export function instantOrNull(value: Date | null): Instant | null {
  return value === null ? null : value.getTime();
}

/** The row that a statement cannot but give, such as INSERT … RETURNING without a conflict clause. */
export function onlyRow<T>(rows: readonly T[]): T {
  const [row] = rows;
  if (row === undefined) throw new Error('a statement that gives a row gave none');
  return row;
}

/** A row to be written: by column name, instants as text (see `stamp`), JSON documents as they are. */
type RowValues = Readonly<Record<string, unknown>>;

/** Column name → SQL type and where a row has its value: no object is made for a row that already is one. */
export type ColumnsOf<T> = Readonly<Record<string, readonly [type: string, of: (row: T) => unknown]>>;

/**
 * One statement for any number of rows, inserted in their order.
 * @param suffix e.g. `ON CONFLICT DO NOTHING RETURNING id`
 */
export async function bulkInsert<T>(
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly RowValues[],
  suffix = '',
): Promise<T[]> {
  return insertAll(manager, table, byName(columns), rows, suffix);
}

/** The same for rows of any shape. */
export async function insertAll<T, Row>(
  manager: EntityManager,
  table: string,
  columns: ColumnsOf<Row>,
  rows: readonly Row[],
  suffix = '',
): Promise<T[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const names = Object.keys(columns).join(', ');
  if (rows.length === 1) {
    const { places, parameters } = values(columns, first);
    return manager.query(`INSERT INTO ${table} (${names}) VALUES (${places.join(', ')}) ${suffix}`, parameters);
  }
  const { from, parameters } = rowSource(columns, rows);
  return manager.query(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${from} ${suffix}`, parameters);
}

/**
 * One statement that writes columns of any number of rows back.
 * @param also what is set beside them, e.g. `, version = version + 1`
 * @param returning e.g. `RETURNING id`
 */
export async function updateAll<T, Row>(
  manager: EntityManager,
  table: string,
  idOf: (row: Row) => number,
  columns: ColumnsOf<Row>,
  rows: readonly Row[],
  also = '',
  returning = '',
): Promise<T[]> {
  const [first] = rows;
  if (first === undefined) return [];
  const keyed: ColumnsOf<Row> = { key: ['bigint', idOf], ...columns };
  const names = Object.keys(columns);
  if (rows.length === 1) {
    const { places, parameters } = values(keyed, first);
    const assigned = names.map((name, i) => `${name} = ${places[i + 1]}`).join(', ');
    const statement = `UPDATE ${table} SET ${assigned}${also} WHERE id = ${places[0]} ${returning}`;
    return (await manager.query<[T[], number]>(statement, parameters))[0];
  }
  const { from, parameters } = rowSource(keyed, rows);
  const assigned = names.map((name) => `${name} = r.${name}`).join(', ');
  const statement = `UPDATE ${table} SET ${assigned}${also} FROM ${from} WHERE id = r.key ${returning}`;
  return (await manager.query<[T[], number]>(statement, parameters))[0];
}

/** One row's parameters: PostgreSQL plans a statement over them in half the time of one over rows to select from. */
function values<Row>(columns: ColumnsOf<Row>, row: Row): { places: string[]; parameters: unknown[] } {
  const entries = Object.values(columns);
  return {
    places: entries.map(([type], i) => `$${i + 1}::${type}`),
    parameters: entries.map(([type, of]) => sent(type, of(row))),
  };
}

/** Columns of rows that have their values by the columns' names. */
export function byName(columns: Columns): ColumnsOf<RowValues> {
  return Object.fromEntries(
    Object.entries(columns).map(([name, type]) => [name, [type, (row: RowValues) => row[name]] as const]),
  );
}

/**
 * Rows as something to select from, called `r`: an array for each column, and one value where all rows agree, which is
 * most of a round's columns. Nothing is parsed twice and little travels.
 * @param rows at least one
 */
export function rowSource<Row>(columns: ColumnsOf<Row>, rows: readonly Row[]): { from: string; parameters: unknown[] } {
  const parameters: unknown[] = [];
  const selected: string[] = [];
  const arrays: string[] = [];
  const names: string[] = [];
  for (const [name, [type, of]] of Object.entries(columns)) {
    const values = rows.map((row) => sent(type, of(row)));
    const [first] = values;
    const same = values.every((value) => value === first);
    parameters.push(same ? first : values);
    const parameter = `$${parameters.length}::${type}`;
    if (same) selected.push(`${parameter} AS ${name}`);
    else {
      selected.push(`u.${name}`);
      arrays.push(`${parameter}[]`);
      names.push(name);
    }
  }
  const source = names.length > 0 ? `unnest(${arrays.join(', ')}) AS u(${names.join(', ')})` : rowsAlike(rows.length);
  return { from: `(SELECT ${selected.join(', ')} FROM ${source}) AS r`, parameters };
}

const rowsAlike = (count: number): string => (count === 1 ? '(SELECT) AS u' : `generate_series(1, ${count}) AS u`);

const sent = (type: string, value: unknown): unknown =>
  value === null || value === undefined ? null : type === 'jsonb' ? JSON.stringify(value) : value;
