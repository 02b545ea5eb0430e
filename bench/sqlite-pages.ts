// How much of an SQLite file is in use, read from its bytes: the program that wrote it is not asked.
import { existsSync, readFileSync } from 'node:fs';

const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/**
 * Bytes of the pages an SQLite database uses. Free pages are not counted, for the next rows go there; nor is the
 * write-ahead log, which has the same size whatever sleeps and stands for PostgreSQL's, which is not counted either. What
 * the log alone knows is read from it, for a server that is stopped may leave the file itself far behind.
 */
export function usedBytes(file: string): number {
  const page = lastFirstPage(readFileSync(file), existsSync(`${file}-wal`) ? readFileSync(`${file}-wal`) : undefined);
  const size = page.readUInt16BE(16);
  return (page.readUInt32BE(28) - page.readUInt32BE(36)) * (size === 1 ? 65_536 : size);
}

/** The first page, which tells how many there are and how many are free, as the last commit left it. */
function lastFirstPage(file: Buffer, log: Buffer | undefined): Buffer {
  if (log === undefined || log.length < LOG_HEADER) return file;
  const size = log.readUInt32BE(8);
  const salt = log.subarray(16, 24);
  let committed: Buffer = file;
  let written: Buffer = file;
  for (let at = LOG_HEADER; at + FRAME_HEADER + size <= log.length; at += FRAME_HEADER + size) {
    // A log is written over from its beginning: frames of another salt are of an earlier time.
    if (!log.subarray(at + 8, at + 16).equals(salt)) break;
    if (log.readUInt32BE(at) === 1) written = log.subarray(at + FRAME_HEADER, at + FRAME_HEADER + size);
    if (log.readUInt32BE(at + 4) > 0) committed = written;
  }
  return committed;
}
