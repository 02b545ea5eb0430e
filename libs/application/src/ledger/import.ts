import {
  BUNDLED_CALENDAR,
  DEFAULT_CADENCES,
  DEFAULT_POLICY,
  DomainError,
  dayOfInstant,
  hasErrors,
  type Instant,
  type LedgerItem,
  type LedgerResult,
  yearOf,
} from '@duban/domain';
import { type Actor, organizationNamed, stamp } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { ensureProgramme, type RuleSet } from '../programme/create.js';
import { amendItems, type GoodItem, insertItems, type Writing } from './apply.js';
import {
  assertAmendable,
  type Difference,
  differences,
  type ItemChange,
  type LedgerRows,
  makeRoom,
} from './difference.js';
import { withoutLive } from './live-columns.js';
import type { Tell } from './progress.js';
import { emptyTrace } from './trace.js';
import { rememberBefore } from './undo.js';

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
  readonly unchanged: number;
  /** Projects of the programme that the ledger no longer names; they stay as they are. */
  readonly missing: { readonly number: number; readonly title: string }[];
  /** Faulty rows left out by `skipErrors`, by their running numbers. */
  readonly skipped: number[];
}

/** The rules a new programme gets when none are chosen. */
export const DEFAULT_RULES: RuleSet = {
  calendar: BUNDLED_CALENDAR,
  policies: [DEFAULT_POLICY],
  cadences: DEFAULT_CADENCES,
};

const DEFAULT_COUNTY = '示例县';
/** What the county is called until a ledger names it. */
export const COUNTY_WITHOUT_NAME = '本县';

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
  const rows = goodItems(ledger, options.skipErrors ?? false);
  const title = ledger.title ?? '重点任务清单';
  const year = ledger.year ?? yearOf(dayOfInstant(now));
  const county = await countyOf(manager, options.county, title);
  if (options.preview) return preview(manager, { countyId: county.id, title, year }, rows);
  const tell = options.onProgress ?? (async () => undefined);
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
  if (programme.made) trace.made.programme = programme.id;
  const writing: Writing = {
    manager,
    target: { programmeId: programme.id, countyId, officeId },
    actor,
    now,
    trace,
    tell,
  };
  await tell({ text: '正在与现有内容比较', done: 0, total: null });
  const difference = await differences(manager, programme.id, rows, true);
  assertAmendable(difference.changed);
  await rememberBefore(writing, difference);
  await makeRoom(writing, difference, rows.good);
  await amendItems(writing, difference.changed);
  await insertItems(writing, difference.added);
  const outcome = outcomeOf(programme.id, title, year, difference, rows);
  if (difference.added.length > 0 || difference.changed.length > 0) await recordImport(writing, options, outcome);
  return outcome;
}

/** The county named, else the one the record has, else the one the ledger's title begins with: made later, if at all. */
async function countyOf(
  manager: EntityManager,
  county: string | undefined,
  title: string,
): Promise<{ id: number | null; name: string }> {
  const present: { id: number; name: string }[] = await manager.query(
    `SELECT id, name FROM organization WHERE parent_id IS NULL AND kind = 'county' AND ($1::text IS NULL OR name IN ($1, $2))
     ORDER BY name = $1 DESC NULLS LAST, id LIMIT 1`,
    [county ?? null, COUNTY_WITHOUT_NAME],
  );
  const named = county ?? /^(\p{Script=Han}{1,12}?[县区市旗州])/u.exec(title)?.[1] ?? DEFAULT_COUNTY;
  const [there] = present;
  if (there && there.name !== COUNTY_WITHOUT_NAME) return there;
  return { id: there?.id ?? null, name: named };
}

/** Makes the county, or gives the one that the first administrator was made in its real name. */
async function ensureCounty(manager: EntityManager, county: { id: number | null; name: string }): Promise<number> {
  if (county.id === null) return organizationNamed(manager, null, county.name, 'county');
  await manager.query('UPDATE organization SET name = $2 WHERE id = $1 AND name <> $2', [county.id, county.name]);
  return county.id;
}

async function preview(
  manager: EntityManager,
  given: { countyId: number | null; title: string; year: number },
  rows: LedgerRows,
): Promise<ImportOutcome> {
  const found: { id: number }[] = await manager.query(
    'SELECT id FROM programme WHERE organization_id = $1 AND year = $2 AND title = $3',
    [given.countyId, given.year, given.title],
  );
  const difference = await differences(manager, found[0]?.id ?? null, rows, false);
  assertAmendable(difference.changed);
  return outcomeOf(found[0]?.id ?? null, given.title, given.year, difference, rows);
}

function outcomeOf(
  programmeId: number | null,
  title: string,
  year: number,
  difference: Difference,
  { skipped }: LedgerRows,
): ImportOutcome {
  return {
    programmeId,
    title,
    year,
    added: difference.added.map(({ number }) => number),
    changed: difference.changed.map(({ change }) => change),
    unchanged: difference.unchanged,
    missing: [...difference.missing],
    skipped: skipped.map(({ number }) => number),
  };
}

function goodItems(ledger: LedgerResult, skipErrors: boolean): LedgerRows {
  if (hasErrors(ledger) && !skipErrors) {
    const errors = ledger.problems.filter(({ severity }) => severity === 'error');
    throw new DomainError('LEDGER_ERRORS', `台账有${errors.length}处错误，没有导入任何内容，请改正后重新导入`, {
      problems: ledger.problems,
    });
  }
  const good = ledger.items.filter(isGood).map((item) => ({ ...item, notes: withoutLive(item.notes) }));
  if (good.length === 0)
    throw new DomainError('NOTHING_TO_IMPORT', '台账里没有可以导入的项目', { problems: ledger.problems });
  return { good, skipped: ledger.items.filter((item) => !isGood(item)) };
}

function isGood(item: LedgerItem): item is GoodItem {
  return (
    !item.faulty &&
    item.category !== null &&
    item.title !== null &&
    item.leadLeader !== null &&
    item.deputyLeader !== null &&
    item.responsibleUnit !== null
  );
}

async function recordImport(
  { manager, target, actor, now, trace }: Writing,
  options: ImportOptions,
  outcome: ImportOutcome,
): Promise<void> {
  const [last]: { seq: number }[] = await manager.query('SELECT max(seq) AS seq FROM history');
  await manager.query(
    `INSERT INTO ledger_import (programme_id, file_name, sha256, summary, imported_at, imported_by, trace, history_seq)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      target.programmeId,
      options.fileName,
      options.sha256,
      JSON.stringify(outcome),
      stamp(now),
      actor.personId,
      JSON.stringify(trace),
      last?.seq ?? null,
    ],
  );
}
