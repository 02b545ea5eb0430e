import { DomainError } from '@duban/application';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type ActivityParts, createActivities } from '../src/round/activities.js';
import { Lanes } from '../src/round/lanes.js';

const unexpected = async (): Promise<never> => {
  throw new Error('unexpected call');
};

function activities(parts: Partial<ActivityParts>, lines: string[] = []) {
  const logger = pino({ level: 'info' }, { write: (line: string) => void lines.push(line) });
  const engine = { advanceClock: unexpected, openRounds: unexpected };
  return createActivities({
    engine,
    performEffect: unexpected,
    performEffects: unexpected,
    sendDue: unexpected,
    now: () => 1_000,
    lanes: new Lanes(4, 10_000),
    logger,
    ...parts,
  });
}

describe('the activities', () => {
  it('tell the workflow the instant at which they looked, by their own clock', async () => {
    const advanceClock = async (_clockId: number, now: number) => ({
      nextWakeAt: now + 5,
      closed: false,
      effectIds: [7],
    });
    const { advanceClock: activity } = activities({ engine: { advanceClock, openRounds: unexpected } });
    const look = await new MockActivityEnvironment().run(activity, 3);
    expect(look).toEqual({ now: 1_000, nextWakeAt: 1_005, closed: false, effectIds: [7] });
  });

  it('decide what is due before anything is delivered', async () => {
    const order: string[] = [];
    let decide: () => void = () => undefined;
    const decided = new Promise<void>((resolve) => {
      decide = resolve;
    });
    const engine = {
      advanceClock: async () => {
        await decided;
        order.push('decided');
        return { nextWakeAt: null, closed: false, effectIds: [] };
      },
      openRounds: unexpected,
    };
    const performEffects = async (): Promise<number[]> => {
      order.push('delivered');
      return [];
    };
    const performEffect = async (): Promise<'done'> => {
      order.push('delivered');
      return 'done';
    };
    const acts = activities({ engine, performEffects, performEffect });
    const all = [
      new MockActivityEnvironment().run(acts.advanceClock, 3),
      new MockActivityEnvironment().run(acts.performEffects, [7, 8]),
      new MockActivityEnvironment().run(acts.performEffect, 9),
    ];
    await new Promise((resolve) => setTimeout(resolve, 20));
    decide();
    await Promise.all(all);
    expect(order).toEqual(['decided', 'delivered', 'delivered']);
  });

  it('turn the no of a rule into a failure that is not retried, with its code', async () => {
    const performEffect = async (): Promise<never> => {
      throw new DomainError('UNKNOWN_EFFECT', '不认识', { kind: 'x' });
    };
    const failure = await new MockActivityEnvironment()
      .run(activities({ performEffect }).performEffect, 3)
      .catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ApplicationFailure);
    expect(failure).toMatchObject({ type: 'UNKNOWN_EFFECT', nonRetryable: true, details: [{ kind: 'x' }] });
  });

  it('leave every other failure to be retried', async () => {
    const failure = await new MockActivityEnvironment()
      .run(activities({}).openRounds, 3)
      .catch((error: unknown) => error);
    expect(failure).not.toBeInstanceOf(ApplicationFailure);
    expect(String(failure)).toContain('unexpected call');
  });

  it('log ids by which one can follow a thing from end to end', async () => {
    const lines: string[] = [];
    const performEffect = async (): Promise<'done'> => 'done';
    await new MockActivityEnvironment().run(activities({ performEffect }, lines).performEffect, 42);
    expect(JSON.parse(lines[0] ?? '{}')).toMatchObject({ effectId: 42, workflowId: expect.any(String), attempt: 1 });
  });
});
