import { forEachBounded, type PokeTarget, type ShouldRun } from '@duban/application';
import type { Logger } from '../logging.js';
import { Alarm, backoffMs } from '../pause.js';
import { type RunningWorkflow, subjectOf, type WorkflowRunner, workflowIdOf } from '../temporal/workflow-runner.js';

/** Also how long a Temporal that lost its data within a moment goes unnoticed. */
const EVERY_MS = 30_000;
const CONCURRENCY = 10;
const LONGEST_NAP_MS = 10 * 60_000;

/** Until when one that was woken is left alone, and how often it has been woken in a row. */
interface Nap {
  readonly until: number;
  readonly times: number;
}

export interface ReconcileResult {
  readonly required: number;
  readonly started: number;
  readonly stopped: number;
  /** Workflows told to look because the record is ahead of them. */
  readonly woken: number;
  readonly failed: number;
}

/**
 * Makes Temporal run what the record says should run, and nothing else of ours. After Temporal lost its data this
 * starts a workflow for every open clock; what they send was decided in the record, so nothing is sent twice. A Temporal
 * restored to an older state may let a clock sleep past its wake: such clocks are told to look.
 */
export class Reconciler {
  readonly counts = { started: 0, stopped: 0, woken: 0, failed: 0 };
  private readonly naps = new Map<string, Nap>();
  private readonly alarm = new Alarm();
  private done: Promise<void> = Promise.resolve();

  constructor(
    private readonly shouldRun: () => Promise<ShouldRun>,
    private readonly runner: Pick<WorkflowRunner, 'ensure' | 'listRunning' | 'terminate' | 'poke'>,
    private readonly logger: Logger,
    private readonly now: () => number = Date.now,
  ) {}

  start(): void {
    this.done = this.reconcileForEver();
  }

  async stop(): Promise<void> {
    this.alarm.stop();
    await this.done;
  }

  /** Reconcile now, e.g. because Temporal has just come back. */
  readonly wake = (): void => this.alarm.wake();

  /** One pass. Goes on past single failures; what failed is for the next pass. */
  async reconcile(): Promise<ReconcileResult> {
    // What runs is read before what should run: a clock opened in between is not mistaken for a stranger.
    const running = await this.runner.listRunning();
    const should = await this.shouldRun();
    const required = new Map(should.required.map((target) => [workflowIdOf(target), target]));
    const closing = new Set(should.closing);

    const extra = running.filter((workflow) => isExtra(workflow, required, closing));
    const notStopped = await forEachBounded(extra, CONCURRENCY, (workflow) =>
      this.runner.terminate(workflow, '数据库中没有对应的未结时钟'),
    );
    const extraIds = new Set(extra.map(({ runId }) => runId));
    const present = new Set(running.filter(({ runId }) => !extraIds.has(runId)).map(({ workflowId }) => workflowId));
    const missing = should.required.filter((target) => !present.has(workflowIdOf(target)));
    const notStarted = await forEachBounded(missing, CONCURRENCY, (target) => this.runner.ensure(target));

    const asleep = this.oversleeping(should.behind.filter((target) => present.has(workflowIdOf(target))));
    const notWoken = await forEachBounded(asleep, CONCURRENCY, (target) => this.runner.poke(target));

    for (const { item, error } of notWoken) {
      this.logger.warn({ workflowId: workflowIdOf(item), err: error }, 'workflow not woken');
    }
    for (const { item, error } of notStopped) {
      this.logger.warn({ workflowId: item.workflowId, err: error }, 'workflow not stopped');
    }
    for (const { item, error } of notStarted) {
      this.logger.warn({ workflowId: workflowIdOf(item), err: error }, 'workflow not started');
    }
    const result: ReconcileResult = {
      required: should.required.length,
      started: missing.length - notStarted.length,
      stopped: extra.length - notStopped.length,
      woken: asleep.length - notWoken.length,
      failed: notStopped.length + notStarted.length + notWoken.length,
    };
    this.counts.started += result.started;
    this.counts.stopped += result.stopped;
    this.counts.woken += result.woken;
    this.counts.failed += result.failed;
    const changed = result.started + result.stopped + result.woken + result.failed > 0;
    this.logger[changed ? 'info' : 'debug'](result, 'reconciled');
    return result;
  }

  /** Of those behind, whom to wake now: each at once, then ever more seldom, for one that is at work needs no waking. */
  private oversleeping(behind: readonly PokeTarget[]): PokeTarget[] {
    const now = this.now();
    const ids = new Set(behind.map(workflowIdOf));
    for (const id of this.naps.keys()) if (!ids.has(id)) this.naps.delete(id);
    return behind.filter((target) => {
      const nap = this.naps.get(workflowIdOf(target)) ?? { until: now, times: 0 };
      if (nap.until > now) return false;
      const until = now + backoffMs(nap.times, EVERY_MS, LONGEST_NAP_MS);
      this.naps.set(workflowIdOf(target), { until, times: nap.times + 1 });
      return true;
    });
  }

  private async reconcileForEver(): Promise<void> {
    while (!this.alarm.stopped) {
      let waitMs = EVERY_MS;
      try {
        await this.reconcile();
      } catch (error) {
        this.logger.warn({ err: error }, 'could not reconcile; trying again');
        waitMs = 5_000;
      }
      await this.alarm.wait(waitMs);
    }
  }
}

/** A stranger: nothing that should run has this id, or it waits for another row than the one that now has it. */
function isExtra(
  workflow: RunningWorkflow,
  required: ReadonlyMap<string, PokeTarget>,
  closing: ReadonlySet<string>,
): boolean {
  const target = required.get(workflow.workflowId);
  if (target === undefined) return !closing.has(workflow.workflowId);
  return workflow.subject !== subjectOf(target);
}
