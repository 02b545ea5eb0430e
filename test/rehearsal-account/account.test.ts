import type { RehearsalEvent } from '@duban/application';
import { describe, expect, it } from 'vitest';
import { account } from '../../scripts/rehearse/account.js';
import { countyInput, outputOf } from './county.js';

const input = countyInput();
const REPORT = { cadence: 'monthly-report', period: '2026-09', due: '2026-09-30T17:30:00+08:00' } as const;

function opened(project: number, more: Partial<Extract<RehearsalEvent, { kind: 'opened' }>> = {}): RehearsalEvent {
  return {
    at: '2026-09-01T09:00:00+08:00',
    kind: 'opened',
    project,
    ...REPORT,
    provisional: false,
    late: false,
    ...more,
  };
}

function notice(project: number, more: Partial<Extract<RehearsalEvent, { kind: 'notice' }>> = {}): RehearsalEvent {
  return {
    at: '2026-10-08T09:00:00+08:00',
    kind: 'notice',
    project,
    ...REPORT,
    rung: 'blue',
    action: 'slip-blue',
    to: [{ post: 'unit-head', name: '丁某' }],
    dueRevision: 1,
    late: false,
    ...more,
  };
}

/** The account without its line breaks and indentation, so that a test does not depend on where a line wraps. */
const flat = (events: RehearsalEvent[], rest = {}): string =>
  account(outputOf({ events, ...rest }), input).replace(/\n\s*/gu, '');

describe('by day', () => {
  it('tells what opens once for all projects, with its due and the arithmetic', () => {
    const text = flat([opened(1), opened(2), opened(3)]);
    expect(text).toContain('一月一报告 2026年9月：全部3项，时限9月30日17:30（期内最后一个工作日）');
  });

  it('names projects that are few and numbers those that are some', () => {
    expect(flat([opened(2)])).toContain('第2项《事项2》，时限');
    expect(flat([opened(1), opened(2)])).toContain('第1项《事项1》、第2项《事项2》');
  });

  it('says how a holiday moved a due, and does not when none did', () => {
    const inspection = { cadence: 'quarterly-inspection', period: '2026-Q3', due: '2026-09-24T17:30:00+08:00' };
    expect(flat([opened(1, inspection)])).toContain('遇休息日提前；9月25日（放假）不算');
    const december = { cadence: 'quarterly-inspection', period: '2026-Q4', due: '2026-12-25T17:30:00+08:00' };
    expect(flat([opened(1, december)])).not.toContain('不算');
  });

  it('marks a make-up workday and a day off beside the weekday', () => {
    expect(flat([notice(1, { at: '2026-10-10T09:00:00+08:00' })])).toContain('10月10日 周六（调休上班）');
    expect(flat([notice(1, { at: '2026-10-01T09:00:00+08:00' })])).toContain('10月1日 周四（放假）');
    expect(flat([notice(1, { at: '2026-10-17T09:00:00+08:00' })])).toMatch(/10月17日 周六 /u);
  });

  it('names the slip by its colour, whom it goes to, and a post that nobody holds', () => {
    expect(flat([notice(1)])).toContain('蓝色督办单');
    expect(flat([notice(1)])).toContain('送责任单位负责人丁某');
    const vacant = flat([
      notice(1, {
        to: [
          { post: 'unit-head', name: null },
          { post: 'office', name: '戊某' },
        ],
      }),
    ]);
    expect(vacant).toContain('送责任单位负责人（空缺）、督办室戊某');
    expect(vacant).toContain('下达前请先任命：责任单位负责人1项');
  });

  it('says that a notice or an opening came late, and nothing when it did not', () => {
    expect(flat([notice(1, { late: true })])).toContain('系统恢复后补发');
    expect(flat([opened(1, { late: true })])).toContain('系统恢复后补开');
    expect(flat([notice(1), opened(1)])).not.toContain('系统恢复后');
  });

  it('tells a late report from one in time', () => {
    const submitted = (at: string): RehearsalEvent => {
      return { at, kind: 'moved', project: 1, ...REPORT, from: 'open', to: 'submitted' };
    };
    expect(flat([submitted('2026-10-08T10:00:00+08:00')])).toContain('已过时限（迟报）');
    expect(flat([submitted('2026-09-30T17:30:00+08:00')])).not.toContain('迟报');
  });

  it('gives the reason of a refusal in Chinese', () => {
    const refused: RehearsalEvent = {
      at: '2026-10-08T10:00:00+08:00',
      kind: 'refused',
      project: 1,
      cadence: 'monthly-report',
      period: '2026-09',
      do: 'extend',
      code: 'PAST_DUE',
    };
    expect(flat([refused])).toContain('延期：一月一报告 2026年9月，第1项《事项1》——已过时限');
  });

  it('tells appointments and outages, which leave no event, but none that was refused or never happened', () => {
    const behaviour = [
      { at: '2026-09-01T10:00', do: 'appoint', project: 1, post: 'unit-head', name: '丁某' },
      { at: '2026-09-01T10:00', do: 'appoint', project: 2, post: 'unit-head', name: '丁某' },
      { at: '2026-09-05T08:00', do: 'outage', until: '2026-09-07T08:00' },
      { at: '2026-09-08T10:00', do: 'close-project', project: 1 },
      { at: '2027-01-08T10:00', do: 'close-project', project: 3 },
    ];
    const acted = countyInput({ behaviour: { name: '行为.json', json: behaviour } });
    const refused: RehearsalEvent = {
      at: '2026-09-08T10:00:00+08:00',
      kind: 'refused',
      project: 1,
      cadence: null,
      period: null,
      do: 'close-project',
      code: 'OPEN_CASE',
    };
    const text = account(outputOf({ events: [refused] }), acted);
    expect(text).toContain('任免：第1项《事项1》、第2项《事项2》，责任单位负责人自此由丁某担任');
    expect(text).toContain('至9月7日08:00恢复');
    expect(text).not.toContain('项目结项：第3项');
    expect(text.match(/项目结项：/gu)).toHaveLength(1);
  });
});

describe('by person', () => {
  it('counts by action and day, and gives a vacant post its unit', () => {
    const text = account(
      outputOf({
        events: [
          notice(1),
          notice(2),
          notice(2, { at: '2026-10-09T09:00:00+08:00', action: 'slip-red' }),
          notice(3, { to: [{ post: 'handler', name: null }] }),
        ],
      }),
      input,
    );
    expect(text).toContain('丁某（责任单位负责人，2项） 共3件');
    expect(text).toMatch(/蓝色督办单 2件 {2}10月：8日2件/u);
    expect(text).toMatch(/红色督办单 1件 {2}10月：9日1件/u);
    expect(text).toContain('县委组织部 承办人 共1件');
    expect(text).toContain('台账所列而没有收到通知的：甲某、乙某、丙某');
  });
});

describe('the board and the rates', () => {
  const row = {
    project: 1,
    cadence: 'monthly-report',
    period: '2026-09',
    state: 'received',
    due: '2026-09-30T17:30:00+08:00',
    originalDue: '2026-09-28T17:30:00+08:00',
    light: 'red',
    overdueWorkdays: 17,
  } as const;

  it('shows the light, the workdays overdue and both limits', () => {
    const text = account(outputOf({ board: [row] }), input);
    expect(text).toContain('红灯1件');
    expect(text).toMatch(/红 {2}一月一报告 2026年9月 {2}9月30日（原9月28日） +17 {2}已签收未报送 {2}第1项《事项1》/u);
  });

  it('leaves the workdays empty where nothing is overdue', () => {
    const text = account(
      outputOf({ board: [{ ...row, light: 'blue', state: 'submitted', overdueWorkdays: 0 }] }),
      input,
    );
    expect(text).toMatch(/蓝 {2}一月一报告 2026年9月 {2}9月30日（原9月28日） {2,}已报送待审核/u);
  });

  it('prints the rates as they are, a zero denominator too', () => {
    const rate = { unit: '县民政局', due: 4, onTime: 3, onTimeOriginal: 2, rate: '75.0%', rateOriginal: '50.0%' };
    const none = { unit: '县委组织部', due: 0, onTime: 0, onTimeOriginal: 0, rate: '—', rateOriginal: '—' };
    const text = account(outputOf({ rates: [rate, none] }), input);
    expect(text).toMatch(/县民政局 +4 +3 +75\.0% +2 +50\.0%/u);
    expect(text).toMatch(/县委组织部 +0 +0 +— +0 +—/u);
  });
});

describe('the crowded days', () => {
  it('counts openings, dues and notices of a day and marks the most crowded', () => {
    const text = account(outputOf({ events: [opened(1), opened(2), notice(1), notice(2), notice(3)] }), input);
    expect(text).toMatch(/2026年10月8日 周四 +3 +0 +0 +3/u);
    expect(text).toMatch(/2026年9月30日 周三 +2 +0 +2 +0/u);
    expect(text).toContain('8    3*');
    expect(text).toContain('10班');
  });

  it('moves a due with its extension and drops a cancelled one', () => {
    const moved = (project: number, to: string, due: string): RehearsalEvent => {
      return { at: '2026-09-10T09:00:00+08:00', kind: 'moved', project, ...REPORT, from: 'open', to, due };
    };
    const text = account(
      outputOf({
        events: [
          opened(1),
          opened(2),
          moved(1, 'open', '2026-10-15T17:30:00+08:00'),
          moved(2, 'cancelled', REPORT.due),
        ],
      }),
      input,
    );
    expect(text).toMatch(/2026年10月15日 周四 +1 +0 +1 +0/u);
    expect(text).not.toMatch(/2026年9月30日 周三 +\d/u);
  });

  it('names the person and the day hit hardest', () => {
    const text = account(
      outputOf({ events: [notice(1), notice(2), notice(3, { at: '2026-10-09T09:00:00+08:00' })] }),
      input,
    );
    expect(text).toMatch(/丁某 +3 +2026年10月8日 +2 +责任单位负责人，3项/u);
  });
});

it('says that nothing happens when nothing does', () => {
  const text = account(outputOf({}), input);
  expect(text).toContain('这段时间里什么也不会发生。');
  expect(text).toContain('没有未了的事项。');
});
