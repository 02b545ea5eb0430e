import {
  checkTrial,
  type DataSource,
  DEFAULT_RULES,
  type RulesInForce,
  type RulesTrialParams,
  readRules,
  replaceRules,
  type SignedIn,
  startJob,
} from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Config } from '../config/config.js';
import { day, id, text, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { jobStarted } from '../job/job.schema.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, CONFIG, DATA_SOURCE } from '../tokens.js';

const document = z.record(z.string(), z.unknown());
const rulesAnswer = z.strictObject({
  revision: z.int().describe('修改时带上，已被他人更改则得到 409'),
  cadences: z.array(document),
  policies: z.array(document).describe('按顺序；第一个用于没有指明规则的频次'),
});
/** What stands inside is judged by the domain's own readers, which name every fault by its path. */
const newRules = {
  revision: whole(0, Number.MAX_SAFE_INTEGER, '修订号 revision（取自您看到的那一份）'),
  cadences: z
    .array(z.unknown(), { error: '频次 cadences 应为数组' })
    .max(100, '最多100个频次')
    .optional()
    .meta({ example: DEFAULT_RULES.cadences }),
  policies: z
    .array(z.unknown(), { error: '督办规则 policies 应为数组' })
    .max(50, '最多50个规则')
    .optional()
    .meta({ example: DEFAULT_RULES.policies }),
};
const SOMETHING = {
  error: '请给出要更改的频次 cadences 或督办规则 policies',
  path: ['cadences'],
};
const somethingNew = (body: { cadences?: unknown; policies?: unknown }): boolean =>
  body.cadences !== undefined || body.policies !== undefined;
const rulesBody = z
  .strictObject({ ...newRules, reason: text(500, '变更理由').optional().meta({ example: '县委要求改为两周一提醒' }) })
  .refine(somethingNew, SOMETHING);
const previewBody = z
  .strictObject({ ...newRules, to: day('比较到哪一天').describe('从现在起最多400天') })
  .refine(somethingNew, SOMETHING);

@ApiTags('supervision')
@Controller('api/programmes/:programmeId/rules')
export class RulesController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Get()
  @Does('rules.read', { summary: '专项现行的频次和督办规则', answer: rulesAnswer })
  read(@Param('programmeId', { schema: id }) programmeId: number): Promise<RulesInForce> {
    return readRules(this.dataSource.manager, programmeId);
  }

  @Put()
  @Does('rules.replace', { summary: '更改频次或督办规则：已开启的轮次不变，以后开启的按新的', answer: rulesAnswer })
  async replace(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: rulesBody }) body: z.infer<typeof rulesBody>,
  ): Promise<RulesInForce> {
    await replaceRules(this.dataSource, who, programmeId, body, this.clock(), this.config.graceMs);
    return readRules(this.dataSource.manager, programmeId);
  }

  @Post('preview')
  @Does('rules.preview', {
    summary: '预览新规则（后台作业）：从现在起按现行和新规则各预演一遍，多发、少发、提前、推迟了什么；不改动任何数据',
    answer: jobStarted,
    status: 202,
    location: '/api/jobs/{jobId}',
    clocks: true,
  })
  async preview(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: previewBody }) body: z.infer<typeof previewBody>,
  ): Promise<z.infer<typeof jobStarted>> {
    const now = this.clock();
    await checkTrial(this.dataSource, { ...body, programmeId }, now);
    const params: RulesTrialParams = body;
    const job = { kind: 'rules-difference', programmeId, params: { ...params } } as const;
    return { jobId: await startJob(this.dataSource, who, job, now) };
  }
}
