import type { PokeTarget } from '@duban/application';
import {
  CLOCK_WORKFLOW,
  type ClockInput,
  PERIOD_WORKFLOW,
  type PeriodInput,
  POKE_SIGNAL,
  periodWorkflowId,
  SEARCH_ATTRIBUTES,
  TASK_QUEUE,
} from '@duban/workflows';
import { type Client, isGrpcServiceError, type Workflow } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';

const GRPC_INVALID_ARGUMENT = 3;
const GRPC_DEADLINE_EXCEEDED = 4;
const GRPC_UNAVAILABLE = 14;
const CALL_MS = 5_000;

const KIND = defineSearchAttributeKey(SEARCH_ATTRIBUTES.kind, 'KEYWORD');
const PROGRAMME = defineSearchAttributeKey(SEARCH_ATTRIBUTES.programme, 'KEYWORD');
const ROUND = defineSearchAttributeKey(SEARCH_ATTRIBUTES.round, 'KEYWORD');

/** A workflow of ours that Temporal runs. `subject` is the row it was started for. */
export interface RunningWorkflow {
  readonly workflowId: string;
  readonly runId: string;
  readonly subject: number | undefined;
}

/** What relay and reconciler need from Temporal. */
export interface WorkflowRunner {
  /** Signals the target's workflow, starting it if it does not run. */
  poke(target: PokeTarget): Promise<void>;
  /** Starts the target's workflow; one that runs is left alone. */
  ensure(target: PokeTarget): Promise<void>;
  listRunning(): Promise<RunningWorkflow[]>;
  terminate(workflow: RunningWorkflow, reason: string): Promise<void>;
}

/** The id of the workflow that serves a target. */
export function workflowIdOf(target: PokeTarget): string {
  return target.kind === 'clock' ? target.workflowId : periodWorkflowId(target.programmeId);
}

/** The row a target's workflow is started for. */
export function subjectOf(target: PokeTarget): number {
  return target.kind === 'clock' ? target.clockId : target.programmeId;
}

/** Whether the error says that Temporal cannot be reached, so that trying the next item is useless. */
export function isUnreachable(error: unknown): boolean {
  return hasStatus(error, GRPC_UNAVAILABLE) || hasStatus(error, GRPC_DEADLINE_EXCEEDED);
}

export interface TemporalRunnerOptions {
  /** Registers the search attributes; gives the reason when they cannot be used. */
  readonly ensureSearchAttributes: () => Promise<string | undefined>;
  readonly onWithoutSearchAttributes: (reason: string) => void;
}

/** WorkflowRunner over Temporal's client. Every call gives up within seconds. */
export class TemporalRunner implements WorkflowRunner {
  private searchAttributes: boolean | undefined;

  constructor(
    private readonly client: Client,
    private readonly options: TemporalRunnerOptions,
  ) {}

  async poke(target: PokeTarget): Promise<void> {
    await this.withSearchAttributes((attributes) =>
      this.client.workflow.signalWithStart(workflowType(target), {
        ...this.startOptions(target, attributes),
        signal: POKE_SIGNAL,
      }),
    );
  }

  async ensure(target: PokeTarget): Promise<void> {
    await this.withSearchAttributes((attributes) =>
      this.client.workflow.start(workflowType(target), this.startOptions(target, attributes)),
    );
  }

  async listRunning(): Promise<RunningWorkflow[]> {
    const query =
      `TaskQueue = '${TASK_QUEUE}' AND ExecutionStatus = 'Running' ` +
      `AND WorkflowType IN ('${CLOCK_WORKFLOW}', '${PERIOD_WORKFLOW}')`;
    const running: RunningWorkflow[] = [];
    for await (const { workflowId, runId, memo } of this.client.workflow.list({ query, pageSize: 1_000 })) {
      const subject = memo?.subject;
      running.push({ workflowId, runId, subject: typeof subject === 'number' ? subject : undefined });
    }
    return running;
  }

  async terminate({ workflowId, runId }: RunningWorkflow, reason: string): Promise<void> {
    await this.inTime(() => this.client.workflow.getHandle(workflowId, runId).terminate(reason));
  }

  private startOptions(target: PokeTarget, attributes: boolean) {
    const programme = `p${target.programmeId}`;
    const input: ClockInput | PeriodInput =
      target.kind === 'clock' ? { clockId: target.clockId } : { programmeId: target.programmeId };
    const round = target.kind === 'clock' ? `${target.cadenceKey}/${target.periodKey}` : undefined;
    const words = inWords(target);
    return {
      workflowId: workflowIdOf(target),
      taskQueue: TASK_QUEUE,
      args: [input] as [ClockInput | PeriodInput],
      // One that has ended may begin again (a clock re-opened); one that runs is the one.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      memo: { subject: subjectOf(target), programme: target.programmeTitle, ...(round === undefined ? {} : { round }) },
      staticSummary: words.summary,
      staticDetails: words.details,
      ...(attributes
        ? {
            typedSearchAttributes: new TypedSearchAttributes([
              { key: KIND, value: target.kind },
              { key: PROGRAMME, value: programme },
              ...(round === undefined ? [] : [{ key: ROUND, value: round }]),
            ]),
          }
        : {}),
    } as const;
  }

  /** A server that lost its data lost the attributes too: they are registered again, or done without. */
  private async withSearchAttributes(call: (attributes: boolean) => Promise<unknown>): Promise<void> {
    this.searchAttributes ??= await this.register();
    try {
      await this.inTime(() => call(this.searchAttributes ?? false));
    } catch (error) {
      if (!this.searchAttributes || !hasStatus(error, GRPC_INVALID_ARGUMENT)) throw error;
      this.searchAttributes = await this.register();
      try {
        await this.inTime(() => call(this.searchAttributes ?? false));
      } catch {
        // Registered just now, the attributes may take a moment to be known everywhere.
        await this.inTime(() => call(false));
      }
    }
  }

  private async register(): Promise<boolean> {
    const reason = await this.options.ensureSearchAttributes();
    if (reason !== undefined) this.options.onWithoutSearchAttributes(reason);
    return reason === undefined;
  }

  private inTime<T>(call: () => Promise<T>): Promise<T> {
    return this.client.withDeadline(Date.now() + CALL_MS, call);
  }
}

function workflowType(target: PokeTarget): string | Workflow {
  return target.kind === 'clock' ? CLOCK_WORKFLOW : PERIOD_WORKFLOW;
}

function inWords(target: PokeTarget): { summary: string; details: string } {
  if (target.kind === 'periods') {
    return { summary: `周期：${target.programmeTitle}`, details: '按频次开启各轮次；错过的周期补开，不跳过。' };
  }
  return {
    summary: `时钟：${target.roundName} ${target.periodKey}（${target.programmeTitle}）`,
    details: `时钟 ${target.clockId}：等待本轮各责任事项的下一时刻，到点提醒、催办、升级。`,
  };
}

function hasStatus(error: unknown, code: number): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (isGrpcServiceError(at) && at.code === code) return true;
  }
  return false;
}
