import { type DataSource, handOver, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, paging } from '../http/paging.js';
import { id, queryId } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { choiceOf, handoverBody, tenureOf } from './organization.bodies.js';
import { type Holdings, holdings, listPersons, type PersonAnswer, personPage, readHoldings } from './person.reads.js';

const personQuery = z.strictObject({
  ...paging,
  name: z
    .string()
    .max(50, '姓名最多50个字')
    .refine((name) => !name.includes('\0'), '姓名里有不能保存的字符')
    .optional()
    .describe('姓名全称'),
  organizationId: queryId('组织编号').optional(),
});
const handoverAnswer = z
  .strictObject({
    posts: z.array(
      z.strictObject({
        postId: z.int(),
        successorId: z.int().nullable(),
        notices: z.int().describe('转给接任人的未读通知数；生效日期在以后的，到时再转'),
      }),
    ),
    remaining: z.int().describe('生效后此人名下还有几个岗位'),
    warnings: z.array(z.string()).describe('移交带来的、须有人马上处理的问题'),
  })
  .meta({ id: 'Handover' });

/** People are told apart by their number: names repeat. */
@ApiTags('organization')
@Controller('api/people')
export class PersonController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('person.list', { summary: '人员及其现任岗位，同名的逐个列出', answer: personPage })
  list(@Query({ schema: personQuery }) query: z.infer<typeof personQuery>): Promise<Page<PersonAnswer>> {
    return listPersons(this.dataSource, query, this.clock());
  }

  @Get(':personId/holdings')
  @Does('person.holdings', {
    summary: '移交前看清：名下的岗位、未办结事项、待审批申请、未读通知',
    answer: holdings,
    clocks: true,
  })
  holdings(@Param('personId', { schema: id }) personId: number): Promise<Holdings> {
    return readHoldings(this.dataSource, personId, this.clock());
  }

  @Post(':personId/handover')
  @Does('person.hand-over', {
    summary: '移交岗位给一位或几位接任人，一次办完，可定以后的生效日期；未读通知转给接任人',
    answer: handoverAnswer,
    clocks: true,
  })
  async handOver(
    @Who() who: SignedIn,
    @Param('personId', { schema: id }) personId: number,
    @Body({ schema: handoverBody }) body: z.infer<typeof handoverBody>,
  ): Promise<z.infer<typeof handoverAnswer>> {
    const now = this.clock();
    const fields = {
      why: body.why,
      from: tenureOf(body, now).from,
      successor: body.successor && (choiceOf(body.successor) ?? undefined),
      posts: body.posts.map(({ postId, version, successor }) => ({
        postId,
        version,
        successor: successor && choiceOf(successor),
      })),
    };
    const { posts, remaining, warnings } = await handOver(this.dataSource, who, personId, fields, now);
    return { posts: [...posts], remaining, warnings: [...warnings] };
  }
}
