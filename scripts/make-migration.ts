/**
 * Prints the SQL that would bring the migrated schema in line with the entities; nothing when they agree.
 * Used to write migrations and, in the tests, to see that none is missing.
 */
import { createDataSource, migrate } from '@duban/persistence';
import { startThrowawayPostgres } from './servers/throwaway-postgres.js';

const server = await startThrowawayPostgres({ log: (line: string) => process.stderr.write(`${line}\n`) });
const dataSource = createDataSource(server.url);
try {
  await dataSource.initialize().catch((e: unknown) => {
    console.error(e);
    throw e;
  });
  if (dataSource.options.type === 'postgres') await dataSource.query('CREATE SEQUENCE IF NOT EXISTS event_seq');
  await migrate(dataSource);
  const diff = await dataSource.driver.createSchemaBuilder().log();
  for (const { query } of diff.upQueries) process.stdout.write(`${query};\n`);
} finally {
  await dataSource.destroy();
  await server.stop();
}
