import { proxyActivities, sleep } from '@temporalio/workflow';

const { deliver } = proxyActivities<{ deliver(obligationId: number): Promise<void> }>({
  startToCloseTimeout: '1 minute',
});

/** One timer for one item. */
export async function timer(obligationId: number, at: number): Promise<void> {
  await sleep(Math.max(1, at - Date.now()));
  await deliver(obligationId);
}
