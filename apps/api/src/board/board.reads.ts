import {
  type BoardRow,
  boardRows,
  type DataSource,
  dayOfInstant,
  formatInstant,
  type LightCount,
  lightCounts,
  programmeCalendar,
  type RateRow,
  rateRows,
  WorkCalendar,
} from '@duban/application';
import { z } from 'zod';
import { type Paging, page, pageOf, readCursor, type SortKey } from '../http/paging.js';
import { instant } from '../http/schemas.js';
import { LIGHTS } from '../obligation/obligation.reads.js';

const lightSums = z
  .strictObject({
    red: z.int(),
    yellow: z.int(),
    green: z.int(),
    blue: z.int(),
    grey: z.int(),
  })
  .meta({ id: 'LightCounts' });
type LightCounts = z.infer<typeof lightSums>;

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
  lights: lightSums,
  byUnit: z.array(z.strictObject({ unitId: z.int(), unit: z.string(), lights: lightSums })),
  byLeader: z.array(z.strictObject({ personId: z.int().nullable(), leader: z.string().nullable(), lights: lightSums })),
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

/** The board at an instant: every figure follows from due, state and that instant, with or without running clocks. */
export async function readBoard(dataSource: DataSource, ask: BoardAsk): Promise<BoardAnswer> {
  const { programmeId, at, past, unitId } = ask;
  const list = `board of ${programmeId}`;
  const board = { programmeId, at, past, unitId };
  const [counts, rates, rows, calendar] = await Promise.all([
    lightCounts(dataSource.manager, board),
    rateRows(dataSource.manager, board),
    boardRows(
      dataSource.manager,
      { ...board, light: ask.light },
      { after: afterOf(readCursor(list, SORT, ask.paging)), limit: ask.paging.limit + 1 },
    ),
    programmeCalendar(dataSource, programmeId),
  ]);
  return {
    programmeId,
    asOf: formatInstant(at),
    lights: countLights(counts),
    byUnit: grouped(counts, ({ unitId: id }) => id).map(([{ unitId: id, unit }, group]) => ({
      unitId: id,
      unit,
      lights: countLights(group),
    })),
    byLeader: grouped(counts, ({ leaderId }) => leaderId).map(([{ leaderId, leader }, group]) => ({
      personId: leaderId,
      leader,
      lights: countLights(group),
    })),
    rates: rates.map(rateAnswer),
    obligations: pageOf(rows, ask.paging, list, keysOf, (row) => itemOf(row, at, calendar)),
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

/** The keys of a cursor, whose types `readCursor` has checked. */
function afterOf(keys: readonly (string | number)[] | undefined): [number, string, string] | undefined {
  const [project, cadence, period] = keys ?? [];
  return project === undefined ? undefined : [Number(project), String(cadence), String(period)];
}

function countLights(counts: readonly LightCount[]): LightCounts {
  const sums: LightCounts = { red: 0, yellow: 0, green: 0, blue: 0, grey: 0 };
  for (const { light, count } of counts) sums[light] += count;
  return sums;
}

/** Groups, those with most overdue first; among equals by their first project. */
function grouped(
  counts: readonly LightCount[],
  key: (count: LightCount) => number | null,
): [LightCount, LightCount[]][] {
  const groups = new Map<number | null, [LightCount, LightCount[]]>();
  for (const count of [...counts].sort((a, b) => a.first - b.first)) {
    const group = groups.get(key(count));
    if (group) group[1].push(count);
    else groups.set(key(count), [count, [count]]);
  }
  const red = ([, group]: [LightCount, LightCount[]]) => countLights(group).red;
  return [...groups.values()].sort((a, b) => red(b) - red(a));
}
