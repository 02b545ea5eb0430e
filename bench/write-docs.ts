// docs/performance.md and its pictures follow from bench/results: written after a full run, checked by a test.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '../scripts/servers/paths.js';
import { picture } from './picture.js';
import { table } from './report.js';
import { KEPT_RESULTS, type RowResult, readResults } from './result.js';

export const PAGE = path.join(projectRoot, 'docs', 'performance.md');
const PICTURES = path.join(projectRoot, 'docs', 'images');
const [BEGIN, END] = ['<!-- results: written by the bench, do not edit -->', '<!-- end of results -->'];

/** The page with its results as they are kept now. @throws Error when the page has lost its marks */
export function pageWithResults(page: string, results: readonly RowResult[]): string {
  const [begin, end] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (begin === -1 || end < begin) throw new Error('docs/performance.md has no marks for the results');
  return `${page.slice(0, begin + BEGIN.length)}\n\n${body(results)}\n\n${page.slice(end)}`;
}

/** Writes the page and a picture for each row that has curves. */
export function writeDocs(): void {
  const results = readResults(KEPT_RESULTS);
  writeFileSync(PAGE, pageWithResults(readFileSync(PAGE, 'utf8'), results));
  mkdirSync(PICTURES, { recursive: true });
  for (const { row, title, curves } of results) {
    if (curves?.length) writeFileSync(path.join(PICTURES, `${row}.svg`), picture(`${row} ${title}`, curves));
  }
}

function body(results: readonly RowResult[]): string {
  if (results.length === 0) return 'No full run has been kept yet: `npm run bench`.';
  const pictures = results.filter(({ curves }) => curves?.length);
  return [table(results), ...pictures.map(({ row, title }) => `![${row} ${title}](images/${row}.svg)`)].join('\n\n');
}
