/**
 * An independent reading of the rehearsal rules, in memory and without any of the product's code: the oracle of the
 * differential tests. Slow and literal on purpose. Inputs are taken to be valid.
 */
import { act } from './acts.js';
import { board, printedEvents, rates } from './report.js';
import { readInstant } from './time.js';
import type { Behaviour, BoardRow, Event, ModelInput, RateRow } from './types.js';
import { World } from './world.js';

export type { ModelInput } from './types.js';

export interface ModelOutput {
  from: string;
  to: string;
  events: Event[];
  board: BoardRow[];
  rates: RateRow[];
}

/** Rehearses the whole input and gives what `rehearse --json` must print. */
export function rehearseModel(input: ModelInput): ModelOutput {
  return output(runWorld(input), input);
}

/** The world at the end of the run, with all its inner state (for the generator's statistics). */
export function runWorld(input: ModelInput): World {
  const world = new World(input);
  // In order of time; the sort is stable, so equal instants keep the file's order.
  const acts = ((input.behaviour ?? []) as Behaviour[])
    .map((b) => ({ b, at: readInstant(b.at) }))
    .filter(({ at }) => at >= world.launch && at <= world.end)
    .sort((a, b) => a.at - b.at);
  for (const { b, at } of acts) {
    world.engineThrough(at - 1); // people act before the engine at the same instant
    act(world, b, at);
  }
  if (world.launch <= world.end) world.engineThrough(world.end);
  return world;
}

export function output(world: World, input: ModelInput): ModelOutput {
  return {
    from: input.from,
    to: input.to,
    events: printedEvents(world, input.from),
    board: board(world),
    rates: rates(world),
  };
}
