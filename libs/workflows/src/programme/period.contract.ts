import type { Instant } from '@duban/domain';
import { joinId, splitId } from '../naming.js';

/** Type name of the workflow that opens a programme's rounds. */
export const PERIOD_WORKFLOW = 'periodWorkflow';

/** The id of a programme's period workflow: `periods/p3`. */
export function periodWorkflowId(programmeId: number): string {
  return joinId('periods', `p${programmeId}`);
}

/** The inverse of `periodWorkflowId`; undefined when the id is no period workflow's. */
export function parsePeriodWorkflowId(id: string): number | undefined {
  const [kind, programme, ...more] = splitId(id);
  if (kind !== 'periods' || more.length > 0 || !/^p[1-9]\d*$/.test(programme ?? '')) return undefined;
  return Number(programme?.slice(1));
}

export interface PeriodInput {
  readonly programmeId: number;
}

export interface PeriodStatus {
  readonly programmeId: number;
  readonly looks: number;
  readonly nextOpeningAt: Instant | null;
}

/** What one look at a programme's cadences found. */
export interface PeriodLook {
  /** The instant, by the activity's own clock, at which it looked. */
  readonly now: Instant;
  readonly nextOpeningAt: Instant | null;
  readonly openedClockIds: readonly number[];
}

/** The activities of the period workflow. */
export interface PeriodActivities {
  /** Opens every round whose opening has come, late ones too. Their clocks are started by the poke relay. */
  openRounds(programmeId: number): Promise<PeriodLook>;
}
