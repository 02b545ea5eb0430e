import { dayOfInstant, type Instant, type LedgerResult, yearOf } from '@duban/domain';
import { organizationNamed } from '@duban/persistence';
import type { EntityManager } from 'typeorm';
import { assertList, type ProgrammeRow } from '../programme/create.js';

/** Where a ledger belongs in the record; the county and the programme may have to be made yet. */
export interface LedgerPlace {
  readonly county: { readonly id: number | null; readonly name: string };
  readonly programmeId: number | null;
  readonly title: string;
  readonly year: number;
}

const DEFAULT_COUNTY = '示例县';
/** What the county is called until a ledger names it. */
export const COUNTY_WITHOUT_NAME = '本县';

/** Finds a ledger's county and programme; writes nothing. @throws DomainError ASSIGNMENTS_ONLY */
export async function placeOf(
  manager: EntityManager,
  ledger: Pick<LedgerResult, 'title' | 'year'>,
  countyName: string | undefined,
  now: Instant,
): Promise<LedgerPlace> {
  const title = ledger.title ?? '重点任务清单';
  const year = ledger.year ?? yearOf(dayOfInstant(now));
  const county = await countyOf(manager, countyName, title);
  const found: Pick<ProgrammeRow, 'id' | 'kind' | 'title'>[] = await manager.query(
    'SELECT id, kind, title FROM programme WHERE organization_id = $1 AND year = $2 AND title = $3',
    [county.id, year, title],
  );
  if (found[0]) assertList(found[0], '请在台账的标题里换一个名称');
  return { county, programmeId: found[0]?.id ?? null, title, year };
}

/** The county named, else the one the record has, else the one the ledger's title begins with: made later, if at all. */
async function countyOf(
  manager: EntityManager,
  county: string | undefined,
  title: string,
): Promise<LedgerPlace['county']> {
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
export async function ensureCounty(manager: EntityManager, county: LedgerPlace['county']): Promise<number> {
  if (county.id === null) return organizationNamed(manager, null, county.name, 'county');
  await manager.query('UPDATE organization SET name = $2 WHERE id = $1 AND name <> $2', [county.id, county.name]);
  return county.id;
}
