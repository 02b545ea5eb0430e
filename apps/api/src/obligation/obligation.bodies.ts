import { z } from 'zod';
import { paging } from '../http/paging.js';
import { day, queryFlag, queryId, text, version, whole } from '../http/schemas.js';
import { LIGHTS, STATES } from './obligation.reads.js';

export const listQuery = z.strictObject({
  ...paging,
  programmeId: queryId('专项编号').optional(),
  categoryId: queryId('类别编号').optional(),
  projectId: queryId('项目编号').optional(),
  roundId: queryId('轮次编号').optional(),
  unitId: queryId('单位编号').optional(),
  personId: queryId('人员编号').optional().describe('现任这个项目“1+3”或承办、督办岗位之一的人员'),
  state: z.enum(STATES, { error: `状态应为 ${STATES.join('、')} 之一` }).optional(),
  extensionPending: queryFlag('有待审批的延期申请 extensionPending').optional(),
  light: z.enum(LIGHTS, { error: `亮灯应为 ${LIGHTS.join('、')} 之一` }).optional(),
  live: queryFlag('在办 live').optional().describe('按时限或亮灯查时，不填即只查在办的'),
  overdue: queryFlag('逾期 overdue').optional(),
  dueFrom: day('时限起').optional(),
  dueTo: day('时限止').optional().describe('含这一天'),
  text: text(50, '检索文字').optional().describe('项目名称中的文字'),
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
