import { addDays, dayOfInstant, instantAt, type PersonChoice } from '@duban/application';
import { z } from 'zod';
import { day, text, version, whole } from '../http/schemas.js';

const personId = whole(1, Number.MAX_SAFE_INTEGER, '人员编号');
const newPerson = z.strictObject({ name: text(50, '姓名'), phone: text(30, '电话').optional() });
const ONE_OF = '请用 personId（已有人员）、newPerson（新人员，可与他人同名）或 name（唯一的姓名）指明一个人';

/** Whom a body means: exactly one of the three ways. */
export const personFields = {
  personId: personId.optional(),
  newPerson: newPerson.optional().describe('另建一个人员，可与已有人员同名'),
  name: text(50, '姓名').nullable().optional().describe('没有重名时可用；null 表示空缺'),
};

interface PersonFields {
  readonly personId?: number | undefined;
  readonly newPerson?: z.infer<typeof newPerson> | undefined;
  readonly name?: string | null | undefined;
}

export const meansOne = ({ personId, newPerson, name }: PersonFields): boolean =>
  [personId, newPerson, name].filter((field) => field !== undefined).length === 1;
export const MEANS_ONE = { error: ONE_OF, path: ['personId'] };

/** The person meant; null when the post shall be vacant. */
export function choiceOf({ personId, newPerson, name }: PersonFields): PersonChoice | null {
  if (personId !== undefined) return { personId };
  if (newPerson !== undefined) return { newPerson };
  return name == null ? null : { name };
}

/** As `personFields`, where nobody is said by leaving the whole out. */
export const somebodyFields = {
  personId: personId.optional().describe('已有的人员，同名的用编号指明'),
  newPerson: personFields.newPerson,
  name: text(50, '姓名').optional().describe('没有重名时可用'),
};

/** The person meant by fields of which exactly one is given. */
export function somebodyOf(fields: Omit<PersonFields, 'name'> & { readonly name?: string | undefined }): PersonChoice {
  const choice = choiceOf(fields);
  if (choice === null) throw new Error('no person is meant');
  return choice;
}

const successor = z
  .strictObject({
    ...somebodyFields,
    newPerson: somebodyFields.newPerson.describe('系统里还没有的人员，新建一个'),
    name: somebodyFields.name.describe('已有人员的姓名，没有重名时可用；没有这个人的，用 newPerson 新建'),
  })
  .refine(meansOne, MEANS_ONE)
  .meta({ example: { personId: 12 } });

export const appointBody = z
  .strictObject({
    version,
    ...personFields,
    from: day('任职开始日期').optional().describe('不填即现在；以后的日期到时自行生效'),
    to: day('任职最后一天').optional().describe('含当日；期满后岗位空缺'),
  })
  .refine(meansOne, MEANS_ONE)
  .meta({ example: { version: 1, personId: 12, from: '2026-12-01' } });
export const endBody = z
  .strictObject({
    version,
    on: day('最后一天').optional().describe('含当日；不填即现在结束'),
    callOff: z
      .boolean({ error: 'callOff 应为 true 或 false' })
      .default(false)
      .describe('true：只取消还没有开始的任职；已经开始的不动，答复里说明怎么办'),
    why: text(1000, '理由'),
  })
  .refine(({ on, callOff }) => !callOff || on === undefined, {
    error: '取消还没有开始的任职（callOff）不填最后一天 on',
    path: ['on'],
  })
  .meta({ example: { version: 1, callOff: true, why: '另有安排' } });
export const handoverBody = z.strictObject({
  why: text(1000, '移交原因'),
  from: day('生效日期').optional().describe('不填即现在；以后的日期到时自行生效，届时未读的通知转给接任人'),
  successor: successor.optional().describe('没有另行指定的岗位都由其接任'),
  posts: z
    .array(
      z.strictObject({
        postId: whole(1, Number.MAX_SAFE_INTEGER, '岗位编号'),
        version,
        successor: successor.nullable().optional().describe('这个岗位另由谁接任；null 表示空缺'),
      }),
    )
    .min(1, '请至少选一个要移交的岗位')
    .max(500, '一次最多移交500个岗位')
    .refine((posts) => new Set(posts.map(({ postId }) => postId)).size === posts.length, '同一岗位不能重复出现'),
});

/** Days of a tenure as instants: today means now, the last day is held to its end. */
export function tenureOf(
  { from, to }: { readonly from?: string | undefined; readonly to?: string | undefined },
  now: number,
): { from: number | undefined; to: number | undefined } {
  return {
    from: from === undefined || from === dayOfInstant(now) ? undefined : instantAt(from, '00:00'),
    to: to === undefined ? undefined : instantAt(addDays(to, 1), '00:00'),
  };
}
