import type { DataSource } from '@duban/application';
import { Controller, Get, Inject, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, instant } from '../http/schemas.js';
import { Does } from '../rights/does.decorator.js';
import { DATA_SOURCE } from '../tokens.js';

const policyAnswer = z
  .strictObject({
    policyId: z.int(),
    key: z.string(),
    version: z.int(),
    createdAt: instant,
    programmeIds: z.array(z.int()).describe('现在采用它的专项'),
    document: z.record(z.string(), z.unknown()).describe('督办阶梯：各级何时、做什么、发给谁'),
  })
  .meta({ id: 'Policy' });
type PolicyAnswer = z.infer<typeof policyAnswer>;
const listQuery = z.strictObject(paging);

@ApiTags('supervision')
@Controller('api/policies')
export class PolicyController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get()
  @Does('policy.list', { summary: '督办规则的各个版本', answer: page(policyAnswer) })
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>): Promise<Page<PolicyAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'policies',
        select: `SELECT p.id AS "policyId", p.key, p.version, p.created_at AS "createdAt", p.document,
                        coalesce((SELECT jsonb_agg(g.programme_id ORDER BY g.programme_id) FROM programme_policy g
                                  WHERE g.policy_id = p.id), '[]') AS "programmeIds"
                 FROM policy p`,
        parameters: [],
        sort: [
          { by: 'key', type: 'text' },
          { by: 'version', type: 'bigint', descending: true },
        ],
      },
      query,
      (row: Omit<PolicyAnswer, 'createdAt'> & { createdAt: Date }) => ({ ...row, createdAt: at(row.createdAt) }),
    );
  }
}
