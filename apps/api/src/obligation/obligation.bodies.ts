import { z } from 'zod';
import { paging } from '../http/paging.js';
import { day, queryId, text, version, whole } from '../http/schemas.js';
import { STATES } from './obligation.reads.js';

const flag = (what: string) =>
  z.enum(['true', 'false'], { error: `${what}应为 true 或 false` }).transform((value) => value === 'true');

export const listQuery = z.strictObject({
  ...paging,
  programmeId: queryId('专项编号').optional(),
  projectId: queryId('项目编号').optional(),
  roundId: queryId('轮次编号').optional(),
  unitId: queryId('单位编号').optional(),
  state: z.enum(STATES, { error: `状态应为 ${STATES.join('、')} 之一` }).optional(),
  live: flag('在办 live').optional(),
  overdue: flag('逾期 overdue').optional(),
  extensionPending: flag('有待审批的延期申请 extensionPending').optional(),
});

export const receiveBody = z.strictObject({ version });
export const submitBody = z.strictObject({
  version,
  progressPercent: whole(0, 100, '完成比例').optional(),
  text: text(5000, '进展情况'),
  problems: text(5000, '存在问题').optional(),
  nextSteps: text(5000, '下步打算').optional(),
});
export const acceptBody = z.strictObject({ version, why: text(1000, '意见').optional() });
export const returnBody = z.strictObject({
  version,
  why: text(1000, '退回理由'),
  withinWorkdays: whole(1, 365, '整改工作日数 withinWorkdays').optional(),
});
export const extendBody = z.strictObject({ version, newDue: day('新的时限'), why: text(1000, '延期理由') });
export const suspendBody = z.strictObject({ version, why: text(1000, '中止理由') });
export const resumeBody = z.strictObject({ version, why: text(1000, '恢复说明').optional() });
export const pressBody = z.strictObject({ text: text(200, '催办意见').optional() });
