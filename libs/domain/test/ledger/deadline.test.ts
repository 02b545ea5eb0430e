import { readDeadline } from '@duban/domain';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const read = (text: string, year: number | null = 2026) => readDeadline(text, year, 2026);
const dayOf = (text: string, year: number | null = 2026): string | null => {
  const reading = read(text, year);
  return 'fault' in reading ? `fault:${reading.fault}` : reading.deadline;
};

describe('one deadline', () => {
  it.each([
    ['2026年9月30日', '2026-09-30'],
    ['2026-09-30', '2026-09-30'],
    ['2026/9/30', '2026-09-30'],
    ['2026.9.30', '2026-09-30'],
    ['2026.9.30前', '2026-09-30'],
    ['9月30日', '2026-09-30'],
    ['9月30日前', '2026-09-30'],
    ['9月30日之前', '2026-09-30'],
    ['9月30日以前', '2026-09-30'],
    ['9月30日底前', '2026-09-30'],
    ['9月30日前完成', '2026-09-30'],
    ['2026年9月30日前完成。', '2026-09-30'],
    ['2026-09-30前完成', '2026-09-30'],
    ['２０２６年９月３０日', '2026-09-30'],
    ['２０２６－０９－３０', '2026-09-30'],
    ['2026 年 9 月 30 日 前', '2026-09-30'],
    ['2026年9月\n30日前', '2026-09-30'],
    ['2026-09-30 00:00:00', '2026-09-30'],
    ['2026年9月30日（星期三）', '2026-09-30'],
    ['2026年9月', '2026-09-30'],
    ['9月底', '2026-09-30'],
    ['9月底前', '2026-09-30'],
    ['9月末之前', '2026-09-30'],
    ['２月底前', '2026-02-28'],
    ['2028年2月', '2028-02-29'],
    ['9月下旬', '2026-09-30'],
    ['9月中旬', '2026-09-20'],
    ['9月上旬', '2026-09-10'],
    ['2027年1月上旬', '2027-01-10'],
    ['一季度', '2026-03-31'],
    ['第二季度', '2026-06-30'],
    ['三季度', '2026-09-30'],
    ['第三季度末', '2026-09-30'],
    ['三季度末前', '2026-09-30'],
    ['2027年第四季度底前', '2027-12-31'],
    ['3季度末', '2026-09-30'],
    ['上半年', '2026-06-30'],
    ['2027年上半年', '2027-06-30'],
    ['下半年', '2026-12-31'],
    ['年底', '2026-12-31'],
    ['年底前', '2026-12-31'],
    ['年末前', '2026-12-31'],
    ['全年', '2026-12-31'],
    ['年内', '2026-12-31'],
    ['2027年内', '2027-12-31'],
    ['2026年底前', '2026-12-31'],
    ['2026年年底前', '2026-12-31'],
    ['2027年全年', '2027-12-31'],
    ['12月底', '2026-12-31'],
    ['9月底前完成', '2026-09-30'],
    ['6月起草方案', '2026-06-30'],
  ])('%j → %s', (text, day) => {
    expect(read(text)).toMatchObject({
      deadline: day,
      standing: false,
      milestones: [],
      ambiguous: null,
      yearAssumed: false,
    });
  });

  it.each(['长期坚持', '持续推进', '常态化推进', '长期', '长期坚持。', '长期坚持、持续推进', '长期　坚持'])(
    '%j stands',
    (text) => {
      expect(read(text)).toMatchObject({ deadline: null, standing: true, milestones: [] });
    },
  );

  it.each([
    ['立行立改', 'unreadable'],
    ['尽快', 'unreadable'],
    ['待定', 'unreadable'],
    ['2026年', 'unreadable'],
    ['30日前', 'unreadable'],
    ['9月30', 'unreadable'],
    ['9月初', 'unreadable'],
    ['9月中', 'unreadable'],
    ['9月30日后', 'unreadable'],
    ['9月起', 'unreadable'],
    ['9月前后', 'unreadable'],
    ['9月30日左右', 'unreadable'],
    ['第五季度', 'unreadable'],
    ['三季度前', 'unreadable'],
    ['年前', 'unreadable'],
    ['持续推进各项工作', 'unreadable'],
    ['46295', 'unreadable'],
    ['2026.9', 'unreadable'],
    ['春节前', 'unreadable'],
    ['2026-9-30-1', 'range'],
    ['2月30日', 'no-such-day'],
    ['2026年2月29日', 'no-such-day'],
    ['9月31日前', 'no-such-day'],
    ['13月底', 'no-such-day'],
    ['0月', 'no-such-day'],
    ['2026-13-01', 'no-such-day'],
    ['1026年9月30日', 'no-such-day'],
    ['每月25日前', 'recurring'],
    ['每季度末', 'recurring'],
    ['每年6月底前', 'recurring'],
    ['按季度推进', 'recurring'],
    ['2026年6月-12月', 'range'],
    ['2026年6月至12月', 'range'],
    ['2026年1月1日—2026年12月31日', 'range'],
  ])('%j is refused: %s', (text, fault) => {
    expect(dayOf(text)).toBe(`fault:${fault}`);
  });
});

describe('the year', () => {
  it('comes from the date before the title', () => expect(dayOf('2027年1月31日前', 2026)).toBe('2027-01-31'));
  it('comes from the title when the date has none', () =>
    expect(read('1月31日', 2027)).toMatchObject({ deadline: '2027-01-31', yearAssumed: false }));
  it('is the present one, and said so, when neither has it', () =>
    expect(read('1月31日', null)).toMatchObject({ deadline: '2026-01-31', yearAssumed: true }));
  it('is the title’s for a clause without one, not that of the clause before', () => {
    expect(read('2027年3月底前完成方案，6月底前建成', 2026)).toMatchObject({
      deadline: '2027-03-31',
      milestones: [
        { day: '2026-06-30', text: '建成' },
        { day: '2027-03-31', text: '完成方案' },
      ],
    });
    expect(read('2027年3月底前完成方案，2027年6月底前建成', 2026)).toMatchObject({ deadline: '2027-06-30' });
  });
  it('carries on to the later clauses only where the title has none', () =>
    expect(read('2027年6月底前完成方案，12月底前建成', null)).toMatchObject({
      yearAssumed: false,
      milestones: [
        { day: '2027-06-30', text: '完成方案' },
        { day: '2027-12-31', text: '建成' },
      ],
    }));
});

describe('several clauses', () => {
  it.each([
    ['6月底前完成方案，12月底前建成'],
    ['6月底前完成方案；12月底前建成'],
    ['6月底前完成方案、12月底前建成'],
    ['6月底前完成方案\n12月底前建成'],
    ['6月底前完成方案,12月底前建成'],
    ['6月底前完成方案。12月底前建成。'],
    ['6月底前完成方案 12月底前建成'],
    ['（1）6月底前完成方案；（2）12月底前建成'],
    ['12月底前建成；6月底之前完成方案'],
  ])('%j → two milestones in the order of their days, the latest is the deadline', (text) => {
    expect(read(text)).toMatchObject({
      deadline: '2026-12-31',
      milestones: [
        { day: '2026-06-30', text: '完成方案' },
        { day: '2026-12-31', text: '建成' },
      ],
    });
  });

  it('one impossible clause spoils the cell', () => {
    expect(dayOf('6月底前完成方案，2月30日建成')).toBe('fault:no-such-day');
    expect(dayOf('6月底前完成方案，尽快建成')).toBe('fault:unreadable');
    expect(dayOf('每月25日前报送，12月底前建成')).toBe('fault:recurring');
  });

  it('a standing word beside dates is a remark', () => {
    expect(read('9月底前完成，长期坚持')).toMatchObject({
      deadline: '2026-09-30',
      standing: false,
      milestones: [],
      remark: '长期坚持',
    });
    expect(read('6月底前建成，此后长期坚持，12月底前验收')).toMatchObject({
      deadline: '2026-12-31',
      remark: '此后长期坚持',
    });
  });

  it('keeps the words of a clause as they are', () => {
    expect(read('6月底前完成“一点一策”（Ａ版），年底前 建成１个')).toMatchObject({
      milestones: [{ text: '完成“一点一策”（Ａ版）' }, { text: '建成１个' }],
    });
  });
});

describe('before a month', () => {
  it.each([
    ['9月前', '2026-08-31'],
    ['9月之前完成', '2026-08-31'],
    ['2026年1月前', '2025-12-31'],
    ['3月以前', '2026-02-28'],
  ])('%j is the last day of the month before, and doubtful', (text, day) => {
    expect(read(text)).toMatchObject({ deadline: day, ambiguous: { day } });
  });
  it('is not doubtful with 底', () => expect(read('9月底前')).toMatchObject({ ambiguous: null }));
});

const anyDay = fc
  .date({ min: new Date('2000-01-01T00:00:00Z'), max: new Date('2099-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const fullWidth = (text: string): string =>
  text.replace(/[0-9./-]/gu, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));

describe('properties', () => {
  it('every day in every written form gives that day', () => {
    const suffix = fc.constantFrom('', '前', '底前', '之前', '以前', '前完成', '前，', '之前完成');
    fc.assert(
      fc.property(anyDay, suffix, fc.integer({ min: 0, max: 6 }), fc.boolean(), (day, tail, form, wide) => {
        const [y, m, d] = day.split('-').map(Number);
        const written = [
          `${y}年${m}月${d}日`,
          `${day.slice(0, 4)}年${day.slice(5, 7)}月${day.slice(8)}日`,
          day,
          `${y}-${m}-${d}`,
          `${y}/${m}/${d}`,
          `${y}.${m}.${d}`,
          ` ${y} 年 ${m} 月 ${d} 日 `,
        ][form]!;
        expect(dayOf((wide ? fullWidth(written) : written) + tail, null)).toBe(day);
        expect(dayOf(`${m}月${d}日${tail}`, y!)).toBe(day);
      }),
    );
  });

  it('two days become two milestones, sorted, whatever their order', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [earlier, later] = [a, b].sort();
        const reading = read(`${a}前开工，${b}前完工`);
        expect(reading).toMatchObject({
          deadline: later,
          milestones: [{ day: earlier }, { day: later }],
        });
      }),
    );
  });

  it('garbage never throws, and gives a real day or a fault', () => {
    const bits = fc.constantFrom(...'2026年9月30日前底末上中下旬季度半全内长期坚持，；、\n .-/每第一二三四'.split(''));
    const text = fc.oneof(
      fc.string({ unit: 'grapheme' }),
      fc.array(bits, { maxLength: 24 }).map((list) => list.join('')),
    );
    fc.assert(
      fc.property(text, fc.option(fc.integer({ min: 2000, max: 2099 })), (cell, year) => {
        const reading = readDeadline(cell, year, 2026);
        if ('fault' in reading) return;
        expect(reading.standing).toBe(reading.deadline === null);
        if (reading.deadline !== null)
          expect(new Date(`${reading.deadline}T00:00:00Z`).toISOString().slice(0, 10)).toBe(reading.deadline);
        expect([...reading.milestones].sort((a, b) => a.day.localeCompare(b.day))).toEqual(reading.milestones);
      }),
      { numRuns: 2_000 },
    );
  });
});
