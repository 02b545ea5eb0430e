import { type DataSource, DomainError, type SignedIn } from '@duban/application';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { paging } from '../http/paging.js';
import { id, queryId, queryInstant } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { LIGHTS } from '../obligation/obligation.reads.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { type BoardAnswer, boardAnswer, readBoard } from './board.reads.js';

const boardQuery = z.strictObject({
  ...paging,
  asOf: queryInstant('截止时间 asOf').optional().describe('任一过去的时刻；缺省为现在'),
  unitId: queryId('单位编号').optional(),
  light: z.enum(LIGHTS, { error: `亮灯应为 ${LIGHTS.join('、')} 之一` }).optional(),
});

@ApiTags('board')
@Controller('api/programmes/:programmeId/board')
export class BoardController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('board.read', { summary: '督办看板：亮灯、逾期、按期率；可看任一过去时刻', answer: boardAnswer, clocks: true })
  read(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Query({ schema: boardQuery }) query: z.infer<typeof boardQuery>,
  ): Promise<BoardAnswer> {
    const now = this.clock();
    if (query.asOf !== undefined && query.asOf > now) {
      const message = '截止时间 asOf 不能晚于现在；想看将来请用预演';
      throw new DomainError('INVALID', message, { errors: [{ path: 'asOf', message }] });
    }
    const scope = listScope(who, 'board.read');
    // Narrowed to another unit than one's own, there is nothing to see.
    const unitId = scope !== null && query.unitId !== undefined && query.unitId !== scope ? 0 : (scope ?? query.unitId);
    return readBoard(this.dataSource, {
      programmeId,
      at: query.asOf ?? now,
      past: query.asOf !== undefined,
      unitId,
      light: query.light,
      paging: query,
    });
  }
}
