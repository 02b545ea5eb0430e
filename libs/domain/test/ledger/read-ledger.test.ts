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
  const result = read([row('联系点走访'), row('乙'), row(' 联系点走访\n')]);
  expect(told(result)).toEqual(['DUPLICATE_TITLE@C5']);
  expect(result.items.map((item) => item.faulty)).toEqual([false, false, true]);
  expect(result.problems[0]?.message).toContain('与C3重复');
});

it('titles that differ in white space inside or in width are two titles', () => {
  expect(told(read([row('联系点走访'), row('联系点 走访'), row('联系点\n走访'), row('Ａ'), row('A')]))).toEqual([]);
});

it('a title merged over two items says so', () => {
  const result = read([row('甲'), row('乙', { 工作任务: null })], ['C3:C4']);
  expect(told(result)).toEqual(['DUPLICATE_TITLE@C3']);
  expect(result.items.map((item) => item.faulty)).toEqual([false, true]);
  expect(result.problems[0]?.message).toMatch(/合并了几行任务/u);
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
