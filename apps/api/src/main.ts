import type { Server } from 'node:http';
import { pathToFileURL } from 'node:url';
import {
  assertNoSampleAccounts,
  createDataSource,
  type DataSource,
  DomainError,
  ensureFirstAdministrator,
  errorInLog,
  RecordClock,
} from '@duban/application';
import { type Logger, pino } from 'pino';
import { createApp } from './app.js';
import { type Config, ConfigError, readConfig } from './config/config.js';

const CONNECT_TRIES = 10;
const CONNECT_PAUSE_MS = 1_000;

/** The database may still be starting, or starting again: try for a while before giving up. */
async function connect(dataSource: DataSource, logger: Logger): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    try {
      await dataSource.initialize();
      return;
    } catch (error) {
      if (tried === CONNECT_TRIES) throw error;
      logger.warn(
        { tried, reason: error instanceof Error ? error.message : String(error) },
        '数据库暂时连不上，稍后重试',
      );
      await new Promise((resolve) => setTimeout(resolve, CONNECT_PAUSE_MS));
    }
  }
}

/** Production has no sample logins, and on its first run one administrator, whose password is shown once. */
async function prepareAccounts(dataSource: DataSource, config: Config, now: number): Promise<void> {
  if (config.mode !== 'production') return;
  await assertNoSampleAccounts(dataSource);
  const first = await ensureFirstAdministrator(dataSource, now);
  if (first) {
    process.stdout.write(
      `\n首次启动：已建立系统管理员\n  登录名 ${first.login}\n  一次性密码 ${first.oneTimePassword}\n请立即登录并修改密码，此密码只显示这一次。\n\n`,
    );
  }
}

/** Within what an orchestrator grants before it kills (30 s), with room for the database to close. */
const DRAIN_MS = 15_000;

async function start(): Promise<void> {
  const config = readConfig(process.env);
  const logger = pino({
    level: config.logLevel,
    base: { app: 'api' },
    serializers: { err: (error: unknown) => errorInLog(error) },
  });
  const dataSource = createDataSource(config.databaseUrl, { poolSize: config.poolSize, applicationName: 'duban-api' });
  await connect(dataSource, logger);
  const clock = new RecordClock(dataSource);
  await clock.look();
  clock.start();
  await prepareAccounts(dataSource, config, clock.now());
  const app = await createApp({ config, dataSource, clock: clock.now, logger });
  await app.listen(config.port, config.host);
  logger.info({ url: await app.getUrl(), mode: config.mode }, '督办 API 已启动');
  let stopping = false;
  const stop = async (signal: NodeJS.Signals): Promise<void> => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, '正在停止');
    // A client that never ends its request must not keep us: what it holds open after this long is cut off.
    const server: Server = app.getHttpServer();
    const cut = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await app.close();
    clearTimeout(cut);
    clock.stop();
    await dataSource.destroy();
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, (name) => void stop(name));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  start().catch((error: unknown) => {
    const known = error instanceof ConfigError || error instanceof DomainError;
    process.stderr.write(
      `督办 API 没有启动：${error instanceof Error ? (known ? error.message : error.stack) : String(error)}\n`,
    );
    process.exit(1);
  });
}
