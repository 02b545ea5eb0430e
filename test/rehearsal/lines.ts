import type { RehearsalEvent, RehearsalOutput } from '@duban/application';
import { expect } from 'vitest';
import { rehearseModel } from '../model/model.js';
import type { Behaviour, Cadence, Item, ModelInput, Policy, Rung } from '../model/types.js';
import { freshDatabase } from '../support/database.js';
import { runEngine } from './run-engine.js';

/** An item of a ledger; standing work unless it is given a deadline. */
export function item(number: number, more: Partial<Item> = {}): Item {
  const deadline = more.deadline ?? null;
  return {
    number,
    responsibleUnit: '甲单位',
    leadLeader: '赵某',
    deputyLeader: '钱某',
    handler: `承办${number}`,
    standing: deadline === null,
    ...more,
    deadline,
  };
}

/** A rung at 09:00 to the handler, one working day after its anchor, unless told otherwise. */
export function rung(key: string, more: Partial<Rung> = {}): Rung {
  const exact = more.offset?.hours !== undefined;
  return {
    key,
    anchor: 'due',
    offset: { workdays: 1 },
    action: 'remind',
    to: ['handler'],
    ...(exact ? {} : { at: '09:00' }),
    ...more,
  };
}

export function policy(rungs: readonly Rung[], more: Partial<Policy> = {}): Policy {
  return { key: 'p', rungs: [...rungs], ...more };
}

/** A monthly cadence from the first day (rolled forward) to the 20th, unless told otherwise. */
export function cadence(more: Partial<Cadence> = {}): Cadence {
  return {
    key: 'm',
    name: '月报',
    direction: 'up',
    every: 'month',
    profile: 'report',
    opens: { firstDay: true, roll: 'forward', at: '09:00' },
    due: { day: 20, at: '17:30' },
    ...more,
  };
}

/** March 2026 has no holiday: the 1st is a Sunday, the 20th a Friday. */
export const MARCH: Pick<ModelInput, 'items' | 'from' | 'to' | 'cadences' | 'policies'> = {
  items: [item(1)],
  from: '2026-03-01',
  to: '2026-03-31',
  cadences: [cadence()],
  policies: policy([]),
};

export const M1 = { project: 1, cadence: 'm', period: '2026-03' };
export const DONE1 = { project: 1, cadence: 'completion', period: '-' };

/** An act on a slot. */
export function act(at: string, verb: Behaviour['do'], slot: object, more: Partial<Behaviour> = {}): Behaviour {
  return { at, do: verb, ...slot, ...more };
}

/** One line per event: enough to compare with a list worked out by hand. */
export function line(event: RehearsalEvent): string {
  const what = `${event.at.slice(5, 16)} ${event.project} ${event.cadence ?? '·'} ${event.period ?? '·'}`;
  switch (event.kind) {
    case 'opened': {
      const marks = `${event.late ? ' late' : ''}${event.provisional ? ' provisional' : ''}`;
      return `${what} opened, due ${event.due.slice(5, 16)}${marks}`;
    }
    case 'moved':
      return `${what} ${event.from} > ${event.to}, due ${event.due.slice(5, 16)}`;
    case 'refused':
      return `${what} ${event.do} refused ${event.code}`;
    case 'notice': {
      const to = event.to.map(({ post, name }) => `${post}=${name ?? '∅'}`).join(' ');
      return `${what} ${event.rung} r${event.dueRevision}${event.late ? ' late' : ''} to ${to}`;
    }
  }
}

/** What differs from MARCH; undefined leaves a file out altogether. */
export type Given = { readonly [K in keyof ModelInput]?: ModelInput[K] | undefined };

export interface Rehearsed extends RehearsalOutput {
  readonly lines: string[];
}

/**
 * Rehearses on the real engine, on a database of its own; where no reading of the rules by hand is given, the
 * independent model must agree at least.
 */
export async function rehearsed(input: Given): Promise<Rehearsed> {
  const { items = MARCH.items, from = MARCH.from, to = MARCH.to, ...rest } = { ...MARCH, ...input };
  const given = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== undefined));
  const whole: ModelInput = { items, from, to, ...given };
  const database = await freshDatabase();
  try {
    const output = await runEngine(database.url, whole);
    expect(plain(output)).toEqual(plain(rehearseModel(whole)));
    return { ...output, lines: output.events.map(line) };
  } finally {
    await database.drop();
  }
}

/** The lines that name one of these words. */
export function about(lines: readonly string[], ...words: readonly string[]): string[] {
  return lines.filter((text) => words.some((word) => text.includes(word)));
}

export const plain = (value: unknown): unknown => JSON.parse(JSON.stringify(value));
