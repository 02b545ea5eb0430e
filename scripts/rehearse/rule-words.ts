import type { RehearsalInput } from '@duban/application';
import {
  addDays,
  COMPLETION,
  type Day,
  type DayRule,
  dayNumber,
  formatInstant,
  newTrace,
  periodByKey,
  RECTIFICATION,
  readStagePeriod,
  resolveDayRule,
  type WorkCalendar,
  weekdayOf,
} from '@duban/domain';
import { dayWords } from './words.js';

const ROLLS = { forward: '，遇休息日顺延', back: '，遇休息日提前', none: '' } as const;
const SHOWN = 6;

/** How a due came about: the rule, then the days that were counted and those that were not. Empty when it needs no word. */
export function dueInWords(
  input: RehearsalInput,
  calendar: WorkCalendar,
  slot: { readonly cadence: string; readonly period: string; readonly due: string },
): string {
  if (slot.cadence === COMPLETION) return '台账所列完成时限';
  if (slot.cadence === RECTIFICATION) return stageRule(slot.period);
  const cadence = input.rules.cadences.find(({ key }) => key === slot.cadence);
  const period = cadence && periodByKey(cadence, slot.period);
  if (!cadence || !period) return '';
  const trace = newTrace();
  if (formatInstant(resolveDayRule(cadence.due, period, calendar, trace)) !== slot.due) return '';
  const counted = trace.counted.length > 1 ? `：数${listed(trace.counted, calendar)}` : '';
  const skipped = trace.skipped.length > 0 ? `；${listed(trace.skipped, calendar)}不算` : '';
  return ruleInWords(cadence.due) + counted + skipped;
}

function ruleInWords(rule: DayRule): string {
  return dayRuleInWords(rule) + ROLLS[rule.roll ?? 'none'];
}

function dayRuleInWords(rule: DayRule): string {
  if ('day' in rule) return rule.month === undefined ? `期末当月${rule.day}日` : `期内第${rule.month}个月${rule.day}日`;
  if ('workday' in rule) {
    if (rule.workday > 0) return `期内第${rule.workday}个工作日`;
    return rule.workday === -1 ? '期内最后一个工作日' : `期内倒数第${-rule.workday}个工作日`;
  }
  if ('workdayAfter' in rule) return `期满后第${rule.workdayAfter}个工作日`;
  return 'firstDay' in rule ? '期内第一天' : '期内最后一天';
}

function stageRule(period: string): string {
  const named = readStagePeriod(period);
  switch (named?.stage) {
    case 'sign':
      return '下达后第2个工作日';
    case 'plan':
      return '下达后第5个工作日';
    case 'report':
      return named.attempt > 1 ? '自退回之日起数工作日' : '自下达之日起数工作日';
    case 'verify':
      return '报告报送后第5个工作日';
    case 'look-back':
      return '开启后第5个工作日';
    default:
      return '';
  }
}

/** Days with their remarks; three or more in a row are told as a stretch. */
function listed(days: readonly Day[], calendar: WorkCalendar): string {
  const stretches: Day[][] = [];
  for (const day of [...new Set(days)].sort()) {
    const open = stretches.at(-1);
    if (open?.at(-1) === addDays(day, -1)) open.push(day);
    else stretches.push([day]);
  }
  const told = stretches.flatMap((stretch) => tell(stretch, calendar));
  return told.slice(0, SHOWN).join('、') + (told.length > SHOWN ? '等' : '');
}

function tell(stretch: readonly Day[], calendar: WorkCalendar): string[] {
  const [first, last] = [stretch[0], stretch.at(-1)];
  if (stretch.length < 3 || !first || !last) return stretch.map((day) => dayWords(day) + remark(day, calendar));
  const remarks = new Set(stretch.map((day) => remark(day, calendar)));
  const common = remarks.size === 1 ? remark(first, calendar) : remarks.has('（放假）') ? '（放假）' : '';
  return [`${dayWords(first)}至${dayWords(last)}${common}`];
}

function remark(day: Day, calendar: WorkCalendar): string {
  const weekend = weekdayOf(dayNumber(day)) > 5;
  if (calendar.isWorkday(day)) return weekend ? '（调休上班）' : '';
  return weekend ? '（周末）' : '（放假）';
}
