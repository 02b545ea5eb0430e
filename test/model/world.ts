/** The county's state and what the engine does to it by itself: openings, rungs, catching up after an outage. */
import { Calendar } from './calendar.js';
import { DEFAULT_CADENCES, DEFAULT_CALENDAR, DEFAULT_POLICY } from './defaults.js';
import { type Slot, slotsOpening } from './periods.js';
import { addDays, dayOf, instant, print, readInstant } from './time.js';
import type {
  Behaviour,
  Cadence,
  CalendarFile,
  Day,
  Event,
  Instant,
  Item,
  ModelInput,
  Policy,
  Post,
  Rung,
  State,
} from './types.js';

export type StageName = 'sign' | 'plan' | 'report' | 'verify' | 'look-back';

export interface Case {
  id: string;
  project: Project;
  issueDay: Day;
  within: number;
  attempt: number;
  closedOut: boolean;
}

export interface Project {
  item: Item;
  holders: Record<Post, string | null>;
  closed: boolean;
}

interface Planned {
  rung: Rung;
  order: number; // place in the policy
  at: Instant;
}

export interface Obligation {
  project: Project;
  cadence: string;
  period: string;
  policy: Policy;
  stage: { case: Case; name: StageName; attempt: number } | null;
  openedAt: Instant;
  due: Instant;
  originalDue: Instant;
  revision: number;
  state: State;
  ended: boolean;
  /** It had ended before its project was closed (see `closedTo` in acts.ts). */
  endedBeforeClose: boolean;
  suspended: { from: State; on: Day } | null;
  returns: number;
  lastReturn: Instant;
  lastSubmit: Instant | null;
  proposal: boolean;
  plan: Planned[];
  fired: Set<string>;
}

interface PendingLookBack {
  case: Case;
  opens: Instant;
  due: Instant;
  provisional: boolean;
}

interface Outage {
  from: Instant;
  until: Instant;
}

interface Opening {
  project: Project;
  cadence: string;
  period: string;
  policy: Policy;
  stage: Obligation['stage'];
  due: Instant;
  provisional: boolean;
  late: boolean;
}

export class World {
  readonly calendar: Calendar;
  readonly cadences: Cadence[];
  readonly policies: Policy[];
  readonly projects: Project[];
  readonly obligations: Obligation[] = [];
  readonly cases: Case[] = [];
  readonly events: Event[] = [];
  readonly launch: Instant;
  readonly end: Instant;
  outages: Outage[];
  slots: Slot[] = [];
  lookBacks: PendingLookBack[] = [];
  /** The engine has done its work up to and including this instant. */
  now: Instant;

  constructor(input: ModelInput) {
    this.calendar = new Calendar((input.calendar ?? DEFAULT_CALENDAR) as CalendarFile);
    this.cadences = (input.cadences ?? DEFAULT_CADENCES) as Cadence[];
    this.policies = [input.policies ?? DEFAULT_POLICY].flat() as Policy[];
    this.launch = readInstant(input.launch ?? `${input.from}T09:00`);
    this.end = instant(input.to, '23:59:59');
    this.projects = input.items.map((item) => ({
      item,
      closed: false,
      // From a ledger only these three are known; unit head and office are vacant until appointed.
      holders: {
        handler: item.handler,
        'unit-head': null,
        'deputy-leader': item.deputyLeader,
        'lead-leader': item.leadLeader,
        office: null,
      },
    }));
    this.outages = mergedOutages((input.behaviour ?? []) as Behaviour[], this.launch, this.end);
    this.now = this.launch - 1;
    if (this.launch > this.end) return;
    for (const cadence of this.cadences) {
      this.slots.push(...slotsOpening(cadence, this.launch, this.end, this.calendar));
    }
    this.launchProjects();
  }

  /** The launch is the first thing at its instant: it opens each dated project's completion. */
  private launchProjects(): void {
    for (const project of this.projects) {
      const { deadline, standing } = project.item;
      if (deadline === null || standing) continue;
      this.open(this.launch, {
        project,
        cadence: 'completion',
        period: '-',
        policy: this.policies[0]!,
        stage: null,
        due: instant(deadline, '17:30'),
        provisional: false,
        late: false,
      });
    }
  }

  open(now: Instant, o: Opening): void {
    const obligation: Obligation = {
      project: o.project,
      cadence: o.cadence,
      period: o.period,
      policy: o.policy,
      stage: o.stage,
      openedAt: now,
      due: o.due,
      originalDue: o.due,
      revision: 1,
      state: 'open',
      ended: false,
      endedBeforeClose: false,
      suspended: null,
      returns: 0,
      lastReturn: 0,
      lastSubmit: null,
      proposal: false,
      plan: [],
      fired: new Set(),
    };
    this.obligations.push(obligation);
    this.events.push({
      ...head(now, obligation),
      kind: 'opened',
      due: print(o.due),
      provisional: o.provisional,
      late: o.late,
    });
    this.replan(obligation, now, ['due', 'opened', 'returned']);
  }

  /** Makes the plan of the given anchors afresh; a rung at or before `now` is dropped. */
  replan(o: Obligation, now: Instant, anchors: Rung['anchor'][]): void {
    o.plan = o.plan.filter((p) => !anchors.includes(p.rung.anchor));
    o.policy.rungs.forEach((rung, order) => {
      if (!anchors.includes(rung.anchor)) return;
      if (rung.anchor === 'returned' && o.returns === 0) return;
      const anchor = { due: o.due, opened: o.openedAt, returned: o.lastReturn }[rung.anchor];
      const at = this.calendar.offset(anchor, rung.offset, rung.at ?? '00:00');
      if (at > now) o.plan.push({ rung, order, at });
    });
  }

  /** Lets the engine work at every instant after `this.now` up to and including `upTo`. */
  engineThrough(upTo: Instant): void {
    for (;;) {
      const next = Math.min(...this.wakes().filter((t) => t > this.now && t <= upTo));
      if (next === Number.POSITIVE_INFINITY) break;
      this.engineAt(next);
      this.now = next;
    }
    this.now = Math.max(this.now, upTo);
  }

  /** All instants at which something is due to happen by itself. */
  wakes(): Instant[] {
    return [
      ...this.slots.map((s) => s.opens),
      ...this.lookBacks.map((l) => l.opens),
      ...this.obligations.flatMap((o) => o.plan.map((p) => p.at)),
      ...this.outages.map((o) => o.until),
    ];
  }

  private engineAt(t: Instant): void {
    // In [from, until) the engine does nothing; what it misses waits.
    if (this.outages.some((o) => o.from <= t && t < o.until)) return;
    if (this.outages.some((o) => o.until === t)) this.catchUp(t);
    this.openDue(t, (opens) => opens === t, false);
    for (const o of this.obligations) {
      const here = o.plan.filter((p) => p.at === t).sort((a, b) => a.order - b.order);
      o.plan = o.plan.filter((p) => p.at !== t); // fired or spent
      for (const p of here) if (mayFire(o, p.rung)) this.fire(o, p, t, false);
    }
  }

  private catchUp(until: Instant): void {
    // First what should have opened, opens: late, with the due it would have had, planned from now.
    this.openDue(until, (opens) => opens < until, true);
    // Then the missed rungs, judged by the state at this instant.
    for (const o of this.obligations) {
      const missed = o.plan.filter((p) => p.at < until).sort((a, b) => a.at - b.at || a.order - b.order);
      o.plan = o.plan.filter((p) => p.at >= until);
      const may = missed.filter((p) => mayFire(o, p.rung));
      const gentle = may.filter((p) => isGentle(p.rung));
      // Reminders and presses collapse into the last one, and into none when past due.
      const kept = until > o.due ? undefined : gentle.at(-1);
      for (const p of may) if (!isGentle(p.rung) || p === kept) this.fire(o, p, until, true);
    }
  }

  /** Opens the slots and look-backs whose instant is `chosen`. */
  private openDue(now: Instant, chosen: (opens: Instant) => boolean, late: boolean): void {
    for (const slot of this.slots.filter((s) => chosen(s.opens))) {
      for (const project of this.projects) {
        // Closed by the time the slot really opens: nothing owed.
        if (project.closed) continue;
        this.open(now, {
          project,
          cadence: slot.cadence.key,
          period: slot.period,
          policy: this.policyOf(slot.cadence),
          stage: null,
          due: slot.due,
          provisional: slot.provisional,
          late,
        });
      }
    }
    this.slots = this.slots.filter((s) => !chosen(s.opens));
    const opening = this.lookBacks.filter((l) => chosen(l.opens));
    this.lookBacks = this.lookBacks.filter((l) => !chosen(l.opens));
    // Due counted from the day it should have opened, even when it opens late.
    for (const l of opening) this.openStage(now, l.case, 'look-back', { ...l, late });
  }

  /** 17:30 on the n-th workday after `day`, and whether finding it asked about an unpublished year. */
  stageDue(day: Day, n: number): { due: Instant; provisional: boolean } {
    const { value, provisional } = this.calendar.watch(() => this.calendar.workday(day, n));
    return { due: instant(value, '17:30'), provisional };
  }

  /** From the close-out: 09:00 on the first workday after close-out day + 29; due 5 workdays after that day. */
  planLookBack(c: Case, now: Instant): void {
    const opening = this.calendar.watch(() => this.calendar.workday(addDays(dayOf(now), 29), 1));
    const { due, provisional } = this.stageDue(opening.value, 5);
    const opens = instant(opening.value, '09:00');
    this.lookBacks.push({ case: c, opens, due, provisional: provisional || opening.provisional });
  }

  openStage(
    now: Instant,
    c: Case,
    name: StageName,
    { due, provisional, late }: { due: Instant; provisional: boolean; late?: boolean },
  ): void {
    this.open(now, {
      project: c.project,
      cadence: 'rectification',
      // Stages of the second and later attempts carry the attempt's number.
      period: `${c.id}/${name}${c.attempt >= 2 ? `#${c.attempt}` : ''}`,
      policy: this.rectificationPolicy(),
      stage: { case: c, name, attempt: c.attempt },
      due,
      provisional,
      late: late ?? false,
    });
  }

  private fire(o: Obligation, p: Planned, now: Instant, late: boolean): void {
    // `due` at most once per revision, `opened` once ever, `returned` once per return.
    const count = { due: o.revision, opened: 0, returned: o.returns }[p.rung.anchor];
    const once = `${p.rung.anchor}/${count}/${p.order}`;
    if (o.fired.has(once)) return;
    o.fired.add(once);
    if (p.rung.action === 'propose-rectification') o.proposal = true; // a pending one is simply kept
    this.events.push({
      ...head(now, o),
      kind: 'notice',
      rung: p.rung.key,
      action: p.rung.action,
      to: recipients(o, p.rung.to),
      due: print(o.due),
      dueRevision: o.revision,
      late,
    });
  }

  private policyOf(cadence: Cadence): Policy {
    return this.policies.find((p) => p.key === cadence.policy) ?? this.policies[0]!;
  }

  /** The policy named `rectification`, else the first without its proposing rungs. */
  private rectificationPolicy(): Policy {
    const named = this.policies.find((p) => p.key === 'rectification');
    if (named) return named;
    const first = this.policies[0]!;
    return { ...first, rungs: first.rungs.filter((r) => r.action !== 'propose-rectification') };
  }
}

export function head(now: Instant, o: Obligation): { at: string; project: number; cadence: string; period: string } {
  return { at: print(now), project: o.project.item.number, cadence: o.cadence, period: o.period };
}

function isGentle(rung: Rung): boolean {
  return rung.action === 'remind' || rung.action === 'press';
}

/** Does the rung's condition hold in the present state? */
function mayFire(o: Obligation, rung: Rung): boolean {
  if (o.ended) return false;
  if (rung.anchor === 'opened') return o.state === 'open';
  if (rung.anchor === 'returned') return o.state === 'returned';
  return o.state === 'open' || o.state === 'received' || o.state === 'returned';
}

/** Posts become people when the notice is written. */
function recipients(o: Obligation, to: Post[]): { post: Post; name: string | null }[] {
  const owedByOffice = o.stage?.name === 'verify' || o.stage?.name === 'look-back';
  let posts = to;
  if (owedByOffice) {
    // The office answers for itself; it is printed once, where it is first mentioned.
    const mapped = to.map((p): Post => (p === 'handler' || p === 'unit-head' ? 'office' : p));
    posts = mapped.filter((p, i) => p !== 'office' || mapped.indexOf('office') === i);
  }
  const list = posts.map((post) => ({ post, name: o.project.holders[post] }));
  // A vacant post brings the office in, once.
  if (list.some((r) => r.name === null) && !posts.includes('office')) {
    list.push({ post: 'office', name: o.project.holders.office });
  }
  return list;
}

/** Outages that happen, overlapping or touching ones joined. One that begins outside the run never happens. */
export function mergedOutages(behaviour: Behaviour[], launch: Instant, end: Instant): Outage[] {
  const single = behaviour
    .filter((b) => b.do === 'outage')
    .map((b) => ({ from: readInstant(b.at), until: readInstant(b.until!) }))
    .filter((o) => o.from >= launch && o.from <= end)
    .sort((a, b) => a.from - b.from);
  const merged: Outage[] = [];
  for (const o of single) {
    const last = merged.at(-1);
    if (last && o.from <= last.until) last.until = Math.max(last.until, o.until);
    else merged.push({ ...o });
  }
  return merged;
}
