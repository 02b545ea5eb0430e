import type { Throwaway } from './throwaway.js';

/** What the engine reads of a programme: table → which of its rows ($1 is the programme). */
const PARTS: readonly (readonly [table: string, where: string])[] = [
  ['organization', 'true'],
  ['person', 'true'],
  ['post', 'true'],
  ['appointment', 'true'],
  ['calendar', 'true'],
  ['calendar_layer', 'true'],
  ['policy', 'true'],
  ['programme', 'id = $1'],
  ['category', 'programme_id = $1'],
  ['programme_policy', 'programme_id = $1'],
  ['cadence', 'programme_id = $1 AND replaced_at IS NULL'],
  ['project', `programme_id = $1 AND state IN ('draft', 'launched')`],
  ['linkage', 'project_id IN (SELECT id FROM project WHERE programme_id = $1)'],
  ['milestone', 'project_id IN (SELECT id FROM project WHERE programme_id = $1)'],
];

/** What is under way besides: rounds, clocks, live obligations, and what they must not say twice. */
const UNDER_WAY: readonly (readonly [table: string, where: string])[] = [
  ['round', 'programme_id = $1'],
  ['clock', 'round_id IN (SELECT id FROM round)'],
  ['obligation', 'clock_id IN (SELECT id FROM clock) AND ended_at IS NULL'],
  ['rectification_case', 'round_id IN (SELECT id FROM round)'],
  ['rectification_proposal', 'obligation_id IN (SELECT id FROM obligation)'],
  ['case_counter', 'true'],
  ['notice', 'obligation_id IN (SELECT id FROM obligation)'],
];

/**
 * Copies a programme with its people, posts and rules into a throwaway record, as it would be before its launch: every
 * project that has not ended is a draft. The real record is only read.
 */
export async function copyProgramme(throwaway: Throwaway, programmeId: number): Promise<void> {
  const { dataSource } = throwaway;
  await copyParts(throwaway, programmeId, PARTS);
  await dataSource.query(
    `UPDATE project SET state = 'draft', launched_at = NULL, closed_at = NULL WHERE state = 'launched'`,
  );
  await dataSource.query('UPDATE programme SET launched_at = NULL, next_opening_at = NULL');
  // Launched anew, also in the past, it runs under its rules from the first day.
  await dataSource.query(`UPDATE cadence SET created_at = 'epoch'`);
  // And who holds a post first, holds it from the first day; a post that is still to be filled stays vacant until then.
  await dataSource.query(
    `UPDATE appointment a SET held_from = 'epoch' WHERE a.held_from <= now()
       AND NOT EXISTS (SELECT 1 FROM appointment b WHERE b.post_id = a.post_id AND b.held_from < a.held_from)`,
  );
}

/** Copies a programme as it stands, with all that is under way, on one snapshot of the record. */
export async function copyPresent(throwaway: Throwaway, programmeId: number): Promise<void> {
  await copyParts(throwaway, programmeId, [...PARTS, ...UNDER_WAY]);
  await throwaway.dataSource.query(`SELECT setval('event_seq', (SELECT coalesce(max(seq), 0) + 1 FROM notice), false)`);
}

async function copyParts(
  { dataSource, schema, home }: Throwaway,
  programmeId: number,
  parts: typeof PARTS,
): Promise<void> {
  await dataSource.transaction('REPEATABLE READ', async (manager) => {
    for (const [table, where] of parts) {
      const columns: { name: string; identity: boolean }[] = await manager.query(
        `SELECT quote_ident(column_name) AS name, is_identity = 'YES' AS identity FROM information_schema.columns
         WHERE table_schema = $1 AND table_name = $2 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
        [schema, table],
      );
      const names = columns.map(({ name }) => name).join(', ');
      const from = where.replaceAll('FROM project', `FROM "${home}".project`);
      await manager.query(
        `INSERT INTO ${schema}.${table} (${names}) OVERRIDING SYSTEM VALUE
         SELECT ${names} FROM "${home}".${table} WHERE ${from}`,
        where.includes('$1') ? [programmeId] : [],
      );
      for (const { name } of columns.filter(({ identity }) => identity)) {
        await manager.query(
          `SELECT setval(pg_get_serial_sequence('${schema}.${table}', '${name}'), coalesce(max(${name}), 0) + 1, false)
           FROM ${schema}.${table}`,
        );
      }
    }
  });
}
