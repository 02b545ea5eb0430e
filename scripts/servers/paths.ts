// Where things lie: the project, its data (kept), its cache (may be thrown away).
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** Takes one line meant for the person at the terminal. */
export type Log = (line: string) => void;

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Downloads and build stamps: safe to delete at any time. */
export const cacheDir = path.join(projectRoot, '.cache');

/** The data folder of this installation: `DUBAN_DATA_DIR`, else `.data` in the project. Made if missing. */
export function ensureDataDir(): string {
  const dir = path.resolve(projectRoot, process.env.DUBAN_DATA_DIR || '.data');
  mkdirSync(dir, { recursive: true });
  return dir;
}
