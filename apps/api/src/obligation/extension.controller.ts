import { type DataSource, ExtensionRequests, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, paging } from '../http/paging.js';
import { day, id, queryId, text, version, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import {
  EXTENSION_STATES,
  type ExtensionAnswer,
  extensionAnswer,
  extensionPage,
  listExtensions,
  readExtension,
  withPresentRequest,
} from './extension.reads.js';
import { staleWithPresent } from './obligation.reads.js';

const listQuery = z.strictObject({
  ...paging,
  state: z.enum(EXTENSION_STATES, { error: `状态应为 ${EXTENSION_STATES.join('、')} 之一` }).optional(),
  obligationId: queryId('责任事项编号').optional(),
  unitId: queryId('单位编号').optional(),
});
const applyBody = z.strictObject({
  version,
  newDue: day('申请延到的日期'),
  why: text(1000, '延期理由'),
  progress: text(2000, '目前进展'),
  progressPercent: whole(0, 100, '完成比例').optional(),
});
const approveBody = z.strictObject({
  version,
  newDue: day('批准延到的日期').optional().describe('不填即按申请的日期'),
  why: text(1000, '审批意见').optional(),
});
const refuseBody = z.strictObject({ version, why: text(1000, '不予批准的理由') });
const withdrawBody = z.strictObject({ version, why: text(1000, '撤回说明').optional() });

/**
 * 延期申请: applied for at or before due; undecided when due passes, it can still be decided, and approval counts from
 * the day of the application. The office's own extension stays under /api/obligations.
 */
@ApiTags('obligation')
@Controller('api')
export class ExtensionController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ExtensionRequests) private readonly requests: ExtensionRequests,
  ) {}

  @Get('extension-requests')
  @Does('extension.list', { summary: '延期申请列表，新的在前', answer: extensionPage })
  list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<ExtensionAnswer>> {
    return listExtensions(this.dataSource, listScope(who, 'extension.list'), query);
  }

  @Get('extension-requests/:requestId')
  @Does('extension.read', { summary: '一份延期申请', answer: extensionAnswer })
  read(@Param('requestId', { schema: id }) requestId: number): Promise<ExtensionAnswer> {
    return readExtension(this.dataSource, requestId);
  }

  @Post('obligations/:obligationId/extension-requests')
  @Does('extension.apply', {
    summary: '申请延期（须在到期前，写明理由、新时限和进展）',
    answer: extensionAnswer,
    status: 201,
    location: '/api/extension-requests/{requestId}',
    clocks: true,
  })
  async apply(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: applyBody }) body: z.infer<typeof applyBody>,
  ): Promise<ExtensionAnswer> {
    const now = this.clock();
    const apply = () => this.requests.apply(who, obligationId, body, now);
    const requestId = await staleWithPresent(this.dataSource, who, obligationId, now, apply);
    return readExtension(this.dataSource, requestId);
  }

  @Post('extension-requests/:requestId/approve')
  @Does('extension.approve', {
    summary: '批准延期；申请在到期前提出的，到期后仍可批准',
    answer: extensionAnswer,
    clocks: true,
  })
  approve(
    @Who() who: SignedIn,
    @Param('requestId', { schema: id }) requestId: number,
    @Body({ schema: approveBody }) body: z.infer<typeof approveBody>,
  ): Promise<ExtensionAnswer> {
    const decide = () => this.requests.approve(who, requestId, body, this.clock());
    return withPresentRequest(this.dataSource, requestId, decide);
  }

  @Post('extension-requests/:requestId/refuse')
  @Does('extension.refuse', { summary: '不予批准延期，写明理由', answer: extensionAnswer })
  refuse(
    @Who() who: SignedIn,
    @Param('requestId', { schema: id }) requestId: number,
    @Body({ schema: refuseBody }) body: z.infer<typeof refuseBody>,
  ): Promise<ExtensionAnswer> {
    const decide = () => this.requests.refuse(who, requestId, body, this.clock());
    return withPresentRequest(this.dataSource, requestId, decide);
  }

  @Post('extension-requests/:requestId/withdraw')
  @Does('extension.withdraw', { summary: '撤回延期申请', answer: extensionAnswer })
  withdraw(
    @Who() who: SignedIn,
    @Param('requestId', { schema: id }) requestId: number,
    @Body({ schema: withdrawBody }) body: z.infer<typeof withdrawBody>,
  ): Promise<ExtensionAnswer> {
    const decide = () => this.requests.withdraw(who, requestId, body, this.clock());
    return withPresentRequest(this.dataSource, requestId, decide);
  }
}
