import type { JobKind } from '@duban/domain';
import { ledgerCheckJob, ledgerImportJob, ledgerPreviewJob } from '../ledger/job.js';
import { rehearsalJob, rulesDifferenceJob } from '../rehearsal/job.js';
import type { JobHandler } from './contract.js';

/** Who does what: one handler for each kind of job. */
export const JOB_HANDLERS: Readonly<Record<JobKind, JobHandler>> = {
  'ledger-check': ledgerCheckJob,
  'ledger-preview': ledgerPreviewJob,
  'ledger-import': ledgerImportJob,
  rehearsal: rehearsalJob,
  'rules-difference': rulesDifferenceJob,
};
