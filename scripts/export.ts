/**
 * `npm run export -- [--programme NUMBER-OR-TITLE] [--out FILE.xlsx] [--unit NAME] [--phones] [--force] [--list]`: writes a
 * programme as a ledger in the offices' layout, out of the product's record (running or not). The file is there as a
 * whole or not at all. Exit 0 when it was written; 2 with Chinese messages on standard error otherwise.
 */
import { createWriteStream, existsSync, rmSync, statSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type DataSource, exportLedger } from '@duban/application';
import { DomainError } from '@duban/domain';
import { withKeptRecord } from './servers/kept-record.js';

const USAGE = `用法：npm run export -- [--programme 专项编号或名称] [--out 文件.xlsx] [--unit 单位名称] [--phones] [--force] [--list]
  --programme    导出哪个专项；系统里只有一个专项时可以不写
  --out          写到哪个文件或文件夹；不写则用专项名称和日期作文件名，写到当前文件夹
  --unit         只导出这个责任单位的项目
  --phones       带上责任人的联系电话
  --force        文件已经存在时覆盖
  --list         只列出系统里的专项`;

/** A mistake in the command line, told with the usage. */
class UsageError extends Error {}

interface Arguments {
  readonly programme?: string;
  readonly out?: string;
  readonly unit?: string;
  readonly phones?: boolean;
  readonly force?: boolean;
  readonly list?: boolean;
}

function readArguments(argv: readonly string[]): Arguments {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        programme: { type: 'string' },
        out: { type: 'string' },
        unit: { type: 'string' },
        phones: { type: 'boolean' },
        force: { type: 'boolean' },
        list: { type: 'boolean' },
      },
    }).values;
  } catch {
    throw new UsageError('参数有误：有不认识的参数，或参数缺少内容');
  }
}

interface Programme {
  readonly id: number;
  readonly year: number;
  readonly title: string;
  readonly projects: number;
}

const programmes = (dataSource: DataSource): Promise<Programme[]> =>
  dataSource.query(
    `SELECT g.id, g.year, g.title, count(p.id)::int AS projects FROM programme g LEFT JOIN project p ON p.programme_id = g.id
     GROUP BY g.id ORDER BY g.year DESC, g.id`,
  );

const listed = (all: readonly Programme[]): string =>
  all.map(({ id, year, title, projects }) => `  ${id}  ${year}年  ${title}（${projects}项）`).join('\n');

/** The programme meant: by its number, else by its title; without either the only one there is. */
function chosen(all: readonly Programme[], wanted: string | undefined): Programme {
  if (all.length === 0) throw new DomainError('NOT_FOUND', '系统里还没有专项，请先用 npm run import 导入台账');
  const found =
    wanted === undefined
      ? all
      : [all.filter(({ id }) => String(id) === wanted), all.filter(({ title }) => title === wanted)].find(
          ({ length }) => length > 0,
        );
  if (!found) throw new DomainError('NOT_FOUND', `没有专项“${wanted}”。系统里有：\n${listed(all)}`);
  const [only, second] = found;
  if (!only || second) throw new UsageError(`请用 --programme 和编号指明导出哪个专项：\n${listed(found)}`);
  return only;
}

async function unitId(dataSource: DataSource, name: string | undefined): Promise<number | null> {
  if (name === undefined) return null;
  const [unit]: { id: number }[] = await dataSource.query(
    `SELECT id FROM organization WHERE name = $1 AND kind = 'unit' ORDER BY id LIMIT 1`,
    [name],
  );
  if (!unit) throw new DomainError('UNKNOWN_ORGANIZATION', `没有名为“${name}”的责任单位，请按系统里的全称填写`);
  return unit.id;
}

/** npm runs scripts in the project's root; a relative path is meant from where the user stood. */
function target(out: string | undefined, fileName: string): string {
  const file = path.resolve(process.env.INIT_CWD ?? '.', out ?? '.');
  return existsSync(file) && statSync(file).isDirectory() ? path.join(file, fileName) : file;
}

async function write(dataSource: DataSource, args: Arguments): Promise<string> {
  const programme = chosen(await programmes(dataSource), args.programme);
  const options = { unitId: await unitId(dataSource, args.unit), phones: args.phones ?? false };
  const { fileName, stream } = await exportLedger(dataSource, programme.id, Date.now(), options);
  const file = target(args.out, fileName);
  if (existsSync(file) && !args.force) {
    throw new DomainError('FILE_EXISTS', `文件“${file}”已经存在；请换个文件名，或加 --force 覆盖`);
  }
  const half = `${file}.${process.pid}.part`;
  try {
    await pipeline(stream, createWriteStream(half));
    await rename(half, file);
  } catch (error) {
    rmSync(half, { force: true });
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    throw new DomainError('FILE_UNWRITABLE', `文件“${file}”写不了（${code}），请检查文件夹是否存在、能否写入`);
  }
  return `已把《${programme.title}》导出到 ${file}`;
}

async function main(argv: readonly string[]): Promise<number> {
  try {
    const args = readArguments(argv);
    const said = await withKeptRecord('duban-export', async (dataSource) =>
      args.list ? listed(await programmes(dataSource)) : write(dataSource, args),
    );
    process.stdout.write(`${said}\n`);
    return 0;
  } catch (error) {
    if (error instanceof UsageError) process.stderr.write(`${error.message}\n${USAGE}\n`);
    else if (error instanceof DomainError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`导出台账时出现意外错误：${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
