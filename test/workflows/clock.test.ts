import { type ClockLook, type ClockStatus, POKE_SIGNAL, STATUS_QUERY } from '@duban/workflows';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, startClock, timeSkipping, withWorker } from './support.js';

let env: TestWorkflowEnvironment;
let clockId = 0;

beforeAll(async () => {
  env = await timeSkipping();
});

afterAll(async () => {
  await env?.teardown();
});

/** A clock in memory: its rungs' instants, and when each was looked at. */
class FakeRound {
  readonly fired: { at: number; now: number }[] = [];
  readonly looks: number[] = [];
  constructor(public plan: number[]) {}

  readonly advanceClock = async (): Promise<ClockLook> => {
    const now = await env.currentTimeMs();
    this.looks.push(now);
    this.fired.push(...this.plan.filter((at) => at <= now).map((at) => ({ at, now })));
    this.plan = this.plan.filter((at) => at > now);
    const nextWakeAt = this.plan.length > 0 ? Math.min(...this.plan) : null;
    return { now, nextWakeAt, closed: nextWakeAt === null, effectIds: [] };
  };
}

/** The server's clock and the workflow's agree to a few milliseconds. */
const SLACK_MS = 2_000;

describe('the clock workflow', () => {
  it('is there at every instant of half a year, and ends when its clock is closed', async () => {
    const start = await env.currentTimeMs();
    const plan = Array.from({ length: 26 }, (_, week) => start + (week + 1) * 7 * DAY_MS);
    const round = new FakeRound([...plan]);
    await withWorker(env, round, async () => {
      const handle = await startClock(env, ++clockId);
      expect(await handle.result()).toEqual({ looks: 27 });
    });
    expect(round.fired.map(({ at }) => at)).toEqual(plan);
    for (const { at, now } of round.fired) expect(now - at).toBeLessThan(SLACK_MS);
  }, 120_000);

  it('looks again by itself within a month, though the next instant is a year away', async () => {
    const start = await env.currentTimeMs();
    const round = new FakeRound([start + 365 * DAY_MS]);
    await withWorker(env, round, async () => (await startClock(env, ++clockId)).result());
    expect(round.looks.length).toBeGreaterThan(12);
    expect(round.fired).toHaveLength(1);
  }, 120_000);

  it('wakes earlier when poked because its plan became earlier', async () => {
    const start = await env.currentTimeMs();
    const round = new FakeRound([start + 20 * DAY_MS]);
    await withWorker(env, round, async () => {
      const handle = await startClock(env, ++clockId);
      await env.sleep(DAY_MS);
      round.plan = [start + 3 * DAY_MS];
      await handle.signal(POKE_SIGNAL);
      await handle.result();
    });
    expect(round.fired).toHaveLength(1);
    expect(Math.abs((round.fired[0]?.now ?? 0) - start - 3 * DAY_MS)).toBeLessThan(SLACK_MS);
  });

  it('takes no harm from pokes that change nothing, though twenty come at once', async () => {
    const start = await env.currentTimeMs();
    const round = new FakeRound([start + 2 * DAY_MS]);
    await withWorker(env, round, async () => {
      const handle = await startClock(env, ++clockId);
      await env.sleep(DAY_MS);
      await Promise.all(Array.from({ length: 20 }, () => handle.signal(POKE_SIGNAL)));
      await handle.result();
    });
    expect(round.fired).toHaveLength(1);
    expect(Math.abs((round.fired[0]?.now ?? 0) - start - 2 * DAY_MS)).toBeLessThan(SLACK_MS);
  });

  it('tells what it waits for', async () => {
    const start = await env.currentTimeMs();
    const round = new FakeRound([start + 2 * DAY_MS]);
    await withWorker(env, round, async () => {
      const handle = await startClock(env, ++clockId);
      await env.sleep(DAY_MS);
      const status = await handle.query<ClockStatus>(STATUS_QUERY);
      expect(status).toEqual({ clockId, looks: 1, nextWakeAt: start + 2 * DAY_MS, effectsInFlight: [] });
      await handle.result();
    });
  });

  it('tries a decision again when the record could not be reached', async () => {
    let tries = 0;
    const advanceClock = async (): Promise<ClockLook> => {
      tries += 1;
      if (tries < 4) throw new Error('connection refused');
      return { now: await env.currentTimeMs(), nextWakeAt: null, closed: true, effectIds: [] };
    };
    const output = await withWorker(env, { advanceClock }, async () => (await startClock(env, ++clockId)).result());
    expect(output).toEqual({ looks: 1 });
    expect(tries).toBe(4);
  });

  it('does not try again what a rule refused: the run fails, visible to the operator', async () => {
    let tries = 0;
    const advanceClock = async (): Promise<ClockLook> => {
      tries += 1;
      throw ApplicationFailure.create({ type: 'NO_POLICY', message: '没有督办规则', nonRetryable: true });
    };
    await withWorker(env, { advanceClock }, async () => {
      const handle = await startClock(env, ++clockId);
      await expect(handle.result()).rejects.toThrow();
    });
    expect(tries).toBe(1);
  });

  it('is not early and does not spin when the worker clock is five minutes slow', async () => {
    const start = await env.currentTimeMs();
    const skewMs = -5 * 60_000;
    const round = new FakeRound([start + skewMs + 2 * DAY_MS]);
    const advanceClock = async (): Promise<ClockLook> => {
      const now = (await env.currentTimeMs()) + skewMs;
      round.looks.push(now);
      const closed = now >= (round.plan[0] ?? 0);
      return { now, nextWakeAt: closed ? null : (round.plan[0] ?? null), closed, effectIds: [] };
    };
    await withWorker(env, { advanceClock }, async () => (await startClock(env, ++clockId)).result());
    expect(round.looks.length).toBeLessThanOrEqual(3);
  });
});

describe('effects', () => {
  /** Two wakes a day apart; the first leaves effects to be done. */
  function twoWakes(start: number, effectIds: () => number[]) {
    const seen: number[] = [];
    return {
      seen,
      advanceClock: async (): Promise<ClockLook> => {
        const now = await env.currentTimeMs();
        seen.push(now);
        const closed = now >= start + DAY_MS;
        return { now, nextWakeAt: closed ? null : start + DAY_MS, closed, effectIds: effectIds() };
      },
    };
  }

  it('of one wake are performed together, in one activity', async () => {
    const calls: (readonly number[])[] = [];
    const wakes = twoWakes(await env.currentTimeMs(), () => (calls.length === 0 ? [7, 8, 9] : []));
    const performEffects = async (effectIds: readonly number[]): Promise<number[]> => {
      calls.push(effectIds);
      return [];
    };
    await withWorker(env, { ...wakes, performEffects }, async () => (await startClock(env, ++clockId)).result());
    expect(calls).toEqual([[7, 8, 9]]);
  });

  it('that could not be settled together are performed until they succeed, each once', async () => {
    const done: number[] = [];
    const pending = new Set([7, 8]);
    const performEffects = async (effectIds: readonly number[]): Promise<readonly number[]> => effectIds;
    const tries = new Map<number, number>();
    const wakes = twoWakes(await env.currentTimeMs(), () => [...pending]);
    const performEffect = async (effectId: number): Promise<'done'> => {
      tries.set(effectId, (tries.get(effectId) ?? 0) + 1);
      if (effectId === 8 && (tries.get(8) ?? 0) < 3) throw new Error('mail server away');
      pending.delete(effectId);
      done.push(effectId);
      return 'done';
    };
    const activities = { ...wakes, performEffect, performEffects };
    await withWorker(env, activities, async () => (await startClock(env, ++clockId)).result());
    expect(done.sort()).toEqual([7, 8]);
    expect(tries.get(8)).toBe(3);
  });

  it('that keep failing hold up nothing: the clock is there at its next instant', async () => {
    const start = await env.currentTimeMs();
    let dead = false;
    let now = start;
    const wakes = twoWakes(start, () => (dead ? [] : [7]));
    const performEffect = async (): Promise<'dead'> => {
      now = await env.currentTimeMs();
      if (now < start + 2 * DAY_MS) throw new Error('mail server away');
      dead = true;
      return 'dead';
    };
    const output = await withWorker(env, { ...wakes, performEffect }, async () =>
      (await startClock(env, ++clockId)).result(),
    );
    expect(output.looks).toBe(2);
    expect(Math.abs((wakes.seen[1] ?? 0) - start - DAY_MS)).toBeLessThan(SLACK_MS);
    expect(dead).toBe(true);
  }, 120_000);

  it('that a rule refused are given up, and the clock goes on', async () => {
    const start = await env.currentTimeMs();
    let tries = 0;
    const wakes = twoWakes(start, () => (tries === 0 ? [7] : []));
    const performEffect = async (): Promise<'done'> => {
      tries += 1;
      throw ApplicationFailure.create({ type: 'UNKNOWN_EFFECT', message: '不认识', nonRetryable: true });
    };
    const output = await withWorker(env, { ...wakes, performEffect }, async () =>
      (await startClock(env, ++clockId)).result(),
    );
    expect(output).toEqual({ looks: 2 });
    expect(tries).toBe(1);
  });

  it('are never more at once than Temporal bears, and all are done before the clock ends', async () => {
    const pending = new Set(Array.from({ length: 450 }, (_, index) => index + 1));
    const performed: number[] = [];
    const advanceClock = async (): Promise<ClockLook> => ({
      now: await env.currentTimeMs(),
      nextWakeAt: null,
      closed: true,
      effectIds: [...pending],
    });
    const performEffect = async (effectId: number): Promise<'done'> => {
      performed.push(effectId);
      pending.delete(effectId);
      return 'done';
    };
    const performEffects = async (effectIds: readonly number[]): Promise<readonly number[]> => effectIds;
    const output = await withWorker(env, { advanceClock, performEffect, performEffects }, async () =>
      (await startClock(env, ++clockId)).result(),
    );
    expect(performed.sort((a, b) => a - b)).toEqual(Array.from({ length: 450 }, (_, index) => index + 1));
    expect(output.looks).toBeLessThanOrEqual(4);
  }, 120_000);
});

describe('a long life', () => {
  it('goes on as a new run though an effect is in back-off, and the new run takes the effect up', async () => {
    const start = await env.currentTimeMs();
    const plan = Array.from({ length: 300 }, (_, index) => start + (index + 1) * 60_000);
    const round = new FakeRound([...plan]);
    let tries = 0;
    let mended = false;
    const advanceClock = async (): Promise<ClockLook> => {
      const look = await round.advanceClock();
      // Once the end is near the cause is gone; until then the effect fails again and again.
      if (round.plan.length < 20) mended = true;
      return { ...look, effectIds: mended && tries > 0 && done ? [] : [7] };
    };
    let done = false;
    const performEffect = async (): Promise<'done'> => {
      tries += 1;
      if (!mended) throw new Error('the record is away');
      done = true;
      return 'done';
    };
    await withWorker(env, { advanceClock, performEffect }, async () => {
      const handle = await startClock(env, ++clockId);
      await handle.result();
      const last = await env.client.workflow.getHandle(handle.workflowId).describe();
      expect(last.runId).not.toBe(handle.firstExecutionRunId);
    });
    expect(done).toBe(true);
    expect(round.fired.map(({ at }) => at)).toEqual(plan);
    for (const { at, now } of round.fired) expect(now - at).toBeLessThan(60_000);
  }, 180_000);

  it('goes on as a new run before its history is long, and misses no instant', async () => {
    const start = await env.currentTimeMs();
    const plan = Array.from({ length: 300 }, (_, index) => start + (index + 1) * 3_600_000);
    const round = new FakeRound([...plan]);
    await withWorker(env, round, async () => {
      const handle = await startClock(env, ++clockId);
      const { looks } = await handle.result();
      expect(looks).toBeLessThan(300);
      const last = await env.client.workflow.getHandle(handle.workflowId).describe();
      expect(last.runId).not.toBe(handle.firstExecutionRunId);
    });
    expect(round.fired.map(({ at }) => at)).toEqual(plan);
  }, 180_000);
});
