// Keeps one part (a server, an app) running: whatever ends by itself is started again, after a growing pause.
import type { Log } from '../servers/paths.js';
import { sleep } from '../servers/processes.js';

export interface Running {
  readonly exited: Promise<number>;
  stop(): Promise<void>;
}

export interface PartOptions {
  /** Name for the person at the terminal. */
  readonly name: string;
  readonly log: Log;
  /** Starts the part; an error thrown counts as an end, and the part is tried again. */
  readonly start: () => Promise<Running>;
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
}

export interface Part {
  /** Stops the part for good. */
  stop(): Promise<void>;
  /** Stops what runs now; it is started again like after any other end. */
  restart(): Promise<void>;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 30_000;
/** A part that ran so long was well: the pause begins small again. */
const WELL_MS = 60_000;

/** Looks after a part, from `initial` (already running) or from its first start, until stop() is called. */
export function keepRunning(options: PartOptions, initial?: Running): Part {
  const { name, log } = options;
  const longest = options.longestPauseMs ?? LONGEST_PAUSE_MS;
  let stopping = false;
  let current: Running | undefined = initial;
  let wake: () => void = () => undefined;
  const stopped = new Promise<undefined>((resolve) => {
    wake = () => resolve(undefined);
  });
  let lastReason = '';

  const loop = async (): Promise<void> => {
    let pause = options.firstPauseMs ?? FIRST_PAUSE_MS;
    while (!stopping) {
      const began = Date.now();
      const reason = await life();
      if (stopping) return;
      if (Date.now() - began > WELL_MS) pause = options.firstPauseMs ?? FIRST_PAUSE_MS;
      // The same reason again and again is said once.
      if (reason !== lastReason) log(`${name}${reason}，将自动重试。`);
      lastReason = reason;
      await Promise.race([sleep(pause), stopped]);
      pause = Math.min(pause * 2, longest);
    }
  };

  const life = async (): Promise<string> => {
    try {
      if (current === undefined) {
        const starting = options.start();
        current = await Promise.race([starting, stopped]);
        if (current === undefined) {
          // Stopped while it started (a download may take minutes): whatever still comes of it is stopped as well.
          void starting.then((late) => late.stop()).catch(() => undefined);
          return '';
        }
        if (lastReason !== '') log(`${name}已恢复。`);
        lastReason = '';
      }
      if (stopping) await current.stop();
      const code = await current.exited;
      return `意外退出（退出码 ${code}）`;
    } catch (error) {
      return `未能启动：${error instanceof Error ? error.message : String(error)}`;
    } finally {
      current = undefined;
    }
  };

  const done = loop();
  return {
    async stop() {
      stopping = true;
      wake();
      await current?.stop();
      await done;
    },
    async restart() {
      await current?.stop();
    },
  };
}
