import type { Instant } from '@duban/domain';
import type { JobHandler } from '../job/contract.js';
import { rehearseProgramme } from './rehearse-programme.js';
import { rulesDifference } from './rules-difference.js';

/** What a rehearsal job is told; checked when it was asked for, and read again by the domain's readers. */
export interface RehearsalParams {
  readonly from: string;
  readonly to: string;
  readonly launchAt?: Instant | undefined;
  readonly behaviour?: unknown;
  readonly cadences?: readonly unknown[] | undefined;
  readonly policies?: readonly unknown[] | undefined;
}

/** 预演 in the background; the result is the rehearsal contract's JSON. */
export const rehearsalJob: JobHandler = async ({ dataSource, job, progress, finish }) => {
  const { from, to, launchAt, behaviour, cadences, policies } = job.params as typeof job.params & RehearsalParams;
  await progress({ text: '正在准备预演用的数据', done: 0, total: null });
  const request = { programmeId: job.programmeId ?? 0, from, to, launchAt, behaviour, cadences, policies };
  const output = await rehearseProgramme(dataSource, request, (day, done, total) =>
    progress({ text: `预演到 ${day}`, done, total }),
  );
  await dataSource.transaction((manager) => finish(manager, output));
};

/** What a comparison of rules is told. */
export interface RulesTrialParams {
  readonly revision: number;
  readonly to: string;
  readonly cadences?: readonly unknown[] | undefined;
  readonly policies?: readonly unknown[] | undefined;
}

/** 规则比较 in the background: what new rules would change from now on. */
export const rulesDifferenceJob: JobHandler = async ({ dataSource, job, now, progress, finish }) => {
  const { revision, to, cadences, policies } = job.params as typeof job.params & RulesTrialParams;
  await progress({ text: '正在准备比较用的数据', done: 0, total: null });
  const trial = { programmeId: job.programmeId ?? 0, revision, to, cadences, policies };
  const output = await rulesDifference(dataSource, trial, now(), (day, done, total) =>
    progress({ text: `预演到 ${day}`, done, total }),
  );
  await dataSource.transaction((manager) => finish(manager, output));
};
