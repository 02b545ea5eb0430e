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
import { DECISIONS_FIRST, historyIsLong, MISSED_AFTER, shanghaiText, waitMs } from '../waiting.js';
import type { PeriodActivities, PeriodInput, PeriodStatus } from './period.contract.js';

const { openRounds } = proxyActivities<PeriodActivities>({
  startToCloseTimeout: '2 minutes',
  heartbeatTimeout: MISSED_AFTER,
  retry: { initialInterval: '1 second', backoffCoefficient: 2, maximumInterval: '30 seconds' },
  priority: DECISIONS_FIRST,
  summary: '开启到点的轮次',
});

/**
 * Opens the rounds of one programme, for as long as the programme runs. A Temporal Schedule would skip a period whose
 * time passed while nobody was there; here every look opens all that is due, so a missed period opens late.
 */
export async function periodWorkflow({ programmeId }: PeriodInput): Promise<never> {
  let poked = false;
  let looks = 0;
  let nextOpeningAt: Instant | null = null;

  setHandler(defineSignal(POKE_SIGNAL), () => {
    poked = true;
  });
  setHandler(defineQuery<PeriodStatus>(STATUS_QUERY), (): PeriodStatus => ({ programmeId, looks, nextOpeningAt }));

  for (;;) {
    poked = false;
    const look = await openRounds(programmeId);
    looks += 1;
    if (historyIsLong()) {
      await condition(allHandlersFinished);
      await continueAsNew<typeof periodWorkflow>({ programmeId });
    }
    nextOpeningAt = look.nextOpeningAt;
    setCurrentDetails(nextOpeningAt === null ? '没有待开启的轮次' : `下次开启轮次：${shanghaiText(nextOpeningAt)}`);
    await condition(() => poked, waitMs(nextOpeningAt, look.now, 0));
  }
}
