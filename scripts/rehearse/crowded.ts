import type { RehearsalInput, RehearsalOutput } from '@duban/application';
import { addDays, type Day, dayNumber, dayOfMonth, type WorkCalendar, weekdayOf } from '@duban/domain';
import { type Piece, piecesOf, postsHeld } from './by-person.js';
import { countBy, groupBy } from './group.js';
import { heading, pad, table } from './layout.js';
import { dayWords, weekdayWords } from './words.js';

/** What falls on one day: what opens, what is due, and the notices that go out. */
interface Load {
  opened: number;
  due: number;
  notices: number;
}

const MOST_CROWDED = 10;
const HEAVIEST_PEOPLE = 10;
const MONTHS_SHOWN = 24;
const CELL_WIDTH = 11;

/** Where deadlines pile up, so that an office can spread them: crowded days, month by month, and who is hit hardest. */
export function crowded(output: RehearsalOutput, input: RehearsalInput, calendar: WorkCalendar): string[] {
  const dues = duesOf(output);
  const loads = loadsOf(output, dues);
  const ranked = [...loads].sort(([a, x], [b, y]) => total(y) - total(x) || (a < b ? -1 : 1)).slice(0, MOST_CROWDED);
  return [
    ...heading('五、拥挤的日子（减负参考）'),
    '件数：开启、到期的责任事项和发出的通知，各算一件。',
    '',
    `最拥挤的${ranked.length}天`,
    ...rankedDays(ranked, calendar),
    ...months(loads, new Set(ranked.map(([day]) => day)), calendar),
    ...unitPeaks(dues, input),
    ...personPeaks(piecesOf(output)),
  ];
}

/** The day each obligation falls due at last, as far as it falls into the rehearsal; cancelled ones owe nothing. */
function duesOf(output: RehearsalOutput): { readonly project: number; readonly day: Day }[] {
  const dues = new Map<string, { project: number; day: Day } | null>();
  for (const row of output.board) dues.set(slotKey(row), { project: row.project, day: row.due.slice(0, 10) });
  for (const event of output.events) {
    if (event.kind !== 'opened' && event.kind !== 'moved') continue;
    const cancelled = event.kind === 'moved' && event.to === 'cancelled';
    dues.set(slotKey(event), cancelled ? null : { project: event.project, day: event.due.slice(0, 10) });
  }
  return [...dues.values()].flatMap((due) => (due && due.day >= output.from && due.day <= output.to ? [due] : []));
}

function slotKey({ project, cadence, period }: { project: number; cadence: string; period: string }): string {
  return `${project}|${cadence}|${period}`;
}

function loadsOf(output: RehearsalOutput, dues: readonly { readonly day: Day }[]): Map<Day, Load> {
  const loads = new Map<Day, Load>();
  const add = (day: Day, what: keyof Load): void => {
    const load = loads.get(day) ?? { opened: 0, due: 0, notices: 0 };
    load[what] += 1;
    loads.set(day, load);
  };
  for (const { kind, at } of output.events) {
    if (kind === 'opened') add(at.slice(0, 10), 'opened');
    if (kind === 'notice') add(at.slice(0, 10), 'notices');
  }
  for (const { day } of dues) add(day, 'due');
  return loads;
}

function total({ opened, due, notices }: Load): number {
  return opened + due + notices;
}

function rankedDays(ranked: readonly (readonly [Day, Load])[], calendar: WorkCalendar): string[] {
  return table(
    [
      { title: '日期' },
      { title: '件数', align: 'right' },
      { title: '开启', align: 'right' },
      { title: '到期', align: 'right' },
      { title: '通知', align: 'right' },
    ],
    ranked.map(([day, load]) => [
      `${day.slice(0, 4)}年${dayWords(day)} ${weekdayWords(day, calendar)}`,
      String(total(load)),
      String(load.opened),
      String(load.due),
      String(load.notices),
    ]),
  );
}

/** A grid for each month in which anything falls: the day, `休` or `班`, the load, and a star on the most crowded. */
function months(loads: ReadonlyMap<Day, Load>, most: ReadonlySet<Day>, calendar: WorkCalendar): string[] {
  const all = [...new Set([...loads.keys()].map((day) => day.slice(0, 7)))].sort();
  const shown = all.slice(0, MONTHS_SHOWN);
  const lines = shown.flatMap((month) => [
    '',
    `${month.slice(0, 4)}年${Number(month.slice(5))}月`,
    `  ${['一', '二', '三', '四', '五', '六', '日'].map((name) => pad(`周${name}`, CELL_WIDTH)).join('')}`.trimEnd(),
    ...weeks(month).map((week) =>
      `  ${week.map((day) => pad(day ? cell(day, loads, most, calendar) : '', CELL_WIDTH)).join('')}`.trimEnd(),
    ),
  ]);
  if (all.length > shown.length) lines.push('', `（后面还有${all.length - shown.length}个月，不再列出）`);
  if (shown.length === 0) return lines;
  return ['', '逐月一览（日期后是当天件数，*为最拥挤的日子，休为法定放假，班为调休上班）', ...lines];
}

/** The weeks of a month, Monday first; null where a day belongs to another month. */
function weeks(month: string): (Day | null)[][] {
  const first = `${month}-01`;
  const last = dayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)), 31);
  const rows: (Day | null)[][] = [];
  for (let monday = addDays(first, 1 - weekdayOf(dayNumber(first))); monday <= last; monday = addDays(monday, 7)) {
    rows.push(
      [0, 1, 2, 3, 4, 5, 6]
        .map((offset) => addDays(monday, offset))
        .map((day) => (day < first || day > last ? null : day)),
    );
  }
  return rows;
}

function cell(day: Day, loads: ReadonlyMap<Day, Load>, most: ReadonlySet<Day>, calendar: WorkCalendar): string {
  const weekend = weekdayOf(dayNumber(day)) > 5;
  const works = calendar.isWorkday(day);
  const mark = works && weekend ? '班' : !works && !weekend ? '休' : '';
  const load = loads.get(day);
  const date = pad(`${Number(day.slice(8))}${mark}`, 5);
  return load ? `${date}${total(load)}${most.has(day) ? '*' : ''}` : date;
}

function unitPeaks(dues: readonly { readonly project: number; readonly day: Day }[], input: RehearsalInput): string[] {
  const unitOf = new Map(input.ledger.items.map(({ number, responsibleUnit }) => [number, responsibleUnit ?? '']));
  const units = [...groupBy(dues, ({ project }) => unitOf.get(project) ?? '')];
  if (units.length === 0) return [];
  const rows = units.map(([unit, own]) => [unit, String(own.length), ...peak(own)]);
  return [
    '',
    '各责任单位要交的件数',
    ...table(
      [
        { title: '责任单位' },
        { title: '到期件数', align: 'right' },
        { title: '最集中的一天' },
        { title: '当天到期', align: 'right' },
      ],
      rows.sort((a, b) => Number(b[1]) - Number(a[1])),
    ),
  ];
}

function personPeaks(pieces: readonly Piece[]): string[] {
  const people = [
    ...groupBy(
      pieces.filter(({ name }) => name !== null),
      ({ name }) => name ?? '',
    ),
  ];
  if (people.length === 0) return [];
  const rows = people.map(([name, own]) => [name, String(own.length), ...peak(own), postsHeld(own)]);
  rows.sort((a, b) => Number(b[3]) - Number(a[3]) || Number(b[1]) - Number(a[1]));
  const title =
    people.length > HEAVIEST_PEOPLE ? `一天收到最多的${HEAVIEST_PEOPLE}人（共${people.length}人）` : '一天收到最多的人';
  return [
    '',
    title,
    ...table(
      [
        { title: '姓名' },
        { title: '共收', align: 'right' },
        { title: '最多的一天' },
        { title: '当天', align: 'right' },
        { title: '岗位' },
      ],
      rows.slice(0, HEAVIEST_PEOPLE),
    ),
  ];
}

/** The day with the most, the earliest of several, and how many. */
function peak(items: readonly { readonly day: Day }[]): [day: string, count: string] {
  const counts = [...countBy(items, ({ day }) => day)];
  const [day, count] = counts.reduce((best, next) =>
    next[1] > best[1] || (next[1] === best[1] && next[0] < best[0]) ? next : best,
  );
  return [`${day.slice(0, 4)}年${dayWords(day)}`, String(count)];
}
