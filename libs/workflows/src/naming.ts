/** The task queue of every workflow and activity. One Temporal namespace serves one installation of Duban. */
export const TASK_QUEUE = 'duban';

/** The task queue of background jobs' activities: they wait in a line of their own, so that no clock waits behind them. */
export const JOB_TASK_QUEUE = 'duban-jobs';

/** Search attributes (all Keyword) by which an operator finds things in Temporal's own UI. */
export const SEARCH_ATTRIBUTES = {
  /** `clock`, `periods`, `delivery` or `job`. */
  kind: 'DubanKind',
  /** The programme, e.g. `p3`; clocks and periods only. */
  programme: 'DubanProgramme',
  /** The round, e.g. `monthly-report/2026-07`; clocks only. */
  round: 'DubanRound',
} as const;

export type WorkflowKind = 'clock' | 'periods' | 'delivery' | 'job';

/** Parts of a workflow id are joined by `/`; a part that holds one itself (`2026/春季`) has it written `%2F`. */
export function joinId(...parts: readonly string[]): string {
  return parts.map((part) => part.replaceAll('%', '%25').replaceAll('/', '%2F')).join('/');
}

/** The inverse of `joinId`. */
export function splitId(id: string): string[] {
  return id.split('/').map((part) => part.replaceAll('%2F', '/').replaceAll('%25', '%'));
}
