// A child process that cannot outlive us.
//
// A small shell stands between us and the program and holds the reading end of a pipe that we hold the
// writing end of. However we end (SIGKILL included) the pipe closes, and the shell ends the program. Closing
// the pipe is also how we stop it on purpose: one path, so the path is known to work.
import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { Socket } from 'node:net';
import type { Account } from './account.js';

// $1 signal, $2 seconds of grace, $3 folder to remove afterwards, $4 file for the program's pid ('' for neither), then
// the program.
const GUARD = `
signal=$1; grace=$2; remove=$3; pidfile=$4; shift 4
exec 3<&0 </dev/null
"$@" 3<&- & child=$!
if [ -n "$pidfile" ]; then echo $child > "$pidfile"; fi
( read -r _ <&3
  kill -s "$signal" $child 2>/dev/null
  i=0; while [ $i -lt $grace ] && kill -0 $child 2>/dev/null; do sleep 1; i=$((i+1)); done
  kill -s KILL $child 2>/dev/null
) & watcher=$!
exec 3<&-
wait $child; code=$?
kill $watcher 2>/dev/null
if [ -n "$remove" ]; then rm -rf "$remove"; fi
exit $code
`;

export interface GuardOptions {
  readonly command: string;
  readonly args: readonly string[];
  /** Signal that asks the program to end in good order. */
  readonly stopSignal: 'INT' | 'TERM';
  readonly graceSeconds: number;
  readonly logFile: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  readonly account?: Account | undefined;
  readonly removeOnExit?: string;
  readonly pidFile?: string;
}

export interface Guarded {
  /** Pid of the guard, which leads the program's process group. */
  readonly pid: number;
  /** Settles when the program has ended, with its exit code (128 + n after signal n). */
  readonly exited: Promise<number>;
  /** Asks the program to end, waits, and makes sure. Safe to call twice. */
  stop(): Promise<void>;
}

/** Starts a program under guard, its output appended to `logFile`. */
export function startGuarded(options: GuardOptions): Guarded {
  const log = openSync(options.logFile, 'a', 0o600);
  const shellArgs = [
    options.stopSignal,
    String(options.graceSeconds),
    options.removeOnExit ?? '',
    options.pidFile ?? '',
  ];
  const child = spawn('/bin/sh', ['-c', GUARD, 'duban-guard', ...shellArgs, options.command, ...options.args], {
    stdio: ['pipe', log, log],
    // Its own group: Ctrl-C in the terminal must reach only us, so that we can stop things in order.
    detached: true,
    cwd: options.cwd ?? '/',
    env: options.env ?? process.env,
    ...options.account,
  });
  closeSync(log);
  const killGroup = () => {
    try {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    } catch {
      // nobody left in the group
    }
  };
  const exited = new Promise<number>((resolve) => {
    child.once('error', () => resolve(127));
    child.once('exit', (code, signal) => {
      if (signal !== null) killGroup(); // the guard itself was killed: its program must not be left alone
      resolve(code ?? 137);
    });
  });
  const pipe = child.stdin;
  pipe?.on('error', () => undefined); // the guard may be gone before us
  // Neither the child nor the pipe keeps a script alive that has nothing more to do.
  child.unref();
  if (pipe instanceof Socket) pipe.unref();
  return {
    pid: child.pid ?? -1,
    exited,
    stop: async () => {
      pipe?.end();
      child.ref();
      const timer = setTimeout(killGroup, (options.graceSeconds + 5) * 1_000);
      await exited;
      clearTimeout(timer);
    },
  };
}
