/**
 * `npm run chaos [-- --only 3,5 --rounds 2 --seed 7]`: the fault matrix against a real installation on the loopback, in
 * folders of its own. Exit 0: everything held; 1: something did not.
 */
import { parseArgs } from 'node:util';
import { ROWS, runRows } from '../test/chaos/run.js';

const { values } = parseArgs({
  options: { only: { type: 'string' }, rounds: { type: 'string', default: '1' }, seed: { type: 'string' } },
});
const only = values.only?.split(',').map(Number);
const rows = ROWS.filter(({ number }) => only === undefined || only.includes(number));
const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
const held = await runRows(rows, Number(values.rounds), seed, (line) => process.stdout.write(`${line}\n`));
process.exit(held && rows.length > 0 ? 0 : 1);
