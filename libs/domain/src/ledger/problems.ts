import type { LedgerErrorCode, LedgerNoticeCode, LedgerProblem } from './result.js';

/**
 * Collects problems, each (code, cell) once: a merged cell at fault is told once, not for every row it holds for. A missing
 * column has no cell: there the message, which names the column, tells one from another.
 */
export class ProblemList {
  readonly #found = new Map<string, LedgerProblem>();

  error(code: LedgerErrorCode, cell: string | null, message: string): void {
    this.#add({ severity: 'error', code, cell, message });
  }

  notice(code: LedgerNoticeCode, cell: string | null, message: string): void {
    this.#add({ severity: 'notice', code, cell, message });
  }

  #add(problem: LedgerProblem): void {
    const column = problem.code === 'MISSING_FIELD' ? problem.message : '';
    const key = `${problem.code} ${problem.cell ?? column}`;
    if (!this.#found.has(key)) this.#found.set(key, problem);
  }

  /** Those of the whole sheet first, then by row and column. */
  list(): LedgerProblem[] {
    return [...this.#found.values()].sort((a, b) => place(a.cell) - place(b.cell));
  }
}

function place(cell: string | null): number {
  const match = cell === null ? null : /^([A-Z]+)(\d+)$/u.exec(cell);
  if (!match) return 0;
  let col = 0;
  for (const letter of match[1]!) col = col * 26 + letter.charCodeAt(0) - 64;
  return Number(match[2]) * 20_000 + col;
}
