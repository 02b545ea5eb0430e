// Runs once per vitest run. Test files that need a database ask this process for it over HTTP; the first to ask
// makes it start the one throwaway cluster of the run, so that runs without a database pay nothing.
import { execFile } from 'node:child_process';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../../scripts/servers/throwaway-postgres.js';

declare module 'vitest' {
  interface ProvidedContext {
    /** Answers every GET with the admin URL of the run's cluster (text), or 500 and the reason. */
    databaseBroker: string;
  }
}

export const TEMPLATE = 'duban_template';

async function migrateTemplate(adminUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    await admin.query(`CREATE DATABASE ${TEMPLATE}`);
  } finally {
    await admin.end();
  }
  const url = new URL(adminUrl);
  url.pathname = `/${TEMPLATE}`;
  const script = fileURLToPath(new URL('./migrate-template.ts', import.meta.url));
  await promisify(execFile)(process.execPath, ['--conditions=source', '--import', 'tsx', script, url.href]);
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  let cluster: Promise<ThrowawayPostgres> | undefined;
  let ready: Promise<string> | undefined;
  const prepare = async (): Promise<string> => {
    cluster = startThrowawayPostgres();
    const { url } = await cluster;
    await migrateTemplate(url);
    return url;
  };
  const broker = createServer((_request, response) => {
    ready ??= prepare();
    ready.then(
      (url) => response.end(url),
      (error: unknown) =>
        response.writeHead(500).end(error instanceof Error ? (error.stack ?? error.message) : String(error)),
    );
  });
  await new Promise<void>((resolve) => broker.listen(0, '127.0.0.1', resolve));
  project.provide('databaseBroker', `http://127.0.0.1:${(broker.address() as AddressInfo).port}/`);
  return async () => {
    broker.closeAllConnections();
    broker.close();
    await cluster?.then((running) => running.stop()).catch(() => undefined);
  };
}
