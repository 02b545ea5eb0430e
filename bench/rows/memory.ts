// M: what sleeping obligations cost in the memory of worker and API.
import { readFileSync } from 'node:fs';
import { useCases } from '@duban/application';
import { ENGINE } from '@duban/persistence';
import { LAUNCH, makeCounty, numberOf } from '../county.js';
import { median } from '../measure.js';
import type { RowOutcome } from '../result.js';
import { type Figure } from '../result.js';
import { figure, type Row, type Run } from '../row.js';
import { startedApi } from './api.js';
import { HOURLY, readyWorker, stopWorker, untilPokesGone } from './worker.js';

const MOST_MB = 50;

export const memory: Row = {
  id: 'M',
  title: '沉睡的责任事项占用的内存',
  size: 100_000,
  async run(run, size) {
    const sizes = [0, Math.max(1, Math.round(size / 10)), size];
    const seen = new Map<number, { worker: number[]; api: number[] }>();
    const turns = Math.min(run.repeats, 3);
    for (const sleepers of sizes) {
      const template = await run.place.template(async (dataSource) => {
        await makeCounty(dataSource, Math.max(1, sleepers), { policy: HOURLY, deadline: '2036-07-31' });
        const programme = await numberOf(dataSource, 'SELECT id FROM programme');
        if (sleepers > 0) await useCases(dataSource).programmes.launch(ENGINE, programme, LAUNCH);
      });
      const of = { worker: [] as number[], api: [] as number[] };
      for (let turn = 1; turn <= turns; turn++) {
        const one = await atRest(run, template);
        of.worker.push(one.worker);
        of.api.push(one.api);
        run.say(
          `  ${turn}/${turns} ${sleepers} sleeping: worker ${one.worker.toFixed(0)} MB, api ${one.api.toFixed(0)} MB`,
        );
      }
      seen.set(sleepers, of);
      await run.place.drop(template);
    }
    return outcome(seen);
  },
};

/** Resident memory in MB, some seconds after everything has gone to sleep. */
function atRest(run: Run, template: string): Promise<{ worker: number; api: number }> {
  return run.place.withCopy(template, (database) =>
    run.place.withTemporal(async ({ address }) => {
      const worker = await readyWorker(database.url, address);
      const api = await startedApi(database);
      try {
        await untilPokesGone(database.dataSource, 300_000);
        await new Promise((resolve) => setTimeout(resolve, 5_000));
        return { worker: residentMb(worker.process.pid ?? 0), api: residentMb(api.pid) };
      } finally {
        await api.stop();
        await stopWorker(worker);
      }
    }),
  );
}

function residentMb(pid: number): number {
  const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kilobytes) / 1_024;
}

function outcome(seen: ReadonlyMap<number, { worker: number[]; api: number[] }>): RowOutcome {
  const figures: Figure[] = [...seen].flatMap(([sleepers, { worker, api }]) => [
    figure(`worker, ${sleepers.toLocaleString('en')} sleeping`, 'MB', worker),
    figure(`api, ${sleepers.toLocaleString('en')} sleeping`, 'MB', api),
  ]);
  const [none, some] = [...seen.values()];
  const more = (of: 'worker' | 'api') => median(some?.[of] ?? []) - median(none?.[of] ?? []);
  return {
    figures,
    verdicts: (['worker', 'api'] as const).map((of) => ({
      what: `${of}: more at the middle size than with none`,
      measured: `${more(of).toFixed(0)} MB`,
      goal: `< ${MOST_MB} MB`,
      met: more(of) < MOST_MB,
    })),
    notes: [
      'Resident memory as the system counts it; a garbage collector that was not pressed may hold some tens of MB either way.',
    ],
  };
}
