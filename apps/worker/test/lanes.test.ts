import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from 'vitest';
import { Lanes } from '../src/round/lanes.js';

let begun: string[];
beforeEach(() => {
  begun = [];
});

/** Work that says when it begins and ends when told. */
function work(name: string) {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const run = async (): Promise<string> => {
    begun.push(name);
    await ended;
    return name;
  };
  return { run, end };
}

/** What became possible has begun. */
const settled = () => sleep(5);

describe('lanes', () => {
  it('let in no more at once than there are, and the next when one ends', async () => {
    const lanes = new Lanes(2, 10_000);
    const [a, b, c] = [work('a'), work('b'), work('c')];
    const all = [a, b, c].map(({ run }) => lanes.decide(run));
    await settled();
    expect(begun).toEqual(['a', 'b']);
    a.end();
    await settled();
    expect(begun).toEqual(['a', 'b', 'c']);
    b.end();
    c.end();
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c']);
  });

  it('let a delivery in at once where nothing is decided', async () => {
    const lanes = new Lanes(1, 10_000);
    expect(await lanes.deliver(async () => 'told')).toBe('told');
  });

  it('hold deliveries until the last decision has ended, also those that came first', async () => {
    const lanes = new Lanes(2, 10_000);
    const [first, delivery, second, third] = [work('first'), work('delivery'), work('second'), work('third')];
    const all = [
      lanes.decide(first.run),
      lanes.deliver(delivery.run),
      lanes.decide(second.run),
      lanes.decide(third.run),
    ];
    first.end();
    await settled();
    expect(begun).toEqual(['first', 'second', 'third']);
    second.end();
    await settled();
    expect(begun).not.toContain('delivery');
    third.end();
    delivery.end();
    await Promise.all(all);
    expect(begun.at(-1)).toBe('delivery');
  });

  it('hold a delivery no longer than they may, though decisions never end, and before those that wait', async () => {
    const lanes = new Lanes(1, 50);
    const [first, second] = [work('first'), work('second')];
    const decided = [lanes.decide(first.run), lanes.decide(second.run)];
    const delivery = lanes.deliver(async () => void begun.push('delivery'));
    await sleep(100);
    expect(begun).toEqual(['first']);
    first.end();
    await delivery;
    expect(begun).toEqual(['first', 'delivery', 'second']);
    second.end();
    await Promise.all(decided);
  });

  it('let a held delivery into a free lane beside a decision when its time is over', async () => {
    const lanes = new Lanes(2, 50);
    const decision = work('decision');
    const decided = lanes.decide(decision.run);
    const delivery = lanes.deliver(async () => void begun.push('delivery'));
    await settled();
    expect(begun).toEqual(['decision']);
    await delivery;
    expect(begun).toEqual(['decision', 'delivery']);
    decision.end();
    await decided;
  });

  it('are free again after work that failed', async () => {
    const lanes = new Lanes(1, 10_000);
    const fails = async (): Promise<never> => {
      throw new Error('no');
    };
    await expect(lanes.decide(fails)).rejects.toThrow('no');
    await expect(lanes.deliver(fails)).rejects.toThrow('no');
    expect(await lanes.decide(async () => 'yes')).toBe('yes');
  });
});
