// The bytes an SQLite file uses, with and without a write-ahead log, from files made by hand to its published format.
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { usedBytes } from '../../bench/sqlite-pages.js';

const PAGE = 4_096;
const SALT = Buffer.from('saltsalt');

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'duban-pages-'));
  file = path.join(folder, 'some.db');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

function firstPage(pages: number, free: number): Buffer {
  const page = Buffer.alloc(PAGE);
  page.writeUInt16BE(PAGE, 16);
  page.writeUInt32BE(pages, 28);
  page.writeUInt32BE(free, 36);
  return page;
}

/** @param commit pages of the whole database, in the last frame of a transaction; 0 in its other frames */
function frame(number: number, page: Buffer, commit: number, salt = SALT): Buffer {
  const head = Buffer.alloc(24);
  head.writeUInt32BE(number, 0);
  head.writeUInt32BE(commit, 4);
  salt.copy(head, 8);
  return Buffer.concat([head, page]);
}

function writeLog(...frames: Buffer[]): void {
  const head = Buffer.alloc(32);
  head.writeUInt32BE(PAGE, 8);
  SALT.copy(head, 16);
  writeFileSync(`${file}-wal`, Buffer.concat([head, ...frames]));
}

it('counts the pages of a file less those that are free', () => {
  writeFileSync(file, firstPage(10, 3));
  expect(usedBytes(file)).toBe(7 * PAGE);
});

it('takes what was committed from the log', () => {
  writeFileSync(file, firstPage(1, 0));
  writeLog(frame(2, Buffer.alloc(PAGE), 0), frame(1, firstPage(20, 4), 0), frame(3, Buffer.alloc(PAGE), 20));
  expect(usedBytes(file)).toBe(16 * PAGE);
});

it('leaves what was not committed, and what an earlier turn of the log left behind', () => {
  writeFileSync(file, firstPage(10, 3));
  writeLog(frame(2, Buffer.alloc(PAGE), 12), frame(1, firstPage(20, 0), 0));
  expect(usedBytes(file)).toBe(7 * PAGE);
  writeLog(frame(1, firstPage(12, 2), 12), frame(1, firstPage(99, 0), 99, Buffer.from('of a day')));
  expect(usedBytes(file)).toBe(10 * PAGE);
  writeFileSync(`${file}-wal`, '');
  expect(usedBytes(file)).toBe(7 * PAGE);
});
