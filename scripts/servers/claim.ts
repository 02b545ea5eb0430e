// A claim is a file that says which living process owns a thing. A dead owner's claim is worth nothing.
import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAlive, markOf, type ProcessMark } from './processes.js';

export interface Claim {
  /** Puts further facts beside the owner's mark (mode 600: they may hold a password). */
  note(facts: Record<string, unknown>): void;
  release(): void;
}

export type Holder = ProcessMark & Record<string, unknown>;

function parse(text: string): Holder | undefined {
  try {
    const holder: unknown = JSON.parse(text);
    return typeof holder === 'object' && holder !== null && 'pid' in holder && 'birth' in holder
      ? (holder as Holder)
      : undefined;
  } catch {
    return undefined;
  }
}

/** The living owner of the claim in `file`, with its facts; undefined if nobody (alive) holds it. */
export function holderOf(file: string): Holder | undefined {
  const holder = lastHolderOf(file);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

/** What the last owner wrote, alive or not. */
export function lastHolderOf(file: string): Holder | undefined {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

let counter = 0;

/** Writes beside the file and moves it into place, so that no reader sees half a claim. */
function writeWhole(file: string, content: string, exclusive: boolean): boolean {
  counter += 1;
  const draft = `${file}.${process.pid}.${counter}`;
  writeFileSync(draft, content, { mode: 0o600 });
  if (!exclusive) {
    renameSync(draft, file);
    return true;
  }
  try {
    linkSync(draft, file); // fails if someone was first, unlike rename
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/**
 * Claims `file` for this process.
 *
 * @returns the claim, or the living holder that was first.
 */
export function claim(file: string): { claim: Claim } | { heldBy: Holder } {
  const mark = markOf(process.pid) ?? { pid: process.pid, birth: '' };
  for (;;) {
    if (writeWhole(file, JSON.stringify(mark), true)) break;
    const holder = holderOf(file);
    if (holder !== undefined) return { heldBy: holder };
    // Take the dead claim away by renaming: of two that try, one succeeds.
    const grave = `${file}.${process.pid}.dead`;
    try {
      renameSync(file, grave);
      rmSync(grave, { force: true });
    } catch {
      // the other one took it away
    }
  }
  return {
    claim: {
      note: (facts) => writeWhole(file, JSON.stringify({ ...facts, ...mark }), false),
      release: () => {
        if (lastHolderOf(file)?.pid === process.pid) rmSync(file, { force: true });
      },
    },
  };
}
