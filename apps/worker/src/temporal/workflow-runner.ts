import type { PokeTarget } from '@duban/application';
import {
  CLOCK_WORKFLOW,
  type ClockInput,
  DELIVERY_WORKFLOW,
  type DeliveryInput,
  deliveryWorkflowId,
  JOB_WORKFLOW,
  type JobInput,
  jobWorkflowId,
  PERIOD_WORKFLOW,
  type PeriodInput,
  POKE_SIGNAL,
  periodWorkflowId,
  SEARCH_ATTRIBUTES,
  TASK_QUEUE,
} from '@duban/workflows';
import { type Client, isGrpcServiceError, WorkflowNotFoundError } from '@temporalio/client';
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
  return servedBy(target).workflowId;
}

/** The row a target's workflow is started for. */
export function subjectOf(target: PokeTarget): number {
  return servedBy(target).subject;
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
      this.client.workflow.signalWithStart(servedBy(target).type, {
        ...this.startOptions(target, attributes),
        signal: POKE_SIGNAL,
      }),
    );
  }

  async ensure(target: PokeTarget): Promise<void> {
    // A start that meets a running workflow leaves its own first events behind in Temporal's store, with no owner; and
    // the list that says what runs lags behind what was started just now.
    if (await this.runs(servedBy(target).workflowId)) return;
    await this.withSearchAttributes((attributes) =>
      this.client.workflow.start(servedBy(target).type, this.startOptions(target, attributes)),
    );
  }

  async listRunning(): Promise<RunningWorkflow[]> {
    const query =
      `TaskQueue = '${TASK_QUEUE}' AND ExecutionStatus = 'Running' ` +
      `AND WorkflowType IN ('${CLOCK_WORKFLOW}', '${PERIOD_WORKFLOW}', '${DELIVERY_WORKFLOW}', '${JOB_WORKFLOW}')`;
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

  private async runs(workflowId: string): Promise<boolean> {
    try {
      const { status } = await this.inTime(() => this.client.workflow.getHandle(workflowId).describe());
      return status.name === 'RUNNING';
    } catch (error) {
      if (error instanceof WorkflowNotFoundError) return false;
      throw error;
    }
  }

  private startOptions(target: PokeTarget, attributes: boolean) {
    const { workflowId, subject, input, summary, details } = servedBy(target);
    return {
      workflowId,
      taskQueue: TASK_QUEUE,
      args: [input] as [WorkflowInput],
      // One that has ended may begin again (a clock re-opened); one that runs is the one.
      workflowIdReusePolicy: 'ALLOW_DUPLICATE',
      workflowIdConflictPolicy: 'USE_EXISTING',
      memo: { subject }, // kept three times over, as long as it sleeps: titles are in the summary
      staticSummary: summary,
      staticDetails: details,
      ...(attributes ? { typedSearchAttributes: new TypedSearchAttributes(searchAttributesOf(target)) } : {}),
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

type WorkflowInput = ClockInput | PeriodInput | DeliveryInput | JobInput;

/** What serves a target in Temporal: the workflow, its input, and words for an operator's eyes. */
interface Service {
  readonly type: string;
  readonly workflowId: string;
  readonly subject: number;
  readonly input: WorkflowInput;
  readonly summary: string;
  readonly details: string;
}

function servedBy(target: PokeTarget): Service {
  switch (target.kind) {
    case 'clock':
      return {
        type: CLOCK_WORKFLOW,
        workflowId: target.workflowId,
        subject: target.clockId,
        input: { clockId: target.clockId },
        summary: `时钟：${target.roundName} ${target.periodKey}（${target.programmeTitle}）`,
        details: `时钟 ${target.clockId}：等待本轮各责任事项的下一时刻，到点提醒、催办、升级。`,
      };
    case 'periods':
      return {
        type: PERIOD_WORKFLOW,
        workflowId: periodWorkflowId(target.programmeId),
        subject: target.programmeId,
        input: { programmeId: target.programmeId },
        summary: `周期：${target.programmeTitle}`,
        details: '按频次开启各轮次；错过的周期补开，不跳过。',
      };
    case 'delivery':
      return {
        type: DELIVERY_WORKFLOW,
        workflowId: deliveryWorkflowId(target.channelName),
        subject: target.channelId,
        input: { channelId: target.channelId },
        summary: `送达：${target.channelName}`,
        details: '按限速和办公时间发送该渠道排队的消息；结果不明的不自动重发。',
      };
    case 'job':
      return {
        type: JOB_WORKFLOW,
        workflowId: jobWorkflowId(target.jobId),
        subject: target.jobId,
        input: { jobId: target.jobId },
        summary: `后台作业：${target.jobName}`,
        details: '进度、结果和错误都在数据库里；中断后自动重新开始。',
      };
  }
}

const roundOf = ({ cadenceKey, periodKey }: { readonly cadenceKey: string; readonly periodKey: string }): string =>
  `${cadenceKey}/${periodKey}`;

function searchAttributesOf(target: PokeTarget): { key: typeof KIND; value: string }[] {
  const kind = { key: KIND, value: target.kind };
  if (target.kind === 'delivery' || target.kind === 'job') return [kind];
  const programme = { key: PROGRAMME, value: `p${target.programmeId}` };
  return target.kind === 'clock' ? [kind, programme, { key: ROUND, value: roundOf(target) }] : [kind, programme];
}

function hasStatus(error: unknown, code: number): boolean {
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    if (isGrpcServiceError(at) && at.code === code) return true;
  }
  return false;
}
