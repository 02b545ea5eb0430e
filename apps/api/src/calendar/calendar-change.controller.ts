import { CalendarCommands, type CalendarRequest, readCalendarChange, type SignedIn } from '@duban/application';
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { id } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock } from '../tokens.js';
import { applyBody, type OutcomeAnswer, outcomeAnswer, outcomeOf, previewBody } from './calendar.schemas.js';

@ApiTags('calendar')
@Controller('api/calendars/:calendarId/changes')
export class CalendarChangeController {
  constructor(
    @Inject(CalendarCommands) private readonly calendars: CalendarCommands,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('preview')
  @Does('calendar.preview', {
    summary: '预览日历变更：哪些未办结时限、哪些待开启的轮次会变，不写入',
    answer: outcomeAnswer,
    unkeyed: '预览不写入，再问一次没有后果',
  })
  async preview(
    @Param('calendarId', { schema: id }) calendarId: number,
    @Body({ schema: previewBody }) body: z.infer<typeof previewBody>,
  ): Promise<OutcomeAnswer> {
    return outcomeOf(await this.calendars.preview(requestOf(calendarId, body), this.clock()));
  }

  @Post()
  @Does('calendar.change', {
    summary: '变更日历（带预览凭证）：新版本生效，时限按各自规则重算并通知有关人员',
    answer: outcomeAnswer,
    clocks: true,
  })
  async change(
    @Who() who: SignedIn,
    @Param('calendarId', { schema: id }) calendarId: number,
    @Body({ schema: applyBody }) { token, ...body }: z.infer<typeof applyBody>,
  ): Promise<OutcomeAnswer> {
    return outcomeOf(await this.calendars.apply(who, requestOf(calendarId, body), token, this.clock()));
  }
}

function requestOf(calendarId: number, { reason, ...fields }: z.infer<typeof previewBody>): CalendarRequest {
  return { calendarId, reason, change: readCalendarChange(fields) };
}
