import { DomainError } from '@duban/application';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { type ActivityParts, createActivities } from '../src/round/activities.js';

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
