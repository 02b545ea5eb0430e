import { actionInChinese, type RehearsalInput } from '@duban/application';
import {
  COMPLETION,
  type Day,
  dayNumber,
  type PostRelation,
  RECTIFICATION,
  readStagePeriod,
  type Stage,
  type WorkCalendar,
  weekdayOf,
} from '@duban/domain';
import { cut } from './layout.js';

const POSTS: Readonly<Record<PostRelation, string>> = {
  handler: '承办人',
  'unit-head': '责任单位负责人',
  'deputy-leader': '分管领导',
  'lead-leader': '牵头领导',
  office: '督办室',
};

/** From the top of the "1+3" line downwards: the order in which people are listed. */
export const POSTS_FROM_TOP: readonly PostRelation[] = [
  'lead-leader',
  'deputy-leader',
  'unit-head',
  'handler',
  'office',
];

export function postInChinese(post: PostRelation): string {
  return POSTS[post];
}

const STAGES: Readonly<Record<Stage, string>> = {
  sign: '签收',
  plan: '整改方案',
  report: '整改报告',
  verify: '核查',
  'look-back': '回头看',
};

const STATES: Readonly<Record<string, string>> = {
  open: '未签收',
  received: '已签收未报送',
  submitted: '已报送待审核',
  returned: '退回重办',
  suspended: '已中止',
};

/** An obligation's state as a clerk says it. */
export function stateInChinese(state: string): string {
  return STATES[state] ?? state;
}

const VERBS: Readonly<Record<string, string>> = {
  receive: '签收',
  submit: '报送',
  accept: '审核通过',
  return: '退回',
  extend: '延期',
  suspend: '中止',
  resume: '恢复',
  'close-project': '项目结项',
  'issue-rectification': '下达整改通知书',
  'approve-rectification': '批准整改建议',
  appoint: '任免',
};

export function verbInChinese(verb: string): string {
  return VERBS[verb] ?? verb;
}

const REFUSALS: Readonly<Record<string, string>> = {
  NOT_OPEN: '这一期还没有开启，没有可办的事项',
  PROJECT_CLOSED: '项目已经结项，不能再办理',
  WRONG_STATE: '事项现在的状态不能这样办理',
  PAST_DUE: '已过时限，延期和中止须在到期前提出',
  NOT_LATER: '新时限没有晚于现在的时限',
  NO_PROPOSAL: '没有待批的整改建议',
  OPEN_CASE: '项目还有整改没有销号，不能结项',
  NOT_ACCEPTED: '项目还没有验收，不能结项',
  NOT_LAUNCHED: '项目还没有下达',
  TENURE_TAKEN: '这段时间已有人任职',
};

export function refusalInChinese(code: string): string {
  return REFUSALS[code] ?? code;
}

export { actionInChinese };

/** What an act did, by the move that it left: `from` and `to` are states. */
export function moveInChinese(cadence: string, period: string, from: string, to: string): string {
  const stage = cadence === RECTIFICATION ? readStagePeriod(period)?.stage : undefined;
  if (from === to) return '延期';
  if (from === 'suspended' && to !== 'cancelled') return '恢复';
  switch (to) {
    case 'received':
      return '签收';
    case 'submitted':
      return '报送';
    case 'accepted':
      if (stage === 'sign') return '签收';
      if (stage === 'verify') return '核查通过，整改销号';
      if (stage === 'look-back') return '回头看通过，归档';
      return stage === undefined ? '审核通过，办结' : '审核通过';
    case 'returned':
      if (stage === 'verify') return '核查不通过，退回再整改';
      return stage === 'look-back' ? '回头看不通过，重新整改' : '退回重办';
    case 'suspended':
      return '中止';
    case 'cancelled':
      return '撤销（项目结项）';
    default:
      return to;
  }
}

const QUARTERS = ['一', '二', '三', '四'];

/** `2026-07` → `2026年7月`, `2026-Q3` → `2026年三季度`, `2026/年末走访` → `2026年“年末走访”`. */
export function periodInChinese(period: string): string {
  const parts = /^(\d{4})(?:-(\d{2})|-Q(\d)|-H(\d)|\/(.+))?$/u.exec(period);
  if (!parts) return period;
  const [, year, month, quarter, half, window] = parts;
  if (month) return `${year}年${Number(month)}月`;
  if (quarter) return `${year}年${QUARTERS[Number(quarter) - 1]}季度`;
  if (half) return `${year}年${half === '1' ? '上' : '下'}半年`;
  return window ? `${year}年“${window}”` : `${year}年`;
}

/** What an obligation is about, such as `一月一报告 2026年7月` or `2026年第1号整改·核查（第2次）`. */
export function slotInChinese(input: RehearsalInput, cadence: string, period: string): string {
  if (cadence === COMPLETION) return '按期办结';
  if (cadence === RECTIFICATION) {
    const named = readStagePeriod(period);
    if (!named) return `整改 ${period}`;
    const [year, number] = named.caseKey.split('-');
    const again = named.attempt > 1 ? `（第${named.attempt}次）` : '';
    return `${year}年第${number}号整改·${STAGES[named.stage]}${again}`;
  }
  const name = input.rules.cadences.find(({ key }) => key === cadence)?.name ?? cadence;
  return `${name} ${periodInChinese(period)}`;
}

const WEEKDAYS = ['一', '二', '三', '四', '五', '六', '日'];

/** `9月30日`, with the year when it is not the one being read about. */
export function dayWords(day: Day, year?: string): string {
  const [y, month, date] = day.split('-');
  return `${y === (year ?? y) ? '' : `${y}年`}${Number(month)}月${Number(date)}日`;
}

/** `周六（调休上班）`, `周四（放假）`, `周日`, `周三`. */
export function weekdayWords(day: Day, calendar: WorkCalendar): string {
  const weekday = weekdayOf(dayNumber(day));
  const works = calendar.isWorkday(day);
  const remark = works && weekday > 5 ? '（调休上班）' : !works && weekday <= 5 ? '（放假）' : '';
  return `周${WEEKDAYS[weekday - 1]}${remark}`;
}

/** `9月30日17:30` of an instant's text. */
export function instantWords(instant: string, year?: string): string {
  return `${dayWords(instant.slice(0, 10), year)}${instant.slice(11, 16)}`;
}

/** Which projects: by name when they are few, by number when they are some, `全部28项` when they are all. */
export function projectsInChinese(input: RehearsalInput, projects: readonly number[]): string {
  const numbers = [...new Set(projects)].sort((a, b) => a - b);
  const { items } = input.ledger;
  if (numbers.length <= 2) {
    return numbers
      .map((number) => `第${number}项《${cut(items.find((item) => item.number === number)?.title ?? '', 32)}》`)
      .join('、');
  }
  if (numbers.length === items.length) return `全部${items.length}项`;
  return `${numbers.length}项（第${ranges(numbers)}项）`;
}

/** `1–3、5、8–9`. Ascending numbers in. */
function ranges(numbers: readonly number[]): string {
  const spans: [first: number, last: number][] = [];
  for (const number of numbers) {
    const open = spans.at(-1);
    if (open && number === open[1] + 1) open[1] = number;
    else spans.push([number, number]);
  }
  return spans
    .map(([first, last]) => {
      if (last === first) return String(first);
      return last === first + 1 ? `${first}、${last}` : `${first}–${last}`;
    })
    .join('、');
}
