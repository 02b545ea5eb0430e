import {
  type CalendarDocument,
  type Instant,
  outsideMinutes,
  type SendingHours,
  sendableFrom,
  tokensAt,
  tokensFrom,
  WorkCalendar,
} from '@duban/domain';
import {
  firstLeaseEnd,
  type Place,
  programmeCalendar,
  readBucket,
  type Waiting,
  waitingMessages,
} from '@duban/persistence';
import type { DataSource, EntityManager } from 'typeorm';
import { composed, layersOver } from '../calendar/compose.js';
import type { Channel, DeliverySettings } from './channel.js';

/** When the bucket is empty, this many tokens are waited for at once: fewer looks for the same rate. */
const TOKENS_AT_ONCE = 5;

/**
 * Where people may be written to now; `never` when the channel avoids this minute, even for urgent messages.
 */
export async function workingPlaces(
  manager: EntityManager,
  channelId: number,
  channel: Channel,
  hours: SendingHours,
  now: Instant,
): Promise<Place[] | 'never'> {
  if (outsideMinutes(now, channel.avoidMinutes ?? []) !== now) return 'never';
  const waiting = await waitingMessages(manager, channelId, now);
  const working: Place[] = [];
  for (const place of waiting.filter(({ urgent, nextAt }) => !urgent && nextAt <= now)) {
    if (sendableFrom(now, hours, await calendarAt(manager, place)) === now) working.push(place);
  }
  return working;
}

/**
 * The days of a place: the programme's table, which has the days of its organization and of all above it; where an
 * organization below has days of its own, the national table under those.
 */
async function calendarAt(manager: EntityManager, { programmeId, regionId }: Place): Promise<WorkCalendar> {
  if (regionId === null) return programmeCalendar(manager, programmeId);
  const rows: { name: string; document: CalendarDocument }[] = await manager.query(
    `SELECT n.name, n.document FROM programme p JOIN calendar c ON c.id = p.calendar_id
     JOIN calendar n ON n.id = coalesce(c.base_id, c.id) WHERE p.id = $1`,
    [programmeId],
  );
  if (!rows[0]) throw new Error(`programme ${programmeId} has no calendar`);
  return new WorkCalendar(composed(rows[0], await layersOver(manager, regionId)));
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
  const waiting = await waitingMessages(dataSource, channelId, now);
  const calendars = new Map<string, WorkCalendar>();
  for (const place of waiting) {
    if (!calendars.has(nameOf(place))) calendars.set(nameOf(place), await calendarAt(dataSource.manager, place));
  }
  const bucket = await readBucket(dataSource, channelId);
  const sendable = waiting.map((group): Instant => {
    const at = Math.max(group.nextAt, now);
    const token = tokensAt(bucket, channel.rate, now) > 0 ? now : tokensFrom(bucket, channel.rate, now, wanted(group));
    const calendar = calendars.get(nameOf(group));
    const allowed = group.urgent || !calendar ? at : sendableFrom(at, settings.hours, calendar);
    return outsideMinutes(Math.max(allowed, token), channel.avoidMinutes ?? []);
  });
  const leaseEnd = await firstLeaseEnd(dataSource, channelId);
  const all = leaseEnd === null ? sendable : [...sendable, Math.max(leaseEnd + 1, now)];
  return all.length === 0 ? null : Math.min(...all);
}

const nameOf = ({ programmeId, regionId }: Place): string => `${programmeId}/${regionId ?? ''}`;

function wanted({ urgent, count }: Waiting): number {
  return urgent ? 1 : Math.min(count, TOKENS_AT_ONCE);
}
