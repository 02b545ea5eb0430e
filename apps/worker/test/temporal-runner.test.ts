// The runner and the reconciler against a real Temporal dev server; workflows are started, nobody works on them.
import type { PokeTarget } from '@duban/application';
import { Client } from '@temporalio/client';
import { TestWorkflowEnvironment } from '@temporalio/testing';
import { NativeConnection } from '@temporalio/worker';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { devServerExecutable } from '../../../test/support/servers.js';
import { eventually } from '../../../test/support/worker.js';
import { Reconciler } from '../src/round/reconciler.js';
import { ensureSearchAttributes } from '../src/temporal/connection.js';
import { isUnreachable, TemporalRunner, workflowIdOf } from '../src/temporal/workflow-runner.js';

let env: TestWorkflowEnvironment;
let gone = false;
let connection: NativeConnection;
const reasons: string[] = [];

const clock = (clockId: number, periodKey = `2026-0${clockId}`): PokeTarget => ({
  kind: 'clock',
  clockId,
  workflowId: `clock/p1/monthly-report/${periodKey}/1`,
  programmeId: 1,
  cadenceKey: 'monthly-report',
  periodKey,
  roundName: '月报告',
  programmeTitle: '重点工作',
});
const programme: PokeTarget = { kind: 'periods', programmeId: 1, programmeTitle: '重点工作' };

function runner(ensure: () => Promise<string | undefined>): TemporalRunner {
  return new TemporalRunner(new Client({ connection, namespace: 'default' }), {
    ensureSearchAttributes: ensure,
    onWithoutSearchAttributes: (reason) => void reasons.push(reason),
  });
}

const running = async (from: TemporalRunner, count: number): Promise<string[]> => {
  const found = await eventually(async () => {
    const all = await from.listRunning();
    return all.length === count && all;
  }, 10_000);
  return found.map(({ workflowId }) => workflowId).sort();
};

beforeAll(async () => {
  env = await TestWorkflowEnvironment.createLocal({ server: { executable: await devServerExecutable() } });
  connection = await NativeConnection.connect({ address: env.address });
});

afterAll(async () => {
  if (gone) return;
  await connection?.close();
  await env?.teardown();
});

describe('workflows on a real server', () => {
  it('run without search attributes where the server does not know them, nothing else lacking', async () => {
    let asked = 0;
    const temporal = runner(async () => (++asked === 1 ? undefined : '没有权限'));
    await temporal.poke(clock(1));
    expect(reasons).toEqual(['没有权限']);
    await temporal.poke(clock(1));
    expect(await running(temporal, 1)).toEqual([workflowIdOf(clock(1))]);
    for (const workflow of await temporal.listRunning()) await temporal.terminate(workflow, 'test');
    await running(temporal, 0);
  });

  it('can be found and read by an operator', async () => {
    const temporal = runner(() => ensureSearchAttributes(connection, 'default'));
    await temporal.ensure(programme);
    await temporal.ensure(clock(2));
    await temporal.ensure(clock(2));
    await temporal.poke(clock(2));
    const found = await eventually(async () => {
      const query = `DubanKind = 'clock' AND DubanProgramme = 'p1' AND DubanRound = 'monthly-report/2026-02'`;
      for await (const workflow of env.client.workflow.list({ query })) return workflow;
      return undefined;
    }, 20_000);
    expect(found.workflowId).toBe('clock/p1/monthly-report/2026-02/1');
    const described = await env.client.workflow.getHandle(found.workflowId).describe();
    expect(described.memo).toEqual({ subject: 2 });
    expect(await described.staticSummary()).toBe('时钟：月报告 2026-02（重点工作）');
    expect(await running(temporal, 2)).toEqual(['clock/p1/monthly-report/2026-02/1', 'periods/p1']);
  });

  it('are not started beside one that runs, though no list shows it yet; one that has ended is', async () => {
    const client = new Client({ connection, namespace: 'default' });
    const starts: string[] = [];
    const start = client.workflow.start.bind(client.workflow);
    client.workflow.start = (type, options) => {
      starts.push(options.workflowId);
      return start(type, options);
    };
    const temporal = new TemporalRunner(client, {
      ensureSearchAttributes: async () => undefined,
      onWithoutSearchAttributes: () => undefined,
    });
    const workflowId = workflowIdOf(clock(7));
    await temporal.poke(clock(7));
    await temporal.ensure(clock(7));
    expect(starts).toEqual([]);
    await client.workflow.getHandle(workflowId).terminate('test');
    await temporal.ensure(clock(7));
    expect(starts).toEqual([workflowId]);
    await client.workflow.getHandle(workflowId).terminate('test');
    await running(temporal, 2);
  });

  it('are brought to what the record says: the missing start, strangers stop, a wrong one is replaced', async () => {
    const temporal = runner(() => ensureSearchAttributes(connection, 'default'));
    await temporal.ensure(clock(3));
    await running(temporal, 3);
    const renamed = clock(9, '2026-02');
    const should = { required: [programme, renamed, clock(4)], closing: [], behind: [renamed] };
    const reconciler = new Reconciler(async () => should, temporal, pino({ level: 'silent' }));
    expect(await reconciler.reconcile()).toEqual({ required: 3, started: 2, stopped: 2, woken: 0, failed: 0 });
    await eventually(async () => {
      const all = await temporal.listRunning();
      return all.length === 3 && all.some(({ subject }) => subject === 9);
    }, 10_000);
    expect(await reconciler.reconcile()).toMatchObject({ started: 0, stopped: 0, woken: 1, failed: 0 });
  });

  it('tells an unreachable server from one that says no', async () => {
    const lost = await NativeConnection.connect({ address: env.address });
    const temporal = new TemporalRunner(new Client({ connection: lost, namespace: 'nowhere' }), {
      ensureSearchAttributes: async () => 'no',
      onWithoutSearchAttributes: () => undefined,
    });
    const no = await temporal.poke(clock(5)).catch((error: unknown) => error);
    expect(no).toBeInstanceOf(Error);
    expect(isUnreachable(no)).toBe(false);
    gone = true;
    await env.teardown();
    const away = await runner(async () => 'no')
      .poke(clock(5))
      .catch((error: unknown) => error);
    expect(isUnreachable(away)).toBe(true);
    await lost.close();
    await connection.close();
  }, 60_000);
});
