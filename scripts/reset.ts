// `npm run reset`: starts over. Removes the data of this installation, not the code, the cache or anything else.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { claim, holderOf } from './servers/claim.js';
import { ensureDataDir } from './servers/paths.js';
import { clearLeftovers } from './servers/postgres-cluster.js';
import { outsideClusterDir, outsideDir } from './servers/postgres-home.js';
import { clearApps } from './start/app.js';

/** What Duban puts into its data folder; a folder named by DUBAN_DATA_DIR may hold other people's things too. */
const OURS = /^(postgres|temporal|api|worker|duban)(\.|$)|^logs$/;

async function confirmed(dataDir: string): Promise<boolean> {
  if (process.argv.includes('--yes') || !process.stdin.isTTY) return true;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  const answer = await terminal.question(`将删除 ${dataDir} 中的全部业务数据，不可恢复。输入 yes 继续：`);
  terminal.close();
  return answer.trim() === 'yes';
}

function stopIfHeld(dataDir: string): void {
  for (const name of ['duban.run', 'postgres.owner']) {
    const holder = holderOf(path.join(dataDir, name));
    if (holder === undefined) continue;
    process.stderr.write(`督办正在运行（进程 ${holder.pid}），请先停止（Ctrl-C）再清空。\n`);
    process.exit(1);
  }
}

const dataDir = ensureDataDir();
stopIfHeld(dataDir);
if (!(await confirmed(dataDir))) {
  process.stderr.write('已取消，数据未动。\n');
  process.exit(1);
}
const held = claim(path.join(dataDir, 'duban.run'));
if ('heldBy' in held) stopIfHeld(dataDir);
await clearApps(dataDir);
const outside = outsideClusterDir(dataDir);
for (const cluster of [path.join(dataDir, 'postgres'), outside]) {
  if (existsSync(cluster)) await clearLeftovers(cluster);
}
if (process.env.DATABASE_URL) {
  process.stderr.write('DATABASE_URL 指定的数据库不由本命令清空：请自行删除并重建该数据库。\n');
}
rmSync(path.dirname(outside), { recursive: true, force: true });
rmSync(outsideDir(), { recursive: true, force: true });
for (const name of readdirSync(dataDir)) {
  if (OURS.test(name)) rmSync(path.join(dataDir, name), { recursive: true, force: true });
}
process.stdout.write('已清空。下次 npm start 将从头开始。\n');
