import {
  type CalendarDocument,
  type ChangeFields,
  type Day,
  DomainError,
  dayInChinese,
  dayOfInstant,
  dayOfMonth,
  type ExplainedDay,
  explainDay,
  type Instant,
  Reader,
  readTableChange,
  type TableChange,
  WorkCalendar,
  yearOf,
} from '@duban/domain';
import { instantOrNull } from '@duban/persistence';
import type { DataSource } from 'typeorm';

/** From then on, next year's plan is usually published; without it the office is reminded. */
const PLAN_MONTH = 11;

/**
 * Reads what somebody wrote as a change of the calendar.
 * @throws DomainError CALENDAR_INVALID listing every fault
 */
export function readCalendarChange(fields: ChangeFields): TableChange {
  const reader = new Reader();
  const change = readTableChange(fields, reader);
  if (reader.faults.length === 0 && change) return change;
  const errors = reader.faults.map(({ path, message }) => ({ path: path.replace(/^\$\.?/, ''), message }));
  const list = errors.map(({ path, message }) => `${path}：${message}`).join('\n');
  throw new DomainError('CALENDAR_INVALID', `日历内容有误，没有保存：\n${list}`, { errors });
}

/**
 * Every day of a month, with what it is and why.
 * @param month `YYYY-MM`
 * @throws DomainError NOT_FOUND
 */
export async function explainMonth(dataSource: DataSource, calendarId: number, month: string): Promise<ExplainedDay[]> {
  const rows: { document: CalendarDocument }[] = await dataSource.query('SELECT document FROM calendar WHERE id = $1', [
    calendarId,
  ]);
  if (!rows[0]) throw new DomainError('NOT_FOUND', '没有这个日历');
  const calendar = new WorkCalendar(rows[0].document);
  const [year, ordinal] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  const last: Day = dayOfMonth(year, ordinal, 31);
  return Array.from({ length: Number(last.slice(8)) }, (_, i) =>
    explainDay(calendar, dayOfMonth(year, ordinal, i + 1)),
  );
}

/** The calendar a programme runs by, and what of its deadlines is only provisional. */
export interface ProgrammeCalendar {
  readonly calendarId: number;
  readonly name: string;
  readonly version: number;
  readonly publishedThrough: number;
  readonly layers: readonly {
    readonly layerId: number;
    readonly organization: string;
    readonly name: string;
    readonly notice: string;
  }[];
  readonly provisional: {
    readonly open: number;
    readonly firstDueAt: Instant | null;
    readonly nextYearMissing: boolean;
    readonly banner: string | null;
  };
}

/** @param unitId only what this unit owes is counted; null for all */
export async function readProgrammeCalendar(
  dataSource: DataSource,
  programmeId: number,
  unitId: number | null,
  now: Instant,
): Promise<ProgrammeCalendar> {
  const rows: (Omit<ProgrammeCalendar, 'layers' | 'provisional'> & {
    layerIds: number[];
    open: number;
    first: Date | null;
  })[] = await dataSource.query(
    `SELECT c.id AS "calendarId", c.name, c.version, (c.document->>'publishedThrough')::int AS "publishedThrough",
              c.layer_ids AS "layerIds", d.open, d.first
       FROM programme g JOIN calendar c ON c.id = g.calendar_id CROSS JOIN LATERAL (
         SELECT count(*)::int AS open, min(o.due_at) AS first FROM obligation o JOIN project p ON p.id = o.project_id
         WHERE p.programme_id = g.id AND o.ended_at IS NULL AND o.provisional AND o.state <> 'planned'
           AND ($2::bigint IS NULL OR p.unit_id = $2)) d
       WHERE g.id = $1`,
    [programmeId, unitId],
  );
  if (!rows[0]) throw new DomainError('NOT_FOUND', '没有这个专项');
  const { layerIds, open, first, ...calendar } = rows[0];
  const layers: ProgrammeCalendar['layers'] = await dataSource.query(
    `SELECT l.id AS "layerId", o.name AS organization, l.name, l.notice
     FROM calendar_layer l JOIN organization o ON o.id = l.organization_id
     WHERE l.id = ANY($1::bigint[]) ORDER BY array_position($1::bigint[], l.id)`,
    [layerIds],
  );
  const firstDueAt = instantOrNull(first);
  const today = dayOfInstant(now);
  const coming = Number(today.slice(5, 7)) >= PLAN_MONTH ? yearOf(today) + 1 : yearOf(today);
  const nextYearMissing = calendar.publishedThrough < coming;
  const banner = bannerOf(calendar.publishedThrough, open, firstDueAt, nextYearMissing);
  return { ...calendar, layers, provisional: { open, firstDueAt, nextYearMissing, banner } };
}

function bannerOf(
  publishedThrough: number,
  open: number,
  firstDueAt: Instant | null,
  nextYearMissing: boolean,
): string | null {
  const next = publishedThrough + 1;
  if (open > 0 && firstDueAt !== null) {
    const first = dayInChinese(dayOfInstant(firstDueAt));
    return `有${open}项时限用到${next}年及以后的工作日，为暂定（最早${first}）；${next}年放假安排公布后请导入，时限会重算并通知有关人员`;
  }
  return nextYearMissing ? `${next}年的放假安排还没有导入，公布后请及时导入` : null;
}
