// The kept database, for a command that needs it whether or not the product is running.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { holderOf } from './claim.js';
import type { Log } from './paths.js';
import { databaseUrl, ensurePostgres } from './postgres.js';
import { outsideClusterDir } from './postgres-home.js';

const DATABASE = 'duban';
const PORT_LINE = 3;

export interface KeptDatabase {
  readonly url: string;
  /** Stops what this command started; leaves a running product alone. */
  release(): Promise<void>;
}

/** The database of a product that runs on `dataDir`, else one started for the time of this command. */
export async function keptDatabase(dataDir: string, log: Log): Promise<KeptDatabase> {
  const running = process.env.DATABASE_URL ? undefined : runningUrl(dataDir);
  if (running !== undefined) return { url: running, release: async () => undefined };
  const server = await ensurePostgres({ dataDir, log });
  return { url: server.url, release: () => server.stop() };
}

function runningUrl(dataDir: string): string | undefined {
  if (!holderOf(path.join(dataDir, 'postgres.owner'))) return undefined;
  try {
    const password = readFileSync(path.join(dataDir, 'postgres.password'), 'utf8').trim();
    const port = Number(postmasterLines(dataDir)[PORT_LINE]);
    return Number.isInteger(port) ? databaseUrl(port, password, DATABASE) : undefined;
  } catch {
    return undefined; // it is on its way up or down: wait for it like any other command
  }
}

function postmasterLines(dataDir: string): string[] {
  for (const dir of [path.join(dataDir, 'postgres'), outsideClusterDir(dataDir)]) {
    try {
      return readFileSync(path.join(dir, 'postmaster.pid'), 'utf8').split('\n');
    } catch {
      // the other place
    }
  }
  throw new Error('no running cluster');
}
