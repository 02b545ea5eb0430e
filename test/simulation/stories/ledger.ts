import { readFileSync } from 'node:fs';
import {
  cancelJob,
  checkHistory,
  importLedger,
  JOB_HANDLERS,
  loadSampleCounty,
  runJob,
  sealHistory,
  startJob,
  undoImport,
} from '@duban/application';
import { at, items, OFFICE } from '../../../libs/application/test/round/county.js';
import { ledgerOf } from '../../rehearsal/run-engine.js';
import { InjectedFault } from '../faults.js';
import { number, type Step, type Story } from './story.js';

const NOW = at('2026-04-27T12:00');
const SAMPLE = readFileSync(new URL('../../../samples/sample-county.xlsx', import.meta.url));

/** A ledger with a new, a changed and a missing row; its undoing; the same in the background. */
export const LEDGER: Story = {
  name: 'ledgers and jobs',
  county: { projects: 3, launchAt: null },
  steps: (county) => {
    const { dataSource } = county;
    const job = () => number(county, 'SELECT max(id) AS n FROM job');
    const step = (does: string, covers: string, work: () => Promise<unknown>): Step => ({ does, covers, work });
    const start = (kind: 'ledger-check' | 'ledger-import') =>
      step(`ask for a ${kind}`, 'startJob', () =>
        startJob(dataSource, OFFICE, { kind, input: { name: '台账.xlsx', bytes: SAMPLE } }, NOW),
      );
    const run = (does: string): Step => ({
      ...step(does, 'runJob', async () => {
        if ((await runJob(dataSource, JOB_HANDLERS, await job(), { now: () => NOW })) === 'done') return;
        throw new InjectedFault('lost', 'of a job that went back into the queue');
      }),
      // Attempts count whatever becomes of them: begun afresh each time, as if a holder had died long ago.
      each: () =>
        dataSource.query(
          `UPDATE job SET state = 'queued', attempts = 0, lease = NULL, lease_until = NULL WHERE state <> 'cancelled'`,
        ),
      leaves: ['job'],
    });
    return [
      step('import a ledger with a new, a changed and a missing row', 'importLedger', () => {
        const [first, second, , fourth] = items(4, '2026-04-30');
        if (!first || !second || !fourth) throw new Error('four items expected');
        const list = [{ ...second, number: 1, objective: '新目标' }, { ...first, number: 2 }, fourth];
        const ledger = { ...ledgerOf([]), items: list };
        return importLedger(dataSource, OFFICE, ledger, { fileName: 'f', sha256: 's' }, NOW);
      }),
      step('undo it', 'undoImport', async () =>
        undoImport(dataSource, OFFICE, await number(county, 'SELECT max(id) AS n FROM ledger_import'), NOW),
      ),
      start('ledger-check'),
      step('cancel it', 'cancelJob', async () => cancelJob(dataSource, OFFICE, await job(), NOW)),
      start('ledger-import'),
      run('import in the background'),
      {
        ...step('seal the history', 'sealHistory', () => sealHistory(dataSource)),
        first: () => startJob(dataSource, OFFICE, { kind: 'ledger-check' }, NOW), // the promises sealed what was there
      },
      step('check the history for a night', 'checkHistory', () => checkHistory(dataSource, '2026-04-27', [], NOW)),
    ];
  },
};

/** A ledger that gives a launched project to another unit, with a telephone. */
export const LEDGER_MOVES: Story = {
  name: 'a ledger that moves a launched project',
  county: { projects: 2, deadline: '2026-04-30' },
  steps: ({ dataSource }) => [
    {
      does: 'import it',
      covers: 'importLedger',
      work: () => {
        const [first, second] = items(2, '2026-04-30');
        if (!first || !second) throw new Error('two items expected');
        const moved = { ...first, responsibleUnit: '单位2', handler: '新承办', phone: '13800001234' };
        const ledger = { ...ledgerOf([]), items: [moved, second] };
        return importLedger(dataSource, OFFICE, ledger, { fileName: 'f', sha256: 's' }, NOW);
      },
    },
  ],
};

/** Several transactions: cut off in between, the next start completes it. */
export const SAMPLE_COUNTY: Story = {
  name: 'the sample county',
  county: { launchAt: null },
  steps: ({ dataSource }) => [
    {
      does: 'load it',
      first: () =>
        dataSource.query(
          `SET session_replication_role = 'replica'; TRUNCATE organization, programme, history CASCADE;
           SET session_replication_role = 'origin'`,
        ),
      covers: 'loadSampleCounty',
      leaves: 'all',
      stride: 40,
      work: () => loadSampleCounty(dataSource, SAMPLE, NOW),
    },
  ],
};
