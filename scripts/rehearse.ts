/**
 * `npm run rehearse -- --programme LEDGER.xlsx --from 2026-07-01 --to 2026-12-31 [--launch 2026-06-25T09:00] [--cadences F]
 * [--policy F] [--calendar F] [--behaviour F] [--json]`: runs the real engine over a time that has not come yet, on a
 * PostgreSQL of its own that is gone afterwards, and prints everything that would happen.
 * Exit 0 when it ran; 2 with Chinese messages on standard error when an input is wrong.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  checkLedger,
  type NamedJson,
  type ReadRehearsal,
  type RehearsalOutput,
  readRehearsal,
  rehearse,
} from '@duban/application';
import { DomainError, dayOfInstant } from '@duban/domain';
import { createDataSource, migrate } from '@duban/persistence';
import { startThrowawayPostgres } from './servers/throwaway-postgres.js';

const USAGE = `用法：npm run rehearse -- --programme 台账.xlsx --from 2026-07-01 --to 2026-12-31 [--launch 2026-06-25T09:00]
        [--cadences 频次.json] [--policy 督办规则.json] [--calendar 工作日历.json] [--behaviour 行为.json] [--json]`;

const OPTIONS = ['programme', 'cadences', 'policy', 'calendar', 'behaviour', 'from', 'to', 'launch', 'sheet'] as const;
type Options = Partial<Record<(typeof OPTIONS)[number], string>> & { json?: boolean };

function readOptions(): Options {
  try {
    return parseArgs({
      options: {
        ...Object.fromEntries(OPTIONS.map((name) => [name, { type: 'string' as const }])),
        json: { type: 'boolean' },
      },
    }).values;
  } catch (error) {
    throw new DomainError('USAGE', `参数有误：${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
}

/** npm runs scripts in the project's root; a relative path is meant from where the user stood. */
function located(file: string): string {
  const fromUser = path.resolve(process.env.INIT_CWD ?? '.', file);
  return existsSync(fromUser) ? fromUser : path.resolve(file);
}

async function readBytes(file: string): Promise<Buffer> {
  try {
    return await readFile(located(file));
  } catch {
    throw new DomainError('UNREADABLE', `${file}：打不开这个文件，请检查路径和权限`);
  }
}

async function readJson(file: string): Promise<NamedJson> {
  const text = (await readBytes(file)).toString('utf8').replace(/^\uFEFF/, '');
  try {
    return { name: file, json: JSON.parse(text) };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    throw new DomainError('NOT_JSON', `${file}：不是合法的 JSON（${why}）`);
  }
}

/** Reads all the files; what cannot be read is told together with every other fault. */
async function readInputs(options: Options): Promise<ReadRehearsal> {
  const { programme } = options;
  const today = dayOfInstant(Date.now());
  const sheet = options.sheet === undefined ? {} : { sheet: options.sheet };
  const unreadable: string[] = programme === undefined ? [`缺少 --programme，请指明台账文件\n${USAGE}`] : [];
  const attempt = async <T>(file: string | undefined, read: (file: string) => Promise<T>): Promise<T | undefined> => {
    if (file === undefined) return undefined;
    try {
      return await read(file);
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      unreadable.push(error.message.includes(file) ? error.message : `${file}：${error.message}`);
      return undefined;
    }
  };
  const [ledger, cadences, policy, calendar, behaviour] = await Promise.all([
    attempt(programme, async (file) => ({
      name: file,
      result: await checkLedger(await readBytes(file), { today, ...sheet }),
    })),
    attempt(options.cadences, readJson),
    attempt(options.policy, readJson),
    attempt(options.calendar, readJson),
    attempt(options.behaviour, readJson),
  ]);
  const { from, to, launch } = options;
  return readRehearsal({ ledger, cadences, policy, calendar, behaviour, from, to, launch, unreadable });
}

function progress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}

async function run({ input }: ReadRehearsal): Promise<RehearsalOutput> {
  progress('正在准备预演用的数据库…');
  const server = await startThrowawayPostgres();
  const dataSource = createDataSource(server.url, { poolSize: 2, applicationName: 'duban-rehearse' });
  try {
    await dataSource.initialize();
    await migrate(dataSource);
    let shownDay = '';
    return await rehearse(dataSource, {
      ...input,
      onProgress: (now) => {
        const day = dayOfInstant(now);
        if (day === shownDay) return;
        shownDay = day;
        progress(`预演到 ${day} …`);
      },
    });
  } finally {
    progress('');
    if (dataSource.isInitialized) await dataSource.destroy();
    await server.stop();
  }
}

async function main(): Promise<number> {
  try {
    const options = readOptions();
    const read = await readInputs(options);
    for (const notice of read.notices) process.stderr.write(`提示：${notice}\n`);
    const output = await run(read);
    const { account } = await import('./rehearse/account.js');
    const text = options.json ? JSON.stringify(output) : account(output, read.input);
    await new Promise<void>((resolve) => process.stdout.write(`${text}\n`, () => resolve()));
    return 0;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
}

process.exitCode = await main();
