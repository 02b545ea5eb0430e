import {
  type BoardRow,
  boardRows,
  type DataSource,
  dayOfInstant,
  formatInstant,
  holdersOf,
  programmeCalendar,
  type RateRow,
  rateRows,
  WorkCalendar,
} from '@duban/application';
import { z } from 'zod';
import { type Paging, page, pageOf, readCursor, type SortKey } from '../http/paging.js';
import { instant } from '../http/schemas.js';
import { LIGHTS } from '../obligation/obligation.reads.js';

const lightCounts = z
  .strictObject({
    red: z.int(),
    yellow: z.int(),
    green: z.int(),
    blue: z.int(),
    grey: z.int(),
  })
  .meta({ id: 'LightCounts' });
type LightCounts = z.infer<typeof lightCounts>;

const boardItem = z
  .strictObject({
    obligationId: z.int(),
    projectId: z.int(),
    project: z.int().describe('项目序号'),
    projectTitle: z.string(),
    unitId: z.int(),
    unit: z.string(),
    cadence: z.string(),
    period: z.string(),
    state: z.string(),
    dueAt: instant,
    originalDueAt: instant,
    light: z.enum(LIGHTS),
    overdueWorkdays: z.int(),
  })
  .meta({ id: 'BoardItem' });

export const boardAnswer = z.strictObject({
  programmeId: z.int(),
  asOf: instant,
  lights: lightCounts,
  byUnit: z.array(z.strictObject({ unitId: z.int(), unit: z.string(), lights: lightCounts })),
  byLeader: z.array(
    z.strictObject({ personId: z.int().nullable(), leader: z.string().nullable(), lights: lightCounts }),
  ),
  rates: z
    .array(
      z.strictObject({
        unitId: z.int(),
        unit: z.string(),
        due: z.int().describe('应办结：到截止时已到期的，不论办没办'),
        onTime: z.int(),
        onTimeOriginal: z.int(),
        rate: z.string().describe('按期率，对现时限；没有应办的为 —'),
        rateOriginal: z.string().describe('按期率，对原时限'),
      }),
    )
    .describe('整改环节不计；已撤销、已中止不计'),
  obligations: page(boardItem),
});
export type BoardAnswer = z.infer<typeof boardAnswer>;

export interface BoardAsk {
  readonly programmeId: number;
  readonly at: number;
  /** The instant is a past one: the history is read instead of the present rows. */
  readonly past: boolean;
  readonly unitId: number | undefined;
  readonly light: (typeof LIGHTS)[number] | undefined;
  /** Of the list of obligations; with the filters of the request. */
  readonly paging: Paging;
}

/** The order in which the board's rows come: by code point, as in SQL's collation "C". */
const SORT: readonly SortKey[] = [
  { by: 'project', type: 'bigint' },
  { by: 'cadence', type: 'text' },
  { by: 'period', type: 'text' },
];
const keysOf = ({ project, cadence, period }: BoardRow) => [project, cadence, period] as const;

/** The rows of one page of the board, and one more. All are at hand, for they have been counted. */
function rowsOfPage(rows: readonly BoardRow[], name: string, paging: Paging): readonly BoardRow[] {
  const after = readCursor(name, SORT, paging);
  const [project, cadence, period] = after ?? [];
  const isAfter = (row: BoardRow): boolean =>
    row.project - Number(project) > 0 ||
    (row.project === project && (byCodePoint(row.cadence, cadence) || byCodePoint(row.period, period)) > 0);
  const begin = after ? rows.findIndex(isAfter) : 0;
  return begin === -1 ? [] : rows.slice(begin, begin + paging.limit + 1);
}

const byCodePoint = (a: string, b: unknown): number => Buffer.compare(Buffer.from(a), Buffer.from(String(b)));

/** The board at an instant: every figure follows from due, state and that instant, with or without running clocks. */
export async function readBoard(dataSource: DataSource, ask: BoardAsk): Promise<BoardAnswer> {
  const { programmeId, at, past, unitId } = ask;
  const list = `board of ${programmeId}`;
  const [rows, rates, calendar] = await Promise.all([
    boardRows(dataSource.manager, { programmeId, at, past, unitId }),
    rateRows(dataSource.manager, { programmeId, at, past, unitId }),
    programmeCalendar(dataSource, programmeId),
  ]);
  const projectIds = [...new Set(rows.map(({ projectId }) => projectId))];
  const holders = await holdersOf(dataSource.manager, projectIds, at);
  const leaderOf = (row: BoardRow) => holders.get(`${row.projectId}/lead-leader`);
  const shown = ask.light === undefined ? rows : rows.filter(({ light }) => light === ask.light);
  return {
    programmeId,
    asOf: formatInstant(at),
    lights: countLights(rows),
    byUnit: grouped(rows, ({ unitId: id }) => id).map(([row, group]) => ({
      unitId: row.unitId,
      unit: row.unit,
      lights: countLights(group),
    })),
    byLeader: grouped(rows, (row) => leaderOf(row)?.personId ?? null).map(([row, group]) => ({
      personId: leaderOf(row)?.personId ?? null,
      leader: leaderOf(row)?.name ?? null,
      lights: countLights(group),
    })),
    rates: rates.map(rateAnswer),
    obligations: pageOf(rowsOfPage(shown, list, ask.paging), ask.paging, list, keysOf, (row) =>
      itemOf(row, at, calendar),
    ),
  };
}

function itemOf({ due, originalDue, ...row }: BoardRow, at: number, calendar: WorkCalendar): z.infer<typeof boardItem> {
  return {
    ...row,
    dueAt: formatInstant(due),
    originalDueAt: formatInstant(originalDue),
    overdueWorkdays: row.light === 'red' ? calendar.workdaysAfter(dayOfInstant(due), dayOfInstant(at)) : 0,
  };
}

const rateAnswer = ({ unitId, unit, due, onTime, onTimeOriginal, rate, rateOriginal }: RateRow) => ({
  unitId,
  unit,
  due,
  onTime,
  onTimeOriginal,
  rate,
  rateOriginal,
});

function countLights(rows: readonly BoardRow[]): LightCounts {
  const counts: LightCounts = { red: 0, yellow: 0, green: 0, blue: 0, grey: 0 };
  for (const { light } of rows) counts[light] += 1;
  return counts;
}

/** Groups with their first row, those with most overdue first. */
function grouped(rows: readonly BoardRow[], key: (row: BoardRow) => number | null): [BoardRow, BoardRow[]][] {
  const groups = new Map<number | null, [BoardRow, BoardRow[]]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group[1].push(row);
    else groups.set(key(row), [row, [row]]);
  }
  const red = ([, group]: [BoardRow, BoardRow[]]) => group.filter(({ light }) => light === 'red').length;
  return [...groups.values()].sort((a, b) => red(b) - red(a));
}
