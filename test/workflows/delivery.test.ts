import { type DeliveryLook, type DeliveryStatus, POKE_SIGNAL, STATUS_QUERY } from '@duban/workflows';
import type { TestWorkflowEnvironment } from '@temporalio/testing';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DAY_MS, startDelivery, timeSkipping, withWorker } from './support.js';

let env: TestWorkflowEnvironment;
let channelId = 0;
const SLACK_MS = 2_000;

beforeAll(async () => {
  env = await timeSkipping();
});
afterAll(async () => {
  await env?.teardown();
});

/** A channel in memory: when its messages may be sent, and when each was. Switched off after the last. */
class FakeOffice {
  readonly sent: { at: number; now: number }[] = [];
  looks = 0;
  closed = false;
  constructor(
    public waiting: number[],
    private readonly closesWhenEmpty = true,
  ) {}

  readonly sendDue = async (): Promise<DeliveryLook> => {
    const now = await env.currentTimeMs();
    this.looks += 1;
    this.sent.push(...this.waiting.filter((at) => at <= now).map((at) => ({ at, now })));
    this.waiting = this.waiting.filter((at) => at > now);
    const nextAt = this.waiting.length > 0 ? Math.min(...this.waiting) : null;
    return { now, nextAt, closed: this.closed || (this.closesWhenEmpty && nextAt === null) };
  };
}

describe('the delivery workflow', () => {
  it('is there whenever anything may be sent, and ends when its channel is switched off', async () => {
    const start = await env.currentTimeMs();
    const plan = [60_000, 3_600_000, 14 * 3_600_000, 3 * DAY_MS].map((after) => start + after);
    const office = new FakeOffice([...plan]);
    const output = await withWorker(env, office, async () => (await startDelivery(env, ++channelId)).result());
    expect(output).toEqual({ looks: 5 });
    expect(office.sent.map(({ at }) => at)).toEqual(plan);
    for (const { at, now } of office.sent) expect(now - at).toBeLessThan(SLACK_MS);
  });

  it('sleeps while nothing waits, and wakes when it is poked', async () => {
    const office = new FakeOffice([], false);
    await withWorker(env, office, async () => {
      const handle = await startDelivery(env, ++channelId);
      await env.sleep(2 * DAY_MS);
      expect(office.looks).toBe(1);
      const status = await handle.query<DeliveryStatus>(STATUS_QUERY);
      expect(status).toEqual({ channelId, looks: 1, nextAt: null });
      office.waiting = [(await env.currentTimeMs()) - 1];
      office.closed = true;
      await handle.signal(POKE_SIGNAL);
      await handle.result();
    });
    expect(office.sent).toHaveLength(1);
  });

  it('looks again when the record or this worker’s set-up was at fault', async () => {
    let tries = 0;
    const sendDue = async (): Promise<DeliveryLook> => {
      tries += 1;
      if (tries < 4) throw new Error('本后台程序没有配置送达渠道');
      return { now: await env.currentTimeMs(), nextAt: null, closed: true };
    };
    const output = await withWorker(env, { sendDue }, async () => (await startDelivery(env, ++channelId)).result());
    expect(output).toEqual({ looks: 1 });
    expect(tries).toBe(4);
  });

  it('goes on as a new run before its history is long', async () => {
    const start = await env.currentTimeMs();
    const plan = Array.from({ length: 300 }, (_, index) => start + (index + 1) * 60_000);
    const office = new FakeOffice([...plan]);
    await withWorker(env, office, async () => {
      const handle = await startDelivery(env, ++channelId);
      const { looks } = await handle.result();
      expect(looks).toBeLessThan(300);
      const last = await env.client.workflow.getHandle(handle.workflowId).describe();
      expect(last.runId).not.toBe(handle.firstExecutionRunId);
    });
    expect(office.sent.map(({ at }) => at)).toEqual(plan);
  }, 180_000);
});
