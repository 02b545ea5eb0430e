export type { DeadlineFault, DeadlineReading, Milestone } from './deadline.js';
export { readDeadline } from './deadline.js';
export { cellRef, type Grid, type GridCell, type GridMerge, type GridSheet } from './grid.js';
export { isNearName, nearNames } from './near-name.js';
export { type LedgerPerson, type PersonReading, readPerson } from './people.js';
export { MAX_LEDGER_ITEMS, type ReadLedgerOptions, readLedger } from './read-ledger.js';
export {
  hasErrors,
  type ItemField,
  LEDGER_ERROR_CODES,
  LEDGER_NOTICE_CODES,
  type LedgerErrorCode,
  type LedgerItem,
  type LedgerNoticeCode,
  type LedgerProblem,
  type LedgerResult,
} from './result.js';
export { readSupportingUnits, readUnits, type UnitsReading } from './units.js';
