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
class FakeTemporal implements Omit<WorkflowRunner, 'poke'> {
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
  async terminate(workflow: RunningWorkflow): Promise<void> {
    if (this.broken.includes(workflow.workflowId)) throw new Error('refused');
    this.calls.push(`stop ${workflow.workflowId}`);
    this.running = this.running.filter(({ runId }) => runId !== workflow.runId);
  }
}

const reconcile = (temporal: FakeTemporal, required: PokeTarget[], closing: string[] = []) =>
  new Reconciler(async (): Promise<ShouldRun> => ({ required, closing }), temporal, logger).reconcile();

describe('the reconciler', () => {
  it('starts a workflow for every open clock and programme when Temporal knows none', async () => {
    const temporal = new FakeTemporal([]);
    const result = await reconcile(temporal, [programme, clock(1), clock(2)]);
    expect(result).toEqual({ required: 3, started: 3, stopped: 0, failed: 0 });
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
    expect(result).toEqual({ required: 2, started: 1, stopped: 1, failed: 2 });
    expect(temporal.calls.sort()).toEqual([`start ${workflowIdOf(clock(2))}`, `stop ${workflowIdOf(clock(4))}`]);
  });
});
