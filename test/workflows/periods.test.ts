import { type PeriodLook, type PeriodStatus, POKE_SIGNAL, STATUS_QUERY } from '@duban/workflows';
import { ApplicationFailure } from '@temporalio/common';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, startPeriods, timeSkipping, withWorker } from './support.js';

let env: TestWorkflowEnvironment;
let programmeId = 0;

beforeAll(async () => {
  env = await timeSkipping();
});

afterAll(async () => {
  await env?.teardown();
});

/** Months of 30 days, opened in memory as the engine does: everything due that was not opened. */
class FakePeriods {
  readonly opened: { period: number; late: boolean }[] = [];
  /** Until then the record cannot be reached. */
  awayUntil = 0;
  constructor(private readonly start: number) {}

  readonly openRounds = async (): Promise<PeriodLook> => {
    const now = await env.currentTimeMs();
    if (now < this.awayUntil) {
      const nextRetryDelay = this.awayUntil - now;
      throw ApplicationFailure.create({ message: 'connection refused', nextRetryDelay });
    }
    const last = Math.floor((now - this.start) / (30 * DAY_MS));
    for (let period = this.opened.length + 1; period <= last; period++) {
      this.opened.push({ period, late: now - this.start - period * 30 * DAY_MS > 300_000 });
    }
    return { now, nextOpeningAt: this.start + (last + 1) * 30 * DAY_MS, openedClockIds: [] };
  };
}

describe('the period workflow', () => {
  it('opens the rounds of half a year, each in time', async () => {
    const periods = new FakePeriods(await env.currentTimeMs());
    await withWorker(env, periods, async () => {
      const handle = await startPeriods(env, ++programmeId);
      await env.sleep(181 * DAY_MS);
      const status = await handle.query<PeriodStatus>(STATUS_QUERY);
      expect(status.programmeId).toBe(programmeId);
      await handle.terminate();
    });
    expect(periods.opened).toEqual([1, 2, 3, 4, 5, 6].map((period) => ({ period, late: false })));
  }, 120_000);

  it('swallows no period: those that passed while nobody could work open late, all of them', async () => {
    const periods = new FakePeriods(await env.currentTimeMs());
    await withWorker(env, periods, async () => {
      const handle = await startPeriods(env, ++programmeId);
      await env.sleep(31 * DAY_MS);
      periods.awayUntil = (await env.currentTimeMs()) + 65 * DAY_MS;
      await env.sleep(66 * DAY_MS);
      await handle.terminate();
    });
    expect(periods.opened).toEqual([
      { period: 1, late: false },
      { period: 2, late: true },
      { period: 3, late: true },
    ]);
  }, 120_000);

  it('looks again when poked', async () => {
    let looks = 0;
    const openRounds = async (): Promise<PeriodLook> => {
      looks += 1;
      return { now: await env.currentTimeMs(), nextOpeningAt: null, openedClockIds: [] };
    };
    await withWorker(env, { openRounds }, async () => {
      const handle = await startPeriods(env, ++programmeId);
      await env.sleep(DAY_MS);
      expect(looks).toBe(1);
      await handle.signal(POKE_SIGNAL);
      await env.sleep(60_000);
      expect(looks).toBe(2);
      await handle.terminate();
    });
  });
});
