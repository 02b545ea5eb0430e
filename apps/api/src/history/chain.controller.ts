import { type DataSource, verifyHistory } from '@duban/application';
import { Controller, Get, Inject } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { Does } from '../rights/does.decorator.js';
import { DATA_SOURCE } from '../tokens.js';

const chainAnswer = z
  .strictObject({
    whole: z.boolean().describe('历史自封存以来没有被改动或删除'),
    message: z.string(),
    rows: z.int().describe('已核验的历史行数'),
    seals: z.int(),
    unsealed: z.int().describe('尚未封存的行数（最多数到 20），通常是最近一分钟的'),
    firstBadSeq: z.int().nullable(),
    head: z
      .strictObject({ number: z.int(), hash: z.string() })
      .nullable()
      .describe('链尾摘要：抄存于系统之外，日后可以证明整条链没有被重写'),
  })
  .meta({ id: 'HistoryChain' });

@ApiTags('history')
@Controller('api/history-chain')
export class ChainController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get()
  @Does('history.verify', { summary: '核验历史：逐行重算封存链，指出第一处改动', answer: chainAnswer })
  async verify(): Promise<z.infer<typeof chainAnswer>> {
    const { fault, rows, seals, unsealed, head } = await verifyHistory(this.dataSource);
    return {
      whole: fault === undefined,
      message: fault?.message ?? '历史完整，没有被改动',
      rows,
      seals,
      unsealed: unsealed.length,
      firstBadSeq: fault?.seq ?? null,
      head,
    };
  }
}
