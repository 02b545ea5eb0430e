import {
  ASSIGNMENT_POLICIES,
  assignmentDue,
  BUNDLED_CALENDAR,
  defaultWorkdays,
  formatInstant,
  parseInstant,
  Reader,
  readPolicies,
  statedLimit,
  WorkCalendar,
} from '@duban/domain';
import { describe, expect, it } from 'vitest';

const calendar = new WorkCalendar(BUNDLED_CALENDAR);
const at = (text: string): number => parseInstant(text) ?? Number.NaN;
const NOW = at('2026-09-29T15:00'); // two workdays before the holiday
const due = (limit: Parameters<typeof assignmentDue>[0], urgency: '特急' | '加急' | '平件' = '平件') =>
  formatInstant(assignmentDue(limit, { basis: '领导批示', urgency }, NOW, calendar).dueAt);

describe('the limit of an assignment', () => {
  it('in working days does not count the day of assignment, nor the holiday', () => {
    expect(due({ workdays: 1 })).toBe('2026-09-30T17:30:00+08:00');
    expect(due({ workdays: 2 })).toBe('2026-10-08T17:30:00+08:00');
    expect(due({ workdays: 3 })).toBe('2026-10-09T17:30:00+08:00');
    expect(due({ workdays: 4 })).toBe('2026-10-10T17:30:00+08:00'); // a make-up workday
  });

  it('on a stated day is taken as given, an off day too; in hours it is exact', () => {
    expect(due({ day: '2026-10-03' })).toBe('2026-10-03T17:30:00+08:00');
    expect(due({ day: '2026-10-03', time: '12:00' })).toBe('2026-10-03T12:00:00+08:00');
    expect(due({ hours: 30 }, '特急')).toBe('2026-09-30T21:00:00+08:00');
  });

  it('in hours is 特急 alone, and then to the minute: no time of day goes with it', () => {
    expect(() => due({ hours: 30 }, '加急')).toThrow('只有特急才按小时计时限');
    expect(() => due({ hours: 30, time: '12:00' }, '特急')).toThrow('不再填办结时间');
    expect(due({ time: '12:00' }, '特急')).toBe('2026-09-30T12:00:00+08:00');
  });

  it('of a unit brought in later is the assignment’s unless one is stated; a time alone says nothing', () => {
    expect(statedLimit()).toBeUndefined();
    expect(statedLimit({ day: undefined, time: undefined })).toBeUndefined();
    for (const limit of [{ day: '2026-10-03' }, { workdays: 2, time: '12:00' }, { hours: 3 }]) {
      expect(statedLimit(limit)).toBe(limit);
    }
    expect(() => statedLimit({ time: '12:00' })).toThrow('须与办结日期或办理工作日数一起填写');
  });

  it('must lie ahead', () => {
    expect(() => due({ day: '2026-09-28' })).toThrow('必须晚于现在');
    expect(() => due({ day: '2026-09-29', time: '15:00' })).toThrow('必须晚于现在');
    expect(due({ day: '2026-09-29', time: '15:01' })).toBe('2026-09-29T15:01:00+08:00');
  });

  it('that nobody stated is the one of its kind', () => {
    expect(due({}, '特急')).toBe(due({ workdays: 1 }));
    expect(due({}, '加急')).toBe(due({ workdays: 5 }));
    expect([
      defaultWorkdays('公文', '平件'),
      defaultWorkdays('会议纪要', '平件'),
      defaultWorkdays('领导批示', '平件'),
    ]).toEqual([30, 20, 15]);
  });

  it('beyond the published holidays is provisional', () => {
    const far = assignmentDue({ workdays: 90 }, { basis: '其他', urgency: '平件' }, NOW, calendar);
    expect(far.provisional).toBe(true);
    expect(assignmentDue({ workdays: 2 }, { basis: '其他', urgency: '平件' }, NOW, calendar).provisional).toBe(false);
  });
});

it('the ladders of assignments are policies like any other; 特急 counts in hours alone', () => {
  const faults = new Reader();
  expect(readPolicies(JSON.parse(JSON.stringify(ASSIGNMENT_POLICIES)), faults)).toHaveLength(3);
  expect(faults.faults).toEqual([]);
  expect(ASSIGNMENT_POLICIES[2]?.rungs.every(({ offset }) => 'hours' in offset)).toBe(true);
  expect(ASSIGNMENT_POLICIES[1]?.rungs.some(({ offset }) => 'hours' in offset)).toBe(false);
});
