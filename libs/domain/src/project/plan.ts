import { type Day, dayOfMonth } from '../calendar/index.js';
import type { Fault } from '../input.js';

/** 逐月分解: what is to be done by the end of a month, cumulated, in percent. */
export interface PlanLine {
  /** `YYYY-MM` */
  readonly month: string;
  readonly percent: number;
  readonly text: string | null;
}

/** How many points behind the plan 序时进度 a project is yellow from, and red over. */
export interface PlanLights {
  readonly yellowFromPoints: number;
  readonly redOverPoints: number;
}

/** 10 to 30 points behind, both inclusive, is yellow, more is red: a rule seen in the field (domain C.5, 银川). */
export const DEFAULT_PLAN_LIGHTS: PlanLights = { yellowFromPoints: 10, redOverPoints: 30 };

export type PlanLight = 'green' | 'yellow' | 'red';

const MONTH = /^\d{4}-(0[1-9]|1[0-2])$/;

/**
 * What is wrong with a plan: months rise, percents never fall, and the last line is the whole in the month of the
 * deadline. Standing work has no deadline: its plan ends with any month.
 * @returns faults by path, such as `lines.2.percent`; empty when the plan may be laid down
 */
export function planFaults(lines: readonly PlanLine[], deadline: Day | null): Fault[] {
  const faults: Fault[] = [];
  const fault = (path: string, message: string): void => {
    faults.push({ path: `lines${path}`, message });
  };
  if (lines.length === 0) fault('', '请至少填写一个月的计划');
  lines.forEach(({ month, percent }, i) => {
    const before = lines[i - 1];
    if (!MONTH.test(month)) fault(`.${i}.month`, `第${i + 1}行的月份应写作 2026-07`);
    if (!Number.isInteger(percent) || percent < 0 || percent > 100) {
      fault(`.${i}.percent`, `第${i + 1}行的计划进度应为0到100的整数`);
    }
    if (!before) return;
    if (month <= before.month) fault(`.${i}.month`, `第${i + 1}行的月份应晚于上一行的 ${before.month}`);
    if (percent < before.percent) {
      fault(`.${i}.percent`, `第${i + 1}行的计划进度是累计数，不能低于上一行的 ${before.percent}%`);
    }
  });
  const last = lines.at(-1);
  if (last && last.percent !== 100) fault(`.${lines.length - 1}.percent`, '最后一行的计划进度应为100%');
  if (last && deadline !== null && last.month !== deadline.slice(0, 7)) {
    fault(`.${lines.length - 1}.month`, `计划应在完成时限所在的月份（${deadline.slice(0, 7)}）到100%`);
  }
  return faults;
}

/** The last day of a line: of its month, or the deadline when that comes first. */
export function planLineEnd({ month }: PlanLine, deadline: Day | null): Day {
  const end = dayOfMonth(Number(month.slice(0, 4)), Number(month.slice(5)), 31);
  return deadline !== null && deadline.slice(0, 7) === month ? deadline : end;
}

/** What the plan asks for by a day, in percent: that of the last line whose last day is over; 0 before the first. */
export function plannedPercent(lines: readonly PlanLine[], deadline: Day | null, today: Day): number {
  return lines.findLast((line) => planLineEnd(line, deadline) < today)?.percent ?? 0;
}

/** Progress less plan, in points; a project that has reported nothing has done nothing. */
export function deviationPoints(planned: number, actual: number | null): number {
  return (actual ?? 0) - planned;
}

/** The light of a deviation: 10 points behind are yellow already, 30 not red yet. */
export function planLight(deviation: number, lights: PlanLights): PlanLight {
  const behind = -deviation;
  if (behind > lights.redOverPoints) return 'red';
  return behind >= lights.yellowFromPoints ? 'yellow' : 'green';
}
