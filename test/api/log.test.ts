// What the loggers of both processes write of a failed statement: never its parameters, which are names and numbers.
import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { createAccount, createDataSource, type DataSource } from '@duban/application';
import { organizationNamed } from '@duban/persistence';
import { MODULE_METADATA } from '@nestjs/common/constants.js';
import { type Logger, pino } from 'pino';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { temporalLogger } from '../../apps/worker/src/logging.js';
import { LOGGER } from '../../apps/worker/src/tokens.js';
import { WorkerModule } from '../../apps/worker/src/worker.module.js';
import { startApi } from '../support/api.js';
import { type FreshDatabase, freshDatabase } from '../support/database.js';
import { eventually } from '../support/worker.js';

const PHONE = '13800001234';
const PASSWORD = 'Qingshi-2026-ladder';
let database: FreshDatabase;
let dataSource: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  dataSource = createDataSource(database.url, { poolSize: 2 });
  await dataSource.initialize();
});
afterAll(async () => {
  await dataSource?.destroy();
  await database?.drop();
});

test('the api logs a request that failed at a statement without the telephone number among its parameters', async () => {
  const organizationId = await organizationNamed(dataSource.manager, null, '某县', 'county');
  const admin = {
    login: 'boss',
    role: 'admin' as const,
    organizationId,
    person: { name: '管理员' },
    password: PASSWORD,
  };
  await createAccount(dataSource, { personId: null, name: '测试' }, admin, Date.now());
  await dataSource.query(
    `CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'refused'; END $$`,
  );
  await dataSource.query(
    'CREATE TRIGGER refuse BEFORE INSERT ON person FOR EACH ROW WHEN (NEW.phone IS NOT NULL) EXECUTE FUNCTION refuse()',
  );
  const api = await startApi({ DATABASE_URL: database.url });
  try {
    const post = (path: string, body: object, headers = {}) =>
      fetch(`${api.url}/api/${path}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      });
    const session = await post('session', { login: 'boss', password: PASSWORD });
    const { token }: { token: string } = JSON.parse(await session.text());
    const account = { login: 'new', role: 'unit', organizationId, newPerson: { name: '新人', phone: PHONE } };
    const answer = await post('accounts', account, {
      authorization: `Bearer ${token}`,
      'idempotency-key': randomUUID(),
    });
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toContain(PHONE);
    await eventually(() => api.output().includes('QueryFailedError'), 10_000, api.output);
    expect(api.output()).toContain('refused');
    expect(api.output()).not.toContain(PHONE);
  } finally {
    api.process.kill('SIGKILL');
  }
});

/** The logger that the worker's own module provides, and what it writes. */
function workerLogger(): { logger: Logger; written: string[] } {
  const providers: { provide?: unknown; useFactory?: (config: object) => Logger }[] = Reflect.getMetadata(
    MODULE_METADATA.PROVIDERS,
    WorkerModule,
  );
  const logger = providers.find(({ provide }) => provide === LOGGER)?.useFactory?.({ logLevel: 'info' });
  if (!logger) throw new Error('the worker has no logger');
  const written: string[] = [];
  Object.assign(logger, { [pino.symbols.streamSym]: { write: (line: string) => written.push(line) } });
  return { logger, written };
}

test('the worker logs a failed statement, its own and what Temporal tells, without the telephone number', async () => {
  const failed: unknown = await dataSource
    .query('INSERT INTO person (name, phone) VALUES (NULL, $1)', [PHONE])
    .catch((error: unknown) => error);
  expect(JSON.stringify({ ...(failed as object) })).toContain(PHONE); // it does carry it
  const { logger, written } = workerLogger();
  logger.error({ clockId: 1, err: failed }, 'activity failed');
  temporalLogger(logger).warn('Activity failed', { attempt: 2, error: new Error('wrapped', { cause: failed }) });
  expect(written).toHaveLength(2);
  for (const line of written) {
    expect(line).toContain('QueryFailedError');
    expect(line).not.toContain(PHONE);
  }
});
