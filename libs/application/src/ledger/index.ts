export { type CheckLedgerOptions, checkLedger, readWorkbook } from './read-workbook.js';
