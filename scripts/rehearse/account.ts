import type { RehearsalInput, RehearsalOutput } from '@duban/application';
import { formatInstant, WorkCalendar } from '@duban/domain';
import { byDay } from './by-day.js';
import { byPerson, piecesOf } from './by-person.js';
import { crowded } from './crowded.js';
import { groupBy } from './group.js';
import { hang } from './layout.js';
import { board, rates } from './standing.js';
import { instantWords, POSTS_FROM_TOP, postInChinese, slotInChinese } from './words.js';

/**
 * The account of a rehearsal for the people of an office, in Chinese: what happens day by day, who gets what, how it
 * stands at the end, and which days are crowded.
 */
export function account(output: RehearsalOutput, input: RehearsalInput): string {
  const calendar = new WorkCalendar(input.rules.calendar);
  return [
    ...opening(output, input),
    ...byDay(output, input, calendar),
    ...byPerson(output, input),
    ...board(output, input),
    ...rates(output),
    ...crowded(output, input, calendar),
  ].join('\n');
}

function opening(output: RehearsalOutput, input: RehearsalInput): string[] {
  const { ledger, rules } = input;
  const launch = formatInstant(input.launchAt);
  const early = input.launchAt < Date.parse(`${output.from}T00:00:00+08:00`);
  const notices = output.events.filter(({ kind }) => kind === 'notice').length;
  const openings = output.events.filter(({ kind }) => kind === 'opened').length;
  const refusals = output.events.filter(({ kind }) => kind === 'refused').length;
  const { calendar, cadences, policies } = rules;
  return [
    `预演：${ledger.title ?? '（台账没有标题）'}`,
    hang('  时间  ', `${inFull(output.from)}至${inFull(output.to)}`),
    hang('  下达  ', `${instantWords(launch, '')}，${ledger.categories.length}类${ledger.items.length}项同时下达`),
    ...(early ? [hang('        ', '下达早于这段时间：此前的办理计入结果，不逐条列出')] : []),
    hang('  频次  ', cadences.map(({ name, direction }) => name + (direction === 'down' ? '（对下）' : '')).join('、')),
    hang('  规则  ', policies.map(({ key, rungs }) => `${key}（${rungs.length}级）`).join('、')),
    hang('  日历  ', `${calendar.notice ?? calendar.name}；已公布到${calendar.publishedThrough}年`),
    hang('  结果  ', `开启${openings}件，发出通知${notices}件${refusals > 0 ? `，不予办理${refusals}次` : ''}`),
    ...provisionalRemark(output, input),
    ...vacancyRemark(output),
  ];
}

function inFull(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

/** Dates that rest on a holiday plan not published yet. */
function provisionalRemark(output: RehearsalOutput, input: RehearsalInput): string[] {
  const provisional = output.events.filter((event) => event.kind === 'opened' && event.provisional);
  const slots = groupBy(
    provisional.flatMap((event) => (event.kind === 'opened' ? [event] : [])),
    ({ cadence, period }) => slotInChinese(input, cadence, period),
  );
  if (slots.size === 0) return [];
  const shown = [...slots].slice(0, 6).map(([about, list]) => `${about}（${list.length}项）`);
  const more = slots.size > shown.length ? `等${slots.size}期` : '';
  const year = input.rules.calendar.publishedThrough;
  return [hang('  暂定  ', `${year}年以后的放假安排还没有公布，这些时限是暂定的：${shown.join('、')}${more}`)];
}

/** Posts that nobody holds when a notice is written to them: what to settle before the launch. */
function vacancyRemark(output: RehearsalOutput): string[] {
  const vacant = groupBy(
    piecesOf(output).filter(({ name }) => name === null),
    ({ post }) => post,
  );
  const said = POSTS_FROM_TOP.flatMap((post) => {
    const own = vacant.get(post);
    return own ? [`${postInChinese(post)}${new Set(own.map(({ project }) => project)).size}项`] : [];
  });
  return said.length === 0 ? [] : [hang('  注意  ', `有通知送到空缺的岗位，下达前请先任命：${said.join('、')}`)];
}
