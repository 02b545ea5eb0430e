// B3: the overdue board and its counts over a million obligations, over HTTP, against the same SQL through pg.
import pg from 'pg';
import { numberOf } from '../county.js';
import { median, quantile, takeTurns, timed } from '../measure.js';
import { makeMany } from '../million.js';
import type { Database } from '../place.js';
import type { RowOutcome } from '../result.js';
import { figure, type Row, ratio, same } from '../row.js';
import { startedApi } from './api.js';

/** Requests for each p95: every one counts two hundred thousand open obligations. */
const REQUESTS = 10;
const PAGE = 50;

export const board: Row = {
  id: 'B3',
  title: '逾期看板与计数（HTTP p95）',
  size: 1_000_000,
  async run({ place, repeats, say }, size) {
    const template = await place.template((dataSource) => makeMany(dataSource, size));
    const values = await place.withCopy(template, async (database) => {
      const programme = await numberOf(database.dataSource, 'SELECT id FROM programme');
      const api = await startedApi(database);
      const pool = new pg.Pool({ connectionString: database.url, max: 3 });
      try {
        const page = `/api/programmes/${programme}/board?light=red&limit=${PAGE}`;
        await sameCounts(database, await api.expectOk('GET', page));
        const overHttp = () => p95(() => api.expectOk('GET', page));
        const raw = () => p95(() => Promise.all(BY_HAND.map((sql) => pool.query(sql, [programme, new Date()]))));
        return await takeTurns(repeats, { 'Duban over HTTP, p95': overHttp, 'the same SQL through pg, p95': raw }, say);
      } finally {
        await api.stop();
        await pool.end();
      }
    });
    await place.drop(template);
    return outcome(values);
  },
};

async function p95(ask: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let i = 0; i < REQUESTS; i++) times.push(await timed(ask));
  return quantile(times, 0.95);
}

const LIGHT = `CASE WHEN o.state = 'submitted' THEN 'blue' WHEN o.state = 'suspended' THEN 'grey'
  WHEN o.due_at < $2 THEN 'red' WHEN o.yellow_at <= $2 THEN 'yellow' ELSE 'green' END`;

/** The board by hand: counts by light, unit and leader; rates by unit; the first page of what is overdue. */
const BY_HAND = [
  `SELECT p.unit_id, l.post_id, ${LIGHT} AS light, count(*) FROM obligation o JOIN project p ON p.id = o.project_id
   LEFT JOIN linkage l ON l.project_id = p.id AND l.relation = 'lead-leader'
   WHERE p.programme_id = $1 AND o.ended_at IS NULL AND o.state <> 'planned' GROUP BY 1, 2, 3`,
  `SELECT p.unit_id, count(*), count(*) FILTER (WHERE o.state IN ('submitted', 'accepted') AND o.submitted_at <= o.due_at),
          count(*) FILTER (WHERE o.state IN ('submitted', 'accepted') AND o.submitted_at <= o.original_due_at)
   FROM obligation o JOIN project p ON p.id = o.project_id
   WHERE p.programme_id = $1 AND o.due_at <= $2 AND o.state NOT IN ('planned', 'cancelled', 'suspended') GROUP BY 1`,
  `SELECT o.id, p.id, p.number, p.title, u.name, o.cadence_key, o.period_key, o.state, o.due_at, o.original_due_at
   FROM obligation o JOIN project p ON p.id = o.project_id JOIN organization u ON u.id = p.unit_id
   WHERE p.programme_id = $1 AND o.ended_at IS NULL AND o.state NOT IN ('planned', 'submitted', 'suspended') AND o.due_at < $2
   ORDER BY p.number, o.cadence_key COLLATE "C", o.period_key COLLATE "C" LIMIT ${PAGE + 1}`,
];

async function sameCounts({ dataSource }: Database, answer: Readonly<Record<string, unknown>>): Promise<void> {
  const { lights } = answer as { lights: { red: number } };
  const red = `SELECT count(*) FROM obligation WHERE ended_at IS NULL AND state NOT IN ('planned', 'submitted', 'suspended') AND due_at < now()`;
  same('overdue', lights.red, await numberOf(dataSource, red));
}

function outcome(values: Record<string, number[]>): RowOutcome {
  const [ours, raw] = [
    median(values['Duban over HTTP, p95'] ?? []),
    median(values['the same SQL through pg, p95'] ?? []),
  ];
  return {
    figures: Object.entries(values).map(([name, all]) => figure(name, 'ms', all)),
    verdicts: [ratio('against the same SQL through pg', ours / raw, { atMost: 1.5 })],
    notes: ['Redmine’s REST on a million issues is not measured yet.'],
  };
}
