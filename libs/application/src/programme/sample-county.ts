import { createHash } from 'node:crypto';
import { dayOfInstant, type Instant } from '@duban/domain';
import { appoint, ENGINE, heldAt, personNamed, stamp } from '@duban/persistence';
import type { DataSource } from 'typeorm';
import { importLedger } from '../ledger/import.js';
import { checkLedger } from '../ledger/read-workbook.js';
import { useCases } from '../use-cases.js';

const SURNAMES = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许';
const ORDINALS = '甲乙丙丁戊己庚辛壬癸';

/**
 * Loads the sample county into a record without a programme: the ledger through the real importer, holders for the
 * posts that a ledger does not name, and the launch. A start that was cut off in between is completed; a programme
 * that somebody else imported is left alone.
 * @param ledger the bytes of the sample ledger
 * @returns how many projects were launched now
 */
export async function loadSampleCounty(dataSource: DataSource, ledger: Uint8Array, now: Instant): Promise<number> {
  const sha256 = createHash('sha256').update(ledger).digest('hex');
  const programmes: { id: number; launched: boolean; ours: boolean }[] = await dataSource.query(
    `SELECT p.id, p.launched_at IS NOT NULL AS launched,
            EXISTS (SELECT FROM ledger_import l WHERE l.programme_id = p.id AND l.sha256 = $1) AS ours
     FROM programme p ORDER BY ours DESC, p.id LIMIT 1`,
    [sha256],
  );
  const [first] = programmes;
  if (first && (!first.ours || first.launched)) return 0;
  const programmeId = first?.id ?? (await importSample(dataSource, ledger, sha256, now));
  await fillPosts(dataSource, now);
  return (await useCases(dataSource).programmes.launch(ENGINE, programmeId, now)).launched;
}

async function importSample(dataSource: DataSource, ledger: Uint8Array, sha256: string, now: Instant): Promise<number> {
  const checked = await checkLedger(ledger, { today: dayOfInstant(now) });
  const { programmeId } = await importLedger(dataSource, ENGINE, checked, { fileName: '示例台账.xlsx', sha256 }, now);
  if (programmeId === null) throw new Error('the sample ledger made no programme');
  return programmeId;
}

/** Every unit gets a head and the office a holder, with invented names. */
async function fillPosts(dataSource: DataSource, now: Instant): Promise<void> {
  await dataSource.transaction(async (manager) => {
    const vacant: { id: number; relation: string }[] = await manager.query(
      `SELECT p.id, p.relation FROM post p WHERE p.relation IN ('unit-head', 'office') AND p.project_id IS NULL
       AND NOT EXISTS (SELECT 1 FROM appointment a WHERE a.post_id = p.id AND ${heldAt('$1')}) ORDER BY p.id`,
      [stamp(now)],
    );
    for (const [index, { id }] of vacant.entries()) {
      const surname = SURNAMES[index % SURNAMES.length] ?? '赵';
      const ordinal = ORDINALS[Math.floor(index / SURNAMES.length) % ORDINALS.length] ?? '甲';
      await appoint(manager, id, await personNamed(manager, `${surname}主任${ordinal}`), now);
    }
  });
}
