// Runs rows of the fault matrix against a real installation and says what held.

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmdirSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import path from 'node:path';
import { inWords, verify } from './invariants.js';
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
  /** What an undisturbed start of api and worker takes on this machine, where the row starts them; else 0. */
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

const seconds = (ms: number | undefined): string => (ms === undefined ? '–' : `${(ms / 1_000).toFixed(1)} s`);

/** The bound; where processes are started, the undisturbed start comes on top. */
const within = ({ row, startMs }: Outcome): string =>
  startMs === 0 ? seconds(row.boundMs) : `${seconds(row.boundMs)} + start ${seconds(startMs)}`;

/** One outcome in a few lines. */
export function told(outcome: Outcome): string {
  const { row, ok, recoveredMs, note, broken, tookMs } = outcome;
  const head = `${ok ? '✓' : '✗'} ${String(row.number).padStart(2)} ${row.fault}: ${seconds(recoveredMs)} of ${within(outcome)} (${seconds(tookMs)} in all)`;
  return [
    head,
    ...(note === '' ? [] : [`     ${note}`]),
    ...(broken === '' ? [] : [`     ${broken.replaceAll('\n', '\n     ')}`]),
  ].join('\n');
}

/** The outcomes as the table of docs/reliability.md. */
export function table(outcomes: readonly Outcome[]): string {
  const lines = outcomes.map(
    (outcome) =>
      `| ${outcome.row.number} | ${outcome.row.fault} | ${outcome.row.how} | ${outcome.ok ? outcome.row.holds : '**broken**'} | ${seconds(outcome.recoveredMs)} | ${within(outcome)} |`,
  );
  return [
    '| # | fault | how it is made | what held, beside I1–I10 | back after | bound |',
    '|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}

/** Runs rows in order, so many times. @returns whether all held */
export async function runRows(
  rows: readonly Row[],
  rounds: number,
  seed: number,
  say: (line: string) => void,
): Promise<boolean> {
  say(`seed ${seed}; ${rows.length} rows, ${rounds} round(s); load of this machine ${loadavg()[0]?.toFixed(1)}`);
  const installation = new Installation();
  const outcomes: Outcome[] = [];
  try {
    for (let round = 0; round < rounds; round++) {
      for (const row of rows) {
        const outcome = await installation.run(row, seeded(seed * 1_000 + round * 100 + row.number));
        outcomes.push(outcome);
        say(told(outcome));
      }
    }
  } finally {
    await installation.close();
  }
  say(`\n${table(outcomes)}`);
  return outcomes.every(({ ok }) => ok);
}
