// Very many obligations, made by SQL: a hundred periods of ten thousand projects.
import { useCases } from '@duban/application';
import { ENGINE } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { LAUNCH, makeCounty, numberOf } from './county.js';

const MOST_PROJECTS = 10_000;
const SHARD = 500;

/**
 * Obligations of a launched county beyond their completions: four in five long accepted, the rest open; of these half
 * overdue, as a list looks that has run for years. They sleep in clocks of the usual size.
 */
export async function makeMany(dataSource: DataSource, size: number): Promise<void> {
  const projects = Math.min(MOST_PROJECTS, Math.max(Math.min(size, SHARD), Math.ceil(size / 100)));
  await makeCounty(dataSource, projects);
  const programme = await numberOf(dataSource, 'SELECT id FROM programme');
  await useCases(dataSource).programmes.launch(ENGINE, programme, LAUNCH);
  const periods = Math.ceil(size / projects) - 1;
  if (periods < 1) return;
  await dataSource.query(
    `INSERT INTO round (programme_id, cadence_key, period_key, name, policy_id, opens_at, opened_at)
     SELECT $1, 'monthly', 'p' || lpad(n::text, 4, '0'), '月报', (SELECT min(id) FROM policy), $2, $2 FROM generate_series(1, $3::int) n`,
    [programme, new Date(LAUNCH), periods],
  );
  await dataSource.query(
    `INSERT INTO clock (round_id, shard, workflow_id)
     SELECT r.id, s, 'w/' || r.id || '/' || s FROM round r, generate_series(1, $1::int) s WHERE r.cadence_key = 'monthly'`,
    [Math.ceil(projects / SHARD)],
  );
  // Due a day apart; every fifth is still open, and of those every other one was due in the past.
  await dataSource.query(
    `INSERT INTO obligation (clock_id, project_id, cadence_key, period_key, profile, owed_by, state, opened_at, due_at, original_due_at,
       planned_at, swept_to, yellow_at, next_wake_at, submitted_at, ended_at)
     SELECT c.id, p.id, 'monthly', r.period_key, 'report', 'unit',
            CASE WHEN live THEN 'open' ELSE 'accepted' END, $1, d.due, d.due, $1, $1, d.due - interval '3 days',
            CASE WHEN live THEN timestamptz '2036-01-01' END,
            CASE WHEN NOT live THEN d.due - interval '1 hour' END, CASE WHEN NOT live THEN d.due END
     FROM project p
     CROSS JOIN round r
     CROSS JOIN LATERAL (SELECT (p.id + r.id) % 5 = 0 AS live, (p.id + r.id) % 10 = 0 AS past) f
     CROSS JOIN LATERAL (SELECT CASE WHEN live AND NOT past THEN timestamptz '2035-12-01' ELSE timestamptz '2026-06-01' END
                                + (r.id % 28) * interval '1 day' AS due) d
     JOIN clock c ON c.round_id = r.id AND c.shard = 1 + (p.number - 1) / $2::int
     WHERE r.cadence_key = 'monthly'`,
    [new Date(LAUNCH), SHARD],
  );
  await dataSource.query('TRUNCATE poke');
}
