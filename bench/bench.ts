/**
 * `npm run bench [-- obligations repeats]`: how far the engine is from the SQL that nobody can beat by much. Ratios of
 * medians from one run, the two sides taking turns; never a test. Peers come with a later issue.
 */
import { performance } from 'node:perf_hooks';
import { SHARD_SIZE, useCases } from '@duban/application';
import { instantAt } from '@duban/domain';
import { createDataSource, ENGINE, migrate } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { startThrowawayPostgres } from '../scripts/servers/throwaway-postgres.js';
import { makeCounty } from './county.js';

const [obligations, repeats] = [Number(process.argv[2] ?? 10_000), Number(process.argv[3] ?? 5)];
const CONNECTIONS = 4;
const LAUNCH = instantAt('2026-06-25', '09:00');
const DEADLINE = '2026-07-31';
/** The blue slip of the default ladder: one working day after the deadline. */
const RUNG = instantAt('2026-08-03', '09:00');

/** One rung for everybody due, by hand: what no engine can beat by much. */
const STATEMENT = `
  WITH due AS (UPDATE obligation SET swept_to = $1, next_wake_at = NULL WHERE next_wake_at <= $1 RETURNING *)
  INSERT INTO notice (obligation_id, rung_key, cycle, due_revision, action, post, ordinal, person_id, person_name, channel,
                      rung_at, at, due_at, title)
  SELECT d.id, 'blue', 'due:1', d.due_revision, 'slip-blue', l.relation, 0, p.id, p.name, 'in-app', $1, $1, d.due_at, '督办单'
  FROM due d JOIN linkage l ON l.project_id = d.project_id AND l.relation = 'unit-head'
  LEFT JOIN appointment a ON a.post_id = l.post_id AND a.held_to IS NULL LEFT JOIN person p ON p.id = a.person_id
  ON CONFLICT DO NOTHING`;

const server = await startThrowawayPostgres();
const figures = { launch: [] as number[], insert: [] as number[], advance: [] as number[], statement: [] as number[] };
try {
  for (let i = 0; i < repeats; i++) {
    await withDatabase(`engine_${i}`, async (dataSource) => {
      const programme = await makeCounty(dataSource, obligations, DEADLINE, LAUNCH);
      const use = useCases(dataSource);
      figures.launch.push(await timed(() => use.programmes.launch(ENGINE, programme, LAUNCH)));
      const clocks: { id: number }[] = await dataSource.query('SELECT id FROM clock ORDER BY id');
      await sleepUntilRung(dataSource);
      figures.advance.push(await timed(() => inParallel(clocks, ({ id }) => use.engine.advanceClock(id, RUNG))));
      await expectNotices(dataSource, obligations);
    });
    await withDatabase(`sql_${i}`, async (dataSource) => {
      const programme = await makeCounty(dataSource, obligations, DEADLINE, LAUNCH);
      figures.insert.push(await rawInsert(dataSource, programme));
      figures.statement.push(await timed(() => dataSource.query(STATEMENT, [new Date(RUNG)])));
      await expectNotices(dataSource, obligations);
    });
  }
  report();
} finally {
  await server.stop();
}

/** Earlier rungs are spent, so that what is measured is one rung for all at one instant. */
async function sleepUntilRung(dataSource: DataSource): Promise<void> {
  await dataSource.query('UPDATE obligation SET swept_to = $1, next_wake_at = $1', [new Date(RUNG)]);
  await dataSource.query('VACUUM ANALYZE obligation');
}

/** The same rows in one multi-row INSERT: copied from a launch of the same county. */
async function rawInsert(dataSource: DataSource, programme: number): Promise<number> {
  await useCases(dataSource).programmes.launch(ENGINE, programme, LAUNCH);
  await dataSource.query('CREATE TABLE copy AS SELECT * FROM obligation');
  const columns: { list: string }[] = await dataSource.query(
    `SELECT string_agg(column_name, ', ') AS list FROM information_schema.columns WHERE table_name = 'obligation' AND column_name <> 'id'`,
  );
  const list = columns[0]?.list ?? '';
  await dataSource.query('DELETE FROM obligation');
  const took = await timed(() => dataSource.query(`INSERT INTO obligation (${list}) SELECT ${list} FROM copy`));
  await sleepUntilRung(dataSource);
  return took;
}

async function expectNotices(dataSource: DataSource, wanted: number): Promise<void> {
  const rows: { count: number }[] = await dataSource.query(
    `SELECT count(*) AS count FROM notice WHERE rung_key = 'blue'`,
  );
  if (rows[0]?.count !== wanted) throw new Error(`${rows[0]?.count} notices instead of ${wanted}`);
}

async function withDatabase(name: string, work: (dataSource: DataSource) => Promise<void>): Promise<void> {
  const admin = createDataSource(server.url, { poolSize: 1 });
  await admin.initialize();
  await admin.query(`CREATE DATABASE ${name}`);
  const dataSource = createDataSource(server.url.replace(/\/postgres$/, `/${name}`), { poolSize: CONNECTIONS });
  await dataSource.initialize();
  try {
    await migrate(dataSource);
    await work(dataSource);
  } finally {
    await dataSource.destroy();
    await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
    await admin.destroy();
  }
}

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items];
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item);
    }),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}

function report(): void {
  const m = Object.fromEntries(Object.entries(figures).map(([name, values]) => [name, median(values)]));
  const line = (what: string, ours: number, theirs: number) =>
    `${what}: ${ours.toFixed(0)} ms against ${theirs.toFixed(0)} ms, ratio ${(ours / theirs).toFixed(2)}\n`;
  process.stdout.write(`${obligations} obligations, shards of ${SHARD_SIZE}, medians of ${repeats}\n`);
  process.stdout.write(
    line('B1 launch with a ladder of 9 rungs, against the raw INSERT of the rows', m.launch ?? 0, m.insert ?? 0),
  );
  process.stdout.write(
    line(
      'B2 all due at one instant until the last notice, against one SQL statement',
      m.advance ?? 0,
      m.statement ?? 0,
    ),
  );
}
