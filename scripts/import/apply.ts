// Applying a checked ledger to the product's record: first the difference, then, unless --dry-run, the import.
import { createHash } from 'node:crypto';
import { FIELD_WORDS, type ImportOutcome, importLedger, type Newcomer } from '@duban/application';
import type { LedgerResult } from '@duban/domain';
import { ENGINE } from '@duban/persistence';
import { withKeptRecord } from '../servers/kept-record.js';

export interface ApplyOptions {
  readonly file: string;
  readonly bytes: Uint8Array;
  readonly skipErrors: boolean;
  /** Only show what would change. */
  readonly dryRun: boolean;
  readonly now: number;
}

/** Shows the difference per item and field, then imports; nothing is half-imported. */
export async function applyLedger(ledger: LedgerResult, options: ApplyOptions): Promise<ImportOutcome> {
  const common = {
    fileName: options.file,
    sha256: createHash('sha256').update(options.bytes).digest('hex'),
    skipErrors: options.skipErrors,
  };
  const actor = { ...ENGINE, name: '命令行导入' };
  return withKeptRecord('duban-import', async (dataSource) => {
    const preview = await importLedger(dataSource, actor, ledger, { ...common, preview: true }, options.now);
    process.stderr.write(`${describe(preview)}\n`);
    if (options.dryRun) return preview;
    return importLedger(dataSource, actor, ledger, common, options.now);
  });
}

/** As everywhere, but for the title, which the ledger's column calls otherwise. */
const FIELD_NAMES: Readonly<Record<string, string>> = { ...FIELD_WORDS, title: '工作任务' };

/** The difference in words, item by item and field by field. */
export function describe(outcome: ImportOutcome): string {
  const lines = [
    `与《${outcome.title}》现有内容相比：新增${outcome.added.length}项，修改${outcome.changed.length}项，不变${outcome.unchanged}项`,
  ];
  for (const { number, title, fields } of outcome.changed) {
    lines.push(`  第${number}项“${title}”：`);
    for (const { field, before, after } of fields) {
      lines.push(`    ${FIELD_NAMES[field] ?? field}：${words(before)} → ${words(after)}`);
    }
  }
  for (const { number, title, before, after, obligations } of outcome.unitMoves) {
    lines.push(
      `  责任单位变更：第${number}项“${title}”已经下达，由“${before}”转到“${after}”，${obligations}项未办结事项随之转移，重新计算提醒和催办，并通知双方`,
    );
  }
  lines.push(...newOnes('单位', outcome.made.units), ...newOnes('人员', outcome.made.people));
  if (outcome.made.posts.length > 0) lines.push(`  新建岗位${outcome.made.posts.length}个`);
  if (outcome.missing.length > 0) {
    const titles = outcome.missing.map(({ number, title }) => `第${number}项“${title}”`);
    lines.push(`  台账里没有、系统里保留的：${titles.join('、')}`);
  }
  if (outcome.skipped.length > 0) lines.push(`  有错误、没有导入的行：第${outcome.skipped.join('、')}项`);
  for (const { severity, code, message } of outcome.problems) {
    if (severity === 'error') lines.push(`    [错误 ${code}] ${message}`);
  }
  return lines.join('\n');
}

function newOnes(what: string, names: readonly Newcomer[]): string[] {
  if (names.length === 0) return [];
  const list = names.map(({ name, near }) =>
    near.length > 0 ? `${name}（与“${near.join('”“')}”相近，请核对）` : name,
  );
  return [`  新建${what}${names.length}个：${list.join('、')}`];
}

function words(value: unknown): string {
  if (value === null || value === undefined || value === '') return '（空）';
  if (typeof value === 'boolean') return value ? '是' : '否';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
