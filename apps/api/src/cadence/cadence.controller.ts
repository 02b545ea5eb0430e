import type { DataSource } from '@duban/application';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, id, instant } from '../http/schemas.js';
import { Does } from '../rights/does.decorator.js';
import { DATA_SOURCE } from '../tokens.js';

const cadenceAnswer = z
  .strictObject({
    key: z.string(),
    version: z.int(),
    createdAt: instant,
    document: z.record(z.string(), z.unknown()).describe('频次：每月、每季等，何时开启、何时到期'),
  })
  .meta({ id: 'Cadence' });
type CadenceAnswer = z.infer<typeof cadenceAnswer>;
const listQuery = z.strictObject(paging);
type Row = Omit<CadenceAnswer, 'createdAt'> & { createdAt: Date; ordinal: number };

@ApiTags('cadence')
@Controller('api/programmes/:programmeId/cadences')
export class CadenceController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get()
  @Does('cadence.list', { summary: '专项现行的频次', answer: page(cadenceAnswer) })
  async list(
    @Param('programmeId', { schema: id }) programmeId: number,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<CadenceAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: `cadences of ${programmeId}`,
        select: `SELECT key, version, created_at AS "createdAt", document, ordinal FROM cadence
                 WHERE programme_id = $1 AND replaced_at IS NULL`,
        parameters: [programmeId],
        sort: [
          { by: 'ordinal', type: 'bigint' },
          { by: 'key', type: 'text' },
        ],
      },
      query,
      ({ ordinal: _, ...row }: Row) => ({ ...row, createdAt: at(row.createdAt) }),
    );
  }
}
