// Where a bench runs: one PostgreSQL, and Temporal and Redis when a row asks for them. All are gone afterwards.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createDataSource, migrate } from '@duban/persistence';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { answers, freePort } from '../scripts/servers/ports.js';
import { ensureTemporal, type TemporalServer } from '../scripts/servers/temporal.js';
import { cliVersion, resolveTemporalCli } from '../scripts/servers/temporal-tools.js';
import { startThrowawayPostgres, type ThrowawayPostgres } from '../scripts/servers/throwaway-postgres.js';
import { usedBytes } from './sqlite-pages.js';

/** Connections of every pool, ours and the peers'. */
export const POOL_SIZE = 10;

/** A database of one measurement. */
export interface Database {
  readonly url: string;
  readonly dataSource: DataSource;
}

export class Place {
  private readonly stops: (() => Promise<void> | void)[] = [];
  private temporalServer: Promise<TemporalServer | undefined> | undefined;
  private redis: Promise<number | undefined> | undefined;
  private count = 0;

  private constructor(
    private readonly postgres: ThrowawayPostgres,
    readonly say: (line: string) => void,
  ) {}

  static async open(say: (line: string) => void): Promise<Place> {
    const settings = { track_commit_timestamp: 'on', max_connections: '200', jit: 'off' };
    return new Place(await startThrowawayPostgres({ settings }), say);
  }

  async close(): Promise<void> {
    for (const stop of this.stops.reverse()) await stop();
    await this.postgres.stop();
  }

  /** A migrated database that `fill` has filled, to be copied for every repeat. @returns its name */
  async template(fill: (dataSource: DataSource) => Promise<void>): Promise<string> {
    const name = `template_${this.next()}`;
    await this.admin(`CREATE DATABASE ${name}`);
    const dataSource = createDataSource(this.urlOf(name), { poolSize: 2, statementTimeoutMs: 3_600_000 });
    await dataSource.initialize();
    try {
      await migrate(dataSource);
      await fill(dataSource);
      await dataSource.query('VACUUM ANALYZE');
    } finally {
      await dataSource.destroy();
    }
    return name;
  }

  /** Works on a fresh copy of a template, with the pages of the copy read in. */
  async withCopy<T>(template: string, work: (database: Database) => Promise<T>): Promise<T> {
    const name = `copy_${this.next()}`;
    await this.admin(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    const url = this.urlOf(name);
    const dataSource = createDataSource(url, { poolSize: POOL_SIZE, statementTimeoutMs: 3_600_000 });
    await dataSource.initialize();
    try {
      await warm(dataSource);
      return await work({ url, dataSource });
    } finally {
      await dataSource.destroy();
      await this.admin(`DROP DATABASE ${name} WITH (FORCE)`);
    }
  }

  async drop(template: string): Promise<void> {
    await this.admin(`DROP DATABASE ${template} WITH (FORCE)`);
  }

  async versionOfPostgres(): Promise<string> {
    return (await this.admin<{ server_version: string }>('SHOW server_version'))[0]?.server_version ?? '';
  }

  /** The dev server's version line; undefined where there is none. */
  async versionOfTemporal(): Promise<string | undefined> {
    const cli = await resolveTemporalCli().catch(() => undefined);
    return cli === undefined ? undefined : `${cliVersion(cli.path) ?? 'unknown'} (CLI)`;
  }

  /** The bench's own Temporal dev server, started when first asked for; undefined where none can be had. */
  temporal(): Promise<TemporalServer | undefined> {
    this.temporalServer ??= this.startTemporal();
    return this.temporalServer;
  }

  /**
   * A Temporal of one measurement, which may be measured or killed.
   * @param afterwards told the bytes its store uses, once the server has been stopped
   */
  async withTemporal<T>(
    work: (server: TemporalServer) => Promise<T>,
    afterwards: (bytes: number) => void = () => undefined,
  ): Promise<T> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'duban-bench-'));
    const server = await ensureTemporal({ dataDir, log: () => undefined, port: await freePort() });
    if ('unavailable' in server) throw new Error(server.unavailable);
    try {
      return await work(server);
    } finally {
      await server.stop();
      afterwards(usedBytes(path.join(dataDir, 'temporal.db')));
      rmSync(dataDir, { recursive: true, force: true });
    }
  }

  /** Port of the bench's own redis-server; undefined, and a line, where there is none. */
  redisPort(): Promise<number | undefined> {
    this.redis ??= this.startRedis();
    return this.redis;
  }

  private async startTemporal(): Promise<TemporalServer | undefined> {
    const dataDir = mkdtempSync(path.join(tmpdir(), 'duban-bench-'));
    const server = await ensureTemporal({ dataDir, log: () => undefined, port: await freePort() });
    if ('unavailable' in server) {
      this.say(server.unavailable);
      return undefined;
    }
    this.stops.push(async () => {
      await server.stop();
      rmSync(dataDir, { recursive: true, force: true });
    });
    return server;
  }

  private async startRedis(): Promise<number | undefined> {
    if (spawnSync('redis-server', ['--version']).status !== 0) {
      this.say('没有 redis-server，不测 BullMQ（Debian：apt install redis-server）');
      return undefined;
    }
    const port = await freePort();
    const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
    const server: ChildProcess = spawn('redis-server', args, { stdio: 'ignore', cwd: tmpdir() });
    process.once('exit', () => server.kill('SIGKILL')); // also when the bench is cut short
    this.stops.push(() => void server.kill('SIGKILL'));
    while (!(await answers('127.0.0.1', port))) await new Promise((resolve) => setTimeout(resolve, 50));
    return port;
  }

  private async admin<T extends pg.QueryResultRow>(statement: string): Promise<T[]> {
    const client = new pg.Client({ connectionString: this.postgres.url });
    await client.connect();
    try {
      return (await client.query<T>(statement)).rows;
    } finally {
      await client.end();
    }
  }

  private urlOf(name: string): string {
    return this.postgres.url.replace(/\/postgres$/, `/${name}`);
  }

  private next(): number {
    this.count += 1;
    return this.count;
  }
}

/** A copy's pages are cold: neither side should pay for reading them first. */
async function warm(dataSource: DataSource): Promise<void> {
  await dataSource.query('CREATE EXTENSION IF NOT EXISTS pg_prewarm').catch(() => undefined);
  await dataSource
    .query(
      `SELECT sum(pg_prewarm(c.oid)) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'public' AND c.relkind IN ('r', 'i')`,
    )
    .catch(() => undefined);
}
