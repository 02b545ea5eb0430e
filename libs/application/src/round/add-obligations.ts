import type { Instant } from '@duban/domain';
import {
  type Actor,
  ENGINE,
  insertClock,
  insertObligations,
  lockRoundClocks,
  type NewObligation,
  pokeClocks,
  writeHistory,
} from '@duban/persistence';
import { clockWorkflowId } from '@duban/workflows';
import type { EntityManager } from 'typeorm';
import { changeEntry, type Opening, opener, type Terms } from '../obligation/derived.js';

/** Most obligations that one clock looks after: one transaction takes a month-end of this many in its stride. */
export const SHARD_SIZE = 500;

/** The round whose obligations open. */
export interface RoundPlace {
  readonly roundId: number;
  readonly programmeId: number;
  readonly cadenceKey: string;
  readonly periodKey: string;
}

/**
 * Opens obligations in a round: fills its last open clock up to the shard size, then adds clocks. Slots that exist
 * already are left alone. Every clock touched is poked, which starts its workflow if it has none.
 * @returns how many were opened, and the clocks touched
 */
export async function addObligations(
  manager: EntityManager,
  place: RoundPlace,
  openings: readonly Opening[],
  terms: Terms,
  actor: Actor = ENGINE,
): Promise<{ opened: number; clockIds: number[] }> {
  if (openings.length === 0) return { opened: 0, clockIds: [] };
  const rows = await placeInClocks(manager, place, openings, terms);
  const inserted = await insertObligations(manager, rows);
  // A project owes a period once, and all of these are of one cadence.
  const bySlot = new Map(rows.map((row) => [slotOf(row), row]));
  await writeHistory(
    manager,
    inserted.flatMap((made) => {
      const row = bySlot.get(slotOf(made));
      if (!row) return [];
      const after = { id: made.id, projectId: row.projectId, yellowAt: row.yellowAt, facts: row.facts };
      const data = row.provisional ? PROVISIONAL : null;
      const { late, arithmetic: why } = row;
      return [changeEntry('open', actor, null, after, row.facts.openedAt, { late, data, why })];
    }),
  );
  const clockIds = [...new Set(rows.map(({ clockId }) => clockId))];
  const openedAt = openings[0]?.openedAt ?? 0;
  await pokeClocks(manager, clockIds, openedAt);
  return { opened: inserted.length, clockIds };
}

const PROVISIONAL = { provisional: true };

const slotOf = ({ projectId, periodKey }: { readonly projectId: number; readonly periodKey: string }): string =>
  `${projectId}/${periodKey}`;

async function placeInClocks(
  manager: EntityManager,
  place: RoundPlace,
  openings: readonly Opening[],
  terms: Terms,
): Promise<NewObligation[]> {
  let clock = await lastClock(manager, place);
  const open = opener(terms);
  const rows: NewObligation[] = [];
  for (const given of openings) {
    if (clock.room === 0) clock = await nextClock(manager, place, clock.shard);
    rows.push(open(clock.id, given));
    clock = { ...clock, room: clock.room - 1 };
  }
  return rows;
}

/** A clock of the round that can take one more: the last open one, or a new one. */
export async function clockWithRoom(manager: EntityManager, place: RoundPlace): Promise<number> {
  return (await lastClock(manager, place)).id;
}

interface ClockRoom {
  readonly id: number;
  readonly shard: number;
  readonly room: number;
}

/** The last clock of the round if it is open and has room, else a new one; the round's clocks are locked. */
async function lastClock(manager: EntityManager, place: RoundPlace): Promise<ClockRoom> {
  const last = (await lockRoundClocks(manager, place.roundId)).at(-1);
  if (!last || last.closed || last.size >= SHARD_SIZE) return nextClock(manager, place, last?.shard ?? 0);
  return { id: last.id, shard: last.shard, room: SHARD_SIZE - last.size };
}

async function nextClock(manager: EntityManager, place: RoundPlace, after: number): Promise<ClockRoom> {
  const shard = after + 1;
  const id = await insertClock(manager, place.roundId, shard, clockWorkflowId({ ...place, shard }));
  return { id, shard, room: SHARD_SIZE };
}

/** When the wake of one of a clock's obligations became earlier than it was, the clock has to look again. */
export async function pokeIfEarlier(
  manager: EntityManager,
  clockId: number,
  before: Instant | null,
  after: Instant | null,
  now: Instant,
): Promise<void> {
  if (after !== null && (before === null || after < before)) await pokeClocks(manager, [clockId], now);
}
