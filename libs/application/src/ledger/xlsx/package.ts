import { DomainError } from '@duban/domain';
import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl';

/** What is checked before anything is unpacked, and while it is. */
export const XLSX_LIMITS = {
  fileBytes: 30 * 1024 * 1024,
  entries: 2_000,
  unpackedBytes: 100 * 1024 * 1024,
  /** How many times bigger than packed the whole may be; small files are let be. */
  ratio: 200,
  ratioFromBytes: 10 * 1024 * 1024,
} as const;

const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04];
const COMPOUND_MAGIC = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** The parts of an Open Packaging file, by lower-case name without a leading slash. */
export interface XlsxPackage {
  has(part: string): boolean;
  /** How much the part unpacks to, as it declares; 0 when it is missing. */
  bytesOf(part: string): number;
  /** The part's bytes, chunk by chunk; a part that unpacks to more than it declares is refused. */
  open(part: string): AsyncIterable<Uint8Array>;
}

export function notXlsx(reason: string): DomainError {
  return new DomainError(
    'NOT_XLSX',
    `文件不是可读的 Excel 工作簿（.xlsx）：${reason}。请用 Excel 或 WPS 打开后另存为“Excel 工作簿（*.xlsx）”再导入`,
  );
}

/**
 * Opens an xlsx file as a package after checking its first bytes, number of parts and unpacked size.
 * @throws DomainError EMPTY_WORKBOOK, ENCRYPTED_WORKBOOK, OLD_XLS, NOT_XLSX or WORKBOOK_TOO_LARGE
 */
export async function openPackage(bytes: Uint8Array): Promise<XlsxPackage> {
  if (bytes.length === 0) throw new DomainError('EMPTY_WORKBOOK', '文件是空的（0字节），请重新选择台账文件');
  if (bytes.length > XLSX_LIMITS.fileBytes) throw tooLarge(`文件超过${XLSX_LIMITS.fileBytes / 1024 / 1024}MB`);
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (startsWith(buffer, COMPOUND_MAGIC)) throw compoundFault(buffer);
  if (!startsWith(buffer, ZIP_MAGIC)) throw notXlsx('文件内容不是 xlsx 格式（改扩展名不会改变格式）');

  const entries = new Map<string, Entry>();
  let zip: ZipFile;
  try {
    zip = await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false });
    if (zip.entryCount > XLSX_LIMITS.entries) throw tooLarge(`文件里有${zip.entryCount}个部件`);
    for await (const entry of zip.eachEntry()) entries.set(entry.fileName.replace(/^\/+/u, '').toLowerCase(), entry);
  } catch (error) {
    throw error instanceof DomainError ? error : notXlsx('文件已损坏或不完整');
  }
  checkSizes([...entries.values()], bytes.length);
  return {
    has: (part) => entries.has(part.toLowerCase()),
    bytesOf: (part) => entries.get(part.toLowerCase())?.uncompressedSize ?? 0,
    open: (part) => openPart(zip, entries.get(part.toLowerCase()), part),
  };
}

function checkSizes(entries: readonly Entry[], packedBytes: number): void {
  if (entries.some((entry) => entry.isEncrypted())) throw encrypted();
  const unpacked = entries.reduce((sum, entry) => sum + entry.uncompressedSize, 0);
  if (unpacked > XLSX_LIMITS.unpackedBytes) throw tooLarge('解压后超过100MB');
  if (unpacked > XLSX_LIMITS.ratioFromBytes && unpacked > packedBytes * XLSX_LIMITS.ratio) {
    throw tooLarge('压缩比异常，可能是压缩炸弹');
  }
}

async function* openPart(zip: ZipFile, entry: Entry | undefined, part: string): AsyncIterable<Uint8Array> {
  if (!entry) throw notXlsx(`缺少部件 ${part}`);
  try {
    // yauzl refuses a stream that does not unpack to the declared size, so the limits above hold.
    for await (const chunk of await zip.openReadStreamPromise(entry)) yield chunk as Uint8Array;
  } catch (error) {
    throw error instanceof DomainError ? error : notXlsx(`部件 ${part} 已损坏`);
  }
}

function tooLarge(reason: string): DomainError {
  return new DomainError(
    'WORKBOOK_TOO_LARGE',
    `文件太大，没有读取：${reason}。请删去与台账无关的工作表、图片和空行后再导入`,
  );
}

function encrypted(): DomainError {
  return new DomainError(
    'ENCRYPTED_WORKBOOK',
    '工作簿设有打开密码，读不了。请在 Excel 或 WPS 中取消密码（文件→信息→保护工作簿）后再导入',
  );
}

/** A compound file is an encrypted workbook or an Excel 97–2003 one; the names of its streams tell which. */
function compoundFault(buffer: Buffer): DomainError {
  const holds = (name: string): boolean => buffer.includes(Buffer.from(name, 'utf16le'));
  if (holds('EncryptedPackage') || holds('EncryptionInfo')) return encrypted();
  if (holds('Workbook') || holds('Book')) {
    return new DomainError(
      'OLD_XLS',
      '这是旧版 Excel 97-2003 文件（.xls），请用 Excel 或 WPS 另存为“Excel 工作簿（*.xlsx）”后再导入',
    );
  }
  return notXlsx('文件是旧式复合文档（如 .doc、.xls、.wps），不是 xlsx');
}

function startsWith(buffer: Buffer, magic: readonly number[]): boolean {
  return magic.every((byte, index) => buffer[index] === byte);
}
