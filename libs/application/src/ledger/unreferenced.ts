import type { EntityManager } from 'typeorm';

/**
 * Deletes rows to which no foreign key of any table refers; asks the schema itself which there are, so that a table
 * added later is thought of too.
 * @param except tables whose references do not count
 * @returns the ids that stay
 */
export async function deleteUnreferenced(
  manager: EntityManager,
  table: string,
  ids: readonly number[],
  except: readonly string[] = [],
): Promise<number[]> {
  if (ids.length === 0) return [];
  const references: { table: string; column: string }[] = await manager.query(
    `SELECT t.relname AS table, a.attname AS column
     FROM pg_constraint c JOIN pg_class t ON t.oid = c.conrelid
     JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
     WHERE c.contype = 'f' AND c.confrelid = to_regclass($1) AND NOT t.relname = ANY($2)`,
    [table, except],
  );
  const free = references.map((to) => `AND NOT EXISTS (SELECT 1 FROM "${to.table}" r WHERE r."${to.column}" = o.id)`);
  await manager.query(`DELETE FROM "${table}" o WHERE o.id = ANY($1::bigint[]) ${free.join(' ')}`, [ids]);
  const kept: { id: number }[] = await manager.query(`SELECT id FROM "${table}" WHERE id = ANY($1::bigint[])`, [ids]);
  return kept.map(({ id }) => id);
}
