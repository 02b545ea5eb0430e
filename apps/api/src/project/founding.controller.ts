import {
  applyForProject,
  createProject,
  type DataSource,
  DomainError,
  judgeAcceptance,
  reviewProject,
  type SignedIn,
} from '@duban/application';
import { Body, Controller, Inject, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { id, text, version } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { assertMayTrace, createBody, handlerOf, leaderOf } from './project.bodies.js';
import { type ProjectDetail, projectDetail, readProject } from './project.reads.js';

const applyBody = z.strictObject({ version });
const reviewBody = z.strictObject({
  version,
  decision: z.enum(['approve', 'return'], { error: '审核结论应为 approve（同意立项）或 return（退回）' }),
  opinion: text(1000, '审核意见'),
});
const acceptanceBody = z.strictObject({
  version,
  decision: z.enum(['pass', 'fail'], { error: '验收结论应为 pass（通过）或 fail（不通过）' }),
  opinion: text(1000, '验收意见'),
});

@ApiTags('project')
@Controller('api')
export class FoundingController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Post('programmes/:programmeId/projects')
  @Does('project.create', {
    summary: '手工建项目（拟立项）；单位只能为本单位建',
    answer: projectDetail,
    status: 201,
    location: '/api/projects/{projectId}',
  })
  async create(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: createBody }) body: z.infer<typeof createBody>,
  ): Promise<ProjectDetail> {
    const { leadLeader, deputyLeader, handler, ...fields } = body;
    const scope = listScope(who, 'project.create');
    if (scope !== null && fields.unitId !== scope) {
      throw new DomainError('UNKNOWN_ORGANIZATION', '只能为本单位申报项目，请把责任单位改为本单位');
    }
    assertMayTrace(scope, fields.parentId ?? undefined); // a new project has no tie to cut
    const people = {
      leadLeader: leadLeader && leaderOf(leadLeader),
      deputyLeader: deputyLeader && leaderOf(deputyLeader),
      handler: handlerOf(handler),
    };
    const byUnit = scope !== null;
    const projectId = await createProject(this.dataSource, who, programmeId, fields, people, this.clock(), { byUnit });
    return this.read(who, projectId);
  }

  @Post('projects/:projectId/apply')
  @Does('project.apply', { summary: '立项送审：来源、目标、举措、五项保障齐全才可以', answer: projectDetail })
  async apply(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: applyBody }) body: z.infer<typeof applyBody>,
  ): Promise<ProjectDetail> {
    await applyForProject(this.dataSource, who, projectId, this.clock(), body.version);
    return this.read(who, projectId);
  }

  @Post('projects/:projectId/review')
  @Does('project.review', { summary: '立项审核：同意或退回，附意见；责任单位的人员不能审', answer: projectDetail })
  async review(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: reviewBody }) body: z.infer<typeof reviewBody>,
  ): Promise<ProjectDetail> {
    await reviewProject(this.dataSource, who, projectId, body.decision, this.clock(), body);
    return this.read(who, projectId);
  }

  @Post('projects/:projectId/acceptance')
  @Does('project.accept', { summary: '验收：通过或不通过，附意见；责任单位的人员不能验收', answer: projectDetail })
  async accept(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: acceptanceBody }) body: z.infer<typeof acceptanceBody>,
  ): Promise<ProjectDetail> {
    await judgeAcceptance(this.dataSource, who, projectId, body.decision, this.clock(), body);
    return this.read(who, projectId);
  }

  private read(who: SignedIn, projectId: number): Promise<ProjectDetail> {
    return readProject(this.dataSource, listScope(who, 'project.list'), projectId, this.clock());
  }
}
