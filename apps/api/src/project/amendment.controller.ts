import { type DataSource, DomainError, layPlan, ProjectAmendments, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Patch, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, id, instant } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { type PlanAnswer, planAnswer, readPlan } from './plan.reads.js';
import { amendBody, assertMayTrace, handlerOf, planBody } from './project.bodies.js';
import { type ProjectDetail, projectDetail, readProject } from './project.reads.js';

const amendmentAnswer = z
  .strictObject({
    seq: z.int(),
    place: z.int().describe('同一次变更里的第几个字段'),
    at: instant,
    act: z.string(),
    actor: z.string().nullable(),
    why: z.string().nullable(),
    field: z.string(),
    before: z.unknown(),
    after: z.unknown(),
  })
  .meta({ id: 'Amendment' });
type AmendmentAnswer = z.infer<typeof amendmentAnswer>;
const listQuery = z.strictObject(paging);

@ApiTags('project')
@Controller('api/projects/:projectId')
export class AmendmentController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ProjectAmendments) private readonly amendments: ProjectAmendments,
  ) {}

  @Patch()
  @Does('project.amend', {
    summary: '变更项目，原来的留在历史里；下达后改时限、责任单位的，在办事项随之重排并通知有关人员',
    answer: projectDetail,
    clocks: true,
  })
  async amend(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: amendBody }) body: z.infer<typeof amendBody>,
  ): Promise<ProjectDetail> {
    const { version, why, handler, ...changes } = body;
    const scope = listScope(who, 'project.amend');
    assertMayTrace(scope, changes.parentId);
    if (scope !== null && changes.unitId !== undefined && changes.unitId !== scope) {
      throw new DomainError('UNKNOWN_ORGANIZATION', '责任单位不能自行改为别的单位，请向督办室提出变更');
    }
    await this.amendments.amend(who, projectId, changes, this.clock(), {
      version,
      why,
      handler: handlerOf(handler),
      byUnit: scope !== null,
    });
    return readProject(this.dataSource, listScope(who, 'project.list'), projectId, this.clock());
  }

  @Get('amendments')
  @Does('project.amendments', {
    summary: '变更记录：逐字段，谁、何时、为什么，新的在前',
    answer: page(amendmentAnswer),
  })
  list(
    @Param('projectId', { schema: id }) projectId: number,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<AmendmentAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'amendments',
        select: `SELECT h.seq, f.place, h.at, h.act, h.actor_name AS actor, h.why, f.change->>'field' AS field,
                        f.change->'before' AS before, f.change->'after' AS after
                 FROM history h
                 CROSS JOIN LATERAL jsonb_array_elements(h.data->'fields') WITH ORDINALITY AS f(change, place)
                 WHERE h.project_id = $1 AND jsonb_typeof(h.data->'fields') = 'array'`,
        parameters: [projectId],
        sort: [
          { by: 'seq', type: 'bigint', descending: true },
          { by: 'place', type: 'bigint' },
        ],
      },
      query,
      (row: Omit<AmendmentAnswer, 'at'> & { at: Date }) => ({ ...row, at: at(row.at) }),
    );
  }

  @Get('plan')
  @Does('plan.read', { summary: '逐月计划和到今天的进度比较，附历次计划', answer: planAnswer })
  plan(@Param('projectId', { schema: id }) projectId: number): Promise<PlanAnswer> {
    return readPlan(this.dataSource, projectId, this.clock());
  }

  @Put('plan')
  @Does('plan.lay', { summary: '制定或改动逐月计划；原来的各版保留', answer: planAnswer })
  async layPlan(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: planBody }) { version, why, lines }: z.infer<typeof planBody>,
  ): Promise<PlanAnswer> {
    const byUnit = listScope(who, 'plan.lay') !== null;
    await layPlan(this.dataSource, who, projectId, lines, this.clock(), { version, why, byUnit });
    return readPlan(this.dataSource, projectId, this.clock());
  }
}
