// B4: what a sleeping obligation costs in all databases.
import { useCases } from '@duban/application';
import { ENGINE } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { makeCounty, numberOf } from '../county.js';
import type { Job } from '../peers/peer.js';
import type { RowOutcome, Verdict } from '../result.js';
import { figure, type Row, type Run } from '../row.js';
import { withPeer } from './launch.js';
import { HOURLY, readyWorker, stopWorker, untilPokesGone } from './worker.js';

/** What is written when an obligation opens, beside its own row: the record of the opening, which no engine spares. */
const RECORD = ['history'];
/** Temporal clears its own tasks of the starts and first looks within half a minute; they are not the sleep. */
const AT_REST_MS = 45_000;
const OWN = ['obligation', 'clock', 'round', 'poke', 'effect', 'notice'];

export const sleeping: Row = {
  id: 'B4',
  title: '一个沉睡的责任事项占用的字节',
  size: 10_000,
  async run(run, size) {
    // Launched just now, so that nothing is due: what Temporal keeps of a wake is not the sleep either.
    const now = Date.now();
    const empty = await run.place.template(async () => undefined);
    const drafts = await run.place.template(
      async (dataSource) => void (await makeCounty(dataSource, size, { policy: HOURLY, deadline: '2036-07-31', now })),
    );
    // What Temporal keeps of a worker with nothing to wait for is nobody's sleep.
    const without = await run.place.withCopy(empty, ({ url, dataSource }) => temporalBytes(run, url, dataSource));
    const seen = await run.place.withCopy(drafts, async ({ url, dataSource }) => {
      const before = await sizes(dataSource);
      await useCases(dataSource).programmes.launch(ENGINE, await numberOf(dataSource, 'SELECT id FROM programme'), now);
      await dataSource.query('VACUUM FULL');
      const after = await sizes(dataSource);
      const temporal = (await temporalBytes(run, url, dataSource)) - without;
      const grown = (tables: readonly string[]) =>
        tables.reduce((sum, table) => sum + (after.get(table) ?? 0) - (before.get(table) ?? 0), 0) / size;
      return { row: grown(['obligation']), own: grown(OWN), record: grown(RECORD), temporal: temporal / size };
    });
    const boss = run.peers.find(({ name }) => name === 'pg-boss');
    const job = boss && (await run.place.withCopy(empty, ({ url }) => bytesOfJob(run, boss, url, size)));
    await run.place.drop(empty);
    await run.place.drop(drafts);
    return outcome(seen, job);
  },
};

async function sizes(dataSource: DataSource): Promise<Map<string, number>> {
  const rows: { name: string; bytes: number }[] = await dataSource.query(
    `SELECT relname AS name, pg_total_relation_size(oid) AS bytes FROM pg_class
     WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace`,
  );
  return new Map(rows.map(({ name, bytes }) => [name, bytes]));
}

/** What Temporal's own store holds after the clocks of a county have gone to sleep in it. */
async function temporalBytes(run: Run, url: string, dataSource: DataSource): Promise<number> {
  let bytes = 0;
  await run.place.withTemporal(
    async ({ address }) => {
      const worker = await readyWorker(url, address);
      try {
        await untilPokesGone(dataSource);
        await new Promise((resolve) => setTimeout(resolve, AT_REST_MS));
      } finally {
        await stopWorker(worker);
      }
    },
    (after) => {
      bytes = after;
    },
  );
  return bytes;
}

async function bytesOfJob(run: Run, peer: Run['peers'][number], url: string, size: number): Promise<number> {
  return withPeer(run, peer, url, async (peering, pool) => {
    const bytes = async () => {
      await pool.query('VACUUM FULL');
      const { rows } = await pool.query(
        `SELECT sum(pg_total_relation_size(c.oid))::float8 AS bytes FROM pg_class c
         WHERE c.relkind = 'r' AND c.relnamespace = 'pgboss'::regnamespace`,
      );
      return Number(rows[0].bytes);
    };
    const before = await bytes();
    const at = new Date(Date.now() + 30 * 86_400_000);
    await peering.schedule(Array.from({ length: size }, (_, i): Job => ({ obligationId: i + 1, rung: 'blue', at })));
    return ((await bytes()) - before) / size;
  });
}

function outcome(
  seen: { row: number; own: number; record: number; temporal: number },
  job: number | undefined,
): RowOutcome {
  const total = seen.own + seen.temporal;
  const against: Verdict = {
    what: 'obligation, its share of clock and round, and Temporal’s store, against the bare row with its indexes',
    measured: `${(total / seen.row).toFixed(2)}×`,
    goal: '≤ 1.1×',
    met: total <= 1.1 * seen.row,
  };
  return {
    figures: [
      figure('bare row with its indexes', 'bytes', [seen.row]),
      figure('with clock, round, poke and effect', 'bytes', [seen.own]),
      figure(
        'Temporal’s store, per obligation',
        'bytes',
        [seen.temporal],
        'pages in use of the dev server’s SQLite file, less those of a server with a worker and no clock',
      ),
      figure(
        'history of the launch and the opening',
        'bytes',
        [seen.record],
        'the record, kept for ever; not the cost of sleeping',
      ),
      ...(job === undefined
        ? []
        : [figure('a pg-boss job', 'bytes', [job], 'one job; a ladder needs one for each rung')]),
    ],
    verdicts: [
      against,
      ...(job === undefined
        ? []
        : [
            {
              what: 'below a pg-boss job',
              measured: `${Math.round(total)} against ${Math.round(job)} bytes`,
              goal: 'below',
              met: total < job,
            },
          ]),
    ],
  };
}
