import { randomUUID } from 'node:crypto';
import { type Instant, MOST_SEND_ATTEMPTS, sendBackOffMs, takeToken, tokensAt } from '@duban/domain';
import {
  enabledChannel,
  expiredLeases,
  lockBucket,
  lockNextMessage,
  markBegun,
  moveMessage,
  readOutgoing,
  renewLease,
  saveBucket,
} from '@duban/persistence';
import type { DeliveryLook } from '@duban/workflows';
import type { DataSource } from 'typeorm';
import type { Channel, DeliverySettings, SendOutcome } from './channel.js';
import { composeMessage } from './compose-message.js';
import { sendingOutlook, workingPlaces } from './sending-outlook.js';

/** How long a message belongs to its worker without a sign of life. */
export const LEASE_MS = 20_000;
const RENEW_MS = 5_000;
/** Sends at once: one that hangs holds up nobody. */
const LANES = 3;
/** After this long a look takes on nothing new, so that the workflow hears of it. */
const LOOK_MS = 20_000;
/** An answer of the other side is worth a few tries to write it down. */
const RECORD_TRIES = 5;
const RECORD_PAUSE_MS = 1_000;

export interface SendingParts {
  readonly dataSource: DataSource;
  readonly settings: DeliverySettings;
  readonly channels: readonly Channel[];
  /** The present instant. */
  readonly now: () => Instant;
  /** When it is aborted, nothing new is taken on. */
  readonly stop?: AbortSignal;
}

/**
 * One look at a channel: settles what dead workers left behind, then sends what may be sent now, as far as hours and
 * bucket allow.
 * @returns when anything may be sent next
 * @throws Error when this worker is not set up for the channel: another may be
 */
export async function sendDue(parts: SendingParts, channelId: number): Promise<DeliveryLook> {
  const row = await enabledChannel(parts.dataSource, channelId);
  if (!row) return { now: parts.now(), nextAt: null, closed: true };
  const channel = parts.channels.find(({ name }) => name === row.name);
  if (!channel) {
    throw new Error(`本后台程序没有配置送达渠道“${row.name}”，请检查邮件等通知设置`);
  }
  await settleExpired(parts.dataSource, channelId, parts.now());
  const until = performance.now() + LOOK_MS;
  const lane = async (): Promise<void> => {
    while (performance.now() < until && !parts.stop?.aborted && (await sendNext(parts, channelId, channel)));
  };
  const lanes = await Promise.allSettled(Array.from({ length: LANES }, lane));
  const failed = lanes.find((result) => result.status === 'rejected');
  if (failed) throw failed.reason;
  const now = parts.now();
  return { now, nextAt: await sendingOutlook(parts, channelId, channel, now), closed: false };
}

/** What a worker that is gone was sending: certainly not sent when it had not begun, else nobody knows. */
async function settleExpired(dataSource: DataSource, channelId: number, now: Instant): Promise<void> {
  for (const { messageId, lease, begun, attempts } of await expiredLeases(dataSource, channelId, now)) {
    const common = { messageId, lease, at: now };
    if (begun) {
      const reason = '发送途中后台程序中断，对方可能已收到；系统不自动重发，请核实后决定是否重发';
      await moveMessage(dataSource, { ...common, act: 'lose', reason });
    } else if (attempts >= MOST_SEND_ATTEMPTS) {
      const reason = `已尝试${attempts}次，每次都在发出前中断`;
      await moveMessage(dataSource, { ...common, act: 'bury', reason });
    } else {
      await moveMessage(dataSource, {
        ...common,
        act: 'release',
        reason: '后台程序在发出前中断，重新排队',
        nextAt: now,
      });
    }
  }
}

/** Takes and sends one message. @returns false when none may be sent now */
async function sendNext(parts: SendingParts, channelId: number, channel: Channel): Promise<boolean> {
  const lease = randomUUID();
  const messageId = await claimNext(parts, channelId, channel, lease);
  if (messageId === undefined) return false;
  const { dataSource } = parts;
  const renewal = setInterval(() => {
    renewLease(dataSource, messageId, lease, parts.now() + LEASE_MS).catch(() => undefined);
  }, RENEW_MS);
  try {
    await sendClaimed(parts, channel, messageId, lease);
  } finally {
    clearInterval(renewal);
  }
  return true;
}

/** One transaction: a token is taken and a message is leased, or neither. */
async function claimNext(
  { dataSource, settings, now: clock }: SendingParts,
  channelId: number,
  channel: Channel,
  lease: string,
): Promise<number | undefined> {
  return dataSource.transaction(async (manager) => {
    const bucket = await lockBucket(manager, channelId);
    const now = clock();
    if (tokensAt(bucket, channel.rate, now) < 1) return undefined;
    const working = await workingPlaces(manager, channelId, channel, settings.hours, now);
    if (working === 'never') return undefined;
    const messageId = await lockNextMessage(manager, channelId, now, working);
    if (messageId === undefined) return undefined;
    await moveMessage(manager, { messageId, act: 'claim', at: now, lease, leaseUntil: now + LEASE_MS });
    await saveBucket(manager, channelId, takeToken(bucket, channel.rate, now));
    return messageId;
  });
}

async function sendClaimed(parts: SendingParts, channel: Channel, messageId: number, lease: string): Promise<void> {
  const { dataSource, settings, now } = parts;
  const outgoing = await readOutgoing(dataSource, messageId);
  const composed = composeMessage(outgoing, channel, settings);
  if ('act' in composed) {
    await moveMessage(dataSource, { messageId, lease, at: now(), ...composed });
    return;
  }
  const begin = (): Promise<boolean> => markBegun(dataSource, messageId, lease, now());
  const outcome = await channel.send(composed, begin).catch(
    (error: unknown): SendOutcome => ({
      // A channel that throws breaks its contract: what it did is not known.
      outcome: 'unknown',
      reason: `发送程序异常：${error instanceof Error ? error.message : String(error)}`,
    }),
  );
  await record(parts, messageId, lease, outgoing.attempts, outcome);
}

/** Writes the outcome down. When the record is away for a moment it is tried again: the answer is not to be had twice. */
async function record(
  { dataSource, now }: SendingParts,
  messageId: number,
  lease: string,
  attempts: number,
  outcome: SendOutcome,
): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      const at = now();
      const move = moveFor(outcome, attempts, at);
      if (await moveMessage(dataSource, { messageId, lease, at, ...move })) return;
      // The lease ran out meanwhile and somebody has written `unknown`: we know better.
      if (outcome.outcome === 'sent') await moveMessage(dataSource, { messageId, lease, at, act: 'confirm' });
      return;
    } catch (error) {
      if (tries >= RECORD_TRIES) throw error;
      await new Promise((resolve) => setTimeout(resolve, RECORD_PAUSE_MS));
    }
  }
}

function moveFor(
  sent: SendOutcome,
  attempts: number,
  now: Instant,
): { act: 'deliver' | 'bury' | 'lose' | 'fail'; reason?: string; nextAt?: Instant } {
  switch (sent.outcome) {
    case 'sent':
      return { act: 'deliver' };
    case 'refused':
      return { act: 'bury', reason: sent.reason };
    case 'unknown':
      return { act: 'lose', reason: `${sent.reason}；系统不自动重发，请核实后决定是否重发` };
    case 'later':
      return attempts >= MOST_SEND_ATTEMPTS
        ? { act: 'bury', reason: `已尝试${attempts}次仍未发出：${sent.reason}` }
        : { act: 'fail', reason: sent.reason, nextAt: now + sendBackOffMs(attempts) };
  }
}
