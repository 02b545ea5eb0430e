import { type CalendarOutcome, type DueMove, formatInstant } from '@duban/application';
import { z } from 'zod';
import { day, instant, text, whole } from '../http/schemas.js';

const MOST_DAYS = 400;
/** Most moves that one answer lists; the totals always count all. */
const MOST_LISTED = 2_000;

const dayList = (what: string) => z.array(day(what)).max(MOST_DAYS, `${what}最多${MOST_DAYS}天`).optional();

/** What belongs to which kind is judged by the domain's own reader, which names every fault. */
const changeFields = {
  kind: z
    .enum(['year', 'emergency', 'regional'], { error: '变更种类 kind 应为 year、emergency 或 regional' })
    .describe('year 导入年度通知；emergency 已公布年份内的应急调整；regional 某组织及其下级的地方放假日'),
  reason: text(500, '变更理由 reason'),
  notice: text(200, '通知名称或文号').optional().describe('写进每个受影响时限的算法里'),
  year: whole(1990, 2098, '年份 year').optional(),
  offDays: dayList('放假日 offDays'),
  makeupWorkdays: dayList('调休上班日 makeupWorkdays'),
  file: z
    .looseObject({})
    .optional()
    .describe('年度通知也可按 holiday-cn 的文件格式给出：year、papers、days（name、date、isOffDay）'),
  organizationId: whole(1, Number.MAX_SAFE_INTEGER, '组织编号').optional(),
  name: text(50, '地方放假日的名称').optional(),
};
const EMERGENCY = {
  kind: 'emergency',
  reason: '防汛应急响应，全县统一调整',
  notice: '县政府办公室关于调整作息的通知',
  offDays: ['2026-08-14'],
  makeupWorkdays: ['2026-08-15'],
};
export const previewBody = z.strictObject(changeFields).meta({ example: EMERGENCY });
export const applyBody = z
  .strictObject({
    ...changeFields,
    token: text(100, '预览凭证 token').describe('取自预览；情况有变则得到 409，请重新预览'),
  })
  .meta({ example: { ...EMERGENCY, token: 'n0tARealT0kenOnlyAnExampleOf43Characters_abc' } });

const dueMove = z
  .strictObject({
    obligationId: z.int(),
    programmeId: z.int(),
    projectId: z.int(),
    projectNumber: z.int(),
    projectTitle: z.string(),
    unit: z.string(),
    name: z.string(),
    cadence: z.string(),
    period: z.string(),
    dueBefore: instant,
    dueAfter: instant,
    provisionalBefore: z.boolean(),
    provisionalAfter: z.boolean(),
    arithmeticBefore: z.string().nullable(),
    arithmeticAfter: z.string().nullable(),
  })
  .meta({ id: 'DueMove' });
const openingMove = z
  .strictObject({
    programmeId: z.int(),
    projectId: z.int().nullable().describe('只有回头看指明项目'),
    name: z.string(),
    cadence: z.string(),
    period: z.string(),
    opensBefore: instant.nullable().describe('空：原本在下达之前，不开启'),
    opensAfter: instant.nullable().describe('空：变更后在下达之前，不再开启'),
    dueBefore: instant.nullable(),
    dueAfter: instant.nullable(),
    provisionalBefore: z.boolean(),
    provisionalAfter: z.boolean(),
    arithmetic: z.string().nullable(),
  })
  .meta({ id: 'OpeningMove' });

const passedObligation = z
  .strictObject({
    obligationId: z.int(),
    programmeId: z.int(),
    projectId: z.int(),
    projectTitle: z.string(),
    cadence: z.string(),
    period: z.string(),
    reason: z.string(),
  })
  .meta({ id: 'PassedObligation' });

export const outcomeAnswer = z
  .strictObject({
    changed: z.boolean().describe('false：日历里本来就是这样，什么也不会改'),
    calendarId: z.int().nullable().describe('生效后的全国日历版本；预览时为空'),
    name: z.string(),
    programmes: z.array(z.strictObject({ programmeId: z.int(), title: z.string() })),
    totals: z.strictObject({
      dues: z.int().describe('改变的未办结时限（含只取消暂定的）'),
      moved: z.int().describe('其中日期改变的'),
      openings: z.int(),
      setAside: z.int().describe('读不出或算不出、没有随日历调整而搁置的事项'),
    }),
    dues: z.array(dueMove).describe(`最多列出${MOST_LISTED}条`),
    openings: z.array(openingMove).describe(`最多列出${MOST_LISTED}条`),
    setAside: z
      .array(passedObligation)
      .describe(`时限没有变、已搁置待处理的事项，请按原因修复后在搁置清单里重试；最多列出${MOST_LISTED}条`),
    keptDays: z.array(z.string()).describe('此前应急调整过、这次不改的日期'),
    token: z.string(),
  })
  .meta({ id: 'CalendarOutcome' });
export type OutcomeAnswer = z.infer<typeof outcomeAnswer>;

const shown = (at: number | null): string | null => (at === null ? null : formatInstant(at));

/** What a change does, as answers show it. */
export function outcomeOf(outcome: CalendarOutcome): OutcomeAnswer {
  const { dues, openings, programmes, setAside, keptDays, ...rest } = outcome;
  return {
    ...rest,
    programmes: [...programmes],
    setAside: setAside.slice(0, MOST_LISTED),
    keptDays: [...keptDays],
    totals: {
      dues: dues.length,
      moved: dues.filter(({ dueBefore, dueAfter }) => dueBefore !== dueAfter).length,
      openings: openings.length,
      setAside: setAside.length,
    },
    dues: dues.slice(0, MOST_LISTED).map(
      (due: DueMove): z.infer<typeof dueMove> => ({
        ...due,
        dueBefore: formatInstant(due.dueBefore),
        dueAfter: formatInstant(due.dueAfter),
      }),
    ),
    openings: openings.slice(0, MOST_LISTED).map((opening) => ({
      ...opening,
      opensBefore: shown(opening.opensBefore),
      opensAfter: shown(opening.opensAfter),
      dueBefore: shown(opening.dueBefore),
      dueAfter: shown(opening.dueAfter),
    })),
  };
}
