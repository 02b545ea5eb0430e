import { cancelJob, type DataSource, DomainError, type SignedIn } from '@duban/application';
import { Controller, Get, Inject, Param, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { id } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { JOB_SELECT, type JobAnswer, type JobAnswerRow, jobAnswer, jobOf } from './job.schema.js';

const listQuery = z.strictObject(paging);
const cancelAnswer = z.strictObject({
  state: z.enum(['cancelled', 'running']).describe('running：已请求停止，处理到下一步时停下'),
});

/** 后台作业: what an account asked for that takes longer than a request. Only who asked sees it. */
@ApiTags('job')
@Controller('api/jobs')
export class JobController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('job.list', { summary: '自己的后台作业，新的在前', answer: page(jobAnswer), clocks: true })
  async list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<JobAnswer>> {
    const select = `${JOB_SELECT} WHERE j.person_id = $1`;
    const sort = [{ by: 'jobId', type: 'bigint', descending: true }] as const;
    return readPage(this.dataSource, { name: 'jobs', select, parameters: [who.personId], sort }, query, jobOf);
  }

  @Get(':jobId')
  @Does('job.read', { summary: '一个作业的进度和结局', answer: jobAnswer, clocks: true })
  async read(@Param('jobId', { schema: id }) jobId: number): Promise<JobAnswer> {
    const [row]: JobAnswerRow[] = await this.dataSource.query(`${JOB_SELECT} WHERE j.id = $1`, [jobId]);
    if (!row) throw new Error(`job ${jobId} vanished`);
    return jobOf(row);
  }

  @Get(':jobId/result')
  @Does('job.result', { summary: '作业的结果（JSON），形状由作业种类决定：检查结果、导入结果或预演结果' })
  async result(
    @Param('jobId', { schema: id }) jobId: number,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<Buffer> {
    const [row]: { state: string; errorText: string | null; bytes: Buffer | null }[] = await this.dataSource.query(
      `SELECT j.state, j.error_text AS "errorText", r.bytes FROM job j
       LEFT JOIN job_file r ON r.job_id = j.id AND r.role = 'result' WHERE j.id = $1`,
      [jobId],
    );
    if (row?.state !== 'done') {
      const why = row?.state === 'failed' ? `作业没有完成：${row.errorText ?? ''}` : '作业还没有完成，请稍后再取结果';
      throw new DomainError('NO_RESULT', row?.state === 'cancelled' ? '作业已取消，没有结果' : why, {
        state: row?.state ?? null,
      });
    }
    if (row.bytes === null)
      throw new DomainError('NO_RESULT', '结果已过保存期并清理，请重新提交作业', { state: 'done' });
    reply.type('application/json; charset=utf-8');
    return row.bytes;
  }

  @Post(':jobId/cancel')
  @Does('job.cancel', { summary: '取消作业；已经写入的不会撤回（请用撤销导入）', answer: cancelAnswer })
  async cancel(
    @Who() who: SignedIn,
    @Param('jobId', { schema: id }) jobId: number,
  ): Promise<z.infer<typeof cancelAnswer>> {
    return { state: await cancelJob(this.dataSource, who, jobId, this.clock()) };
  }
}
