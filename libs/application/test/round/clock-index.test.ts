import { afterAll, beforeAll, expect, it } from 'vitest';
import { County } from './county.js';

let county: County;
let clockId: number;

beforeAll(async () => {
  county = await County.open({ projects: 2_400, deadline: '2026-06-30' });
  const rows: { id: number }[] = await county.dataSource.query('SELECT min(id) AS id FROM clock');
  clockId = rows[0]?.id ?? 0;
  await county.dataSource.query('ANALYZE obligation');
});

afterAll(() => county.close());

/** The plan, where reading the whole table is no choice: which of the indexes fits the question? */
async function plan(question: string): Promise<string> {
  return county.dataSource.transaction(async (manager) => {
    await manager.query('SET LOCAL enable_seqscan = off');
    const rows: { 'QUERY PLAN': string }[] = await manager.query(`EXPLAIN ${question}`);
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });
}

it.each([
  ['what is due', 'SELECT id FROM obligation WHERE clock_id = $1 AND next_wake_at <= now()'],
  ['its next wake', 'SELECT min(next_wake_at) FROM obligation WHERE clock_id = $1 AND next_wake_at IS NOT NULL'],
  ['whether anything lives', 'SELECT 1 FROM obligation WHERE clock_id = $1 AND ended_at IS NULL'],
  ['how full it is', 'SELECT count(*) FROM obligation WHERE clock_id = $1'],
])('a clock finds %s among its own obligations only', async (_, question) => {
  const said = await plan(question.replace('$1', String(clockId)));
  expect(said).toMatch(new RegExp(`Index Cond: \\(+clock_id = '?${clockId}`));
});
