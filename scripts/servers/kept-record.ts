// The kept record, open for the time of one command.
import { createDataSource, migrate } from '@duban/persistence';
import { keptDatabase } from './kept-database.js';
import { ensureDataDir } from './paths.js';

type DataSource = ReturnType<typeof createDataSource>;

/** Works on the record of a product that runs, else on its database started for this command; what it says goes to stderr. */
export async function withKeptRecord<T>(
  applicationName: string,
  work: (dataSource: DataSource) => Promise<T>,
): Promise<T> {
  const database = await keptDatabase(ensureDataDir(), (line) => process.stderr.write(`${line}\n`));
  const dataSource = createDataSource(database.url, { poolSize: 2, applicationName });
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    return await work(dataSource);
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.release();
  }
}
