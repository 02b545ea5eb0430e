/**
 * `npm run import -- --file LEDGER.xlsx [--check | --dry-run] [--json] [--sheet NAME] [--skip-errors]`: reads an office's ledger,
 * says what was understood and what was not, and imports it into the product's record (running or not). `--check` writes
 * nothing and needs no database; `--dry-run` shows the difference to what is there.
 * Exit 0 with no errors, 2 with errors, wrong arguments or an unreadable file.
 */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { checkLedger } from '@duban/application';
import { DomainError, hasErrors, type LedgerResult } from '@duban/domain';

const USAGE = `用法：npm run import -- --file 台账.xlsx [--check | --dry-run] [--json] [--sheet 工作表名] [--skip-errors] [--today YYYY-MM-DD]
  --file         台账文件（.xlsx）
  --check        只检查，不写入任何数据，也不需要数据库
  --dry-run      与系统现有内容比较，只看差异，不写入
  --json         只输出检查结果的 JSON
  --sheet        读取指定名称的工作表；不写则读第一个有表头的工作表
  --skip-errors  有错误的行跳过并列出，其余照常导入
  --today        按哪一天判断“已过期”和缺省年份，不写则为今天（北京时间）`;

interface Arguments {
  readonly file: string;
  readonly check: boolean;
  readonly json: boolean;
  readonly skipErrors: boolean;
  readonly dryRun: boolean;
  readonly sheet: string | undefined;
  readonly today: string;
}

/** A mistake in the command line, told with the usage. */
class UsageError extends Error {}

function readArguments(argv: readonly string[]): Arguments {
  let values: {
    file?: string;
    check?: boolean;
    json?: boolean;
    sheet?: string;
    today?: string;
    'skip-errors'?: boolean;
    'dry-run'?: boolean;
  };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        file: { type: 'string' },
        check: { type: 'boolean' },
        json: { type: 'boolean' },
        sheet: { type: 'string' },
        today: { type: 'string' },
        'skip-errors': { type: 'boolean' },
        'dry-run': { type: 'boolean' },
      },
    }));
  } catch {
    throw new UsageError('参数有误：有不认识的参数，或参数缺少内容');
  }
  if (!values.file) throw new UsageError('缺少参数 --file，请指明台账文件');
  if (values.today !== undefined && !/^20\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$/u.test(values.today)) {
    throw new UsageError(`--today 的日期“${values.today}”不对，请写成 2026-09-30 的样子`);
  }
  return {
    file: values.file,
    check: values.check ?? false,
    json: values.json ?? false,
    skipErrors: values['skip-errors'] ?? false,
    dryRun: values['dry-run'] ?? false,
    sheet: values.sheet,
    today: values.today ?? todayInShanghai(),
  };
}

/** Asia/Shanghai is fixed +08:00. */
function todayInShanghai(): string {
  return new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
}

/** npm runs scripts in the project's root; a relative path is meant from where the user stood. */
function located(file: string): string {
  const fromUser = path.resolve(process.env.INIT_CWD ?? '.', file);
  return existsSync(fromUser) ? fromUser : path.resolve(file);
}

async function readBytes(file: string): Promise<Uint8Array> {
  try {
    return await readFile(located(file));
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') throw new DomainError('FILE_NOT_FOUND', `找不到文件“${file}”，请检查路径`);
    if (code === 'EISDIR') throw new DomainError('FILE_NOT_FOUND', `“${file}”是文件夹，请指明里面的台账文件`);
    throw new DomainError(
      'FILE_UNREADABLE',
      `文件“${file}”打不开${typeof code === 'string' ? `（${code}）` : ''}，请检查权限`,
    );
  }
}

/** The result for a reader at a terminal: counts by category, then every problem with its cell. */
function account(result: LedgerResult, skipErrors: boolean): string {
  const errors = result.problems.filter((problem) => problem.severity === 'error');
  const notices = result.problems.filter((problem) => problem.severity === 'notice');
  const faulty = result.items.filter((item) => item.faulty).length;
  const lines = [
    `台账：${result.title ?? '（没有标题）'}`,
    `工作表：${result.sheet ?? '（没有找到表头）'}`,
    `共${result.categories.length}类${result.items.length}项${result.declared ? `（标题写明${result.declared.categories}类${result.declared.items}项）` : ''}`,
    ...result.categories.map((category, index) => `  ${index + 1}. ${category.name}：${category.count}项`),
    `错误${errors.length}个，提示${notices.length}个`,
    ...errors.map((problem) => `  [错误 ${problem.code}] ${problem.message}`),
    ...notices.map((problem) => `  [提示 ${problem.code}] ${problem.message}`),
  ];
  if (errors.length === 0) lines.push('检查通过，可以导入。本次只检查，没有写入任何数据。');
  else if (skipErrors) lines.push(`跳过有错误的行后可导入${result.items.length - faulty}项，${faulty}项不导入。`);
  else lines.push('有错误，整份台账不会导入。请改正后重试，或加 --skip-errors 只导入没有错误的行。');
  return lines.join('\n');
}

async function check(args: Arguments): Promise<number> {
  const progress = (text: string): void => {
    if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
  };
  progress(`正在读取 ${args.file} …`);
  const result = await checkLedger(await readBytes(args.file), { today: args.today, sheet: args.sheet }).finally(() =>
    progress(''),
  );
  process.stdout.write(`${args.json ? JSON.stringify(result, null, 2) : account(result, args.skipErrors)}\n`);
  return hasErrors(result) ? 2 : 0;
}

/** Imports: the difference first, on standard error, then the outcome. All or nothing, unless --skip-errors. */
async function apply(args: Arguments): Promise<number> {
  const bytes = await readBytes(args.file);
  const ledger = await checkLedger(bytes, { today: args.today, sheet: args.sheet });
  if (hasErrors(ledger) && !args.skipErrors) {
    process.stdout.write(`${args.json ? JSON.stringify(ledger, null, 2) : account(ledger, false)}\n`);
    return 2;
  }
  const { applyLedger } = await import('./import/apply.js');
  const options = {
    file: path.basename(args.file),
    bytes,
    skipErrors: args.skipErrors,
    dryRun: args.dryRun,
    now: Date.now(),
  };
  try {
    const outcome = await applyLedger(ledger, options);
    const done = args.dryRun ? '只看差异，没有写入' : '导入完成';
    const counts = `新增${outcome.added.length}项，修改${outcome.changed.length}项，不变${outcome.unchanged}项`;
    process.stdout.write(`${args.json ? JSON.stringify(outcome, null, 2) : `${done}：${counts}`}\n`);
    return hasErrors(outcome) ? 2 : 0;
  } catch (error) {
    const refused = refusedLedger(error, ledger);
    if (!refused) throw error;
    process.stdout.write(`${args.json ? JSON.stringify(refused, null, 2) : account(refused, false)}\n`);
    return 2;
  }
}

/** The ledger with what the record has against it, such as a name that several people bear. */
function refusedLedger(error: unknown, ledger: LedgerResult): LedgerResult | undefined {
  if (!(error instanceof DomainError) || error.code !== 'LEDGER_ERRORS') return undefined;
  return { ...ledger, problems: error.details.problems as LedgerResult['problems'] };
}

async function main(argv: readonly string[]): Promise<number> {
  try {
    const args = readArguments(argv);
    return args.check ? await check(args) : await apply(args);
  } catch (error) {
    if (error instanceof UsageError) process.stderr.write(`${error.message}\n${USAGE}\n`);
    else if (error instanceof DomainError) process.stderr.write(`${error.message}\n`);
    else process.stderr.write(`读取台账时出现意外错误：${error instanceof Error ? error.message : String(error)}\n`);
    return 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
