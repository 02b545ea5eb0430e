/** Random but valid calendars, cadences and policies. */
import { Calendar } from './calendar.js';
import { periodsOf, slotOf } from './periods.js';
import type { Random } from './random.js';
import { addDays, weekday, yearOf } from './time.js';
import type { Cadence, CalendarFile, Day, DayRule, Instant, Offset, Policy, Post, Rung, WindowRule } from './types.js';

const POSTS: Post[] = ['handler', 'unit-head', 'deputy-leader', 'lead-leader', 'office'];

/** A calendar around the run's years; the lists name days of unpublished years too, which then mean nothing. */
export function randomCalendar(r: Random, from: Day, to: Day): CalendarFile {
  const years = [...new Set([yearOf(from) - 1, yearOf(from), yearOf(to), yearOf(to) + 1])];
  const offDays = new Set<Day>();
  const makeupWorkdays = new Set<Day>();
  for (const year of years) {
    for (let i = r.int(2, 9); i > 0; i--) {
      let day = addDays(`${year}-01-01`, r.int(0, 364));
      for (let n = r.pick([1, 1, 2, 3, 8]); n > 0; n--) {
        if (weekday(day) % 6 !== 0) offDays.add(day);
        day = addDays(day, 1);
      }
    }
    for (let i = r.int(0, 8); i > 0; i--) {
      const day = addDays(`${year}-01-01`, r.int(0, 364));
      if (weekday(day) % 6 === 0) makeupWorkdays.add(day);
    }
  }
  return {
    name: 'random',
    publishedThrough: r.pick([2025, 2026, 2026, 2027]),
    offDays: [...offDays].sort(),
    makeupWorkdays: [...makeupWorkdays].sort(),
  };
}

const MONTHS = { month: 1, quarter: 3, half: 6, year: 12 };

function randomWindows(r: Random): WindowRule[] {
  const all: WindowRule[] = [
    { name: '年末走访', from: '10-20', to: '11-10' },
    { name: '跨年督导', from: '12-16', to: '01-20' },
    { name: '春季', from: '03-01', to: '03-31' },
    { name: '七月', from: '07-01', to: '07-31' },
    { name: '年中', from: '05-11', to: '08-31' },
    { name: '秋收', from: '09-05', to: '10-25' },
    { name: 'b窗口', from: '11-20', to: '02-28' },
  ];
  return r.shuffled(all).slice(0, r.int(1, 4));
}

/** How many months a window touches: no rule may name a later one. */
function monthsTouched(w: WindowRule): number {
  const months = Number(w.to.slice(0, 2)) - Number(w.from.slice(0, 2)) + 1;
  return w.to < w.from ? months + 12 : months;
}

function clock(r: Random): string {
  return r.pick(['09:00', '09:00', '17:30', '17:30', '00:00', '08:30', '12:00', '23:59']);
}

function randomRule(r: Random, months: number): DayRule {
  const roll = r.pick(['forward', 'back', 'none', undefined] as const);
  const rest = { ...(roll === undefined ? {} : { roll }), at: clock(r) };
  switch (r.int(0, 7)) {
    case 0:
      return { day: r.pick([1, 5, 15, 28, 30, 31]), ...rest };
    case 1:
    case 2:
      return { month: r.int(1, months), day: r.pick([1, 3, 10, 20, 25, 31]), ...rest };
    case 3:
      return { workday: r.pick([1, 2, 5, 15, 30, 80]), ...rest };
    case 4:
      return { workday: r.pick([-1, -2, -3, -10, -40]), ...rest };
    case 5:
      return { workdayAfter: r.pick([1, 3, 5, 12]), ...rest };
    case 6:
      return { firstDay: true, ...rest };
    default:
      return { lastDay: true, ...rest };
  }
}

/** Is no opening in the run later than its due, and no period anywhere near without a workday to count? */
function sound(cadence: Cadence, calendar: Calendar, launch: Instant, end: Instant): boolean {
  for (let year = new Date(launch).getUTCFullYear() - 2; year <= new Date(end).getUTCFullYear() + 2; year++) {
    for (const period of periodsOf(cadence, year)) {
      const slot = slotOf(cadence, period, calendar); // the windows above always hold workdays
      if (slot.due < slot.opens) return false;
    }
  }
  return true;
}

export function randomCadences(
  r: Random,
  file: CalendarFile,
  launch: Instant,
  end: Instant,
  policies: Policy[],
): Cadence[] {
  const calendar = new Calendar(file);
  const count = r.int(1, 4);
  const cadences: Cadence[] = [];
  for (let tries = 0; cadences.length < count && tries < 400; tries++) {
    const every = r.pick(['month', 'month', 'quarter', 'half', 'year', 'windows'] as const);
    const windows = randomWindows(r);
    const months = every === 'windows' ? Math.min(...windows.map(monthsTouched)) : MONTHS[every];
    const cadence: Cadence = {
      key:
        r.pick(['monthly', '月报', 'audit', 'Zeta', 'a-b', 'a', 'zz']) + (cadences.length > 0 ? cadences.length : ''),
      name: '随机频次',
      direction: r.pick(['up', 'down'] as const),
      every,
      ...(every === 'windows' ? { windows } : {}),
      profile: r.pick(['report', 'inspection', 'debrief']),
      ...(r.chance(0.5) ? { policy: r.pick(policies).key } : {}),
      opens: randomRule(r, months),
      due: randomRule(r, months),
    };
    if (sound(cadence, calendar, launch, end)) cadences.push(cadence);
  }
  return cadences;
}

/** Offsets of `opened` and `returned` rungs must lie after their anchor. */
function randomOffset(r: Random, after: boolean): Offset {
  const low = after ? 1 : -4;
  switch (r.int(0, 3)) {
    case 0:
      return { days: r.int(low, 7) };
    case 1: {
      const hours = r.pick([-48, -7.5, -1, -0.25, 0, 0.5, 1.75, 8, 15.5, 26, 72]);
      return { hours: after ? Math.max(0.5, Math.abs(hours)) : hours };
    }
    default:
      return { workdays: r.int(low, 6) };
  }
}

function randomRung(r: Random, key: string, before: Rung[]): Rung {
  const twin = before.length > 0 && r.chance(0.25) ? r.pick(before) : undefined; // the very same instant
  const anchor = twin?.anchor ?? r.pick(['due', 'due', 'due', 'opened', 'returned'] as const);
  const offset = twin?.offset ?? randomOffset(r, anchor !== 'due');
  const at = twin?.at ?? clock(r);
  const action = r.pick([
    'remind',
    'remind',
    'press',
    'press',
    `slip-${r.pick(['blue', 'yellow', 'red', 'orange'])}`,
    'slip-red',
    'list',
    'propose-rectification',
  ]);
  return {
    key,
    anchor,
    offset,
    ...(offset.hours === undefined || r.chance(0.3) ? { at } : {}),
    action,
    to: r.shuffled(POSTS).slice(0, r.int(1, 4)),
  };
}

function randomPolicy(r: Random, key: string): Policy {
  const rungs: Rung[] = [];
  for (let i = r.int(2, 9); i > 0; i--) rungs.push(randomRung(r, `${r.pick(['r', '提醒', 'Q'])}${i}`, rungs));
  const yellow = r.pick<Offset>([{ workdays: -1 }, { workdays: -8 }, { days: -5 }, { days: 0 }, { hours: -30.5 }]);
  return { key, ...(r.chance(0.25) ? {} : { lights: { yellow } }), rungs };
}

/** One policy or several, with or without one for rectification (first, in between or last). */
export function randomPolicies(r: Random): Policy[] {
  const keys = r.shuffled(['main', '特急', 'calm']).slice(0, r.int(1, 3));
  if (r.chance(0.4)) keys.splice(r.int(0, keys.length), 0, 'rectification');
  return keys.map((key) => randomPolicy(r, key));
}
