import { type CalendarDocument, type DataSource, type ExplainedDay, explainMonth } from '@duban/application';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, id, instant } from '../http/schemas.js';
import { Does } from '../rights/does.decorator.js';
import { DATA_SOURCE } from '../tokens.js';

const calendarAnswer = z
  .strictObject({
    calendarId: z.int(),
    name: z.string(),
    version: z.int(),
    baseId: z.int().nullable().describe('由哪个全国版本加上地方放假日而成；全国日历为空'),
    layerIds: z.array(z.int()).describe('其中的地方放假日，见 /api/calendar-layers'),
    reason: z.string().nullable(),
    madeBy: z.string().nullable(),
    createdAt: instant,
    document: z
      .looseObject({
        name: z.string(),
        publishedThrough: z.int().describe('节假日安排公布到哪一年；以后的日期为暂定'),
        offDays: z.array(z.string()),
        makeupWorkdays: z.array(z.string()),
      })
      .describe('放假日与调休上班日；notes 记每天由哪个通知规定'),
  })
  .meta({ id: 'Calendar' });
type CalendarAnswer = Omit<z.infer<typeof calendarAnswer>, 'document'> & { document: CalendarDocument };
const layerAnswer = z
  .strictObject({
    layerId: z.int(),
    organizationId: z.int(),
    organization: z.string(),
    version: z.int().describe('同一组织以最大的版本为准'),
    name: z.string(),
    notice: z.string(),
    days: z.array(z.looseObject({ day: z.string(), off: z.boolean().describe('true 放假，false 上班') })),
    reason: z.string(),
    madeBy: z.string().nullable(),
    createdAt: instant,
  })
  .meta({ id: 'CalendarLayer' });
type LayerAnswer = z.infer<typeof layerAnswer>;
const dayAnswer = z
  .strictObject({
    day: z.string(),
    weekday: z.int().describe('1 为周一，7 为周日'),
    works: z.boolean(),
    kind: z.enum(['workday', 'weekend', 'off', 'makeup']).describe('makeup 为调休上班'),
    name: z.string().nullable(),
    notice: z.string().nullable().describe('由哪个通知规定；平常的日子为空'),
    provisional: z.boolean().describe('当年放假安排尚未公布，按周一至周五暂定'),
  })
  .meta({ id: 'CalendarDay' });
const monthAnswer = z.strictObject({ calendarId: z.int(), month: z.string(), days: z.array(dayAnswer) });
type MonthAnswer = Omit<z.infer<typeof monthAnswer>, 'days'> & { days: ExplainedDay[] };
const listQuery = z.strictObject(paging);
const monthQuery = z.strictObject({
  month: z
    .string({ error: '请填写月份 month，格式为 YYYY-MM' })
    .regex(/^20\d{2}-(0[1-9]|1[0-2])$/, '月份 month 应为 YYYY-MM，例如 2027-02')
    .meta({ example: '2027-02' }),
});

@ApiTags('calendar')
@Controller('api')
export class CalendarController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get('calendars')
  @Does('calendar.list', { summary: '工作日历的各个版本', answer: page(calendarAnswer) })
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<CalendarAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'calendars',
        select: `SELECT c.id AS "calendarId", c.name, c.version, c.base_id AS "baseId", c.layer_ids AS "layerIds", c.reason,
                        p.name AS "madeBy", c.created_at AS "createdAt", c.document
                 FROM calendar c LEFT JOIN person p ON p.id = c.made_by`,
        parameters: [],
        sort: [
          { by: 'name', type: 'text' },
          { by: 'version', type: 'bigint', descending: true },
        ],
      },
      query,
      (row: Omit<CalendarAnswer, 'createdAt'> & { createdAt: Date }) => ({ ...row, createdAt: at(row.createdAt) }),
    );
  }

  @Get('calendars/:calendarId/days')
  @Does('calendar.days', { summary: '一个月里每天上班还是放假，由哪个通知规定', answer: monthAnswer })
  async days(
    @Param('calendarId', { schema: id }) calendarId: number,
    @Query({ schema: monthQuery }) { month }: z.infer<typeof monthQuery>,
  ): Promise<MonthAnswer> {
    return { calendarId, month, days: await explainMonth(this.dataSource, calendarId, month) };
  }

  @Get('calendar-layers')
  @Does('calendar.layers', { summary: '地方放假日的各个版本', answer: page(layerAnswer) })
  async layers(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<LayerAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'calendar layers',
        select: `SELECT l.id AS "layerId", l.organization_id AS "organizationId", o.name AS organization, l.version, l.name,
                        l.notice, l.days, l.reason, p.name AS "madeBy", l.created_at AS "createdAt"
                 FROM calendar_layer l JOIN organization o ON o.id = l.organization_id
                 LEFT JOIN person p ON p.id = l.made_by`,
        parameters: [],
        sort: [
          { by: 'organizationId', type: 'bigint' },
          { by: 'version', type: 'bigint', descending: true },
        ],
      },
      query,
      (row: Omit<LayerAnswer, 'createdAt'> & { createdAt: Date }) => ({ ...row, createdAt: at(row.createdAt) }),
    );
  }
}
