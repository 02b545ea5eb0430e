// B2: everybody due at one instant, until the last notice is committed.
import { useCases } from '@duban/application';
import { ENGINE } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { RUNG_FOR_ALL, RUNG_FOR_ONE, RUNG_PARAMETERS } from '../by-hand.js';
import { BLUE, clocksOf, LAUNCH, makeCounty, numberOf, sleepUntil, withPast } from '../county.js';
import { inParallel, median, type Sides, takeTurns, timed } from '../measure.js';
import type { Job, Peer } from '../peers/peer.js';
import { type Database } from '../place.js';
import type { RowOutcome } from '../result.js';
import { figure, type Row, type Run, ratio, same } from '../row.js';
import { settingsOf, withPeer } from './launch.js';
import { lastCommit, untilNotices } from './notices.js';
import { dueThroughWorker, realTimeCounty } from './worker.js';

/** Clocks that one worker advances at once. */
export const CLOCKS_AT_ONCE = 4;
const WORKER = 'Duban (worker, Temporal)';
const ALONE = 'Duban (engine alone)';
const STATEMENT = 'one SQL statement';

export const due: Row = {
  id: 'B2',
  title: '同一时刻到期，到最后一条通知落库',
  size: 10_000,
  async run(run, size) {
    const { place, repeats, say } = run;
    const asleep = await place.template((dataSource) => sleepingCounty(dataSource, size));
    const real = await place.template((dataSource) => realTimeCounty(dataSource, size));
    await expectSameRows(run, asleep);
    const sides: Sides = {
      [STATEMENT]: () =>
        place.withCopy(asleep, async ({ dataSource }) => {
          const took = await timed(() => dataSource.query(RUNG_FOR_ALL, RUNG_PARAMETERS));
          await expectNotices(dataSource, size);
          return took;
        }),
      [ALONE]: () => place.withCopy(asleep, (database) => engineAlone(database, size)),
      [WORKER]: () => place.withCopy(real, (database) => dueThroughWorker(run, database, size)),
      ...Object.fromEntries(
        run.peers.map((peer) => [
          peer.name,
          () => place.withCopy(asleep, (database) => peerDue(run, peer, database, size)),
        ]),
      ),
    };
    const values = await takeTurns(repeats, sides, say);
    await place.drop(asleep);
    await place.drop(real);
    return outcome(values, run);
  },
};

/** A launched county whose next rung is the blue slip, for everybody. */
export async function sleepingCounty(dataSource: DataSource, size: number): Promise<void> {
  const programme = await makeCounty(dataSource, size);
  await useCases(dataSource).programmes.launch(ENGINE, programme, LAUNCH);
  await withPast(dataSource);
  await sleepUntil(dataSource, BLUE);
}

export async function engineAlone({ dataSource }: Database, size: number): Promise<number> {
  const { engine } = useCases(dataSource);
  const clocks = await clocksOf(dataSource);
  const took = await timed(() => inParallel(clocks, CLOCKS_AT_ONCE, (id) => engine.advanceClock(id, BLUE)));
  await expectNotices(dataSource, size);
  return took;
}

async function expectNotices(dataSource: DataSource, wanted: number): Promise<void> {
  same('notices', await numberOf(dataSource, 'SELECT count(*) FROM notice'), wanted);
  const twice = 'SELECT count(*) FROM (SELECT 1 FROM notice GROUP BY obligation_id HAVING count(*) > 1) d';
  same('obligations told twice', await numberOf(dataSource, twice), 0);
}

/** The statement must write what the engine writes, row for row; otherwise it would be no measure. */
async function expectSameRows(run: Run, asleep: string): Promise<void> {
  const written = (work: (database: Database) => Promise<unknown>) =>
    run.place.withCopy(asleep, async (database) => {
      await work(database);
      const rows: { all: string }[] = await database.dataSource.query(
        `SELECT md5(string_agg(concat_ws('|', o.id, o.swept_to, o.next_wake_at, n.rung_key, n.cycle, n.due_revision, n.action, n.post,
                  n.ordinal, n.person_id, n.person_name, n.channel, n.rung_at, n.at, n.due_at, n.late, n.title, e.kind, e.clock_id, e.state), ';' ORDER BY o.id)) AS all
         FROM obligation o LEFT JOIN notice n ON n.obligation_id = o.id LEFT JOIN effect e ON e.id = n.effect_id`,
      );
      return `${rows[0]?.all} ${await numberOf(database.dataSource, "SELECT count(*) FROM effect WHERE state = 'pending'")}`;
    });
  const [engine, statement] = [
    await written(async (database) => {
      const clocks = await clocksOf(database.dataSource);
      for (const id of clocks) await useCases(database.dataSource).engine.advanceClock(id, BLUE);
    }),
    await written(({ dataSource }) => dataSource.query(RUNG_FOR_ALL, RUNG_PARAMETERS)),
  ];
  if (engine !== statement)
    throw new Error(`the statement writes other rows than the engine: ${engine} / ${statement}`);
}

/** A peer: a job for each obligation at one real instant, the same SQL in each job; measured by commit times. */
async function peerDue(run: Run, peer: Peer, { url, dataSource }: Database, size: number): Promise<number> {
  const part = Math.max(1, Math.round(size * (peer.share ?? 1)));
  const ids: { id: number }[] = await dataSource.query('SELECT id FROM obligation ORDER BY id LIMIT $1', [part]);
  return withPeer(run, peer, url, async (peering, pool) => {
    const at = new Date(Date.now() + leadMs(peer, part));
    await peering.schedule(ids.map(({ id }): Job => ({ obligationId: id, rung: 'blue', at })));
    await pool.query('ANALYZE');
    await peering.work(
      async (obligationId) => void (await pool.query(RUNG_FOR_ONE, [...RUNG_PARAMETERS, obligationId])),
    );
    if (Date.now() > at.getTime())
      throw new Error(`${peer.name}: scheduling took longer than ${leadMs(peer, part)} ms`);
    await untilNotices(dataSource, part);
    return ((await lastCommit(dataSource)) - at.getTime()) * (size / part);
  });
}

/** Long enough to schedule everything before its instant. */
function leadMs(peer: Peer, jobs: number): number {
  return 4_000 + jobs * (peer.needs === 'temporal' ? 12 : peer.name === 'DBOS' ? 8 : 0.5);
}

function outcome(values: Record<string, number[]>, run: Run): RowOutcome {
  const of = (name: string) => median(values[name] ?? []);
  const [fastest] = [...run.peers].sort((a, b) => of(a.name) - of(b.name));
  return {
    figures: Object.entries(values).map(([name, all]) => {
      const peer = run.peers.find((known) => name === known.name);
      return figure(name, 'ms', all, peer && settingsOf(peer));
    }),
    verdicts: [
      ...(fastest
        ? [ratio(`${WORKER} faster than ${fastest.name}`, of(fastest.name) / of(WORKER), { atLeast: 20 })]
        : []),
      ratio(`${ALONE} against the statement`, of(ALONE) / of(STATEMENT), { atMost: 2 }),
      ratio(`${WORKER} against the statement`, of(WORKER) / of(STATEMENT), { atMost: 2 }),
    ],
  };
}
