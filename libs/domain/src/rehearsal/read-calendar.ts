import { type CalendarDocument, type Day, isDay } from '../calendar/index.js';
import { type Reader, shown } from '../input.js';

/** Reads a calendar file. Meaningful only when no fault was noted in `reader`. */
export function readCalendar(value: unknown, reader: Reader): CalendarDocument {
  const object =
    reader.object(value, '', ['name', 'notice', 'publishedThrough', 'offDays', 'makeupWorkdays'], '工作日历') ?? {};
  const name = object.name === undefined ? '工作日历' : reader.text(object.name, '.name', '日历名称');
  const notice = object.notice === undefined ? undefined : reader.text(object.notice, '.notice', '通知名称');
  const publishedThrough = reader.whole(object.publishedThrough, '.publishedThrough', 1990, 2999, '已公布到的年份');
  return {
    name: name ?? '工作日历',
    publishedThrough: publishedThrough ?? 0,
    offDays: readDays(object.offDays, '.offDays', '休息日', reader),
    makeupWorkdays: readDays(object.makeupWorkdays, '.makeupWorkdays', '调休上班日', reader),
    ...(notice === undefined ? {} : { notice }),
  };
}

function readDays(value: unknown, path: string, what: string, reader: Reader): Day[] {
  if (value === undefined) return [];
  const list = reader.list(value, path, what) ?? [];
  return list.flatMap((day, index) => {
    if (isDay(day)) return [day];
    reader.fault(`${path}[${index}]`, `${what}应如 "2026-10-01"，且是真实存在的日期，现在是“${shown(day)}”`);
    return [];
  });
}
