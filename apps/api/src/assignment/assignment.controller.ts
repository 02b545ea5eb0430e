import {
  ASSIGNMENT_ROLES,
  AssignmentCommands,
  BASES,
  type DataSource,
  DomainError,
  type SignedIn,
  URGENCIES,
} from '@duban/application';
import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { z } from 'zod';
import { type Page, paging } from '../http/paging.js';
import { day, id, queryId, text, version, whole } from '../http/schemas.js';
import { Who } from '../identity/credentials.js';
import { Does } from '../rights/does.decorator.js';
import { listScope } from '../rights/judgement.js';
import { CLOCK, type Clock, DATA_SOURCE } from '../tokens.js';
import {
  ASSIGNMENT_STATES,
  type AssignmentAnswer,
  type AssignmentDetail,
  assignmentDetail,
  assignmentPage,
  listAssignments,
  MOST_UNITS,
  readAssignment,
} from './assignment.reads.js';

const listQuery = z.strictObject({
  ...paging,
  state: z.enum(ASSIGNMENT_STATES, { error: `状态应为 ${ASSIGNMENT_STATES.join('、')} 之一` }).optional(),
  urgency: z.enum(URGENCIES, { error: `紧急程度应为 ${URGENCIES.join('、')} 之一` }).optional(),
  unitId: queryId('单位编号').optional(),
});
const rowId = (what: string) => whole(1, Number.MAX_SAFE_INTEGER, what);
const unitFields = {
  unitId: rowId('单位编号'),
  handlerPostId: rowId('承办岗位编号').optional().describe('本单位的岗位；不填即单位负责人'),
  deputyLeaderPostId: rowId('分管领导岗位编号').optional().describe('不填即该单位项目通常的分管领导'),
};
const role = z.enum(ASSIGNMENT_ROLES, { error: '单位分工应为 lead（主办）或 support（协办）' });
const limitFields = {
  dueDay: day('办结日期').optional(),
  dueTime: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/, '办结时间格式为 HH:MM')
    .meta({ example: '17:30' })
    .optional()
    .describe('不填即 17:30；后加的单位须与办结日期或办理工作日数一起填'),
  withinWorkdays: whole(1, 365, '办理工作日数').optional().describe('交办当日不计，最后一日计入'),
  withinHours: whole(1, 720, '办理小时数').optional().describe('仅特急；不受办公时间限制'),
};
interface LimitFields {
  readonly dueDay?: string | undefined;
  readonly dueTime?: string | undefined;
  readonly withinWorkdays?: number | undefined;
  readonly withinHours?: number | undefined;
}
const oneLimit = ({ dueDay, withinWorkdays, withinHours }: LimitFields): boolean =>
  [dueDay, withinWorkdays, withinHours].filter((field) => field !== undefined).length <= 1;
const ONE_LIMIT = {
  error: '办结日期 dueDay、工作日数 withinWorkdays、小时数 withinHours 只能填一个',
  path: ['dueDay'],
};
const limitOf = ({ dueDay, dueTime, withinWorkdays, withinHours }: LimitFields) => ({
  day: dueDay,
  time: dueTime,
  workdays: withinWorkdays,
  hours: withinHours,
});

const createBody = z
  .strictObject({
    title: text(200, '督办事项'),
    basis: z.enum(BASES, { error: `交办依据应为 ${BASES.join('、')} 之一` }),
    basisText: text(2000, '领导批示或依据摘要').optional(),
    documentNumber: text(50, '文号').optional(),
    urgency: z.enum(URGENCIES, { error: `紧急程度应为 ${URGENCIES.join('、')} 之一` }),
    requirement: text(5000, '办理要求'),
    ...limitFields,
    leadLeaderPostId: rowId('批示领导岗位编号').optional().describe('不填即各单位项目通常的牵头领导'),
    units: z
      .array(z.strictObject({ ...unitFields, role }))
      .min(1, '请至少选一个单位')
      .max(MOST_UNITS, `一项交办最多${MOST_UNITS}个单位`)
      .refine((units) => new Set(units.map(({ unitId }) => unitId)).size === units.length, '同一单位不能重复出现'),
  })
  .refine(oneLimit, ONE_LIMIT)
  .meta({
    example: {
      title: '防汛物资清点',
      basis: '领导批示',
      basisText: '请各单位即办',
      documentNumber: '县委办〔2026〕8号',
      urgency: '加急',
      requirement: '清点后书面报送',
      withinWorkdays: 3,
      units: [
        { unitId: 3, role: 'lead' },
        { unitId: 4, role: 'support' },
      ],
    },
  });
const addUnitBody = z
  .strictObject({ version, ...unitFields, ...limitFields })
  .refine(oneLimit, ONE_LIMIT)
  .describe('不填时限即与交办相同')
  .meta({ example: { version: 1, unitId: 5, withinWorkdays: 3 } });
const cancelBody = z.strictObject({ version, why: text(1000, '撤销理由') });

/** 交办: each unit's part is an obligation: signed for, submitted, accepted … under /api/obligations. */
@ApiTags('assignment')
@Controller('api/assignments')
export class AssignmentController {
  constructor(
    @Inject(DATA_SOURCE) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(AssignmentCommands) private readonly assignments: AssignmentCommands,
  ) {}

  @Get()
  @Does('assignment.list', { summary: '交办事项列表，新的在前', answer: assignmentPage, clocks: true })
  list(
    @Who() who: SignedIn,
    @Query({ schema: listQuery }) query: z.infer<typeof listQuery>,
  ): Promise<Page<AssignmentAnswer>> {
    return listAssignments(this.dataSource, listScope(who, 'assignment.list'), query);
  }

  @Get(':assignmentId')
  @Does('assignment.read', { summary: '一项交办和各单位的办理情况', answer: assignmentDetail, clocks: true })
  read(@Who() who: SignedIn, @Param('assignmentId', { schema: id }) assignmentId: number): Promise<AssignmentDetail> {
    return readAssignment(this.dataSource, who, listScope(who, 'assignment.read'), assignmentId, this.clock());
  }

  @Post()
  @Does('assignment.create', {
    summary: '交办：一个主办单位、若干协办单位，各自签收办理；有一处不对就全部不交办',
    answer: assignmentDetail,
    status: 201,
    location: '/api/assignments/{assignmentId}',
    clocks: true,
  })
  async create(
    @Who() who: SignedIn,
    @Body({ schema: createBody }) body: z.infer<typeof createBody>,
  ): Promise<AssignmentDetail> {
    const now = this.clock();
    const { assignmentId } = await this.assignments.create(who, { ...body, limit: limitOf(body) }, now);
    return readAssignment(this.dataSource, who, null, assignmentId, now);
  }

  @Post(':assignmentId/units')
  @Does('assignment.add-unit', { summary: '加一个协办单位', answer: assignmentDetail, clocks: true })
  addUnit(
    @Who() who: SignedIn,
    @Param('assignmentId', { schema: id }) assignmentId: number,
    @Body({ schema: addUnitBody }) body: z.infer<typeof addUnitBody>,
  ): Promise<AssignmentDetail> {
    const { unitId, handlerPostId, deputyLeaderPostId } = body;
    const unit = { unitId, handlerPostId, deputyLeaderPostId, role: 'support' } as const;
    const given = { version: body.version, limit: limitOf(body) };
    return this.change(who, assignmentId, (now) => this.assignments.addUnit(who, assignmentId, unit, given, now));
  }

  @Post(':assignmentId/cancel')
  @Does('assignment.cancel', { summary: '撤销交办，写明理由', answer: assignmentDetail, clocks: true })
  cancel(
    @Who() who: SignedIn,
    @Param('assignmentId', { schema: id }) assignmentId: number,
    @Body({ schema: cancelBody }) body: z.infer<typeof cancelBody>,
  ): Promise<AssignmentDetail> {
    return this.change(who, assignmentId, (now) => this.assignments.cancel(who, assignmentId, body, now));
  }

  /** Changes, then answers with what is there; a change on an older sight is answered with the present one, too. */
  private async change(
    who: SignedIn,
    assignmentId: number,
    work: (now: number) => Promise<void>,
  ): Promise<AssignmentDetail> {
    const now = this.clock();
    try {
      await work(now);
    } catch (error) {
      if (!(error instanceof DomainError) || error.details.present === undefined) throw error;
      const present = await readAssignment(this.dataSource, who, null, assignmentId, now);
      throw new DomainError(error.code, error.message, { present });
    }
    return readAssignment(this.dataSource, who, null, assignmentId, now);
  }
}
