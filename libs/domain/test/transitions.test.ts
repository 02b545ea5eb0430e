import {
  CASE_TRANSITIONS,
  caseState,
  EFFECT_TRANSITIONS,
  EXTENSION_TRANSITIONS,
  MESSAGE_TRANSITIONS,
  type MessageAct,
  type MessageState,
  moved,
  PROGRAMME_TRANSITIONS,
  PROJECT_TRANSITIONS,
  reachable,
} from '@duban/domain';

import { describe, expect, it } from 'vitest';

const sorted = (states: Set<string>): string[] => [...states].sort();

describe('every state of a table is reached from its start', () => {
  it('of a project', () => {
    expect(sorted(reachable(PROJECT_TRANSITIONS, 'proposed'))).toEqual(
      sorted(new Set(['proposed', 'reviewing', 'returned', 'draft', 'launched', 'accepted', 'closed', 'cancelled'])),
    );
  });
  it('of a project that a ledger brought, which needs no review', () => {
    expect(sorted(reachable(PROJECT_TRANSITIONS, 'draft'))).toEqual([
      'accepted',
      'cancelled',
      'closed',
      'draft',
      'launched',
    ]);
  });
  it('of a programme', () => {
    expect(sorted(reachable(PROGRAMME_TRANSITIONS, 'draft'))).toEqual(['archived', 'draft', 'launched']);
  });
  it('of a rectification case', () => {
    expect(sorted(reachable(CASE_TRANSITIONS, 'open'))).toEqual(['archived', 'closed-out', 'open', 'withdrawn']);
  });
  it('of an extension request', () => {
    const ends = ['approved', 'lapsed', 'refused', 'withdrawn'];
    expect(sorted(reachable(EXTENSION_TRANSITIONS, 'pending'))).toEqual([
      ...ends.slice(0, 2),
      'pending',
      ...ends.slice(2),
    ]);
    for (const end of ends) expect([...reachable(EXTENSION_TRANSITIONS, end as 'approved')]).toEqual([end]);
  });
  it('of an effect', () => {
    expect(sorted(reachable(EFFECT_TRANSITIONS, 'pending'))).toEqual(['abandoned', 'dead', 'done', 'pending']);
  });
  it('of a message', () => {
    expect(sorted(reachable(MESSAGE_TRANSITIONS, 'queued'))).toEqual([
      'abandoned',
      'dead',
      'failed',
      'queued',
      'sending',
      'sent',
      'unknown',
    ]);
  });
});

describe('what is not in a table is refused', () => {
  it.each([
    ['draft', 'launch', 'launched'],
    ['launched', 'launch', undefined],
    ['draft', 'close', undefined],
    ['launched', 'close', 'closed'],
    ['draft', 'cancel', 'cancelled'],
    ['closed', 'cancel', undefined],
    ['proposed', 'launch', undefined],
    ['reviewing', 'launch', undefined],
    ['returned', 'launch', undefined],
    ['proposed', 'approve', undefined],
    ['reviewing', 'approve', 'draft'],
    ['reviewing', 'return', 'returned'],
    ['returned', 'apply', 'reviewing'],
    ['draft', 'apply', undefined],
    ['draft', 'pass-acceptance', undefined],
    ['launched', 'pass-acceptance', 'accepted'],
    ['launched', 'fail-acceptance', 'launched'],
    ['accepted', 'fail-acceptance', undefined],
    ['accepted', 'close', 'closed'],
    ['cancelled', 'close', undefined],
  ] as const)('a %s project, %s → %s', (state, act, after) => {
    expect(moved(PROJECT_TRANSITIONS, state, act)).toBe(after);
  });

  it.each([
    ['open', 'close-out', 'closed-out'],
    ['open', 'archive', undefined],
    ['open', 're-open', undefined],
    ['closed-out', 're-open', 'open'],
    ['closed-out', 'archive', 'archived'],
    ['archived', 're-open', undefined],
    ['open', 'withdraw', 'withdrawn'],
    ['closed-out', 'withdraw', undefined],
    ['archived', 'withdraw', undefined],
    ['withdrawn', 'withdraw', undefined],
    ['withdrawn', 'close-out', undefined],
  ] as const)('a case that is %s, %s → %s', (state, act, after) => {
    expect(moved(CASE_TRANSITIONS, state, act)).toBe(after);
  });

  it('an effect ends once; a dead one may be tried again or given up', () => {
    for (const act of ['finish', 'bury'] as const) {
      expect(moved(EFFECT_TRANSITIONS, 'done', act)).toBeUndefined();
      expect(moved(EFFECT_TRANSITIONS, 'dead', act)).toBeUndefined();
    }
    expect(moved(EFFECT_TRANSITIONS, 'dead', 'retry')).toBe('pending');
    expect(moved(EFFECT_TRANSITIONS, 'dead', 'give-up')).toBe('abandoned');
    expect(moved(EFFECT_TRANSITIONS, 'done', 'retry')).toBeUndefined();
    expect(moved(EFFECT_TRANSITIONS, 'abandoned', 'retry')).toBeUndefined();
  });

  const BY_A_PERSON: readonly MessageAct[] = ['retry', 'give-up'];
  const BY_A_WORKER = (Object.keys(MESSAGE_TRANSITIONS) as MessageAct[]).filter((act) => !BY_A_PERSON.includes(act));

  it('no worker sends a message again that may have arrived', () => {
    const next = (from: MessageState): MessageState[] =>
      BY_A_WORKER.flatMap((act) => moved(MESSAGE_TRANSITIONS, from, act) ?? []);
    expect(next('unknown')).toEqual(['sent']);
    expect(next('sent')).toEqual([]);
    expect(next('dead')).toEqual([]);
    expect(next('abandoned')).toEqual([]);
  });

  it('a person may have it sent again, or give it up, but never one that was sent', () => {
    for (const act of BY_A_PERSON) {
      expect(moved(MESSAGE_TRANSITIONS, 'unknown', act)).toBeDefined();
      expect(moved(MESSAGE_TRANSITIONS, 'dead', act)).toBeDefined();
      expect(moved(MESSAGE_TRANSITIONS, 'sent', act)).toBeUndefined();
      expect(moved(MESSAGE_TRANSITIONS, 'sending', act)).toBeUndefined();
    }
  });
});

it('the ends lead nowhere', () => {
  expect([...reachable(PROJECT_TRANSITIONS, 'closed')]).toEqual(['closed']);
  expect([...reachable(PROJECT_TRANSITIONS, 'cancelled')]).toEqual(['cancelled']);
  expect([...reachable(PROGRAMME_TRANSITIONS, 'archived')]).toEqual(['archived']);
  expect([...reachable(CASE_TRANSITIONS, 'archived')]).toEqual(['archived']);
  expect([...reachable(CASE_TRANSITIONS, 'withdrawn')]).toEqual(['withdrawn']);
});

it('the state of a case follows from when it was closed out, archived, withdrawn', () => {
  expect(caseState({ closedOut: false, archived: false, withdrawn: false })).toBe('open');
  expect(caseState({ closedOut: true, archived: false, withdrawn: false })).toBe('closed-out');
  expect(caseState({ closedOut: true, archived: true, withdrawn: false })).toBe('archived');
  expect(caseState({ closedOut: false, archived: false, withdrawn: true })).toBe('withdrawn');
});
