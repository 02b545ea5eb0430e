import { LEASE_MS, sendDue } from '@duban/application';
import { formatInstant } from '@duban/domain';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { channelContract } from '../../../../test/support/channel-contract.js';
import { fakeChannel } from '../../../../test/support/fake-channel.js';
import { instant, PostOffice } from './post-office.js';

channelContract('the fake of the tests', async () => {
  const channel = fakeChannel('fake');
  return {
    channel,
    away: fakeChannel('fake', undefined, undefined, { send: async () => ({ outcome: 'later', reason: '不在' }) }),
    addressOf: (behaviour) => `${behaviour}@test.cn`,
    taken: () => channel.taken.map(({ key }) => key),
    stop: async () => undefined,
  };
});

const MORNING = instant('2026-07-15T09:00');
const HOUR = 3_600_000;
let office: PostOffice;
const now = (): number => office.now;

beforeEach(async () => {
  office = await PostOffice.open(MORNING - 1_000);
  await office.enable('fake');
});
afterEach(async () => {
  expect(await office.brokenChains()).toEqual([]);
  await office.close();
});

describe('a digest', () => {
  it('tells a person in one message of all that wakes told within the gathering time', async () => {
    office.gatherMs = 30_000;
    const channel = fakeChannel('fake', undefined, now);
    const [one, other] = [await office.person('one@test.cn'), await office.person('other@test.cn')];
    for (let wake = 0; wake < 10; wake++) await office.tell(one, { notices: 3 });
    await office.tell(other);
    expect(await office.look(channel)).toBe(MORNING + 30_000);
    expect(channel.handed).toEqual([]);
    office.now += 30_000;
    await office.drain(channel, MORNING + HOUR);
    expect(channel.taken.map(({ address, digest }) => [address, digest.subject])).toEqual([
      ['one@test.cn', '督办通知30件：【提醒】第1-1件 等'],
      ['other@test.cn', '【提醒】第11-1件'],
    ]);
    expect(await office.states()).toEqual(['sent', 'sent']);
  });

  it('goes to nobody who has no address, or does not want it; an address given up meanwhile stops it', async () => {
    const channel = fakeChannel('fake');
    await office.tell(await office.person(null));
    const gone = await office.person('gone@test.cn');
    await office.tell(gone);
    await office.record.query('UPDATE address SET wanted = false WHERE person_id = $1', [gone]);
    await office.tell(gone);
    await office.look(channel);
    expect(channel.handed).toEqual([]);
    expect(await office.messages()).toMatchObject([
      { state: 'abandoned', reason: expect.stringContaining('不用此渠道') },
    ]);
  });

  it('leaves out a reminder of what was handed in meanwhile, but not a slip', async () => {
    const channel = fakeChannel('fake');
    const person = await office.person('one@test.cn');
    await office.tell(person, { action: 'remind' });
    await office.tell(person, { action: 'slip-red' });
    await office.record.query(`UPDATE obligation SET state = 'submitted' WHERE id = $1`, [office.obligations[0]]);
    await office.look(channel);
    expect(channel.taken.map(({ digest }) => digest.subject)).toEqual(['【提醒】第2-1件']);
    await office.tell(person, { action: 'remind' });
    await office.look(channel);
    expect(channel.taken).toHaveLength(1);
    expect(await office.states()).toEqual(['sent', 'abandoned']);
  });
});

describe('a hand-over before the mail', () => {
  const handedOver = (person: number, rung = '%') =>
    office.record.query('UPDATE notice SET handed_over_at = $2 WHERE person_id = $1 AND rung_key LIKE $3', [
      person,
      new Date(office.now),
      rung,
    ]);

  it('leaves out what passed to the successor, whatever it says', async () => {
    office.gatherMs = 30_000;
    const channel = fakeChannel('fake', undefined, now);
    const person = await office.person('old@test.cn');
    for (const action of ['slip-red', 'remind', 'slip-blue']) await office.tell(person, { action });
    await handedOver(person, 'r1-%');
    await handedOver(person, 'r2-%');
    office.now += 30_000;
    await office.drain(channel, MORNING + HOUR);
    expect(channel.taken.map(({ digest }) => digest.subject)).toEqual(['【提醒】第3-1件']);
  });

  it('drops a message of which nothing is left, and says why', async () => {
    office.gatherMs = 30_000;
    const channel = fakeChannel('fake', undefined, now);
    const person = await office.person('old@test.cn');
    await office.tell(person, { action: 'slip-red', notices: 2 });
    await handedOver(person);
    office.now += 30_000;
    await office.drain(channel, MORNING + HOUR);
    expect(channel.handed).toEqual([]);
    expect(await office.messages()).toMatchObject([{ state: 'abandoned', reason: expect.stringContaining('移交') }]);
  });
});

describe('working hours', () => {
  const at = async (text: string, urgent: boolean): Promise<{ sentAt: string[]; nextAt: string | null }> => {
    office.now = instant(text);
    const channel = fakeChannel('fake', undefined, now);
    await office.tell(await office.person('one@test.cn'), { urgent });
    const nextAt = await office.look(channel);
    return {
      sentAt: channel.taken.map((message) => formatInstant(message.at).slice(0, 16)),
      nextAt: nextAt === null ? null : formatInstant(nextAt).slice(0, 16),
    };
  };

  it.each([
    ['in the evening: the next morning', '2026-07-15T18:00', '2026-07-16T08:30'],
    ['on a Saturday: Monday', '2026-07-18T10:00', '2026-07-20T08:30'],
    ['in the National Day holiday: after it', '2026-10-01T10:00', '2026-10-08T08:30'],
  ])('%s', async (_, text, nextAt) => {
    expect(await at(text, false)).toEqual({ sentAt: [], nextAt });
    expect(await office.states()).toEqual(['queued']);
  });

  it('a Saturday worked in exchange is a workday', async () => {
    expect(await at('2026-10-10T10:00', false)).toEqual({ sentAt: ['2026-10-10T10:00'], nextAt: null });
  });

  it('what is urgent goes at once, on a holiday night too', async () => {
    office.gatherMs = 30_000;
    expect(await at('2026-10-01T02:00', true)).toEqual({ sentAt: ['2026-10-01T02:00'], nextAt: null });
  });

  it('what came overnight to one person is one message in the morning', async () => {
    const channel = fakeChannel('fake', undefined, now);
    const person = await office.person('one@test.cn');
    for (const text of ['2026-07-15T18:00', '2026-07-15T23:00', '2026-07-16T07:00']) {
      office.now = instant(text);
      await office.tell(person);
      await office.look(channel);
    }
    await office.drain(channel, instant('2026-07-17T00:00'));
    expect(channel.taken.map((message) => formatInstant(message.at).slice(0, 16))).toEqual(['2026-07-16T08:30']);
    expect(await office.messages()).toMatchObject([{ state: 'sent', lines: 3 }]);
  });
});

describe('the token bucket', () => {
  it('drains 5,000 notices to 150 people within ten minutes at 20 a minute, and never faster', async () => {
    office.gatherMs = 30_000;
    const channel = fakeChannel('fake', { perMinute: 20, burst: 10 }, now);
    const people = await Promise.all(Array.from({ length: 150 }, (_, n) => office.person(`p${n}@test.cn`)));
    // Ten clocks of 500 deadlines each, every clock with its own wake.
    for (let clock = 0; clock < 10; clock++) {
      for (const [n, person] of people.entries()) await office.tell(person, { notices: n < 50 ? 4 : 3 });
    }
    const [{ count } = { count: 0 }]: { count: number }[] = await office.record.query(
      'SELECT count(*)::int FROM notice WHERE delivered_at IS NOT NULL',
    );
    expect(count).toBe(5_000);
    await office.drain(channel, MORNING + HOUR);
    expect(channel.taken).toHaveLength(150);
    expect(new Set(await office.states())).toEqual(new Set(['sent']));
    const last = channel.taken.at(-1)?.at ?? Number.POSITIVE_INFINITY;
    expect(last - MORNING).toBeLessThanOrEqual(10 * 60_000);
    for (const [n, { at }] of channel.taken.entries()) {
      const inMinute = channel.taken.slice(n).filter((later) => later.at < at + 60_000).length;
      expect(inMinute).toBeLessThanOrEqual(30);
    }
  }, 120_000);

  it('is kept by two workers together, and neither sends what the other does', async () => {
    const channel = fakeChannel('fake', { perMinute: 20, burst: 7 }, now);
    for (let n = 0; n < 20; n++) await office.tell(await office.person(`p${n}@test.cn`));
    await Promise.all([office.look(channel), office.look(channel)]);
    expect(channel.taken).toHaveLength(7);
    office.now += 9_000;
    await Promise.all([office.look(channel), office.look(channel)]);
    expect(channel.taken).toHaveLength(10);
    expect(new Set(channel.taken.map(({ key }) => key)).size).toBe(10);
  });

  it('avoids the minutes that the channel avoids', async () => {
    const channel = fakeChannel('fake', undefined, now, { avoidMinutes: [0, 30] });
    await office.tell(await office.person('one@test.cn'), { urgent: true });
    expect(await office.look(channel)).toBe(MORNING + 60_000);
    office.now += 60_000;
    await office.look(channel);
    expect(channel.taken).toHaveLength(1);
  });
});

describe('what becomes of a message', () => {
  const sendOne = async (address: string) => {
    const channel = fakeChannel('fake', undefined, now);
    await office.tell(await office.person(address));
    await office.look(channel);
    return channel;
  };

  it('an ambiguous send is unknown, and stays so however often it is looked at', async () => {
    const channel = await sendOne('lost-after-text@test.cn');
    expect(await office.messages()).toMatchObject([
      { state: 'unknown', reason: expect.stringContaining('不自动重发') },
    ]);
    office.now += 7 * 24 * HOUR;
    await office.drain(channel, office.now + HOUR);
    expect(channel.handed).toHaveLength(1);
  });

  it('a channel that throws leaves the message unknown: what it did is not known', async () => {
    await sendOne('throws@test.cn');
    expect(await office.states()).toEqual(['unknown']);
  });

  it('a busy other side is tried again, later and later, and in the end the message is dead', async () => {
    const channel = await sendOne('busy@test.cn');
    expect(await office.messages()).toMatchObject([{ state: 'failed', attempts: 1, reason: '对方如是说' }]);
    expect(await office.look(channel)).toBe(MORNING + 60_000);
    await office.drain(channel, MORNING + 30 * 24 * HOUR);
    expect(await office.messages()).toMatchObject([{ state: 'dead', attempts: 20 }]);
    expect(channel.handed).toHaveLength(20);
  });

  it('a refused one is dead at once', async () => {
    await sendOne('refuses-text@test.cn');
    expect(await office.states()).toEqual(['dead']);
  });

  it('one that cannot be sent holds up no other', async () => {
    const channel = fakeChannel('fake', undefined, now);
    const addresses = ['Bad Address', 'refuses-address@test.cn', 'busy@test.cn', 'throws@test.cn', 'good@test.cn'];
    for (const address of addresses) await office.tell(await office.person(address));
    await office.look(channel);
    expect(await office.states()).toEqual(['dead', 'dead', 'failed', 'unknown', 'sent']);
    expect((await office.messages())[0]?.reason).toContain('地址不合规范');
  });
});

describe('a worker that dies', () => {
  /** A worker that is stopped for ever in the middle of a send. */
  async function diesAt(moment: 'before the text' | 'in the text'): Promise<void> {
    let reached: () => void = () => undefined;
    const there = new Promise<void>((resolve) => {
      reached = resolve;
    });
    const channel = fakeChannel('fake', undefined, now, {
      send: async (_, begin) => {
        if (moment === 'in the text') await begin();
        reached();
        return new Promise(() => undefined);
      },
    });
    await office.tell(await office.person('one@test.cn'));
    void sendDue(office.parts(channel), 1).catch(() => undefined);
    await there;
    while (office.busy()) await new Promise((resolve) => setTimeout(resolve, 5));
  }

  it('before the text: after its lease another sends, once', async () => {
    await diesAt('before the text');
    const channel = fakeChannel('fake', undefined, now);
    expect(await office.look(channel)).toBe(office.now + LEASE_MS + 1);
    office.now += LEASE_MS + 1;
    await office.drain(channel, office.now);
    expect(await office.states()).toEqual(['sent']);
    expect(channel.taken).toHaveLength(1);
    expect(await office.moves(1)).toEqual(['queue', 'claim', 'release', 'claim', 'begin', 'deliver']);
  });

  it('in the text: after its lease the message is unknown, and nobody sends it', async () => {
    await diesAt('in the text');
    const channel = fakeChannel('fake', undefined, now);
    await office.look(channel);
    expect(await office.states()).toEqual(['sending']);
    office.now += LEASE_MS + 1;
    await office.drain(channel, office.now + HOUR);
    expect(await office.states()).toEqual(['unknown']);
    expect(channel.handed).toEqual([]);
  });

  it('that was only believed dead may not begin any more, and its late answer is still heard', async () => {
    let answer: () => void = () => undefined;
    let begun: boolean | undefined;
    const slow = fakeChannel('fake', undefined, now, {
      send: async (_, begin) => {
        begun = await begin();
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return { outcome: 'sent' };
      },
    });
    await office.tell(await office.person('one@test.cn'));
    const slowly = sendDue(office.parts(slow), 1);
    while (begun === undefined || office.busy()) await new Promise((resolve) => setTimeout(resolve, 5));
    office.now += LEASE_MS + 1;
    await office.look(fakeChannel('fake'));
    expect(await office.states()).toEqual(['unknown']);
    answer();
    await slowly;
    expect(await office.states()).toEqual(['sent']);
    expect(await office.moves(1)).toEqual(['queue', 'claim', 'begin', 'lose', 'confirm']);
  });

  it('and comes back after its lease went to another is not let to begin', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => {
      go = resolve;
    });
    let held = false;
    let allowed: boolean | undefined;
    const paused = fakeChannel('fake', undefined, now, {
      send: async (_, begin) => {
        held = true;
        await gate;
        allowed = await begin();
        return { outcome: 'later', reason: '未能登记' };
      },
    });
    await office.tell(await office.person('one@test.cn'));
    const slowly = sendDue(office.parts(paused), 1);
    while (!held || office.busy()) await new Promise((resolve) => setTimeout(resolve, 5));
    office.now += LEASE_MS + 1;
    const channel = fakeChannel('fake', undefined, now);
    await office.drain(channel, office.now);
    expect(channel.taken).toHaveLength(1);
    go();
    await slowly;
    expect(allowed).toBe(false);
    expect(await office.states()).toEqual(['sent']);
  });
});

describe('a channel', () => {
  it('that is switched off ends its delivery', async () => {
    await office.enable('other');
    expect(await sendDue(office.parts(fakeChannel('fake')), 1)).toMatchObject({ closed: true, nextAt: null });
  });

  it('for which this worker is not set up is another worker’s', async () => {
    await expect(sendDue(office.parts(fakeChannel('other')), 1)).rejects.toThrow('没有配置送达渠道“fake”');
  });

  it('takes on nothing new when the worker stops', async () => {
    const channel = fakeChannel('fake');
    await office.tell(await office.person('one@test.cn'));
    await sendDue({ ...office.parts(channel), stop: AbortSignal.abort() }, 1);
    expect(channel.handed).toEqual([]);
  });
});
