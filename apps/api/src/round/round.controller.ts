import type { DataSource, SignedIn } from '@duban/application';
import { Controller, Get, Inject, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, id, instant, queryId } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { DATA_SOURCE } from '../tokens.js';

const roundAnswer = z
  .strictObject({
    roundId: z.int(),
    programmeId: z.int(),
    name: z.string(),
    cadence: z.string(),
    period: z.string(),
    opensAt: instant,
    openedAt: instant,
    provisional: z.boolean(),
    arithmetic: z.string().nullable(),
    obligations: z.int(),
    live: z.int().describe('还没有办结的'),
  })
  .meta({ id: 'Round' });
type RoundAnswer = z.infer<typeof roundAnswer>;
const listQuery = z.strictObject({ ...paging, programmeId: queryId('专项编号').optional() });

interface Row extends Omit<RoundAnswer, 'opensAt' | 'openedAt'> {
  opensAt: Date;
  openedAt: Date;
}

/** $1 narrows rounds and their counts to one unit. */
const SELECT = `SELECT r.id AS "roundId", r.programme_id AS "programmeId", r.name, r.cadence_key AS cadence,
    r.period_key AS period, r.opens_at AS "opensAt", r.opened_at AS "openedAt", r.provisional, r.arithmetic,
    n.obligations, n.live
  FROM round r CROSS JOIN LATERAL (
    SELECT count(*)::int AS obligations, count(*) FILTER (WHERE o.ended_at IS NULL)::int AS live
    FROM clock c JOIN obligation o ON o.clock_id = c.id AND o.state <> 'planned' JOIN project p ON p.id = o.project_id
    WHERE c.round_id = r.id AND ($1::bigint IS NULL OR p.unit_id = $1)) n
  WHERE ($1::bigint IS NULL OR n.obligations > 0)`;

const answer = (row: Row): RoundAnswer => ({ ...row, opensAt: at(row.opensAt), openedAt: at(row.openedAt) });

@ApiTags('round')
@Controller('api/rounds')
export class RoundController {
  constructor(@Inject(DATA_SOURCE) private readonly dataSource: DataSource) {}

  @Get()
  @Does('round.list', { summary: '轮次列表，新的在前', answer: page(roundAnswer), clocks: true })
  async list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<RoundAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'rounds',
        select: `${SELECT} AND ($2::bigint IS NULL OR r.programme_id = $2)`,
        parameters: [listScope(who, 'round.list'), query.programmeId ?? null],
        sort: [
          { by: 'openedAt', type: 'timestamptz', descending: true },
          { by: 'roundId', type: 'bigint', descending: true },
        ],
      },
      query,
      answer,
    );
  }

  @Get(':roundId')
  @Does('round.read', { summary: '一个轮次', answer: roundAnswer, clocks: true })
  async read(@Who() who: SignedIn, @Param('roundId', { schema: id }) roundId: number): Promise<RoundAnswer> {
    const [row]: Row[] = await this.dataSource.query(`${SELECT} AND r.id = $2`, [
      listScope(who, 'round.read'),
      roundId,
    ]);
    if (!row) throw new Error(`round ${roundId} vanished`);
    return answer(row);
  }
}
