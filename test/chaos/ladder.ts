// I9: the rungs that fired against the plan that the record's own facts give.
import { Rules } from '@duban/application';
import { isReminder, planOf } from '@duban/domain';
import { readClock, readObligation } from '@duban/persistence';
import type { Evidence } from './evidence.js';

/** Those nothing ever happened to but time: what should have fired follows from their facts alone. */
const UNDISTURBED = `SELECT o.id, array_remove(array_agg(DISTINCT n.rung_key || ' ' || n.cycle), NULL) AS fired
  FROM obligation o LEFT JOIN notice n ON n.obligation_id = o.id
  WHERE o.state IN ('open', 'received') AND o.ended_at IS NULL AND NOT EXISTS (
    SELECT FROM history h WHERE h.obligation_id = o.id AND h.act NOT IN ('open', 'receive', 'extend'))
    AND NOT EXISTS (SELECT FROM set_aside s WHERE s.obligation_id = o.id)
  GROUP BY o.id`;

const DISORDER = `SELECT seq, obligation_id, rung_key, cycle FROM (
    SELECT *, max(rung_at) OVER (PARTITION BY obligation_id, cycle ORDER BY seq) AS furthest FROM notice
    WHERE action LIKE 'slip-%' OR action = 'propose-rectification') n
  WHERE rung_at < furthest`;

export async function ladderBreaks({ record }: Evidence): Promise<Record<string, readonly unknown[]>> {
  const rules = new Rules();
  const skipped: unknown[] = [];
  const repeated = await record.query(
    `SELECT obligation_id, rung_key, cycle, post, person_id, count(*)::int AS times FROM notice
     GROUP BY 1, 2, 3, 4, 5, channel HAVING count(*) > 1`,
  );
  const rows: { id: number; fired: string[] }[] = await record.query(UNDISTURBED);
  await record.transaction(async (manager) => {
    for (const { id, fired } of rows) {
      const row = await readObligation(manager, id);
      const clock = row && (await readClock(manager, row.clockId));
      if (!row || !clock) continue;
      const { policy, calendar } = await rules.terms(manager, clock);
      for (const { rung, at } of planOf(row.facts, policy, calendar)) {
        const due = rung.anchor === 'due' && at < row.facts.sweptTo && !isReminder(rung) && rung.to.length > 0;
        const name = `${rung.key} due:${row.facts.dueRevision}`;
        if (due && !fired.includes(name)) skipped.push({ id, rung: name, at: new Date(at) });
      }
    }
  });
  return {
    '台阶重复 / a rung fired again': repeated,
    '台阶跳过 / a rung was skipped': skipped,
    '台阶次序颠倒 / a higher rung fired before a lower': await record.query(DISORDER),
  };
}
