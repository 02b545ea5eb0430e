import { type DataSource, decideEffect, type SignedIn } from '@duban/application';
import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, DONE, done, id, instant } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const effectAnswer = z
  .strictObject({
    effectId: z.int(),
    kind: z.string().describe('deliver-notices：送达通知'),
    person: z.string().nullable().describe('收件人'),
    title: z.string().nullable().describe('其中第一条通知'),
    notices: z.int(),
    attempts: z.int(),
    createdAt: instant,
    deadAt: instant.nullable(),
    reason: z.string(),
  })
  .meta({ id: 'DeadEffect' });
type EffectAnswer = z.infer<typeof effectAnswer>;
type Row = Omit<EffectAnswer, 'createdAt' | 'deadAt' | 'reason'> & {
  createdAt: Date;
  deadAt: Date | null;
  error: string | null;
};
const listQuery = z.strictObject(paging);

@ApiTags('notice')
@Controller('api/dead-effects')
export class EffectController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('effect.list', { summary: '多次执行失败、已停下的待办效果', answer: page(effectAnswer) })
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<EffectAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'dead effects',
        select: `SELECT e.id AS "effectId", e.kind, n.person, n.title, n.notices, e.attempts,
                        e.created_at AS "createdAt", e.done_at AS "deadAt", e.last_error AS error
                 FROM effect e CROSS JOIN LATERAL (
                   SELECT (array_agg(n.title ORDER BY n.seq))[1] AS title, count(*)::int AS notices,
                          min(n.person_name) AS person
                   FROM notice n WHERE n.effect_id = e.id) n
                 WHERE e.state = 'dead'`,
        parameters: [],
        sort: [{ by: 'effectId', type: 'bigint' }],
      },
      query,
      ({ error, ...row }: Row) => ({
        ...row,
        createdAt: at(row.createdAt),
        deadAt: at(row.deadAt),
        reason: `已执行${row.attempts}次，没有成功：${error ?? '原因不明'}`,
      }),
    );
  }

  @Post(':effectId/retry')
  @Does('effect.retry', { summary: '重试：排除原因后再执行', answer: done, clocks: true })
  async retry(@Who() who: SignedIn, @Param('effectId', { schema: id }) effectId: number): Promise<typeof DONE> {
    await decideEffect(this.dataSource, who, effectId, 'retry', this.clock());
    return DONE;
  }

  @Post(':effectId/give-up')
  @Does('effect.give-up', { summary: '放弃：不再执行', answer: done })
  async giveUp(@Who() who: SignedIn, @Param('effectId', { schema: id }) effectId: number): Promise<typeof DONE> {
    await decideEffect(this.dataSource, who, effectId, 'give-up', this.clock());
    return DONE;
  }
}
