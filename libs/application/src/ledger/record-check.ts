import type { Instant, LedgerItem, LedgerResult } from '@duban/domain';
import type { DataSource, EntityManager } from 'typeorm';
import { asAdded, asChanged, type GoodItem } from './apply.js';
import { differences, type LedgerRows } from './difference.js';
import { withoutLive } from './live-columns.js';
import { type Chosen, type ToldApart, tellApart } from './namesakes.js';
import { type LedgerPlace, placeOf } from './place.js';

/**
 * A ledger that has been read, checked against the record as well: rows that name a person of whom there are several,
 * with nothing that says who is meant, are at fault (AMBIGUOUS_PERSON). Writes nothing.
 */
export async function checkAgainstRecord(
  dataSource: DataSource,
  ledger: LedgerResult,
  now: Instant,
): Promise<LedgerResult> {
  return dataSource.transaction(async (manager) => {
    const place = await placeOf(manager, ledger, undefined, now);
    return (await againstRecord(manager, place, ledger, now, false)).checked;
  });
}

/**
 * As `checkAgainstRecord`, for the import itself: also says who was meant. A row at fault leaves its project alone, which
 * may make another row a new item that names people in its turn: asked again until nothing is left open.
 * @param lock whether the projects are about to be changed
 */
export async function againstRecord(
  manager: EntityManager,
  { county, programmeId }: LedgerPlace,
  ledger: LedgerResult,
  now: Instant,
  lock: boolean,
): Promise<{ checked: LedgerResult; chosen: Chosen }> {
  if (!(await hasNamesakes(manager, ledger.items))) return { checked: ledger, chosen: new Map() };
  for (let checked = ledger; ; ) {
    const { added, changed } = await differences(manager, programmeId, rowsOf(checked), lock, now);
    const wanted = [...added.map(asAdded), ...changed.map(asChanged)];
    const { chosen, unclear } = await tellApart(manager, county.id, wanted, now);
    if (unclear.length === 0) return { checked, chosen };
    checked = withFaults(checked, unclear);
  }
}

/** Hardly any record has them: then nothing is compared twice. */
async function hasNamesakes(manager: EntityManager, items: readonly LedgerItem[]): Promise<boolean> {
  const names = items.flatMap(({ leadLeader, deputyLeader, handler }) => [
    leadLeader?.name,
    deputyLeader?.name,
    handler,
  ]);
  const shared: unknown[] = await manager.query(
    'SELECT 1 FROM person WHERE name = ANY($1) GROUP BY name HAVING count(*) > 1 LIMIT 1',
    [[...new Set(names.filter((name) => name != null))]],
  );
  return shared.length > 0;
}

function withFaults(ledger: LedgerResult, unclear: ToldApart['unclear']): LedgerResult {
  const faulty = new Set(unclear.map(({ item }) => item.number));
  // A merged cell is told once.
  const problems = new Map(unclear.map(({ problem }) => [problem.cell ?? problem.message, problem]));
  return {
    ...ledger,
    items: ledger.items.map((item) => (faulty.has(item.number) ? { ...item, faulty: true } : item)),
    problems: [...ledger.problems, ...problems.values()],
  };
}

/** The rows that may be imported, and the faulty ones. */
export function rowsOf({ items }: LedgerResult): LedgerRows {
  return {
    good: items.filter(isGood).map((item) => ({ ...item, notes: withoutLive(item.notes) })),
    skipped: items.filter((item) => !isGood(item)),
  };
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
