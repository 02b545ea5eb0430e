import { type LaunchFacts, launchFault, launchGaps } from '@duban/domain';
import { describe, expect, it } from 'vitest';

const whole: LaunchFacts = {
  title: '事项',
  objective: '目标',
  measures: '举措',
  deadline: '2026-06-30',
  standing: false,
  leadLeaders: 1,
  responsibleUnits: 1,
  deputyLeaders: 1,
};

describe('a project may be launched', () => {
  it('when it says everything and has exactly one of each', () => {
    expect(launchGaps(whole)).toEqual([]);
    expect(launchFault(whole)).toBeUndefined();
  });

  it('without a deadline only as standing work', () => {
    expect(launchGaps({ ...whole, deadline: null, standing: true })).toEqual([]);
    expect(launchGaps({ ...whole, deadline: null })).toHaveLength(1);
  });

  it.each<[Partial<LaunchFacts>, string]>([
    [{ objective: null }, '缺少目标任务'],
    [{ objective: '　' }, '缺少目标任务'],
    [{ measures: '' }, '缺少方法举措'],
    [{ leadLeaders: 0 }, '缺少牵头领导'],
    [{ responsibleUnits: 0 }, '缺少责任单位'],
    [{ deputyLeaders: 0 }, '缺少分管领导'],
    [{ leadLeaders: 2 }, '牵头领导只能有一个，现在有2个'],
    [{ deputyLeaders: 3 }, '分管领导只能有一个，现在有3个'],
  ])('not with %o', (more, gap) => {
    const gaps = launchGaps({ ...whole, ...more });
    expect(gaps).toHaveLength(1);
    expect(gaps[0]).toContain(gap);
    expect(launchFault({ ...whole, ...more })).toMatchObject({ code: 'LAUNCH_INCOMPLETE', details: { gaps } });
  });

  it('and hears of all gaps at once', () => {
    const bare = {
      ...whole,
      objective: null,
      measures: null,
      deadline: null,
      leadLeaders: 0,
      responsibleUnits: 0,
      deputyLeaders: 0,
    };
    expect(launchGaps(bare)).toHaveLength(6);
  });
});
