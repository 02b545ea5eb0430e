import type { Milestone } from './deadline.js';
import type { LedgerPerson } from './people.js';

/** Faults that keep a row (or the ledger) from being imported. */
export const LEDGER_ERROR_CODES = [
  'MISSING_FIELD',
  'TWO_LEADERS',
  'TWO_DEPUTIES',
  'TWO_UNITS',
  'BAD_DEADLINE',
  'COUNT_MISMATCH',
  'NO_HEADER',
  'NO_CATEGORY',
  'DUPLICATE_TITLE',
  // Found in the record, not in the sheet: only where a ledger is compared with what is there.
  'AMBIGUOUS_PERSON',
] as const;

/** Things a reader should know, which keep nothing from being imported. */
export const LEDGER_NOTICE_CODES = [
  'HIDDEN_ROWS',
  'UNKNOWN_COLUMN',
  'YEAR_ASSUMED',
  'PAST_DEADLINE',
  'AMBIGUOUS_DEADLINE',
] as const;

export type LedgerErrorCode = (typeof LEDGER_ERROR_CODES)[number];
export type LedgerNoticeCode = (typeof LEDGER_NOTICE_CODES)[number];

/** One thing to tell the office. `cell` is null for what concerns the whole sheet. */
export type LedgerProblem =
  | {
      readonly severity: 'error';
      readonly code: LedgerErrorCode;
      readonly cell: string | null;
      readonly message: string;
    }
  | {
      readonly severity: 'notice';
      readonly code: LedgerNoticeCode;
      readonly cell: string | null;
      readonly message: string;
    };

/** The fields whose cells an item names. */
export type ItemField =
  | 'category'
  | 'title'
  | 'objective'
  | 'measures'
  | 'leadLeader'
  | 'responsibleUnit'
  | 'supportingUnits'
  | 'deputyLeader'
  | 'handler'
  | 'deadline';

/** One row of the ledger. A field whose cell is missing or at fault is null. */
export interface LedgerItem {
  /** Running number 1 … N, whatever the sheet's own number column says. */
  readonly number: number;
  readonly category: string | null;
  readonly title: string | null;
  readonly objective: string | null;
  readonly measures: string | null;
  readonly leadLeader: LedgerPerson | null;
  readonly responsibleUnit: string | null;
  readonly supportingUnits: readonly string[];
  readonly deputyLeader: LedgerPerson | null;
  readonly handler: string | null;
  /** `YYYY-MM-DD`; null for standing work and for a cell at fault. */
  readonly deadline: string | null;
  readonly standing: boolean;
  readonly milestones: readonly Milestone[];
  /** Where each field stands; for merged values the anchor. */
  readonly cells: Readonly<Partial<Record<ItemField, string>>>;
  // Beyond the contract:
  readonly phone: string | null;
  /** The sheet's row, from 1. */
  readonly row: number;
  /** Standing words beside dated clauses (`9月底前完成，长期坚持`). */
  readonly deadlineRemark: string | null;
  /** What stands in columns that are only kept: header word → text. */
  readonly notes: Readonly<Record<string, string>>;
  /** True when any cell of this row is at fault: such a row is never imported. */
  readonly faulty: boolean;
}

/** What the reader made of one sheet. */
export interface LedgerResult {
  readonly title: string | null;
  /** The title's year, null when it gives none. */
  readonly year: number | null;
  /** The title's `N类M项`, null when it gives none. */
  readonly declared: { readonly categories: number; readonly items: number } | null;
  readonly categories: readonly { readonly name: string; readonly count: number }[];
  readonly items: readonly LedgerItem[];
  readonly problems: readonly LedgerProblem[];
  /** The sheet that was read, null when none has a header. */
  readonly sheet: string | null;
}

/** True when anything keeps the ledger from being imported as a whole. */
export function hasErrors(result: Pick<LedgerResult, 'problems'>): boolean {
  return result.problems.some((problem) => problem.severity === 'error');
}
