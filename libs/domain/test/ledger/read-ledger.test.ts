import { DomainError, readLedger } from '@duban/domain';
import { describe, expect, it } from 'vitest';
import { grid, HEADER, itemRow, read, readOne, sheetOf, TITLE, TODAY, told } from './sheets.js';

const row = (title: string, changes: Record<string, string | null> = {}) => itemRow({ 工作任务: title, ...changes });

describe('an item', () => {
  it('carries every field, numbered by place, with the cells it stands in', () => {
    const result = readOne({ 序号: '７', 责任单位: '县委组织部（牵头）、县民政局' });
    expect(result).toMatchObject({
      title: TITLE,
      year: 2026,
      declared: null,
      categories: [{ name: '组织建设', count: 1 }],
      problems: [],
    });
    expect(result.items).toEqual([
      {
        number: 1,
        category: '组织建设',
        title: '联系点走访',
        objective: '每点走访2次',
        measures: '逐点登记',
        leadLeader: { name: '赵某甲', duty: '县委副书记' },
        responsibleUnit: '县委组织部',
        supportingUnits: ['县民政局'],
        deputyLeader: { name: '钱某乙', duty: '副部长' },
        handler: null,
        deadline: '2026-09-30',
        standing: false,
        milestones: [],
        cells: {
          category: 'B3',
          title: 'C3',
          objective: 'D3',
          measures: 'E3',
          leadLeader: 'F3',
          responsibleUnit: 'G3',
          deputyLeader: 'H3',
          deadline: 'I3',
        },
        phone: null,
        row: 3,
        deadlineRemark: null,
        notes: {},
        faulty: false,
      },
    ]);
  });

  it('keeps its text, trimmed, with line breaks as \\n', () => {
    const [item] = readOne({ 方法举措: '　1.摸底；\r\n2.１00%整改；\r3.验收 \n' }).items;
    expect(item?.measures).toBe('1.摸底；\n2.１00%整改；\n3.验收');
  });

  it.each([
    ['工作任务', 'C3'],
    ['目标任务', 'D3'],
    ['方法举措', 'E3'],
    ['牵头领导', 'F3'],
    ['责任单位', 'G3'],
    ['分管领导', 'H3'],
    ['完成时限', 'I3'],
  ])('without %s misses a field at %s, and still counts', (field, cell) => {
    for (const blank of [null, ' 　\n']) {
      const result = readOne({ [field]: blank });
      expect(told(result)).toEqual([`MISSING_FIELD@${cell}`]);
      expect(result.items).toMatchObject([{ number: 1, faulty: true }]);
      expect(result.problems[0]?.message).toContain(cell);
    }
  });

  it('with only a title misses everything else', () => {
    const result = read([row('一件事'), ['2', '组织建设', '两件事']]);
    expect(told(result)).toEqual(['D4', 'E4', 'F4', 'G4', 'H4', 'I4'].map((cell) => `MISSING_FIELD@${cell}`));
  });

  it.each([
    ['牵头领导', '赵某、钱某', 'TWO_LEADERS@F3', 'leadLeader'],
    ['分管领导', '赵某\n钱某', 'TWO_DEPUTIES@H3', 'deputyLeader'],
    ['责任单位', '县委办、县委组织部', 'TWO_UNITS@G3', 'responsibleUnit'],
    ['完成时限', '立行立改', 'BAD_DEADLINE@I3', 'deadline'],
    ['牵头领导', '县委副书记', 'MISSING_FIELD@F3', 'leadLeader'],
  ])('%s %j → %s and null', (field, text, problem, key) => {
    const result = readOne({ [field]: text });
    expect(told(result)).toEqual([problem]);
    expect(result.items[0]).toMatchObject({ [key]: null, faulty: true });
  });

  it('says what is accepted, and sends recurring texts to the cadences', () => {
    expect(readOne({ 完成时限: '2月30日' }).problems[0]?.message).toMatch(/I3.*2月30日.*可以写/su);
    expect(readOne({ 完成时限: '每月25日前' }).problems[0]?.message).toMatch(/周期.*频次/su);
  });

  it('takes a date cell by its day, and one without a day in its format by the end of the month', () => {
    expect(readOne({ 完成时限: { day: '2026-09-05', precision: 'day' } }).items[0]?.deadline).toBe('2026-09-05');
    expect(readOne({ 完成时限: { day: '2027-02-01', precision: 'month' } }).items[0]?.deadline).toBe('2027-02-28');
    expect(told(readOne({ 完成时限: { day: '1900-01-05', precision: 'day' } }))).toEqual(['BAD_DEADLINE@I3']);
  });
});

describe('notices on deadlines', () => {
  it('PAST_DEADLINE only before today', () => {
    expect(told(readOne({ 完成时限: '1月14日' }))).toEqual(['PAST_DEADLINE@I3']);
    expect(told(readOne({ 完成时限: '1月15日' }))).toEqual([]);
  });
  it('YEAR_ASSUMED only when neither title nor date says the year', () => {
    expect(told(readOne({}, '测试县重点任务清单'))).toEqual(['YEAR_ASSUMED@I3']);
    expect(told(readOne({ 完成时限: '2026年9月' }, '测试县重点任务清单'))).toEqual([]);
    expect(told(readOne({ 完成时限: '长期坚持' }, '测试县重点任务清单'))).toEqual([]);
  });
  it('AMBIGUOUS_DEADLINE for 9月前', () => {
    const result = readOne({ 完成时限: '9月前' });
    expect(told(result)).toEqual(['AMBIGUOUS_DEADLINE@I3']);
    expect(result.items[0]).toMatchObject({ deadline: '2026-08-31', faulty: false });
  });
});

describe('the title', () => {
  it.each([
    ['某县２０２６年任务表（１类１项）', 2026, { categories: 1, items: 1 }],
    ['某县2027年度任务表（一类、一项）', 2027, { categories: 1, items: 1 }],
    ['某县二〇二六年任务表', 2026, null],
    ['某县任务表（2000项）', null, null],
  ])('%j → %j %j', (title, year, declared) => {
    expect(readOne({}, title)).toMatchObject({ title, year, declared });
  });

  it('must reconcile with the table, else COUNT_MISMATCH at its cell', () => {
    const two = [row('甲'), row('乙', { 类别: '平安建设' })];
    expect(told(read(two, [], '2026年任务（2类2项）'))).toEqual([]);
    expect(told(read(two, [], '2026年任务（2类3项）'))).toEqual(['COUNT_MISMATCH@A1']);
    expect(told(read(two, [], '2026年任务（3类2项）'))).toEqual(['COUNT_MISMATCH@A1']);
  });

  it('is not the annex mark above it, nor the line of unit and date', () => {
    const above = (...rows: string[][]) => readLedger([sheetOf([...rows, HEADER, itemRow()])], { today: TODAY }).title;
    expect(above(['附件1'], [TITLE])).toBe(TITLE);
    expect(above(['填报单位：县委办   时间：2026年1月'])).toBeNull();
    expect(above()).toBeNull();
  });
});

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

  it('without a required column misses it once, without a cell', () => {
    const cut = (cells: unknown[]) => cells.slice(0, 8).map(String);
    const result = readLedger([sheetOf([[TITLE], cut(HEADER), cut(itemRow()), cut(row('乙'))])], { today: TODAY });
    expect(told(result)).toEqual(['MISSING_FIELD']);
    expect(result.problems[0]?.message).toContain('完成时限');
    expect(result.items.every((item) => item.faulty)).toBe(true);
  });
});

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

describe('merged values', () => {
  it('hold for all their rows; cells and problems name the anchor, once', () => {
    const rows = [row('甲', { 牵头领导: '赵某、钱某' }), row('乙', { 牵头领导: null }), row('丙')];
    const result = read(rows, ['F3:F4']);
    expect(told(result)).toEqual(['TWO_LEADERS@F3']);
    expect(result.items.map((item) => [item.cells.leadLeader, item.faulty])).toEqual([
      ['F3', true],
      ['F3', true],
      ['F5', false],
    ]);
  });

  it('an item over two sheet rows is one item', () => {
    const merges = ['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I'].map((col) => `${col}3:${col}4`);
    expect(read([row('甲'), [], row('乙')], merges).items.map((item) => item.title)).toEqual(['甲', '乙']);
  });
});

describe('what is no item', () => {
  it('blank rows, sums, a repeated header, rows with only a number', () => {
    const rows = [row('甲'), [' ', '　'], HEADER, row('乙'), ['3'], ['合计', '', '2项'], ['备注：无']];
    const result = read(rows);
    expect(told(result)).toEqual([]);
    expect(result.items.map((item) => item.title)).toEqual(['甲', '乙']);
  });
});

it('DUPLICATE_TITLE stands at the later row', () => {
  const result = read([row('联系点 走访'), row('乙'), row('联系点\n走访')]);
  expect(told(result)).toEqual(['DUPLICATE_TITLE@C5']);
  expect(result.items.map((item) => item.faulty)).toEqual([false, false, true]);
});

describe('optional cells', () => {
  const columns = [...HEADER, '配合单位', '承办人', '联系电话'];
  const readMore = (...more: string[]) =>
    readLedger(
      [sheetOf([[TITLE], columns, [...itemRow({ 责任单位: '县委组织部（牵头）、县财政局、县民政局' }), ...more]])],
      { today: TODAY },
    );

  it('join supporting units of both cells without repeats', () => {
    expect(readMore('县公安局、县财政局', '').items[0]?.supportingUnits).toEqual(['县公安局', '县财政局', '县民政局']);
  });
  it.each(['无', '/', '—', ' '])('%j is empty', (nothing) => {
    expect(readMore(nothing, nothing, nothing).items[0]).toMatchObject({
      supportingUnits: ['县财政局', '县民政局'],
      handler: null,
      phone: null,
    });
  });
  it('keep the handler as written', () => {
    expect(readMore('', '孙某（0000-1）', '１3800').items[0]).toMatchObject({
      handler: '孙某（0000-1）',
      phone: '１3800',
    });
  });
  it('two columns of a one-person field with two people are two people', () => {
    const result = readLedger([sheetOf([[TITLE], [...HEADER, '责任领导'], [...itemRow(), '孙某丙']])], {
      today: TODAY,
    });
    expect(told(result)).toEqual(['TWO_DEPUTIES@H3']);
  });
});

describe('sheets', () => {
  const other = sheetOf([['说明'], ['本表两页']], [], { name: '封面' });
  const ledger = (name: string, title: string) => sheetOf([[TITLE], HEADER, row(title)], [], { name });

  it('the first with a header is read, unless another is named', () => {
    const book = grid(other, ledger('甲表', '甲'), ledger('乙表', '乙'));
    expect(readLedger(book, { today: TODAY })).toMatchObject({ sheet: '甲表', items: [{ title: '甲' }] });
    expect(readLedger(book, { today: TODAY, sheet: '乙表' })).toMatchObject({
      sheet: '乙表',
      items: [{ title: '乙' }],
    });
    expect(told(readLedger(book, { today: TODAY, sheet: '封面' }))).toEqual(['NO_HEADER']);
  });

  it('an unknown name is refused with the names there are', () => {
    expect(() => readLedger(grid(other), { today: TODAY, sheet: '丙表' })).toThrowError(/丙表.*封面/u);
  });

  it('hidden rows and columns are read, and told once', () => {
    const hidden = { hiddenRows: [4], hiddenCols: [[4, 5]] as [number, number][] };
    const result = readLedger([sheetOf([[TITLE], HEADER, row('甲'), row('乙')], [], hidden)], { today: TODAY });
    expect(result.items).toHaveLength(2);
    expect(told(result)).toEqual(['HIDDEN_ROWS']);
    expect(result.problems[0]?.message).toMatch(/4.*D至E/u);
    const outside = { hiddenRows: [99], hiddenCols: [[40, 16384]] as [number, number][] };
    expect(told(readLedger([sheetOf([[TITLE], HEADER, row('甲')], [], outside)], { today: TODAY }))).toEqual([]);
  });

  it('more than 20,000 items are refused', () => {
    const rows = Array.from({ length: 20_001 }, (_, i) => row(`第${i}件`));
    expect(() => read(rows)).toThrowError(DomainError);
    expect(read(rows.slice(1)).items).toHaveLength(20_000);
  });
});
