import type { Instant } from '@duban/domain';
import {
  allHandlersFinished,
  condition,
  continueAsNew,
  defineQuery,
  defineSignal,
  proxyActivities,
  setCurrentDetails,
  setHandler,
} from '@temporalio/workflow';
import { POKE_SIGNAL, STATUS_QUERY } from '../round/clock.contract.js';
import { historyIsLong, shanghaiText, waitMs } from '../waiting.js';
import type { DeliveryActivities, DeliveryInput, DeliveryOutput, DeliveryStatus } from './delivery.contract.js';

// A look sends for up to 20 s and waits for what it began; a worker that died is noticed by its heart, not by the end.
const { sendDue } = proxyActivities<DeliveryActivities>({
  startToCloseTimeout: '3 minutes',
  heartbeatTimeout: '10 seconds',
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  summary: '发送到点的消息',
});

/** Sends what waits in one channel, for as long as the channel is switched on: looks, sends, sleeps, looks again. */
export async function deliveryWorkflow({ channelId }: DeliveryInput): Promise<DeliveryOutput> {
  let poked = false;
  let looks = 0;
  let nextAt: Instant | null = null;

  setHandler(defineSignal(POKE_SIGNAL), () => {
    poked = true;
  });
  setHandler(defineQuery<DeliveryStatus>(STATUS_QUERY), (): DeliveryStatus => ({ channelId, looks, nextAt }));

  for (;;) {
    poked = false;
    const look = await sendDue(channelId);
    looks += 1;
    if (look.closed) return { looks };
    if (historyIsLong()) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof deliveryWorkflow>({ channelId });
    }
    nextAt = look.nextAt;
    setCurrentDetails(nextAt === null ? '没有待发的消息' : `下次发送：${shanghaiText(nextAt)}`);
    await condition(() => poked, waitMs(nextAt, look.now, 0));
    nextAt = null;
  }
}
