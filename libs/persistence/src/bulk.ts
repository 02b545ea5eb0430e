import type { Instant } from '@duban/domain';
import type { EntityManager } from 'typeorm';

/** Column name → SQL type, in the order of insertion. */
export type Columns = Readonly<Record<string, string>>;

/** An instant as PostgreSQL reads it from text. */
export function stamp(instant: Instant | null): string | null {
  return instant === null ? null : new Date(instant).toISOString();
}

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

/**
 * One statement for any number of rows: the rows travel as one JSON parameter and are inserted in their order.
 * @param suffix e.g. `ON CONFLICT DO NOTHING RETURNING id`
 */
export async function bulkInsert<T>(
  manager: EntityManager,
  table: string,
  columns: Columns,
  rows: readonly Readonly<Record<string, unknown>>[],
  suffix = '',
): Promise<T[]> {
  if (rows.length === 0) return [];
  const names = Object.keys(columns).join(', ');
  return manager.query(`INSERT INTO ${table} (${names}) SELECT ${names} FROM ${recordset(columns)} ${suffix}`, [
    JSON.stringify(rows),
  ]);
}

/** `json_to_recordset($1) AS r(…)` for those columns. */
export function recordset(columns: Columns, parameter = '$1'): string {
  const typed = Object.entries(columns).map(([name, type]) => `${name} ${type}`);
  return `json_to_recordset(${parameter}::json) AS r(${typed.join(', ')})`;
}
