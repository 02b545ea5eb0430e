import { DomainError, GUARANTEES, type PersonChoice, PROJECT_LEVELS, PROJECT_SOURCES } from '@duban/application';
import { z } from 'zod';
import { day, text, version, whole } from '../http/schemas.js';
import { MEANS_ONE, meansOne, somebodyFields, somebodyOf } from '../organization/organization.bodies.js';
import { guarantees } from './project.reads.js';

const recordId = (what: string) => whole(1, Number.MAX_SAFE_INTEGER, what);
const source = z.enum(PROJECT_SOURCES, { error: `立项来源应为 ${PROJECT_SOURCES.join('、')} 之一` });
const level = z.enum(PROJECT_LEVELS, { error: `项目级别应为 ${PROJECT_LEVELS.join('、')} 之一` });
const person = z
  .strictObject({ ...somebodyFields, duty: text(100, '职务').nullable().default(null) })
  .refine(meansOne, MEANS_ONE)
  .meta({ example: { name: '王某某', duty: '县委副书记' } });
const handler = z.union([text(50, '承办人'), z.strictObject(somebodyFields).refine(meansOne, MEANS_ONE)], {
  error: '承办人应为姓名，或写明 personId（已有人员）、newPerson（新人员）',
});
const supportingUnits = z.array(text(100, '配合单位')).max(50, '配合单位最多50个');
const fields = {
  objective: text(5000, '目标任务').nullable(),
  measures: text(5000, '方法举措').nullable(),
  deadline: day('完成时限').nullable(),
  sourceText: text(1000, '来源说明').nullable(),
  guarantees: guarantees((key) => text(1000, GUARANTEES[key])),
  parentId: recordId('上级清单项目编号').nullable(),
};

export const createBody = z
  .strictObject({
    title: text(200, '项目名称'),
    categoryId: recordId('类别编号'),
    unitId: recordId('责任单位编号'),
    objective: fields.objective.default(null),
    measures: fields.measures.default(null),
    deadline: fields.deadline.default(null),
    standing: z.boolean({ error: '长期坚持应为 true 或 false' }).default(false),
    supportingUnits: supportingUnits.default([]),
    source: source.nullable().default(null),
    sourceText: fields.sourceText.default(null),
    guarantees: fields.guarantees.default({}),
    level: level.nullable().default(null),
    parentId: fields.parentId.default(null),
    leadLeader: person.nullable().default(null).describe('牵头领导'),
    deputyLeader: person.nullable().default(null).describe('分管领导'),
    handler: handler
      .nullable()
      .default(null)
      .describe('承办人的姓名；有同名的，写明是哪一位')
      .meta({ example: { personId: 12 } }),
  })
  .refine(({ deadline, standing }) => !(standing && deadline !== null), {
    path: ['standing'],
    message: '长期坚持的项目没有完成时限，二者只填其一',
  })
  .meta({
    example: {
      title: '村级便民服务点改造',
      categoryId: 1,
      unitId: 3,
      objective: '改造12个村级便民服务点',
      measures: '统一标准，分批施工，按月调度',
      deadline: '2026-12-20',
      supportingUnits: ['县财政局'],
      source: '重点工作',
      sourceText: '县委常委会会议纪要〔2026〕5号',
      guarantees: { organization: '成立工作专班，由分管领导任组长', funds: '县财政安排专项资金120万元' },
      leadLeader: { name: '王某某', duty: '县委副书记' },
      deputyLeader: { name: '赵某某', duty: '副县长' },
      handler: { newPerson: { name: '李某某' } },
    },
  });

export const amendBody = z
  .strictObject({
    version,
    why: text(1000, '变更理由'),
    title: text(200, '项目名称').optional(),
    categoryId: recordId('类别编号').optional(),
    unitId: recordId('责任单位编号').optional(),
    handler: handler
      .optional()
      .describe('改责任单位时，新单位的承办人；不填即空缺；有同名的，写明是哪一位')
      .meta({ example: { personId: 12 } }),
    objective: fields.objective.optional(),
    measures: fields.measures.optional(),
    deadline: fields.deadline.optional(),
    standing: z.boolean({ error: '长期坚持应为 true 或 false' }).optional(),
    supportingUnits: supportingUnits.optional(),
    source: source.nullable().optional(),
    sourceText: fields.sourceText.optional(),
    guarantees: fields.guarantees.optional(),
    level: level.nullable().optional(),
    parentId: fields.parentId.optional(),
  })
  .refine(({ deadline, standing }) => !(standing === true && typeof deadline === 'string'), {
    path: ['standing'],
    message: '长期坚持的项目没有完成时限，二者只填其一',
  })
  .refine(({ unitId, handler }) => handler === undefined || unitId !== undefined, {
    path: ['handler'],
    message: '只在改责任单位时填承办人；单换承办人请用岗位任命',
  })
  .meta({
    example: {
      version: 1,
      why: '受连续降雨影响，工期顺延',
      objective: '改造10个村级便民服务点',
      deadline: '2026-12-20',
      supportingUnits: ['县财政局', '县住房和城乡建设局'],
    },
  });

/** Whom a body names for a post that a project has. */
export function handlerOf(named: z.infer<typeof handler> | null | undefined): PersonChoice | null {
  if (named === null || named === undefined) return null;
  return typeof named === 'string' ? { name: named } : somebodyOf(named);
}
export const leaderOf = ({
  duty,
  ...named
}: z.infer<typeof person>): PersonChoice & { readonly duty: string | null } => ({
  ...somebodyOf(named),
  duty,
});

export const planBody = z.strictObject({
  version,
  why: text(1000, '改动理由').optional(),
  lines: z
    .array(
      z.strictObject({
        month: text(7, '月份').describe('YYYY-MM'),
        percent: whole(0, 100, '计划进度'),
        text: text(1000, '当月要做的事').nullable().default(null),
      }),
    )
    .min(1, '请至少填写一个月的计划')
    .max(120, '最多120个月')
    .meta({
      example: [
        { month: '2026-09', percent: 40, text: '完成选址和设计' },
        { month: '2026-10', percent: 70, text: '主体完工' },
        { month: '2026-12', percent: 100, text: '验收并投入使用' },
      ],
    }),
});

/**
 * What a list above is broken down into is the office's to say; a unit learns nothing of items it may not read.
 * @param scope the unit to which the account is narrowed
 * @param parentId undefined when nothing is said of it; null cuts the tie
 */
export function assertMayTrace(scope: number | null, parentId: number | null | undefined): void {
  if (scope === null || parentId === undefined) return;
  throw new DomainError('UNKNOWN_PARENT', '上级清单项目由督办室指定，请不要填写');
}
