import { DUE_TIME } from '../cadence/index.js';
import { addDays, dayOfInstant, type Instant, instantAt, type Trace, type WorkCalendar } from '../calendar/index.js';
import type { Profile } from '../obligation/index.js';

/** Stages of a rectification case, in their order: 签收, 整改方案, 整改报告, 核查, 回头看. */
export const STAGES = ['sign', 'plan', 'report', 'verify', 'look-back'] as const;
export type Stage = (typeof STAGES)[number];

/** Why a rectification notice is issued: reasons of the sources (S2), plus 其他. */
export const REASONS = ['工作不重视', '活动不扎实', '效果不明显', '其他'] as const;
export type Reason = (typeof REASONS)[number];

/** Working days a report has when the notice says nothing, and when a verification sends it back. */
export const DEFAULT_WITHIN_WORKDAYS = 15;
export const DEFAULT_AGAIN_WORKDAYS = 10;
/** The look-back comes on the first workday after this many days from close-out. */
export const LOOK_BACK_AFTER_DAYS = 29;

const WORKDAYS_FOR = { sign: 2, plan: 5, verify: 5, 'look-back': 5 } as const;

const PROFILES: Record<Stage, Profile> = {
  sign: 'sign',
  plan: 'report',
  report: 'verified-report',
  verify: 'verification',
  'look-back': 'verification',
};

export function profileOfStage(stage: Stage): Profile {
  return PROFILES[stage];
}

/** Verification and look-back are the office's; the rest is the unit's. The checker is never of the reporting unit. */
export function stageOwedBy(stage: Stage): 'unit' | 'office' {
  return stage === 'verify' || stage === 'look-back' ? 'office' : 'unit';
}

/** `2026-1/report`, from the second attempt on `2026-1/report#2`. */
export function stagePeriod(caseKey: string, stage: Stage, attempt: number): string {
  return `${caseKey}/${stage}${attempt > 1 ? `#${attempt}` : ''}`;
}

/** The stage and attempt that a period names, whether or not a case ever has it; undefined when it names none. */
export function readStagePeriod(period: string): { caseKey: string; stage: Stage; attempt: number } | undefined {
  const parts = /^(\d{4}-[1-9]\d*)\/([a-z-]+)(?:#([1-9]\d*))?$/.exec(period);
  const stage = STAGES.find((name) => name === parts?.[2]);
  if (!parts?.[1] || !stage) return undefined;
  const attempt = Number(parts[3] ?? 1);
  if (parts[3] !== undefined && attempt < 2) return undefined; // the first attempt carries no number
  return { caseKey: parts[1], stage, attempt };
}

/**
 * When a stage is due.
 * @param from the instant whose day is counted from: the issue for sign, plan and the first report; the return for a
 *   repeated report; the submission for verify; the opening for look-back
 * @param withinWorkdays only for reports
 */
export function stageDue(
  stage: Stage,
  from: Instant,
  withinWorkdays: number,
  calendar: WorkCalendar,
  trace?: Trace,
): Instant {
  const n = stage === 'report' ? withinWorkdays : WORKDAYS_FOR[stage];
  return instantAt(calendar.workday(dayOfInstant(from), n, trace), DUE_TIME);
}

/** When the look-back opens, counted from close-out. */
export function lookBackOpensAt(closedOutAt: Instant, calendar: WorkCalendar, trace?: Trace): Instant {
  return instantAt(calendar.workday(addDays(dayOfInstant(closedOutAt), LOOK_BACK_AFTER_DAYS), 1, trace), '09:00');
}
