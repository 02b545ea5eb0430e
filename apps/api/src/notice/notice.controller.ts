import { type DataSource, markRead, type SignedIn } from '@duban/application';
import { Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, DONE, done, id, instant } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const noticeAnswer = z
  .strictObject({
    noticeId: z.int(),
    obligationId: z.int(),
    projectId: z.int(),
    action: z
      .string()
      .describe('remind、press、slip-<颜色>、list、propose-rectification、rectification-notice、return（退回）等'),
    post: z.string().describe('以哪个岗位收到'),
    title: z.string(),
    at: instant,
    dueAt: instant,
    late: z.boolean().describe('系统停运后补发'),
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notice' });
type NoticeAnswer = z.infer<typeof noticeAnswer>;
const listQuery = z.strictObject({
  ...paging,
  unread: z
    .enum(['true', 'false'], { error: 'unread 应为 true 或 false' })
    .transform((value) => value === 'true')
    .optional(),
});

type Row = Omit<NoticeAnswer, 'at' | 'dueAt' | 'readAt'> & { at: Date; dueAt: Date; readAt: Date | null };

/** The inbox of the person who asks: what was addressed to the posts that this person held. */
@ApiTags('notice')
@Controller('api/notices')
export class NoticeController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Does('notice.list', { summary: '我的通知，新的在前', answer: page(noticeAnswer), clocks: true })
  async list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<NoticeAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'notices',
        select: `SELECT n.seq AS "noticeId", n.obligation_id AS "obligationId", o.project_id AS "projectId", n.action, n.post,
              n.title, n.at, n.due_at AS "dueAt", n.late, n.read_at AS "readAt"
       FROM notice n JOIN obligation o ON o.id = n.obligation_id
       WHERE n.person_id = $1 AND n.channel = 'in-app' AND n.handed_over_at IS NULL AND ($2::boolean IS NULL OR (n.read_at IS NULL) = $2)`,
        parameters: [who.personId, query.unread ?? null],
        sort: [{ by: 'noticeId', type: 'bigint', descending: true }],
      },
      query,
      (row: Row) => ({ ...row, at: at(row.at), dueAt: at(row.dueAt), readAt: at(row.readAt) }),
    );
  }

  @Post(':noticeId/read')
  @Does('notice.read', { summary: '标为已读', answer: done })
  async read(@Param('noticeId', { schema: id }) noticeId: number): Promise<typeof DONE> {
    await markRead(this.dataSource, noticeId, this.clock());
    return DONE;
  }
}
