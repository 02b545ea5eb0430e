import type { DataSource } from '@duban/application';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, instant, queryId } from '../http/schemas.js';
import { Does } from '../rights/does.decorator.js';
import { DATA_SOURCE } from '../tokens.js';

const auditAnswer = z
  .strictObject({
    seq: z.int(),
    at: instant,
    act: z.string().describe('denied、sign-in、sign-in-failed、account-locked、sign-out，以及账号的增改'),
    accountId: z.int().nullable(),
    login: z.string().nullable(),
    action: z.string().nullable().describe('被拒的权限'),
    target: z.string().nullable(),
    code: z.string().nullable(),
    address: z.string().nullable(),
    more: z.int().describe('此前一分钟内同一账号另有多少次未单独记录'),
    by: z.string().nullable().describe('账号由谁增改'),
    requestId: z.string().nullable(),
  })
  .meta({ id: 'Audit' });
type AuditAnswer = z.infer<typeof auditAnswer>;
const listQuery = z.strictObject({ ...paging, accountId: queryId('账号编号').optional() });

/** SQL: of the history, the changes of accounts, which concern no project: the audit shows these, and nothing else does. */
export const OF_ACCOUNTS = `coalesce(project_id, obligation_id, programme_id) IS NULL AND coalesce(data ? 'accountId', false)`;

/** Sign-ins and refusals, and from the history the changes of accounts. */
const SELECT = `SELECT seq, at, act, account_id AS "accountId", login, action, target, code, address, more,
    NULL::text AS by, request_id AS "requestId"
  FROM audit WHERE $1::bigint IS NULL OR account_id = $1
  UNION ALL
  SELECT seq, at, act, (data->>'accountId')::bigint, data->>'login', NULL, NULL, NULL, NULL, 0, actor_name, request_id
  FROM history WHERE ${OF_ACCOUNTS}
    AND ($1::bigint IS NULL OR (data->>'accountId')::bigint = $1)`;

@ApiTags('identity')
@Controller('api/audit')
export class AuditController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get()
  @Does('audit.list', { summary: '审计：登录、被拒绝的操作、账号的增改，新的在前', answer: page(auditAnswer) })
  list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<AuditAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'audit',
        select: SELECT,
        parameters: [query.accountId ?? null],
        sort: [{ by: 'seq', type: 'bigint', descending: true }],
      },
      query,
      (row: Omit<AuditAnswer, 'at'> & { at: Date }) => ({ ...row, at: at(row.at) }),
    );
  }
}
