import { dayOfInstant, type LedgerResult } from '@duban/domain';
import type { JobContext, JobHandler } from '../job/contract.js';
import { type ImportOptions, importInto } from './import.js';
import { checkLedger } from './read-workbook.js';
import { checkAgainstRecord } from './record-check.js';

/** What a ledger job is told. */
export interface LedgerParams {
  readonly sheet?: string | undefined;
  readonly skipErrors?: boolean | undefined;
}

const paramsOf = ({ job }: JobContext): LedgerParams => job.params as typeof job.params & LedgerParams;

/** Reads the uploaded workbook, saying how far it has come. */
async function readUpload(context: JobContext): Promise<{ ledger: LedgerResult; file: string; sha256: string }> {
  const { name, bytes, sha256 } = await context.input();
  const ledger = await checkLedger(bytes, {
    today: dayOfInstant(context.now()),
    sheet: paramsOf(context).sheet,
    onProgress: (step) => context.progress(step),
  });
  return { ledger, file: name, sha256 };
}

/** 检查台账 in the background; the result is the ledger contract's JSON. */
export const ledgerCheckJob: JobHandler = async (context) => {
  const { ledger } = await readUpload(context);
  const checked = await checkAgainstRecord(context.dataSource, ledger, context.now());
  await context.dataSource.transaction((manager) => context.finish(manager, checked));
};

/** 导入台账: all of it and the job's end in one transaction, or nothing. */
export const ledgerImportJob: JobHandler = (context) => apply(context, false);

/** 比较差异: what an import would do. */
export const ledgerPreviewJob: JobHandler = (context) => apply(context, true);

async function apply(context: JobContext, preview: boolean): Promise<void> {
  const { ledger, file, sha256 } = await readUpload(context);
  const { skipErrors = false } = paramsOf(context);
  const options: ImportOptions = {
    fileName: file,
    sha256,
    skipErrors,
    preview,
    onProgress: (step) => context.progress(step),
  };
  await context.dataSource.transaction(async (manager) => {
    const outcome = await importInto(manager, context.actor, ledger, options, context.now());
    await context.finish(manager, outcome);
  });
}
