import {
  type Instant,
  outsideMinutes,
  type SendingHours,
  sendableFrom,
  tokensAt,
  tokensFrom,
  type WorkCalendar,
} from '@duban/domain';
import { firstLeaseEnd, programmeCalendar, readBucket, type Waiting, waitingMessages } from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import type { Channel, DeliverySettings } from './channel.js';

/** When the bucket is empty, this many tokens are waited for at once: fewer looks for the same rate. */
const TOKENS_AT_ONCE = 5;

/**
 * The programmes whose people may be written to now; `never` when the channel avoids this minute, even for urgent
 * messages.
 */
export async function workingProgrammes(
  manager: EntityManager,
  channelId: number,
  channel: Channel,
  hours: SendingHours,
  now: Instant,
): Promise<number[] | 'never'> {
  if (outsideMinutes(now, channel.avoidMinutes ?? []) !== now) return 'never';
  const due = (await waitingMessages(manager, channelId)).filter(({ urgent, nextAt }) => !urgent && nextAt <= now);
  const working: number[] = [];
  for (const { programmeId } of due) {
    const calendar = await programmeCalendar(manager, programmeId);
    if (sendableFrom(now, hours, calendar) === now) working.push(programmeId);
  }
  return working;
}

/**
 * The next instant at which a channel has anything to do: a message may be sent, or a lease runs out. Null when only a
 * new message can change that.
 */
export async function sendingOutlook(
  { dataSource, settings }: { readonly dataSource: DataSource; readonly settings: DeliverySettings },
  channelId: number,
  channel: Channel,
  now: Instant,
): Promise<Instant | null> {
  const waiting = await waitingMessages(dataSource, channelId);
  const calendars = new Map<number, WorkCalendar>();
  for (const { programmeId } of waiting) {
    if (!calendars.has(programmeId)) calendars.set(programmeId, await programmeCalendar(dataSource, programmeId));
  }
  const bucket = await readBucket(dataSource, channelId);
  const sendable = waiting.map((group): Instant => {
    const at = Math.max(group.nextAt, now);
    const token = tokensAt(bucket, channel.rate, now) > 0 ? now : tokensFrom(bucket, channel.rate, now, wanted(group));
    const calendar = calendars.get(group.programmeId);
    const allowed = group.urgent || !calendar ? at : sendableFrom(at, settings.hours, calendar);
    return outsideMinutes(Math.max(allowed, token), channel.avoidMinutes ?? []);
  });
  const leaseEnd = await firstLeaseEnd(dataSource, channelId);
  const all = leaseEnd === null ? sendable : [...sendable, Math.max(leaseEnd + 1, now)];
  return all.length === 0 ? null : Math.min(...all);
}

function wanted({ urgent, count }: Waiting): number {
  return urgent ? 1 : Math.min(count, TOKENS_AT_ONCE);
}
