/** Board and rates as they stand at the end, and the order of the events. */
import { byCodePoint, dayOf, instant, print } from './time.js';
import type { BoardRow, Event, Instant, RateRow } from './types.js';
import type { Obligation, World } from './world.js';

/** From `from` 00:00 on, by instant, project, cadence, period (null first), then as they happened. */
export function printedEvents(world: World, from: string): Event[] {
  const start = print(instant(from, '00:00'));
  return world.events
    .filter((e) => e.at >= start)
    .map((event, i) => ({ event, i }))
    .sort(
      (a, b) =>
        byCodePoint(a.event.at, b.event.at) ||
        a.event.project - b.event.project ||
        nullFirst(a.event.cadence, b.event.cadence) ||
        nullFirst(a.event.period, b.event.period) ||
        a.i - b.i,
    )
    .map(({ event }) => event);
}

function nullFirst(a: string | null, b: string | null): number {
  if (a === null || b === null) return (a === null ? 0 : 1) - (b === null ? 0 : 1);
  return byCodePoint(a, b);
}

/** What has opened and not ended. */
export function board(world: World): BoardRow[] {
  return world.obligations
    .filter((o) => !o.ended)
    .sort(
      (a, b) =>
        a.project.item.number - b.project.item.number ||
        byCodePoint(a.cadence, b.cadence) ||
        byCodePoint(a.period, b.period),
    )
    .map((o) => {
      const light = lightOf(world, o);
      return {
        project: o.project.item.number,
        cadence: o.cadence,
        period: o.period,
        state: o.state,
        due: print(o.due),
        originalDue: print(o.originalDue),
        light,
        // Workdays after the due day up to and including the last day.
        overdueWorkdays: light === 'red' ? world.calendar.countAfter(dayOf(o.due), dayOf(world.end)) : 0,
      };
    });
}

function lightOf(world: World, o: Obligation): BoardRow['light'] {
  if (o.state === 'submitted') return 'blue';
  if (o.state === 'suspended') return 'grey';
  if (world.end > o.due) return 'red';
  const yellow = o.policy.lights?.yellow ?? { workdays: -3 };
  return world.end >= world.calendar.offset(o.due, yellow, '00:00') ? 'yellow' : 'green';
}

/** One row for every unit, in the ledger's order of first appearance. */
export function rates(world: World): RateRow[] {
  const units = [...new Set(world.projects.map((p) => p.item.responsibleUnit))];
  return units.map((unit) => {
    const counted = world.obligations.filter(
      (o) =>
        o.project.item.responsibleUnit === unit &&
        o.stage === null && // rectification is not counted
        o.due <= world.end &&
        o.state !== 'cancelled' &&
        o.state !== 'suspended',
    );
    const onTime = counted.filter((o) => inTime(o, o.due)).length;
    const onTimeOriginal = counted.filter((o) => inTime(o, o.originalDue)).length;
    return {
      unit,
      due: counted.length,
      onTime,
      onTimeOriginal,
      rate: percent(onTime, counted.length),
      rateOriginal: percent(onTimeOriginal, counted.length),
    };
  });
}

/** The latest submission was in time and has not been returned since. */
function inTime(o: Obligation, due: Instant): boolean {
  const stands = o.state === 'submitted' || o.state === 'accepted';
  return stands && o.lastSubmit !== null && o.lastSubmit <= due;
}

/** One decimal, half up, in whole numbers; nothing due prints a dash. */
function percent(part: number, whole: number): string {
  if (whole === 0) return '—';
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole));
  return `${Math.floor(tenths / 10)}.${tenths % 10}%`;
}
