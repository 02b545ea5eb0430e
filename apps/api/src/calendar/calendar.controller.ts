import type { CalendarDocument, DataSource } from '@duban/application';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';
import { Does } from '../rights/does.decorator.js';
import { DATA_SOURCE } from '../tokens.js';

const calendarAnswer = z
  .strictObject({
    calendarId: z.int(),
    name: z.string(),
    version: z.int(),
    reason: z.string().nullable(),
    createdAt: instant,
    document: z
      .looseObject({
        name: z.string(),
        publishedThrough: z.int().describe('节假日安排公布到哪一年；以后的日期为暂定'),
        offDays: z.array(z.string()),
        makeupWorkdays: z.array(z.string()),
      })
      .describe('放假日与调休上班日'),
  })
  .meta({ id: 'Calendar' });
type CalendarAnswer = Omit<z.infer<typeof calendarAnswer>, 'document'> & { document: CalendarDocument };
const listQuery = z.strictObject(paging);

@ApiTags('calendar')
@Controller('api/calendars')
export class CalendarController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get()
  @Does('calendar.list', { summary: '工作日历的各个版本', answer: page(calendarAnswer) })
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<CalendarAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'calendars',
        select: `SELECT id AS "calendarId", name, version, reason, created_at AS "createdAt", document FROM calendar`,
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
}
