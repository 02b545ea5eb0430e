import {
  type Anchor,
  BUNDLED_CALENDAR,
  type Instant,
  instantAt,
  type LadderFacts,
  type Offset,
  type Policy,
  type Rung,
  type RungAction,
  WorkCalendar,
} from '@duban/domain';
import fc from 'fast-check';

export const calendar = new WorkCalendar(BUNDLED_CALENDAR);
export const HOUR_MS = 3_600_000;
export const START: Instant = instantAt('2026-09-14', '09:00');

/** An instant in the two months around the autumn holidays, to the minute. */
export const anyMoment = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minutes) => START + minutes * 60_000);

const amount = (anchor: Anchor) => fc.integer({ min: anchor === 'due' ? -12 : 1, max: 12 });

export const anyOffset = (anchor: Anchor): fc.Arbitrary<Offset> =>
  fc.oneof(
    amount(anchor).map((workdays) => ({ workdays })),
    amount(anchor).map((days) => ({ days })),
    amount(anchor).map((n) => ({ hours: n * 7.5 })),
  );

const anyRung: fc.Arbitrary<Omit<Rung, 'key'>> = fc
  .constantFrom<Anchor>('due', 'due', 'opened', 'returned')
  .chain((anchor) =>
    fc.record({
      anchor: fc.constant(anchor),
      offset: anyOffset(anchor),
      at: fc.constantFrom('00:00', '09:00', '17:30', '23:59'),
      action: fc.constantFrom<RungAction>('remind', 'press', 'slip-blue', 'slip-red', 'list', 'propose-rectification'),
      to: fc.constant(['handler'] as const),
    }),
  );

export const anyPolicy: fc.Arbitrary<Policy> = fc
  .array(anyRung, { minLength: 1, maxLength: 9 })
  .map((rungs) => ({ key: 'p', rungs: rungs.map((rung, i) => ({ ...rung, key: `r${i}` })) }));

const STATES: readonly LadderFacts['state'][] = ['open', 'received', 'submitted', 'returned', 'suspended'];

/** Facts as they can come to be: opened, planned at the opening or later, perhaps returned. */
export const anyFacts: fc.Arbitrary<LadderFacts> = fc
  .record({
    state: fc.constantFrom(...STATES),
    openedAt: anyMoment,
    due: anyMoment,
    plan: anyMoment,
    back: fc.option(anyMoment),
  })
  .map(({ state, openedAt, due, plan, back }) => ({
    state,
    openedAt,
    dueAt: due,
    plannedAt: Math.max(openedAt, plan),
    returnedAt:
      state === 'returned' ? Math.max(openedAt, back ?? plan) : back === null ? null : Math.max(openedAt, back),
    sweptTo: openedAt,
    ended: false,
  }));
