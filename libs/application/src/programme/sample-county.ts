import { createHash } from 'node:crypto';
import { dayOfInstant, type Instant } from '@duban/domain';
import { appoint, ENGINE, personNamed } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { importLedger } from '../ledger/import.js';
import { checkLedger } from '../ledger/read-workbook.js';
import { useCases } from '../use-cases.js';

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const ORDINALS = '甲乙丙丁戊己庚辛壬癸';

/**
 * Loads the sample county into an empty record: the ledger through the real importer, holders for the posts that a
 * ledger does not name, and the launch. Does nothing when there is a programme already.
 * @param ledger the bytes of the sample ledger
 * @returns whether it was loaded now
 */
export async function loadSampleCounty(dataSource: DataSource, ledger: Uint8Array, now: Instant): Promise<boolean> {
  const present: unknown[] = await dataSource.query('SELECT 1 FROM programme LIMIT 1');
  if (present.length > 0) return false;
  const checked = await checkLedger(ledger, { today: dayOfInstant(now) });
  const sha256 = createHash('sha256').update(ledger).digest('hex');
  const { programmeId } = await importLedger(dataSource, ENGINE, checked, { fileName: '示例台账.xlsx', sha256 }, now);
  if (programmeId === null) throw new Error('the sample ledger made no programme');
  await fillPosts(dataSource, now);
  await useCases(dataSource).programmes.launch(ENGINE, programmeId, now);
  return true;
}

/** Every unit gets a head and the office a holder, with invented names. */
async function fillPosts(dataSource: DataSource, now: Instant): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const vacant: { id: number; relation: string }[] = await manager.query(
      `SELECT p.id, p.relation FROM post p WHERE p.relation IN ('unit-head', 'office') AND p.project_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.post_id = p.id AND a.held_to IS NULL) ORDER BY p.id`,
    );
    for (const [index, { id }] of vacant.entries()) {
      const surname = SURNAMES[index % SURNAMES.length] ?? '赵';
      const ordinal = ORDINALS[Math.floor(index / SURNAMES.length) % ORDINALS.length] ?? '甲';
      await appoint(manager, id, await personNamed(manager, `${surname}主任${ordinal}`), now);
    }
  });
}
