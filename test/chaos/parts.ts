// The parts of a real installation, each of which can be killed and comes back.
import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Guarded, startGuarded } from '../../scripts/servers/guard.js';
import { freePort } from '../../scripts/servers/ports.js';
import { databaseUrl } from '../../scripts/servers/postgres.js';
import { createCluster, type RunningCluster, startCluster } from '../../scripts/servers/postgres-cluster.js';
import { postgresHome } from '../../scripts/servers/postgres-home.js';
import { isAlive, markOf, until } from '../../scripts/servers/processes.js';
import { ensureTemporal, type TemporalServer } from '../../scripts/servers/temporal.js';
import { ENTRY } from '../../scripts/start/build.js';
import { keepRunning, type Part } from '../../scripts/start/keep-running.js';

const quiet = (): void => undefined;

async function killHard(pid: number): Promise<void> {
  const mark = markOf(pid);
  process.kill(pid, 'SIGKILL');
  if (mark) await until(() => !isAlive(mark), 5_000, 5);
}

/** PostgreSQL as the product keeps it: on the disk, durable, started again when it ends. */
export class Postgres {
  private readonly home = postgresHome(quiet);
  private readonly password = randomBytes(12).toString('hex');
  private readonly data: string;
  private part: Part | undefined;
  port = 0;

  constructor(readonly dir: string) {
    this.data = path.join(dir, 'data');
  }

  url(port = this.port, database = 'postgres'): string {
    return databaseUrl(port, this.password, database);
  }

  async create(): Promise<void> {
    mkdirSync(this.dir, { recursive: true });
    if (this.home.account) chownSync(this.dir, this.home.account.uid, this.home.account.gid);
    await createCluster(this.home, this.data, this.password, false);
    this.port = await freePort();
    await this.start();
  }

  async start(): Promise<void> {
    const launch = (): Promise<RunningCluster> =>
      startCluster(this.home, {
        dir: this.data,
        port: this.port,
        logFile: path.join(this.dir, 'log'),
        settings: { max_wal_size: '64MB', min_wal_size: '32MB', wal_recycle: 'off' },
      });
    this.part = keepRunning(
      { name: 'pg', log: quiet, start: launch, firstPauseMs: 200, longestPauseMs: 1_000 },
      await launch(),
    );
  }

  /** The postmaster; its children notice and go. */
  async kill(): Promise<void> {
    await killHard(Number(readFileSync(path.join(this.data, 'postmaster.pid'), 'utf8').split('\n')[0]));
  }

  async stop(): Promise<void> {
    await this.part?.stop();
  }

  remove(): void {
    rmSync(this.dir, { recursive: true, force: true });
  }

  log(): string {
    return readFileSync(path.join(this.dir, 'log'), 'utf8');
  }
}

/** Temporal's dev server, its data in one file. */
export class Temporal {
  private server: TemporalServer | undefined;
  port = 0;

  constructor(private readonly dir: string) {}

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    if (this.port === 0) this.port = await freePort();
    delete process.env.TEMPORAL_ADDRESS;
    const started = await ensureTemporal({ dataDir: this.dir, log: quiet, port: this.port });
    if ('unavailable' in started) throw new Error(started.unavailable);
    this.server = started;
  }

  async kill(): Promise<void> {
    await killHard(Number(readFileSync(path.join(this.dir, 'temporal.pid'), 'utf8')));
    await this.server?.exited;
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  loseData(): void {
    for (const suffix of ['', '-wal', '-shm']) rmSync(path.join(this.dir, `temporal.db${suffix}`), { force: true });
  }
}

export interface AppOptions {
  /** Milliseconds by which the process's own clock is wrong. */
  readonly clockShiftMs?: number;
  readonly env?: Readonly<Record<string, string>>;
  /** Collects its garbage when told to; see `collect`. */
  readonly collects?: boolean;
}

/** The built API or worker, kept running as the product keeps it. */
export class App {
  private part: Part | undefined;
  private alive = false;
  private options: AppOptions = {};
  /** Exit codes so far; 128 + n after signal n. */
  readonly exits: number[] = [];
  port = 0;

  constructor(
    private readonly name: 'api' | 'worker',
    private readonly env: Readonly<Record<string, string>>,
    private readonly logFile: string,
  ) {}

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Of the process itself, not of its guard; 0 when it does not run. */
  get pid(): number {
    return this.alive ? Number(readFileSync(this.pidFile, 'utf8')) : 0;
  }

  private get pidFile(): string {
    return `${this.logFile}.pid`;
  }

  async start(options: AppOptions = {}): Promise<void> {
    this.options = options;
    if (this.port === 0) this.port = await freePort();
    const start = async () => this.launch();
    this.part = keepRunning({ name: this.name, log: quiet, start, firstPauseMs: 200, longestPauseMs: 1_000 });
  }

  /** kill -9; it is started again. */
  async kill(): Promise<void> {
    if (this.pid > 0) await killHard(this.pid);
  }

  /** Has it collect its garbage, if it was started for that, and gives it a moment to do so. */
  async collect(): Promise<void> {
    if (this.options.collects && this.pid > 0) process.kill(this.pid, 'SIGUSR2');
    await new Promise((resolve) => setTimeout(resolve, 500));
  }

  /** SIGTERM, and not started again. @returns its exit code and how long it took */
  async terminate(): Promise<{ code: number; ms: number }> {
    const began = performance.now();
    await this.stop();
    return { code: this.exits.at(-1) ?? -1, ms: performance.now() - began };
  }

  async stop(): Promise<void> {
    await this.part?.stop();
  }

  /** kill -9, and not started again. */
  async killForGood(): Promise<void> {
    const { pid } = this;
    const stopping = this.part?.stop(); // no new one from here on
    if (pid > 0) await killHard(pid);
    await stopping;
  }

  async ready(withinMs = 60_000): Promise<void> {
    const end = performance.now() + withinMs;
    while (performance.now() < end) {
      const answer = await this.ask('/readyz');
      if (answer === 200) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(
      `${this.name} not ready within ${withinMs} ms: ${readFileSync(this.logFile, 'utf8').slice(-2_000)}`,
    );
  }

  /** The status of a health path; 0 when nobody answers. */
  async ask(where: string): Promise<number> {
    try {
      const answer = await fetch(`${this.url}${where}`, { signal: AbortSignal.timeout(3_000) });
      await answer.body?.cancel();
      return answer.status;
    } catch {
      return 0;
    }
  }

  /** Lets the running process have no more files and sockets open than this. */
  limitOpenFiles(most: number): void {
    const { status, stderr } = spawnSync('prlimit', ['--pid', String(this.pid), `--nofile=${most}:${most}`]);
    if (status !== 0) throw new Error(`prlimit failed: ${stderr}`);
  }

  private launch(): Guarded {
    const { clockShiftMs, env, collects } = this.options;
    const before = [
      ...(clockShiftMs === undefined ? [] : ['./shift-clock.mjs']),
      ...(collects === true ? ['./collect.mjs'] : []),
    ].flatMap((file) => ['--import', new URL(file, import.meta.url).href]);
    const running = startGuarded({
      command: process.execPath,
      args: [...before, '--enable-source-maps', ENTRY[this.name]],
      stopSignal: 'TERM',
      graceSeconds: 32,
      logFile: this.logFile,
      pidFile: this.pidFile,
      env: {
        PATH: process.env.PATH ?? '',
        HOME: process.env.HOME ?? '',
        ...this.env,
        ...env,
        [this.name === 'api' ? 'DUBAN_API_PORT' : 'DUBAN_WORKER_PORT']: String(this.port),
        ...(clockShiftMs === undefined ? {} : { CLOCK_SHIFT_MS: String(clockShiftMs) }),
      },
    });
    this.alive = true;
    void running.exited.then((code) => {
      this.alive = false;
      this.exits.push(code);
    });
    return running;
  }
}
