export type { GoodItem } from './apply.js';
export type { ItemChange } from './difference.js';
export { type ExportedLedger, exportLedger } from './export.js';
export { DEFAULT_RULES, type ImportOptions, type ImportOutcome, importLedger } from './import.js';
export type { LedgerParams } from './job.js';
export { assertWorkbook, type CheckLedgerOptions, checkLedger, readWorkbook } from './read-workbook.js';
export { checkAgainstRecord } from './record-check.js';
export { type Undone, undoImport } from './undo.js';
export type { UnitMove } from './unit-moves.js';
