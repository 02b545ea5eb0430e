// Every parser takes anything: it reads it, or says in Chinese what is wrong; it never breaks and never pollutes.
import { checkLedger, readRehearsal, WorkCalendar } from '@duban/application';
import {
  BUNDLED_CALENDAR,
  DEFAULT_CADENCES,
  DEFAULT_POLICY,
  DomainError,
  isDay,
  parseInstant,
  Reader,
  readBehaviours,
  readCadences,
  readCalendar,
  readDeadline,
  readLedger,
  readPerson,
  readPolicies,
  readStagePeriod,
  readSupportingUnits,
  readUnits,
} from '@duban/domain';
import { parseClockWorkflowId, parseDeliveryWorkflowId, parsePeriodWorkflowId } from '@duban/workflows';
import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import * as nasty from './nasty.js';

const CHINESE = /[\u4e00-\u9fff]/u;
const RUNS = { numRuns: 300 };

afterEach(() => expect(({} as { polluted?: unknown }).polluted, 'the prototype of all objects').toBeUndefined());

const behaviour = [{ at: '2026-08-03T10:00', do: 'submit', project: 1, cadence: 'monthly-report', period: '2026-07' }];

describe.each<[string, unknown, (value: unknown, reader: Reader) => unknown]>([
  ['policies', [DEFAULT_POLICY], readPolicies],
  ['cadences', DEFAULT_CADENCES, (value, reader) => readCadences(value, reader)],
  ['calendars', BUNDLED_CALENDAR, readCalendar],
  [
    'behaviours',
    behaviour,
    (value, reader) => readBehaviours(value, reader, { cadences: DEFAULT_CADENCES, projects: 3 }),
  ],
])('a document of %s', (_, honest, read) => {
  it('that is honest is read without a fault', () => {
    const reader = new Reader();
    read(honest, reader);
    expect(reader.faults).toEqual([]);
  });

  it('that is not, is read or its faults are told, each with its place', () => {
    fc.assert(
      fc.property(fc.oneof(nasty.json, nasty.spoilt(honest)), (value) => {
        const reader = new Reader();
        read(value, reader);
        for (const { path, message } of reader.faults) {
          expect(path.startsWith('$')).toBe(true);
          expect(message).toMatch(CHINESE);
          expect(message.length).toBeLessThan(2_000);
        }
      }),
      RUNS,
    );
  });
});

describe.each<[string, (text: string) => unknown]>([
  ['a deadline', (text) => readDeadline(text, 2026, 2026)],
  ['a person', readPerson],
  ['units', readUnits],
  ['supporting units', readSupportingUnits],
  ['a stage', readStagePeriod],
  ['an instant', parseInstant],
  ['a day', isDay],
  ['the id of a clock', parseClockWorkflowId],
  ['the id of a period clock', parsePeriodWorkflowId],
  ['the id of a delivery', parseDeliveryWorkflowId],
])('the text of %s', (_, read) => {
  it('is read or not, whatever it is', () => {
    fc.assert(
      fc.property(nasty.text, (text) => {
        read(text);
      }),
      RUNS,
    );
  });
});

it('a ledger of nasty cells is read with its problems told', () => {
  const header = ['序号', '类别', '工作任务', '目标任务', '方法举措', '牵头领导', '责任单位', '分管领导', '完成时限'];
  fc.assert(
    fc.property(fc.array(fc.array(nasty.text, { minLength: 1, maxLength: 9 }), { maxLength: 6 }), (rows) => {
      const cells = [header, ...rows].flatMap((row, r) => row.map((text, c) => ({ row: r + 1, col: c + 1, text })));
      const sheet = { name: '台账', cells, merges: [], hiddenRows: [], hiddenCols: [] };
      const { problems } = readLedger([sheet], { today: '2026-06-01' });
      for (const { message } of problems) expect(message).toMatch(CHINESE);
    }),
    RUNS,
  );
});

it('bytes that are no workbook are refused in Chinese', async () => {
  const zip = [0x50, 0x4b, 0x03, 0x04];
  const bytes = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.uint8Array({ maxLength: 300 }).map((tail) => Uint8Array.from([...zip, ...tail])),
  );
  await fc.assert(
    fc.asyncProperty(bytes, async (content) => {
      const refused = await checkLedger(content, { today: '2026-06-01' }).then(
        () => undefined,
        (error: unknown) => error,
      );
      expect(refused).toBeInstanceOf(DomainError);
      expect((refused as DomainError).message).toMatch(CHINESE);
    }),
    { numRuns: 150 },
  );
});

it('a rehearsal of anything is read, or refused with every fault', () => {
  const ledger = { name: 'l', result: readLedger([], { today: '2026-06-01' }) };
  const file = (name: string, json: unknown) => ({ name, json });
  fc.assert(
    fc.property(nasty.json, nasty.json, nasty.text, nasty.text, (one, other, from, to) => {
      try {
        readRehearsal({
          ledger,
          cadences: file('c', one),
          policy: file('p', other),
          calendar: file('k', one),
          behaviour: file('b', other),
          from,
          to,
        });
      } catch (error) {
        expect(error).toBeInstanceOf(DomainError);
        expect((error as DomainError).code).toBe('REHEARSAL_INPUT');
      }
    }),
    RUNS,
  );
});

it('a calendar made of what was read answers for any day it can name', () => {
  fc.assert(
    fc.property(nasty.spoilt(BUNDLED_CALENDAR), (value) => {
      const reader = new Reader();
      const document = readCalendar(value, reader);
      if (reader.faults.length > 0) return;
      const calendar = new WorkCalendar(document);
      expect(calendar.workdaysAfter('2026-06-30', '2026-07-31')).toBeGreaterThan(0);
    }),
    RUNS,
  );
});
