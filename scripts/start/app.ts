// The two apps as child processes.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { startGuarded } from '../servers/guard.js';
import { freePort } from '../servers/ports.js';
import { end, recordedProcess, sleep } from '../servers/processes.js';
import { ENTRY } from './build.js';
import type { Running } from './keep-running.js';

export type AppName = keyof typeof ENTRY;

const FIRST_PORT: Readonly<Record<AppName, number>> = { api: 8_730, worker: 8_780 };
const PORT_VARIABLE: Readonly<Record<AppName, string>> = { api: 'DUBAN_API_PORT', worker: 'DUBAN_WORKER_PORT' };
const GRACE_SECONDS = 12;

export interface AppOptions {
  readonly app: AppName;
  readonly dataDir: string;
  readonly host: string;
  readonly env: Readonly<Record<string, string>>;
}

export interface RunningApp extends Running {
  readonly url: string;
}

const pidFile = (dataDir: string, app: AppName): string => path.join(dataDir, `${app}.pid`);

/** Ends apps that a killed supervisor left behind (their guards normally do). */
export async function clearApps(dataDir: string): Promise<void> {
  for (const app of ['worker', 'api'] as const) {
    const left = recordedProcess(pidFile(dataDir, app), ENTRY[app]);
    if (left !== undefined) await end(left, 'SIGTERM', GRACE_SECONDS * 1_000);
  }
}

/** Starts an app on its port of last time, or the next free one. Does not wait for it to be ready. */
export async function startApp(options: AppOptions, lastPort?: number): Promise<RunningApp> {
  const { app, dataDir, host } = options;
  const wanted = Number(process.env[PORT_VARIABLE[app]]) || FIRST_PORT[app];
  const port = await freePort(lastPort ?? wanted, host);
  const logs = path.join(dataDir, 'logs');
  mkdirSync(logs, { recursive: true });
  const running = startGuarded({
    command: process.execPath,
    args: ['--enable-source-maps', ENTRY[app]],
    stopSignal: 'TERM',
    graceSeconds: GRACE_SECONDS,
    logFile: path.join(logs, `${app}.log`),
    pidFile: pidFile(dataDir, app),
    cwd: dataDir,
    env: { ...process.env, ...options.env, [PORT_VARIABLE[app]]: String(port), NODE_OPTIONS: '' },
  });
  const shown = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host;
  return { ...running, url: `http://${shown.includes(':') ? `[${shown}]` : shown}:${port}` };
}

/** Waits for /readyz; throws if the app ends first or is not ready in time. */
export async function untilReady(app: AppName, running: RunningApp, timeoutMs: number): Promise<void> {
  let code: number | undefined;
  void running.exited.then((value) => {
    code = value;
  });
  const deadline = Date.now() + timeoutMs;
  while (Date.now() < deadline) {
    if (code !== undefined) throw new Error(`启动后即退出（退出码 ${code}），见 logs/${app}.log`);
    const answer = await fetch(`${running.url}/readyz`, { signal: AbortSignal.timeout(2_000) }).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok === true) return;
    await sleep(100);
  }
  throw new Error(`${timeoutMs / 1_000} 秒内没有就绪，见 logs/${app}.log`);
}
