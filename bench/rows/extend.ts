// B6: extensions one by one, against single-row UPDATEs with their history; and the API's answer with Temporal away.
import { useCases } from '@duban/application';
import pg from 'pg';
import { clocksOf, LAUNCH, numberOf } from '../county.js';
import { inParallel, median, quantile, type Sides, takeTurns, timed } from '../measure.js';
import type { Database } from '../place.js';
import type { RowOutcome } from '../result.js';
import { figure, type Row, type Run, ratio, same } from '../row.js';
import { startedApi } from './api.js';
import { sleepingCounty } from './due.js';
import { readyWorker, stopWorker } from './worker.js';

const OFFICE = { personId: null, name: '督办室' };
const AT_ONCE = 4;
const NOW = LAUNCH + 3_600_000;
const NEW_DUE = '2026-09-30';
/** Requests for each p95. */
const REQUESTS = 400;

export const extend: Row = {
  id: 'B6',
  title: '逐项延期',
  size: 10_000,
  async run(run, size) {
    const { place, repeats, say } = run;
    const template = await place.template((dataSource) => sleepingCounty(dataSource, size));
    const sides: Sides = {
      Duban: () => place.withCopy(template, (database) => extendAll(database, size)),
      'UPDATE with history, in a transaction each': () =>
        place.withCopy(template, (database) => updateAll(database, size)),
    };
    const values = await takeTurns(repeats, sides, say);
    const requests = Math.min(REQUESTS, size);
    const turns = await takeTurns(
      repeats,
      {
        'api p95, Temporal up': () => place.withCopy(template, (database) => apiP95(run, database, requests, true)),
        'api p95, Temporal down': () => place.withCopy(template, (database) => apiP95(run, database, requests, false)),
      },
      say,
    );
    await place.drop(template);
    return outcome(values, turns);
  },
};

async function extendAll({ dataSource }: Database, size: number): Promise<number> {
  const { obligations } = useCases(dataSource);
  const ids: { id: number }[] = await dataSource.query('SELECT id FROM obligation ORDER BY id');
  const took = await timed(() =>
    inParallel(ids, AT_ONCE, ({ id }) =>
      obligations.act(OFFICE, id, { do: 'extend', newDue: NEW_DUE }, NOW, { version: 1, why: '材料未齐' }),
    ),
  );
  same('extended', await numberOf(dataSource, 'SELECT count(*) FROM obligation WHERE due_revision = 2'), size);
  return took;
}

/** What a plain back end does: lock and check, change the row, write the history; as many at once as ours. */
async function updateAll({ url, dataSource }: Database, size: number): Promise<number> {
  const pool = new pg.Pool({ connectionString: url, max: AT_ONCE });
  const ids: { id: number }[] = await dataSource.query('SELECT id FROM obligation ORDER BY id');
  const due = new Date('2026-09-30T09:30:00Z');
  const took = await timed(() =>
    inParallel(ids, AT_ONCE, async ({ id }) => {
      const client = await pool.connect();
      try {
        await client.query('BEGIN');
        await client.query(
          `UPDATE obligation SET due_at = $2, due_revision = due_revision + 1, planned_at = $3, yellow_at = $2, next_wake_at = $2,
                  version = version + 1 WHERE id = $1 AND version = 1 AND state IN ('open', 'received', 'returned')`,
          [id, due, new Date(NOW)],
        );
        await client.query(
          `INSERT INTO history (at, act, actor_name, project_id, obligation_id, state_from, state_to, due_at, due_revision, yellow_at, why)
           SELECT $2, 'extend', '督办室', project_id, id, state, state, due_at, due_revision, yellow_at, '材料未齐' FROM obligation WHERE id = $1`,
          [id, new Date(NOW)],
        );
        await client.query('COMMIT');
      } finally {
        client.release();
      }
    }),
  );
  same('updated', await numberOf(dataSource, 'SELECT count(*) FROM obligation WHERE due_revision = 2'), size);
  await pool.end();
  return took;
}

/** p95 of extensions over HTTP, one after the other, with the worker and its Temporal running or both gone. */
async function apiP95(run: Run, database: Database, requests: number, up: boolean): Promise<number> {
  const measure = async (): Promise<number> => {
    const api = await startedApi(database);
    try {
      const ids: { id: number }[] = await database.dataSource.query('SELECT id FROM obligation ORDER BY id LIMIT $1', [
        requests,
      ]);
      await database.dataSource.query(`UPDATE obligation SET due_at = now() + interval '20 days'`);
      const times: number[] = [];
      for (const { id } of ids) {
        const body = { version: 1, newDue: '2036-09-30', why: '材料未齐' };
        times.push(await timed(() => api.expectOk('POST', `/api/obligations/${id}/extend`, body)));
      }
      return quantile(times.slice(Math.floor(times.length / 10)), 0.95);
    } finally {
      await api.stop();
    }
  };
  if (!up) return measure();
  return run.place.withTemporal(async ({ address }) => {
    const worker = await readyWorker(database.url, address);
    try {
      await clocksOf(database.dataSource);
      return await measure();
    } finally {
      await stopWorker(worker);
    }
  });
}

function outcome(values: Record<string, number[]>, turns: Record<string, number[]>): RowOutcome {
  const of = (name: string) => median(values[name] ?? turns[name] ?? []);
  const [up, down] = [of('api p95, Temporal up'), of('api p95, Temporal down')];
  return {
    figures: Object.entries({ ...values, ...turns }).map(([name, all]) => figure(name, 'ms', all)),
    verdicts: [
      ratio('against the UPDATEs', of('Duban') / of('UPDATE with history, in a transaction each'), { atMost: 3 }),
      {
        what: 'api p95 with Temporal down against up',
        measured: `${(down / up).toFixed(2)}×`,
        goal: 'no slower (≤ 1.2×)',
        met: down <= 1.2 * up,
      },
    ],
    notes: [
      'With Temporal up the worker shares the two processors with the API, so the figure with Temporal down may be the lower one.',
    ],
  };
}
