// What a row of the bench came to, kept as JSON: each figure with its date, its load and what it ran on.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { projectRoot } from '../scripts/servers/paths.js';

/** A figure with all its repeats. */
export interface Figure {
  readonly name: string;
  readonly unit: 'ms' | 's' | 'bytes' | 'MB' | 'ratio' | 'rows' | 'events';
  readonly values: readonly number[];
  readonly median: number;
  /** What it is exactly, or its settings. */
  readonly note?: string;
}

/** What is held against a goal. */
export interface Verdict {
  readonly what: string;
  readonly measured: string;
  readonly goal: string;
  readonly met: boolean;
}

/** A line of a picture: cost by size. */
export interface Curve {
  readonly name: string;
  readonly unit: string;
  readonly points: readonly { readonly size: number; readonly value: number }[];
}

/** What a row gives when it ran. */
export interface RowOutcome {
  readonly figures: readonly Figure[];
  readonly verdicts: readonly Verdict[];
  readonly curves?: readonly Curve[];
  readonly notes?: readonly string[];
}

export interface RowResult extends RowOutcome {
  readonly row: string;
  readonly title: string;
  readonly size: number;
  readonly repeats: number;
  readonly at: string;
  readonly seconds: number;
  readonly commit: string;
  readonly loadBefore: number;
  readonly loadAfter: number;
  readonly machine: string;
  readonly versions: Readonly<Record<string, string>>;
}

/** Results of whole runs, which docs/performance.md shows. */
export const KEPT_RESULTS = path.join(projectRoot, 'bench', 'results');
/** Results of quick or small runs. */
export const QUICK_RESULTS = path.join(projectRoot, '.cache', 'bench');

export function saveResult(folder: string, result: RowResult): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, `${result.row}.json`), `${JSON.stringify(result, null, 2)}\n`);
}

export function readResult(folder: string, row: string): RowResult | undefined {
  const file = path.join(folder, `${row}.json`);
  return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined;
}

/** Every result of a folder, by row. */
export function readResults(folder: string): RowResult[] {
  if (!existsSync(folder)) return [];
  const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
  return names
    .sort((a, b) => a.localeCompare(b, 'en'))
    .map((name) => {
      return JSON.parse(readFileSync(path.join(folder, name), 'utf8'));
    });
}

export function machine(): string {
  const model = os.cpus()[0]?.model ?? 'unknown processor';
  return `${os.cpus().length} × ${model}, ${Math.round(os.totalmem() / 2 ** 30)} GB, ${os.type()} ${os.release()}`;
}

export function commit(): string {
  try {
    const git = (...args: string[]) => execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8' }).trim();
    return `${git('rev-parse', '--short=10', 'HEAD')}${git('status', '--porcelain', '--', 'libs', 'apps') ? '+' : ''}`;
  } catch {
    return 'unknown';
  }
}

/** Load of the last minute, in processes. */
export const load = (): number => Number((os.loadavg()[0] ?? 0).toFixed(2));
