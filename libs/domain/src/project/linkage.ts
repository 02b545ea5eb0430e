import { DomainError } from '../error.js';

/** What a project must state before it may be launched: the five fields of the list and the "1+3" line. */
export interface LaunchFacts {
  readonly title: string;
  readonly objective: string | null;
  readonly measures: string | null;
  readonly deadline: string | null;
  /** 长期坚持: standing work has no deadline and owes no completion. */
  readonly standing: boolean;
  readonly leadLeaders: number;
  readonly responsibleUnits: number;
  readonly deputyLeaders: number;
}

/** What is missing or too many, in Chinese; empty when the project may be launched (domain A2, A3). */
export function launchGaps(facts: LaunchFacts): string[] {
  const gaps: string[] = [];
  if (!facts.objective?.trim()) gaps.push('缺少目标任务');
  if (!facts.measures?.trim()) gaps.push('缺少方法举措');
  if (facts.deadline === null && !facts.standing) gaps.push('缺少完成时限（长期坚持的请标明）');
  for (const [count, word] of [
    [facts.leadLeaders, '牵头领导'],
    [facts.responsibleUnits, '责任单位'],
    [facts.deputyLeaders, '分管领导'],
  ] as const) {
    if (count === 0) gaps.push(`缺少${word}`);
    if (count > 1) gaps.push(`${word}只能有一个，现在有${count}个（“1+3”联挂）`);
  }
  return gaps;
}

/** Why a project may not be launched yet: a LAUNCH_INCOMPLETE that names every gap; undefined when it may. */
export function launchFault(facts: LaunchFacts): DomainError | undefined {
  const gaps = launchGaps(facts);
  if (gaps.length === 0) return undefined;
  return new DomainError('LAUNCH_INCOMPLETE', `“${facts.title}”还不能下达：${gaps.join('；')}`, { gaps });
}
