// Row 16: a holiday year that is missing, and a holiday that is declared while rounds run.
import { type Cadence, dayOfInstant, WorkCalendar, yearOf } from '@duban/domain';
import { oneRound } from '../../support/seconds.js';
import { type Row, unless } from '../row.js';
import { soon, type World } from '../world.js';

const DAY_MS = 86_400_000;
const PROJECTS = 10;

interface Due {
  readonly id: number;
  readonly due: Date;
  readonly provisional: boolean;
  /** Whether the last row of its history says the due date that it has, and is a move. */
  readonly told: boolean;
}

const duesOf = (world: World, projectIds: readonly number[], cadence: string): Promise<Due[]> =>
  world.record.query(
    `SELECT o.id, o.due_at AS due, o.provisional, h.act = 'move-due' AND h.due_at = o.due_at AS told
     FROM obligation o JOIN LATERAL (
       SELECT * FROM history WHERE obligation_id = o.id AND due_at IS NOT NULL ORDER BY seq DESC LIMIT 1) h ON true
     WHERE o.project_id = ANY($1) AND o.cadence_key = $2 ORDER BY o.id`,
    [projectIds, cadence],
  );

interface ProgrammeCalendar {
  readonly calendarId: number;
  readonly publishedThrough: number;
  readonly banner: string | null;
}

async function calendarOf(world: World, programmeId: number): Promise<ProgrammeCalendar> {
  const path = `/api/programmes/${programmeId}/calendar`;
  const reply = await world.journal.insist({ method: 'GET', path, token: world.tokens.office });
  if (reply?.status !== 200) throw new Error(`no calendar: ${reply?.status} ${reply?.text}`);
  const { calendarId, publishedThrough, provisional } = JSON.parse(reply.text);
  return { calendarId, publishedThrough, banner: provisional.banner };
}

/** Previews and applies over HTTP; under load the preview may be overtaken, then once more. */
async function change(world: World, programmeId: number, body: Readonly<Record<string, unknown>>): Promise<void> {
  let last = '';
  for (let tries = 0; tries < 20; tries++) {
    const { calendarId } = await calendarOf(world, programmeId);
    const path = `/api/calendars/${calendarId}/changes`;
    const wanted = { method: 'POST', token: world.tokens.office };
    const preview = await world.journal.insist({ ...wanted, path: `${path}/preview`, body });
    const token = preview?.body.token;
    const reply = await world.journal.insist({ ...wanted, path, body: { ...body, token } });
    if (reply?.status === 200) return;
    last = `${preview?.status} ${preview?.text.slice(0, 300)} / ${reply?.status} ${reply?.text.slice(0, 300)}`;
    if (reply?.status !== 409) break;
  }
  throw new Error(`the calendar was not changed: ${last}`);
}

/** Does it while the worker is killed. @returns how long until all it set off was done, the worker being back */
async function whileKilled(world: World, work: () => Promise<void>): Promise<number> {
  return world.disturbed(async () => {
    const killing = world.worker.kill();
    await work();
    await killing;
    const began = performance.now();
    await world.worker.ready();
    await world.drain();
    return performance.now() - began;
  });
}

export const calendarRow: Row = {
  number: 16,
  fault: 'the holiday year is missing, or the calendar changes under running rounds',
  how: `${PROJECTS} obligations are due on a workday of the first year without a notice, ${PROJECTS} tomorrow; that year’s notice is imported, then an emergency notice makes the day a holiday; each over HTTP, under load, with the worker killed`,
  holds:
    'provisional and a banner before the import, recomputed and final after it; each move with its history, nothing fires from the old plan',
  boundMs: 30_000,
  own: 'fresh',
  async run(world) {
    const now = soon(0);
    const today = dayOfInstant(now);
    const [national] = await world.record.query(
      'SELECT document FROM calendar WHERE base_id IS NULL ORDER BY version DESC LIMIT 1',
    );
    const table = new WorkCalendar(national.document);
    const missing = table.document.publishedThrough + 1;
    // The tenth of January of the missing year at the earliest, and never today.
    const workdays = Math.max(5, table.workdaysAfter(today, `${missing}-01-10`));
    const far: Cadence = { ...oneRound('far', soon(3), soon(3)), due: { workdayAfter: workdays, at: '17:30' } };
    const near: Cadence = {
      ...oneRound('near', soon(3), now + DAY_MS),
      due: { lastDay: true, roll: 'forward', at: '17:30' },
    };
    const { programmeId, projectIds } = await world.round({ projects: PROJECTS, cadences: [far, near] });
    await world.until(
      'the rounds open',
      async () => (await world.obligations(projectIds)).length === 2 * PROJECTS,
      60_000,
    );
    const [before] = await duesOf(world, projectIds, 'far');
    const banner = (await calendarOf(world, programmeId)).banner;
    const dueDay = dayOfInstant(before?.due.getTime() ?? now);

    const imported = await whileKilled(world, async () => {
      for (let year = missing; year <= yearOf(dueDay); year++) {
        const offDays = year === yearOf(dueDay) ? [dueDay] : [`${year}-01-01`];
        const notice = `关于${year}年部分节假日安排的通知`;
        await change(world, programmeId, { kind: 'year', year, reason: '放假安排已公布', notice, offDays });
      }
    });
    const after = await duesOf(world, projectIds, 'far');
    const published = await calendarOf(world, programmeId);

    const [soonest] = await duesOf(world, projectIds, 'near');
    const nearDay = dayOfInstant(soonest?.due.getTime() ?? now);
    const emergency = { kind: 'emergency', notice: '应急通知', reason: '应急放假', offDays: [nearDay] };
    const moved = await whileKilled(world, () => change(world, programmeId, emergency));
    const later = await duesOf(world, projectIds, 'near');

    const allMoved = (rows: readonly Due[], from: Due | undefined): boolean =>
      rows.length === PROJECTS && from !== undefined && rows.every(({ due, told }) => told && due > from.due);
    return {
      recoveredMs: Math.max(imported, moved),
      note: `${missing}: ${dueDay} → ${dayOfInstant(after[0]?.due.getTime() ?? now)}; emergency: ${nearDay} → ${dayOfInstant(later[0]?.due.getTime() ?? now)}`,
      broken: unless({
        'a due date in the missing year is provisional': before?.provisional === true,
        'the banner says so': banner?.includes(`${missing}年放假安排公布后请导入`) ?? false,
        'every deadline of that year moved, with its history': allMoved(after, before),
        'and is provisional no more': after.every(({ provisional }) => !provisional),
        'the year is published and the banner gone': published.publishedThrough >= missing && published.banner === null,
        'every deadline of the emergency moved, with its history': allMoved(later, soonest),
      }),
    };
  },
};
