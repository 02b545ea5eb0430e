import {
  BUNDLED_CALENDAR,
  DEFAULT_CADENCES,
  DEFAULT_POLICY,
  DomainError,
  hasErrors,
  type Instant,
  type LedgerResult,
} from '@duban/domain';
import { type Actor, organizationNamed, stamp } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { ensureProgramme, type RuleSet } from '../programme/create.js';
import { amendItems, insertItems, type Writing } from './apply.js';
import {
  assertAmendable,
  type Difference,
  differences,
  type ItemChange,
  type LedgerRows,
  makeRoom,
} from './difference.js';
import { type Newcomers, newcomers } from './newcomers.js';
import { keepPhones } from './phones.js';
import { ensureCounty, type LedgerPlace, placeOf } from './place.js';
import type { Tell } from './progress.js';
import { againstRecord, rowsOf } from './record-check.js';
import { emptyTrace } from './trace.js';
import { rememberBefore } from './undo.js';
import { type UnitMove, unitMoves } from './unit-moves.js';

export interface ImportOptions {
  readonly fileName: string;
  readonly sha256: string;
  /** Import the good rows and leave the faulty ones out, instead of all or nothing. */
  readonly skipErrors?: boolean;
  /** Only say what would change; nothing is written. */
  readonly preview?: boolean;
  /** The county whose ledger it is; without it the one in the record, or of the ledger's title. */
  readonly county?: string;
  readonly rules?: RuleSet;
  /** Told how far it is; may throw to stop it. */
  readonly onProgress?: Tell;
}

/** What an import did, or would do. */
export interface ImportOutcome {
  readonly programmeId: number | null;
  readonly title: string;
  readonly year: number;
  readonly added: number[];
  readonly changed: ItemChange[];
  /** Of the changed: launched projects that go to another unit, with what they owe. */
  readonly unitMoves: UnitMove[];
  /** Units, people and posts that it makes because the record has none of that name. */
  readonly made: Newcomers;
  readonly unchanged: number;
  /** Projects of the programme that the ledger no longer names; they stay as they are. */
  readonly missing: { readonly number: number; readonly title: string }[];
  /** Faulty rows left out by `skipErrors`, by their running numbers. */
  readonly skipped: number[];
  /** What the sheet's reader had to say, and what the record says of the people it names. */
  readonly problems: LedgerResult['problems'];
}

/** The rules a new programme gets when none are chosen. */
export const DEFAULT_RULES: RuleSet = {
  calendar: BUNDLED_CALENDAR,
  policies: [DEFAULT_POLICY],
  cadences: DEFAULT_CADENCES,
};

/**
 * Imports a checked ledger: makes its programme if need be, adds new items, amends changed ones (matched by title, else
 * by number), leaves the rest alone. Importing the same file again changes nothing. One transaction.
 * @throws DomainError LEDGER_ERRORS unless `skipErrors`, NOTHING_TO_IMPORT
 */
export async function importLedger(
  dataSource: DataSource,
  actor: Actor,
  ledger: LedgerResult,
  options: ImportOptions,
  now: Instant,
): Promise<ImportOutcome> {
  return dataSource.transaction((manager) => importInto(manager, actor, ledger, options, now));
}

/** As `importLedger`, in the caller's transaction. */
export async function importInto(
  manager: EntityManager,
  actor: Actor,
  ledger: LedgerResult,
  options: ImportOptions,
  now: Instant,
): Promise<ImportOutcome> {
  const tell = options.onProgress ?? (async () => undefined);
  const place = await placeOf(manager, ledger, options.county, now);
  const { checked, chosen } = await againstRecord(manager, place, ledger, now, !options.preview);
  const rows = goodItems(checked, options.skipErrors ?? false);
  const { title, year, county } = place;
  if (options.preview) return preview(manager, place, rows, checked.problems, now);
  const trace = emptyTrace();
  const { organization } = trace.made;
  const countyId = await ensureCounty(manager, county);
  if (county.id === null) organization.push(countyId);
  const offices: unknown[] = await manager.query(
    `SELECT 1 FROM organization WHERE parent_id = $1 AND name = '督办室'`,
    [countyId],
  );
  const officeId = await organizationNamed(manager, countyId, '督办室', 'office');
  if (offices.length === 0) organization.push(officeId);
  const rules = options.rules ?? DEFAULT_RULES;
  const programme = await ensureProgramme(manager, { organizationId: countyId, title, year }, rules, now, actor);
  if (programme.made) {
    trace.made.programme = programme.id;
    await declare(manager, programme.id, ledger.declared);
  }
  const writing: Writing = {
    manager,
    target: { programmeId: programme.id, countyId, officeId },
    actor,
    now,
    trace,
    chosen,
    fileName: options.fileName,
    tell,
  };
  await tell({ text: '正在与现有内容比较', done: 0, total: null });
  const difference = await differences(manager, programme.id, rows, true, now);
  assertAmendable(difference.changed);
  const found = { ...difference, ...(await consequences(manager, place, difference, now)) };
  await rememberBefore(writing, difference);
  await makeRoom(writing, difference, rows.good);
  await amendItems(writing, difference.changed);
  await insertItems(writing, difference.added);
  await keepPhones(writing, difference.added, difference.changed);
  const outcome = outcomeOf({ ...place, programmeId: programme.id }, found, rows, checked.problems);
  if (difference.added.length > 0 || difference.changed.length > 0) await recordImport(writing, options, outcome);
  return outcome;
}

/** What the ledger's title says of its size (15类28项) is what the list's totals are held against. */
async function declare(manager: EntityManager, programmeId: number, declared: LedgerResult['declared']): Promise<void> {
  if (declared === null) return;
  await manager.query('UPDATE programme SET declared_categories = $2, declared_projects = $3 WHERE id = $1', [
    programmeId,
    declared.categories,
    declared.items,
  ]);
}

async function preview(
  manager: EntityManager,
  place: LedgerPlace,
  rows: LedgerRows,
  problems: LedgerResult['problems'],
  now: Instant,
): Promise<ImportOutcome> {
  const difference = await differences(manager, place.programmeId, rows, false, now);
  assertAmendable(difference.changed);
  const found = { ...difference, ...(await consequences(manager, place, difference, now)) };
  return outcomeOf(place, found, rows, problems);
}

/** What a difference brings with it, told before it is written and after. */
interface Consequences {
  readonly moves: UnitMove[];
  readonly made: Newcomers;
}

async function consequences(
  manager: EntityManager,
  place: LedgerPlace,
  difference: Difference,
  now: Instant,
): Promise<Consequences> {
  return {
    moves: await unitMoves(manager, difference.changed),
    made: await newcomers(manager, place, difference, now),
  };
}

function outcomeOf(
  { programmeId, title, year }: LedgerPlace,
  difference: Difference & Consequences,
  { skipped }: LedgerRows,
  problems: LedgerResult['problems'],
): ImportOutcome {
  return {
    programmeId,
    title,
    year,
    added: difference.added.map(({ number }) => number),
    changed: difference.changed.map(({ change }) => change),
    unitMoves: difference.moves,
    made: difference.made,
    unchanged: difference.unchanged,
    missing: [...difference.missing],
    skipped: skipped.map(({ number }) => number),
    problems,
  };
}

function goodItems(ledger: LedgerResult, skipErrors: boolean): LedgerRows {
  if (hasErrors(ledger) && !skipErrors) {
    const errors = ledger.problems.filter(({ severity }) => severity === 'error');
    throw new DomainError('LEDGER_ERRORS', `台账有${errors.length}处错误，没有导入任何内容，请改正后重新导入`, {
      problems: ledger.problems,
    });
  }
  const rows = rowsOf(ledger);
  if (rows.good.length === 0)
    throw new DomainError('NOTHING_TO_IMPORT', '台账里没有可以导入的项目', { problems: ledger.problems });
  return rows;
}

async function recordImport(
  { manager, target, actor, now, trace }: Writing,
  options: ImportOptions,
  { problems: _, ...summary }: ImportOutcome,
): Promise<void> {
  const [last]: { seq: number }[] = await manager.query('SELECT max(seq) AS seq FROM history');
  await manager.query(
    `INSERT INTO ledger_import (programme_id, file_name, sha256, summary, imported_at, imported_by, trace, history_seq)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      target.programmeId,
      options.fileName,
      options.sha256,
      JSON.stringify(summary),
      stamp(now),
      actor.personId,
      JSON.stringify(trace),
      last?.seq ?? null,
    ],
  );
}
