// The sample county: its ledger read by the real importer, its projects launched like any others.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { checkLedger, importLedger, useCases } from '@duban/application';
import { ENGINE } from '@duban/persistence';
import { projectRoot } from '../servers/paths.js';

const FILE = path.join(projectRoot, 'samples', 'sample-county.xlsx');
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

type DataSource = Parameters<typeof importLedger>[0];

/**
 * Imports and launches samples/sample-county.xlsx into a database without a programme. A start that was interrupted
 * between the two is completed; a programme that somebody else imported is left alone.
 *
 * @param now the present, in milliseconds since the epoch
 * @returns how many projects were launched
 */
export async function loadSampleCounty(dataSource: DataSource, now: number): Promise<number> {
  const bytes = readFileSync(FILE);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  const programmes: { id: number; launched_at: Date | null; ours: boolean }[] = await dataSource.query(
    `SELECT p.id, p.launched_at,
       EXISTS (SELECT FROM ledger_import l WHERE l.programme_id = p.id AND l.sha256 = $1) AS ours
     FROM programme p ORDER BY ours DESC, p.id LIMIT 1`,
    [sha256],
  );
  const [first] = programmes;
  if (first !== undefined && (!first.ours || first.launched_at !== null)) return 0;
  const programmeId = first?.id ?? (await importSample(dataSource, bytes, sha256, now));
  const { launched } = await useCases(dataSource).programmes.launch(ENGINE, programmeId, now);
  return launched;
}

async function importSample(dataSource: DataSource, bytes: Uint8Array, sha256: string, now: number): Promise<number> {
  const today = new Date(now + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
  const ledger = await checkLedger(bytes, { today });
  const outcome = await importLedger(dataSource, ENGINE, ledger, { fileName: path.basename(FILE), sha256 }, now);
  if (outcome.programmeId === null) throw new Error('示例台账没有导入任何项目');
  return outcome.programmeId;
}
