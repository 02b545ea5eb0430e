import type { PokeTarget, ShouldRun } from '@duban/application';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { Reconciler } from '../src/round/reconciler.js';
import { type RunningWorkflow, subjectOf, type WorkflowRunner, workflowIdOf } from '../src/temporal/workflow-runner.js';

const logger = pino({ level: 'silent' });

const clock = (clockId: number): PokeTarget => ({
  kind: 'clock',
  clockId,
  workflowId: `clock/p1/monthly/2026-${clockId}/1`,
  programmeId: 1,
  cadenceKey: 'monthly',
  periodKey: `2026-${clockId}`,
  roundName: '月报告',
  programmeTitle: '重点工作',
});
const programme: PokeTarget = { kind: 'periods', programmeId: 1, programmeTitle: '重点工作' };

const runs = (target: PokeTarget, subject = subjectOf(target)): RunningWorkflow => ({
  workflowId: workflowIdOf(target),
  runId: `run of ${workflowIdOf(target)} for ${subject}`,
  subject,
});

/** A Temporal in memory. `broken` ids can be neither started nor stopped. */
class FakeTemporal implements WorkflowRunner {
  readonly calls: string[] = [];
  constructor(
    private running: RunningWorkflow[],
    private readonly broken: readonly string[] = [],
  ) {}
  async listRunning(): Promise<RunningWorkflow[]> {
    return [...this.running];
  }
  async ensure(target: PokeTarget): Promise<void> {
    if (this.broken.includes(workflowIdOf(target))) throw new Error('refused');
    this.calls.push(`start ${workflowIdOf(target)}`);
    this.running.push(runs(target));
  }
  async poke(target: PokeTarget): Promise<void> {
    this.calls.push(`wake ${workflowIdOf(target)}`);
  }
  async terminate(workflow: RunningWorkflow): Promise<void> {
    if (this.broken.includes(workflow.workflowId)) throw new Error('refused');
    this.calls.push(`stop ${workflow.workflowId}`);
    this.running = this.running.filter(({ runId }) => runId !== workflow.runId);
  }
}

const reconcile = (temporal: FakeTemporal, required: PokeTarget[], closing: string[] = []) =>
  new Reconciler(async (): Promise<ShouldRun> => ({ required, closing, behind: [] }), temporal, logger).reconcile();

describe('the reconciler', () => {
  it('starts a workflow for every open clock and programme when Temporal knows none', async () => {
    const temporal = new FakeTemporal([]);
    const result = await reconcile(temporal, [programme, clock(1), clock(2)]);
    expect(result).toEqual({ required: 3, started: 3, stopped: 0, woken: 0, failed: 0 });
    expect(await reconcile(temporal, [programme, clock(1), clock(2)])).toMatchObject({ started: 0, stopped: 0 });
  });

  it('leaves alone what runs as it should', async () => {
    const temporal = new FakeTemporal([runs(programme), runs(clock(1))]);
    await reconcile(temporal, [programme, clock(1)]);
    expect(temporal.calls).toEqual([]);
  });

  it('stops what no open clock asks for, but not a clock that is just closing', async () => {
    const temporal = new FakeTemporal([runs(clock(1)), runs(clock(2)), runs(clock(3))]);
    await reconcile(temporal, [clock(1)], [workflowIdOf(clock(2))]);
    expect(temporal.calls).toEqual([`stop ${workflowIdOf(clock(3))}`]);
  });

  it('replaces a workflow that waits for another row than the one that has its name now', async () => {
    const temporal = new FakeTemporal([runs(clock(1), 77)]);
    await reconcile(temporal, [clock(1)]);
    expect(temporal.calls).toEqual([`stop ${workflowIdOf(clock(1))}`, `start ${workflowIdOf(clock(1))}`]);
  });

  it('goes on past single failures, and counts them', async () => {
    const broken = [workflowIdOf(clock(1)), workflowIdOf(clock(3))];
    const temporal = new FakeTemporal([runs(clock(3)), runs(clock(4))], broken);
    const result = await reconcile(temporal, [clock(1), clock(2)]);
    expect(result).toEqual({ required: 2, started: 1, stopped: 1, woken: 0, failed: 2 });
    expect(temporal.calls.sort()).toEqual([`start ${workflowIdOf(clock(2))}`, `stop ${workflowIdOf(clock(4))}`]);
  });

  it('wakes who sleeps past its wake, at once and then ever more seldom; not who has just been started', async () => {
    const temporal = new FakeTemporal([runs(clock(1)), runs(clock(2))]);
    let now = 0;
    let behind = [clock(1), clock(3)];
    const required = [clock(1), clock(2), clock(3)];
    const reconciler = new Reconciler(
      async () => ({ required, closing: [], behind }),
      temporal,
      logger,
      () => now,
    );
    const wakes = async (): Promise<string[]> => {
      temporal.calls.length = 0;
      await reconciler.reconcile();
      return temporal.calls.filter((call) => call.startsWith('wake'));
    };
    const wake = `wake ${workflowIdOf(clock(1))}`;
    expect(await wakes()).toEqual([wake]);
    behind = [clock(1)];
    const at: number[] = [];
    for (now = 15_000; now <= 600_000; now += 15_000) if ((await wakes()).length > 0) at.push(now);
    expect(at).toEqual([30_000, 90_000, 210_000, 450_000]);
    behind = [];
    await wakes();
    behind = [clock(1)];
    expect(await wakes()).toEqual([wake]);
  });
});
