import { type DataSource, Rules, retrySetAside, type SignedIn } from '@duban/application';
import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, DONE, done, id, instant } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const setAsideAnswer = z
  .strictObject({
    setAsideId: z.int(),
    programmeId: z.int(),
    programme: z.string(),
    obligationId: z.int().nullable().describe('空：某一期没有能开启'),
    project: z.string().nullable(),
    cadence: z.string(),
    period: z.string(),
    at: instant,
    reason: z.string().describe('推算或写入时的错误'),
  })
  .meta({ id: 'SetAside' });
type SetAsideAnswer = z.infer<typeof setAsideAnswer>;
const listQuery = z.strictObject(paging);
type Row = Omit<SetAsideAnswer, 'at'> & { at: Date };

@ApiTags('round')
@Controller('api/set-aside')
export class SetAsideController {
  private readonly rules = new Rules();

  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('set-aside.list', { summary: '搁置清单：引擎无法推算、已越过的事项和轮次', answer: page(setAsideAnswer) })
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<SetAsideAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'set aside',
        select: `SELECT s.id AS "setAsideId", s.programme_id AS "programmeId", g.title AS programme,
                        s.obligation_id AS "obligationId", p.title AS project, s.cadence_key AS cadence,
                        s.period_key AS period, s.at, s.reason
                 FROM set_aside s JOIN programme g ON g.id = s.programme_id
                 LEFT JOIN obligation o ON o.id = s.obligation_id LEFT JOIN project p ON p.id = o.project_id
                 WHERE s.resolved_at IS NULL`,
        parameters: [],
        sort: [{ by: 'setAsideId', type: 'bigint' }],
      },
      query,
      (row: Row) => ({ ...row, at: at(row.at) }),
    );
  }

  @Post(':setAsideId/retry')
  @Does('set-aside.retry', { summary: '重试：排除原因后，让这个事项或轮次重新推进', answer: done, clocks: true })
  async retry(@Who() who: SignedIn, @Param('setAsideId', { schema: id }) setAsideId: number): Promise<typeof DONE> {
    await retrySetAside(this.dataSource, this.rules, who, setAsideId, this.clock());
    return DONE;
  }
}
