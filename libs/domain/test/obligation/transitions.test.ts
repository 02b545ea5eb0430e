import { endsAt, type ObligationState, type Profile, reachableStates, TRANSITIONS } from '@duban/domain';
import { describe, expect, it } from 'vitest';

const PROFILES = Object.keys(TRANSITIONS) as Profile[];
const sorted = (profile: Profile): ObligationState[] => [...reachableStates(profile)].sort();

describe('the table of moves', () => {
  it.each<[Profile, ObligationState[]]>([
    ['report', ['accepted', 'cancelled', 'open', 'received', 'returned', 'submitted', 'suspended']],
    ['sign', ['accepted', 'cancelled', 'open', 'suspended']],
    ['verified-report', ['cancelled', 'open', 'received', 'submitted', 'suspended']],
    ['verification', ['accepted', 'cancelled', 'open', 'received', 'returned', 'suspended']],
  ])('of a %s reaches its states and no other', (profile, states) => {
    expect(sorted(profile)).toEqual(states);
  });

  it.each(PROFILES)('of a %s leads from every state that is no end to a way out', (profile) => {
    for (const state of reachableStates(profile)) {
      if (endsAt(profile, state)) continue;
      const leaving = Object.values(TRANSITIONS[profile]).filter(
        ({ from, to }) => from.includes(state) && to !== state,
      );
      // A submitted report under verification is ended by that verification alone.
      const elsewhere = profile === 'verified-report' && state === 'submitted';
      expect(leaving.length > 0 || elsewhere, state).toBe(true);
    }
  });

  it('cancels from everywhere but a submitted one', () => {
    for (const profile of PROFILES) {
      expect(TRANSITIONS[profile].cancel?.from).toEqual(['open', 'received', 'returned', 'suspended', 'planned']);
    }
  });

  it('suspends and resumes to the state before, extends without moving', () => {
    for (const profile of PROFILES) {
      expect(TRANSITIONS[profile].resume).toEqual({ from: ['suspended'], to: 'before' });
      expect(TRANSITIONS[profile].extend?.to).toBe('same');
    }
  });

  it('ends a returned verification, not a returned report', () => {
    expect([endsAt('verification', 'returned'), endsAt('report', 'returned')]).toEqual([true, false]);
    expect([endsAt('report', 'accepted'), endsAt('sign', 'cancelled'), endsAt('report', 'submitted')]).toEqual([
      true,
      true,
      false,
    ]);
  });
});
