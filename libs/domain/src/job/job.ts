/** What can be done in the background. */
export const JOB_KINDS = ['ledger-check', 'ledger-preview', 'ledger-import', 'rehearsal', 'rules-difference'] as const;
export type JobKind = (typeof JOB_KINDS)[number];

/** The kinds in words, for people. */
export const JOB_NAMES: Readonly<Record<JobKind, string>> = {
  'ledger-check': '检查台账',
  'ledger-preview': '比较台账差异',
  'ledger-import': '导入台账',
  rehearsal: '预演',
  'rules-difference': '比较督办规则',
};

/** Begun this often without coming to an end, a job is given up. */
export const MOST_JOB_ATTEMPTS = 5;

/** After these a job's uploaded file is deleted, and its result. */
export const JOB_FILE_DAYS = 7;
export const JOB_RESULT_DAYS = 30;
