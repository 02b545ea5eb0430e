import { type Grid, type GridSheet, type LedgerResult, readLedger } from '@duban/domain';
import { openPackage } from './xlsx/package.js';
import { SheetCollector } from './xlsx/sheet.js';
import { readWorkbookParts } from './xlsx/workbook.js';
import { readXml } from './xlsx/xml.js';

/**
 * Reads an xlsx file into plain cells: texts as Excel shows them, date cells with their day, merges, hidden rows and columns.
 * Only values are read: no macro, no formula, no external link is ever touched.
 * @throws DomainError NOT_XLSX, OLD_XLS, ENCRYPTED_WORKBOOK, WORKBOOK_TOO_LARGE or EMPTY_WORKBOOK
 */
export async function readWorkbook(bytes: Uint8Array): Promise<Grid> {
  const pack = await openPackage(bytes);
  const workbook = await readWorkbookParts(pack);
  const sheets: GridSheet[] = [];
  for (const { name, part, hidden } of workbook.sheets) {
    const collector = new SheetCollector(name, hidden, workbook);
    await readXml(pack.open(part), collector);
    sheets.push(collector.sheet());
  }
  return sheets;
}

/** How a ledger file is checked: the present day (`YYYY-MM-DD`, Asia/Shanghai) and, if not the first with a header, the sheet. */
export interface CheckLedgerOptions {
  readonly today: string;
  readonly sheet?: string | undefined;
}

/**
 * Reads a ledger file and says everything that was not understood; writes nothing.
 * @throws DomainError for faults of the file as a whole (see `readWorkbook`, `readLedger`)
 */
export async function checkLedger(bytes: Uint8Array, options: CheckLedgerOptions): Promise<LedgerResult> {
  return readLedger(await readWorkbook(bytes), options);
}
