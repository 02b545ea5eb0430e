/**
 * `npm run simulate -- FROM [TO]`: months of an office drawn from seeds FROM to TO, with faults between any two
 * statements, each checked against the ten promises. Exit 0: all held; 1: the seeds that did not are named.
 */
import { createDataSource, migrate } from '@duban/application';
import { inWords } from '../test/chaos/invariants.js';
import { Simulation } from '../test/simulation/acts.js';
import { startThrowawayPostgres } from './servers/throwaway-postgres.js';

const [from, to] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? process.argv[2] ?? 1_000)];
const server = await startThrowawayPostgres();
const broken: number[] = [];
let met = 0;
const began = performance.now();
try {
  const record = createDataSource(server.url, { poolSize: 1 });
  await record.initialize();
  await migrate(record);
  await record.destroy();
  const simulation = await Simulation.open(server.url);
  for (let seed = from; seed <= to; seed++) {
    const result = await simulation.run(seed);
    met += result.met;
    if (result.violations.length === 0) continue;
    broken.push(seed);
    process.stdout.write(`✗ seed ${seed}\n${inWords(result.violations)}\n`);
  }
  await simulation.close();
} finally {
  await server.stop();
}
const seconds = ((performance.now() - began) / 1_000).toFixed(1);
process.stdout.write(
  `seeds ${from} to ${to}: ${broken.length} broke a promise${broken.length > 0 ? ` (${broken.join(', ')}): keep them in test/simulation/kept-seeds.ts` : ''}; ${met} faults struck; ${seconds} s\n`,
);
process.exit(broken.length === 0 ? 0 : 1);
