/** Compares the engine with the independent model over many seeds: `tsx test/rehearsal/many-seeds.ts FROM TO`. */
import { isDeepStrictEqual } from 'node:util';
import { createDataSource, migrate } from '@duban/persistence';
import pg from 'pg';
import { startThrowawayPostgres } from '../../scripts/servers/throwaway-postgres.js';
import { rehearseModel } from '../model/model.js';
import { scenario } from '../model/scenarios.js';
import { runEngine } from './run-engine.js';

const [from, to] = [Number(process.argv[2] ?? 1), Number(process.argv[3] ?? 100)];
const server = await startThrowawayPostgres();
const template = createDataSource(server.url.replace(/\/postgres$/, '/template1'), { poolSize: 1 });
await template.initialize();
await migrate(template);
await template.destroy();
const admin = new pg.Client({ connectionString: server.url });
await admin.connect();
let differing = 0;
for (let seed = from; seed <= to; seed++) {
  const name = `seed_${seed}`;
  await admin.query(`CREATE DATABASE ${name}`);
  const input = scenario(seed);
  try {
    const expected = rehearseModel(input);
    const actual = await runEngine(server.url.replace(/\/postgres$/, `/${name}`), input);
    if (!isDeepStrictEqual(JSON.parse(JSON.stringify(expected)), JSON.parse(JSON.stringify(actual)))) {
      differing += 1;
      const i = expected.events.findIndex((e, k) => JSON.stringify(e) !== JSON.stringify(actual.events[k]));
      process.stdout.write(
        `seed ${seed} differs: event ${i} of ${expected.events.length}/${actual.events.length}\n  expected ${JSON.stringify(expected.events[i] ?? expected.board)}\n  actual   ${JSON.stringify(actual.events[i] ?? actual.board)}\n`,
      );
    }
  } catch (error) {
    differing += 1;
    process.stdout.write(`seed ${seed} failed: ${error instanceof Error ? error.message : String(error)}\n`);
  }
  await admin.query(`DROP DATABASE ${name} WITH (FORCE)`);
}
process.stdout.write(`${to - from + 1} seeds, ${differing} differ\n`);
await admin.end();
await server.stop();
