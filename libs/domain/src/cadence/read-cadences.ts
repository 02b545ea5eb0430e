import {
  dayOfInstant,
  formatInstant,
  type Instant,
  isTimeOfDay,
  type WorkCalendar,
  yearOf,
} from '../calendar/index.js';
import { isJsonObject, Reader, shown } from '../input.js';
import {
  type Cadence,
  COMPLETION,
  type DayRule,
  type Direction,
  LONGEST_LAG_YEARS,
  RECTIFICATION,
  type Roll,
  resolveDayRule,
  slotsOpening,
} from './cadence.js';
import { type Every, isMonthDay, monthsTouched, type Period, periodsOfYear, type Window } from './period.js';

const CADENCE_FIELDS = ['key', 'name', 'direction', 'owedBy', 'every', 'windows', 'profile', 'opens', 'due', 'policy'];
const EVERY: readonly Every[] = ['month', 'quarter', 'half', 'year', 'windows'];
const RULE_FIELDS = ['day', 'month', 'workday', 'workdayAfter', 'firstDay', 'lastDay', 'roll', 'at'];
const FORMS = ['day', 'workday', 'workdayAfter', 'firstDay', 'lastDay'] as const;
const MANY = 10_000;
const YEAR_MS = 366 * 86_400_000;

/**
 * Reads a cadence file: a list of cadences. Checks everything that holds whatever the calendar.
 * @param policyKeys the policies a cadence may name; undefined when that is checked elsewhere
 * @returns the cadences, meaningful only when no fault was noted in `reader`
 */
export function readCadences(value: unknown, reader: Reader, policyKeys?: readonly string[]): Cadence[] {
  const list = reader.list(value, '', '频次文件');
  if (!list) return [];
  if (list.length === 0) reader.fault('', '频次文件是空的，至少要有一个频次');
  const seen = new Set<string>();
  return list.flatMap((item, index) => {
    const cadence = readCadence(item, `[${index}]`, reader, policyKeys);
    if (cadence === undefined) return [];
    if (seen.has(cadence.key)) reader.fault(`[${index}].key`, `频次“${cadence.key}”重复，每个频次的 key 只能用一次`);
    seen.add(cadence.key);
    return [cadence];
  });
}

function readCadence(
  value: unknown,
  path: string,
  reader: Reader,
  policyKeys: readonly string[] | undefined,
): Cadence | undefined {
  const object = reader.object(value, path, CADENCE_FIELDS, '频次');
  if (!object) return undefined;
  const before = reader.faults.length;
  const key = reader.text(object.key, `${path}.key`, '频次的 key');
  if (key === COMPLETION || key === RECTIFICATION) {
    reader.fault(`${path}.key`, `“${key}”是引擎自用的名称，请换一个 key`);
  }
  const every = reader.oneOf(object.every, `${path}.every`, EVERY, '周期');
  const windows = every === 'windows' ? readWindows(object.windows, `${path}.windows`, reader) : undefined;
  if (every !== undefined && every !== 'windows' && object.windows !== undefined) {
    reader.fault(`${path}.windows`, '只有 every 为 windows 的频次才有时间窗');
  }
  const periods = every === undefined ? [] : periodsOfYear({ every, ...(windows ? { windows } : {}) }, 2026);
  const opens = readDayRule(object.opens, `${path}.opens`, '开启日规则', reader, periods);
  const due = readDayRule(object.due, `${path}.due`, '截止日规则', reader, periods);
  const direction: Direction | undefined =
    object.direction === undefined ? 'up' : reader.oneOf(object.direction, `${path}.direction`, ['up', 'down'], '方向');
  const owedBy =
    object.owedBy === undefined
      ? undefined
      : reader.oneOf(object.owedBy, `${path}.owedBy`, ['unit', 'office'], '由谁办 owedBy');
  if (owedBy === 'office' && direction === 'up') {
    reader.fault(`${path}.owedBy`, '由督办室办的频次是对下的，direction 应为 down');
  }
  const name = object.name === undefined ? key : reader.text(object.name, `${path}.name`, '频次名称');
  const profile =
    object.profile === undefined ? 'report' : reader.text(object.profile, `${path}.profile`, '流程类型 profile');
  const policy =
    object.policy === undefined ? undefined : reader.text(object.policy, `${path}.policy`, '督办规则 policy');
  if (policy !== undefined && policyKeys && !policyKeys.includes(policy)) {
    reader.fault(`${path}.policy`, `不认识的督办规则“${policy}”，规则文件里有：${policyKeys.join('、')}`);
  }
  if (reader.faults.length > before || !key || !every || !opens || !due || !direction || !name || !profile) {
    return undefined;
  }
  return {
    key,
    name,
    every,
    direction,
    profile,
    opens,
    due,
    ...(owedBy === undefined ? {} : { owedBy }),
    ...(windows ? { windows } : {}),
    ...(policy === undefined ? {} : { policy }),
  };
}

function readWindows(value: unknown, path: string, reader: Reader): Window[] | undefined {
  const list = reader.list(value, path, '时间窗 windows');
  if (!list) return undefined;
  if (list.length === 0) return reader.fault(path, '至少要有一个时间窗');
  const names = new Set<string>();
  const windows: Window[] = [];
  for (const [index, item] of list.entries()) {
    const at = `${path}[${index}]`;
    const object = reader.object(item, at, ['name', 'from', 'to'], '时间窗');
    if (!object) continue;
    const name = reader.text(object.name, `${at}.name`, '时间窗名称');
    const from = readMonthDay(object.from, `${at}.from`, reader);
    const to = readMonthDay(object.to, `${at}.to`, reader);
    if (name !== undefined && names.has(name)) reader.fault(`${at}.name`, `时间窗“${name}”重复`);
    if (name !== undefined) names.add(name);
    if (name && from && to) windows.push({ name, from, to });
  }
  return windows;
}

function readMonthDay(value: unknown, path: string, reader: Reader): string | undefined {
  if (isMonthDay(value)) return value;
  return reader.fault(path, `应当写成“月-日”，如 10-20，现在是“${shown(value)}”`);
}

function readDayRule(
  value: unknown,
  path: string,
  what: string,
  reader: Reader,
  periods: readonly Period[],
): DayRule | undefined {
  if (value === undefined) return reader.fault(path, `缺少${what}`);
  const object = reader.object(value, path, RULE_FIELDS, what);
  if (!object) return undefined;
  const before = reader.faults.length;
  const forms = FORMS.filter((form) => object[form] !== undefined);
  const [form] = forms;
  if (forms.length !== 1 || form === undefined) {
    return reader.fault(path, `${what}要在 day、workday、workdayAfter、firstDay、lastDay 中写且只写一种`);
  }
  const at = isTimeOfDay(object.at)
    ? object.at
    : reader.fault(`${path}.at`, `缺少时刻或写错，应如 "09:00"，现在是“${shown(object.at)}”`);
  const roll: Roll | undefined =
    object.roll === undefined
      ? undefined
      : reader.oneOf(object.roll, `${path}.roll`, ['forward', 'back', 'none'], '顺延方式 roll');
  if (object.month !== undefined && form !== 'day') reader.fault(`${path}.month`, 'month 只能和 day 一起用');
  const rule = readForm(form, object, path, reader, periods);
  if (reader.faults.length > before || rule === undefined || at === undefined) return undefined;
  return { ...rule, ...(roll === undefined ? {} : { roll }), at };
}

type RuleForm =
  | { day: number; month?: number }
  | { workday: number }
  | { workdayAfter: number }
  | { firstDay: true }
  | { lastDay: true };

function readForm(
  form: (typeof FORMS)[number],
  object: Readonly<Record<string, unknown>>,
  path: string,
  reader: Reader,
  periods: readonly Period[],
): RuleForm | undefined {
  if (form === 'firstDay' || form === 'lastDay') {
    if (object[form] !== true) return reader.fault(`${path}.${form}`, `${form} 只能是 true`);
    return form === 'firstDay' ? { firstDay: true } : { lastDay: true };
  }
  if (form === 'workday') {
    const n = reader.whole(object.workday, `${path}.workday`, -MANY, MANY, '第几个工作日');
    if (n === 0) return reader.fault(`${path}.workday`, 'workday 不能是 0：1 是第一个工作日，-1 是最后一个');
    return n === undefined ? undefined : { workday: n };
  }
  if (form === 'workdayAfter') {
    const n = reader.whole(object.workdayAfter, `${path}.workdayAfter`, 1, 2_500, '期满后第几个工作日');
    return n === undefined ? undefined : { workdayAfter: n };
  }
  const day = reader.whole(object.day, `${path}.day`, 1, 31, '日');
  const month = readMonth(object.month, path, reader, periods);
  return day === undefined ? undefined : { day, ...(month === undefined ? {} : { month }) };
}

function readMonth(value: unknown, path: string, reader: Reader, periods: readonly Period[]): number | undefined {
  if (value === undefined) return undefined;
  const longest = periods.length === 0 ? 12 : Math.min(...periods.map(monthsTouched));
  return reader.whole(value, `${path}.month`, 1, longest, '周期内的第几个月 month ');
}

/**
 * Notes a fault for every period without any workday where a rule counts them, and for every cadence that is always
 * due before it opens.
 * @param from,to the stretch: periods that overlap it or open in it are looked at
 */
export function checkSlots(
  cadences: readonly Cadence[],
  calendar: WorkCalendar,
  from: Instant,
  to: Instant,
  reader: Reader,
): void {
  const [firstDay, lastDay] = [dayOfInstant(from), dayOfInstant(to)];
  for (const [index, cadence] of cadences.entries()) {
    for (let year = yearOf(firstDay) - LONGEST_LAG_YEARS; year <= yearOf(lastDay) + 1; year++) {
      for (const period of periodsOfYear(cadence, year)) {
        const overlaps = period.last >= firstDay && period.first <= lastDay;
        if (overlaps || opensWithin(cadence, period, calendar, from, to)) {
          checkWorkdays(cadence, period, calendar, `[${index}]`, reader);
        }
      }
    }
    checkOrder(cadence, calendar, from, to, `[${index}]`, reader);
  }
}

/** Rolls may put a single due before its opening (see `earlyDues`); a cadence that never opens in time is a mistake. */
function checkOrder(
  cadence: Cadence,
  calendar: WorkCalendar,
  from: Instant,
  to: Instant,
  path: string,
  reader: Reader,
): void {
  const slots = slotsOpening(cadence, calendar, from - YEAR_MS, to + YEAR_MS);
  const [first] = slots;
  if (!first || slots.some(({ opensAt, dueAt }) => dueAt >= opensAt)) return;
  const [opens, due] = [formatInstant(first.opensAt), formatInstant(first.dueAt)];
  reader.fault(
    `${path}.due`,
    `频次“${cadence.key}”总是在开启之前就到期（如 ${first.period.key} 期 ${opens} 开启，${due} 到期），请调整 opens 或 due`,
  );
}

function opensWithin(cadence: Cadence, period: Period, calendar: WorkCalendar, from: Instant, to: Instant): boolean {
  // Only `workdayAfter` opens far outside the period itself.
  if (!('workdayAfter' in cadence.opens) || !('workday' in cadence.due)) return false;
  const opensAt = resolveDayRule(cadence.opens, period, calendar);
  return opensAt >= from && opensAt <= to;
}

/**
 * Cadences that make some slot due before it opens, as when opening and due roll apart: no fault, for it opens overdue at
 * once, but rarely meant.
 * @returns one Chinese sentence for each such cadence
 */
export function earlyDues(cadences: readonly Cadence[], calendar: WorkCalendar, from: Instant, to: Instant): string[] {
  return cadences.flatMap((cadence) => {
    const early = slotsOpening(cadence, calendar, from, to).find(({ opensAt, dueAt }) => dueAt < opensAt);
    if (!early) return [];
    const [opens, due] = [formatInstant(early.opensAt), formatInstant(early.dueAt)];
    return `频次“${cadence.key}”的 ${early.period.key} 期在开启（${opens}）之前就到期（${due}），一开启即超期，请核对 opens 和 due`;
  });
}

function checkWorkdays(cadence: Cadence, period: Period, calendar: WorkCalendar, path: string, reader: Reader): void {
  for (const part of ['opens', 'due'] as const) {
    if (!isJsonObject(cadence[part]) || !('workday' in cadence[part])) continue;
    try {
      resolveDayRule(cadence[part], period, calendar);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      reader.fault(
        `${path}.${part}.workday`,
        `频次“${cadence.key}”的 ${period.key} 期（${period.first} 至 ${period.last}）没有工作日，无法按工作日计算`,
      );
    }
  }
}
