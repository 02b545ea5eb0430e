import {
  type DataSource,
  DomainError,
  POST_RELATIONS,
  PROJECT_LEVELS,
  PROJECT_SOURCES,
  ProgrammeCommands,
  ProjectCommands,
  type SignedIn,
} from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, paging } from '../http/paging.js';
import { day, id, queryId, text, version } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { choiceOf, MEANS_ONE, meansOne, personFields } from '../organization/organization.bodies.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import { PLAN_LIGHTS } from './project.filter.js';
import {
  listProjects,
  PROJECT_STATES,
  type ProjectAnswer,
  type ProjectDetail,
  projectDetail,
  projectPage,
  readProject,
} from './project.reads.js';

const listQuery = z.strictObject({
  ...paging,
  programmeId: queryId('专项编号').optional(),
  categoryId: queryId('类别编号').optional(),
  unitId: queryId('单位编号').optional(),
  personId: queryId('人员编号').optional().describe('现任这个项目“1+3”或承办、督办岗位之一的人员'),
  parentId: queryId('上级清单项目编号').optional(),
  state: z.enum(PROJECT_STATES, { error: `状态应为 ${PROJECT_STATES.join('、')} 之一` }).optional(),
  source: z.enum(PROJECT_SOURCES, { error: `立项来源应为 ${PROJECT_SOURCES.join('、')} 之一` }).optional(),
  level: z.enum(PROJECT_LEVELS, { error: `项目级别应为 ${PROJECT_LEVELS.join('、')} 之一` }).optional(),
  planLight: z.enum(PLAN_LIGHTS, { error: `进度亮灯应为 ${PLAN_LIGHTS.join('、')} 之一` }).optional(),
  deadlineFrom: day('完成时限起').optional(),
  deadlineTo: day('完成时限止').optional().describe('含这一天'),
  text: text(50, '检索文字').optional().describe('项目名称中的文字'),
});
const launchBody = z.strictObject({ version });
const NOT_FOUNDED: ReadonlySet<string> = new Set(['proposed', 'reviewing', 'returned']);
const endBody = z.strictObject({ version, why: text(1000, '理由') });
const appointBody = z
  .strictObject({
    version,
    post: z.enum(POST_RELATIONS, {
      error: `岗位应为 ${POST_RELATIONS.join('、')} 之一`,
    }),
    ...personFields,
  })
  .refine(meansOne, MEANS_ONE)
  .meta({ example: { version: 1, post: 'handler', personId: 12 } });

@ApiTags('project')
@Controller('api/projects')
export class ProjectController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ProjectCommands) private readonly projects: ProjectCommands,
    @Inject(ProgrammeCommands) private readonly programmes: ProgrammeCommands,
  ) {}

  @Get()
  @Does('project.list', { summary: '项目列表', answer: projectPage })
  list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<ProjectAnswer>> {
    return listProjects(this.dataSource, listScope(who, 'project.list'), query, this.clock());
  }

  @Get(':projectId')
  @Does('project.read', { summary: '一个项目：五要素、“1+3”联挂、节点', answer: projectDetail })
  read(@Who() who: SignedIn, @Param('projectId', { schema: id }) projectId: number): Promise<ProjectDetail> {
    return this.present(who, projectId);
  }

  @Post(':projectId/launch')
  @Does('project.launch', { summary: '下达：五要素和“1+3”齐全才可以', answer: projectDetail, clocks: true })
  async launch(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: launchBody }) body: z.infer<typeof launchBody>,
  ): Promise<ProjectDetail> {
    const { programmeId, state } = await this.assertVersion(who, projectId, body.version);
    if (NOT_FOUNDED.has(state)) {
      throw new DomainError('NOT_FOUNDED', '这个项目还没有立项，请先送审，审核同意后再下达', { state });
    }
    if (state !== 'draft') {
      throw new DomainError('ALREADY_LAUNCHED', '这个项目已经下达、结项或撤销，不能再次下达', { state });
    }
    await this.programmes.launch(who, programmeId, this.clock(), [projectId], body.version);
    return this.present(who, projectId);
  }

  @Post(':projectId/close')
  @Does('project.close', { summary: '结项', answer: projectDetail, clocks: true })
  async close(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: endBody }) body: z.infer<typeof endBody>,
  ): Promise<ProjectDetail> {
    await this.assertVersion(who, projectId, body.version);
    await this.projects.close(who, projectId, this.clock(), body);
    return this.present(who, projectId);
  }

  @Post(':projectId/cancel')
  @Does('project.cancel', { summary: '撤销', answer: projectDetail, clocks: true })
  async cancel(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: endBody }) body: z.infer<typeof endBody>,
  ): Promise<ProjectDetail> {
    await this.assertVersion(who, projectId, body.version);
    await this.projects.cancel(who, projectId, this.clock(), body);
    return this.present(who, projectId);
  }

  @Post(':projectId/appointments')
  @Does('project.appoint', { summary: '为这个项目任命岗位，即日起生效', answer: projectDetail })
  async appoint(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: appointBody }) body: z.infer<typeof appointBody>,
  ): Promise<ProjectDetail> {
    await this.projects.appoint(who, projectId, body.post, choiceOf(body), this.clock(), body.version);
    return this.present(who, projectId);
  }

  private present(who: SignedIn, projectId: number): Promise<ProjectDetail> {
    return readProject(this.dataSource, listScope(who, 'project.list'), projectId, this.clock());
  }

  /** The present project beside a refusal; the command compares the version again under its lock. */
  private async assertVersion(who: SignedIn, projectId: number, version: number): Promise<ProjectDetail> {
    const present = await this.present(who, projectId);
    if (present.version === version) return present;
    throw new DomainError('STALE_VERSION', '这个项目刚被别人更改过，请按现在的内容重新操作', { present });
  }
}
