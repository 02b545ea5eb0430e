// What every channel must do, whatever stands behind it. A rig brings the other side, which behaves as the address says.
import type { Channel, OutgoingMessage, SendOutcome } from '@duban/application';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** How the other side behaves towards a message. */
export type Behaviour =
  | 'accepts'
  | 'refuses-address'
  | 'refuses-text'
  | 'busy'
  | 'busy-after-text'
  | 'silent-after-text'
  | 'lost-in-text'
  | 'lost-after-text';

export interface ChannelRig {
  readonly channel: Channel;
  /** The same channel, with nobody at the other side. */
  readonly away: Channel;
  addressOf(behaviour: Behaviour): string;
  /** The ids under which the other side took messages over, in order. */
  taken(): readonly string[];
  stop(): Promise<void>;
}

const DIGEST = { subject: '【提醒】甲', text: '1. 【提醒】甲', html: '<p>【提醒】甲</p>' };
let messages = 0;
const to = (address: string, key = `contract/${++messages}`): OutgoingMessage => ({ key, address, digest: DIGEST });

/** Runs the contract against a channel. */
export function channelContract(name: string, setUp: () => Promise<ChannelRig>): void {
  describe(`${name} keeps the contract of a channel`, () => {
    let rig: ChannelRig;
    beforeAll(async () => {
      rig = await setUp();
    });
    afterAll(() => rig?.stop());

    /** Sends, counting how often the channel asked to begin and what had been taken by then. */
    async function sending(channel: Channel, message: OutgoingMessage, answer: () => Promise<boolean>) {
      const before = rig.taken().length;
      const begun: number[] = [];
      const outcome = await channel.send(message, () => {
        begun.push(rig.taken().length - before);
        return answer();
      });
      return { outcome, begun, taken: rig.taken().length - before };
    }
    const may = async (): Promise<boolean> => true;
    const send = (behaviour: Behaviour, answer = may) => sending(rig.channel, to(rig.addressOf(behaviour)), answer);

    it('says sent when the other side took the message over, having asked once before', async () => {
      expect(await send('accepts')).toEqual({ outcome: { outcome: 'sent' }, begun: [0], taken: 1 });
    });

    it.each<[Behaviour, SendOutcome['outcome']]>([
      ['refuses-address', 'refused'],
      ['refuses-text', 'refused'],
      ['busy', 'later'],
      ['busy-after-text', 'later'],
    ])('%s: it is certain that nothing was taken: %s, and why', async (behaviour, expected) => {
      const { outcome, taken } = await send(behaviour);
      expect(outcome).toEqual({ outcome: expected, reason: expect.stringMatching(/[\u4e00-\u9fff]/) });
      expect(taken).toBe(0);
    });

    it.each<Behaviour>(['silent-after-text', 'lost-in-text', 'lost-after-text'])(
      '%s: nobody can say, so it says unknown, having asked',
      async (behaviour) => {
        const { outcome, begun } = await send(behaviour);
        expect(outcome).toEqual({ outcome: 'unknown', reason: expect.stringMatching(/[\u4e00-\u9fff]/) });
        expect(begun).toEqual([0]);
      },
    );

    it('with nobody at the other side it may be tried again, and nothing was begun', async () => {
      const { outcome, begun } = await sending(rig.away, to(rig.addressOf('accepts')), may);
      expect(outcome).toMatchObject({ outcome: 'later' });
      expect(begun).toEqual([]);
    });

    it.each([
      ['is told not to begin', async () => false],
      ['cannot be told', () => Promise.reject(new Error('the record is away'))],
    ])('sends nothing when it %s', async (_, answer) => {
      const { outcome, taken } = await send('accepts', answer);
      expect(outcome).toMatchObject({ outcome: 'later' });
      expect(taken).toBe(0);
    });

    it('shows the same id for the same message, and another for another', async () => {
      const address = rig.addressOf('accepts');
      for (const key of ['again/1', 'again/1', 'again/2']) await rig.channel.send(to(address, key), may);
      const [first, second, third] = rig.taken().slice(-3);
      expect(second).toBe(first);
      expect(third).not.toBe(first);
    });

    it.each(['', 'a\r\nb', '\u0000'])(
      'does not take %j for an address, and does not throw when given it',
      async (text) => {
        expect(rig.channel.accepts(text)).toBe(false);
        const { outcome, taken } = await sending(rig.channel, to(text), may);
        expect(outcome.outcome).not.toBe('sent');
        expect(taken).toBe(0);
      },
    );
  });
}
