import { BUNDLED_CALENDAR, DEFAULT_CADENCES, Reader, readBehaviours, readCadences, readCalendar } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const scope = { cadences: DEFAULT_CADENCES, projects: 3 };

describe('readers', () => {
  it('read the defaults as themselves', () => {
    const reader = new Reader();
    expect(readCadences(JSON.parse(JSON.stringify(DEFAULT_CADENCES)), reader)).toEqual(DEFAULT_CADENCES);
    expect(readCalendar(JSON.parse(JSON.stringify(BUNDLED_CALENDAR)), reader)).toEqual(BUNDLED_CALENDAR);
    expect(reader.faults).toEqual([]);
  });

  it('note faults in Chinese and never throw, whatever they are given', () => {
    const verbs = [
      'receive',
      'return',
      'extend',
      'outage',
      'appoint',
      'issue-rectification',
      'close-project',
      'toString',
      '__proto__',
    ];
    const anyAct = fc.dictionary(
      fc.constantFrom(
        'at',
        'do',
        'project',
        'cadence',
        'period',
        'until',
        'post',
        'name',
        'reason',
        'newDue',
        'withinWorkdays',
        'constructor',
      ),
      fc.oneof(fc.jsonValue(), fc.constantFrom(...verbs, '2026-03-05T10:00', 'completion', '-', 1)),
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.array(anyAct)), (value) => {
        const reader = new Reader();
        readBehaviours(value, reader, scope);
        readCadences(value, reader);
        readCalendar(value, reader);
        for (const { path, message } of reader.faults) {
          expect(path.startsWith('$')).toBe(true);
          expect(message).toMatch(/\p{Script=Han}/u);
        }
      }),
    );
  });

  it('keep the order of the file at equal instants, and sort by time', () => {
    const act = (at: string, project: number) => ({ at, do: 'close-project', project });
    const acts = [
      act('2026-03-06T10:00', 1),
      act('2026-03-05T10:00', 2),
      act('2026-03-05T10:00', 3),
      act('2026-03-05T10:00', 1),
    ];
    const reader = new Reader();
    const read = readBehaviours(acts, reader, scope);
    expect(read.map((one) => ('project' in one ? one.project : 0))).toEqual([2, 3, 1, 1]);
  });
});
