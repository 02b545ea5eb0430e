import { TASK_QUEUE } from '@duban/workflows';
import type { NativeConnection } from '@temporalio/worker';
import { Alarm } from '../pause.js';

const EVERY_MS = 5_000;
const ANSWER_MS = 4_000;
/** A poll lasts up to a minute and then begins again: one last seen longer ago is dead. */
export const POLLER_DEAD_MS = 90_000;
/** After this long a dead poller is not waited for: a new process has better chances. */
export const POLLER_HOPELESS_MS = 180_000;
/** Likewise when Temporal has not answered for this long. */
export const CONNECTION_HOPELESS_MS = 20_000;

const WORKFLOW_QUEUE = 1; // temporal.api.enums.v1.TaskQueueType
const ACTIVITY_QUEUE = 2;

/** When our own pollers were last seen by the server; null when it knows none. */
export interface PollersSeen {
  readonly workflow: number | null;
  readonly activity: number | null;
}

/** Asks the server itself who polls: a worker may believe it polls on a connection that has long been dead. */
export async function describePollers(
  connection: NativeConnection,
  namespace: string,
  identity: string,
): Promise<PollersSeen> {
  const lastSeen = async (taskQueueType: number): Promise<number | null> => {
    const { pollers } = await connection.workflowService.describeTaskQueue({
      namespace,
      taskQueue: { name: TASK_QUEUE },
      taskQueueType,
    });
    const ours = (pollers ?? []).filter((poller) => poller.identity === identity);
    const times = ours.map(({ lastAccessTime }) => Number(lastAccessTime?.seconds ?? 0) * 1_000);
    return times.length === 0 ? null : Math.max(...times);
  };
  return connection.withDeadline(Date.now() + ANSWER_MS, async () => ({
    workflow: await lastSeen(WORKFLOW_QUEUE),
    activity: await lastSeen(ACTIVITY_QUEUE),
  }));
}

export interface PollerState {
  readonly connected: boolean;
  readonly polling: boolean;
  /** Why this process had better end; undefined while there is hope. */
  readonly hopeless: string | undefined;
}

/** Follows whether Temporal answers and sees us poll. Instants come from outside, so that tests need not wait. */
export class PollerWatch {
  private answeredAt: number;
  private seenAt: number;
  private everSeen = false;
  private failing = false;
  private readonly alarm = new Alarm();

  constructor(
    private readonly describe: () => Promise<PollersSeen>,
    private readonly onBack: () => void = () => undefined,
    private readonly now: () => number = Date.now,
  ) {
    this.answeredAt = this.seenAt = now();
  }

  /** Looks every few seconds until stopped; calls `onHopeless` once when the process had better end. */
  async watch(onHopeless: (reason: string) => void): Promise<void> {
    while (!this.alarm.stopped) {
      await this.look();
      const { hopeless } = this.state();
      if (hopeless !== undefined) return onHopeless(hopeless);
      await this.alarm.wait(EVERY_MS);
    }
  }

  stop(): void {
    this.alarm.stop();
  }

  async look(): Promise<void> {
    try {
      const { workflow, activity } = await this.describe();
      this.answeredAt = this.now();
      if (workflow !== null && activity !== null) {
        this.seenAt = Math.max(this.seenAt, Math.min(workflow, activity));
        this.everSeen = true;
      }
      if (this.failing) this.onBack();
      this.failing = false;
    } catch {
      this.failing = true;
    }
  }

  state(): PollerState {
    const silentMs = this.now() - this.answeredAt;
    const unseenMs = this.now() - this.seenAt;
    return {
      connected: !this.failing,
      polling: this.everSeen && !this.failing && unseenMs < POLLER_DEAD_MS,
      hopeless:
        silentMs >= CONNECTION_HOPELESS_MS
          ? `Temporal has not answered for ${Math.round(silentMs / 1_000)} s`
          : unseenMs >= POLLER_HOPELESS_MS
            ? `Temporal has not seen this worker poll for ${Math.round(unseenMs / 1_000)} s`
            : undefined,
    };
  }
}
