// What must not happen: the same workflow types with their commands in another order and without `patched`.
import type {
  ClockActivities,
  ClockInput,
  DeliveryActivities,
  DeliveryInput,
  JobActivities,
  JobInput,
  PeriodActivities,
  PeriodInput,
} from '@duban/workflows';
import { proxyActivities, sleep } from '@temporalio/workflow';

const { advanceClock, openRounds, sendDue, runJob } = proxyActivities<
  ClockActivities & PeriodActivities & DeliveryActivities & JobActivities
>({
  startToCloseTimeout: '1 minute',
});

export async function clockWorkflow({ clockId }: ClockInput): Promise<void> {
  await sleep('1 second');
  await advanceClock(clockId);
}

export async function periodWorkflow({ programmeId }: PeriodInput): Promise<void> {
  await sleep('1 second');
  await openRounds(programmeId);
}

export async function deliveryWorkflow({ channelId }: DeliveryInput): Promise<void> {
  await sleep('1 second');
  await sendDue(channelId);
}

export async function jobWorkflow({ jobId }: JobInput): Promise<void> {
  await sleep('1 second');
  await runJob(jobId);
}
