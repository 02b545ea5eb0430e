import { type DataSource, REASONS, RectificationCommands, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, paging } from '../http/paging.js';
import { DONE, done, id, queryId, text, version, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import {
  type CaseAnswer,
  type CaseDetail,
  caseDetail,
  casePage,
  listCases,
  listProposals,
  type ProposalAnswer,
  proposalPage,
  readCase,
} from './rectification.reads.js';

const PROPOSAL_STATES = ['pending', 'used', 'declined'] as const;
const proposalQuery = z.strictObject({
  ...paging,
  state: z.enum(PROPOSAL_STATES, { error: `状态应为 ${PROPOSAL_STATES.join('、')} 之一` }).default('pending'),
});
const listQuery = z.strictObject({ ...paging, projectId: queryId('项目编号').optional() });
const issueFields = {
  reason: z.enum(REASONS, { error: `整改原因应为 ${REASONS.join('、')} 之一` }),
  reasonText: text(1000, '具体问题').optional(),
  withinWorkdays: whole(1, 365, '整改工作日数').optional().describe('缺省15个工作日'),
};
const explained = ({ reason, reasonText }: { reason: string; reasonText?: string | undefined }): boolean =>
  reason !== '其他' || reasonText !== undefined;
const unexplained = { error: '原因为“其他”时，请写明具体问题', path: ['reasonText'] };
const approveBody = z.strictObject(issueFields).refine(explained, unexplained);
/** What is open ends with the case: nobody withdraws what was handed in meanwhile. */
const withdrawBody = z.strictObject({ version, why: text(1000, '撤销的理由') });
const declineBody = z.strictObject({ why: text(1000, '不予采纳的理由') });
/** By hand nothing is used up, so the project's version keeps a request that comes twice from issuing two notices. */
const issueBody = z.strictObject({ version, ...issueFields }).refine(explained, unexplained);

/** Stages are obligations: they are received, submitted, accepted and returned under /api/obligations. */
@ApiTags('rectification')
@Controller('api')
export class RectificationController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(RectificationCommands) private readonly commands: RectificationCommands,
  ) {}

  @Get('rectifications')
  @Does('rectification.list', { summary: '整改案件列表', answer: casePage, clocks: true })
  list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<CaseAnswer>> {
    return listCases(this.dataSource, listScope(who, 'rectification.list'), query);
  }

  @Get('rectification-proposals')
  @Does('rectification.proposals', { summary: '整改建议，缺省只列待审的', answer: proposalPage, clocks: true })
  proposals(@Query({ schema: proposalQuery }) query: z.infer<typeof proposalQuery>): Promise<Page<ProposalAnswer>> {
    return listProposals(this.dataSource, query);
  }

  @Get('rectifications/:caseId')
  @Does('rectification.read', { summary: '一个整改案件及其各环节', answer: caseDetail, clocks: true })
  read(@Who() who: SignedIn, @Param('caseId', { schema: id }) caseId: number): Promise<CaseDetail> {
    return readCase(this.dataSource, who, listScope(who, 'rectification.read'), caseId, this.clock());
  }

  @Post('rectifications/:caseId/withdraw')
  @Does('rectification.withdraw', {
    summary: '撤销整改，写明理由：未办结的环节一并撤销，并告知责任单位',
    answer: caseDetail,
    clocks: true,
  })
  async withdraw(
    @Who() who: SignedIn,
    @Param('caseId', { schema: id }) caseId: number,
    @Body({ schema: withdrawBody }) body: z.infer<typeof withdrawBody>,
  ): Promise<CaseDetail> {
    await this.commands.withdraw(who, caseId, body, this.clock());
    return readCase(this.dataSource, who, null, caseId, this.clock());
  }

  @Post('projects/:projectId/rectifications')
  @Does('rectification.issue', {
    summary: '对项目下达整改通知书',
    answer: caseDetail,
    status: 201,
    location: '/api/rectifications/{caseId}',
    clocks: true,
  })
  async issue(
    @Who() who: SignedIn,
    @Param('projectId', { schema: id }) projectId: number,
    @Body({ schema: issueBody }) body: z.infer<typeof issueBody>,
  ): Promise<CaseDetail> {
    const { caseId } = await this.commands.issue(who, projectId, body, this.clock());
    return readCase(this.dataSource, who, null, caseId, this.clock());
  }

  @Post('obligations/:obligationId/rectification')
  @Does('rectification.approve', {
    summary: '批准整改建议，下达整改通知书',
    answer: caseDetail,
    status: 201,
    location: '/api/rectifications/{caseId}',
    clocks: true,
  })
  async approve(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: approveBody }) body: z.infer<typeof approveBody>,
  ): Promise<CaseDetail> {
    const { caseId } = await this.commands.approve(who, obligationId, body, this.clock());
    return readCase(this.dataSource, who, null, caseId, this.clock());
  }

  @Post('obligations/:obligationId/rectification/decline')
  @Does('rectification.decline', { summary: '不采纳整改建议，写明理由', answer: done })
  async decline(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: declineBody }) body: z.infer<typeof declineBody>,
  ): Promise<typeof DONE> {
    await this.commands.decline(who, obligationId, body.why, this.clock());
    return DONE;
  }
}
