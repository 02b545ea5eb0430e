import { readLedger } from '@duban/domain';
import { describe, expect, it } from 'vitest';
import { HEADER, itemRow, sheetOf, TITLE, TODAY, told } from './sheets.js';

const row = (title: string, changes: Record<string, string | null> = {}) => itemRow({ 工作任务: title, ...changes });

describe('the header', () => {
  const readHeader = (rows: string[][], merges: string[], items: number) =>
    readLedger([sheetOf(rows, merges)], { today: TODAY }).items.length === items;

  it.each([
    ['任务类别', '重点任务', '工作目标', '具体举措', '牵头县级领导', '牵头单位', '责任领导', '完成时间'],
    ['分类', '督办事项', '目标要求', '工作措施', '县级牵头领导', '主办单位', '分管负责人', '时限要求'],
    ['工作类别', '任务名称', '目标任务', '工作举措', '联系领导', '承办单位', '分管领导', '办结时限'],
    ['类别', '项目名称', '目标任务', '推进举措', '包抓领导', '责任（牵头）单位', '分管领导', '完成时限'],
    ['类 别', '重点\n事项', '目　标\n任务', '推进举措', '包抓领导', '责任(牵头)单位', '分管领导', '完成时限'],
  ])('knows all the words: %s %s %s %s %s %s %s %s', (...words) => {
    const texts = itemRow().slice(1) as string[];
    const result = readLedger([sheetOf([[TITLE], words, texts])], { today: TODAY });
    expect(told(result)).toEqual([]);
    expect(result.items).toMatchObject([{ title: '联系点走访', deadline: '2026-09-30' }]);
  });

  it('takes columns in any order, and a table that starts further in', () => {
    const order = HEADER.map((_, i) => i).reverse();
    const turn = (cells: unknown[]) => ['', '', ...order.map((i) => String(cells[i]))];
    const result = readLedger([sheetOf([['', '', TITLE], turn(HEADER), turn(itemRow())])], { today: TODAY });
    expect(told(result)).toEqual([]);
    expect(result.items[0]?.cells.title).toBe('I3');
  });

  it('needs four known columns', () => {
    expect(
      told(
        readLedger(
          [
            sheetOf([
              ['序号', '类别', '工作任务', '说法'],
              ['1', 'a', 'b', 'c'],
            ]),
          ],
          { today: TODAY },
        ),
      ),
    ).toEqual(['NO_HEADER']);
    expect(
      readHeader(
        [
          ['序号', '类别', '工作任务', '状态'],
          ['1', 'a', 'b', 'c'],
        ],
        [],
        1,
      ),
    ).toBe(true);
  });

  const parents = ['序号', '类别', '工作任务', '目标任务', '方法举措', '责任落实', '', '', '完成时限'];
  const children = ['', '', '', '', '', '牵头领导', '责任单位', '分管领导', ''];
  const downward = ['A', 'B', 'C', 'D', 'E', 'I'].map((col) => `${col}2:${col}3`);
  it.each<[string, string[], string[][]]>([
    ['with merged cells', ['F2:H2', ...downward], [parents, children]],
    ['with a merged parent alone', ['F2:H2'], [parents, children]],
    ['without any merge', [], [parents, children]],
    [
      'whose second row names most',
      ['C2:E2', 'F2:H2', 'A2:A3', 'B2:B3', 'I2:I3'],
      [
        ['序号', '类别', '任务', '', '', '责任', '', '', '完成时限'],
        ['', '', '工作任务', '目标任务', '方法举措', '牵头领导', '责任单位', '分管领导', ''],
      ],
    ],
  ])('may have two rows, %s', (_, merges, header) => {
    const result = readLedger([sheetOf([[TITLE], ...header, itemRow()], merges)], { today: TODAY });
    expect(told(result)).toEqual([]);
    expect(result.items[0]?.cells).toMatchObject({ leadLeader: 'F4', responsibleUnit: 'G4', deadline: 'I4' });
  });

  it('reports each unknown column at its anchor, and keeps its content as a note', () => {
    const known = [
      '督导频次',
      '报告频次',
      '最新进展',
      '进展情况',
      '完成比例',
      '存在问题',
      '需协调事项',
      '下步打算',
      '亮灯',
      '状态',
      '备注',
    ];
    const rows = [[TITLE], [...HEADER, ...known, '事项来源'], [...itemRow(), ...known.map((w) => `${w}文`), '会议']];
    const result = readLedger([sheetOf(rows)], { today: TODAY });
    expect(told(result)).toEqual(['UNKNOWN_COLUMN@U2']);
    expect(result.items[0]?.notes).toMatchObject({ 事项来源: '会议', 亮灯: '亮灯文' });
  });

  it('names the unknown child under a merged parent, and a merged unknown column once', () => {
    const top = [...parents.slice(0, 5), '责任落实', '', '', '', '完成时限', '来源', ''];
    const second = ['', '', '', '', '', '牵头领导', '责任单位', '分管领导', '督办人', '', '', ''];
    const merges = ['F2:I2', 'J2:J3', 'K2:L3', ...downward.slice(0, 5)];
    const cells = [...itemRow().slice(0, 8), '孙某', '9月底前', '会议', '文件'];
    const result = readLedger([sheetOf([[TITLE], top, second, cells], merges)], { today: TODAY });
    expect(told(result)).toEqual(['UNKNOWN_COLUMN@K2', 'UNKNOWN_COLUMN@I3']);
  });

  const under = (words: string[], children: string[], merges: string[], items: string[][]) =>
    readLedger([sheetOf([[TITLE], words, children, ...items], merges)], { today: TODAY });
  const good = itemRow().map(String);
  const gap = Array<string>(9).fill('');

  it('reports unknown children under an unknown parent that is merged only across, each at its own cell', () => {
    const result = under([...HEADER, '进度'], [...gap, '本月', '累计'], ['J2:K2'], [[...good, '一半', '全部']]);
    expect(told(result)).toEqual(['UNKNOWN_COLUMN@J3', 'UNKNOWN_COLUMN@K3']);
    expect(result.items).toMatchObject([{ row: 4, notes: { 本月: '一半', 累计: '全部' } }]);
  });

  it('without such children reports the parent, and takes the first item for no header', () => {
    const result = under([...HEADER, '进度'], [...good, '一半', '全部'], ['J2:K2'], []);
    expect(told(result)).toEqual(['UNKNOWN_COLUMN@J2']);
    expect(result.items).toHaveLength(1);
  });

  it.each<[string, string[]]>([
    ['unmerged', []],
    ['merged across', ['F2:G2', 'H2:I2']],
  ])('may have known parents, %s, over children of which some are unknown', (_, merges) => {
    const words = ['序号', '类别', '工作任务', '目标任务', '方法举措', '责任领导', '', '责任单位', '', '完成时限'];
    const children = ['', '', '', '', '', '牵头领导', '分管领导', '牵头', '配合', ''];
    const [lead, unit, deputy, day] = good.slice(5) as [string, string, string, string];
    const result = under(words, children, merges, [[...good.slice(0, 5), lead, deputy, unit, '县财政局', day]]);
    expect(told(result)).toEqual(['UNKNOWN_COLUMN@I3']);
    expect(result.items).toMatchObject([{ row: 4, faulty: false, responsibleUnit: unit, notes: { 配合: '县财政局' } }]);
  });

  it('without a required column misses it once, without a cell', () => {
    const cut = (cells: unknown[]) => cells.slice(0, 8).map(String);
    const result = readLedger([sheetOf([[TITLE], cut(HEADER), cut(itemRow()), cut(row('乙'))])], { today: TODAY });
    expect(told(result)).toEqual(['MISSING_FIELD']);
    expect(result.problems[0]?.message).toContain('完成时限');
    expect(result.items.every((item) => item.faulty)).toBe(true);
  });

  it('without several required columns misses each of them once', () => {
    const cut = (cells: unknown[]) => cells.slice(0, 6).map(String);
    const result = readLedger([sheetOf([[TITLE], cut(HEADER), cut(itemRow()), cut(row('乙'))])], { today: TODAY });
    expect(told(result)).toEqual(['MISSING_FIELD', 'MISSING_FIELD', 'MISSING_FIELD']);
    const messages = result.problems.map((problem) => problem.message).sort();
    expect(messages).toEqual([
      expect.stringContaining('“分管领导”'),
      expect.stringContaining('“完成时限”'),
      expect.stringContaining('“责任单位”'),
    ]);
  });
});
