/**
 * `npm run verify [-- --heads FILE]`: seals what is not sealed yet, then goes along the whole chain over the history and
 * names the first bad row. FILE holds heads noted down outside the database (DUBAN_SEAL_LOG of the worker).
 * Exit 0: whole. 1: broken. 2: could not look.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { createDataSource, readHeads, sealHistory, verifyHistory } from '@duban/application';
import { keptDatabase } from './servers/kept-database.js';
import { ensureDataDir } from './servers/paths.js';

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { heads: { type: 'string' } } });
  const file = values.heads ?? process.env.DUBAN_SEAL_LOG;
  const heads = file ? readHeads(readFileSync(file, 'utf8')) : [];
  const database = await keptDatabase(ensureDataDir(), () => undefined);
  const dataSource = createDataSource(database.url, { poolSize: 1, statementTimeoutMs: 600_000 });
  try {
    await dataSource.initialize();
    const { sealed } = await sealHistory(dataSource, true);
    const { rows, seals, head, fault } = await verifyHistory(dataSource, heads);
    if (fault) {
      process.stdout.write(`✗ ${fault.message}。请保护现场：不要改动数据库，并通知审计人员。\n`);
      return 1;
    }
    process.stdout.write(
      `✓ 历史 ${rows} 行、封存 ${seals} 节完整（本次新封存 ${sealed} 行，对照库外摘要 ${heads.length} 条）\n` +
        `  链尾 ${head ? `${head.number} ${head.hash}` : '（尚无历史）'}\n`,
    );
    return 0;
  } finally {
    if (dataSource.isInitialized) await dataSource.destroy();
    await database.release();
  }
}

try {
  process.exitCode = await main();
} catch (error) {
  process.stderr.write(`无法核验：${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 2;
}
