import {
  type DataSource,
  formatInstant,
  type ProgrammeCalendar,
  readProgrammeCalendar,
  type SignedIn,
} from '@duban/application';
import { Controller, Get, Inject, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id, instant } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const answer = z
  .strictObject({
    calendarId: z.int(),
    name: z.string(),
    version: z.int(),
    publishedThrough: z.int(),
    layers: z.array(
      z.strictObject({ layerId: z.int(), organization: z.string(), name: z.string(), notice: z.string() }),
    ),
    provisional: z
      .strictObject({
        open: z.int().describe('未办结、时限为暂定的事项（此账号看得到的）'),
        firstDueAt: instant.nullable().describe('其中最早的时限'),
        nextYearMissing: z.boolean().describe('下一年的放假安排还没有导入'),
        banner: z.string().nullable().describe('给用户看的提示；没有暂定的时限为空'),
      })
      .describe('暂定提示'),
  })
  .meta({ id: 'ProgrammeCalendar' });
type Answer = z.infer<typeof answer>;

@ApiTags('calendar')
@Controller('api/programmes/:programmeId/calendar')
export class ProgrammeCalendarController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('calendar.programme', { summary: '专项现用的工作日历和暂定提示', answer })
  async read(@Who() who: SignedIn, @Param('programmeId', { schema: id }) programmeId: number): Promise<Answer> {
    const unitId = listScope(who, 'calendar.programme');
    const found: ProgrammeCalendar = await readProgrammeCalendar(this.dataSource, programmeId, unitId, this.clock());
    const { firstDueAt, ...provisional } = found.provisional;
    return {
      ...found,
      layers: [...found.layers],
      provisional: { ...provisional, firstDueAt: firstDueAt === null ? null : formatInstant(firstDueAt) },
    };
  }
}
