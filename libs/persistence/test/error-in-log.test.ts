import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshDatabase } from '../../../test/support/database.js';
import { createDataSource, errorInLog } from '../src/index.js';

const PHONE = '13800001234';
let database: Awaited<ReturnType<typeof freshDatabase>>;
let dataSource: ReturnType<typeof createDataSource>;
beforeAll(async () => {
  database = await freshDatabase();
  dataSource = createDataSource(database.url, { poolSize: 1 });
  await dataSource.initialize();
});
afterAll(async () => {
  await dataSource.destroy();
  await database.drop();
});

it('a failed statement is logged without its parameters and without the row that the database shows', async () => {
  const failed = await dataSource
    .query('INSERT INTO person (name, phone) VALUES (NULL, $1)', [PHONE])
    .catch((error: unknown) => error);
  expect(JSON.stringify({ ...(failed as object) })).toContain(PHONE); // it does carry them
  const logged = errorInLog(failed);
  expect(logged).toMatchObject({ type: 'QueryFailedError', code: '23502', message: expect.stringContaining('"name"') });
  expect(logged.stack).toContain('QueryFailedError');
  expect(JSON.stringify(logged)).not.toContain(PHONE);
});

it('keeps the cause, which may be the one that matters, and what is no error', () => {
  const cause = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
  expect(errorInLog(new Error('down', { cause }))).toMatchObject({
    message: 'down',
    cause: { message: 'connect', code: 'ECONNREFUSED' },
  });
  expect(errorInLog('text')).toEqual({ type: 'string', message: 'text' });
});
