import { crc32, deflateRawSync } from 'node:zlib';

/** How an entry's header may lie, for tests of the guards. */
export interface ZipLies {
  readonly uncompressedSize?: number;
  readonly flags?: number;
}

/** A zip archive of these parts; the smallest writer that can also lie in its headers. */
export function zip(parts: Readonly<Record<string, string | Buffer>>, lies: ZipLies = {}): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const data = Buffer.from(content);
    const packed = deflateRawSync(data);
    const fileName = Buffer.from(name);
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(lies.flags ?? 0, 2);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(lies.uncompressedSize ?? data.length, 18);
    common.writeUInt16LE(fileName.length, 22);
    const entry = Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), common, fileName, packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([Buffer.from([0x50, 0x4b, 1, 2, 20, 0]), common, tail, fileName]));
    local.push(entry);
    offset += entry.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.set([0x50, 0x4b, 5, 6]);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...local, directory, end]);
}

const TYPES = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Changes to the plain workbook of `xlsx`. */
export interface WorkbookParts {
  readonly sheet?: string;
  readonly strings?: string;
  readonly styles?: string;
  readonly workbookPr?: string;
  /** Further parts, or other contents for the usual ones. */
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

/** The parts of a one-sheet workbook around the given sheetData, shared strings and style elements. */
export function parts({
  sheet = '',
  strings = '',
  styles = '',
  workbookPr = '',
  more = {},
}: WorkbookParts): Record<string, string | Buffer> {
  return {
    '_rels/.rels': `<Relationships><Relationship Id="r1" Type="${TYPES}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `<workbook xmlns:r="${TYPES}"><workbookPr ${workbookPr}/><sheets><sheet name="台账" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" Type="${TYPES}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${TYPES}/sharedStrings" Target="/xl/sharedStrings.xml"/><Relationship Id="rId3" Type="${TYPES}/styles" Target="styles.xml"/><Relationship Id="rId4" Type="${TYPES}/worksheet" Target="https://example.org/sheet.xml" TargetMode="External"/></Relationships>`,
    'xl/worksheets/sheet1.xml':
      sheet.startsWith('<?') || sheet.startsWith('<w')
        ? sheet
        : `<worksheet><sheetData>${sheet}</sheetData></worksheet>`,
    'xl/sharedStrings.xml': `<sst>${strings}</sst>`,
    'xl/styles.xml': `<styleSheet>${styles}</styleSheet>`,
    ...more,
  };
}

export const xlsx = (workbook: WorkbookParts): Buffer => zip(parts(workbook));
