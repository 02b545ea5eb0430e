import {
  BUNDLED_CALENDAR,
  type ChangeFields,
  DomainError,
  explainDay,
  keptByEmergency,
  Reader,
  readTableChange,
  type TableChange,
  WorkCalendar,
  withEmergency,
  withRegion,
  withYear,
  type YearNotice,
} from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

/** In the form of the holiday-cn project; its December days belong to the year before. */
const FILE = {
  $schema: 'https://example.org/schema.json',
  year: 2027,
  papers: ['http://example.org/notice.htm'],
  days: [
    { name: '元旦', date: '2026-12-31', isOffDay: true },
    { name: '元旦', date: '2027-01-01', isOffDay: true },
    { name: '元旦', date: '2027-01-03', isOffDay: false },
    { name: '春节', date: '2027-02-05', isOffDay: true },
  ],
};
const read = (fields: ChangeFields): { change: TableChange | undefined; faults: string[] } => {
  const reader = new Reader();
  const change = readTableChange(fields, reader);
  return { change, faults: reader.faults.map(({ path, message }) => `${path} ${message}`) };
};
const yearOf = (fields: Omit<ChangeFields, 'kind'>): YearNotice => {
  const { change, faults } = read({ kind: 'year', ...fields });
  if (change?.kind !== 'year') throw new Error(faults.join());
  return change;
};
const codeOf = (work: () => unknown): string => {
  try {
    work();
    return 'done';
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
};

describe("a year's notice", () => {
  it('is read in either form, and speaks for days of the December before', () => {
    const fromFile = withYear(BUNDLED_CALENDAR, yearOf({ file: FILE, notice: '2027年的通知' }));
    const calendar = new WorkCalendar(fromFile);
    expect(fromFile.publishedThrough).toBe(2027);
    const days = ['2026-12-31', '2027-01-01', '2027-01-03', '2027-02-05', '2027-01-04'];
    expect(days.map((day) => calendar.isWorkday(day))).toEqual([false, false, true, false, true]);
    const typed = yearOf({
      year: 2027,
      notice: '2027年的通知',
      offDays: ['2026-12-31', '2027-01-01', '2027-02-05'],
      makeupWorkdays: ['2027-01-03'],
    });
    const again = withYear(BUNDLED_CALENDAR, typed);
    expect([again.offDays, again.makeupWorkdays]).toEqual([fromFile.offDays, fromFile.makeupWorkdays]);
    expect(explainDay(calendar, '2026-12-31')).toEqual({
      day: '2026-12-31',
      weekday: 4,
      works: false,
      kind: 'off',
      name: '元旦',
      notice: '2027年的通知（http://example.org/notice.htm）',
      provisional: false,
    });
  });

  it('replaces what was said of its year, its days of the December before included, and nothing else', () => {
    const first = withYear(BUNDLED_CALENDAR, yearOf({ file: FILE }));
    const second = withYear(first, yearOf({ year: 2027, notice: '更正', offDays: ['2027-01-01', '2027-02-08'] }));
    const calendar = new WorkCalendar(second);
    const days = ['2026-12-31', '2027-01-03', '2027-02-05', '2027-02-08', '2026-10-01', '2026-10-10'];
    expect(days.map((day) => calendar.isWorkday(day))).toEqual([true, false, true, false, false, true]);
    expect(withYear(second, yearOf({ year: 2027, notice: '更正', offDays: ['2027-01-01', '2027-02-08'] }))).toEqual(
      second,
    );
  });

  it('lets an emergency change stand', () => {
    const table = withEmergency(BUNDLED_CALENDAR, {
      kind: 'emergency',
      notice: '延长',
      days: [{ day: '2026-10-08', off: true }],
    });
    const notice = yearOf({ year: 2026, notice: '重发', offDays: ['2026-10-01'], makeupWorkdays: [] });
    expect(new WorkCalendar(withYear(table, notice)).isWorkday('2026-10-08')).toBe(false);
    const against: YearNotice = { ...notice, days: [{ day: '2026-10-08', off: false }] };
    expect(keptByEmergency(table, against)).toEqual(['2026-10-08']);
    expect(new WorkCalendar(withYear(table, against)).isWorkday('2026-10-08')).toBe(false);
  });

  it('cannot skip a year', () => {
    const notice = yearOf({ year: 2028, notice: '2028', offDays: ['2028-01-03'] });
    expect(codeOf(() => withYear(BUNDLED_CALENDAR, notice))).toBe('CALENDAR_GAP');
    expect(codeOf(() => withYear({ ...BUNDLED_CALENDAR, publishedThrough: 2027 }, notice))).toBe('done');
  });

  it('names every fault of what is written', () => {
    const faults = (fields: ChangeFields): string[] => read(fields).faults;
    expect(faults({ kind: 'year', year: 2027, notice: '通', offDays: ['2027-01-01', '2027-01-01'] })).toEqual([
      '$.offDays 2027-01-01 写了不止一次，请核对是放假还是上班',
    ]);
    expect(
      faults({ kind: 'year', year: 2027, notice: '通', offDays: ['2027-01-01'], makeupWorkdays: ['2027-01-04'] }),
    ).toEqual(['$.makeupWorkdays[0] 2027-01-04 是周一至周五，本来就上班，不是调休上班日，请核对']);
    expect(faults({ kind: 'year', year: 2027, notice: '通', offDays: ['2029-01-01'] })).toEqual([
      '$.offDays 2029-01-01 不会由2027年的通知规定，请核对年份',
    ]);
    expect(faults({ kind: 'year', year: 2027, notice: '通' })).toEqual([
      '$.offDays 2027年的放假安排里没有任何日期，请核对',
    ]);
    expect(
      faults({
        kind: 'year',
        file: {
          year: 2027,
          days: [
            { date: '2027-02-30', isOffDay: true },
            { date: '2027-02-03', isOffDay: 1 },
          ],
        },
      }),
    ).toEqual([
      '$.file.days[0].date 日期应如 "2027-10-01"，现在是“2027-02-30”',
      '$.file.days[1].isOffDay isOffDay 应为 true（放假）或 false（上班）',
      '$.file.days 2027年的放假安排里没有任何日期，请核对',
    ]);
    expect(faults({ kind: 'emergency', year: 2027, notice: '通', offDays: ['2026-10-08'] })).toEqual([
      '$.year 只有导入年度通知时才填写 year',
    ]);
    expect(faults({ kind: 'regional', notice: '通', offDays: ['2026-10-08'] })).toHaveLength(2);
  });
});

describe('an emergency', () => {
  it('puts days off and days to work, each quoting its notice', () => {
    const table = withEmergency(BUNDLED_CALENDAR, {
      kind: 'emergency',
      notice: '关于延长假期的通知',
      days: [
        { day: '2026-10-08', off: true },
        { day: '2026-10-07', off: false },
        { day: '2026-10-11', off: false },
      ],
    });
    const calendar = new WorkCalendar(table);
    expect(['2026-10-07', '2026-10-08', '2026-10-11'].map((day) => calendar.isWorkday(day))).toEqual([
      true,
      false,
      true,
    ]);
    expect(
      ['2026-10-07', '2026-10-08', '2026-10-11', '2026-10-06', '2026-10-17'].map((day) => explainDay(calendar, day)),
    ).toMatchObject([
      { kind: 'workday', notice: '关于延长假期的通知' },
      { kind: 'off', notice: '关于延长假期的通知' },
      { kind: 'makeup', notice: '关于延长假期的通知' },
      { kind: 'off', notice: '国务院办公厅2026年部分节假日安排的通知' },
      { kind: 'weekend', notice: null },
    ]);
  });

  it('needs a published year', () => {
    const days = [{ day: '2027-03-01', off: true }];
    expect(codeOf(() => withEmergency(BUNDLED_CALENDAR, { kind: 'emergency', notice: 'n', days }))).toBe(
      'CALENDAR_UNPUBLISHED',
    );
  });
});

describe("a region's days", () => {
  it('lie over the national ones and leave them as they are elsewhere', () => {
    const days = fc.uniqueArray(fc.record({ n: fc.integer({ min: 0, max: 364 }), off: fc.boolean() }), {
      maxLength: 20,
      selector: ({ n }) => n,
    });
    fc.assert(
      fc.property(days, (list) => {
        const layer = list.map(({ n, off }) => ({
          day: new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10),
          off,
        }));
        const national = new WorkCalendar(BUNDLED_CALENDAR);
        const regional = new WorkCalendar(
          withRegion(BUNDLED_CALENDAR, { name: '节', notice: '地方通知', days: layer }),
        );
        const said = new Map(layer.map(({ day, off }) => [day, !off]));
        for (let n = 0; n < 365; n++) {
          const day = new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);
          expect(regional.isWorkday(day)).toBe(said.get(day) ?? national.isWorkday(day));
        }
      }),
    );
  });
});
