import type { DataSource } from '@duban/application';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, id, instant } from '../http/schemas.js';
import { Does } from '../rights/does.decorator.js';
import { DATA_SOURCE } from '../tokens.js';

const receiptAnswer = z
  .strictObject({
    noticeId: z.int(),
    action: z.string(),
    post: z.string(),
    person: z.string().nullable().describe('空：当时岗位空缺，没有送给任何人'),
    title: z.string(),
    at: instant,
    late: z.boolean(),
    urgent: z.boolean(),
    deliveredAt: instant.nullable().describe('进入收件人系统内通知的时间'),
    readAt: instant.nullable().describe('收件人在系统内读到的时间'),
    messages: z.array(z.strictObject({ channel: z.string(), state: z.string() })).describe('系统外的送达'),
  })
  .meta({ id: 'Receipt' });
type ReceiptAnswer = z.infer<typeof receiptAnswer>;
type Row = Omit<ReceiptAnswer, 'at' | 'deliveredAt' | 'readAt'> & {
  at: Date;
  deliveredAt: Date | null;
  readAt: Date | null;
};
const listQuery = z.strictObject(paging);

/** Who was told what about an obligation, and who has read it. */
@ApiTags('notice')
@Controller('api/obligations/:obligationId/notices')
export class ReceiptController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get()
  @Does('notice.receipts', { summary: '这个事项发过的通知：送达和阅读回执', answer: page(receiptAnswer) })
  async list(
    @Param('obligationId', { schema: id }) obligationId: number,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<ReceiptAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: `receipts of obligation ${obligationId}`,
        select: `SELECT n.seq AS "noticeId", n.action, n.post, n.person_name AS person, n.title, n.at, n.late, n.urgent,
                        n.delivered_at AS "deliveredAt", n.read_at AS "readAt",
                        COALESCE((SELECT json_agg(json_build_object('channel', c.name, 'state', m.state) ORDER BY c.name)
                                  FROM message_notice mn JOIN message m ON m.id = mn.message_id
                                  JOIN channel c ON c.id = m.channel_id WHERE mn.notice_seq = n.seq), '[]') AS messages
                 FROM notice n WHERE n.obligation_id = $1 AND n.channel = 'in-app'`,
        parameters: [obligationId],
        sort: [{ by: 'noticeId', type: 'bigint' }],
      },
      query,
      (row: Row) => ({ ...row, at: at(row.at), deliveredAt: at(row.deliveredAt), readAt: at(row.readAt) }),
    );
  }
}
