import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import { cellText, STYLES, type StyleName, stylesXml } from './write-parts.js';

/** A cell to be written: text is always text, whatever it begins with. */
export interface WrittenCell {
  readonly value: string | number | null;
  readonly style: StyleName;
}

/** A sheet to be written. Rows come one by one, so that a large sheet is never whole in memory. */
export interface WrittenSheet {
  readonly name: string;
  /** In characters. */
  readonly columnWidths: readonly number[];
  readonly rows: Iterable<readonly WrittenCell[]>;
  /** `A1:B2`; known before the rows. */
  readonly merges: readonly string[];
  /** The rows above stay in sight, and are repeated on every printed page. */
  readonly headerRows: number;
}

const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const SHEET_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const ROWS_IN_A_CHUNK = 200;
/** The same content gives the same file. */
const EPOCH = Date.UTC(2000, 0, 1);

/** A workbook of one sheet, as a stream of bytes: landscape A3 fitted to the page's width, with header rows repeated. */
export function writeWorkbook(sheet: WrittenSheet): Readable {
  const zip = new ZipFile();
  const mtime = new Date(EPOCH);
  const add = (name: string, xml: string): void => zip.addBuffer(Buffer.from(HEAD + xml), name, { mtime });
  add(
    '[Content_Types].xml',
    `<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${SHEET_TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${SHEET_TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${SHEET_TYPE}.styles+xml"/></Types>`,
  );
  add(
    '_rels/.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  add(
    'xl/_rels/workbook.xml.rels',
    `<Relationships xmlns="${RELATIONS}"><Relationship Id="rId1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  const name = cellText(sheet.name);
  add(
    'xl/workbook.xml',
    `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="${name}" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="_xlnm.Print_Titles" localSheetId="0">'${name}'!$1:$${sheet.headerRows}</definedName></definedNames></workbook>`,
  );
  add('xl/styles.xml', stylesXml(MAIN));
  zip.addReadStream(Readable.from(sheetXml(sheet)), 'xl/worksheets/sheet1.xml', { mtime });
  zip.end();
  return Readable.from(zip.outputStream);
}

function* sheetXml({ columnWidths, rows, merges, headerRows }: WrittenSheet): Generator<Buffer> {
  const columns = columnWidths.map(
    (width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  yield Buffer.from(
    `${HEAD}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0"><pane ySplit="${headerRows}" topLeftCell="A${headerRows + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`,
  );
  let chunk: string[] = [];
  let number = 0;
  for (const row of rows) {
    number += 1;
    chunk.push(rowXml(number, row));
    if (chunk.length < ROWS_IN_A_CHUNK) continue;
    yield Buffer.from(chunk.join(''));
    chunk = [];
  }
  const merged = merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('');
  yield Buffer.from(
    `${chunk.join('')}</sheetData>${merges.length > 0 ? `<mergeCells count="${merges.length}">${merged}</mergeCells>` : ''}<printOptions horizontalCentered="1"/><pageMargins left="0.4" right="0.4" top="0.6" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="8" orientation="landscape" fitToWidth="1" fitToHeight="0"/><headerFooter><oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter></headerFooter></worksheet>`,
  );
}

function rowXml(number: number, row: readonly WrittenCell[]): string {
  let xml = `<row r="${number}">`;
  for (const [index, { value, style }] of row.entries()) {
    const at = `r="${columnName(index + 1)}${number}"`;
    if (value === null || value === '') xml += `<c ${at} s="${STYLES[style].id}"/>`;
    else if (typeof value === 'number') xml += `<c ${at} s="${STYLES[style].id}"><v>${value}</v></c>`;
    else {
      const { id, quoted } = STYLES[style];
      const s = /^[=+\-@\t\r]/u.test(value) ? quoted : id;
      xml += `<c ${at} s="${s}" t="inlineStr"><is><t xml:space="preserve">${cellText(value)}</t></is></c>`;
    }
  }
  return `${xml}</row>`;
}

/** 1 → A, 27 → AA. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}
