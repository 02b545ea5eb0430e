import { DomainError, onBehalfOf } from '@duban/application';
import type {
  ClockActivities,
  DeliveryActivities,
  DeliveryLook,
  EffectOutcome,
  PeriodActivities,
} from '@duban/workflows';
import { ApplicationFailure, activityInfo, heartbeat } from '@temporalio/activity';
import type { Logger } from '../logging.js';
import type { Lanes } from './lanes.js';

/** The engine as the activities need it; instants are milliseconds since 1970. */
export interface AdvancingEngine {
  advanceClock(
    clockId: number,
    now: number,
  ): Promise<{ nextWakeAt: number | null; closed: boolean; effectIds: readonly number[] }>;
  openRounds(
    programmeId: number,
    now: number,
  ): Promise<{ nextOpeningAt: number | null; openedClockIds: readonly number[] }>;
}

export interface ActivityParts {
  readonly engine: AdvancingEngine;
  readonly performEffect: (effectId: number, now: number) => Promise<EffectOutcome>;
  readonly performEffects: (effectIds: readonly number[], now: number) => Promise<readonly number[]>;
  readonly sendDue: (channelId: number) => Promise<DeliveryLook>;
  /** The present instant. */
  readonly now: () => number;
  /** In which decisions and deliveries wait for one another. */
  readonly lanes: Lanes;
  readonly logger: Logger;
}

/**
 * The activities: the edge where the engine meets Temporal. A rule that says no is final (retrying would not change
 * it); whatever else is thrown is Temporal's to retry.
 */
export function createActivities(parts: ActivityParts): ClockActivities & PeriodActivities & DeliveryActivities {
  const { engine, lanes, logger } = parts;
  return {
    advanceClock: (clockId) =>
      atTheEdge(logger, { clockId }, () =>
        lanes.decide(async () => {
          const now = parts.now();
          return { now, ...(await engine.advanceClock(clockId, now)) };
        }),
      ),
    performEffect: (effectId) =>
      atTheEdge(logger, { effectId }, () => lanes.deliver(() => parts.performEffect(effectId, parts.now()))),
    performEffects: (effectIds) =>
      atTheEdge(logger, { effectIds }, () => lanes.deliver(() => parts.performEffects(effectIds, parts.now()))),
    openRounds: (programmeId) =>
      atTheEdge(logger, { programmeId }, () =>
        lanes.decide(async () => {
          const now = parts.now();
          return { now, ...(await engine.openRounds(programmeId, now)) };
        }),
      ),
    sendDue: (channelId) => atTheEdge(logger, { channelId }, () => parts.sendDue(channelId)),
  };
}

const BEAT_MS = 2_000;

/** Tells Temporal every few seconds that the work goes on, so that a dead worker is missed soon. */
async function beating<T>(work: () => Promise<T>): Promise<T> {
  const beat = setInterval(() => heartbeat(), BEAT_MS);
  try {
    return await work();
  } finally {
    clearInterval(beat);
  }
}

/** What an activity works on, for its log lines. */
type Ids = Readonly<Record<string, number | readonly number[]>>;

function atTheEdge<T>(logger: Logger, ids: Ids, work: () => Promise<T>): Promise<T> {
  // Which request began it is found out on the way: an effect knows.
  return onBehalfOf(null, () => logged(logger, ids, () => beating(work)));
}

async function logged<T>(logger: Logger, ids: Ids, work: () => Promise<T>): Promise<T> {
  const { activityType, attempt, workflowExecution } = activityInfo();
  const context = { workflowId: workflowExecution?.workflowId, activity: activityType, attempt, ...ids };
  try {
    const result = await work();
    logger.info({ ...context, result }, 'activity done');
    return result;
  } catch (error) {
    logger.error({ ...context, err: error }, 'activity failed');
    if (!(error instanceof DomainError)) throw error;
    throw ApplicationFailure.create({
      message: error.message,
      type: error.code,
      nonRetryable: true,
      details: [error.details],
    });
  }
}
