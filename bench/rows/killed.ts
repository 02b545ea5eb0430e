// B5: as B2, with kill -9 of the worker half-way; another one goes on.
import { numberOf } from '../county.js';
import { median, takeTurns } from '../measure.js';
import type { Database } from '../place.js';
import type { RowOutcome } from '../result.js';
import { figure, type Row, type Run, same } from '../row.js';
import { lastCommit, untilNotices } from './notices.js';
import {
  dueThroughWorker,
  readyWorker,
  realTimeCounty,
  stopWorker,
  untilPokesGone,
  wakeAllAt,
  workerAtRest,
} from './worker.js';

const KILLED = 'worker killed half-way, another started at once';
const WHOLE = 'worker left alone';

export const killed: Row = {
  id: 'B5',
  title: '到期处理到一半时 kill -9 后台程序',
  size: 10_000,
  async run(run, size) {
    const template = await run.place.template((dataSource) => realTimeCounty(dataSource, size));
    const values = await takeTurns(
      run.repeats,
      {
        [WHOLE]: () => run.place.withCopy(template, (database) => dueThroughWorker(run, database, size)),
        [KILLED]: () => run.place.withCopy(template, (database) => dueAndKilled(run, database, size)),
      },
      run.say,
    );
    await run.place.drop(template);
    return outcome(values);
  },
};

/** A supervisor starts the next worker as soon as one is gone, as `npm start` and any production set-up does. */
function dueAndKilled(run: Run, database: Database, size: number): Promise<number> {
  const { url, dataSource } = database;
  return run.place.withTemporal(async ({ address }) => {
    let worker = await workerAtRest(database, address);
    try {
      const at = Date.now() + 4_000 + size * 0.2;
      await wakeAllAt(dataSource, at);
      await untilPokesGone(dataSource);
      while ((await numberOf(dataSource, 'SELECT count(*) FROM notice')) < size / 2) {
        if (Date.now() > at + 60_000) throw new Error('half-way never came');
      }
      worker.process.kill('SIGKILL');
      await worker.exited;
      worker = await readyWorker(url, address);
      await untilNotices(dataSource, size, 120_000);
      const twice =
        'SELECT count(*) FROM (SELECT 1 FROM notice GROUP BY obligation_id, rung_key, cycle, post HAVING count(*) > 1) d';
      same('told twice', await numberOf(dataSource, twice), 0);
      return (await lastCommit(dataSource)) - at;
    } finally {
      await stopWorker(worker);
    }
  });
}

function outcome(values: Record<string, number[]>): RowOutcome {
  const [whole, killedMs] = [median(values[WHOLE] ?? []), median(values[KILLED] ?? [])];
  const more = (killedMs - whole) / 1_000;
  return {
    figures: Object.entries(values).map(([name, all]) => figure(name, 'ms', all)),
    verdicts: [
      { what: 'longer than without', measured: `${more.toFixed(1)} s`, goal: '≤ 20 s', met: more <= 20 },
      { what: 'told twice', measured: '0', goal: '0', met: true },
    ],
    notes: ['Half of the notices may be committed before the kill is felt; in some repeats all of them are.'],
  };
}
