/** What people do. Every act either moves something or is refused with one code. */
import { atTimeOfDay, dayOf, print, timeOfDay, yearOf } from './time.js';
import type { Behaviour, Instant, RefusalCode, State } from './types.js';
import { type Case, head, type Obligation, type Project, type World } from './world.js';

const RUNNING: State[] = ['open', 'received', 'returned'];

/** Performs one act at `now`; the engine must have worked through everything before `now`. */
export function act(world: World, b: Behaviour, now: Instant): RefusalCode | null {
  if (b.do === 'outage') return null; // the world knows its outages from the start
  const code = attempt(world, b, now);
  if (code !== null) {
    world.events.push({
      at: print(now),
      kind: 'refused',
      project: b.project!,
      cadence: b.cadence ?? null,
      period: b.period ?? null,
      do: b.do,
      code,
    });
  }
  return code;
}

function attempt(world: World, b: Behaviour, now: Instant): RefusalCode | null {
  const project = world.projects.find((p) => p.item.number === b.project)!;
  switch (b.do) {
    case 'appoint': // never refused, on a closed project neither
      project.holders[b.post!] = b.name ?? null;
      return null;
    case 'close-project':
      return close(world, project, now);
    case 'issue-rectification':
      if (project.closed) return 'PROJECT_CLOSED';
      issue(world, project, b.withinWorkdays ?? 15, now);
      return null;
    default:
  }
  const o = world.obligations.find((x) => x.project === project && x.cadence === b.cadence && x.period === b.period);
  if (o === undefined) return 'NOT_OPEN';
  if (b.do === 'approve-rectification') {
    if (project.closed) return 'PROJECT_CLOSED';
    if (!o.proposal) return 'NO_PROPOSAL';
    o.proposal = false;
    issue(world, project, b.withinWorkdays ?? 15, now);
    return null;
  }
  if (closedTo(o, b)) return 'PROJECT_CLOSED';
  switch (b.do) {
    case 'receive':
      return receive(world, o, now);
    case 'submit':
      return submit(world, o, now);
    case 'accept':
      return accept(world, o, now);
    case 'return':
      return giveBack(world, o, b.withinWorkdays ?? 10, now);
    case 'extend':
      return extend(world, o, b.newDue!, now);
    case 'suspend':
      return suspend(world, o, now);
    case 'resume':
      return resume(world, o, now);
    default:
      throw new Error(`unknown act ${String(b.do)}`);
  }
}

/**
 * On a closed project only a submitted obligation may be accepted. What lived on after the closing (a look-back
 * then open or to come, and the stages of a case it re-opens) is treated as if the project were open.
 */
function closedTo(o: Obligation, b: Behaviour): boolean {
  if (!o.project.closed) return false;
  if (o.stage !== null && !o.endedBeforeClose) return false;
  return !(b.do === 'accept' && o.state === 'submitted' && !o.ended);
}

function move(world: World, o: Obligation, to: State, now: Instant): void {
  world.events.push({ ...head(now, o), kind: 'moved', from: o.state, to, due: print(o.due) });
  o.state = to;
  if (to === 'accepted' || to === 'cancelled') o.ended = true;
}

function receive(world: World, o: Obligation, now: Instant): RefusalCode | null {
  if (o.state !== 'open') return 'WRONG_STATE';
  if (o.stage?.name === 'sign') {
    // Signing for the notice completes the stage, and the plan is asked for.
    const c = o.stage.case;
    move(world, o, 'accepted', now);
    world.openStage(now, c, 'plan', world.stageDue(c.issueDay, 5));
    return null;
  }
  move(world, o, 'received', now);
  return null;
}

function submit(world: World, o: Obligation, now: Instant): RefusalCode | null {
  const stage = o.stage;
  // Nobody submits a signature, a verification or a look-back.
  if (stage && (stage.name === 'sign' || officeOwes(o))) return 'WRONG_STATE';
  if (o.ended || !RUNNING.includes(o.state)) return 'WRONG_STATE';
  o.lastSubmit = now;
  move(world, o, 'submitted', now);
  if (stage?.name === 'report') world.openStage(now, stage.case, 'verify', world.stageDue(dayOf(now), 5));
  return null;
}

function accept(world: World, o: Obligation, now: Instant): RefusalCode | null {
  const stage = o.stage;
  if (officeOwes(o)) {
    if (o.state !== 'open' && o.state !== 'received') return 'WRONG_STATE';
    move(world, o, 'accepted', now);
    if (stage!.name === 'look-back') return null; // archived
    // The verification accepts the report too; the case is closed out.
    move(world, reportBehind(world, o), 'accepted', now);
    stage!.case.closedOut = true;
    world.planLookBack(stage!.case, now);
    return null;
  }
  if (o.state !== 'submitted' || stage?.name === 'report') return 'WRONG_STATE';
  move(world, o, 'accepted', now);
  if (stage?.name === 'plan') {
    const c = stage.case;
    world.openStage(now, c, 'report', world.stageDue(c.issueDay, c.within));
  }
  return null;
}

function giveBack(world: World, o: Obligation, within: number, now: Instant): RefusalCode | null {
  const stage = o.stage;
  if (officeOwes(o)) {
    if (o.state !== 'open' && o.state !== 'received') return 'WRONG_STATE';
    end(world, o, now);
    if (stage!.name === 'verify') end(world, reportBehind(world, o), now);
    // The next attempt begins with its report; after a look-back the case is open again.
    const c = stage!.case;
    c.closedOut = false;
    c.attempt += 1;
    world.openStage(now, c, 'report', world.stageDue(dayOf(now), within));
    return null;
  }
  if (o.state !== 'submitted' || stage?.name === 'report') return 'WRONG_STATE';
  o.returns += 1;
  o.lastReturn = now;
  move(world, o, 'returned', now);
  // Only the `returned` rungs are planned; the others stay as they are.
  world.replan(o, now, ['returned']);
  return null;
}

/** Ends as `returned`: leaves the board, nothing fires from it any more. */
function end(world: World, o: Obligation, now: Instant): void {
  move(world, o, 'returned', now);
  o.ended = true;
}

function extend(world: World, o: Obligation, newDue: string, now: Instant): RefusalCode | null {
  if (o.ended || !RUNNING.includes(o.state)) return 'WRONG_STATE';
  if (now > o.due) return 'PAST_DUE';
  if (newDue <= dayOf(o.due)) return 'NOT_LATER';
  reschedule(world, o, newDue, now);
  move(world, o, o.state, now);
  return null;
}

function suspend(world: World, o: Obligation, now: Instant): RefusalCode | null {
  if (o.ended || !RUNNING.includes(o.state)) return 'WRONG_STATE';
  if (now > o.due) return 'PAST_DUE';
  o.suspended = { from: o.state, on: dayOf(now) };
  move(world, o, 'suspended', now);
  return null;
}

function resume(world: World, o: Obligation, now: Instant): RefusalCode | null {
  if (o.state !== 'suspended' || o.suspended === null) return 'WRONG_STATE';
  // r: the workdays that were left when it was suspended; none left means the day of resuming, whatever day it is.
  const r = world.calendar.countAfter(o.suspended.on, dayOf(o.due));
  reschedule(world, o, r === 0 ? dayOf(now) : world.calendar.workday(dayOf(now), r), now);
  move(world, o, o.suspended.from, now);
  o.suspended = null;
  return null;
}

/** A new due day at the old time of day: the revision goes up and all anchors are planned afresh. */
function reschedule(world: World, o: Obligation, day: string, now: Instant): void {
  o.due = atTimeOfDay(day, timeOfDay(o.due));
  o.revision += 1;
  world.replan(o, now, ['due', 'opened', 'returned']);
}

function close(world: World, project: Project, now: Instant): RefusalCode | null {
  if (project.closed) return 'PROJECT_CLOSED';
  if (world.cases.some((c) => c.project === project && !c.closedOut)) return 'OPEN_CASE';
  project.closed = true;
  for (const o of world.obligations.filter((x) => x.project === project)) {
    const lives = !o.ended && (o.state === 'suspended' || RUNNING.includes(o.state));
    if (lives && o.stage?.name !== 'look-back') move(world, o, 'cancelled', now);
    o.endedBeforeClose = o.ended;
  }
  return null;
}

/** A notice: the next number of the calendar year over the whole county; the unit has to sign for it. */
function issue(world: World, project: Project, within: number, now: Instant): void {
  const issueDay = dayOf(now);
  const year = yearOf(issueDay);
  const number = world.cases.filter((c) => yearOf(c.issueDay) === year).length + 1;
  const c: Case = { id: `${year}-${number}`, project, issueDay, within, attempt: 1, closedOut: false };
  world.cases.push(c);
  world.openStage(now, c, 'sign', world.stageDue(issueDay, 2));
}

export function officeOwes(o: Obligation): boolean {
  return o.stage?.name === 'verify' || o.stage?.name === 'look-back';
}

/** The report that a verification is about: that of the same case and attempt. */
function reportBehind(world: World, verify: Obligation): Obligation {
  return world.obligations.find(
    (o) =>
      o.stage?.name === 'report' && o.stage.case === verify.stage!.case && o.stage.attempt === verify.stage!.attempt,
  )!;
}
