import { type Day, dayNumber, monthOf, weekdayOf } from './day.js';
import { noticeOf } from './explain.js';
import type { Trace, WorkCalendar } from './work-calendar.js';

const SHOWN_DAYS = 12;

/**
 * A computed day's arithmetic in words: which days were counted, which were off and by which notice, and whether the
 * result is provisional. E.g. `计入09-28、09-29；09-25放假（…通知）、09-26周末不计`.
 */
export function arithmeticInWords(trace: Trace, calendar: WorkCalendar): string {
  const parts: string[] = [];
  if (trace.counted.length > 0) parts.push(`工作日：${listed(trace.counted, calendar)}`);
  if (trace.skipped.length > 0) parts.push(`不计：${listed(trace.skipped, calendar)}`);
  if (trace.provisional) {
    parts.push(`${calendar.document.publishedThrough}年之后的放假安排尚未公布，按周一至周五暂定，公布后重算`);
  }
  return parts.join('；');
}

function listed(days: readonly Day[], calendar: WorkCalendar): string {
  const unique = [...new Set(days)].sort();
  const shown = unique.slice(0, SHOWN_DAYS).map((day) => `${day.slice(5)}${remark(day, calendar)}`);
  return shown.join('、') + (unique.length > SHOWN_DAYS ? ` 等${unique.length}天` : '');
}

function remark(day: Day, calendar: WorkCalendar): string {
  const { offDays, makeupWorkdays } = calendar.document;
  const by = noticeOf(calendar.document, day);
  if (makeupWorkdays.includes(day)) return `（调休上班，${by}）`;
  if (offDays.includes(day)) return `（放假，${by}）`;
  return weekdayOf(dayNumber(day)) > 5 ? '（周末）' : '';
}

/** `2026年9月30日`. */
export function dayInChinese(day: Day): string {
  return `${day.slice(0, 4)}年${monthOf(day)}月${Number(day.slice(8))}日`;
}
