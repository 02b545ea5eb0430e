import { z } from 'zod';

/** Whether time's side of the system is at work: opening, reminding, escalating. */
export const clocksAnswer = z
  .strictObject({
    running: z.boolean(),
    reason: z.string().nullable().describe('时钟没有运行时的原因'),
  })
  .meta({ id: 'Clocks' });

export type ClocksAnswer = z.infer<typeof clocksAnswer>;
