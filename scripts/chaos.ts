/**
 * `npm run chaos [-- --only 3,5 --rounds 2 --seed 7 --keep]`: the fault matrix against a real installation on the
 * loopback, in folders of its own. A whole run of one round is kept and written into docs/reliability.md, of single
 * rows with --keep what they came to. Exit 0: everything held; 1: something did not.
 */
import { parseArgs } from 'node:util';
import { keep } from '../test/chaos/report.js';
import { ROWS, runRows } from '../test/chaos/run.js';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    rounds: { type: 'string', default: '1' },
    seed: { type: 'string' },
    keep: { type: 'boolean', default: false },
  },
});
const only = values.only?.split(',').map(Number);
const rows = ROWS.filter(({ number }) => only === undefined || only.includes(number));
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
const rounds = Number(values.rounds);
const results = await runRows(rows, rounds, seed, (line) => process.stdout.write(`${line}\n`));
if (values.keep || (only === undefined && rounds === 1)) keep(results);
process.exit(results.length > 0 && results.every(({ ok }) => ok) ? 0 : 1);
