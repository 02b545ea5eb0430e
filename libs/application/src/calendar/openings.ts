import {
  type Cadence,
  dayOfInstant,
  type Instant,
  instantAt,
  nextOpening,
  type Period,
  slotOf,
  slotsOpening,
  type WorkCalendar,
  yearOf,
} from '@duban/domain';
import type { EntityManager } from 'typeorm';
import { cadencesInForce } from '../round/open-rounds.js';
import type { Changing, RoundRow } from './replan.js';

/** A round that has yet to open, and moves. Null: under that table it does not open after the launch. */
export interface OpeningMove {
  readonly cadence: string;
  readonly name: string;
  readonly period: string;
  readonly opensBefore: Instant | null;
  readonly opensAfter: Instant | null;
  readonly dueBefore: Instant | null;
  readonly dueAfter: Instant | null;
  readonly provisionalBefore: boolean;
  readonly provisionalAfter: boolean;
  readonly arithmetic: string | null;
}

/**
 * Rounds to come whose opening or due a changed calendar moves, up to the end of the year after the published ones.
 * @returns them in the order in which they open, and when the programme's period clock has to look next
 */
export async function movedOpenings(
  manager: EntityManager,
  { programmeId, was, is }: Changing,
  launchedAt: Instant,
  rounds: ReadonlyMap<number, RoundRow>,
  now: Instant,
): Promise<{ openings: OpeningMove[]; nextOpeningAt: Instant | null }> {
  const opened = new Set([...rounds.values()].map(({ cadenceKey, periodKey }) => `${cadenceKey}/${periodKey}`));
  const lastYear = Math.max(is.document.publishedThrough, yearOf(dayOfInstant(now))) + 1;
  const horizon = instantAt(`${lastYear}-12-31`, '23:59:59');
  const openings: OpeningMove[] = [];
  let nextOpeningAt: Instant | null = null;
  for (const { cadence, since } of await cadencesInForce(manager, programmeId)) {
    const from = Math.max(launchedAt, since);
    for (const period of periodsToCome(cadence, was, is, from, horizon)) {
      if (opened.has(`${cadence.key}/${period.key}`)) continue;
      const move = openingMove(cadence, period, was, is, from);
      if (move) openings.push(move);
    }
    const waiting = slotsOpening(cadence, is, from, now).some(
      ({ period }) => !opened.has(`${cadence.key}/${period.key}`),
    );
    if (waiting) nextOpeningAt = now;
    const next = nextOpening(cadence, is, now);
    if (next !== undefined && (nextOpeningAt === null || next < nextOpeningAt)) nextOpeningAt = next;
  }
  const first = ({ opensBefore, opensAfter }: OpeningMove): number => opensAfter ?? opensBefore ?? 0;
  return { openings: openings.sort((a, b) => first(a) - first(b)), nextOpeningAt };
}

function periodsToCome(
  cadence: Cadence,
  was: WorkCalendar,
  is: WorkCalendar,
  from: Instant,
  horizon: Instant,
): Period[] {
  const slots = [...slotsOpening(cadence, was, from, horizon), ...slotsOpening(cadence, is, from, horizon)];
  return [...new Map(slots.map(({ period }) => [period.key, period])).values()];
}

function openingMove(
  cadence: Cadence,
  period: Period,
  was: WorkCalendar,
  is: WorkCalendar,
  from: Instant,
): OpeningMove | undefined {
  const [before, after] = [was, is].map((calendar) => {
    const slot = slotIn(cadence, period, calendar);
    return slot && slot.opensAt >= from ? slot : undefined;
  });
  if (before?.opensAt === after?.opensAt && before?.dueAt === after?.dueAt) return undefined;
  return {
    cadence: cadence.key,
    name: cadence.name,
    period: period.key,
    opensBefore: before?.opensAt ?? null,
    opensAfter: after?.opensAt ?? null,
    dueBefore: before?.dueAt ?? null,
    dueAfter: after?.dueAt ?? null,
    provisionalBefore: before?.provisional ?? false,
    provisionalAfter: after?.provisional ?? false,
    arithmetic: after?.arithmetic ?? null,
  };
}

function slotIn(cadence: Cadence, period: Period, calendar: WorkCalendar): ReturnType<typeof slotOf> | undefined {
  try {
    return slotOf(cadence, period, calendar);
  } catch (error) {
    if (error instanceof RangeError) return undefined; // a period without any workday never opens
    throw error;
  }
}
