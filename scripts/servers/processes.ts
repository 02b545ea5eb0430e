// Processes by pid *and* birth: a pid alone may have been given to a stranger since.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface ProcessMark {
  readonly pid: number;
  readonly birth: string;
}

function linuxBirth(pid: number): string | undefined {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The command in parentheses may hold spaces; state is the first field after it, start time the 20th.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields[0] === 'Z' || fields[0] === 'X' ? undefined : fields[19];
}

/** When the living process `pid` began, as an opaque text; undefined if no such process lives (zombies are dead). */
export function birthOf(pid: number): string | undefined {
  try {
    if (process.platform === 'linux') return linuxBirth(pid);
    const { stdout, status } = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return status === 0 && stdout.trim() !== '' ? stdout.trim() : undefined;
  } catch {
    return undefined;
  }
}

export function markOf(pid: number): ProcessMark | undefined {
  const birth = birthOf(pid);
  return birth === undefined ? undefined : { pid, birth };
}

export function isAlive(mark: ProcessMark): boolean {
  return birthOf(mark.pid) === mark.birth;
}

/** The command line of a living process, arguments joined by blanks; '' if it is gone. */
export function commandLineOf(pid: number): string {
  try {
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ');
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? '';
  } catch {
    return '';
  }
}

export const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Polls until `done` is true; false when `timeoutMs` ran out first. */
export async function until(done: () => boolean, timeoutMs: number, everyMs = 25): Promise<boolean> {
  const end = Date.now() + timeoutMs;
  while (!done()) {
    if (Date.now() > end) return false;
    await sleep(everyMs);
  }
  return true;
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // gone already, or not ours: the wait that follows tells
  }
}

/** Ends a process politely, then by force. Gives false if it still lives (it belongs to someone else). */
export async function end(mark: ProcessMark, signal: NodeJS.Signals, graceMs: number): Promise<boolean> {
  if (!isAlive(mark)) return true;
  send(mark.pid, signal);
  if (await until(() => !isAlive(mark), graceMs)) return true;
  send(mark.pid, 'SIGKILL');
  return until(() => !isAlive(mark), 5_000);
}

/** The living process whose pid stands in `pidFile`, if its command line contains `sign`; undefined otherwise. */
export function recordedProcess(pidFile: string, sign: string): ProcessMark | undefined {
  try {
    const mark = markOf(Number(readFileSync(pidFile, 'utf8').trim()));
    return mark !== undefined && commandLineOf(mark.pid).includes(sign) ? mark : undefined;
  } catch {
    return undefined;
  }
}
