// Brings the template database up to date. A process of its own (`node --conditions=source --import tsx`), because
// vitest's global set-up resolves workspace packages to their built form, which may not exist.
import { createDataSource, migrate } from '@duban/persistence';

const url = process.argv[2];
if (url === undefined) throw new Error('usage: migrate-template.ts DATABASE_URL');
const dataSource = createDataSource(url);
if (!dataSource.isInitialized) await dataSource.initialize();
try {
  await migrate(dataSource);
} finally {
  await dataSource.destroy();
}
