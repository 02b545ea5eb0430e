// What every row that waits for notices looks at.
import type { DataSource } from 'typeorm';
import { numberOf } from '../county.js';

/** Waits until so many notices are there. */
export async function untilNotices(dataSource: DataSource, wanted: number, withinMs = 900_000): Promise<void> {
  const until = Date.now() + withinMs;
  for (;;) {
    const found = await numberOf(dataSource, 'SELECT count(*) FROM notice');
    if (found === wanted) return;
    if (found > wanted || Date.now() > until) throw new Error(`${found} notices instead of ${wanted}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

/**
 * When the last notice was committed, by PostgreSQL's own book: as of its obligation, which the same transaction marks as
 * judged. The notice itself is written once more when it is delivered, and then tells of that.
 * @param untouched condition on obligations `o`: those that people did not change afterwards
 */
export async function lastCommit(dataSource: DataSource, untouched = 'true'): Promise<number> {
  return numberOf(
    dataSource,
    `SELECT extract(epoch FROM max(pg_xact_commit_timestamp(x))) * 1000
     FROM (SELECT DISTINCT o.xmin::text::xid AS x FROM obligation o
           WHERE ${untouched} AND EXISTS (SELECT 1 FROM notice n WHERE n.obligation_id = o.id)) o`,
  );
}
