import { DUE_TIME } from '../cadence/index.js';
import {
  arithmeticInWords,
  type Day,
  dayOfInstant,
  type Instant,
  instantAt,
  newTrace,
  type TimeOfDay,
  type WorkCalendar,
} from '../calendar/index.js';
import { DomainError } from '../error.js';

/** The engine's own key for what is assigned ad hoc 交办. */
export const ASSIGNMENT = 'assignment';

/** 特急, 加急, 平件. */
export const URGENCIES = ['特急', '加急', '平件'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** What an assignment rests on. */
export const BASES = ['公文', '会议纪要', '领导批示', '其他'] as const;
export type Basis = (typeof BASES)[number];

/** 主办 answers for joint work and reports; 协办 supports. */
export const ASSIGNMENT_ROLES = ['lead', 'support'] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];

/**
 * Working days when nobody states a limit (domain C.1: documents 30, minutes 20, a leader's instruction 1–5 when urgent and
 * 15 when not). The sources say days; here they are counted as working days.
 */
export function defaultWorkdays(basis: Basis, urgency: Urgency): number {
  if (urgency === '特急') return 1;
  if (urgency === '加急') return 5;
  return basis === '公文' ? 30 : basis === '会议纪要' ? 20 : 15;
}

/** How an assignment's limit was stated: by day, by working days, by hours, or not at all. */
export interface Limit {
  readonly day?: Day | undefined;
  readonly time?: TimeOfDay | undefined;
  readonly workdays?: number | undefined;
  readonly hours?: number | undefined;
}

export interface AssignmentDue {
  readonly dueAt: Instant;
  readonly provisional: boolean;
  /** How it was worked out, in words. */
  readonly arithmetic: string;
}

/**
 * When an assignment is due. The day of assignment does not count, the last day does; a stated day is taken as given;
 * hours are exact, whatever the office hours, and 特急 alone is counted in them.
 * @throws DomainError BAD_LIMIT, LIMIT_PASSED when the limit does not lie ahead
 */
export function assignmentDue(
  limit: Limit,
  { basis, urgency }: { readonly basis: Basis; readonly urgency: Urgency },
  assignedAt: Instant,
  calendar: WorkCalendar,
): AssignmentDue {
  if (limit.hours !== undefined && urgency !== '特急') throw badLimit('withinHours', '只有特急才按小时计时限');
  if (limit.hours !== undefined && limit.time !== undefined) {
    throw badLimit('dueTime', '按小时计时限的，不再填办结时间');
  }
  const time = limit.time ?? DUE_TIME;
  if (limit.hours !== undefined) {
    const dueAt = assignedAt + Math.round(limit.hours * 3_600_000);
    return { dueAt, provisional: false, arithmetic: `自交办起${limit.hours}小时` };
  }
  if (limit.day !== undefined) {
    const dueAt = instantAt(limit.day, time);
    if (dueAt <= assignedAt) throw new DomainError('LIMIT_PASSED', '办结时限必须晚于现在，请另定日期');
    return { dueAt, provisional: false, arithmetic: `交办时定为${limit.day}` };
  }
  const workdays = workdaysOf(limit, { basis, urgency }) ?? 0;
  return countedDue({ from: assignedAt, workdays, byDefault: limit.workdays === undefined }, time, calendar);
}

/**
 * The limit that is stated for a unit brought in later; undefined when none is, so that the assignment's holds.
 * @throws DomainError BAD_LIMIT for a time of day alone: of which day, nobody says
 */
export function statedLimit(limit: Limit = {}): Limit | undefined {
  if (limit.day !== undefined || limit.workdays !== undefined || limit.hours !== undefined) return limit;
  if (limit.time !== undefined) throw badLimit('dueTime', '办结时间须与办结日期或办理工作日数一起填写');
  return undefined;
}

const badLimit = (path: string, message: string): DomainError =>
  new DomainError('BAD_LIMIT', message, { errors: [{ path, message }] });

/** The working days in which a limit is counted; null when it was stated by day or by hours. */
export function workdaysOf(
  limit: Limit,
  { basis, urgency }: { readonly basis: Basis; readonly urgency: Urgency },
): number | null {
  if (limit.hours !== undefined || limit.day !== undefined) return null;
  return limit.workdays ?? defaultWorkdays(basis, urgency);
}

/** How a limit in working days is counted: from which instant's day, how many, and whether nobody had stated it. */
export interface Counted {
  readonly from: Instant;
  readonly workdays: number;
  readonly byDefault: boolean;
}

/** A limit in working days, under a calendar: the day it is counted from is not counted, the last day is. */
export function countedDue(
  { from, workdays, byDefault }: Counted,
  time: TimeOfDay,
  calendar: WorkCalendar,
): AssignmentDue {
  const trace = newTrace();
  const day = calendar.workday(dayOfInstant(from), workdays, trace);
  const counted = arithmeticInWords(trace, calendar);
  return {
    dueAt: instantAt(day, time),
    provisional: trace.provisional,
    arithmetic: `交办次日起第${workdays}个工作日${byDefault ? '（未定时限，按缺省）' : ''}：${counted}`,
  };
}
