import { addMilestone, changeMilestone, completeMilestone, type DataSource, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, paging } from '../http/paging.js';
import { day, id, queryFlag, queryId, text, version } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import {
  listMilestones,
  type MilestoneAnswer,
  milestoneAnswer,
  milestonePage,
  readMilestone,
} from './milestone.reads.js';

const listQuery = z.strictObject({
  ...paging,
  programmeId: queryId('专项编号').optional(),
  projectId: queryId('项目编号').optional(),
  unitId: queryId('单位编号').optional(),
  completed: queryFlag('已完成 completed').optional(),
  overdue: queryFlag('逾期 overdue').optional(),
  from: day('日期起').optional(),
  to: day('日期止').optional().describe('含这一天'),
});
const addBody = z.strictObject({ day: day('节点日期'), text: text(500, '节点内容') });
const changeBody = z.strictObject({
  version,
  day: day('节点日期').optional(),
  text: text(500, '节点内容').optional(),
  why: text(1000, '变更理由'),
});
const completeBody = z.strictObject({ version, evidence: text(2000, '完成情况和佐证') });

@ApiTags('milestone')
@Controller('api')
export class MilestoneController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get('milestones')
  @Does('milestone.list', { summary: '节点列表，跨专项、按日期', answer: milestonePage })
  list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<MilestoneAnswer>> {
    return listMilestones(this.dataSource, listScope(who, 'milestone.list'), query, this.clock());
  }

  @Get('milestones/:milestoneId')
  @Does('milestone.read', { summary: '一个节点', answer: milestoneAnswer })
  read(@Param('milestoneId', { schema: id }) milestoneId: number): Promise<MilestoneAnswer> {
    return readMilestone(this.dataSource, milestoneId, this.clock());
  }

  @Post('projects/:projectId/milestones')
  @Does('milestone.add', {
    summary: '为项目增加节点',
    answer: milestoneAnswer,
    status: 201,
    location: '/api/milestones/{milestoneId}',
  })
  async add(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: addBody }) body: z.infer<typeof addBody>,
  ): Promise<MilestoneAnswer> {
    const milestoneId = await addMilestone(this.dataSource, who, projectId, body, this.clock());
    return readMilestone(this.dataSource, milestoneId, this.clock());
  }

  @Patch('milestones/:milestoneId')
  @Does('milestone.change', { summary: '变更节点的日期或内容，原来的留在历史里', answer: milestoneAnswer })
  async change(
    @Who() who: SignedIn,
    @Param('milestoneId', { schema: id }) milestoneId: number,
    @Body({ schema: changeBody }) body: z.infer<typeof changeBody>,
  ): Promise<MilestoneAnswer> {
    await changeMilestone(this.dataSource, who, milestoneId, body, this.clock(), body);
    return readMilestone(this.dataSource, milestoneId, this.clock());
  }

  @Post('milestones/:milestoneId/complete')
  @Does('milestone.complete', { summary: '节点完成，附完成情况和佐证', answer: milestoneAnswer })
  async complete(
    @Who() who: SignedIn,
    @Param('milestoneId', { schema: id }) milestoneId: number,
    @Body({ schema: completeBody }) body: z.infer<typeof completeBody>,
  ): Promise<MilestoneAnswer> {
    await completeMilestone(this.dataSource, who, milestoneId, body.evidence, this.clock(), body.version);
    return readMilestone(this.dataSource, milestoneId, this.clock());
  }
}
