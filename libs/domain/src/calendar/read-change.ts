import { type Reader, shown } from '../input.js';
import type { EmergencyChange, NoticeDay, RegionalDays, TableChange, YearNotice } from './change.js';
import { type Day, dayNumber, isDay, weekdayOf, yearOf } from './day.js';

const FILE_FIELDS = ['$schema', '$id', 'year', 'papers', 'days'];
const FILE_DAY_FIELDS = ['name', 'date', 'isOffDay'];
const FIRST_YEAR = 1990;
const LAST_YEAR = 2098;
/** What a table change may have; which of them it needs depends on its kind. */
export interface ChangeFields {
  readonly kind: 'year' | 'emergency' | 'regional';
  readonly year?: number | undefined;
  readonly notice?: string | undefined;
  readonly name?: string | undefined;
  readonly organizationId?: number | undefined;
  readonly offDays?: readonly Day[] | undefined;
  readonly makeupWorkdays?: readonly Day[] | undefined;
  /** A year's notice in the form of the holiday-cn project: `year`, `papers`, `days` of `name`, `date`, `isOffDay`. */
  readonly file?: unknown;
}

/** Reads a change of a table. Meaningful only when no fault was noted in `reader`. */
export function readTableChange(fields: ChangeFields, reader: Reader): TableChange | undefined {
  if (fields.kind === 'year') return readYear(fields, reader);
  refuse(fields, ['year', 'file'], '只有导入年度通知时', reader);
  const days = readDays(fields, reader, fields.kind === 'emergency');
  const notice = reader.text(fields.notice, '.notice', '通知名称或文号');
  if (fields.kind === 'emergency') {
    refuse(fields, ['name', 'organizationId'], '只有设置地方放假日时', reader);
    if (days.length === 0) reader.fault('.offDays', '请写出要调整的日期：放假写 offDays，上班写 makeupWorkdays');
    return notice === undefined ? undefined : ({ kind: 'emergency', notice, days } satisfies EmergencyChange);
  }
  const name = reader.text(fields.name, '.name', '地方放假日的名称，如“三月三”');
  const organizationId = reader.whole(fields.organizationId, '.organizationId', 1, Number.MAX_SAFE_INTEGER, '组织编号');
  if (notice === undefined || name === undefined || organizationId === undefined) return undefined;
  return { kind: 'regional', organizationId, name, notice, days } satisfies RegionalDays;
}

function readYear(fields: ChangeFields, reader: Reader): YearNotice | undefined {
  refuse(fields, ['name', 'organizationId'], '只有设置地方放假日时', reader);
  if (fields.file !== undefined) {
    refuse(fields, ['offDays', 'makeupWorkdays'], '没有给出文件 file 时', reader);
    return readFile(fields, reader);
  }
  const year = reader.whole(fields.year, '.year', FIRST_YEAR, LAST_YEAR, '年份');
  const notice = reader.text(fields.notice, '.notice', '通知名称');
  const days = readDays(fields, reader, false);
  return yearNotice(year, notice, days, '.offDays', reader);
}

/** The form of the holiday-cn project; its own year and papers stand in for those of the request. */
function readFile(fields: ChangeFields, reader: Reader): YearNotice | undefined {
  const file = reader.object(fields.file, '.file', FILE_FIELDS, '放假安排文件');
  if (!file) return undefined;
  const year = reader.whole(file.year, '.file.year', FIRST_YEAR, LAST_YEAR, '年份');
  if (year !== undefined && fields.year !== undefined && fields.year !== year) {
    reader.fault('.year', `文件是${year}年的，与填写的${fields.year}年不一致`);
  }
  const papers = (reader.list(file.papers ?? [], '.file.papers', '通知出处 papers') ?? []).filter(
    (paper) => typeof paper === 'string',
  );
  const notice = fields.notice ?? (year === undefined ? '' : `${year}年放假安排的通知`);
  const source = papers.length > 0 ? `${notice}（${papers.join('、')}）` : notice;
  const list = reader.list(file.days, '.file.days', '日期 days') ?? [];
  const days = list.flatMap((item, index) => readFileDay(item, `.file.days[${index}]`, reader) ?? []);
  assertOnce(days, '.file.days', reader);
  return yearNotice(year, source, days, '.file.days', reader);
}

function readFileDay(value: unknown, path: string, reader: Reader): NoticeDay | undefined {
  const object = reader.object(value, path, FILE_DAY_FIELDS, '日期');
  if (!object) return undefined;
  const { name, date, isOffDay } = object;
  if (!isDay(date)) return reader.fault(`${path}.date`, `日期应如 "2027-10-01"，现在是“${shown(date)}”`);
  if (typeof isOffDay !== 'boolean')
    return reader.fault(`${path}.isOffDay`, 'isOffDay 应为 true（放假）或 false（上班）');
  if (!isOffDay && !isWeekend(date)) return reader.fault(`${path}.date`, onWeekday(date));
  return { day: date, off: isOffDay, ...(typeof name === 'string' && name !== '' ? { name } : {}) };
}

function yearNotice(
  year: number | undefined,
  notice: string | undefined,
  days: readonly NoticeDay[],
  path: string,
  reader: Reader,
): YearNotice | undefined {
  if (year === undefined || notice === undefined) return undefined;
  if (days.length === 0) reader.fault(path, `${year}年的放假安排里没有任何日期，请核对`);
  for (const { day } of days) {
    if (Math.abs(yearOf(day) - year) > 1) reader.fault(path, `${day} 不会由${year}年的通知规定，请核对年份`);
  }
  return { kind: 'year', year, notice, days: [...days].sort((a, b) => (a.day < b.day ? -1 : 1)) };
}

/** @param anyDay an emergency may also put a weekday back to work; elsewhere only weekends are make-up workdays */
function readDays(fields: ChangeFields, reader: Reader, anyDay: boolean): NoticeDay[] {
  const off = (fields.offDays ?? []).map((day): NoticeDay => ({ day, off: true }));
  const worked = (fields.makeupWorkdays ?? []).map((day): NoticeDay => ({ day, off: false }));
  for (const [index, { day }] of worked.entries()) {
    if (!anyDay && isDay(day) && !isWeekend(day)) reader.fault(`.makeupWorkdays[${index}]`, onWeekday(day));
  }
  for (const [field, list] of [
    ['offDays', off],
    ['makeupWorkdays', worked],
  ] as const) {
    for (const [index, { day }] of list.entries()) {
      if (!isDay(day)) reader.fault(`.${field}[${index}]`, `日期应如 "2027-10-01"，现在是“${shown(day)}”`);
    }
  }
  const days = [...off, ...worked].filter(({ day }) => isDay(day));
  assertOnce(days, '.offDays', reader);
  return days.sort((a, b) => (a.day < b.day ? -1 : 1));
}

function assertOnce(days: readonly NoticeDay[], path: string, reader: Reader): void {
  const seen = new Set<Day>();
  for (const { day } of days) {
    if (seen.has(day)) reader.fault(path, `${day} 写了不止一次，请核对是放假还是上班`);
    seen.add(day);
  }
}

function refuse(fields: ChangeFields, names: readonly (keyof ChangeFields)[], when: string, reader: Reader): void {
  for (const name of names) {
    if (fields[name] !== undefined) reader.fault(`.${name}`, `${when}才填写 ${name}`);
  }
}

const isWeekend = (day: Day): boolean => weekdayOf(dayNumber(day)) > 5;

function onWeekday(day: Day): string {
  return `${day} 是周一至周五，本来就上班，不是调休上班日，请核对`;
}
