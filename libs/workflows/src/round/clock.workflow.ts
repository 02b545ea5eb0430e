import type { Instant } from '@duban/domain';
import {
  ActivityFailure,
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  log,
  patched,
  proxyActivities,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { DECISIONS_FIRST, EFFECTS_LAST, historyIsLong, MISSED_AFTER, shanghaiText, waitMs } from '../waiting.js';
import {
  type ClockActivities,
  type ClockInput,
  type ClockOutput,
  type ClockStatus,
  POKE_SIGNAL,
  STATUS_QUERY,
} from './clock.contract.js';

// A decision is one short transaction: it is repeated until the record can be reached again. A worker that is killed at
// it is missed by its heart; one that is merely slow has time, and is then repeated beside itself, which is harmless.
const { advanceClock } = proxyActivities<Pick<ClockActivities, 'advanceClock'>>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: MISSED_AFTER,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  priority: DECISIONS_FIRST,
  summary: '推进时钟：判定到点的责任事项',
});

// Attempts are counted in the effect's row, which gives up by itself; what is repeated here without end is only "the
// record could not be reached".
const { performEffect, performEffects } = proxyActivities<Pick<ClockActivities, 'performEffect' | 'performEffects'>>({
  startToCloseTimeout: '1 minute',
  heartbeatTimeout: MISSED_AFTER,
  retry: { initialInterval: '2 seconds', backoffCoefficient: 2, maximumInterval: '1 minute' },
  priority: EFFECTS_LAST,
  allowEagerDispatch: false, // an eager one would not stand in the queue at all
  summary: '执行效果：送达通知',
});

/** Temporal bears 2,000 activities at once in a workflow; a digest per recipient of a large round could be more. */
const MOST_IN_FLIGHT = 200;

/** A run that goes on as a new one waits so long for the effects it has begun. */
const EFFECTS_END_MS = 15_000;

/**
 * Waits for one clock: looks, does what was decided, sleeps until the record says something can happen, looks again.
 * Effects go on beside the loop, so that one that fails holds up nothing.
 */
export async function clockWorkflow({ clockId }: ClockInput): Promise<ClockOutput> {
  let poked = false;
  let looks = 0;
  let nextWakeAt: Instant | null = null;
  const inFlight = new Set<number>();

  setHandler(defineSignal(POKE_SIGNAL), () => {
    poked = true;
  });
  setHandler(
    defineQuery<ClockStatus>(STATUS_QUERY),
    (): ClockStatus => ({ clockId, looks, nextWakeAt, effectsInFlight: [...inFlight] }),
  );

  async function perform(effectId: number): Promise<void> {
    inFlight.add(effectId);
    try {
      await performEffect(effectId);
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('effect given up', { clockId, effectId });
    } finally {
      inFlight.delete(effectId);
    }
  }

  /** A wake's effects at once, which costs Temporal one activity; those that this cannot settle go one by one. */
  async function performTogether(effectIds: readonly number[]): Promise<void> {
    for (const effectId of effectIds) inFlight.add(effectId);
    let left: readonly number[] = [];
    try {
      left = await performEffects(effectIds);
    } catch (error) {
      if (!(error instanceof ActivityFailure)) throw error;
      log.error('effects not performed', { clockId, effectIds });
    } finally {
      for (const effectId of effectIds) inFlight.delete(effectId);
    }
    await Promise.all(left.map(perform));
  }

  for (;;) {
    poked = false;
    const look = await advanceClock(clockId);
    const lookedAt = Date.now();
    looks += 1;
    const waiting = look.effectIds.filter((effectId) => !inFlight.has(effectId));
    const started = waiting.slice(0, MOST_IN_FLIGHT - inFlight.size);
    if (started.length > 1 && patched('effects-together')) void performTogether(started);
    else for (const effectId of started) void perform(effectId);
    const more = started.length < waiting.length;

    if (look.closed) {
      await condition(() => poked || inFlight.size === 0);
      if (!poked && !more) return { looks };
    } else if (historyIsLong()) {
      // An effect in long back-off is left behind: it is a row, and the new run takes it up at its first look.
      if (patched('leave-effects-behind')) await condition(() => inFlight.size === 0, EFFECTS_END_MS);
      else await condition(() => inFlight.size === 0);
      await condition(allHandlersFinished);
      await continueAsNew<typeof clockWorkflow>({ clockId });
    } else {
      nextWakeAt = look.nextWakeAt;
      setCurrentDetails(nextWakeAt === null ? '等待办理（无预定时间）' : `下次查看：${shanghaiText(nextWakeAt)}`);
      await condition(
        () => poked || (more && inFlight.size === 0),
        waitMs(nextWakeAt, look.now, Date.now() - lookedAt),
      );
      nextWakeAt = null;
    }
  }
}
