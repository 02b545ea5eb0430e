import type { MoveTable } from '../state-machine.js';

/** States of a background job 后台作业: 排队, 进行中, 完成, 失败, 已取消. */
export type JobState = 'queued' | 'running' | 'done' | 'failed' | 'cancelled';

/** `requeue`: whoever ran it was interrupted; it waits to be taken up again. */
export type JobAct = 'begin' | 'finish' | 'fail' | 'cancel' | 'requeue';

export const JOB_TRANSITIONS: MoveTable<JobState, JobAct> = {
  // One that runs is begun again only when its lease has run out: the process that held it is gone.
  begin: { from: ['queued', 'running'], to: 'running' },
  finish: { from: ['running'], to: 'done' },
  fail: { from: ['queued', 'running'], to: 'failed' },
  cancel: { from: ['queued', 'running'], to: 'cancelled' },
  requeue: { from: ['running'], to: 'queued' },
};
