// Runs rows of the fault matrix against a real installation and says what held.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { inWords, verify } from './invariants.js';
import { bound, inSeconds, type RowResult, table } from './report.js';
import { type Row, seeded } from './row.js';
import { calendarRow } from './rows/calendar.js';
import { DATA_ROWS } from './rows/data.js';
import { NETWORK_ROWS } from './rows/network.js';
import { PROCESS_ROWS } from './rows/processes.js';
import { TIME_ROWS } from './rows/time.js';
import { World } from './world.js';

export const ROWS: readonly Row[] = [...PROCESS_ROWS, ...DATA_ROWS, ...NETWORK_ROWS, ...TIME_ROWS, calendarRow].sort(
  (a, b) => a.number - b.number,
);

export interface Outcome {
  readonly row: Row;
  readonly ok: boolean;
  readonly recoveredMs: number | undefined;
  /** What an undisturbed start of the api took on this machine, where that is not counted; else 0. */
  readonly startMs: number;
  readonly note: string;
  /** What did not hold; empty when all did. */
  readonly broken: string;
  readonly tookMs: number;
}

/** A file system of its own, small enough to be filled. Undefined where we may not mount one. */
function smallDisk(): { dir: string; unmount(): void } | undefined {
  const dir = mkdtempSync(path.join(tmpdir(), 'duban-chaos-disk-'));
  const { status } = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=400m,mode=755', 'none', dir]);
  if (status !== 0) {
    rmdirSync(dir);
    return undefined;
  }
  return {
    dir,
    unmount: () => {
      spawnSync('umount', ['-l', dir]);
      rmdirSync(dir);
    },
  };
}

/** The installation that rows share as long as they leave it whole. */
export class Installation {
  private shared: World | undefined;

  /** Runs a row and checks all promises afterwards; a row that failed takes its installation with it. */
  async run(row: Row, random: () => number, brief = false): Promise<Outcome> {
    const began = performance.now();
    const disk = row.own === 'small-disk' ? smallDisk() : undefined;
    if (row.own === 'small-disk' && disk === undefined) {
      return {
        row,
        ok: false,
        recoveredMs: undefined,
        startMs: 0,
        note: '',
        broken: 'a small file system could not be mounted (root only)',
        tookMs: 0,
      };
    }
    let world: World | undefined;
    try {
      if (row.own === undefined) this.shared ??= await World.open();
      world = row.own === undefined ? this.shared : await this.own(disk?.dir);
      if (world === undefined) throw new Error('no installation');
      const { recoveredMs, note = '', broken = [] } = await row.run(world, random, brief);
      await world.drain();
      await world.load.rest();
      const violations = inWords(await verify(world.evidence()));
      world.load.resume();
      const contradictions = world.journal.contradictions.map(
        (one) => `different answers to one key: ${JSON.stringify(one)}`,
      );
      const startMs = row.restarts ? world.startMs : 0;
      const slow =
        recoveredMs !== undefined && recoveredMs > row.boundMs + startMs
          ? [`back after ${(recoveredMs / 1_000).toFixed(1)} s`]
          : [];
      const all = [
        ...broken,
        ...slow,
        ...contradictions,
        ...(violations === '' ? [] : [violations, ...world.complaints()]),
      ].join('\n');
      if (all !== '' && world === this.shared) await this.discard();
      return { row, ok: all === '', recoveredMs, startMs, note, broken: all, tookMs: performance.now() - began };
    } catch (error) {
      const told = error instanceof Error ? (error.stack ?? error.message) : String(error);
      const reason = [told, ...((await world?.troubles().catch(() => [])) ?? [])].join('\n');
      if (world !== undefined && world === this.shared) await this.discard();
      const tookMs = performance.now() - began;
      return { row, ok: false, recoveredMs: undefined, startMs: 0, note: '', broken: reason, tookMs };
    } finally {
      if (world !== undefined && row.own !== undefined) await world.close().catch(() => undefined);
      disk?.unmount();
    }
  }

  async close(): Promise<void> {
    await this.discard();
  }

  private async own(disk: string | undefined): Promise<World> {
    await this.discard(); // two installations at once would only slow each other down
    if (disk === undefined) return World.open();
    const postgresDir = path.join(disk, 'postgres');
    mkdirSync(postgresDir);
    return World.open({ postgresDir });
  }

  private async discard(): Promise<void> {
    const world = this.shared;
    this.shared = undefined;
    if (process.env.DUBAN_CHAOS_KEEP) return;
    await world?.close().catch(() => undefined);
  }
}

/** One outcome in a few lines. */
export function told(outcome: Outcome): string {
  const { row, ok, recoveredMs, startMs, note, broken, tookMs } = outcome;
  const limit = bound({ boundMs: row.boundMs, startMs });
  const head = `${ok ? '✓' : '✗'} ${String(row.number).padStart(2)} ${row.fault}: ${inSeconds(recoveredMs)} of ${limit} (${inSeconds(tookMs)} in all)`;
  return [
    head,
    ...(note === '' ? [] : [`     ${note}`]),
    ...(broken === '' ? [] : [`     ${broken.replaceAll('\n', '\n     ')}`]),
  ].join('\n');
}

/**
 * Runs rows in order, so many times, and prints one table at the end. A row that fails does not stop those after it.
 * @returns what each came to, in the order in which they ran
 */
export async function runRows(
  rows: readonly Row[],
  rounds: number,
  seed: number,
  say: (line: string) => void,
): Promise<RowResult[]> {
  say(`seed ${seed}; ${rows.length} rows, ${rounds} round(s)`);
  const installation = new Installation();
  const results: RowResult[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const row of rows) {
        const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
        const outcome = await inTheEnd(installation, row, seeded(seed * 1_000 + round * 100 + row.number));
        results.push(kept(outcome, seed, load));
        say(told(outcome));
      }
    }
  } finally {
    await installation.close();
  }
  say(`\n${table(results)}`);
  return results;
}

/** Longer than any row takes on a busy machine. */
const MOST_MS = 25 * 60_000;

/** Whatever a row throws, or when it does not end, it has failed and the next one begins. */
async function inTheEnd(installation: Installation, row: Row, random: () => number): Promise<Outcome> {
  const failed = (broken: string): Outcome => ({
    row,
    ok: false,
    recoveredMs: undefined,
    startMs: 0,
    note: '',
    broken,
    tookMs: 0,
  });
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<Outcome>((resolve) => {
    timer = setTimeout(() => {
      const outcome = failed(`not over after ${MOST_MS / 60_000} minutes`);
      // What hangs loses its installation: the next row has one of its own.
      installation.close().then(
        () => resolve(outcome),
        () => resolve(outcome),
      );
    }, MOST_MS);
  });
  try {
    return await Promise.race([installation.run(row, random), tooLong]);
  } catch (error) {
    return failed(error instanceof Error ? (error.stack ?? error.message) : String(error));
  } finally {
    clearTimeout(timer);
  }
}

function kept({ row, ok, recoveredMs, startMs, note, broken }: Outcome, seed: number, load: number): RowResult {
  const { number, fault, how, holds, boundMs } = row;
  const back = recoveredMs !== undefined && Number.isFinite(recoveredMs) ? Math.round(recoveredMs) : null;
  return {
    row: number,
    fault,
    how,
    holds,
    ok,
    recoveredMs: back,
    boundMs,
    startMs: Math.round(startMs),
    note,
    broken: broken.slice(0, 2_000),
    seed,
    load,
  };
}
