import {
  checkRehearsal,
  type DataSource,
  DEFAULT_RULES,
  parseInstant,
  type RehearsalParams,
  type SignedIn,
  startJob,
} from '@duban/application';
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { day, id } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { jobStarted } from '../job/job.schema.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const document = z.record(z.string(), z.unknown());
const rehearsalBody = z
  .strictObject({
    from: day('预演的开始日'),
    to: day('预演的结束日'),
    launchAt: z
      .string()
      .refine((value) => parseInstant(value) !== undefined, '下达时间应如 2026-06-25T09:00（北京时间）')
      .optional()
      .describe('假定何时下达；不填为开始日 09:00'),
    behaviour: z.array(document).max(5_000, '行为最多5000条').optional().describe('大家做什么；不填即谁也不做'),
    cadences: z.array(document).max(50, '频次最多50条').optional().describe('换用这些频次；不填用专项现行的'),
    policies: z.array(document).max(50, '督办规则最多50条').optional().describe('换用这些督办规则；不填用专项现行的'),
  })
  .meta({
    example: {
      from: '2026-07-01',
      to: '2026-09-30',
      launchAt: '2026-06-25T09:00',
      behaviour: [{ at: '2026-07-20T10:00', do: 'submit', project: 1, cadence: 'monthly-report', period: '2026-07' }],
      cadences: DEFAULT_RULES.cadences,
      policies: DEFAULT_RULES.policies,
    },
  });

/** 预演: the engine under a virtual clock, in a throwaway schema; the record is not touched. */
@ApiTags('rehearsal')
@Controller('api/programmes')
export class RehearsalController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post(':programmeId/rehearsals')
  @Does('programme.rehearse', {
    summary: '预演一个专项（后台作业），不改动任何数据；结果是逐条事件、末日看板和按期率',
    answer: jobStarted,
    status: 202,
    location: '/api/jobs/{jobId}',
    clocks: true,
  })
  async start(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: rehearsalBody }) body: z.infer<typeof rehearsalBody>,
  ): Promise<z.infer<typeof jobStarted>> {
    const launchAt = body.launchAt === undefined ? undefined : parseInstant(body.launchAt);
    const params: RehearsalParams = { ...body, launchAt };
    await checkRehearsal(this.dataSource, { ...params, programmeId });
    const jobId = await startJob(
      this.dataSource,
      who,
      { kind: 'rehearsal', programmeId, params: { ...params } },
      this.clock(),
    );
    return { jobId };
  }
}
