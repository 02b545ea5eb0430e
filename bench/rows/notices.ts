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

/** When the last notice was committed, by PostgreSQL's own book. */
export async function lastCommit(dataSource: DataSource): Promise<number> {
  return numberOf(
    dataSource,
    `SELECT extract(epoch FROM max(pg_xact_commit_timestamp(x))) * 1000
     FROM (SELECT DISTINCT xmin::text::xid AS x FROM notice) n`,
  );
}
