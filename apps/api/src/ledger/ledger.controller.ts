import { createHash } from 'node:crypto';
import {
  assertWorkbook,
  checkAgainstRecord,
  checkLedger,
  type DataSource,
  dayOfInstant,
  importLedger,
  type SignedIn,
  startJob,
  undoImport,
} from '@duban/application';
import { Controller, Get, Inject, Param, Post, Query, Req } from '@nestjs/common';
import { ApiBody, type ApiBodyOptions, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, id, instant, queryId } from '../http/schemas.js';
import { uploaded } from '../http/upload.js';
import { Who } from '../identity/credentials.js';
import { jobStarted } from '../job/job.schema.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const problemItem = z
  .strictObject({
    severity: z.enum(['error', 'notice']),
    code: z.string(),
    cell: z.string().nullable(),
    message: z.string(),
  })
  .meta({ id: 'LedgerProblem' });
const checkAnswer = z.looseObject({
  title: z.string().nullable(),
  year: z.int().nullable(),
  categories: z.array(z.strictObject({ name: z.string(), count: z.int() })),
  items: z.array(z.looseObject({ number: z.int(), title: z.string().nullable() })),
  problems: z.array(problemItem),
});
const newcomer = z
  .strictObject({
    name: z.string(),
    near: z.array(z.string()).describe('系统里或同一台账里相近的名称，请核对是否写错'),
  })
  .meta({ id: 'LedgerNewcomer', example: { name: '县民正局', near: ['县民政局'] } });
const importAnswer = z.strictObject({
  programmeId: z.int().nullable(),
  title: z.string(),
  year: z.int(),
  added: z.array(z.int()).describe('新增项目的序号'),
  changed: z.array(
    z.strictObject({
      number: z.int(),
      title: z.string(),
      fields: z.array(z.strictObject({ field: z.string(), before: z.unknown(), after: z.unknown() })),
    }),
  ),
  unitMoves: z
    .array(
      z.strictObject({
        number: z.int(),
        title: z.string(),
        before: z.string(),
        after: z.string(),
        obligations: z.int().describe('随项目转给新单位的未办结事项数'),
      }),
    )
    .describe('已下达项目的责任单位变更：未办结事项转给新单位，重新计算提醒和催办，并通知双方'),
  made: z
    .strictObject({
      units: z.array(newcomer),
      people: z.array(newcomer),
      posts: z.array(z.strictObject({ title: z.string(), unit: z.string().nullable().describe('空：县里的岗位') })),
    })
    .describe('系统里没有、导入时会新建的单位、人员和岗位'),
  unchanged: z.int(),
  missing: z.array(z.strictObject({ number: z.int(), title: z.string() })),
  skipped: z.array(z.int()),
  problems: z.array(problemItem),
});
const importRow = z
  .strictObject({
    importId: z.int(),
    programmeId: z.int().nullable().describe('空：导入已撤销，连同它建立的专项'),
    fileName: z.string(),
    sha256: z.string(),
    importedAt: instant,
    importedBy: z.string().nullable(),
    summary: z.record(z.string(), z.unknown()),
    undoneAt: instant.nullable(),
  })
  .meta({ id: 'LedgerImport' });
const undoAnswer = z.strictObject({
  removed: z.int().describe('删去的新增项目数'),
  restored: z.int().describe('恢复原样的项目数'),
  programmeRemoved: z.boolean().describe('专项是这次导入建立的，也一并删去'),
});
const checkQuery = z.strictObject({ sheet: z.string().max(100, '工作表名过长').optional() });
const flag = (what: string) =>
  z
    .enum(['true', 'false'], { error: `${what}应为 true 或 false` })
    .transform((value) => value === 'true')
    .optional();
const importQuery = z.strictObject({
  sheet: z.string().max(100, '工作表名过长').optional(),
  preview: flag('preview').describe('只看会改什么，不写入'),
  skipErrors: flag('skipErrors').describe('跳过有错的行，导入其余'),
});
const jobQuery = z.strictObject({
  do: z
    .enum(['check', 'preview', 'import'], { error: 'do 应为 check（检查）、preview（比较差异）或 import（导入）' })
    .describe('check 检查、preview 比较差异、import 导入'),
  sheet: z.string().max(100, '工作表名过长').optional(),
  skipErrors: flag('skipErrors').describe('跳过有错的行，导入其余'),
});
const listQuery = z.strictObject({ ...paging, programmeId: queryId('专项编号').optional() });

/** The one part of the form: the office's own workbook. */
const FILE_BODY: ApiBodyOptions = {
  schema: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
};

@ApiTags('ledger')
@Controller('api/ledger')
export class LedgerController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('check')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @Does('ledger.check', { summary: '检查台账，不写入', answer: checkAnswer })
  async check(
    @Req() request: FastifyRequest,
    @Query({ schema: checkQuery }) query: z.infer<typeof checkQuery>,
  ): Promise<Awaited<ReturnType<typeof checkLedger>>> {
    const { bytes } = await uploaded(request);
    const now = this.clock();
    const ledger = await checkLedger(bytes, { today: dayOfInstant(now), sheet: query.sheet });
    return checkAgainstRecord(this.dataSource, ledger, now);
  }

  @Post('import')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @Does('ledger.import', { summary: '导入台账；有错则全部不导入，除非 skipErrors', answer: importAnswer, clocks: true })
  async import(
    @Who() who: SignedIn,
    @Req() request: FastifyRequest,
    @Query({ schema: importQuery }) query: z.infer<typeof importQuery>,
  ): Promise<object> {
    const { bytes, fileName } = await uploaded(request);
    const now = this.clock();
    const ledger = await checkLedger(bytes, { today: dayOfInstant(now), sheet: query.sheet });
    const county = await this.county();
    return importLedger(
      this.dataSource,
      who,
      ledger,
      {
        fileName,
        sha256: createHash('sha256').update(bytes).digest('hex'),
        skipErrors: query.skipErrors ?? false,
        preview: query.preview ?? false,
        ...(county === undefined ? {} : { county }),
      },
      now,
    );
  }

  /** For ledgers of thousands of rows: the file is kept, the work is done behind, the job tells how far it is. */
  @Post('jobs')
  @ApiConsumes('multipart/form-data')
  @ApiBody(FILE_BODY)
  @Does('ledger.start-job', {
    summary: '大台账：提交后台作业（检查、比较差异或导入），用作业编号看进度和结果',
    answer: jobStarted,
    status: 202,
    location: '/api/jobs/{jobId}',
    clocks: true,
  })
  async startJob(
    @Who() who: SignedIn,
    @Req() request: FastifyRequest,
    @Query({ schema: jobQuery }) query: z.infer<typeof jobQuery>,
  ): Promise<z.infer<typeof jobStarted>> {
    const { bytes, fileName } = await uploaded(request);
    await assertWorkbook(bytes);
    const params = { sheet: query.sheet, skipErrors: query.skipErrors };
    const input = { name: fileName, bytes };
    const jobId = await startJob(this.dataSource, who, { kind: `ledger-${query.do}`, params, input }, this.clock());
    return { jobId };
  }

  @Post('imports/:importId/undo')
  @Does('ledger.undo', {
    summary: '撤销一个专项最近一次导入；其后已有下达、修改、任免等，则说明原因并拒绝',
    answer: undoAnswer,
  })
  undo(@Who() who: SignedIn, @Param('importId', { schema: id }) importId: number): Promise<z.infer<typeof undoAnswer>> {
    return undoImport(this.dataSource, who, importId, this.clock());
  }

  @Get('imports')
  @Does('ledger.list', { summary: '历次导入，新的在前', answer: page(importRow) })
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<z.infer<typeof importRow>>> {
    return readPage(
      this.dataSource,
      {
        name: 'imports',
        select: `SELECT i.id AS "importId", i.programme_id AS "programmeId", i.file_name AS "fileName", i.sha256,
                        i.imported_at AS "importedAt", p.name AS "importedBy", i.summary,
                        i.undone_at AS "undoneAt"
                 FROM ledger_import i LEFT JOIN person p ON p.id = i.imported_by
                 WHERE $1::bigint IS NULL OR i.programme_id = $1`,
        parameters: [query.programmeId ?? null],
        sort: [{ by: 'importId', type: 'bigint', descending: true }],
      },
      query,
      (
        row: Omit<z.infer<typeof importRow>, 'importedAt' | 'undoneAt'> & { importedAt: Date; undoneAt: Date | null },
      ) => ({
        ...row,
        importedAt: at(row.importedAt),
        undoneAt: at(row.undoneAt),
      }),
    );
  }

  /** One installation serves one county: the one at the top of the tree. */
  private async county(): Promise<string | undefined> {
    const [root]: { name: string }[] = await this.dataSource.query(
      'SELECT name FROM organization WHERE parent_id IS NULL ORDER BY id LIMIT 1',
    );
    return root?.name;
  }
}
