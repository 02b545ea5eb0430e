import { readLedger } from '@duban/domain';
import { describe, expect, it } from 'vitest';
import { HEADER, itemRow, read, readOne, sheetOf, TITLE, TODAY, told } from './sheets.js';

const row = (title: string, changes: Record<string, string | null> = {}) => itemRow({ 工作任务: title, ...changes });

describe('categories in a column', () => {
  it('hold for all rows of a merged cell, blank rows inside are no items', () => {
    const rows = [
      row('甲', { 类别: '一、组织体系\n建设类（2项）' }),
      [],
      row('乙', { 类别: null }),
      row('丙', { 类别: '平安' }),
    ];
    const result = read(rows, ['B3:B5']);
    expect(told(result)).toEqual([]);
    expect(result.categories).toEqual([
      { name: '组织体系\n建设类', count: 2 },
      { name: '平安', count: 1 },
    ]);
    expect(result.items.map((item) => [item.number, item.title, item.cells.category])).toEqual([
      [1, '甲', 'B3'],
      [2, '乙', 'B3'],
      [3, '丙', 'B6'],
    ]);
  });

  it('count wrong in brackets → COUNT_MISMATCH at the category cell', () => {
    expect(told(read([row('甲', { 类别: '组织建设(3项)' }), row('乙', { 类别: null })], ['B3:B4']))).toEqual([
      'COUNT_MISMATCH@B3',
    ]);
  });

  it('may be repeated on every row instead of merged', () => {
    const result = read([
      row('甲', { 类别: '组织（2项）' }),
      row('乙', { 类别: '组织（2项）' }),
      row('丙', { 类别: '平安' }),
    ]);
    expect(told(result)).toEqual([]);
    expect(result.categories).toEqual([
      { name: '组织', count: 2 },
      { name: '平安', count: 1 },
    ]);
    expect(result.items.map((item) => item.cells.category)).toEqual(['B3', 'B4', 'B5']);
  });

  it('repeated with a wrong count → COUNT_MISMATCH at the first of them', () => {
    const rows = [row('甲', { 类别: '组织（3项）' }), row('乙', { 类别: '组织（3项）' })];
    expect(told(read(rows))).toEqual(['COUNT_MISMATCH@B3']);
  });

  it('missing → NO_CATEGORY at the title cell', () => {
    const result = readOne({ 类别: ' ' });
    expect(told(result)).toEqual(['NO_CATEGORY@C3']);
    expect(result.items[0]).toMatchObject({ category: null, faulty: true });
  });
});

describe('categories as bands', () => {
  const columns = HEADER.filter((word) => word !== '类别');
  const item = (title: string) => row(title).filter((_, i) => i !== 1);
  const readBands = (rows: (string | null)[][], merges: string[], title = TITLE) =>
    readLedger([sheetOf([[title], columns, ...rows], merges)], { today: TODAY });

  it('keep their name without ordinal and count', () => {
    const rows = [
      ['一、组织体系建设类（2项）'],
      item('甲') as string[],
      item('乙') as string[],
      ['二、平安建设类'],
      item('丙') as string[],
    ];
    const result = readBands(rows, ['A3:H3', 'A6:H6'], '2026年任务（2类3项）');
    expect(told(result)).toEqual([]);
    expect(result.categories).toEqual([
      { name: '组织体系建设类', count: 2 },
      { name: '平安建设类', count: 1 },
    ]);
    expect(result.items.map((i) => i.category)).toEqual(['组织体系建设类', '组织体系建设类', '平安建设类']);
  });

  it.each<[string, string]>([
    ['（一）组织建设（共1项）', '组织建设'],
    ['1.组织建设(1)', '组织建设'],
    ['１．组织建设（１项）', '组织建设'],
    ['第一类：组织建设（一项）', '组织建设'],
    ['十一、组织建设【1件】', '组织建设'],
    ['二、1+3责任链条（1项）', '1+3责任链条'],
    ['一、5G建设（1项）', '5G建设'],
    ['二、2026年重点项目（1项）', '2026年重点项目'],
    ['３、5G建设', '5G建设'],
    ['1.5倍工程（1项）', '1.5倍工程'],
    ['一村一策', '一村一策'],
    ['“一点一员”建设（试行）（1项）', '“一点一员”建设（试行）'],
    ['组织建设（2026年）', '组织建设（2026年）'],
  ])('%j is called %j', (text, name) => {
    const result = readBands([[text], item('甲') as string[]], ['A3:H3']);
    expect(told(result)).toEqual([]);
    expect(result.items[0]?.category).toBe(name);
  });

  it('with a wrong count → COUNT_MISMATCH at the band', () => {
    expect(told(readBands([['一、组织（3项）'], item('甲') as string[]], ['A3:H3']))).toEqual(['COUNT_MISMATCH@A3']);
    expect(
      told(readBands([['一、组织（1项）'], item('甲') as string[], ['二、平安（1项）']], ['A3:H3', 'A5:H5'])),
    ).toEqual(['COUNT_MISMATCH@A5']);
  });

  it('need not be merged, and may have the ordinal in a column of its own', () => {
    const rows = [['一、组织'], item('甲') as string[], ['二', '平安建设'], item('乙') as string[]];
    const result = readBands(rows, ['B5:H5']);
    expect(told(result)).toEqual([]);
    expect(result.items.map((i) => i.category)).toEqual(['组织', '平安建设']);
  });

  it('an item above the first band → NO_CATEGORY at its title', () => {
    const result = readBands([item('甲') as string[], ['一、组织'], item('乙') as string[]], ['A4:H4']);
    expect(told(result)).toEqual(['NO_CATEGORY@B3']);
  });

  it.each<[string, (string | null)[][], string[]]>([
    ['narrower than the table', [['一、组织（1项）']], ['A3:F3']],
    ['from the second column', [['', '一、组织（1项）']], ['B3:H3']],
    ['two rows high', [['一、组织（1项）'], []], ['A3:H4']],
  ])('may be %s', (_, band, merges) => {
    const result = readBands([...band, item('甲') as string[]], merges);
    expect(told(result)).toEqual([]);
    expect(result.items).toMatchObject([{ category: '组织' }]);
  });

  it('may have a remark beside them', () => {
    const rows = [[TITLE], [...columns, '备注'], ['一、组织', ...Array<string>(7).fill(''), '重点'], item('甲')];
    const result = readLedger([sheetOf(rows, ['A3:H3'])], { today: TODAY });
    expect(told(result)).toEqual([]);
    expect(result.items).toMatchObject([{ category: '组织' }]);
  });

  it('beside a category column are headings: counted, but no categories', () => {
    const rows = [['一、党建（2项）'], row('甲'), row('乙', { 类别: '平安' }), ['二、其他（1项）'], row('丙')];
    const result = read(rows, ['A3:I3', 'A6:I6']);
    expect(told(result)).toEqual([]);
    expect(result.categories).toEqual([
      { name: '组织建设', count: 2 },
      { name: '平安', count: 1 },
    ]);
  });

  it('a row with only a title is an item, not a band', () => {
    const result = readBands([['一、组织（2项）'], item('甲') as string[], ['', '乙']], ['A3:H3']);
    expect(result.items).toMatchObject([{ title: '甲' }, { title: '乙', faulty: true }]);
  });

  it('notes under the table are neither bands nor items', () => {
    const notes = [
      [],
      ['备注：1.由督查室解释；'],
      ['2.完成时限按月计。'],
      ['填表人：孙某', '', '审核人：李某', '', '联系电话：0'],
      ['以上任务请各单位抓好落实。'],
    ];
    const result = readBands(
      [['一、组织（1项）'], item('甲') as string[], ...notes],
      ['A3:H3', 'A6:H6', 'A7:H7', 'A9:H9'],
    );
    expect(told(result)).toEqual([]);
    expect(result.categories).toEqual([{ name: '组织', count: 1 }]);
    expect(result.items).toHaveLength(1);
  });
});
