import type { Digest, Rate, SendingHours } from '@duban/domain';

/** A digest as it is handed to a channel. */
export interface OutgoingMessage {
  /** Names the digest for ever: the same whenever it is sent, so that the other side can know a duplicate. */
  readonly key: string;
  /** Where this channel finds the person. */
  readonly address: string;
  readonly digest: Digest;
}

/**
 * How a send ended.
 * - `sent`: the other side has taken it over
 * - `later`: certainly not taken over, trying again may help
 * - `refused`: certainly not taken over, trying again is useless
 * - `unknown`: nobody can say; it is not repeated by itself
 */
export type SendOutcome =
  | { readonly outcome: 'sent' }
  | { readonly outcome: 'later' | 'refused' | 'unknown'; readonly reason: string };

/**
 * A way to people outside the application. `test/support/channel-contract.ts` says what every channel must do.
 */
export interface Channel {
  readonly name: string;
  readonly rate: Rate;
  /** Minutes of the hour at which nothing is sent. */
  readonly avoidMinutes?: readonly number[];
  /** Whether the text can be an address of this channel. */
  accepts(address: string): boolean;
  /**
   * Sends one message; never throws, and ends by itself within `MOST_SEND_MS`.
   * @param begin to be called once, and waited for, before the first byte that could make the other side take the
   *   message over; when it answers false, or throws, nothing may be sent and the outcome is `later`
   */
  send(message: OutgoingMessage, begin: () => Promise<boolean>): Promise<SendOutcome>;
}

/** No send lasts longer. */
export const MOST_SEND_MS = 60_000;

/** What holds for every channel of an installation. */
export interface DeliverySettings {
  readonly hours: SendingHours;
  /** How long a message waits for further notices to the same person; urgent ones do not wait. */
  readonly gatherMs: number;
  /** Where people find the application, without a slash at the end. */
  readonly publicUrl: string;
}

/** The page of one notice, and of all. */
export function noticeUrl(publicUrl: string, noticeSeq?: number): string {
  return `${publicUrl}/#/notices${noticeSeq === undefined ? '' : `/${noticeSeq}`}`;
}
