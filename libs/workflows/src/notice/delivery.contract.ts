import type { Instant } from '@duban/domain';
import { joinId, splitId } from '../naming.js';

/** Type name of the workflow that sends what waits in one channel. */
export const DELIVERY_WORKFLOW = 'deliveryWorkflow';

/** The id of a channel's delivery workflow: `delivery/email`. */
export function deliveryWorkflowId(channelName: string): string {
  return joinId('delivery', channelName);
}

/** The inverse of `deliveryWorkflowId`; undefined when the id is no delivery's. */
export function parseDeliveryWorkflowId(id: string): string | undefined {
  const [kind, name, ...more] = splitId(id);
  return kind === 'delivery' && name && more.length === 0 ? name : undefined;
}

export interface DeliveryInput {
  readonly channelId: number;
}

/** Why the workflow ended: its channel is switched off in the record. */
export interface DeliveryOutput {
  readonly looks: number;
}

export interface DeliveryStatus {
  readonly channelId: number;
  readonly looks: number;
  /** When it will look again by itself; null while it works, or when only a poke can wake it. */
  readonly nextAt: Instant | null;
}

/** What one look at a channel came to. */
export interface DeliveryLook {
  /** The instant, by the activity's own clock, at which it was done. */
  readonly now: Instant;
  /** The next instant at which anything may be sent. */
  readonly nextAt: Instant | null;
  /** The channel is switched off. */
  readonly closed: boolean;
}

/** The activities of the delivery workflow. */
export interface DeliveryActivities {
  /** Sends what may be sent now. Repeated, or run by two workers at once, it sends nothing twice. */
  sendDue(channelId: number): Promise<DeliveryLook>;
}
