// A channel in memory that does what its addresses say; for tests of what stands around channels.
import type { Channel, OutgoingMessage, SendOutcome } from '@duban/application';
import type { Rate } from '@duban/domain';

export interface FakeChannel extends Channel {
  /** What the other side took over, in order. */
  readonly taken: (OutgoingMessage & { readonly at: number })[];
  /** Every message that was handed over, whatever became of it. */
  readonly handed: OutgoingMessage[];
}

const certainly = (outcome: 'later' | 'refused'): SendOutcome => ({ outcome, reason: '对方如是说' });

/** The part of the address before the @ says how the other side behaves; anything unknown is accepted. */
export function fakeChannel(
  name: string,
  rate: Rate = { perMinute: 6_000, burst: 1_000 },
  now: () => number = () => 0,
  more: Partial<Channel> = {},
): FakeChannel {
  const taken: FakeChannel['taken'] = [];
  const handed: OutgoingMessage[] = [];
  return {
    name,
    rate,
    taken,
    handed,
    accepts: (address) => /^[a-z0-9-]+@test\.cn$/.test(address),
    async send(message, begin) {
      handed.push(message);
      const behaviour = message.address.split('@')[0] ?? '';
      if (!this.accepts(message.address) || behaviour === 'refuses-address') return certainly('refused');
      if (behaviour === 'busy') return certainly('later');
      if (!(await begin().catch(() => false))) return certainly('later');
      if (behaviour === 'refuses-text') return certainly('refused');
      if (behaviour === 'busy-after-text') return certainly('later');
      taken.push({ ...message, at: now() });
      if (behaviour === 'throws') throw new Error('a fault of the channel');
      if (['silent-after-text', 'lost-after-text', 'lost-in-text'].includes(behaviour)) {
        return { outcome: 'unknown', reason: '没有答复' };
      }
      return { outcome: 'sent' };
    },
    ...more,
  };
}
