/**
 * Random people. The generator walks a model world along and asks it what would be possible, so that most acts hit a
 * real obligation in a fitting state; the rest are refusals of every kind. The acts it writes are only inputs: what
 * they lead to is for the two engines to say.
 */
import { act, officeOwes } from './acts.js';
import { periodsOf } from './periods.js';
import type { Random } from './random.js';
import { addDays, dayOf, instant, print, readInstant, yearOf } from './time.js';
import type { Behaviour, Instant, ModelInput, Post, Verb } from './types.js';
import { mergedOutages, type Obligation, type Project, World } from './world.js';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const REASONS = ['工作不重视', '活动不扎实', '效果不明显', '其他'];
const POSTS: Post[] = ['handler', 'unit-head', 'deputy-leader', 'lead-leader', 'office'];
const ON_OBLIGATION: Verb[] = [
  'receive',
  'submit',
  'accept',
  'return',
  'extend',
  'suspend',
  'resume',
  'approve-rectification',
];

type Draft = Omit<Behaviour, 'at'>;
type Choice = readonly [number, () => Draft];

/** One scenario's tastes: how much of what its people like to do. */
interface Taste {
  stages: number;
  plain: number;
  closing: number;
  refusals: number;
  outages: number;
}

export function randomBehaviour(r: Random, input: ModelInput): Behaviour[] {
  const world = new World(input);
  const taste: Taste = {
    stages: r.pick([3, 8, 30]),
    plain: r.pick([0.3, 1, 1, 2]),
    closing: r.pick([0.02, 0.1, 0.4]),
    refusals: r.pick([0.05, 0.12, 0.3]),
    outages: r.pick([0, 0.02, 0.08, 0.2]),
  };
  const outside = neverHappening(r, world);
  const written: Behaviour[] = outside.filter((b) => b.do === 'outage');
  const acts = r.int(15, 45) + Math.round(((world.end - world.launch) / DAY) * r.pick([0.1, 0.4, 0.9]));
  let at = world.launch;
  for (let i = 0; i < acts; i++) {
    at = nextInstant(r, world, at, (world.end - at) / (acts - i));
    if (at > world.end) break;
    world.engineThrough(at - 1);
    const draft = choose(r, world, taste, at);
    const behaviour: Behaviour = { at: writtenAs(r, at), ...draft };
    written.push(behaviour);
    if (behaviour.do === 'outage') world.outages = mergedOutages(written, world.launch, world.end);
    else act(world, behaviour, at);
  }
  return mixed(r, [...written, ...outside.filter((b) => b.do !== 'outage')]);
}

/** An instant as people write it: mostly Shanghai time without offset, sometimes with one. */
function writtenAs(r: Random, t: Instant): string {
  const shanghai = print(t);
  const bare = shanghai.slice(0, 19);
  if (r.chance(0.1)) return shanghai;
  if (r.chance(0.05)) return new Date(t).toISOString().replace('.000', '');
  return bare.endsWith(':00') && r.chance(0.9) ? bare.slice(0, 16) : bare;
}

/** Acts before the launch or after the end; an outage that begins before the launch among them. */
function neverHappening(r: Random, world: World): Behaviour[] {
  const some: Behaviour[] = [];
  const project = r.pick(world.projects).item.number;
  if (r.chance(0.2)) {
    some.push({ at: writtenAs(r, world.launch - MINUTE), do: 'appoint', project, post: 'office', name: '早某' });
  }
  if (r.chance(0.2)) {
    const until = print(world.launch + r.int(0, 20) * DAY);
    some.push({ at: writtenAs(r, world.launch - r.int(1, 5000) * MINUTE), do: 'outage', until });
  }
  if (r.chance(0.2)) some.push({ at: writtenAs(r, world.end + 1000), do: 'close-project', project });
  return some;
}

/** Near the wished step, but often exactly where it hurts: at a wake, a due, an outage's edge, midnight. */
function nextInstant(r: Random, world: World, last: Instant, step: number): Instant {
  if (r.chance(0.12)) return last;
  const wish = last + Math.max(1, Math.round((r.next() * 2 * step) / MINUTE)) * MINUTE;
  if (r.chance(0.45)) return wish;
  const day = dayOf(wish);
  const nasty = [
    ...world.wakes(),
    ...world.obligations.filter((o) => !o.ended).flatMap((o) => [o.due, o.due + 1000]),
    ...world.outages.flatMap((o) => [o.from, o.until]),
    instant(day, '23:59:59'),
    instant(addDays(day, 1), '00:00'),
    instant(addDays(day, 1), '09:00'),
    instant(day, '17:30'),
    world.end,
  ].filter((t) => t >= last && t <= Math.max(wish + 3 * DAY, last) && (t < world.end || step < DAY));
  if (nasty.length === 0) return wish;
  return nasty.reduce((best, t) => (Math.abs(t - wish) < Math.abs(best - wish) ? t : best));
}

function choose(r: Random, world: World, taste: Taste, now: Instant): Draft {
  if (r.chance(taste.outages)) return outage(r, world, now);
  if (r.chance(taste.refusals)) return r.weighted(refusals(r, world))!();
  return r.weighted(plausible(r, world, taste, now))!();
}

function plausible(r: Random, world: World, taste: Taste, now: Instant): Choice[] {
  const choices: Choice[] = [];
  for (const o of world.obligations) {
    if (o.proposal && !o.project.closed) choices.push([6, () => approve(r, o)]);
    if (o.ended) continue;
    const weight = o.stage ? taste.stages : taste.plain;
    for (const [w, verb] of fitting(o, now)) choices.push([w * weight, () => on(r, o, verb, now)]);
  }
  for (const project of world.projects) {
    choices.push([0.6, () => appoint(r, project)]);
    if (project.closed) continue;
    choices.push([0.25, () => issue(r, project)]);
    const cases = world.cases.filter((c) => c.project === project);
    const closable = cases.every((c) => c.closedOut);
    const w = taste.closing * (closable && cases.length > 0 ? 8 : 1);
    choices.push([w, () => ({ do: 'close-project', project: project.item.number })]);
  }
  return choices;
}

/** What can be done with an obligation now, by weight. */
function fitting(o: Obligation, now: Instant): (readonly [number, Verb])[] {
  const inTime = now <= o.due ? 1 : 0.05;
  const move = [
    [0.5 * inTime, 'extend'],
    [0.4 * inTime, 'suspend'],
  ] as const;
  if (o.state === 'suspended') return [[2, 'resume']];
  if (o.stage?.name === 'sign') return [[4, 'receive'], ...move];
  if (officeOwes(o))
    return [...(o.state === 'open' ? ([[1, 'receive']] as const) : []), [2, 'accept'], [2, 'return'], ...move];
  if (o.stage?.name === 'report' && o.state === 'submitted') return [[0.05, 'accept']];
  switch (o.state) {
    case 'open':
      return [[2, 'receive'], [1.5, 'submit'], ...move];
    case 'received':
      return [[2, 'submit'], ...move];
    case 'submitted':
      return [
        [1.6, 'accept'],
        [1.2, 'return'],
      ];
    default:
      return [[1.5, 'submit'], ...move];
  }
}

/** Acts that are mostly refused, a kind for every code. */
function refusals(r: Random, world: World): Choice[] {
  const any = world.obligations;
  const closed = world.projects.filter((p) => p.closed);
  const choices: Choice[] = [[2, () => notOpen(r, world)]];
  const busy = world.projects.filter((p) => world.cases.some((c) => c.project === p && !c.closedOut));
  if (busy.length > 0) choices.push([1, () => ({ do: 'close-project', project: r.pick(busy).item.number })]);
  if (any.length > 0) {
    choices.push([4, () => on(r, r.pick(any), r.pick(ON_OBLIGATION), world.now)]);
    choices.push([1, () => approve(r, r.pick(any))]);
    choices.push([1.5, () => ({ ...on(r, r.pick(any), 'extend', world.now), newDue: dayOf(r.pick(any).due) })]);
    const running = any.filter((o) => !o.ended);
    if (running.length > 0) {
      choices.push([2, () => on(r, r.pick(running), r.pick(['extend', 'suspend']), world.now)]);
      const same = r.pick(running);
      choices.push([
        2,
        () => ({ ...on(r, same, 'extend', world.now), newDue: addDays(dayOf(same.due), -r.int(0, 3)) }),
      ]);
    }
  }
  const stages = any.filter((o) => o.stage !== null);
  if (stages.length > 0) choices.push([4, () => on(r, r.pick(stages), r.pick(ON_OBLIGATION), world.now)]);
  if (closed.length > 0) {
    const project = r.pick(closed);
    const its = any.filter((o) => o.project === project);
    choices.push([0.6, () => issue(r, project)], [0.6, () => ({ do: 'close-project', project: project.item.number })]);
    if (its.length > 0) choices.push([3, () => on(r, r.pick(its), r.pick(ON_OBLIGATION), world.now)]);
  }
  return choices;
}

function on(r: Random, o: Obligation, verb: Verb, now: Instant): Draft {
  if (verb === 'approve-rectification') return approve(r, o);
  const name = { project: o.project.item.number, cadence: o.cadence, period: o.period };
  const draft: Draft = { do: verb, ...name };
  if (verb === 'extend') {
    const later = now > o.due ? dayOf(now) : dayOf(o.due);
    return { ...draft, newDue: addDays(later, r.pick([1, 2, 3, 5, 9, 20, 60])) };
  }
  // Only a verification or a look-back is given back with a new limit.
  if (verb === 'return' && officeOwes(o) && r.chance(0.6))
    return { ...draft, withinWorkdays: r.pick([1, 2, 3, 7, 20]) };
  return draft;
}

function approve(r: Random, o: Obligation): Draft {
  return {
    do: 'approve-rectification',
    project: o.project.item.number,
    cadence: o.cadence,
    period: o.period,
    ...grounds(r),
  };
}

function issue(r: Random, project: Project): Draft {
  return { do: 'issue-rectification', project: project.item.number, ...grounds(r) };
}

function grounds(r: Random): { reason: string; withinWorkdays?: number } {
  const reason = r.pick(REASONS);
  return r.chance(0.3) ? { reason } : { reason, withinWorkdays: r.pick([1, 3, 5, 8, 15, 30]) };
}

function appoint(r: Random, project: Project): Draft {
  const name = r.chance(0.3) ? null : `${r.pick('赵钱孙李周吴郑王'.split(''))}某${r.pick('甲乙丙丁戊己'.split(''))}`;
  return { do: 'appoint', project: project.item.number, post: r.pick(POSTS), name };
}

function outage(r: Random, world: World, now: Instant): Draft {
  const ahead = world.wakes().filter((t) => t > now && t < now + 40 * DAY);
  const dues = world.obligations.filter((o) => !o.ended && o.due > now && o.due < now + 30 * DAY).map((o) => o.due);
  const edges = world.outages.filter((o) => o.until > now).map((o) => o.until);
  const lookBack = world.lookBacks.map((l) => l.opens).filter((t) => t > now);
  const until = r.pick([
    now + r.int(1, 600) * MINUTE,
    now + r.int(1, 12) * DAY,
    now + r.int(600, 30000) * MINUTE,
    r.pick([...ahead, now + DAY]),
    r.pick([...ahead, now + DAY]) + MINUTE,
    r.pick([...dues, now + 2 * DAY]),
    r.pick([...edges, now]),
    r.pick([...lookBack, now + DAY]) + r.pick([0, 1, 8]) * DAY,
    r.chance(0.2) ? world.end + DAY : now + 3 * DAY,
  ]);
  return { do: 'outage', until: writtenAs(r, until) };
}

/** A well-formed period of something that never opened, or has not opened yet. */
function notOpen(r: Random, world: World): Draft {
  const project = r.pick(world.projects);
  const name = { project: project.item.number };
  const verb = r.pick(ON_OBLIGATION);
  const more =
    verb === 'approve-rectification' ? grounds(r) : verb === 'extend' ? { newDue: addDays(dayOf(world.now), 9) } : {};
  const draft = { do: verb, ...name, ...more };
  if (r.chance(0.3)) {
    const stage = r.pick(['sign', 'plan', 'report', 'verify', 'look-back', 'report#2', 'look-back#3']);
    return { ...draft, cadence: 'rectification', period: `${yearOf(dayOf(world.now))}-${r.int(1, 9)}/${stage}` };
  }
  if (project.item.standing && r.chance(0.5)) return { ...draft, cadence: 'completion', period: '-' };
  const cadence = r.pick(world.cadences);
  const period = r.pick(periodsOf(cadence, yearOf(dayOf(world.now)) + r.pick([0, 0, 1]))).key;
  return { ...draft, cadence: cadence.key, period };
}

/** In any order, but equal instants keep theirs. */
function mixed(r: Random, list: Behaviour[]): Behaviour[] {
  if (r.chance(0.3)) return list;
  const result = r.shuffled(list);
  const instants = new Set(list.map((b) => readInstant(b.at)));
  for (const t of instants) {
    const inOrder = list.filter((b) => readInstant(b.at) === t);
    for (let i = 0; i < result.length; i++) if (readInstant(result[i]!.at) === t) result[i] = inOrder.shift()!;
  }
  return result;
}
