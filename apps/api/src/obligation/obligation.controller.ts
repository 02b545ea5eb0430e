import {
  type ActOptions,
  type DataSource,
  DomainError,
  ObligationCommands,
  press,
  type SignedIn,
} from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import type { Page } from '../http/paging.js';
import { id } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import * as bodies from './obligation.bodies.js';
import {
  listObligations,
  type ObligationAnswer,
  obligationDetail,
  obligationPage,
  readObligationDetail,
  staleWithPresent,
} from './obligation.reads.js';

type Detail = z.infer<typeof obligationDetail>;
type Act = Parameters<ObligationCommands['act']>[2];

const pressAnswer = z.strictObject({ recipients: z.int() });

@ApiTags('obligation')
@Controller('api/obligations')
export class ObligationController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ObligationCommands) private readonly commands: ObligationCommands,
  ) {}

  @Get()
  @Does('obligation.list', { summary: '责任事项列表', answer: obligationPage, clocks: true })
  list(
    @Who() who: SignedIn,
    @Query({ schema: bodies.listQuery }) query: z.infer<typeof bodies.listQuery>,
  ): Promise<Page<ObligationAnswer>> {
    return listObligations(this.dataSource, who, listScope(who, 'obligation.list'), query, this.clock());
  }

  @Get(':obligationId')
  @Does('obligation.read', { summary: '一个责任事项及其历次提交', answer: obligationDetail, clocks: true })
  read(@Who() who: SignedIn, @Param('obligationId', { schema: id }) obligationId: number): Promise<Detail> {
    return readObligationDetail(this.dataSource, who, obligationId, this.clock());
  }

  @Post(':obligationId/receive')
  @Does('obligation.receive', { summary: '签收', answer: obligationDetail, clocks: true })
  receive(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: bodies.receiveBody }) body: z.infer<typeof bodies.receiveBody>,
  ): Promise<Detail> {
    return this.act(who, obligationId, { do: 'receive' }, body);
  }

  @Post(':obligationId/submit')
  @Does('obligation.submit', { summary: '提交进展', answer: obligationDetail, clocks: true })
  submit(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: bodies.submitBody }) body: z.infer<typeof bodies.submitBody>,
  ): Promise<Detail> {
    const { version, ...submission } = body;
    return this.act(who, obligationId, { do: 'submit' }, { version, submission });
  }

  @Post(':obligationId/accept')
  @Does('obligation.accept', { summary: '办结（整改核查、回头看：通过）', answer: obligationDetail, clocks: true })
  accept(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: bodies.acceptBody }) body: z.infer<typeof bodies.acceptBody>,
  ): Promise<Detail> {
    return this.act(who, obligationId, { do: 'accept' }, body);
  }

  @Post(':obligationId/return')
  @Does('obligation.return', {
    summary: '退回重办（整改核查、回头看：再整改）',
    answer: obligationDetail,
    clocks: true,
  })
  async return(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: bodies.returnBody }) body: z.infer<typeof bodies.returnBody>,
  ): Promise<Detail> {
    if (body.withinWorkdays !== undefined) await this.assertVerification(who, obligationId);
    return this.act(who, obligationId, { do: 'return' }, body);
  }

  @Post(':obligationId/extend')
  @Does('obligation.extend', { summary: '批准延期（须在到期前）', answer: obligationDetail, clocks: true })
  extend(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: bodies.extendBody }) body: z.infer<typeof bodies.extendBody>,
  ): Promise<Detail> {
    const { newDue, ...rest } = body;
    return this.act(who, obligationId, { do: 'extend', newDue }, rest);
  }

  @Post(':obligationId/suspend')
  @Does('obligation.suspend', { summary: '中止（须在到期前）', answer: obligationDetail, clocks: true })
  suspend(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: bodies.suspendBody }) body: z.infer<typeof bodies.suspendBody>,
  ): Promise<Detail> {
    return this.act(who, obligationId, { do: 'suspend' }, body);
  }

  @Post(':obligationId/resume')
  @Does('obligation.resume', { summary: '恢复，剩余工作日顺延', answer: obligationDetail, clocks: true })
  resume(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: bodies.resumeBody }) body: z.infer<typeof bodies.resumeBody>,
  ): Promise<Detail> {
    return this.act(who, obligationId, { do: 'resume' }, body);
  }

  @Post(':obligationId/press')
  @Does('obligation.press', { summary: '人工催办，每天一次', answer: pressAnswer, clocks: true })
  press(
    @Who() who: SignedIn,
    @Param('obligationId', { schema: id }) obligationId: number,
    @Body({ schema: bodies.pressBody }) body: z.infer<typeof bodies.pressBody>,
  ): Promise<z.infer<typeof pressAnswer>> {
    return press(this.dataSource, who, obligationId, body.text ?? null, this.clock());
  }

  /** Only a verification or look-back that goes back gives the next report a number of days. */
  private async assertVerification(who: SignedIn, obligationId: number): Promise<void> {
    const { owedBy } = await readObligationDetail(this.dataSource, who, obligationId, this.clock());
    if (owedBy === 'office') return;
    const message = '只有整改核查、回头看退回时才填整改工作日数 withinWorkdays';
    throw new DomainError('INVALID', message, { errors: [{ path: 'withinWorkdays', message }] });
  }

  /** Acts, then answers with what is there now; a stale version is answered with the present state, too. */
  private async act(who: SignedIn, obligationId: number, act: Act, options: ActOptions): Promise<Detail> {
    const now = this.clock();
    await staleWithPresent(this.dataSource, who, obligationId, now, () =>
      this.commands.act(who, obligationId, act, now, options),
    );
    return readObligationDetail(this.dataSource, who, obligationId, now);
  }
}
