// Starts the parts in order, keeps them running, and stops them in reverse order.
import path from 'node:path';
import { type Claim, claim } from '../servers/claim.js';
import { ensureDataDir, type Log } from '../servers/paths.js';
import { ensurePostgres, type Postgres } from '../servers/postgres.js';
import { ensureTemporal, temporalNamespace, temporalPort } from '../servers/temporal.js';
import { type AppName, type AppOptions, clearApps, type RunningApp, startApp, untilReady } from './app.js';
import { alreadyRunning, banner, type Clocks } from './banner.js';
import { buildIfStale } from './build.js';
import { keepRunning, type Part } from './keep-running.js';
import { type Mode, prepareDatabase } from './prepare-database.js';

const READY_MS = 60_000;
/** A download of Temporal may take minutes; the page is ready before. */
const CLOCKS_WAIT_MS = 10_000;

const NAMES: Readonly<Record<AppName, string>> = { api: '网站服务', worker: '时钟服务' };

class Stopped extends Error {}

/** What the others need to know of Temporal: was it there at the first try, and when is it there at last. */
interface TemporalWatch {
  readonly thereAtFirst: Promise<boolean>;
  readonly there: Promise<void>;
  missed: boolean;
  arrived(): void;
  miss(): void;
}

function newWatch(): TemporalWatch {
  let first: (there: boolean) => void = () => undefined;
  let last: () => void = () => undefined;
  const watch: TemporalWatch = {
    thereAtFirst: new Promise((resolve) => {
      first = resolve;
    }),
    there: new Promise((resolve) => {
      last = resolve;
    }),
    missed: false,
    arrived() {
      first(true);
      last();
    },
    miss() {
      watch.missed = true;
      first(false);
    },
  };
  return watch;
}

function readMode(): Mode {
  const mode = process.env.DUBAN_MODE || 'sample';
  if (mode === 'sample' || mode === 'production') return mode;
  throw new Error(`DUBAN_MODE 只能是 sample 或 production，当前为“${mode}”。`);
}

export class Supervisor {
  private readonly abort = new AbortController();
  private temporalAddress = '';
  private readonly parts: { name: string; part: Part }[] = [];
  private readonly log: Log = (line) => process.stdout.write(`${line}\n`);

  /** Asks for an orderly stop; safe to call at any time and any number of times. */
  requestStop(): void {
    if (this.abort.signal.aborted) return;
    this.log('\n正在停止……');
    this.abort.abort(new Stopped());
  }

  /** Runs until asked to stop. Gives the exit code. */
  async run(): Promise<number> {
    const dataDir = ensureDataDir();
    const held = claim(path.join(dataDir, 'duban.run'));
    if ('heldBy' in held) {
      this.log(alreadyRunning(held.heldBy));
      return 0;
    }
    try {
      await this.whileWanted(this.start(dataDir, held.claim));
      await this.whileWanted(new Promise<never>(() => setInterval(() => undefined, 2 ** 30)));
      return 0;
    } catch (error) {
      if (error instanceof Stopped) return 0;
      process.stderr.write(`启动失败：${error instanceof Error ? error.message : String(error)}\n`);
      return 1;
    } finally {
      await this.stopAll();
      held.claim.release();
      this.log('已全部停止，数据已保留。');
    }
  }

  /** The promise's value, or Stopped as soon as a stop is asked for. */
  private whileWanted<T>(work: Promise<T>): Promise<T> {
    const { signal } = this.abort;
    signal.throwIfAborted();
    return new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(signal.reason), { once: true });
      work.then(resolve, reject);
    });
  }

  private keep(name: string, part: Part): void {
    this.parts.push({ name, part });
    // Asked to stop while this part was starting: the list may have been worked through already.
    if (this.abort.signal.aborted) void part.stop();
  }

  private async start(dataDir: string, run: Claim): Promise<void> {
    const { log } = this;
    const mode = readMode();
    await clearApps(dataDir);
    this.temporalAddress = process.env.TEMPORAL_ADDRESS || `127.0.0.1:${await temporalPort(dataDir)}`;
    const building = buildIfStale(log, this.abort.signal);
    building.catch(() => undefined); // awaited below
    const temporal = this.startTemporal(dataDir);
    const database = await this.startPostgres(dataDir);
    const prepared = await prepareDatabase({ url: database.url, mode, log });
    await building;
    this.abort.signal.throwIfAborted();

    const env = {
      DATABASE_URL: database.url,
      TEMPORAL_NAMESPACE: temporalNamespace(),
      DUBAN_API_HOST: process.env.DUBAN_API_HOST || '127.0.0.1',
      DUBAN_MODE: mode,
      DUBAN_DATA_DIR: dataDir,
    };
    const host = env.DUBAN_API_HOST;
    const clocks = this.startWorker({ app: 'worker', dataDir, host: '127.0.0.1', env }, temporal);
    const api = await this.startApi({ app: 'api', dataDir, host, env });
    run.note({ url: api.url, databaseUrl: database.url, temporalAddress: this.temporalAddress });
    const soon = new Promise<'coming'>((resolve) => setTimeout(() => resolve('coming'), CLOCKS_WAIT_MS).unref());
    this.log(banner({ url: api.url, prepared, clocks: await Promise.race([clocks, soon]) }));
  }

  private async startPostgres(dataDir: string): Promise<Postgres> {
    const first = await ensurePostgres({ dataDir, log: this.log });
    const start = async (): Promise<Postgres> => {
      const again = await ensurePostgres({ dataDir, log: this.log });
      if (again.url === first.url) return again;
      await again.stop(); // the apps know only the old address
      throw new Error('原端口被占用');
    };
    this.keep('PostgreSQL', keepRunning({ name: 'PostgreSQL', log: this.log, start, longestPauseMs: 5_000 }, first));
    return first;
  }

  private startTemporal(dataDir: string): TemporalWatch {
    const watch = newWatch();
    const start = async () => {
      const port = await temporalPort(dataDir); // that of last time, unless somebody took it meanwhile
      const server = await ensureTemporal({ dataDir, port, log: watch.missed ? () => undefined : this.log });
      if ('stop' in server) {
        await this.temporalIsAt(server.address);
        watch.arrived();
        return server;
      }
      watch.miss();
      throw new Error(server.unavailable);
    };
    this.keep('Temporal', keepRunning({ name: 'Temporal ', log: this.log, start, longestPauseMs: 60_000 }));
    return watch;
  }

  /** The apps are told the address when they start: if it moved, they start again. */
  private async temporalIsAt(address: string): Promise<void> {
    if (address === this.temporalAddress) return;
    this.temporalAddress = address;
    const apps = new Set<string>(Object.values(NAMES));
    await Promise.all(this.parts.filter(({ name }) => apps.has(name)).map(({ part }) => part.restart()));
  }

  private launch(options: AppOptions, port?: number): Promise<RunningApp> {
    return startApp({ ...options, env: { ...options.env, TEMPORAL_ADDRESS: this.temporalAddress } }, port);
  }

  private async startApi(options: AppOptions): Promise<RunningApp> {
    const first = await this.launch(options);
    this.keepApp(options, first);
    await untilReady('api', first, READY_MS);
    return first;
  }

  /** Starts the worker as soon as Temporal is there. Gives, after the first try, whether there is one. */
  private async startWorker(options: AppOptions, temporal: TemporalWatch): Promise<Clocks> {
    this.keepApp(options, undefined, temporal.there);
    return (await temporal.thereAtFirst) ? 'running' : 'absent';
  }

  private keepApp(options: AppOptions, first: RunningApp | undefined, after?: Promise<void>): void {
    const name = NAMES[options.app];
    const port = first === undefined ? undefined : Number(new URL(first.url).port);
    const start = async () => {
      await after;
      return this.launch(options, port);
    };
    this.keep(name, keepRunning({ name, log: this.log, start, longestPauseMs: 10_000 }, first));
  }

  /** Apps first (together), then what they stand on. */
  private async stopAll(): Promise<void> {
    const apps = new Set<string>(Object.values(NAMES));
    await Promise.all(this.parts.filter(({ name }) => apps.has(name)).map(({ part }) => part.stop()));
    for (const { part } of this.parts.filter(({ name }) => !apps.has(name)).reverse()) await part.stop();
  }
}
