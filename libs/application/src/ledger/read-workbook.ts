import { type Grid, type GridSheet, type LedgerResult, readLedger } from '@duban/domain';
import type { Tell } from './progress.js';
import { openPackage } from './xlsx/package.js';
import { SheetCollector } from './xlsx/sheet.js';
import { readWorkbookParts } from './xlsx/workbook.js';
import { readXml } from './xlsx/xml.js';

/**
 * Reads an xlsx file into plain cells: texts as Excel shows them, date cells with their day, merges, hidden rows and columns.
 * Only values are read: no macro, no formula, no external link is ever touched.
 * @throws DomainError NOT_XLSX, OLD_XLS, ENCRYPTED_WORKBOOK, WORKBOOK_TOO_LARGE or EMPTY_WORKBOOK
 */
export async function readWorkbook(bytes: Uint8Array, tell: Tell = async () => undefined): Promise<Grid> {
  const pack = await openPackage(bytes);
  const workbook = await readWorkbookParts(pack);
  const sheets: GridSheet[] = [];
  for (const { name, part, hidden } of workbook.sheets) {
    const collector = new SheetCollector(name, hidden, workbook);
    const total = pack.bytesOf(part);
    const told = counted(pack.open(part), (done) => tell({ text: `正在读取工作表“${name}”`, done, total }));
    await readXml(told, collector);
    sheets.push(collector.sheet());
  }
  return sheets;
}

async function* counted(
  chunks: AsyncIterable<Uint8Array>,
  tell: (bytes: number) => Promise<void>,
): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of chunks) {
    yield chunk;
    bytes += chunk.length;
    await tell(bytes);
  }
}

/**
 * Looks at a file without unpacking it: whether it can be a workbook at all, and is not too large.
 * @throws DomainError as `readWorkbook`
 */
export async function assertWorkbook(bytes: Uint8Array): Promise<void> {
  await openPackage(bytes);
}

/** How a ledger file is checked: the present day (`YYYY-MM-DD`, Asia/Shanghai) and, if not the first with a header, the sheet. */
export interface CheckLedgerOptions {
  readonly today: string;
  readonly sheet?: string | undefined;
  /** Told how far the reading is, in bytes of the unpacked sheet; may throw to stop it. */
  readonly onProgress?: Tell;
}

/**
 * Reads a ledger file and says everything that was not understood; writes nothing.
 * @throws DomainError for faults of the file as a whole (see `readWorkbook`, `readLedger`)
 */
export async function checkLedger(bytes: Uint8Array, options: CheckLedgerOptions): Promise<LedgerResult> {
  const { onProgress, ...how } = options;
  const grid = await readWorkbook(bytes, onProgress);
  await onProgress?.({ text: '正在逐行检查', done: 0, total: null });
  return readLedger(grid, how);
}
