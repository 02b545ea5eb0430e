// What a run of the fault matrix found: printed as a table, kept, and written into docs/reliability.md from what is kept.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../../scripts/servers/paths.js';

/** A row's outcome, as it is kept. */
export interface RowResult {
  readonly row: number;
  readonly fault: string;
  readonly how: string;
  readonly holds: string;
  readonly ok: boolean;
  /** Null where nothing was away, or never came back. */
  readonly recoveredMs: number | null;
  readonly boundMs: number;
  /** What an undisturbed start of the api took, where that is not counted; else 0. */
  readonly startMs: number;
  readonly note: string;
  readonly broken: string;
  readonly seed: number;
  /** Of the machine when the row began, over a minute. */
  readonly load: number;
}

export const PAGE = path.join(projectRoot, 'docs', 'reliability.md');
export const KEPT_RESULTS = path.join(projectRoot, 'test', 'chaos', 'results.json');
const [BEGIN, END] = ['<!-- table -->', '<!-- /table -->'];

/** What is kept, in the order of the matrix; nothing before the first run that was kept. */
export function keptResults(): RowResult[] {
  return existsSync(KEPT_RESULTS) ? JSON.parse(readFileSync(KEPT_RESULTS, 'utf8')) : [];
}

/** These in the place of what was kept of the same rows, the rest as it was. */
export function merged(kept: readonly RowResult[], anew: readonly RowResult[]): RowResult[] {
  const rows = new Map([...kept, ...anew].map((result) => [result.row, result]));
  return [...rows.values()].sort((a, b) => a.row - b.row);
}

/** Keeps results and writes the page that shows them. */
export function keep(anew: readonly RowResult[]): void {
  const results = merged(keptResults(), anew);
  writeFileSync(KEPT_RESULTS, `${JSON.stringify(results, null, 2)}\n`);
  writeFileSync(PAGE, pageWithResults(readFileSync(PAGE, 'utf8'), results));
}

/** The page with its table as the results say; unchanged when there are none. @throws Error when its marks are lost */
export function pageWithResults(page: string, results: readonly RowResult[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error('docs/reliability.md has no marks for the table');
  if (results.length === 0) return page;
  return `${page.slice(0, begin + BEGIN.length)}\n${table(results)}\n${page.slice(end)}`;
}

export const inSeconds = (ms: number | null | undefined): string =>
  typeof ms === 'number' && Number.isFinite(ms) ? `${(ms / 1_000).toFixed(1)} s` : '–';

/** The bound; where the start of a process is not counted, what it took beside it. */
export const bound = ({ boundMs, startMs }: Pick<RowResult, 'boundMs' | 'startMs'>): string =>
  startMs === 0 ? inSeconds(boundMs) : `${inSeconds(boundMs)} + start ${inSeconds(startMs)}`;

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ');

/** The results as one table. */
export function table(results: readonly RowResult[]): string {
  const lines = results.map((result) => {
    const { row, fault, how, holds, ok, recoveredMs, note, load } = result;
    const held = ok ? [holds, note].filter((part) => part !== '').join('. ') : '–';
    const columns = [row, fault, how, held, inSeconds(recoveredMs), bound(result), ok ? 'held' : '**broken**', load];
    return `| ${columns.map((column) => cell(String(column))).join(' | ')} |`;
  });
  return [
    '| # | fault | how it is made | what held, beside I1–I10 | back after | bound | verdict | load |',
    '|---|---|---|---|---|---|---|---|',
    ...lines,
  ].join('\n');
}
