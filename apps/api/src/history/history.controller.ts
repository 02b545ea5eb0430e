import type { DataSource } from '@duban/application';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, type Paging, page, paging, readPage } from '../http/paging.js';
import { at, id, instant } from '../http/schemas.js';
import { OF_ACCOUNTS } from '../identity/audit.controller.js';
import { Does } from '../rights/does.decorator.js';
import { DATA_SOURCE } from '../tokens.js';

const historyAnswer = z
  .strictObject({
    seq: z.int(),
    at: instant,
    act: z.string(),
    actor: z.string().nullable(),
    actorId: z.int().nullable(),
    projectId: z.int().nullable(),
    obligationId: z.int().nullable(),
    from: z.string().nullable(),
    to: z.string().nullable(),
    dueAt: instant.nullable(),
    dueRevision: z.int().nullable(),
    late: z.boolean(),
    why: z.string().nullable(),
    data: z.record(z.string(), z.unknown()).nullable(),
    requestId: z.string().nullable().describe('由哪个请求引起，可据此查日志；引擎到点自动做的为 null'),
  })
  .meta({ id: 'History' });
type HistoryAnswer = z.infer<typeof historyAnswer>;
const historyPage = page(historyAnswer);
const listQuery = z.strictObject(paging);
type Row = Omit<HistoryAnswer, 'at' | 'dueAt'> & { at: Date; dueAt: Date | null };

const SELECT = `SELECT seq, at, act, actor_name AS actor, actor_id AS "actorId", project_id AS "projectId",
  obligation_id AS "obligationId", state_from AS from, state_to AS to, due_at AS "dueAt",
  due_revision AS "dueRevision", late, why, data, request_id AS "requestId" FROM history`;

@ApiTags('history')
@Controller('api')
export class HistoryController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  /** Everything but the changes of accounts, which are the administrators'. */
  @Get('history')
  @Does('history.list', { summary: '全部历史，新的在前', answer: historyPage, clocks: true })
  list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<HistoryAnswer>> {
    return this.rows(`WHERE NOT (${OF_ACCOUNTS}) AND $1::bigint IS NULL`, null, query);
  }

  @Get('projects/:projectId/history')
  @Does('history.project', { summary: '一个项目的历史，新的在前', answer: historyPage, clocks: true })
  ofProject(
    @Param('projectId', { schema: id }) projectId: number,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<HistoryAnswer>> {
    return this.rows('WHERE project_id = $1', projectId, query);
  }

  @Get('obligations/:obligationId/history')
  @Does('history.obligation', { summary: '一个责任事项的历史，新的在前', answer: historyPage, clocks: true })
  ofObligation(
    @Param('obligationId', { schema: id }) obligationId: number,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<HistoryAnswer>> {
    return this.rows('WHERE obligation_id = $1', obligationId, query);
  }

  private async rows(where: string, of: number | null, query: Paging): Promise<Page<HistoryAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: `history ${where} ${of}`,
        select: `${SELECT} ${where}`,
        parameters: [of],
        sort: [{ by: 'seq', type: 'bigint', descending: true }],
      },
      query,
      (row: Row) => ({ ...row, at: at(row.at), dueAt: at(row.dueAt) }),
    );
  }
}
