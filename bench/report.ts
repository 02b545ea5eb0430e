import type { Figure, RowResult } from './result.js';

/** The results as a table for the terminal and for docs/performance.md: goal, measured ratio, met or missed. */
export function table(results: readonly RowResult[]): string {
  return results.map(section).join('\n\n');
}

function section(result: RowResult): string {
  const lines = [
    `### ${result.row} ${result.title} (${result.size.toLocaleString('en')}, medians of ${result.repeats})`,
    '',
    '| goal | asked | measured | |',
    '|---|---|---|---|',
    ...result.verdicts.map(
      ({ what, goal, measured, met }) => `| ${what} | ${goal} | ${measured} | ${met ? 'met' : '**missed**'} |`,
    ),
    '',
    '| side | median | least – most | |',
    '|---|---|---|---|',
    ...result.figures.map(
      (figure) => `| ${figure.name} | ${text(figure.median, figure)} | ${range(figure)} | ${figure.note ?? ''} |`,
    ),
    '',
    ...(result.notes ?? []).flatMap((note) => [note, '']),
    `Measured ${result.at.slice(0, 16).replace('T', ' ')} UTC at ${result.commit} in ${result.seconds} s; load ${result.loadBefore} before, ` +
      `${result.loadAfter} after. ${result.machine}. ${Object.entries(result.versions)
        .map(([name, version]) => `${name} ${version}`)
        .join(', ')}.`,
  ];
  return lines.join('\n');
}

function range(figure: Figure): string {
  return `${text(Math.min(...figure.values), figure)} – ${text(Math.max(...figure.values), figure)}`;
}

function text(value: number, { unit }: Figure): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return `${value.toLocaleString('en', { maximumFractionDigits: digits })} ${unit === 'ratio' ? '×' : unit}`;
}
