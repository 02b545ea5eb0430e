import { type DataSource, type RulesInForce, readRules, replaceRules, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const document = z.record(z.string(), z.unknown());
const rulesAnswer = z.strictObject({
  revision: z.int().describe('修改时带上，已被他人更改则得到 409'),
  cadences: z.array(document),
  policies: z.array(document).describe('按顺序；第一个用于没有指明规则的频次'),
});
/** What stands inside is judged by the domain's own readers, which name every fault by its path. */
const rulesBody = z
  .strictObject({
    revision: whole(0, Number.MAX_SAFE_INTEGER, '修订号 revision（取自您看到的那一份）'),
    cadences: z.array(z.unknown(), { error: '频次 cadences 应为数组' }).max(100, '最多100个频次').optional(),
    policies: z.array(z.unknown(), { error: '督办规则 policies 应为数组' }).max(50, '最多50个规则').optional(),
  })
  .refine(({ cadences, policies }) => cadences !== undefined || policies !== undefined, {
    error: '请给出要更改的频次 cadences 或督办规则 policies',
    path: ['cadences'],
  });

@ApiTags('supervision')
@Controller('api/programmes/:programmeId/rules')
export class RulesController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('rules.read', { summary: '专项现行的频次和督办规则', answer: rulesAnswer })
  read(@Param('programmeId', { schema: id }) programmeId: number): Promise<RulesInForce> {
    return readRules(this.dataSource.manager, programmeId);
  }

  @Put()
  @Does('rules.replace', { summary: '更改频次（下达前）或督办规则（从下一轮起生效）', answer: rulesAnswer })
  async replace(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: rulesBody }) body: z.infer<typeof rulesBody>,
  ): Promise<RulesInForce> {
    await replaceRules(this.dataSource, who, programmeId, body, this.clock());
    return readRules(this.dataSource.manager, programmeId);
  }
}
