import { type Day, DomainError, type Instant } from '@duban/domain';
import {
  canonicalRows,
  firstMismatch,
  type Head,
  linkOf,
  noteNightChecked,
  type Seal,
  sealRows,
  sealsAfter,
  unsealed,
} from '@duban/persistence';
import type { DataSource } from 'typeorm';

const ROWS_AT_ONCE = 20_000;
const ROWS_PER_LINK = 500;
const SEALS_AT_ONCE = 50;
const MOST_UNSEALED_NAMED = 20;

/** The end of the chain after sealing, and how many rows were sealed. */
export interface SealResult {
  readonly sealed: number;
  readonly head: Head | null;
}

/**
 * Seals what was committed since the last time. May be called by anyone at any time: sealers take turns, and nobody who
 * writes waits for them.
 * @param fromTheStart also looks for rows that earlier runs may have passed over; costs a look at every row
 */
export async function sealHistory(dataSource: DataSource, fromTheStart = false): Promise<SealResult> {
  let sealed = 0;
  for (;;) {
    const limits = { rows: ROWS_AT_ONCE, perLink: ROWS_PER_LINK, fromTheStart };
    const run = await dataSource.transaction((manager) => sealRows(manager, limits));
    sealed += run.sealed;
    if (run.sealed < ROWS_AT_ONCE) return { sealed, head: run.head };
  }
}

/** What is wrong with the chain; `seq` names the first bad row, where one can be named. */
export interface ChainFault {
  readonly kind: 'changed' | 'missing' | 'seal-missing' | 'seal-changed' | 'rewritten';
  readonly number: number;
  readonly seq: number | null;
  readonly message: string;
}

export interface ChainReport {
  readonly seals: number;
  readonly rows: number;
  /** Rows that no seal covers yet: those of the last minute, unless the sealer does not run. */
  readonly unsealed: readonly number[];
  readonly head: Head | null;
  /** Undefined: the chain is whole. */
  readonly fault: ChainFault | undefined;
}

/**
 * Goes along the whole chain and computes every hash anew; stops at the first fault.
 * @param kept heads noted down outside the database at earlier times: they must still be links of the chain
 */
export async function verifyHistory(dataSource: DataSource, kept: readonly Head[] = []): Promise<ChainReport> {
  const expected = new Map(kept.map(({ number, hash }) => [number, hash]));
  let head: Head | null = null;
  let previous: Buffer | null = null;
  let rows = 0;
  for (;;) {
    const seals: Seal[] = await sealsAfter(dataSource, head?.number ?? 0, SEALS_AT_ONCE);
    for (const seal of seals) {
      const fault: ChainFault | undefined = await faultOf(
        dataSource,
        seal,
        (head?.number ?? 0) + 1,
        previous,
        expected,
      );
      if (fault) return { seals: head?.number ?? 0, rows, unsealed: [], head, fault };
      expected.delete(seal.number);
      previous = seal.hash;
      rows += seal.seqs.length;
      head = { number: seal.number, hash: seal.hash.toString('hex') };
    }
    if (seals.length < SEALS_AT_ONCE) break;
  }
  const [lost] = [...expected.keys()].sort((a, b) => a - b);
  const fault = lost === undefined ? undefined : sealMissing(lost);
  const open = await unsealed(dataSource, 0, MOST_UNSEALED_NAMED);
  return { seals: head?.number ?? 0, rows, unsealed: open, head, fault };
}

/**
 * Goes along the whole chain for a night and notes down in the record that it was done, and what was found.
 * @param kept as `verifyHistory`
 */
export async function checkHistory(
  dataSource: DataSource,
  night: Day,
  kept: readonly Head[],
  now: Instant,
): Promise<ChainReport> {
  const report = await verifyHistory(dataSource, kept);
  await dataSource.transaction((manager) => noteNightChecked(manager, night, report.fault?.message ?? null, now));
  return report;
}

async function faultOf(
  dataSource: DataSource,
  seal: Seal,
  number: number,
  previous: Buffer | null,
  kept: ReadonlyMap<number, string>,
): Promise<ChainFault | undefined> {
  if (seal.number !== number) return sealMissing(number);
  const rows = await canonicalRows(dataSource, seal.form, seal.seqs);
  const there = new Set(rows.map(({ seq }) => seq));
  const missing = seal.seqs.find((seq) => !there.has(seq));
  if (missing !== undefined) {
    return { kind: 'missing', number, seq: missing, message: `历史第 ${missing} 行已被删除（封存 ${number}）` };
  }
  const link = linkOf(number, previous, rows);
  const changed = firstMismatch(seal, link.marks);
  if (changed !== undefined) {
    return { kind: 'changed', number, seq: changed, message: `历史第 ${changed} 行被改动过（封存 ${number}）` };
  }
  if (!link.hash.equals(seal.hash)) {
    return { kind: 'seal-changed', number, seq: null, message: `封存 ${number} 本身被改动过，或其前的链被替换` };
  }
  const noted = kept.get(number);
  if (noted !== undefined && noted !== seal.hash.toString('hex')) {
    return { kind: 'rewritten', number, seq: null, message: `封存 ${number} 与库外留存的摘要不符：整条链被重写过` };
  }
  return undefined;
}

function sealMissing(number: number): ChainFault {
  return { kind: 'seal-missing', number, seq: null, message: `封存 ${number} 不见了` };
}

/**
 * Reads heads noted down line by line as JSON.
 * @throws DomainError BAD_SEAL_LOG naming the first line that is none
 */
export function readHeads(text: string): Head[] {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.map((line, i) => {
    try {
      const { number, hash }: Partial<Record<string, unknown>> = JSON.parse(line);
      if (typeof number === 'number' && typeof hash === 'string') return { number, hash };
    } catch {
      // told below
    }
    throw new DomainError('BAD_SEAL_LOG', `封存摘要文件第 ${i + 1} 行不是摘要，请核对文件是否完整`);
  });
}
