import type { Instant } from '@duban/domain';
import { joinId, splitId } from '../naming.js';

/** Type name of the workflow that waits for one clock. */
export const CLOCK_WORKFLOW = 'clockWorkflow';

/** Signal, without data: "look again". */
export const POKE_SIGNAL = 'poke';

/** Query: what the clock is doing; answers a ClockStatus. */
export const STATUS_QUERY = 'status';

/** What names a clock: one shard of one round of a programme. */
export interface ClockKey {
  readonly programmeId: number;
  readonly cadenceKey: string;
  readonly periodKey: string;
  readonly shard: number;
}

/** The id of a clock's workflow, readable in Temporal's UI: `clock/p3/monthly-report/2026-07/1`. */
export function clockWorkflowId(key: ClockKey): string {
  return joinId('clock', `p${key.programmeId}`, key.cadenceKey, key.periodKey, String(key.shard));
}

/** The inverse of `clockWorkflowId`; undefined when the id is no clock's. */
export function parseClockWorkflowId(id: string): ClockKey | undefined {
  const [kind, programme, cadenceKey, periodKey, shard, ...more] = splitId(id);
  if (kind !== 'clock' || !cadenceKey || !periodKey || more.length > 0) return undefined;
  if (!/^p[1-9]\d*$/.test(programme ?? '') || !/^\d+$/.test(shard ?? '')) return undefined;
  return { programmeId: Number(programme?.slice(1)), cadenceKey, periodKey, shard: Number(shard) };
}

export interface ClockInput {
  readonly clockId: number;
}

/** Why the workflow ended: its clock is closed in the record. */
export interface ClockOutput {
  /** How often this run looked. */
  readonly looks: number;
}

export interface ClockStatus {
  readonly clockId: number;
  readonly looks: number;
  /** When it will look again by itself; null while it works, or when only a poke can wake it. */
  readonly nextWakeAt: Instant | null;
  readonly effectsInFlight: readonly number[];
}

/** What one look at a clock found. */
export interface ClockLook {
  /** The instant, by the activity's own clock, at which it looked. */
  readonly now: Instant;
  readonly nextWakeAt: Instant | null;
  readonly closed: boolean;
  /** The clock's pending effects, those left over from an earlier crash included. */
  readonly effectIds: readonly number[];
}

/** `dead`: given up after its last attempt; stays in the record with its error. */
export type EffectOutcome = 'done' | 'dead';

/** The activities of the clock workflow. */
export interface ClockActivities {
  /** One transaction of the engine; repeated at the same instant it changes nothing. */
  advanceClock(clockId: number): Promise<ClockLook>;
  /** Performs one effect at most once; the record, not the workflow, counts its attempts. */
  performEffect(effectId: number): Promise<EffectOutcome>;
  /**
   * Performs what it can of many effects in one transaction.
   * @returns those that are not settled by it and must be performed one by one
   */
  performEffects(effectIds: readonly number[]): Promise<readonly number[]>;
}
