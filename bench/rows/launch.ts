// B1: launch with the default ladder, against peers that must schedule what Duban only knows, and the bare INSERT.
import { useCases } from '@duban/application';
import { DEFAULT_POLICY } from '@duban/domain';
import { ENGINE } from '@duban/persistence';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { insertArrays, insertValues, rowsOf, type TableRows } from '../by-hand.js';
import { LAUNCH, makeCounty, numberOf } from '../county.js';
import { median, type Sides, takeTurns, timed } from '../measure.js';
import type { Job, Peer } from '../peers/peer.js';
import { type Database, POOL_SIZE } from '../place.js';
import type { RowOutcome, Verdict } from '../result.js';
import { figure, type Row, type Run, ratio, same } from '../row.js';

const RUNGS = DEFAULT_POLICY.rungs.length;
const FAR = Date.now() + 30 * 86_400_000;

export const launch: Row = {
  id: 'B1',
  title: '下达：每项带九级阶梯',
  size: 10_000,
  async run(run, size) {
    const { place, repeats, say } = run;
    const drafts = await place.template(async (dataSource) => void (await makeCounty(dataSource, size)));
    const rows = await rowsOfLaunch(run, drafts, size);
    const [obligations, ...others] = rows;
    if (!obligations) throw new Error('no rows');
    const inDrafts = (work: (database: Database) => Promise<number>) => () => place.withCopy(drafts, work);
    const sides: Sides = {
      Duban: inDrafts(async ({ dataSource }) => {
        const programme = await numberOf(dataSource, 'SELECT id FROM programme');
        const took = await timed(() => useCases(dataSource).programmes.launch(ENGINE, programme, LAUNCH));
        same('obligations', await numberOf(dataSource, 'SELECT count(*) FROM obligation'), size);
        return took;
      }),
      'raw INSERT (VALUES)': inDrafts((database) => raw(database, size, (query) => insertValues(query, obligations))),
      'raw INSERT (arrays)': inDrafts((database) => raw(database, size, (query) => insertArrays(query, obligations))),
      'raw, every row of a launch': inDrafts((database) =>
        raw(database, size, async (query) => {
          for (const table of [obligations, ...others]) await insertArrays(query, table);
          await query(`UPDATE project SET state = 'launched', launched_at = $1, version = version + 1`, [
            new Date(LAUNCH),
          ]);
        }),
      ),
      ...Object.fromEntries(run.peers.flatMap((peer) => schedulings(run, peer, drafts, size))),
    };
    const figures = await takeTurns(repeats, sides, say);
    await place.drop(drafts);
    return outcome(figures, run);
  },
};

/** The rows that a launch of this county writes, as the client of a hand-written launch would hold them. */
async function rowsOfLaunch(run: Run, drafts: string, size: number): Promise<TableRows[]> {
  return run.place.withCopy(drafts, async ({ dataSource }) => {
    const programme = await numberOf(dataSource, 'SELECT id FROM programme');
    await useCases(dataSource).programmes.launch(ENGINE, programme, LAUNCH);
    const tables = await Promise.all(['obligation', 'history', 'poke'].map((table) => rowsOf(dataSource, table)));
    same('rows captured', tables[0]?.rows.length ?? 0, size);
    return tables;
  });
}

/** The clocks must be there before their obligations; they are few, and are not counted. */
async function raw(
  { url, dataSource }: Database,
  size: number,
  work: (query: (sql: string, parameters?: unknown[]) => Promise<unknown>) => Promise<void>,
): Promise<number> {
  await makeClocks(dataSource, size);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const took = await timed(async () => {
      await client.query('BEGIN');
      await work((sql, parameters) => client.query(sql, parameters));
      await client.query('COMMIT');
    });
    same('obligations', await numberOf(dataSource, 'SELECT count(*) FROM obligation'), size);
    return took;
  } finally {
    await client.end();
  }
}

async function makeClocks(dataSource: DataSource, size: number): Promise<void> {
  await dataSource.query(
    `INSERT INTO round (programme_id, cadence_key, period_key, name, policy_id, opens_at, opened_at)
     SELECT id, 'completion', 'completion', '按期办结', (SELECT id FROM policy LIMIT 1), now(), now() FROM programme`,
  );
  await dataSource.query(
    `INSERT INTO clock (round_id, shard, workflow_id) SELECT r.id, n, 'w' || n FROM round r, generate_series(1, $1::int) n`,
    [Math.ceil(size / 500)],
  );
}

/** A peer's side with a job for each rung, and with one for each obligation. */
function schedulings(run: Run, peer: Peer, drafts: string, size: number): [string, () => Promise<number>][] {
  const part = Math.max(1, Math.round(size * (peer.share ?? 1)));
  const side = (rungs: number) => () =>
    run.place.withCopy(drafts, async ({ url }) => {
      const jobs = Array.from({ length: part * rungs }, (_, i): Job => {
        const rung = i % rungs;
        return { obligationId: Math.floor(i / rungs) + 1, rung: `rung-${rung}`, at: new Date(FAR + rung * 86_400_000) };
      });
      return withPeer(run, peer, url, async (peering) => (await timed(() => peering.schedule(jobs))) * (size / part));
    });
  const one: [string, () => Promise<number>] = [`${peer.name}, a job per obligation`, side(1)];
  return peer.jobPerRung ? [[`${peer.name}, a job per rung`, side(RUNGS)], one] : [one];
}

/** Opens a peer on a pool of its own for one piece of work. */
export async function withPeer<T>(
  run: Run,
  peer: Peer,
  url: string,
  work: (peering: Awaited<ReturnType<Peer['open']>>, pool: pg.Pool) => Promise<T>,
): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE });
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const redisPort = await (peer.needs === 'redis' ? run.place.redisPort() : undefined);
  const temporal = await (peer.needs === 'temporal' ? run.place.temporal() : undefined);
  const peering = await peer.open({
    url,
    pool,
    concurrency: POOL_SIZE,
    ...(redisPort === undefined ? {} : { redisPort }),
    ...(temporal === undefined ? {} : { temporalAddress: temporal.address }),
  });
  try {
    return await work(peering, pool);
  } finally {
    await peering.close();
    await pool.end();
  }
}

function outcome(values: Record<string, number[]>, run: Run): RowOutcome {
  const of = (name: string) => median(values[name] ?? []);
  const ours = of('Duban');
  const raw = Math.min(of('raw INSERT (VALUES)'), of('raw INSERT (arrays)'));
  const every = of('raw, every row of a launch');
  const fastest = (suffix: string) =>
    Object.keys(values)
      .filter((name) => name.endsWith(suffix))
      .sort((a, b) => of(a) - of(b))[0];
  const perRung = fastest('a job per rung');
  const perObligation = fastest('a job per obligation');
  return {
    figures: Object.entries(values).map(([name, all]) => {
      const peer = run.peers.find((known) => name.startsWith(known.name));
      return figure(name, 'ms', all, peer && settingsOf(peer));
    }),
    verdicts: [
      ...(perRung
        ? [
            ratio(`faster than rows by hand and ${perRung}`, (every + of(perRung)) / ours, { atLeast: 5 }),
            ratio(`faster than ${perRung}, its scheduling alone`, of(perRung) / ours, { atLeast: 5 }),
          ]
        : []),
      ...(perObligation
        ? [
            ratio(`ahead of rows by hand and ${perObligation}`, (every + of(perObligation)) / ours, { atLeast: 1 }),
            ratio(`ahead of ${perObligation}, its scheduling alone`, of(perObligation) / ours, { atLeast: 1 }),
          ]
        : []),
      against('the raw INSERT of the obligations alone', ours, raw),
      against('a raw write of every row a launch writes (history, pokes, projects)', ours, every),
    ],
    notes: [
      'A peer needs the rows as well as its jobs: “rows by hand” is the raw write of every row a launch writes, taken from this very run.',
    ],
  };
}

function against(what: string, ours: number, raw: number): Verdict {
  return {
    what: `against ${what}`,
    measured: `${(ours / raw).toPrecision(3)}×, ${Math.round(ours)} ms`,
    goal: `≤ 1.5× + 0.2 s = ${Math.round(1.5 * raw + 200)} ms`,
    met: ours <= 1.5 * raw + 200,
  };
}

/** What a peer ran with, for the table. */
export function settingsOf(peer: Peer): string {
  const share = peer.share === undefined ? '' : `; measured on ${peer.share * 100}% and scaled up`;
  return `${peer.version}: ${peer.settings}${share}`;
}
