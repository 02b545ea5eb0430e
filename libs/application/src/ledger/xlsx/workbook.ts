import { DomainError } from '@duban/domain';
import { GENERAL, type NumberFormat, numberFormat } from './number-format.js';
import { notXlsx, type XlsxPackage } from './package.js';
import { StringItem } from './text.js';
import { readXml } from './xml.js';

/** The workbook's parts that a sheet's cells refer to. */
export interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly part: string; readonly hidden: boolean }[];
  readonly date1904: boolean;
  readonly strings: readonly string[];
  /** By style index (`s` of a cell). */
  readonly formats: readonly NumberFormat[];
}

interface Relation {
  readonly type: string;
  readonly target: string;
}

/** Reads the workbook's list of sheets, date system, shared strings and number formats. External links are never followed. */
export async function readWorkbookParts(pack: XlsxPackage): Promise<Workbook> {
  const roots = await readRelations(pack, '_rels/.rels', '');
  const root = [...roots.values()].find((relation) => relation.type.endsWith('/officeDocument'));
  const part = root?.target ?? 'xl/workbook.xml';
  if (part.toLowerCase().endsWith('.bin')) throw notXlsx('这是二进制工作簿（.xlsb）');
  if (!pack.has(part)) throw notXlsx('压缩包里没有工作簿');
  const folder = part.slice(0, part.lastIndexOf('/') + 1);
  const relations = await readRelations(pack, `${folder}_rels/${part.slice(folder.length)}.rels`, folder);

  const sheets: { name: string; part: string; hidden: boolean }[] = [];
  let date1904 = false;
  let isWorkbook = false;
  await readXml(pack.open(part), {
    open(name, attributes) {
      if (name === 'workbook') isWorkbook = true;
      if (name === 'workbookPr') date1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const relation = relations.get(attributes.id ?? '');
      if (!relation?.type.endsWith('/worksheet') || !pack.has(relation.target)) return;
      const hidden = attributes.state === 'hidden' || attributes.state === 'veryHidden';
      sheets.push({ name: attributes.name ?? '', part: relation.target, hidden });
    },
  });
  if (!isWorkbook) throw notXlsx('这不是 Excel 文件');
  if (sheets.length === 0) throw new DomainError('EMPTY_WORKBOOK', '工作簿里没有工作表，请检查文件');

  const byType = (end: string): string | undefined =>
    [...relations.values()].find((relation) => relation.type.endsWith(end) && pack.has(relation.target))?.target;
  const strings = byType('/sharedStrings');
  const styles = byType('/styles');
  return {
    sheets,
    date1904,
    strings: strings ? await readStrings(pack, strings) : [],
    formats: styles ? await readFormats(pack, styles) : [GENERAL],
  };
}

/** True for the spellings of an XML Schema boolean. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

async function readRelations(pack: XlsxPackage, part: string, folder: string): Promise<Map<string, Relation>> {
  const relations = new Map<string, Relation>();
  if (!pack.has(part)) return relations;
  await readXml(pack.open(part), {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || TargetMode === 'External' || Target === undefined) return;
      relations.set(Id ?? '', { type: Type ?? '', target: resolve(folder, Target) });
    },
  });
  return relations;
}

/** A relation's target as a part name: absolute from the package's root, or relative to the source's folder. */
function resolve(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const piece of (path.startsWith('/') ? path : `${folder}${path}`).split('/')) {
    if (piece === '..') parts.pop();
    else if (piece !== '' && piece !== '.') parts.push(piece);
  }
  return parts.join('/');
}

async function readStrings(pack: XlsxPackage, part: string): Promise<string[]> {
  const strings: string[] = [];
  const item = new StringItem();
  await readXml(pack.open(part), {
    open: (name) => item.open(name),
    close(name) {
      item.close(name);
      if (name === 'si') strings.push(item.take());
    },
    text: (value) => item.text(value),
  });
  return strings;
}

async function readFormats(pack: XlsxPackage, part: string): Promise<NumberFormat[]> {
  const declared = new Map<number, string>();
  const ids: number[] = [];
  let inCells = false;
  await readXml(pack.open(part), {
    open(name, attributes) {
      // The same element also stands in differential formats (dxf), whose ids are their own.
      if (name === 'numFmt' && ids.length === 0) declared.set(Number(attributes.numFmtId), attributes.formatCode ?? '');
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) ids.push(Number(attributes.numFmtId ?? '0'));
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  });
  const known = new Map<number, NumberFormat>();
  return ids.map((id) => {
    const format = known.get(id) ?? numberFormat(id, declared);
    known.set(id, format);
    return format;
  });
}
