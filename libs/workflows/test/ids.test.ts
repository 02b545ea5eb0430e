import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockWorkflowId,
  deliveryWorkflowId,
  parseClockWorkflowId,
  parseDeliveryWorkflowId,
  parsePeriodWorkflowId,
  periodWorkflowId,
} from '../src/index.js';

const key = fc.record({
  programmeId: fc.integer({ min: 1 }),
  cadenceKey: fc.string({ minLength: 1 }),
  periodKey: fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('2026/春季走访', '2026/10%2F', '-')),
  shard: fc.nat(),
});

describe('workflow ids', () => {
  it('can be read by an operator', () => {
    const clock = { programmeId: 3, cadenceKey: 'monthly-report', periodKey: '2026-07', shard: 1 };
    expect(clockWorkflowId(clock)).toBe('clock/p3/monthly-report/2026-07/1');
    expect(clockWorkflowId({ ...clock, periodKey: '2026/春季走访' })).toBe('clock/p3/monthly-report/2026%2F春季走访/1');
    expect(periodWorkflowId(3)).toBe('periods/p3');
    expect(deliveryWorkflowId('email')).toBe('delivery/email');
  });

  it('go back to what they name, whatever the keys hold', () => {
    fc.assert(
      fc.property(key, (clock) => {
        expect(parseClockWorkflowId(clockWorkflowId(clock))).toEqual(clock);
        expect(parsePeriodWorkflowId(periodWorkflowId(clock.programmeId))).toBe(clock.programmeId);
        expect(parseDeliveryWorkflowId(deliveryWorkflowId(clock.cadenceKey))).toBe(clock.cadenceKey);
      }),
    );
  });

  it('differ when what they name differs', () => {
    fc.assert(
      fc.property(key, key, (one, other) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(other));
        expect(clockWorkflowId(one)).not.toBe(clockWorkflowId(other));
      }),
    );
  });

  it.each(['clock/p3', 'clock/p0/a/b/1', 'clock/p3/a/b/x', 'clock/p3/a/b/1/2', 'periods/p3', 'order-7', ''])(
    'a stranger is no clock: %s',
    (id) => expect(parseClockWorkflowId(id)).toBeUndefined(),
  );

  it.each(['delivery', 'delivery/', 'delivery/a/b', 'clock/p3/a/b/1'])('a stranger is no delivery: %s', (id) =>
    expect(parseDeliveryWorkflowId(id)).toBeUndefined(),
  );

  it.each(['periods', 'periods/3', 'periods/p3/x', 'clock/p3/a/b/1'])('a stranger is no period workflow: %s', (id) =>
    expect(parsePeriodWorkflowId(id)).toBeUndefined(),
  );
});
