import type { CalendarDocument } from './work-calendar.js';

/** 2026 as the State Council's General Office published it. Weekends that adjoin a holiday need no row. */
export const BUNDLED_CALENDAR: CalendarDocument = {
  name: '全国工作日历',
  notice: '国务院办公厅2026年部分节假日安排的通知',
  publishedThrough: 2026,
  offDays: [
    ['2026-01-01', '2026-01-02'],
    ['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20', '2026-02-23'],
    ['2026-04-06'],
    ['2026-05-01', '2026-05-04', '2026-05-05'],
    ['2026-06-19'],
    ['2026-09-25'],
    ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
  ].flat(),
  makeupWorkdays: ['2026-01-04', '2026-02-14', '2026-02-28', '2026-05-09', '2026-09-20', '2026-10-10'],
};
