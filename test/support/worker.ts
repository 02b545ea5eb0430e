// The real worker as a process of its own, from the sources.
import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));

export interface RunningWorker {
  readonly process: ChildProcess;
  /** Exit code, or the signal that ended it. */
  readonly exited: Promise<number | NodeJS.Signals | null>;
  /** Everything it wrote, so far. */
  output(): string;
  /** Base of its health server. */
  health(): Promise<string>;
  /** Waits until `/readyz` is green. */
  ready(withinMs?: number): Promise<void>;
}

export function startWorker(env: Readonly<Record<string, string>>): RunningWorker {
  const child = spawn(
    process.execPath,
    ['--conditions=source', '--import', 'tsx', path.join(root, 'apps/worker/src/main.ts')],
    {
      cwd: root,
      env: { PATH: process.env.PATH ?? '', HOME: process.env.HOME ?? '', DUBAN_WORKER_PORT: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk) => {
      written += chunk;
    });
  }
  const exited = new Promise<number | NodeJS.Signals | null>((resolve) => {
    child.once('exit', (code, signal) => resolve(code ?? signal));
  });
  const running: RunningWorker = {
    process: child,
    exited,
    output: () => written,
    async health() {
      const port = await eventually(
        () => /"port":(\d+)/.exec(written)?.[1],
        30_000,
        () => written,
      );
      return `http://127.0.0.1:${port}`;
    },
    async ready(withinMs = 60_000) {
      const base = await running.health();
      await eventually(
        async () => (await fetch(`${base}/readyz`).catch(() => undefined))?.ok,
        withinMs,
        () => written,
      );
    },
  };
  return running;
}

/** Asks until the answer is neither undefined nor false; fails after `withinMs`, with what `tell` says. */
export async function eventually<T>(
  ask: () => T | Promise<T>,
  withinMs: number,
  tell: () => unknown = () => '',
): Promise<Exclude<Awaited<T>, undefined | false>> {
  const until = performance.now() + withinMs;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer as Exclude<Awaited<T>, undefined | false>;
    if (performance.now() > until) throw new Error(`not within ${withinMs} ms: ${String(tell()).slice(-6_000)}`);
    await sleep(100);
  }
}
