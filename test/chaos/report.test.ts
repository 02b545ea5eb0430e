import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { keptResults, merged, PAGE, pageWithResults, type RowResult, table } from './report.js';

const result = (row: number, more: Partial<RowResult> = {}): RowResult => ({
  row,
  fault: `fault ${row}`,
  how: 'a | b',
  holds: 'all of it',
  ok: true,
  recoveredMs: 1_234,
  boundMs: 5_000,
  startMs: 0,
  note: '',
  broken: '',
  seed: 1,
  load: 0.5,
  ...more,
});

it('docs/reliability.md shows what is kept', () => {
  const page = readFileSync(PAGE, 'utf8');
  expect(page).toBe(pageWithResults(page, keptResults()));
});

it('a page takes its table from the results, again and again, and keeps what is around it', () => {
  const page = 'before\n<!-- table -->\nold\n<!-- /table -->\nafter\n';
  const once = pageWithResults(page, [result(1)]);
  expect(once).toBe(`before\n<!-- table -->\n${table([result(1)])}\n<!-- /table -->\nafter\n`);
  expect(pageWithResults(once, [result(1)])).toBe(once);
});

it('without results a page stays as it is; without marks it is refused', () => {
  expect(pageWithResults('<!-- table -->x<!-- /table -->', [])).toBe('<!-- table -->x<!-- /table -->');
  expect(() => pageWithResults('no marks', [result(1)])).toThrow('no marks');
});

it('a row that was run again takes the place of the old one', () => {
  const anew = merged([result(1), result(3)], [result(3, { ok: false }), result(2)]);
  expect(anew.map(({ row, ok }) => [row, ok])).toEqual([
    [1, true],
    [2, true],
    [3, false],
  ]);
});

it('a table says which row broke, and a time that never came is none', () => {
  const broken = table([result(4, { ok: false, recoveredMs: null })]);
  expect(broken).toContain('**broken**');
  expect(broken).toContain('| – | – | 5.0 s |');
  expect(table([result(4, { startMs: 2_000 })])).toContain('| 1.2 s | 5.0 s + start 2.0 s | held |');
});
