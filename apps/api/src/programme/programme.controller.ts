import {
  archiveProgramme,
  changeProgramme,
  createProgramme,
  type DataSource,
  DEFAULT_RULES,
  ProgrammeCommands,
  type SignedIn,
} from '@duban/application';
import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { id, text, version, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import {
  PROGRAMMES,
  type ProgrammeAnswer,
  type ProgrammeDetail,
  programme,
  programmeAnswer,
  programmeDetail,
  readProgramme,
} from './programme.reads.js';

const listQuery = z.strictObject(paging);
const launchBody = z.strictObject({
  projectIds: z
    .array(whole(1, Number.MAX_SAFE_INTEGER, '项目编号'))
    .min(1, '请至少选一个项目，或不填以下达全部')
    .max(2000, '一次最多2000个项目')
    .optional(),
});
const launchAnswer = z.strictObject({ launched: z.int() });

const planLightsBody = z
  .strictObject({
    yellowFromPoints: whole(0, 100, '黄灯起点'),
    redOverPoints: whole(0, 100, '红灯界限'),
  })
  .refine(({ yellowFromPoints, redOverPoints }) => yellowFromPoints <= redOverPoints, {
    path: ['redOverPoints'],
    message: '红灯界限不能小于黄灯起点',
  });
const count = (what: string) => whole(0, 100_000, what).nullable().optional();
const settings = {
  declaredCategories: count('自报类数'),
  declaredProjects: count('自报项数'),
  acceptanceRequired: z.boolean({ error: '结项前须验收应为 true 或 false' }).optional(),
  planLights: planLightsBody.optional(),
};
const createBody = z.strictObject({
  title: text(100, '专项名称').meta({ example: '石板县2026年重点任务清单' }),
  year: whole(2000, 2099, '年度'),
  ...settings,
});
const changeBody = z.strictObject({
  version,
  why: text(1000, '理由').optional(),
  title: text(100, '专项名称').optional().meta({ example: '石板县2026年重点任务清单' }),
  year: whole(2000, 2099, '年度').optional(),
  ...settings,
});
const archiveBody = z.strictObject({ version, why: text(1000, '理由') });

@ApiTags('programme')
@Controller('api/programmes')
export class ProgrammeController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ProgrammeCommands) private readonly commands: ProgrammeCommands,
  ) {}

  @Get()
  @Does('programme.list', { summary: '专项列表', answer: page(programmeAnswer), clocks: true })
  async list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<ProgrammeAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'programmes',
        select: PROGRAMMES,
        parameters: [listScope(who, 'programme.list')],
        sort: [
          { by: 'year', type: 'bigint', descending: true },
          { by: 'programmeId', type: 'bigint' },
        ],
      },
      query,
      programme,
    );
  }

  @Get(':programmeId')
  @Does('programme.read', { summary: '一个专项及其类别', answer: programmeDetail, clocks: true })
  async read(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
  ): Promise<ProgrammeDetail> {
    return readProgramme(this.dataSource, listScope(who, 'programme.read'), programmeId);
  }

  @Post()
  @Does('programme.create', {
    summary: '手工建专项；频次、督办规则先用默认的，下达前可改',
    answer: programmeDetail,
    status: 201,
    location: '/api/programmes/{programmeId}',
  })
  async create(
    @Who() who: SignedIn,
    @Body({ schema: createBody }) body: z.infer<typeof createBody>,
  ): Promise<ProgrammeDetail> {
    const countyId = await countyOf(this.dataSource, who.organizationId);
    const programmeId = await createProgramme(this.dataSource, who, countyId, body, DEFAULT_RULES, this.clock());
    return readProgramme(this.dataSource, null, programmeId);
  }

  @Patch(':programmeId')
  @Does('programme.change', { summary: '更改专项；名称和年度只在下达前可改', answer: programmeDetail })
  async change(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: changeBody }) body: z.infer<typeof changeBody>,
  ): Promise<ProgrammeDetail> {
    const { version, why, ...changes } = body;
    await changeProgramme(this.dataSource, who, programmeId, changes, this.clock(), { version, why });
    return readProgramme(this.dataSource, null, programmeId);
  }

  @Post(':programmeId/archive')
  @Does('programme.archive', { summary: '归档：项目全部结项或撤销后才可以', answer: programmeDetail })
  async archive(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: archiveBody }) body: z.infer<typeof archiveBody>,
  ): Promise<ProgrammeDetail> {
    await archiveProgramme(this.dataSource, who, programmeId, this.clock(), body);
    return readProgramme(this.dataSource, null, programmeId);
  }

  @Post(':programmeId/launch')
  @Does('programme.launch', {
    summary: '下达项目（不填即全部未下达的）；一项不完整或不能下达则全部不下达',
    answer: launchAnswer,
    clocks: true,
  })
  launch(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: launchBody }) body: z.infer<typeof launchBody>,
  ): Promise<z.infer<typeof launchAnswer>> {
    return this.commands.launch(who, programmeId, this.clock(), body.projectIds);
  }
}

/** The county that an organization stands in: a programme is its list. */
async function countyOf(dataSource: DataSource, organizationId: number): Promise<number> {
  const rows: { id: number }[] = await dataSource.query(
    `WITH RECURSIVE above AS (
       SELECT id, parent_id FROM organization WHERE id = $1
       UNION SELECT o.id, o.parent_id FROM organization o JOIN above a ON o.id = a.parent_id)
     SELECT id FROM above WHERE parent_id IS NULL`,
    [organizationId],
  );
  if (!rows[0]) throw new Error(`organization ${organizationId} stands nowhere`);
  return rows[0].id;
}
