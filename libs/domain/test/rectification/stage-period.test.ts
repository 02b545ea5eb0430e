import { readStagePeriod, STAGES, stagePeriod } from '@duban/domain';
import { expect, it } from 'vitest';

it('reads back what it writes, of every stage and attempt', () => {
  for (const stage of STAGES) {
    for (const attempt of [1, 2, 13]) {
      expect(readStagePeriod(stagePeriod('2026-7', stage, attempt))).toEqual({ caseKey: '2026-7', stage, attempt });
    }
  }
});

it.each([
  '2026-7',
  '2026-7/',
  '2026-7/done',
  '2026-0/sign',
  '2026-07/sign',
  '2026-7/report#1',
  '2026-7/report#0',
  '2026-7/report#',
  ' 2026-7/sign',
])('%s names no stage', (period) => {
  expect(readStagePeriod(period)).toBeUndefined();
});
