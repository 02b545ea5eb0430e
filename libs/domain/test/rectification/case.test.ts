import {
  BUNDLED_CALENDAR,
  consequencesOf,
  formatInstant,
  instantAt,
  lookBackOpensAt,
  profileOfStage,
  REASONS,
  readStagePeriod,
  STAGES,
  type Stage,
  stageDue,
  stageOwedBy,
  stagePeriod,
  WorkCalendar,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const calendar = new WorkCalendar(BUNDLED_CALENDAR);
const ISSUED = instantAt('2026-09-28', '10:00'); // then 29, 30, 10-08, 09, Saturday 10 …
const within = { issued: 15 };

describe('a stage', () => {
  it.each<[Stage, string]>([
    ['sign', '2026-09-30T17:30'],
    ['plan', '2026-10-10T17:30'],
    ['report', '2026-10-23T17:30'],
    ['verify', '2026-10-10T17:30'],
    ['look-back', '2026-10-10T17:30'],
  ])('%s is due %s', (stage, due) => {
    expect(formatInstant(stageDue(stage, ISSUED, 15, calendar)).slice(0, 16)).toBe(due);
  });

  it('names itself by case and attempt, and is read back', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...STAGES),
        fc.integer({ min: 1, max: 99 }),
        fc.integer({ min: 1, max: 30 }),
        (stage, number, n) => {
          const attempt = stage === 'sign' || stage === 'plan' ? 1 : n;
          const caseKey = `2026-${number}`;
          expect(readStagePeriod(stagePeriod(caseKey, stage, attempt))).toEqual({ caseKey, stage, attempt });
        },
      ),
    );
    expect(stagePeriod('2026-1', 'report', 1)).toBe('2026-1/report');
    expect(stagePeriod('2026-1', 'report', 2)).toBe('2026-1/report#2');
  });

  it.each([
    '2026-1',
    '2026-0/sign',
    '2026-01/sign',
    '26-1/sign',
    '2026-1/dance',
    '2026-1/report#1',
    '2026-1/report#0',
    '2026-1/report#',
    '-',
  ])('%s names none', (period) => expect(readStagePeriod(period)).toBeUndefined());

  it('is owed by the unit, or by the office for what checks it', () => {
    expect(STAGES.map((stage) => `${stage} ${stageOwedBy(stage)} ${profileOfStage(stage)}`)).toEqual([
      'sign unit sign',
      'plan unit report',
      'report unit verified-report',
      'verify office verification',
      'look-back office verification',
    ]);
  });

  it('has one of four reasons', () => {
    expect(REASONS).toEqual(['工作不重视', '活动不扎实', '效果不明显', '其他']);
  });
});

describe('what a move brings about', () => {
  const kinds = (stage: Stage, act: Parameters<typeof consequencesOf>[2], attempt = 1, again?: number) =>
    consequencesOf(stage, attempt, act, { ...within, again }).map((c) =>
      c.kind === 'open' ? `open ${c.stage}#${c.attempt} from ${c.from} within ${c.withinWorkdays}` : c.kind,
    );

  it('is the regulation of a case', () => {
    expect(kinds('sign', 'receive')).toEqual(['open plan#1 from issue within 15']);
    expect(kinds('plan', 'accept')).toEqual(['open report#1 from issue within 15']);
    expect(kinds('report', 'submit')).toEqual(['open verify#1 from now within 15']);
    expect(kinds('verify', 'accept')).toEqual(['end-report', 'close-out']);
    expect(kinds('verify', 'return')).toEqual(['end-report', 'open report#2 from now within 10']);
    expect(kinds('verify', 'return', 2, 3)).toEqual(['end-report', 'open report#3 from now within 3']);
    expect(kinds('look-back', 'accept')).toEqual(['archive']);
    expect(kinds('look-back', 'return', 2)).toEqual(['re-open', 'open report#3 from now within 10']);
  });

  it('is nothing for every other move', () => {
    const moving = [
      'sign receive',
      'plan accept',
      'report submit',
      'verify accept',
      'verify return',
      'look-back accept',
      'look-back return',
    ];
    for (const stage of STAGES) {
      for (const act of ['receive', 'submit', 'accept', 'return'] as const) {
        if (!moving.includes(`${stage} ${act}`)) expect(kinds(stage, act)).toEqual([]);
      }
    }
  });
});

describe('the look-back', () => {
  it('opens at 09:00 on the first workday after 29 days', () => {
    const opens = (day: string) => formatInstant(lookBackOpensAt(instantAt(day, '23:00'), calendar)).slice(0, 16);
    expect(opens('2026-10-26')).toBe('2026-11-25T09:00');
    expect(opens('2026-09-01')).toBe('2026-10-08T09:00'); // 30 September is the 29th day
  });
});
