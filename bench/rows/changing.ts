// B2c: everybody due at one instant, while a tenth is extended, a tenth cancelled and a tenth reassigned in the last two seconds.
import { useCases } from '@duban/application';
import { addDays, dayOfInstant } from '@duban/domain';
import { appoint, personNamed } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { numberOf } from '../county.js';
import { inParallel } from '../measure.js';
import type { RowOutcome } from '../result.js';
import { figure, type Row, type Run } from '../row.js';
import { lastCommit } from './notices.js';
import { realTimeCounty, stopWorker, untilPokesGone, wakeAllAt, workerAtRest } from './worker.js';

const OFFICE = { personId: null, name: '督办室' };
const LAST_MS = 2_000;

export const changing: Row = {
  id: 'B2c',
  title: '到期前两秒内一成延期、一成撤销、一成换人',
  size: 10_000,
  async run(run, size) {
    const template = await run.place.template((dataSource) => realTimeCounty(dataSource, size));
    const [times, missed, doubled, misdirected, late]: number[][] = [[], [], [], [], []];
    for (let turn = 1; turn <= run.repeats; turn++) {
      const seen = await once(run, template, size);
      times?.push(seen.ms);
      missed?.push(seen.missed);
      doubled?.push(seen.doubled);
      misdirected?.push(seen.misdirected);
      late?.push(seen.actsAfter);
      run.say(`  ${turn}/${run.repeats}: ${JSON.stringify(seen)}`);
    }
    await run.place.drop(template);
    return outcome({ times, missed, doubled, misdirected, late });
  },
};

interface Seen {
  ms: number;
  missed: number;
  doubled: number;
  misdirected: number;
  /** Acts that were committed only after the instant: for them either answer is right. */
  actsAfter: number;
}

function once(run: Run, template: string, size: number): Promise<Seen> {
  return run.place.withCopy(template, (database) =>
    run.place.withTemporal(async ({ address }) => {
      const { dataSource } = database;
      const worker = await workerAtRest(database, address);
      try {
        const at = Date.now() + 4_000 + LAST_MS + size * 0.2;
        await wakeAllAt(dataSource, at);
        await untilPokesGone(dataSource);
        await new Promise((resolve) => setTimeout(resolve, at - LAST_MS - Date.now()));
        await change(dataSource, size);
        await settled(dataSource, at);
        return await check(dataSource, at);
      } finally {
        await stopWorker(worker);
      }
    }),
  );
}

/** People at work: each act with the version it saw; four at a time, as an office with four clerks. */
async function change(dataSource: DataSource, size: number): Promise<void> {
  const { obligations } = useCases(dataSource);
  const rows: { id: number; version: number; due_at: Date }[] = await dataSource.query(
    'SELECT id, version, due_at FROM obligation WHERE id % 10 IN (1, 2) ORDER BY id',
  );
  const tomorrow = addDays(dayOfInstant(Date.now()), 3);
  const heads: { id: number }[] = await dataSource.query(
    `SELECT id FROM post WHERE relation = 'unit-head' ORDER BY id LIMIT 4`,
  );
  const reassignments = heads.map(({ id }) => async () => {
    await dataSource.transaction(async (manager) =>
      appoint(manager, id, await personNamed(manager, `接任${id}`), Date.now()),
    );
  });
  const acts = rows.map(({ id, version }) => async () => {
    const act = id % 10 === 1 ? ({ do: 'extend', newDue: tomorrow } as const) : ({ do: 'cancel' } as const);
    await obligations.act(OFFICE, id, act, Date.now(), { version });
  });
  // The reassignments (a tenth of the units' heads) lie among the acts, not before them.
  const step = Math.max(1, Math.floor(acts.length / (reassignments.length + 1)));
  reassignments.forEach((work, i) => void acts.splice((i + 1) * step, 0, work));
  if (acts.length === 0 || size === 0) throw new Error('nobody to change');
  await inParallel(acts, 4, (work) => work());
}

/** Until no clock has anything left that is due. */
async function settled(dataSource: DataSource, at: number): Promise<void> {
  const until = Date.now() + 120_000;
  for (;;) {
    const left = await numberOf(dataSource, 'SELECT count(*) FROM obligation WHERE next_wake_at <= $1', [new Date(at)]);
    if (left === 0 && Date.now() > at) return;
    if (Date.now() > until) throw new Error(`${left} obligations were never judged`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function check(dataSource: DataSource, at: number): Promise<Seen> {
  const changes = `SELECT obligation_id, act, pg_xact_commit_timestamp(xmin) AS done FROM history WHERE act IN ('extend', 'cancel')`;
  const told = `SELECT obligation_id, count(*) AS times FROM notice WHERE rung_key = 'remind' GROUP BY 1`;
  const instant = new Date(at);
  const missed = await numberOf(
    dataSource,
    `SELECT count(*) FROM obligation o LEFT JOIN (${told}) n ON n.obligation_id = o.id
     LEFT JOIN (${changes}) c ON c.obligation_id = o.id WHERE c.obligation_id IS NULL AND n.times IS NULL`,
  );
  const doubled = await numberOf(dataSource, `SELECT count(*) FROM (${told}) n WHERE times > 1`);
  const toChanged = await numberOf(
    dataSource,
    `SELECT count(*) FROM (${changes}) c JOIN (${told}) n USING (obligation_id) WHERE c.done < $1`,
    [instant],
  );
  const toFormer = await numberOf(
    dataSource,
    `SELECT count(*) FROM notice n JOIN obligation o ON o.id = n.obligation_id
     JOIN linkage l ON l.project_id = o.project_id AND l.relation = n.post
     JOIN appointment a ON a.post_id = l.post_id AND a.person_id = n.person_id
     WHERE n.rung_key = 'remind' AND a.held_to IS NOT NULL AND a.held_to <= n.at
       AND (SELECT max(pg_xact_commit_timestamp(b.xmin)) FROM appointment b WHERE b.post_id = l.post_id) < $1`,
    [instant],
  );
  const actsAfter = await numberOf(dataSource, `SELECT count(*) FROM (${changes}) c WHERE c.done >= $1`, [instant]);
  const ms = (await lastCommit(dataSource, 'o.id % 10 NOT IN (1, 2)')) - at;
  return { ms, missed, doubled, misdirected: toChanged + toFormer, actsAfter };
}

function outcome(seen: Record<string, number[] | undefined>): RowOutcome {
  const worst = (name: string) => Math.max(...(seen[name] ?? [0]));
  const none = (what: string, name: string) => ({
    what,
    measured: String(worst(name)),
    goal: '0',
    met: worst(name) === 0,
  });
  return {
    figures: [
      figure('Duban (worker, Temporal), until the last notice', 'ms', seen.times ?? []),
      figure('acts committed only after the instant (either answer is right)', 'rows', seen.late ?? []),
    ],
    verdicts: [
      none('missed', 'missed'),
      none('told twice', 'doubled'),
      none('told although extended or cancelled before, or told the former holder', 'misdirected'),
    ],
  };
}
