// A county whose calendar changes: monthly reports due on the last workday, the ladder of the engine's tests.
import { type CalendarOutcome, VirtualClock } from '@duban/application';
import { type Cadence, formatInstant, type NoticeDay, type TableChange } from '@duban/domain';
import { at, County, type CountyOptions, LADDER, OFFICE } from '../round/county.js';

export const LAST_WORKDAY: Cadence = {
  key: 'm',
  name: '月报',
  direction: 'up',
  every: 'month',
  profile: 'report',
  opens: { firstDay: true, roll: 'forward', at: '09:00' },
  due: { workday: -1, at: '17:30' },
};

export const open = (options: CountyOptions = {}): Promise<County> =>
  County.open({
    launchAt: '2026-12-01T08:00',
    ...options,
    rules: { cadences: [LAST_WORKDAY], policies: [LADDER], ...options.rules },
  });

const days = (list: readonly string[], off: boolean): NoticeDay[] => list.map((day) => ({ day, off }));

/** A year's notice with these days off and these weekend days worked. */
export const year = (off: readonly string[], makeup: readonly string[] = [], of = 2027): TableChange => ({
  kind: 'year',
  year: of,
  notice: `关于${of}年部分节假日安排的通知`,
  days: [...days(off, true), ...days(makeup, false)].sort((a, b) => (a.day < b.day ? -1 : 1)),
});

export const emergency = (off: readonly string[], worked: readonly string[] = []): TableChange => ({
  kind: 'emergency',
  notice: '关于延长假期的通知',
  days: [...days(off, true), ...days(worked, false)],
});

export async function national(county: County): Promise<number> {
  const [row]: { id: number }[] = await county.dataSource.query(
    'SELECT id FROM calendar WHERE base_id IS NULL ORDER BY version DESC LIMIT 1',
  );
  return row?.id ?? 0;
}

/** Previews a change and makes it; the two outcomes. */
export async function change(
  county: County,
  table: TableChange,
  now: string,
  calendarId?: number,
): Promise<{ preview: CalendarOutcome; applied: CalendarOutcome }> {
  const request = { calendarId: calendarId ?? (await national(county)), change: table, reason: '按通知调整' };
  const preview = await county.use.calendars.preview(request, at(now));
  const applied = await county.use.calendars.apply(OFFICE, request, preview.token, at(now));
  return { preview, applied };
}

/** `1/2027-01 01-29→01-31` for each deadline of an outcome. */
export const moves = ({ dues }: CalendarOutcome): string[] =>
  dues.map(
    (due) =>
      `${due.projectNumber}/${due.period} ${shortly(due.dueBefore)}→${shortly(due.dueAfter)}${due.provisionalAfter ? '?' : ''}`,
  );

export const shortly = (instant: number): string => formatInstant(instant).slice(5, 10);

/** Lets the engine live through a stretch of time, from one wake to the next. */
export async function live(county: County, from: string, to: string): Promise<void> {
  const clock = new VirtualClock(county.dataSource, county.use.engine);
  clock.watch(county.programmeId, at(from));
  for (const clockId of await county.clocks()) {
    await county.dataSource.query('INSERT INTO poke (clock_id, created_at) VALUES ($1, now())', [clockId]);
  }
  await clock.hearPokes(at(from));
  for (let now = clock.nextWake(); now <= at(to); now = clock.nextWake()) await clock.advance(Math.max(now, at(from)));
}

/** What was said since an instant: when, the rung, to whom, under which due revision. */
export async function said(county: County, since: string): Promise<string[]> {
  const rows: { at: Date; rung: string; post: string; revision: number; late: boolean }[] =
    await county.dataSource.query(
      `SELECT at, rung_key AS rung, post, due_revision AS revision, late FROM notice WHERE at >= $1 ORDER BY seq`,
      [new Date(at(since))],
    );
  return rows.map(
    ({ at: when, rung, post, revision, late }) =>
      `${formatInstant(when.getTime()).slice(5, 16)} ${rung} ${post} r${revision}${late ? ' late' : ''}`,
  );
}
