import type { RehearsalEvent, RehearsalInput, RehearsalOutput } from '@duban/application';
import { type Behaviour, formatInstant, type PostRelation, type WorkCalendar } from '@duban/domain';
import { countBy, groupBy } from './group.js';
import { hang, heading, pad } from './layout.js';
import { dueInWords } from './rule-words.js';
import {
  actionInChinese,
  dayWords,
  instantWords,
  moveInChinese,
  postInChinese,
  projectsInChinese,
  refusalInChinese,
  slotInChinese,
  verbInChinese,
  weekdayWords,
} from './words.js';

type Of<Kind extends RehearsalEvent['kind']> = Extract<RehearsalEvent, { kind: Kind }>;

/** One line of a day before it is set: when, what sort of thing, and the text. */
interface Line {
  /** Instant as text; sorts by time of day within a day. */
  readonly at: string;
  /** At one instant people act before the engine, and what opens is told before what is sent. */
  readonly rank: 0 | 1 | 2;
  readonly label: string;
  readonly text: string;
}

/** What happens, day by day: days without anything are left out. */
export function byDay(output: RehearsalOutput, input: RehearsalInput, calendar: WorkCalendar): string[] {
  const lines = [
    ...quietActs(output, input),
    ...openings(output, input, calendar),
    ...moves(output, input),
    ...notices(output, input),
    ...refusals(output, input),
  ].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : a.rank - b.rank));
  const days = groupBy(lines, ({ at }) => at.slice(0, 10));
  const text = heading('一、逐日：哪天发生什么');
  if (days.size === 0) text.push('这段时间里什么也不会发生。');
  let year = '';
  for (const [day, ofDay] of days) {
    text.push('', `${dayWords(day, year)} ${weekdayWords(day, calendar)}`);
    year = day.slice(0, 4);
    let time = '';
    for (const { at, label, text: said } of ofDay) {
      const now = at.slice(11, 16);
      text.push(hang(`  ${pad(now === time ? '' : now, 5)}  ${pad(label, 10)}  `, said));
      time = now;
    }
  }
  return text;
}

function openings(output: RehearsalOutput, input: RehearsalInput, calendar: WorkCalendar): Line[] {
  const opened = output.events.filter((event): event is Of<'opened'> => event.kind === 'opened');
  const key = ({ at, cadence, period, late }: Of<'opened'>): string => [at, cadence, period, late].join('|');
  return [...groupBy(opened, key).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const about = slotInChinese(input, first.cadence, first.period);
    const who = projectsInChinese(
      input,
      group.map(({ project }) => project),
    );
    const why = dueInWords(input, calendar, first);
    const remarks = [
      ...(why === '' ? [] : [why]),
      ...(group.some(({ provisional }) => provisional) ? ['暂定，放假安排公布后重算'] : []),
    ];
    const due = `时限${duesInWords(group)}${remarks.length > 0 ? `（${remarks.join('；')}）` : ''}`;
    return [
      {
        at: first.at,
        rank: 1,
        label: '开启',
        text: `${about}：${who}，${due}${first.late ? '（系统恢复后补开）' : ''}`,
      },
    ];
  });
}

/** Dues told one by one at most; of more, the first and the last are told. */
const DUES_TOLD = 16;

/** The dues of a group: one as it is, several by day with the number of projects of each. */
function duesInWords(
  group: readonly { readonly at: string; readonly due: string }[],
  toldAtMost: number = DUES_TOLD,
): string {
  const counts = [...countBy(group, ({ due }) => due)].sort(([a], [b]) => (a < b ? -1 : 1));
  const year = group[0]?.at.slice(0, 4);
  const [[first] = [''], [last] = ['']] = [counts[0], counts.at(-1)];
  if (counts.length === 1) return instantWords(first, year);
  const sameTime = counts.every(([due]) => due.slice(11) === first.slice(11));
  const word = (due: string): string => (sameTime ? dayWords(due.slice(0, 10), year) : instantWords(due, year));
  const time = sameTime ? `，均${first.slice(11, 16)}` : '';
  if (counts.length > toldAtMost) return `${word(first)}至${word(last)}不等${time}`;
  return counts.map(([due, count]) => `${word(due)} ${count}项`).join('、') + time;
}

function notices(output: RehearsalOutput, input: RehearsalInput): Line[] {
  const sent = output.events.filter((event): event is Of<'notice'> => event.kind === 'notice');
  const key = ({ at, cadence, period, rung, action, late }: Of<'notice'>): string =>
    [at, cadence, period, rung, action, late].join('|');
  return [...groupBy(sent, key).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const about = slotInChinese(input, first.cadence, first.period);
    const who = projectsInChinese(
      input,
      group.map(({ project }) => project),
    );
    const late = first.late ? '（系统恢复后补发）' : '';
    return [
      {
        at: first.at,
        rank: 2,
        label: first.action === 'propose-rectification' ? '建议整改' : actionInChinese(first.action),
        text: `${about}：${who}，时限${duesInWords(group, DUES_TOLD_IN_NOTICES)}；送${recipientsInWords(group)}${late}`,
      },
    ];
  });
}

const NAMED_AT_MOST = 3;
const DUES_TOLD_IN_NOTICES = 3;

/** Who gets the notices of a group, post by post: few by name, many by number, vacancies said. */
function recipientsInWords(group: readonly Of<'notice'>[]): string {
  const posts = groupBy(
    group.flatMap(({ to }) => to),
    ({ post }) => post,
  );
  return [...posts.values()].map((list) => postInWords(list)).join('、');
}

function postInWords(list: readonly { readonly post: PostRelation; readonly name: string | null }[]): string {
  const names = [...new Set(list.flatMap(({ name }) => name ?? []))];
  const vacant = list.filter(({ name }) => name === null).length;
  const title = list[0] ? postInChinese(list[0].post) : '';
  const people = names.length > NAMED_AT_MOST ? `${names.length}人` : names.join('和');
  if (vacant === 0) return `${title}${people}`;
  if (names.length === 0) return `${title}（空缺）`;
  return `${title}${people}（另有${vacant}项空缺）`;
}

function moves(output: RehearsalOutput, input: RehearsalInput): Line[] {
  const moved = output.events.filter((event): event is Of<'moved'> => event.kind === 'moved');
  const key = ({ at, cadence, period, from, to }: Of<'moved'>): string => [at, cadence, period, from, to].join('|');
  return [...groupBy(moved, key).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const what = moveInChinese(first.cadence, first.period, first.from, first.to);
    const about = slotInChinese(input, first.cadence, first.period);
    const who = projectsInChinese(
      input,
      group.map(({ project }) => project),
    );
    const tellsDue = what === '延期' || what === '恢复';
    const late = first.to === 'submitted' && first.at > first.due ? '，已过时限（迟报）' : '';
    const due = tellsDue ? `，新时限${duesInWords(group)}` : late;
    return [{ at: first.at, rank: 0, label: '办理', text: `${what}：${about}，${who}${due}` }];
  });
}

function refusals(output: RehearsalOutput, input: RehearsalInput): Line[] {
  const refused = output.events.filter((event): event is Of<'refused'> => event.kind === 'refused');
  return refused.map(({ at, project, cadence, period, do: verb, code }) => {
    const about = cadence !== null && period !== null ? `${slotInChinese(input, cadence, period)}，` : '';
    const said = `${verbInChinese(verb)}：${about}${projectsInChinese(input, [project])}——${refusalInChinese(code)}`;
    return { at, rank: 0, label: '不予办理', text: said };
  });
}

/** What people do that leaves no event of its own: appointments, issues, closings, and the outages. */
function quietActs(output: RehearsalOutput, input: RehearsalInput): Line[] {
  const refused = new Set(
    output.events.flatMap((event) => (event.kind === 'refused' ? [`${event.at}|${event.do}|${event.project}`] : [])),
  );
  const done = input.behaviours.filter((act) => {
    const at = formatInstant(act.at);
    if (act.at < input.launchAt || act.at > input.endAt || at.slice(0, 10) < output.from) return false;
    return !('project' in act && refused.has(`${at}|${act.do}|${act.project}`));
  });
  const together = groupBy(done, (act) =>
    act.do === 'appoint' ? `${act.at}|${act.post}|${act.name}` : `${done.indexOf(act)}`,
  );
  return [...together.values()].flatMap((acts): Line[] => {
    const [first] = acts;
    const said = first && quietAct(first, acts, input);
    if (first === undefined || said === undefined) return [];
    return [{ at: formatInstant(first.at), rank: 0, label: first.do === 'outage' ? '系统中断' : '办理', text: said }];
  });
}

/** @param together the acts told in one line with this one: the same appointment for several projects */
function quietAct(act: Behaviour, together: readonly Behaviour[], input: RehearsalInput): string | undefined {
  switch (act.do) {
    case 'outage':
      return `至${instantWords(formatInstant(act.until))}恢复，恢复后补办`;
    case 'appoint': {
      const projects = together.flatMap((other) => ('project' in other ? [other.project] : []));
      const who = act.name === null ? '空缺' : `由${act.name}担任`;
      return `任免：${projectsInChinese(input, projects)}，${postInChinese(act.post)}自此${who}`;
    }
    case 'close-project':
      return `项目结项：${projectsInChinese(input, [act.project])}`;
    case 'issue-rectification':
      return `下达整改通知书：${projectsInChinese(input, [act.project])}，原因：${act.reason}`;
    case 'approve-rectification': {
      const about = slotInChinese(input, act.cadence, act.period);
      return `批准整改建议，下达整改通知书：${about}，${projectsInChinese(input, [act.project])}，原因：${act.reason}`;
    }
    default:
      return undefined;
  }
}
