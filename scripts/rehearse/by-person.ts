import type { RehearsalInput, RehearsalOutput } from '@duban/application';
import type { PostRelation } from '@duban/domain';
import { countBy, groupBy } from './group.js';
import { hang, heading, pad } from './layout.js';
import { actionInChinese, POSTS_FROM_TOP, postInChinese } from './words.js';

/** One notice as one recipient gets it. */
export interface Piece {
  readonly day: string;
  readonly action: string;
  readonly project: number;
  readonly post: PostRelation;
  readonly name: string | null;
}

export function piecesOf(output: RehearsalOutput): Piece[] {
  return output.events.flatMap((event) =>
    event.kind === 'notice'
      ? event.to.map(({ post, name }) => {
          return { day: event.at.slice(0, 10), action: event.action, project: event.project, post, name };
        })
      : [],
  );
}

/** Who gets how much on which days; then the vacant posts; then those whom the ledger names and nothing reaches. */
export function byPerson(output: RehearsalOutput, input: RehearsalInput): string[] {
  const pieces = piecesOf(output);
  const people = [
    ...groupBy(
      pieces.filter(({ name }) => name !== null),
      ({ name }) => name ?? '',
    ),
  ];
  const vacant = [
    ...groupBy(
      pieces.filter(({ name }) => name === null),
      (piece) => vacancyOf(piece, input),
    ),
  ];
  const order = ([, a]: [string, Piece[]], [, b]: [string, Piece[]]): number =>
    highest(a) - highest(b) || b.length - a.length;
  const text = heading('二、逐人：谁在哪天收到几件');
  text.push('同一人同一时刻的多件合成一份送达。');
  for (const [name, own] of people.sort(order)) text.push('', ...person(`${name}（${postsHeld(own)}）`, own));
  if (vacant.length > 0) text.push('', '空缺的岗位（通知无人签收，已同时告知督办室）');
  for (const [post, own] of vacant.sort(order)) text.push('', ...person(post, own));
  const idle = unreached(
    people.map(([name]) => name),
    input,
  );
  if (idle.length > 0) text.push('', hang('台账所列而没有收到通知的：', idle.join('、')));
  return text;
}

function person(who: string, pieces: readonly Piece[]): string[] {
  const actions = [...groupBy(pieces, ({ action }) => action)].sort(([a], [b]) => weight(a) - weight(b));
  const width = Math.max(0, ...actions.map(([, list]) => String(list.length).length));
  return [
    `${who} 共${pieces.length}件`,
    ...actions.map(([action, list]) => {
      const label = action === 'propose-rectification' ? '建议整改' : actionInChinese(action);
      return hang(`  ${pad(label, 10)} ${pad(String(list.length), width, 'right')}件  `, daysInWords(list));
    }),
  ];
}

/** From the mildest to the gravest; slips of any colour stand together. */
function weight(action: string): number {
  return ['remind', 'press', 'slip', 'list', 'propose-rectification'].indexOf(
    action.startsWith('slip-') ? 'slip' : action,
  );
}

/** `7月：3日28件、28日28件；8月：5日28件`. */
function daysInWords(pieces: readonly Piece[]): string {
  const days = [...countBy(pieces, ({ day }) => day)].sort(([a], [b]) => (a < b ? -1 : 1));
  const months = [...groupBy(days, ([day]) => day.slice(0, 7))];
  return months
    .map(([month, list], index) => {
      const newYear = index > 0 && months[index - 1]?.[0].slice(0, 4) !== month.slice(0, 4);
      const title = `${newYear ? `${month.slice(0, 4)}年` : ''}${Number(month.slice(5))}月`;
      return `${title}：${list.map(([day, count]) => `${Number(day.slice(8))}日${count}件`).join('、')}`;
    })
    .join('；');
}

/** The posts that a person's notices came to, from the top, each with its number of projects. */
export function postsHeld(pieces: readonly Piece[]): string {
  const posts = groupBy(pieces, ({ post }) => post);
  return POSTS_FROM_TOP.flatMap((post) => {
    const own = posts.get(post);
    return own ? [`${postInChinese(post)}，${new Set(own.map(({ project }) => project)).size}项`] : [];
  }).join('；');
}

function highest(pieces: readonly Piece[]): number {
  return Math.min(...pieces.map(({ post }) => POSTS_FROM_TOP.indexOf(post)));
}

/** A vacant post by its unit; the office and the leaders stand for themselves. */
function vacancyOf({ post, project }: Piece, input: RehearsalInput): string {
  if (post !== 'handler' && post !== 'unit-head') return postInChinese(post);
  const unit = input.ledger.items.find(({ number }) => number === project)?.responsibleUnit ?? '';
  return `${unit} ${postInChinese(post)}`;
}

function unreached(reached: readonly string[], input: RehearsalInput): string[] {
  const named = input.ledger.items.flatMap(({ leadLeader, deputyLeader, handler }) => [
    leadLeader?.name,
    deputyLeader?.name,
    handler,
  ]);
  return [...new Set(named.flatMap((name) => name ?? []))].filter((name) => !reached.includes(name));
}
