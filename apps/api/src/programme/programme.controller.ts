import { type DataSource, ProgrammeCommands, type SignedIn } from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, page, paging, readPage } from '../http/paging.js';
import { at, id, instant, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';

const programmeAnswer = z
  .strictObject({
    programmeId: z.int(),
    title: z.string(),
    year: z.int(),
    calendarId: z.int(),
    launchedAt: instant.nullable(),
    nextOpeningAt: instant.nullable().describe('下一轮开启的时间'),
    createdAt: instant,
    projects: z.int().describe('此账号看得到的项目数'),
  })
  .meta({ id: 'Programme' });
type ProgrammeAnswer = z.infer<typeof programmeAnswer>;
const programmeDetail = programmeAnswer.extend({
  categories: z.array(z.strictObject({ categoryId: z.int(), name: z.string(), projects: z.int() })),
});
type ProgrammeDetail = z.infer<typeof programmeDetail>;
const listQuery = z.strictObject(paging);
const launchBody = z.strictObject({
  projectIds: z
    .array(whole(1, Number.MAX_SAFE_INTEGER, '项目编号'))
    .min(1, '请至少选一个项目，或不填以下达全部')
    .max(2000, '一次最多2000个项目')
    .optional(),
});
const launchAnswer = z.strictObject({ launched: z.int() });

interface Row extends Omit<ProgrammeAnswer, 'launchedAt' | 'nextOpeningAt' | 'createdAt'> {
  launchedAt: Date | null;
  nextOpeningAt: Date | null;
  createdAt: Date;
}

/** $1 narrows to programmes that hold projects of one unit. */
const SELECT = `SELECT g.id AS "programmeId", g.title, g.year, g.calendar_id AS "calendarId",
    g.launched_at AS "launchedAt", g.next_opening_at AS "nextOpeningAt", g.created_at AS "createdAt",
    (SELECT count(*)::int FROM project p WHERE p.programme_id = g.id AND ($1::bigint IS NULL OR p.unit_id = $1)) AS projects
  FROM programme g
  WHERE ($1::bigint IS NULL OR EXISTS (SELECT 1 FROM project p WHERE p.programme_id = g.id AND p.unit_id = $1))`;

const answer = (row: Row): ProgrammeAnswer => ({
  ...row,
  launchedAt: at(row.launchedAt),
  nextOpeningAt: at(row.nextOpeningAt),
  createdAt: at(row.createdAt),
});

@ApiTags('programme')
@Controller('api/programmes')
export class ProgrammeController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(ProgrammeCommands) private readonly commands: ProgrammeCommands,
  ) {}

  @Get()
  @Does('programme.list', { summary: '专项列表', answer: page(programmeAnswer), clocks: true })
  async list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<ProgrammeAnswer>> {
    return readPage(
      this.dataSource,
      {
        name: 'programmes',
        select: SELECT,
        parameters: [listScope(who, 'programme.list')],
        sort: [
          { by: 'year', type: 'bigint', descending: true },
          { by: 'programmeId', type: 'bigint' },
        ],
      },
      query,
      answer,
    );
  }

  @Get(':programmeId')
  @Does('programme.read', { summary: '一个专项及其类别', answer: programmeDetail, clocks: true })
  async read(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
  ): Promise<ProgrammeDetail> {
    const scope = listScope(who, 'programme.read');
    const [row]: Row[] = await this.dataSource.query(`${SELECT} AND g.id = $2`, [scope, programmeId]);
    if (!row) throw new Error(`programme ${programmeId} vanished`);
    const categories: ProgrammeDetail['categories'] = await this.dataSource.query(
      `SELECT c.id AS "categoryId", c.name, count(p.id)::int AS projects FROM category c
       LEFT JOIN project p ON p.category_id = c.id AND ($1::bigint IS NULL OR p.unit_id = $1)
       WHERE c.programme_id = $2 GROUP BY c.id HAVING $1::bigint IS NULL OR count(p.id) > 0 ORDER BY c.ordinal`,
      [scope, programmeId],
    );
    return { ...answer(row), categories };
  }

  @Post(':programmeId/launch')
  @Does('programme.launch', {
    summary: '下达项目（不填即全部未下达的）；一项不完整则全部不下达',
    answer: launchAnswer,
    clocks: true,
  })
  launch(
    @Who() who: SignedIn,
    @Param('programmeId', { schema: id }) programmeId: number,
    @Body({ schema: launchBody }) body: z.infer<typeof launchBody>,
  ): Promise<z.infer<typeof launchAnswer>> {
    return this.commands.launch(who, programmeId, this.clock(), body.projectIds);
  }
}
